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


# What only a page that hires nobody says of its role: "Night Bakers are seasoned hands." It tells nobody to apply.
IN_GENERAL = r"(?:^|[.!?]\s|\n)\s{{0,3}}(?:[a-z-]{{1,20}} ){{0,4}}{holders}(?: on (?:our|the) teams?| at \w{{1,20}})?(?::| (?:are|might|may|can|should|often|typically|[a-z]{{3,12}}(?<!s)) )"
ELSEWHERE = re.compile(
    r"\b(?:in|see|refer to) (?:the|each|our) job ad(?:vert|vertisement)?\b|\b(?:career|progression|competency|levels?) (?:ladder|framework|matrix)\b"
)
ADDRESSED = re.compile(r"\byou(?:r|'ll)?\b")
# A page that says this seeks nobody now.
NOT_NOW = re.compile(
    r"\b(?:when|whenever) we(?:'re| are) (?:next )?(?:hiring|recruiting) (?:for )?(?:this|an?)\b"
)
HIRES = re.compile(
    r"\bapply\b|\bapplicant|\bcandidate|\bwe(?:'re| are) (?:hiring|looking|seeking)|\bjoin (?:us|our)\b|\bequal opportunit"
)
MANY = 4  # sentences on those who hold the role
LAST_WORD = re.compile(r"([a-z]+)[^a-z]*\Z")


def _is_of_a_role_in_general(part: Part, title: str) -> bool:
    """ "Designers are practitioners who …": pages of a handbook speak of those who hold the role, not to "you"."""
    lower = part.view.lower
    opening = lower.lstrip(" \n#*").split("\n", 1)[0]  # such a page opens with the role
    if title and " ".join(lower[:400].split()).lstrip("#* ").startswith(title.lower()):
        opening = title.lower()  # which may fill two lines
    last = LAST_WORD.search(re.split(r",|\(| - ", opening)[0]) if len(opening) < 80 else None
    if not last or f"{last[1]}s " not in lower:
        return False
    general = len(re.findall(IN_GENERAL.format(holders=f"{last[1]}s"), lower))
    hires = len(HIRES.findall(lower))
    if general and (NOT_NOW.search(lower) or (hires < 2 and ELSEWHERE.search(lower))):
        return True
    if general >= MANY and not hires:
        return True
    return general > 1 and hires <= 2 and len(ADDRESSED.findall(lower)) <= 3


def read_kind(part: Part, title: str) -> Kind:
    lower = part.view.lower
    headings = [part.lower(line) for line in part.lines if line.kind is LineKind.HEADING]
    guide_headings = sum(1 for heading in headings if GUIDE_HEADING.search(heading))
    if guide_headings and guide_headings + len(GUIDE_SENTENCE.findall(lower)) >= 3:
        return Kind.GUIDE
    if not part.header_end and _is_of_a_role_in_general(part, title):
        return Kind.GUIDE
    sections = {line.section for line in part.lines if line.kind is not LineKind.HEADING}
    asked = len(sections & {Section.RESPONSIBILITY, Section.REQUIRED, Section.PREFERRED})
    if part.declared_end or (title and asked):
        return Kind.POSTING
    hiring = len(set(HIRING.findall(lower)))
    if title and hiring:
        return Kind.POSTING
    return Kind.POSTING if asked * 2 + hiring >= (3 if asked else 4) else Kind.OTHER
