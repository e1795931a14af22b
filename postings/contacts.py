"""A text in, the same text without ways to reach a person out. Pure.

Job descriptions name recruiters' mailboxes and telephones. Whoever reads the page sees them; what machines
collect (feeds, previews, data for search engines) must not carry them on.
"""

import re

LEFT_OUT = "…"

CONTACT = re.compile(
    r"""
      (?:mailto:)? (?<![\w.+-]) [\w.+-]+ (?: @ | \s?[\[(]\s?at\s?[\])]\s? ) [\w-]+
      (?: (?:\. | \s?[\[(]\s?dot\s?[\])]\s?) [\w-]+ )+
    | (?<![\w.]) (?:\+|00) [1-9] (?: [ ./()-]{0,2} \d ){7,13} (?!\w)          # +44 20 7946 0000
    | (?<![\w.$€£-]) \(? [2-9]\d{2} \)? [ .-]{1,2} \d{3} [ .-] \d{4} (?![\w%])  # (212) 555-0100, not 401(k)
    | (?<=\b) (?i: tel(?:ephone)? | phone | mobile | cell | fax | whatsapp ) \b [ .:#]{0,3}
      \(?\d (?: [ ./()-]{0,2} \d ){5,13} (?!\w)                               # Tel. 030 901820
    """,
    re.VERBOSE,
)


def without_contacts(text: str) -> str:
    return CONTACT.sub(LEFT_OUT, text)
