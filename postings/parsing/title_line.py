"""The line at the top of a posting that is its title.

A part's view comes in, the stretch of the line comes out. Refused are headings, navigation, dates, lines of a
list, and pieces of a wrapped paragraph that happen to name a job.
"""

import re
from collections.abc import Iterator

from postings.parsing.lexicon.headings import section_of
from postings.parsing.lexicon.job_nouns import job_noun_pattern
from postings.parsing.view import View

Stretch = tuple[int, int]

JOB_NOUN = job_noun_pattern()
GENERIC = re.compile(
    r"employment opportunit\w+\Z|(?:job|position|role|vacancy|employment|career|careers?|posting|full)?\s*(?:job )?(?:description|details?|announcement|posting|summary|overview|"
    r"opportunit(?:y|ies)|profile|opening|openings|vacancy|advert(?:isement)?|specification|purpose|ad)s?\W*\Z|"
    r"(?:city|town|county|state|university) of .*\Z|(?:we are hiring|we're hiring|now hiring|join our team|hiring|apply now|careers|jobs?|home|menu|back to .*|search.*|introduction|description|overview|share|print|apply|save|skip to .*|sign in)\W*\Z",
    re.IGNORECASE,
)
PAGE_NOISE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}|https?://|www\.|\bpage \d|\d/\d{1,4}$", re.IGNORECASE)
NAVIGATION = re.compile(
    r"\b(?:cookies?|my account|sign in|log ?in(?!\.\w)|skip to|careers at|job search|search jobs|menu|home page|home)\b|^\s*/\s|^home\b",
    re.IGNORECASE,
)
TEMPLATE = re.compile(r"\{\{.{0,300}?\}\}|\{%.{0,300}?%\}")
GENDERS = re.compile(r"\((?:[mwfdhx]\s?[/|]\s?){1,3}[mwfdhx]\)|\bm/w/d\b|\(all genders\)", re.IGNORECASE)
GLUED = re.compile(r"[a-z]{3}[A-Z][a-z]|\d{3}")
# What a list names is a skill or a duty: "- SQL Server"
LISTED = re.compile(r"\s{0,8}(?:[*•●▪◦+-]|o(?= ))\s")
LINE = re.compile(r"[^\n]+")
SECOND_LINE = re.compile(r"[ ]*\n[ ]*(?P<words>[^\W\d_][^\n:;.|•]{2,60}?)[ ]*(?=\n)")
FIRST_LINE = re.compile(r"[ #*]{0,9}(?P<words>[^\W\d_][^\n:;.|•]{1,60}?)[ *]{0,9}\n[ ]{0,9}")
RANK = re.compile(r"[IVX]+|\d+")
LETTER = re.compile(r"[^\W\d_]")
FIRST_LINES = 14
LONGEST_TITLE = 130
PAGES = 3  # a line that stands so often is a printer's
FULL_LINE = 60  # characters; a shorter one was not wrapped


def title_line(view: View) -> Stretch | None:
    """Take the first short line that names a job, else the very first line if nothing speaks against it."""
    candidates: list[Stretch] = []
    for index, found in enumerate(_lines_with_letters(view.text)):
        if index >= FIRST_LINES:
            break
        start, end = _without_marks(view, found.start(), found.end())
        words = view.text[start:end]
        plausible = _is_plausible(words) and not (
            (index and LISTED.match(view.text, found.start()))
            or _is_wrapped(view.text, found.start(), found.end())
        )
        if not plausible:
            if len(words) > 160:
                break
            continue
        known, section = section_of(words)
        if known and section and not JOB_NOUN.search(words):
            continue
        candidates.append((start, end))
    named = next((one for one in candidates if GENDERS.search(view.text, *one)), None)
    named = named or _first_named(view, [one for one in candidates if JOB_NOUN.search(view.text, *one)])
    if named:
        start, end = _with_its_second_line(view, *named)
        return _with_its_first_line(view, start, end)
    return _very_first(view, candidates)


def _first_named(view: View, named: list[Stretch]) -> Stretch | None:
    """ "Crustwell Engineering" above "Night Baker" is the employer's banner, if it heads every page and that does not."""
    if len(named) > 1 and times_as_a_line(view, view.text[slice(*named[0])]) >= PAGES:
        others = (one for one in named[1:] if times_as_a_line(view, view.text[slice(*one)]) < PAGES)
        return next(others, named[0])
    return named[0] if named else None


def times_as_a_line(view: View, words: str) -> int:
    """Return how often the words stand as a line of their own, as the head of a page does."""
    return sum(line.strip(" #*|") == words for line in view.text.split("\n") if words in line)


def _with_its_second_line(view: View, start: int, end: int) -> Stretch:
    """A printer breaks a long title: "Principal Oven⏎Safety Engineer", "Baker (Night⏎Shift)"."""
    words = view.text[start:end]
    below = SECOND_LINE.match(view.text, end)
    if not below or len(words) + len(below["words"]) > LONGEST_TITLE:
        return start, end
    opened = words.count("(") > words.count(")") and below["words"].count(")") == 1
    last = words.split()[-1]
    bare = words.replace(" ", "").isalnum() and not JOB_NOUN.fullmatch(last) and not RANK.fullmatch(last)
    titled = all(word[0].isupper() for word in below["words"].split())
    said = f"{last} {below['words']}".lower() in view.lower  # in one line elsewhere
    if opened or (bare and titled and said and JOB_NOUN.fullmatch(below["words"].split()[-1])):
        return start, below.end("words")
    return start, end


def _with_its_first_line(view: View, start: int, end: int) -> Stretch:
    """ "Oven Safety⏎Engineer", where the text says "oven safety engineer" elsewhere."""
    first = view.text.rfind("\n", 0, max(0, start - 1)) + 1
    above = FIRST_LINE.fullmatch(view.text, first, start)
    if above and f"{above['words']} {view.text[start:end]}".lower() in view.lower:
        return above.start("words"), end
    return start, end


def _is_plausible(words: str) -> bool:
    return (
        2 < len(words) <= LONGEST_TITLE
        and len(words.split()) <= 16
        and not any(pattern.search(words) for pattern in (PAGE_NOISE, NAVIGATION, TEMPLATE))
        and not GENERIC.match(words)
        and not words.rstrip().endswith((".", ":", "!", "?", ","))
        and not words[0].islower()
        and not is_sentence(words)
    )


def _is_wrapped(text: str, start: int, end: int) -> bool:
    """Is the line a piece of a paragraph? It goes on from a full line, or goes on itself in small letters."""
    before = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)].rstrip()
    goes_on = text[end : end + 2]
    from_above = len(before) > FULL_LINE and before[-1] not in ".!?:;"
    return from_above or (end - start > FULL_LINE and goes_on[:1] == "\n" and goes_on[1:].islower())


def _lines_with_letters(text: str) -> Iterator[re.Match[str]]:
    return (found for found in LINE.finditer(text) if LETTER.search(found.group()))


def _very_first(view: View, candidates: list[Stretch]) -> Stretch | None:
    """The line that a text opens with names the role, if it is as short as names are and nothing goes before."""
    if not candidates:
        return None
    start, end = candidates[0]
    words = view.text[start:end]
    opens = not view.text[:start].strip(" \n\t#*")
    if not opens or len(words.split()) > 8 or GLUED.search(words) or ":" in words or section_of(words)[0]:
        return None
    return candidates[0]


def _without_marks(view: View, start: int, end: int) -> Stretch:
    words = view.text[start:end]
    lead = re.match(r"[\s#*•>|=-]*", words)
    return view.trimmed(start + (lead.end() if lead else 0), start + len(words.rstrip(" \t#*|=")))


def is_sentence(words: str) -> bool:
    return (
        bool(re.search(r"(?<!\b[SsJj]r)(?<=[a-z])\.(?:\s|$)|\b(?:is|are|will|you|we)\b", words))
        and len(words.split()) > 6
    )
