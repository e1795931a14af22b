"""Remote, hybrid or on site: from labels, the head and the title, else from what the sentences say of this role.

"Hybrid cloud", "remote sensing" and "our remote teams" are not where someone works.
"""

import re
from collections.abc import Iterator

from postings.facts import Fact
from postings.parsing.extract.near import stretches_near
from postings.parsing.header import Header
from postings.parsing.part import Part
from postings.vocabulary import Section, WorkMode

IN_FIELD = re.compile(
    r"(?P<hybrid>\bhybrid\w*|\bflex(?:ible)? location)|(?P<remote>\bremot\w*|\btelecommut\w*|\btelework\w*|\bwork from home\b|\bwfh\b|\bhome[- ]?office\b|\bteletrabajo|\btélétravail|\bvirtual\b|\banywhere\b)"
    r"|(?P<onsite>\bon[- ]?site\b|\bin[- ]office\b|\bin[- ]person\b|\bvor ort\b|\bpresencial\b|\bsur site\b)",
    re.IGNORECASE,
)
TITLE_MODE = re.compile(
    r"\b(?:(?P<hybrid>hybrid)|(?P<remote>remote|home[- ]office|télétravail|remoto)|(?P<onsite>on-?site|in-office))\b(?! (?:sensing|monitoring|support|access|cloud))",
    re.IGNORECASE,
)
HYBRID = re.compile(
    r"\bhybrid(?:/remote)? (?:role|way|position|work(?:ing|place|er)?\b(?!loads?)|schedule|model(?! architecture)|arrangement|opportunity|setup|set-up|job|environment with|format|basis|policy|option|team|or remote|\()"
    r"|\b(?:role|position|job|this|schedule|arrangement|model|work mode|workplace|location)(?: is| will be|:)? (?:a |on a )?\(?hybrid\b(?! (?:cloud|app|mobile))"
    r"|\bhybrid[-/ ](?:remote|onsite|on-site|in-office)\b|\bhybrid\)|\(hybrid|\bhybrides arbeiten|\bhybrid/remote\b|\bmodo híbrido|\bmodalidad híbrida"
    r"|\b(?:\d|one|two|three|four|2-3|1-2|3-4)(?: \(\d\))? (?:or more )?days?(?: (?:a|per|each|every|/) ?week| /week| weekly)? (?:in|at|from|on) (?:the |our |an? )?(?:\w+ ){0,2}(?:office|site|hub|person|campus)"
    r"|\b(?:in|at|to) (?:the |our )?(?:\w+ ){0,2}office (?:at least )?(?:\d|one|two|three|four|2-3|1-2)(?: \(\d\))? days?"
    r"|\b(?:\d|two|three|one|ein|zwei|drei|deux|trois|un|dos|tres) (?:tage?|jours?|días)[^.\n]{0,30}(?:home[- ]?office|télétravail|teletrabajo|remote)"
    r"|\b(?:remote|work from home)[^.\n]{0,60}\bbut\b[^.\n]{0,60}(?:office|on-?site|in[- ]person)[^.\n]{0,30}(?:required|occasional|some)"
    r"|\bremote[^.\n]{0,40}\b(?:ok|okay|possible)\b[^.\n]{0,40}\boffice\b[^.\n]{0,20}\brequired"
    r"|\bmobile office[^.\n]{0,40}(?:in-?office|büro)|\bpick their own office|\boffice, at home,? or (?:a bit of )?both",
)
REMOTE = re.compile(
    r"\b(?:100 ?%|fully|completely|entirely|all|permanently|primarily|mostly)[- ]remote\b|\b(?:be|is|are)100% remote"
    r"|\bremote(?:/hybrid)?(?:,| or hybrid)? (?:role|position|work\b(?! authori)|job|opportunity|option|hiring|working|within|in the|in u|from|friendly|based|only|eligible|first (?:company|team|culture|environment|work)|setup|worker|candidates?|applicants?|anywhere|contract)"
    r"|\bremote-(?:friendly|first|only|based|eligible|ok)\b|\bwork(?:ing)? (?:fully |100% |completely |entirely )?remot\w+"
    r"|\b(?:role|position|job|this|location|opportunity|workplace type|work location)(?: is| can be| may be| will be|:)?(?: a| fully| currently| open to| considered)*:? \(?remote\b(?! (?:sens|monitor|acc|team|support))"
    r"|\bwork(?:ing)? from (?:home|anywhere)\b|\bwfh\b|\btelecommut|\btelework|\bhome[- ]based\b|\blocation-independent|\bbe remote\b|\boption to be remote|\bremotely\b"
    r"|\bortsunabhängig\w*|\b100% homeoffice|\bfull[- ]remote\b|\btélétravail (?:total|complet|à 100)|\bremoto\b|\bteletrabajo\b|\bremote job\b|\bremote\)|\(remote\b|\bremote,? (?:usa?|u\.s|uk|u\.k|europe|canada|india|emea|poland|germany)\b|#li-remote",
)
ONSITE = re.compile(
    r"\b(?:fully |100% )?(?:on-?site|in-?office|in-person) (?:role|position|job|work\b|opportunity|only|presence|attendance|at (?:our|the)|in [a-z]|(?:5|five) days)|\b(?:role|position|job|this) (?:is|will be|requires)(?: a| an| fully| 100%| to be| being)* (?:on-?site|in-?office|in-person)\b"
    r"|\bnot (?:a |eligible for )?(?:remote|telework)|\bno remote\b|\bwork location: in person|\bwork (?:on-?site|in person|in the office)\b|\bengage with \w+ in-person|#li-onsite|\bon-?site (?:daily|full[- ]time)|\b(?:5|five) days (?:a|per) week (?:in|at) (?:the|our) office"
    r"|\b(?:is|are|and|work(?:ing)?|time,?) (?:fully )?on[- ]site\b(?! (?:interview|gym|visit|support|customer|client))|\bmust be able to commute|\bonsite in\b|\btrabajo presencial",
)
NOT_THIS_ROLE = re.compile(
    r"(?:hybrid|remote)[- ](?:cloud|sens|multi|infrastructure|mobile|app\b|environments? across|monitoring|access|server|desktop|device|control|employees|offices?|nodes|healthcare|patient|learning|deployment|site|work authori)|on-?site (?:gym|interview|cafe|restaurant|kitchen|parking|medical|daycare|childcare|fitness|customer|client|support|visits?|meetings?|training|events?|lunch|search|audit)",
    re.IGNORECASE,
)
CONTEXTS = (Section.ABOUT,)


def read_work_mode(part: Part, header: Header, title: Fact[str] | None) -> Fact[WorkMode] | None:
    return _from_fields(part, header) or _from_title(part, title) or _from_body(part)


def _from_fields(part: Part, header: Header) -> Fact[WorkMode] | None:
    for name in ("mode", "place", "chip_place"):
        found = [
            match
            for start, end in header.fields.get(name, ())
            for match in IN_FIELD.finditer(part.view.text, start, end)
        ]
        modes = {match.lastgroup for match in found}
        if name == "chip_place" and modes != {"hybrid"} and (body := _strong_hybrid(part)):
            return body
        for mode in ("hybrid", "remote", "onsite"):
            if mode in modes:
                match = next(match for match in found if match.lastgroup == mode)
                return part.view.fact(WorkMode(mode), *match.span())
    return None


def _from_title(part: Part, title: Fact[str] | None) -> Fact[WorkMode] | None:
    if title is None or not title.raw:
        return None
    at = part.view.text.find(title.value or "\0")
    end = part.view.text.find("\n", at + len(title.value or ""))
    last = min(at + len(title.value or "") + 12, end if end >= 0 else len(part.view.text))
    if at >= 0 and (found := TITLE_MODE.search(part.view.text, at, last)):
        return part.view.fact(WorkMode(str(found.lastgroup)), *found.span())
    return None


def _strong_hybrid(part: Part) -> Fact[WorkMode] | None:
    found = next(_said(part, HYBRID), None)
    return part.view.fact(WorkMode.HYBRID, *found.span()) if found else None


def _from_body(part: Part) -> Fact[WorkMode] | None:
    hybrid, remote, onsite = (next(_said(part, pattern), None) for pattern in (HYBRID, REMOTE, ONSITE))
    if hybrid and remote and re.match(r"(?:fully|100)", remote.group(), re.IGNORECASE):
        hybrid = None
    for mode, found in ((WorkMode.HYBRID, hybrid), (WorkMode.REMOTE, remote), (WorkMode.ONSITE, onsite)):
        if found and not (
            mode is WorkMode.REMOTE and onsite and onsite.group().lower().startswith(("no", "not"))
        ):
            return part.view.fact(mode, *found.span())
    return None


# Words that every phrase of a mode has one of, and how far from it the phrase may begin and end.
TRIGGERS = {
    HYBRID: ("hybrid", "híbrid", "office", " days", " day ", "home", "tele", "télé", "remote"),
    REMOTE: (
        "remot",
        "from home",
        "from anywhere",
        "wfh",
        "tele",
        "télé",
        "home-based",
        "home based",
        "location-indep",
        "ortsun",
        "homeoffice",
    ),
    ONSITE: (
        "onsite",
        "on-site",
        "office",
        "in person",
        "in-person",
        "not ",
        "no remote",
        "commut",
        "presencial",
    ),
}
AROUND = 110


def _said(part: Part, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Look for a phrase only around the words that every such phrase has one of."""
    lower = part.view.lower
    for start, end in stretches_near(lower, TRIGGERS[pattern], AROUND, AROUND):
        for found in pattern.finditer(lower, start, end):
            if not NOT_THIS_ROLE.match(lower, found.start()):
                yield found
