"""Visa sponsorship: what the employer says of it in so many words.

A part in; "yes" or "no" with the words that say so, or None. A right to work that is asked for says
  nothing of
sponsorship, nor do citizenship, relocation help, sponsored events and executive sponsors. A refusal
  outweighs an
offer: the offer is often the boilerplate of the company, the refusal that of the role.
"""

import re

from postings.facts import Fact
from postings.parsing.extract.demand import sentence_around
from postings.parsing.extract.near import stretches_near
from postings.parsing.part import Part
from postings.vocabulary import Section, Sponsorship, State

TRIGGERS = ("sponsor", "visa", "h1b", "h-1b", "h1-b", "visum", "work permit", "patrocin")
AROUND = 160

WHAT = r"(?: (?:employment|work|immigration|us|u\.s\.|uk|h-?1-?b|any|new|legal|a|an|the|for|of|individuals?|candidates?|applicants?|employees?|form|who|require|requires|requiring|need|needing|qualified|kind|sort|type|other|another|visas?|permits?|authori[sz]ation|or|and|transfers?|perm|stem|opt|relocation|take|over|on|in)[\s/,-]+ ){0,8}"
SPONSOR = r"(?: sponsor\w* | visas?\b (?!\s+(?:inc|card|mastercard)) | h-?1-?b | work\ permits? )"
NOT = r"""(?: (?:\b(?:do|does|will|can|could|is|are|would|may|shall|have)\s*n[o']t | \bcannot | n't | \bnot
          | \bunable | \bnever | \bno\ longer | \bneither ) )"""
# "We will not sponsor", "unable to provide visa sponsorship", "is not eligible for sponsorship", "cannot take over sponsorship".
REFUSED = re.compile(
    rf"""{NOT} \b \s*
          (?:currently\ |at\ this\ time\ |able\ |in\ a\ position\ |be\ |being\ |presently\ |generally\ |also\ |yet\ |open\ |available\ |eligible\ |willing\ |a\ |looking\ ){{0,4}}
        (?:to\ |for\ )? (?:currently\ )? (?: (?: provid\w* | offer\w* | support\w* | consider\w* | pursu\w*
          | engag\w*\ in | accept\w* | do | doing | participat\w*\ in | assist\w*\ with | take\ over
          | extend | process | transfer | handle | facilitate | obtain | grant | accommodate | entertain
            | pay\ for | file | help\ with | initiate ) \s+ )?
        (?: or\ \w+\ )? {WHAT} {SPONSOR} (?! \s+ (?: for\ every | for\ all | all | every ) )
      | \b no \s+ {WHAT} (?: sponsor\w* | visa\ (?:support|transfer\w*) | h-?1-?b\w* ) (?: \s+ (?: is | are
        | will | available | offered | provided | possible ) )?
      | sponsor(?:ship)?s? (?: \s+ (?:and|or)\ relocation )? (?: \s+ (?: for | of | to | in | at
        | now ) \b [^.;:!?]{{0,60}} )? \s*
        (?: is | are | will | can | would | may )? \s* (?: currently | unfortunately | be
          | also )? \s* (?: not | n't | cannot\ be | unavailable ) \b (?! \s+ (?: required | needed
          | necessary | a\ problem ) )
        (?: \s+ (?: currently | be | being | at\ this\ time | presently | an? ) )* \s*
        (?: available | offered | provided | possible | supported | considered | option | eligible
          | included | granted | something | part | \W | \Z )
      | sponsor(?:ship)? \s* (?: available | offered | provided | eligible | eligibility
        | possible )? \s* \?? \s* [:?-] \s* (?: no\b | none | not | n/a | unavailable | ❌ )
      | \b without \s+ (?:
        (?:the|any|an|a|visas?|other|need|needing|requiring|requirement|current|future|or|employer|company|employment|work|of|for|to|be|being|having|visa|immigration|h-?1-?b|further|our|additional|now|in|support|restrictions?|restriction)[\s,/-]+ ){{0,8}} sponsor\w*
      | \b (?: not | n't | never | nor ) \s+ (?:
        (?:now|currently|or|in|the|future|will|you|ever|presently|at|any|time|later|and|to|be) [\s,]+
        ){{0,8}} (?: requir\w+ | need\w* | dependent\ on ) \s+ {WHAT} (?: (?:company|employer|our)\s+ )?
        (?: sponsor\w* | visas? )
      | visa\ holders\ (?:are|will\ be)\ not | \b (?:us\ )? visas? \s* : \s* (?: us\ ?c \b | no\b )
      | \b keine\w* \s+ (?: \w+\s+ ){{0,2}} visa\w* (?: -?sponsor\w* )?
        | \b (?: ne\ | pas\ ) \w* \s* (?:de\ )? sponsor\w* | \b no \s+ (?:se\ )? (?: ofrec\w+
        | patrocin\w+ ) \s+ (?: \w+\s ){{0,2}} visa\w* """,
    re.VERBOSE,
)
# "Visa sponsorship is available", "we sponsor visas", "eligible for immigration sponsorship: yes", "happy to sponsor".
OFFERED = re.compile(
    rf"""(?: visa | immigration | work\ permit | h-?1-?b | perm | green\ card | employment
          | work\ authori[sz]ation ) [\s/-]+ (?:
          (?:visa|and|&|or|relocation|work|permit|authori[sz]ation|transfer)[\s/,-]+ ){{0,3}} (?:
          sponsorships? | support | assistance )
        (?: \s+ (?: for\ [^.;:!?]{{1,60}}? ) )? \s* (?: is | are | will\ be | can\ be
          | may\ be )? \s* (?: also )? \s* (?: available | offered | provided | possible | supported
          | considered | included )
      | sponsorship \s* (?: available | offered | provided )? \s* [:?]+ \s* (?: yes | available | offered
        | possible | ✅ )
      | sponsorship \s+ (?: is\ | are\ | will\ be\ )? (?: available | offered | provided | possible ) \b
      | \b (?: we(?:'ll|\ will|\ do|\ can|\ are|\ also|\ may|'re)? | will | can | happy | able | willing
        | open | do | does | may | company | offers? | provides? | offering | providing | includes?
        | including | supports? | considers? ) \s+
        (?: (?: to | also | gladly | happily | able | happy | willing | open | fully | even | currently
          | will | for | consider | with ) \s+ ){{0,4}} (?: (?: offer | provide | support | consider
          | assist\ with | help\ with | cover | including ) (?:s|ing)? \s+ )?
        (?: (?:a|an|the|full|free|us|u\.s\.|uk|german|eu|employment|work|relocation|or|and|/|&|your|new|qualified|immigration|perm|candidates?|applicants?|for|h-?1-?b|you|legal|with|of|your|support|assistance|both) [\s/,-]+ ){{0,7}}
        (?: visa (?:s)? [\s/-]+ (?:(?:and|&|or|/)\s+relocation\s+)? (?: sponsor\w* | support | assistance )
          | sponsor (?:ing|ship)? \s+ {WHAT} (?: visas? | green\ cards? | h-?1-?b | work\ permits?
          | work\ authori[sz]ation | applicants? | candidates? | employees? | immigration | you\b )
          | (?: immigration | perm | work\ authori[sz]ation | h-?1-?b ) \s sponsorship )
      | \b eligible \s+ for \s+ (?: \S+\s+ ){{0,4}} (?: perm | visa | immigration | h-?1-?b
        | work\ authori[sz]ation ) \s+ sponsorship (?! \s*\?? \s*:? \s* (?:no\b|\?) )
      | \b sponsors? \s+ (?: work\ |employment\ |us\ |your\ )? visas? \b
      | visa\ sponsorships?\ for\ (?:our\ |all\ |full-time\ ){{0,3}}(?:employees|hires|staff)
      | \b (?: we | can | do | will | gladly | happily ) \ sponsor\ (?: [\w'-]+\ ){{0,4}} visas? \b
      | support\ (?:for|with|in)\ (?:obtaining|getting)\ (?:a\ |your\ |the\ )?(?:work\ )?visas? \b
      | visa[- ]sponsoring | unterstützung\ bei\ (?:der\ )? visa\w* | visa (?:unterstützung|-support) """,
    re.VERBOSE,
)
# A bullet of the benefits that is nothing else: "Visa sponsorship", "Visa sponsor + relocation support".
BARE_OFFER = re.compile(r"(?:us |uk |h-?1b |work )?visa (?:sponsor\w*|support|assistance)\b[^.:?]{0,60}")
OTHER_SPONSOR = re.compile(
    r"export[- ]licen[cs]|sponsorship\s+for\s+an\s+export|visa (?:inc|card)|clearance sponsor|sponsor\w* (?:for )?(?:a |your )?(?:security )?clearance"
)
QUESTION = re.compile(
    r"(?:will|do|would) you (?:now |or |in the future |currently |ever ){0,4}(?:require|need)"
)
# "No sponsorship. (Please remove if eligible for sponsorship)": a slot that nobody filled.
TEMPLATE = re.compile(
    r"[(\[][^()\[\]\n]{0,40}\b(?:remove|delete|omit|strike|include|use|insert) (?:this |line |sentence |statement )*(?:if|when|unless)\b"
)
TEMPLATE_WITHIN = 120  # characters behind the refusal


def read_sponsorship(part: Part) -> Fact[Sponsorship] | None:
    lower = part.view.lower
    offered: Fact[Sponsorship] | None = None
    for start, end in stretches_near(lower, TRIGGERS, AROUND, AROUND):
        for found in REFUSED.finditer(lower, start, end):
            if not _is_other(part, found):
                return _refusal(part, *part.view.trimmed(*found.span()))
        if offered is None:
            offered = next(
                (
                    part.view.fact(Sponsorship.YES, *found.span())
                    for found in OFFERED.finditer(lower, start, end)
                    if not _is_other(part, found)
                ),
                None,
            )
    return offered or _bare_offer(part)


def _refusal(part: Part, start: int, end: int) -> Fact[Sponsorship]:
    """A refusal that the template says to take out is in doubt until somebody has done so or not."""
    if TEMPLATE.search(part.view.lower, end, end + TEMPLATE_WITHIN):
        return part.view.fact(None, start, end, State.PLACEHOLDER)
    return part.view.fact(Sponsorship.NO, start, end)


def _is_other(part: Part, found: re.Match[str]) -> bool:
    first, last = sentence_around(part, *found.span())
    sentence = part.view.lower[first:last]
    return bool(OTHER_SPONSOR.search(sentence) or QUESTION.search(sentence))


def _bare_offer(part: Part) -> Fact[Sponsorship] | None:
    if "visa" not in part.view.lower:
        return None
    for line in part.lines_in(Section.BENEFIT):
        if BARE_OFFER.fullmatch(part.lower(line).rstrip(" .!*")):
            return part.view.fact(Sponsorship.YES, line.start, line.end)
    return None
