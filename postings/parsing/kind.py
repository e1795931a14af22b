"""Is a part a posting, a guide to a role in general, or no job text at all?"""

import re

from postings.parsing.part import LineKind, Part
from postings.vocabulary import Kind, Section

# Headings of articles about a profession. No employer writes about the market for its own vacancy.
GUIDE_HEADING = re.compile(
    r"market demand|industry trends?|career (?:path|development|progression|outlook)|job outlook|"
    r"salary (?:ranges? \(|expectations|overview|trends)|average salary|best practices|common challenges|"
    r"how to become|essential soft skills|what does an? .+ do|interview questions|day in the life of an? |"
    r"job market|similar roles|related (?:roles|careers)|core responsibilities of|future of",
)
GUIDE_SENTENCE = re.compile(
    r"the role of (?:an? |the )?[\w /()-]{3,60}? (?:is|has|involves|encompasses)|"
    r"an? [\w /-]{3,40} (?:typically|usually|generally) (?:earns?|works?|requires?|makes?|needs?)|"
    r"average (?:annual )?salary|how to become (?:one|an?)|estimated total pay|"
    r"(?:salary|salaries|compensation)[^.\n]{0,80} var(?:y|ies) (?:widely|significantly|depending)",
)
HIRING = re.compile(
    r"\bwe(?:'re| are) (?:\w+ )?(?:hiring|looking|seeking|searching|recruiting)|\bjoin (?:us|our)\b|\bis (?:currently |now )?(?:seeking|looking for|hiring|recruiting)|"
    r"\bapply\b|\bapplicant|\bcandidate|\byou(?:'ll| will)\b|\bour (?:team|company|client)|\bthis (?:role|position)\b|\bjob (?:type|title|description)|"
    r"\bwir suchen\b|\bbewirb|\bdu bist\b|\bnous recherchons\b|\bpostul|\bbuscamos\b|\bdeine aufgaben\b|\bthe ideal\b|\bdeadline\b|\bfull[- ]time\b|\bpart[- ]time\b|\byears?'? (?:of )?experience\b|\bopportunity to\b|\bvous (?:serez|êtes|avez)\b",
)


def read_kind(part: Part, has_title: bool) -> Kind:
    lower = part.view.lower
    headings = [part.lower(line) for line in part.lines if line.kind is LineKind.HEADING]
    guide_headings = sum(1 for heading in headings if GUIDE_HEADING.search(heading))
    if guide_headings and guide_headings + len(GUIDE_SENTENCE.findall(lower)) >= 3:
        return Kind.GUIDE
    sections = {line.section for line in part.lines if line.kind is not LineKind.HEADING}
    asked = len(sections & {Section.RESPONSIBILITY, Section.REQUIRED, Section.PREFERRED})
    if part.declared_end or (has_title and asked):
        return Kind.POSTING
    hiring = len(set(HIRING.findall(lower)))
    if has_title and hiring:
        return Kind.POSTING
    return Kind.POSTING if asked * 2 + hiring >= (3 if asked else 4) else Kind.OTHER
