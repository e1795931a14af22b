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
from collections.abc import Iterator
from datetime import date

from postings.facts import Fact, Span
from postings.parsing.extract.days import DAY, read_day
from postings.parsing.part import Part
from postings.parsing.view import Link

# A field or a sentence that ends in an address: "Apply at https://…", "Jetzt bewerben: https://…"; not "www.acme.example".
APPLY_FIELD = re.compile(
    r"""(?: \b apply(?:[ _-]?(?:url|link|here|now|online|to))?
          | \b application[ _](?:url|link|form|page|website) | \b external_url | \b (?:jetzt\s)?bewerb\w+
        | \b postul\w+ | \b candidat\w+ | \b inscr\w+ | \b how\sto\sapply | \b link\sto\sapply
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

CLOSES = re.compile(
    r"""(?: \b (?: (?:application|applications|closing|submission|posting|job)\s
          (?:deadline|closing\sdate|close\sdate|closes?|close\son|end\sdate|end\sdate|due(?:\sdate)?|due\sby|date|expir\w+) | deadline(?:\s(?:to|for)\s(?:apply|applications?|submission))? | deadline\sdate
          | clos(?:e|es|ing)[ _](?:date|on) | closes | close_date | apply\s (?: by | before
            | no\slater\sthan | until | on\sor\sbefore ) | applications?\s (?: \w+\s ){0,3}? (?: by | until
            | due | close\son | close )
          | valid\s?through | expir(?:es|y|ation)[ _]?(?:on|date)? | last\sdate(?:\sto\sapply)?
            | open\suntil | bewerbungs(?:schluss|frist|ende) | bewerbung\sbis
            | date\slimite(?:\sde\s(?:candidature|dépôt))? | fecha\s(?:límite|de\scierre)
            | sista\sansökningsdag | scadenza | prazo ) )
      [\s*:"'.=-]* (?: (?:is|on|by|am|bis|zum|le|el|to)\s ){0,2} (?:
        (?:\d{1,2}:\d\d|midnight|noon|\d{1,2}\s?[ap]m|11:59\s?p\.?m\.?)\s?(?:[ap]\.?m\.?)?\s?(?:(?:[ecmp][sd]?t|gmt|utc|cet|cest|bst|aoe)\s)? (?:on|,|-)? \s* )? (?: (?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s )? """,
    re.VERBOSE,
)
POSTED = re.compile(
    r"""(?: ^ | (?<=[\s*|·(]) ) (?: (?:date\s)?posted(?:\s(?:on|date))?
          | posting[ _](?:date|start\sdate|opened) | publication[ _]date | published(?:[ _](?:on|at|date))?
          | date[ _](?:posted|published|opened) | datePosted | dateposted
          | open(?:s|ing|ed)?[ _](?:date|on) | open_date | opens | veröffentlicht(?:\sam)?
          | publiée?\s?(?:le)? | publicado(?:\sel)? | publicerad
        | erstellt\sam | opening\sdate ) [\s*:"'=-]{1,6} (?: (?:on|am|le|el)\s )? (?:
          (?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s )? """,
    re.VERBOSE | re.MULTILINE,
)
DATED = (
    "deadline",
    "clos",
    "apply",
    "applications",
    "valid",
    "expir",
    "open",
    "posted",
    "posting",
    "publi",
    "date",
    "bewerbung",
    "fecha",
    "sista",
    "erstellt",
    "veröff",
    "scadenza",
    "prazo",
)


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
    return next(_days_after(part, label), None)


def _days_after(part: Part, label: re.Pattern[str]) -> Iterator[Fact[date]]:
    lower = part.view.lower
    if not any(word in lower for word in DATED):
        return
    for found in label.finditer(lower):
        stated = DAY.match(lower, found.end())
        if stated and (day := read_day(stated)):
            yield part.view.fact(day, *stated.span())
