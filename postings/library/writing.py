"""Writes a brief out: header, sections in the layout's order, and the facts that the words state."""

from decimal import Decimal

from postings.facts import Fact, PostingFacts, Span, Years
from postings.library.brief import Brief
from postings.library.choosing import Chosen, choose
from postings.library.draft import Draft
from postings.library.drawing import words_of
from postings.library.employers import name_for_addresses
from postings.library.header import Facts, Header, unfilled
from postings.library.layouts import Layout
from postings.library.page import Page
from postings.library.phrases import Draw, pick
from postings.vocabulary import Section, State

ADDRESSES = ("https://jobs.{}/{}", "https://careers.{}/{}", "https://{}/jobs/{}", "https://apply.{}/{}")


def write(brief: Brief, key: str) -> Draft:
    draw = brief.words_draw().random
    page = Page()
    chosen = choose(brief, draw)  # before the header, whose draws depend on what it has to say
    facts = Header(page, brief, draw).write()
    for section in brief.layout.order:
        _section(page, brief, section, chosen, draw, facts)
        if section is Section.PREFERRED:
            _pay(page, brief, facts, draw)
    _address(page, brief, key, facts, draw)
    text = page.text().rstrip("\n") + "\n"
    facts["language"] = Fact(brief.role.language)
    name = f"{name_for_addresses(brief.rung.title)}-{name_for_addresses(brief.employer.name)}"[:90].rstrip(
        "-"
    )
    return Draft(
        key=key,
        text=text,
        facts=PostingFacts(
            items=tuple(page.items), skills=page.skills(), findings=tuple(page.findings), **facts
        ),
        posted_at=brief.posted_at,
        file_name=f"{name}-{key.rsplit('-', 1)[-1]}.{brief.layout.file_type}",
    )


def _heading(page: Page, layout: Layout, words: str) -> None:
    text = words.upper() if layout.capitals else words
    page.add(f"\n{layout.before}{text}{layout.after}\n" + ("\n" if layout.before else ""))


def _section(page: Page, brief: Brief, section: Section, chosen: Chosen, draw: Draw, facts: Facts) -> None:
    lines = chosen.get(section)
    if not lines:
        return
    layout = brief.layout
    _heading(page, layout, _title(brief, section, draw))
    prose = section in (Section.ABOUT, Section.PROCESS) or not layout.bullet
    bullet, stop, between = ("", ".", " ") if prose else (layout.bullet, layout.stop, "\n")
    last = len(lines) - 1
    for place, (theme, said) in enumerate(lines):
        page.add(bullet)
        page.item(section, said, theme)
        if theme in KEPT and section is not Section.ABOUT:
            _keep(page, brief, theme, facts)
        page.add(stop + (between if place < last else "\n"))


KEPT = {"experience", "education", "visa", "bonus", "equity"}


def _title(brief: Brief, section: Section, draw: Draw) -> str:
    words = pick(words_of(brief.role.language)[section.value], draw)
    return words.replace("{employer}", brief.company) if "{" in words else words


def _keep(page: Page, brief: Brief, theme: str, facts: Facts) -> None:
    """What the item just written says beside its skills."""
    item = page.items[-1]
    raw = item.text
    if theme == "education":
        if item.section is Section.REQUIRED:
            facts["education"] = Fact(brief.degree, State.STATED, item.span, raw)
    elif theme == "visa":
        facts["visa_sponsorship"] = Fact(brief.visa, State.STATED, item.span, raw)
    elif theme == "experience":
        _keep_years(page, brief, facts)
    else:
        facts[theme] = Fact(raw, State.STATED, item.span, raw)


def _keep_years(page: Page, brief: Brief, facts: Facts) -> None:
    span = page.years
    if span is None or page.items[-1].section is not Section.REQUIRED or "experience_years" in facts:
        return
    item = page.items[-1]
    raw = item.text[span.start - item.span.start : span.end - item.span.start]
    if brief.years_placeholder:
        facts["experience_years"] = Fact(None, State.PLACEHOLDER, span, raw)
        page.findings.append(unfilled(span, raw))
    elif brief.years:
        low, high = brief.years
        value = Years(Decimal(low), Decimal(high) if high else None)
        facts["experience_years"] = Fact(value, State.STATED, span, raw)


def _pay(page: Page, brief: Brief, facts: Facts, draw: Draw) -> None:
    plan, layout = brief.pay, brief.layout
    if not plan.body:
        return
    words = words_of(brief.role.language)
    _heading(page, layout, pick(words["paytitle"], draw))
    state = State.CONFLICTING if plan.conflicting else State.STATED
    found = []
    several = len(plan.body) > 1
    for one in plan.body:
        if several:
            page.add(layout.bullet or "- ")
            scope = one.pay.scope
            page.add(f"{scope}: " if scope else f"{pick(words[one.pay.basis.value], draw)}: ")
        else:
            page.add(pick(words["payline"], draw) + " ")
        span = page.put(one.words)
        page.add("\n" if several else ".\n")
        found.append(Fact(one.pay, state, span, one.words))
    if plan.head is None or plan.conflicting:
        facts["pay"] = tuple(found)


def _address(page: Page, brief: Brief, key: str, facts: Facts, draw: Draw) -> None:
    if draw() > 0.62:
        return
    path = f"{name_for_addresses(brief.rung.title)}-{key.rsplit('-', 1)[-1]}"
    address = pick(ADDRESSES, draw).format(brief.employer.domain, path)
    page.add(f"\n{pick(words_of(brief.role.language)['apply'], draw)}: ")
    span: Span = page.put(address)
    page.add("\n")
    facts["apply_url"] = Fact(address, State.STATED, span, address)
