"""Draws what is counted: years of experience, the days on which a posting appears and closes."""

from datetime import UTC, date, datetime, time, timedelta

from postings.library.phrases import Draw, pick
from postings.library.roles import Role, Rung
from postings.vocabulary import Level

WINDOW = 120  # days before `today` over which documents are spread
YEARS = {
    Level.ENTRY: (1, 1, 2, 2), Level.MID: (2, 3, 3, 4, 5), Level.SENIOR: (5, 5, 6, 7, 8),
    Level.LEAD: (6, 7, 8, 8), Level.PRINCIPAL: (8, 10, 10, 12), Level.MANAGER: (6, 7, 8, 10),
    Level.HEAD: (8, 10, 12), Level.DIRECTOR: (10, 12, 12), Level.VP: (12, 15), Level.EXECUTIVE: (15, 15, 18),
}  # fmt: skip


def draw_years(role: Role, rung: Rung, wish: str, draw: Draw) -> tuple[tuple[int, int] | None, bool]:
    low = round(pick(YEARS.get(rung.level, (0,)), draw) * role.patience)
    wide = draw() < 0.22
    span = 2 + int(draw() * 3) if low < 8 else 5
    stated = draw() < 0.8 or bool(wish)
    if wish == "placeholder":
        return None, True
    if not stated or low < 1:
        return None, False
    return (low, low + span if wide or wish == "range" else 0), False


def draw_posted(today: date, age: int | None, draw: Draw) -> datetime:
    """Denser towards today: half of all documents are younger than a quarter of the window."""
    days = int(WINDOW * draw() ** 2) if age is None else age
    minutes = int(draw() * 660)
    return datetime.combine(today, time(7), UTC) - timedelta(days=days + 1) + timedelta(minutes=minutes)


def draw_closing(posted: datetime, today: date, draw: Draw) -> int | None:
    """Days from today; past ones are drawn rarely, old postings being what they are."""
    if draw() > 0.24:
        return None
    return (posted.date() - today).days + 21 + int(draw() * 60)
