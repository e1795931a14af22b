"""A text in, the same text without ways to reach a person out. Pure.

Job descriptions name recruiters' mailboxes and telephones. Whoever reads the page sees them; what machines
collect (feeds, previews, data for search engines) must not carry them on.
"""

import re

LEFT_OUT = "…"

# Spaces, dashes and hyphens as word processors and web pages set them, too.
GAP = r"[\s./()\u2010-\u2015\u2212-]"
AT, DOT = r"[\[(]\s?at\s?[\])]", r"(?: \. | [\[(]\s?dot\s?[\])] )"
CONTACT = re.compile(
    rf"""
      (?:mailto:)? (?<![\w.+-]) [\w.+-]+ \s? @ \s? [\w-]+ (?: \.[\w-]+ )*? \.[a-z]{{2,}} (?![\w.-]*\w)
    | (?<![\w.+-]) [\w.+-]+ \s? {AT} \s? [\w-]+ (?: \s? {DOT} \s? [\w-]+ )+  # jane (at) ward.example
    | \b (?: linkedin\.com/in | wa\.me | t\.me | calendly\.com ) / [\w%.-]+
    | (?<![\w.]) (?: \+ | 00 (?=[1-9]{GAP}?\d) ) [1-9] (?! \d{{0,2}} (?: \s \d{{3}} )+ (?!\S*\d) )
      (?: {GAP}{{0,3}} \d ){{7,13}} (?!\w)  # +44 20 7946 0000
    | (?<![\w.$€£-]) (?: 1 {GAP} )?
      (?: \( [2-9]\d{{2}} \) \s? \d{{3}} {GAP} | [2-9]\d{{2}} ({GAP}) \d{{3}} \1 )
      \d{{4}} (?! [\w%] | \s?[a-z]{{3}} )  # (212) 555-0100
    | \b (?: tel(?:ephone|efon)? | phone (?:\s number)? | mobile | cell | fax | whatsapp ) \b
      (?: \s? [.:#] \s? | \s (?= [(0+] | \d{{3}} {GAP} \d{{4}} \b ) )
      [(+]? \d (?: {GAP}{{0,3}} \d ){{5,13}} (?!\w)
    | (?<![\w.$€£-]) 0 \d{{1,4}} (?: [\s/-] \d{{3,4}} ){{2,3}} (?!\w)  # 020 7946 0000
    """,
    re.VERBOSE | re.IGNORECASE,
)


def without_contacts(text: str) -> str:
    return CONTACT.sub(LEFT_OUT, text)
