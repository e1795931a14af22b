"""The blanks of a template that nobody filled: each is an error that blocks publishing."""

import re
from collections.abc import Iterator

from postings.facts import Finding, Span
from postings.parsing.part import Part
from postings.vocabulary import Severity

BRACKETS = re.compile(
    r"""(?= [\[<{(] ) (?:
      (?P<square> \[ (?! [\sxX✓]? \] ) (?: [^\[\]\n]{2,160} ) \] (?! \( ) )
    | (?P<angle> < (?: (?:insert|your|company|client|name|title|role|job|position|location|city|team|department|salary|date|number|amount|link|url|hiring)\b [^<>\n]{0,60} ) > )
    | (?P<liquid> \{\{ [^{}\n]{1,80} \}\} )
    | (?P<brace> (?<! \{ ) \{ (?:[a-z]+(?:[_ ][a-z]+)*|[A-Z]+(?:[_ ][A-Z]+)*) \} (?! \} ) )
    | (?P<remove> \( (?: please\ )? (?:remove|delete)\ (?:if|this|when|as)\b [^()\n]{0,120} \) )
    )""",
    re.VERBOSE | re.IGNORECASE,
)
BARE = re.compile(
    r"""  \b X{2,3}\+? (?=[ ]+ (?:[Yy]ears?|[Yy]rs?|[Mm]onths?|[Dd]ays?|[Hh]ours?)\b)
    | [$£€] \s? X{2,}(?:[,.]X{3})* (?: [kK] )?
    | \b (?: TBD | TBC | TBA ) \b
    | (?<! \w ) (?: (?i:to\ be\ updated) (?i:\ soon)? | T(?i:o\ be\ (?:determined|confirmed|announced)) ) \b
    | (?<! \w ) (?i:lorem\ ipsum) \b [^.\n]{0,60}""",
    re.VERBOSE,
)
BARE_HINTS = ("XX", "TBD", "TBC", "TBA", "o be ", "o Be ", "O BE ", "orem")
# What makes bracketed words a slot: an order to whoever fills the template in, or the name of a field.
ORDER = re.compile(
    r"\b(?:insert|action required|enter|add|fill|replace|specify|choose|select|delete|remove|edit|customi[sz]e|include|describe|list|your|tbd|tbc|xx+|placeholder|example text|e\.g\.)\b",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"\[\s*(?:the\s+|your\s+|a\s+|our\s+)?(?:company|client|organi[sz]ation|employer|business|agency|team|department|division|line of business|lob|"
    r"job|role|position|hiring manager|manager|recruiter|contact|e-?mail|phone|location|city|state|country|office|site|"
    r"salary|amount|number|range|currency|date|start date|year|years|x|n|product|industry|name|title|address|website|url|link|skill|technology|degree)"
    r"(?:[\s_/-]+(?:company|name|title|location|description|address|type|level|manager|here|range|amount|number|of\s+\w+|date|email|range|min|max|city|state|url|link|products?|services?|industry|\w+ing))*\s*\]",
    re.IGNORECASE,
)

FRONT_MATTER = re.compile(r"\A\s*---[ ]*\n.*?^---[ ]*$", re.DOTALL | re.MULTILINE)


def read_placeholders(part: Part) -> tuple[Finding, ...]:
    whole = part.view.span(0, len(part.view.text))
    source = part.view.source
    slots = [found.span() for found in _bracketed(source, whole)]
    if any(hint in source for hint in BARE_HINTS):
        slots += [found.span() for found in BARE.finditer(source, whole.start, whole.end)]
    return tuple(
        Finding(
            rule="placeholder",
            severity=Severity.ERROR,
            message="A blank of the template was never filled in.",
            span=Span(start, end),
            raw=source[start:end],
            fix="Fill it in, or take it out.",
        )
        for start, end in _outermost(sorted(slots))
    )


def _bracketed(source: str, whole: Span) -> Iterator[re.Match[str]]:
    front = FRONT_MATTER.match(source)
    body = front.end() if front else 0
    machinery: set[str] = set()
    for found in BRACKETS.finditer(source, whole.start, whole.end):
        words = found.group()
        if found["liquid"]:  # of the site that it was made for; once is enough
            if words in machinery or found.start() < body:
                continue
            machinery.add(words)
        if not found["square"] or ORDER.search(words) or FIELD.fullmatch(words):
            yield found


def _outermost(slots: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """ "[TBD]" is one slot, not two."""
    until = 0
    for start, end in slots:
        if start >= until:
            yield start, end
            until = end
