"""Where to apply, when it was posted and until when one may apply.

A part in; an address and two days out, each None where the text does not say. An address is taken from a
  labelled
line, a link whose words say "apply", or the title's own link to a page for applications; never from a
  company's
site, its benefits or its blog, nor an e-mail address. Days come from labelled fields alone, and only in
  forms that
can be read in one way: 03/04/2026 is March or April, so it is neither.
"""

import re
from datetime import date

from postings.facts import Fact, Span
from postings.parsing.extract.days import DAY, MONTH, read_day
from postings.parsing.part import Part
from postings.parsing.view import Link

# A field or a sentence that ends in an address: "Apply at https://…", "Jetzt bewerben: https://…"; not "www.acme.example".
APPLY_FIELD = re.compile(
    r"""(?: \b apply(?:[ _-]?(?:url|link|here|now|online|to))?
          | \b application[ _](?:url|link|form|page|website) | \b external_url
        | \b (?: bew[ei]rb\w* | postul\w+ | candidat\w+ | inscr\w+ | aplica\w* | solicitud | solliciteer | ansök\w* ) (?:\s[\w-]+){0,4} | \b how\sto\sapply | \b link\sto\sapply
          | \b to\sapply [^.\n]{0,60} | \b apply\s (?: [^.\n:]{0,40}\s )? (?: at | via | through | on
          | using | by\svisiting | here | online\sat ) )
      ['"\s*]* [:,-]? \s* ["'(<]? \s* (?P<url> https?://[^\s<>"')\]]+ )""",
    re.VERBOSE,
)
APPLY_WORDS = re.compile(
    r"""\W* (?: (?:click\s(?:here\s)?to\s)? apply \b [^\n]{0,40}
          | (?:submit|send|start)\s (?:your\s|an\s)? application | application\s (?:form|link|page|portal)
          | (?:jetzt\s|hier\s|online\s)? bewerben \b [^\n]{0,20} | zur\sbewerbung | postuler \b [^\n]{0,20}
        | je\spostule | candidater | (?:inscr[ií]be|postúla|postul)\w* | aplica\w* (?:\saquí)?
          | candidat(?:ar|e)-se | candidati | solliciteer \b [^\n]{0,20} | ansök \b [^\n]{0,20}
          | (?:see|view)\s(?:the\s)?job\s(?:posting|ad) ) \W*""",
    re.VERBOSE,
)
APPLY_PATH = re.compile(r"/(?:apply|applications?|bewerb\w*|postuler)(?:[/?#_-]|$)")
# Houses of applicant tracking; their job pages have an address of their own, their home pages do not matter.
TRACKERS = re.compile(
    r"""https?:// [\w.-]* (?: greenhouse\.io | lever\.co | ashbyhq\.com | workable\.com
          | smartrecruiters\.com | recruiterbox\.com | breezy\.hr | teamtailor\.com
        | personio\.(?:de|com) | bamboohr\.com | icims\.com | myworkdayjobs\.com | jobvite\.com
          | taleo\.net | recruitee\.com | applytojob\.com | rippling\.com
        | pinpointhq\.com | trakstar\.com | hire\.com | jazz\.co | softgarden\.io | welcomekit\.co
          | paylocity\.com | ultipro\.com | dover\.(?:io|com) ) / [^\s"'<>)\]]* (?: \d{3,} | [0-9a-f]{8}-
          | /j/ | /jobs?/ | /o/ | /p/ ) [^\s"'<>)\]]*""",
    re.VERBOSE,
)
ANCHOR = re.compile(
    r"""<a\s[^<>]{0,300}?href=["'](?P<url>https?://[^"'<>\s]{3,1000})["'][^<>]{0,300}>""", re.IGNORECASE
)
SHORT = 60  # characters; a whole sentence that is a link does not name what the link does
FRONT = 400

WEEKDAY = (
    r"(?: (?: (?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?"
    r" | (?:mon|diens|donners|frei|sams|sonn)tag ) ,? \s )"
)
TIME = r"""(?: (?: \d{1,2}[:.]\d\d | \d{1,2}\s?[ap]\.?m\.? | midnight | noon | close\sof\sbusiness | end\sof\sday )
    \s? (?: [ap]\.?m\.? )? \s? (?: (?: [ecmp][sd]?t | gmt | utc | cet | cest | bst | aoe | uhr ) \s )? (?: on\s | ,\s? | -\s? )? )"""
# "Application deadline: 31 May 2026", "Apply by June 1, 2026", "Bewerbungsfrist: 30.09.2026"; not "a deadline of 5 days".
CLOSES = re.compile(
    rf"""(?: \b (?: application s? | closing | submission | posting | job | expected | vacancy | review ) \s
            (?: deadline | clos(?:e|es|ing) (?:\s(?:date|on))? | end\sdate | due (?:\s(?:date|by))? | expir\w+ )
          | \b deadline (?: \sdate )? | \b clos(?:e|es|ing) (?: [ _]date | \son ) | ^ [^\w\n]* closes
          | \b apply\s (?: by | before | no\slater\sthan | until | on\sor\sbefore )
          | \b applications?\s (?: [\w-]+\s ){{0,4}}? (?: by | until | due | before | no\slater\sthan )
          | \b valid\s?through | \b expir (?: es | y | ation ) [ _]? (?: on | date )? | \b open\suntil
          | \b last\s (?:date|day) (?:\sto\sapply)? | \b bewerbungs (?: schluss | frist | ende ) | \b bewerbung\w*\s (?:[\w-]+\s){{0,4}}? bis
          | \b date\slimite | \b candidature\w*\s (?:[\w-]+\s){{0,4}}? (?: avant | jusqu'au ) | \b clôture | \b fecha\s (?: límite | de\scierre )
          | \b sista\sansökningsdag | \b ansök\ssenast | \b scadenza | \b prazo | \b sluitingsdatum | \b reageren\skan\stot )
      (?: \s (?: for | of | to | de | des ) \b [^.\n:]{{0,45}}? )?
      [\s*_:"'.=-]* (?: (?: is | on | by | am | bis | spätestens | zum | der | den | le | el | to | ist | date | du | au | il | la | está ) [\s:]+ ){{0,3}}
      {TIME}? {WEEKDAY}? (?= \d | (?: {MONTH} ) \b )""",
    re.VERBOSE | re.MULTILINE,
)
# "Posted on 3 May 2026", "open_date: 2026-05-03"; not "Posted today", nor "an opening date with our team".
POSTED = re.compile(
    rf"""(?: ^ | (?<= [\s*|·(_"'] ) ) (?: (?:date\s)? posted (?: \s (?:on|date) )? | posting [ _] (?: date | start\sdate | opened )
          | publication [ _] date | published (?: [ _] (?:on|at|date) )? | date [ _]? (?: posted | published | opened )
          | open (?: s | ing | ed )? [ _] (?: date | on ) | opens | veröffentlicht (?:\sam)? | veröffentlichungsdatum | online\sseit | erstellt\sam
          | publiée? (?: \sle )? | date\sde\spublication | mise?\sen\sligne | publicad[oa] (?: \sel )? | fecha\sde\spublicación
          | publicerad | pubblicat[oa] | geplaatst (?: \sop )? )
      [\s*_:"'=-]{{1,6}} (?: (?: on | am | le | el | il | op ) \s )? {WEEKDAY}? (?= \d | (?: {MONTH} ) \b )""",
    re.VERBOSE | re.MULTILINE,
)
MAYBE_A_DAY = re.compile(r"(?<!\d)20\d\d(?!\d)|\d[./-]\d\d?[./-]\d\d")
LABEL_WITHIN = 120  # characters before the day


def read_links_and_dates(part: Part) -> tuple[Fact[str] | None, Fact[date] | None, Fact[date] | None]:
    """Return the address to apply at, the day of posting and the last day to apply."""
    return _apply_url(part), _day_after(part, POSTED), _day_after(part, CLOSES)


def _apply_url(part: Part) -> Fact[str] | None:
    view = part.view
    return (
        _field(part, 0, max(part.declared_end, min(FRONT, len(view.text))))
        or next((_of(part, link) for link in view.links if _applies(part, link)), None)
        or next((_of(part, link) for link in view.links if APPLY_PATH.search(link.url.lower())), None)
        or _field(part, 0, len(view.text))
        or _tracker(part)
    )


def _field(part: Part, start: int, end: int) -> Fact[str] | None:
    found = APPLY_FIELD.search(part.view.lower, start, end) if "http" in part.view.lower else None
    if found is None:
        return None
    first, last = found.span("url")
    url = part.view.text[first:last].rstrip(".,;:!?*_")
    return part.view.fact(url, first, first + len(url))


def _applies(part: Part, link: Link) -> bool:
    if not link.url.lower().startswith(("http://", "https://")) or not 0 < link.end - link.start <= SHORT:
        return False
    return APPLY_WORDS.fullmatch(part.view.lower, link.start, link.end) is not None


def _of(part: Part, link: Link) -> Fact[str]:
    """The evidence is the whole link, its words and its address."""
    view = part.view
    if link.start == link.end:
        return Fact(link.url)
    words = view.span(link.start, link.end)
    after = view.source.find(link.url, words.start, words.end + len(link.url) + 10)
    if after < 0:
        return Fact(link.url, span=words, raw=view.source[words.start : words.end])
    return Fact(link.url, span=Span(after, after + len(link.url)), raw=link.url)


def _tracker(part: Part) -> Fact[str] | None:
    """The page that a link leads to at a tracker is this job's, if it is the only one.

    Not so an address in plain text: printers put that of the page itself below every sheet.
    """
    view = part.view
    if not view.text:
        return None
    whole = view.span(0, len(view.text))
    pages = [_of(part, link) for link in view.links if TRACKERS.fullmatch(link.url)]
    if "<a" in view.source[whole.start : whole.end]:
        pages.extend(
            Fact(anchor["url"], span=Span(*anchor.span("url")), raw=anchor["url"])
            for anchor in ANCHOR.finditer(view.source, whole.start, whole.end)
            if TRACKERS.fullmatch(anchor["url"])
        )
    return pages[0] if len({page.value for page in pages}) == 1 else None


def _day_after(part: Part, label: re.Pattern[str]) -> Fact[date] | None:
    """Look for the label only before something that may be a day: most texts have none."""
    lower = part.view.lower
    for hint in MAYBE_A_DAY.finditer(lower):
        for found in label.finditer(lower, max(0, hint.start() - LABEL_WITHIN), hint.end()):
            stated = DAY.match(lower, found.end())
            if stated and (day := read_day(stated)):
                return part.view.fact(day, *stated.span())
    return None
