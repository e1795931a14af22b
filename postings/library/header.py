"""The top of a document: title, employer, place, kind of work, pay, dates, in one of five forms."""

from typing import Any

from postings.facts import Fact, Finding, Location, Span
from postings.library.brief import Brief
from postings.library.drawing import words_of
from postings.library.money import Offer
from postings.library.page import MENTIONED, Page
from postings.library.phrases import Draw, pick
from postings.library.wording import article, day, location_of, place_name
from postings.vocabulary import Severity, State

Facts = dict[str, Any]  # fields of PostingFacts, gathered while the text is written
LABELLED = ("title", "company", "department", "location", "mode", "type", "pay", "posted", "closes")


class Header:
    """The words of every field, and what each says once it has its place."""

    __slots__ = ("brief", "draw", "facts", "page", "places", "texts", "words")

    def __init__(self, page: Page, brief: Brief, draw: Draw) -> None:
        self.page, self.brief, self.draw = page, brief, draw
        self.words = words = words_of(brief.role.language)
        self.facts: Facts = {}
        self.places = _places(brief, draw)
        form = draw()  # of dates: one a document, drawn whether or not there are any
        self.texts = {
            "title": brief.rung.title,
            "company": brief.company,
            "department": brief.department,
            "location": "; ".join([text for text, _ in self.places]),
            "mode": pick(words[brief.mode.value], draw) if brief.mode else "",
            "type": pick(words[brief.type.value], draw) if brief.type else "",
            "pay": brief.pay.head.words if brief.pay.head else brief.pay.placeholder,
            "posted": day(brief.posted_at.date(), brief.role.language, form) if brief.shows_posted else "",
            "closes": day(brief.closes, brief.role.language, form) if brief.closes else "",
        }

    def write(self) -> Facts:
        form = self.brief.layout.header
        if form == "labels":
            self._lines(LABELLED)
        elif form == "prose":
            self._prose()
        else:
            self._compact(form)
        return self.facts

    def _lines(self, keys: tuple[str, ...]) -> None:
        for key in keys:
            if self.texts[key]:
                self.page.add(pick(self.words[key], self.draw) + ": ")
                self._say(key)
                self.page.add("\n")

    def _compact(self, form: str) -> None:
        board = form == "board"
        self.page.add("# " if board else "")
        self._say("title")
        self.page.add("\n\n**" if board else " – " if form == "dash" else "\n")
        self._say("company")
        self.page.add("**\n" if board else "\n")
        self._row(("location", "mode", "type", "department"), " · " if board else " | ")
        self._lines(("pay", "posted", "closes"))

    def _prose(self) -> None:
        self._say("title")
        self.page.add("\n\n")
        sentence = pick(self.words["looking" if self.places else "lookingremote"], self.draw)
        for part in sentence.split("{"):
            name, brace, rest = part.partition("}")
            if not brace:
                self.page.add(part)
                continue
            if name == "a":
                self.page.add(article(self.brief.rung.title))
            elif name == "title":
                self.page.add(self.brief.rung.title)
            else:
                self._say("company" if name == "employer" else "location")
            self.page.add(rest)
        self.page.add("\n")
        if "organization" not in self.facts:
            self._lines(("company",))
        self._row(("mode", "type", "department"), " · ")
        self._lines(("pay", "posted", "closes"))

    def _row(self, keys: tuple[str, ...], between: str) -> None:
        stated = [key for key in keys if self.texts[key]]
        for key in stated:
            self._say(key)
            self.page.add(between if key != stated[-1] else "\n")

    def _say(self, key: str) -> None:
        text = self.texts[key]
        span = self.page.put(text)
        if key == "title":
            self._keep_title(span)
        elif key == "location":
            self._keep_places(span.start)
        elif key == "mode":
            self._keep_mode(span, text)
        elif key == "type":
            self.facts["employment_types"] = (Fact(self.brief.type, State.STATED, span, text),)
        elif key == "company":
            self._keep_company(span, text)
        elif key == "department":
            self.facts["department"] = Fact(text, State.STATED, span, text)
        elif key == "posted":
            self.facts["posted_on"] = Fact(self.brief.posted_at.date(), State.STATED, span, text)
        elif key == "closes":
            self.facts["closes_on"] = Fact(self.brief.closes, State.STATED, span, text)
        else:
            self._keep_pay(span, text)

    def _keep_title(self, span: Span) -> None:
        rung, facts = self.brief.rung, self.facts
        facts["title"] = Fact(rung.title, State.STATED, span, rung.title)
        facts["family"] = Fact(self.brief.role.family, State.STATED, span, rung.title)
        self.page.mark(rung.skills, span.start, MENTIONED)
        if rung.stated:
            begin, end = rung.stated
            place = Span(span.start + begin, span.start + end)
            facts["level"] = Fact(rung.level, State.STATED, place, rung.title[begin:end])

    def _keep_company(self, span: Span, text: str) -> None:
        if text.startswith("["):
            self.facts["organization"] = Fact(None, State.PLACEHOLDER, span, text)
            self.page.findings.append(unfilled(span, text))
        else:
            self.facts["organization"] = Fact(text, State.STATED, span, text)

    def _keep_places(self, start: int) -> None:
        found: list[Fact[Location]] = []
        for text, place in self.places:
            found.append(Fact(place, State.STATED, Span(start, start + len(text)), text))
            start += len(text) + 2
        self.facts["locations"] = tuple(found)

    def _keep_mode(self, span: Span, text: str) -> None:
        brief = self.brief
        self.facts["work_mode"] = Fact(brief.mode, State.STATED, span, text)
        if not brief.scope:
            return
        self.page.add(" (")
        names = [place_name(code, brief.role.language) for code in brief.scope]
        scope = ", ".join(names)
        place = self.page.put(scope)
        self.page.add(")")
        self.facts["remote_scope"] = Fact(brief.scope, State.STATED, place, scope)
        if "worldwide" not in brief.scope:
            self.places = [(n, Location(n, country=c)) for n, c in zip(names, brief.scope, strict=True)]
            self._keep_places(place.start)

    def _keep_pay(self, span: Span, text: str) -> None:
        plan = self.brief.pay
        if plan.head is None:
            self.facts["pay"] = (Fact(None, State.PLACEHOLDER, span, text),)
            self.page.findings.append(unfilled(span, text))
        elif plan.conflicting:
            self.page.findings.append(disagreement(span, text, plan.body[0]))
        else:
            self.facts["pay"] = (Fact(plan.head.pay, State.STATED, span, text),)


def _places(brief: Brief, draw: Draw) -> list[tuple[str, Location]]:
    with_country = draw() < 0.5
    return [location_of(place, brief.role.language, with_country) for place in brief.places]


def unfilled(span: Span, raw: str) -> Finding:
    return Finding(
        "placeholder", Severity.ERROR, "A gap of the template was never filled in.", span, raw,
        "Fill it in, or take the line out.",
    )  # fmt: skip


def disagreement(span: Span, raw: str, body: Offer) -> Finding:
    return Finding(
        "pay_conflict", Severity.WARNING, f"The header says {raw}, the text {body.words}.", span, raw,
        "State one pay range, or say for whom each is.",
    )  # fmt: skip
