"""Where to apply: an address that a label, the words of a link or its own path name as the one for applications.

A part in; the address with its evidence out, or None. Never a company's site, its benefits or its blog, nor an
e-mail address.
"""

import re

from postings.facts import Fact, Span
from postings.parsing.extract.near import hits_of
from postings.parsing.part import Part
from postings.parsing.view import Link

# A field or a sentence that ends where an address begins: "Apply at https://…", "Jetzt bewerben: https://…"; not
# "Our shop: https://…".
APPLY_LABEL = re.compile(
    r"""(?: \b apply(?:[ _-]?(?:url|link|here|now|online|to))?
          | \b application[ _](?:url|link|form|page|website) | \b external_url
        | \b (?: bew[ei]rb\w* | postul\w+ | candidat\w+ | inscr\w+ | aplica\w* | solicitud | solliciteer | ansök\w* ) (?:\s[\w-]+){0,4} | \b how\sto\sapply | \b link\sto\sapply
          | \b to\sapply [^.\n]{0,60} | \b apply\s (?: [^.\n:]{0,40}\s )? (?: at | via | through | on
          | using | by\svisiting | here | online\sat ) )
      ['"\s*]{0,8} [:,-]? \s{0,3} ["'(<]? \s{0,3} \Z""",
    re.VERBOSE,
)
ADDRESS = re.compile(r"(?:https?://|www\.[\w-]+\.[a-z])[^\s<>\"')\]]*")
# "(https://…/jobs?a=1&⏎b=2)": a printer broke the line; the bracket tells where the address ends.
BROKEN = re.compile(r"https?://[^\s<>\"')\]]{1,500}\n[^\s<>\"'():]{1,200}(?=\))")
ADDRESSES = ("http", "www.")
LABEL_OF_ADDRESS = 140  # characters before it
APPLY_WORDS = re.compile(
    r"""\W{0,12} (?: (?:click\s(?:here\s)?to\s)? apply \b [^\n]{0,40}
          | (?:submit|send|start)\s (?:your\s|an\s)? application | application\s (?:form|link|page|portal)
          | (?:jetzt\s|hier\s|online\s)? bewerben \b [^\n]{0,20} | zur\sbewerbung | postuler \b [^\n]{0,20}
        | je\spostule | candidater | (?:inscr[ií]be|postúla|postul)\w* | aplica\w* (?:\saquí)?
          | candidat(?:ar|e)-se | candidati | solliciteer \b [^\n]{0,20} | ansök \b [^\n]{0,20}
          | (?:see|view)\s(?:the\s)?job\s(?:posting|ad) ) \W{0,12}""",
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


def read_apply_url(part: Part) -> Fact[str] | None:
    """The surest kind of statement goes first: a field on top, then links by their words, then by their address."""
    view = part.view
    return (
        _field(part, 0, max(part.declared_end, min(FRONT, len(view.text))))
        or next((_of(part, link) for link in view.links if _applies(part, link)), None)
        or next((_of(part, link) for link in view.links if APPLY_PATH.search(link.url.lower())), None)
        or _field(part, 0, len(view.text))
        or _tracker(part)
        or _plain(part)
    )


def _field(part: Part, start: int, end: int) -> Fact[str] | None:
    lower = part.view.lower
    for at in _addresses(lower, start, end):
        if APPLY_LABEL.search(lower, max(start, at - LABEL_OF_ADDRESS), at):
            return _address(part, at)
    return None


def _plain(part: Part) -> Fact[str] | None:
    """The only address in the text whose path is that of an application: "https://…/apply/"."""
    view = part.view
    found = [_address(part, at) for at in _addresses(view.lower, 0, len(view.lower))]
    pages = [fact for fact in found if fact and APPLY_PATH.search((fact.value or "").lower())]
    return pages[0] if len({page.value for page in pages}) == 1 else None


def _addresses(lower: str, start: int, end: int) -> list[int]:
    """Return where addresses begin; "www." within one begins none."""
    hits = sorted(hits_of(lower, ADDRESSES))
    return [at for at in hits if start <= at < end and lower[at - 1 : at] not in ("/", ".")]


def _address(part: Part, at: int) -> Fact[str] | None:
    text = part.view.text
    broken = BROKEN.match(part.view.lower, at) if text[at - 1 : at] == "(" else None
    found = broken or ADDRESS.match(part.view.lower, at)
    if found is None:
        return None
    url = text[at : found.end()].rstrip(".,;:!?*_")
    value = url.replace("\n", "")
    return part.view.fact(
        value if value.lower().startswith("http") else f"https://{value}", at, at + len(url)
    )


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
