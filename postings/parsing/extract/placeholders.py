"""The blanks of a template that nobody filled: each is an error that blocks publishing."""

import re
from collections.abc import Iterator

from postings.facts import Finding, Span
from postings.parsing.part import Part
from postings.vocabulary import Severity

SLOT = re.compile(
    r"""(?= [\[<{(XxTtLl$£€] ) (?:
      (?P<square> \[ (?! [\sxX✓]? \] ) (?: [^\[\]\n]{2,160} ) \] (?! \( ) )
    | (?P<angle> < (?: (?:insert|your|company|client|name|title|role|job|position|location|city|team|department|salary|date|number|amount|link|url|hiring)\b [^<>\n]{0,60} ) > )
    | (?P<liquid> \{\{ [^{}\n]{1,80} \}\} )
    | (?P<brace> (?<! \{ ) \{ (?:[a-z]+(?:[_ ][a-z]+)*|[A-Z]+(?:[_ ][A-Z]+)*) \} (?! \} ) )
    | (?P<remove> \( (?: please\ )? (?:remove|delete)\ (?:if|this|when|as)\b [^()\n]{0,120} \) )
    | (?P<xx> \b X{2,3}\+? (?=[ ]+ (?:years?|yrs?|months?|days?|hours?)\b) )
    | (?P<money> [$£€] \s? X{2,}(?:[,.]X{3})* (?: [kK] )? )
    | (?P<tbd> (?<! \w ) (?: TBD | TBC | TBA | to\ be\ (?:determined|confirmed|announced|updated)(?:\ soon)? | lorem\ ipsum\b [^.\n]{0,60} ) \b )
    )""",
    re.VERBOSE | re.IGNORECASE,
)
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


def read_placeholders(part: Part) -> Iterator[Finding]:
    seen: set[str] = set()
    front = FRONT_MATTER.match(part.view.source)
    for found in SLOT.finditer(part.view.source, *_bounds(part)):
        words = found.group()
        if found["liquid"]:  # machinery of the site that it was made for, once is enough
            if words in seen or (front and found.start() < front.end()):
                continue
            seen.add(words)
        if found["square"] and not (ORDER.search(words) or FIELD.fullmatch(words)):
            continue
        if found["xx"] and not found["xx"].startswith("X"):
            continue
        if (
            found["tbd"]
            and found["tbd"].islower()
            and not found["tbd"].startswith(("to be updated", "lorem"))
        ):
            continue
        yield Finding(
            rule="placeholder",
            severity=Severity.ERROR,
            message="A blank of the template was never filled in.",
            span=Span(*found.span()),
            raw=words,
            fix="Fill it in, or take it out.",
        )


def _bounds(part: Part) -> tuple[int, int]:
    whole = part.view.span(0, len(part.view.text))
    return whole.start, whole.end
