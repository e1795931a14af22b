"""Claims about pay: every form of it is read as it stands, and other money is none."""

from decimal import Decimal

import pytest

from postings.facts import Pay
from postings.parsing.extract.pay import read_pay
from postings.parsing.outline import outline
from postings.parsing.part import Part
from postings.parsing.view import View
from postings.vocabulary import Basis, Period, Severity

HOUR, DAY, WEEK, BIWEEK, MONTH, YEAR = (
    Period.HOUR,
    Period.DAY,
    Period.WEEK,
    Period.BIWEEK,
    Period.MONTH,
    Period.YEAR,
)


def part(text: str, header: str = "", declared: str = "") -> Part:
    view = View(f"{declared}{header}{text}")
    header_end = len(declared) + len(header)
    return Part(view, outline(view, header_end), header_end, len(declared))


def bands(text: str, **above: str) -> list[tuple[str | None, str | None, str, Period]]:
    """Every band as (min, max, currency, period)."""
    facts, _ = read_pay(part(f"About the job\n\n{text}\n\nWe look forward to your letter.", **above))
    return [
        (_plain(pay.min), _plain(pay.max), pay.currency, pay.period) for fact in facts if (pay := fact.value)
    ]


def only(text: str, **above: str) -> Pay:
    (fact,), _ = read_pay(part(text, **above))
    assert fact.value
    return fact.value


def rules(text: str, **above: str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.raw) for finding in read_pay(part(text, **above))[1]]


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount.normalize():f}"


@pytest.mark.parametrize(
    ("text", "low", "high", "currency", "period"),
    [
        (
            "The base pay is $110,800—$213,800 USDCalifornia residents may see more.",
            "110800",
            "213800",
            "USD",
            YEAR,
        ),
        ("Salary: $110,800 to $213,800", "110800", "213800", "USD", YEAR),
        ("Pay range: between $110,800 and $213,800", "110800", "213800", "USD", YEAR),
        ("Base pay:$150,000$165,000 CAD", "150000", "165000", "CAD", YEAR),
        ("Salary range of $55,464 \u00ad $71,712", "55464", "71712", "USD", YEAR),
        ("Salary: $50, 000 - $60,000", "50000", "60000", "USD", YEAR),
        (
            "The salary range for this role is **150,000.00 - 250,000.00** USD Annual",
            "150000",
            "250000",
            "USD",
            YEAR,
        ),
        ("$85,000k - $120,000k/ year", "85000", "120000", "USD", YEAR),
        ("Salary: $110-140,000", "110000", "140000", "USD", YEAR),
        ("$140k-160k", "140000", "160000", "USD", YEAR),
        ("Salary: 140k-160k USD", "140000", "160000", "USD", YEAR),
        ("Salary: 50 EUR-60 EUR an hour", "50", "60", "EUR", HOUR),
        ("$140-160K", "140000", "160000", "USD", YEAR),
        ("£40-50k salary depending on experience", "40000", "50000", "GBP", YEAR),
        ("£28,000 - £32,000 per annum", "28000", "32000", "GBP", YEAR),
        ("Salaire : 50-60K€ Brut/an", "50000", "60000", "EUR", YEAR),
        ("Une rémunération de 55K€ / 70K€", "55000", "70000", "EUR", YEAR),
        ("Rémunération entre 40K€ et 50K€ brut annuel", "40000", "50000", "EUR", YEAR),
        ("€45.000 – €60.000", "45000", "60000", "EUR", YEAR),
        ("Jahresgehalt zwischen 55.000 und 70.000 €", "55000", "70000", "EUR", YEAR),
        ("Ein Gehalt von 60 T€ bis 75 T€", "60000", "75000", "EUR", YEAR),
        ("Salario entre 40.000 y 50.000 euros brutos anuales", "40000", "50000", "EUR", YEAR),
        ("RAL 35.000-45.000€", "35000", "45000", "EUR", YEAR),
        ("CHF 100'000 - 120'000", "100000", "120000", "CHF", YEAR),
        ("20 to 45 lakhs INR per annum (Gross)", "2000000", "4500000", "INR", YEAR),
        ("CTC: 12-15 LPA", "1200000", "1500000", "INR", YEAR),
        ("Salary: ₹6,00,000 - ₹8,00,000 P.A.", "600000", "800000", "INR", YEAR),
        ("POL base pay range per year: 252,000 zł - 352,000 _zł_", "252000", "352000", "PLN", YEAR),
        ("JPY 6,000,000 - 9,000,000", "6000000", "9000000", "JPY", YEAR),
        ("$33.02 - $48.11/hr", "33.02", "48.11", "USD", HOUR),
        ("Rate: $60 – 75/hr USD", "60", "75", "USD", HOUR),
        ("Salary: Hiring Range: $17.49 – $23.60.", "17.49", "23.6", "USD", HOUR),
        ("The pay range is $52/hour to $75/hour", "52", "75", "USD", HOUR),
        ("Freelance : 350-400€/j", "350", "400", "EUR", DAY),
        ("£450 - £500 per day (Inside IR35)", "450", "500", "GBP", DAY),
        ("Earn $800-$1200/week", "800", "1200", "USD", WEEK),
        ("Salary: $7,885.00 - $13,237.00 MONTH", "7885", "13237", "USD", MONTH),
        ("Salaris: €3.000 - €4.500 bruto per maand", "3000", "4500", "EUR", MONTH),
        ("Salário: R$ 5.000,00 a R$ 7.000,00", "5000", "7000", "BRL", MONTH),
        ("Lön: 35 000 - 42 000 SEK per månad", "35000", "42000", "SEK", MONTH),
        ("13,650 - 24,150 PLN base salary monthly", "13650", "24150", "PLN", MONTH),
        ("$136,000 - $160,000 - $184,000 is the salary", "136000", "184000", "USD", YEAR),
        ("Min: $107,200 - Mid: $134,000 - Max: $160,800 CAD", "107200", "160800", "CAD", YEAR),
        ("min_payrange: $ 143,736\nmax_payrange: $ 191,900", "143736", "191900", "USD", YEAR),
        ("Salary Range - $60,000 Minimum $80,000 Maximum", "60000", "80000", "USD", YEAR),
        ("| Minimum pay | Maximum pay |\n|---|---|\n| $50,000 | $60,000 |", "50000", "60000", "USD", YEAR),
        (
            "Pay runs from $143,000 in our lowest market up to $237,000 in our highest",
            "143000",
            "237000",
            "USD",
            YEAR,
        ),
        ("Salary: $60,000/year to$65,000/year + bread", "60000", "65000", "USD", YEAR),
        (
            "Base pay runs from $60,000/year in our smallest town up to $65,000/year in our largest",
            "60000",
            "65000",
            "USD",
            YEAR,
        ),
        (
            "The salary of this post, which the council sets each\nyear, is $50,000 - $60,000",
            "50000",
            "60000",
            "USD",
            YEAR,
        ),
    ],
)
def test_a_range_is_read(text: str, low: str, high: str, currency: str, period: Period) -> None:
    assert bands(text) == [(low, high, currency, period)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$65,000 annually based on experience", ("65000", "65000", "USD", YEAR)),
        ("Payrate: $17.00 / hr", ("17", "17", "USD", HOUR)),
        ("We pay $20 an hour.", ("20", "20", "USD", HOUR)),
        ("Pay: $2,100 biweekly", ("2100", "2100", "USD", BIWEEK)),
        ("Monatsgehalt 3.500 € brutto", ("3500", "3500", "EUR", MONTH)),
        ("KV-Mindestgehalt von € 45.000,- brutto p.a.", ("45000", "45000", "EUR", YEAR)),
        ("Sueldo de 30.000€ b/a", ("30000", "30000", "EUR", YEAR)),
        ("TJM : 500€", ("500", "500", "EUR", DAY)),
        ("£95,000 salary for a staff engineer", ("95000", "95000", "GBP", YEAR)),
        ("Salary: £65,000 Company pension contributions", ("65000", "65000", "GBP", YEAR)),
    ],
)
def test_a_single_figure_is_both_ends(text: str, expected: tuple[str, str, str, Period]) -> None:
    assert bands(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "a casual hourly position, starting at $24.00/hour",
            Pay(Decimal("24.00"), None, "USD", HOUR, open_top=True),
        ),
        ("Salary: from £30,000", Pay(Decimal(30_000), None, "GBP", YEAR, open_top=True)),
        ("Bruttojahresgehalt ab 48.000 €", Pay(Decimal(48_000), None, "EUR", YEAR, open_top=True)),
        (
            "Starting base salary of $160K+ with bonus",
            Pay(Decimal(160_000), None, "USD", YEAR, open_top=True),
        ),
        ("Salary: $90,000 to $95,000+ bonus", Pay(Decimal(90_000), Decimal(95_000), "USD", YEAR)),
        ("Pay: $90,000-$95,000+ target equity", Pay(Decimal(90_000), Decimal(95_000), "USD", YEAR)),
        ("Salary: $90,000 and up", Pay(Decimal(90_000), None, "USD", YEAR, open_top=True)),
        ("$130,000 to $500,000+ a year", Pay(Decimal(130_000), Decimal(500_000), "USD", YEAR, open_top=True)),
        ("Hourly rate: Up to USD $30.00 per hour", Pay(None, Decimal("30.00"), "USD", HOUR)),
        ("Salaire fixe jusqu'à 60k€ + variable", Pay(None, Decimal(60_000), "EUR", YEAR)),
        ("Salary: £65,000 - £85,000 + £10k sign-on fee", Pay(Decimal(65_000), Decimal(85_000), "GBP", YEAR)),
    ],
)
def test_an_open_end_is_open(text: str, expected: Pay) -> None:
    assert only(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We raised $50 million in Series B at a valuation of $1.2B",
        "funding of 32$m in 2023",
        "We have over $14B in assets and $120 million in annual revenue",
        "You manage a portfolio of $3M - $5M and a budget of $2,000,000 a year",
        "Average deal size of $50,000 - $100,000",
        "A sales quota of $500,000 annually",
        "revenues of £1m-£10m+",
        "Up to $5,000 sign-on bonus",
        "An employee referral bonus of $1,000 - $3,000",
        "Additional compensation (annual discretionary bonus): £0 - £3,000",
        "Tuition reimbursement up to $5,250 per year",
        "401k match, 401(k) with 4 %, 401K",
        "Life insurance up to 1x your annual salary (up to $250k)",
        "$150 monthly allowance for phone and internet, $1,000 home office setup",
        "$1,500 - $2,000 for relocation",
        "Annual maximum is $3,200 for health care",
        "Customers pay $20 - $50 per month, or $199 a year",
        "A shift differential of $2.50 per hour",
        "Must lift 25-30 pounds and walk 10,000 - 15,000 steps",
        "Salary grade 14, pay band 3, salary negotiable",
        "Pay 2024 - 2025",
        "A base of over 3500 hotels, 60K agencies, a 100K candidate pool",
        "Call +1 (555) 120-1500 about your pay",
        "R365 is hiring, reference 240603_69, GS-14, B2B",
        "Budget de 300€ pour t'équiper à la maison",
        "Salary: TBD",
    ],
)
def test_other_money_is_no_pay(text: str) -> None:
    assert bands(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Location: US, FL, Hilliard\nsalary_range: 25-30", [("25", "30", "USD", HOUR)]),
        (
            "Location: Leeds, England, United Kingdom\nSalary: 26000 to 29000 per year",
            [("26000", "29000", "GBP", YEAR)],
        ),
        (
            "Location: Warsaw, Poland\nSalary: 181 000 - 271 000 gross/year",
            [("181000", "271000", "PLN", YEAR)],
        ),
        ("Salary: 46,203 – $78,218.", [("46203", "78218", "USD", YEAR)]),
        ("salary_range: 25-30", []),
        ("Salary: 26000 to 29000 per year", []),
    ],
)
def test_a_figure_without_a_currency_is_in_that_of_the_place(
    text: str, expected: list[tuple[str, str, str, Period]]
) -> None:
    assert bands(text) == expected


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("The salary range across Canada is $130,000 to $195,000", "CAD"),
        ("Location: Toronto, Ontario, Canada\nSalary: $130,000 to $195,000", "CAD"),
        ("Location: Warsaw, Poland\nSalary: $130,000 to $195,000", "USD"),
        ("Salary: $130,000 to $195,000", "USD"),
        ("Salary: CA$ 73,000 - CA$ 119,000", "CAD"),
        ("Salary: $113,800 - $187,800 CAD", "CAD"),
        ("Pay: A$120,000 - A$140,000 plus super", "AUD"),
        ("Pay: S$138,400 - S$207,600/year", "SGD"),
        ("Pay: US$109,047 to US $169,455", "USD"),
        ("Annual salary of $219,000 in San Francisco, CA", "USD"),
    ],
)
def test_whose_dollar_it_is(text: str, currency: str) -> None:
    assert [band[2] for band in bands(text)] == [currency]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Base salary: $100,000 - $120,000", Basis.BASE),
        ("$65 - $75 per hour for this full-time job", Basis.BASE),
        ("Current salary/OTE range: $100,000 - $120,000", Basis.BASE),
        ("On target earnings (OTE) are $130,000-$160,000", Basis.OTE),
        ("$75k-$100k OTE + equity", Basis.OTE),
        ("Total compensation: $250,000 - $300,000", Basis.TOTAL),
        ("Freelance : 350-400€/j", Basis.CONTRACT),
        ("Contract rate: $85 per hour", Basis.CONTRACT),
    ],
)
def test_what_the_sum_covers(text: str, basis: Basis) -> None:
    assert only(text).basis is basis


def test_a_band_said_three_times_is_one() -> None:
    text = "Salary: $50k-$60k.\n\nCompensation\n\n- $50,000 - $60,000 a year\n- Pay up to $60,000 a year"
    assert bands(text) == [("50000", "60000", "USD", YEAR)]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Salary by zone\n\n- US Zone A: $170,000 - $230,000\n- US Zone B: $153,000 - $207,000",
            ["US Zone A", "US Zone B"],
        ),
        (
            "The salary for candidates in Ohio is $90,000 - $95,000. In New York it is $100,000 - $110,000.",
            ["Ohio", "New York"],
        ),
        (
            "Salary range: base salary GS-14 - $87,263 to $113,444; GS-15 - $102,646 to $133,444",
            ["GS-14", "GS-15"],
        ),
        (
            "- Bay Area-based hires: $90,000 - $95,000\n- Ohio-based hires: $80,000 - $85,000 base pay",
            ["Bay Area", "Ohio"],
        ),
        ("Level II: $100,000 - $120,000; Level III: $130,000 - $150,000", ["Level II", "Level III"]),
        (
            "Zone 1 Pay Range\n$100,000 - $120,000\n\nZone 2 Pay Range\n$90,000 - $110,000",
            ["Zone 1", "Zone 2"],
        ),
        ("Base Salary Range: $100,000 - $120,000", [""]),
        ("Salary: 50-60K€ brut/an\nFreelance : 350-400€/j", ["", ""]),
    ],
)
def test_bands_that_differ_say_for_whom(text: str, scopes: list[str]) -> None:
    facts, _ = read_pay(part(text))
    assert [fact.value.scope for fact in facts if fact.value] == scopes


CHIP = "# Engineer\n### Acme\n#### 💰 {} 🌎 USA\n"


@pytest.mark.parametrize(
    ("chip", "expected"),
    [
        ("$65 - $75 per hour", [("65", "75", "USD", HOUR)]),
        ("20 to 45 lakhs INR per annum", [("2000000", "4500000", "INR", YEAR)]),
        ("USD $148,100~$282,900", [("148100", "282900", "USD", YEAR)]),
        ("EUR €105.000~€153.000", [("105000", "153000", "EUR", YEAR)]),
    ],
)
def test_a_header_that_states_pay_is_read_where_the_text_is_silent(
    chip: str, expected: list[tuple[str, str, str, Period]]
) -> None:
    assert bands("We make anvils.", header=CHIP.format(chip)) == expected


@pytest.mark.parametrize(
    "chip", ["~0k", "~223k", "384500.0", "65k-95k USD", "USD 129250.0~129250.0", "$0/yr - $0/yr"]
)
def test_what_a_board_shows_where_it_knows_nothing_is_ignored(chip: str) -> None:
    facts, findings = read_pay(part("We make anvils.", header=CHIP.format(chip)))
    assert (facts, [finding.rule for finding in findings]) == ((), ["pay_header_ignored"])


@pytest.mark.parametrize("chip", ["~60k", "USD 50k~60k", "$50,000 - $60,500"])
def test_a_header_that_rounds_the_text_agrees_with_it(chip: str) -> None:
    assert rules("Salary: $50,000 - $60,500", header=CHIP.format(chip)) == []


def test_the_text_wins_over_a_header_that_says_otherwise() -> None:
    facts, findings = read_pay(part("Salary: $105,000 - $125,000", header=CHIP.format("$70,000 - $80,000")))
    assert [fact.raw for fact in facts] == ["$105,000 - $125,000"]
    assert [(one.rule, one.severity, one.raw) for one in findings] == [
        ("pay_disagrees", Severity.WARNING, "$70,000 - $80,000")
    ]


def test_a_declared_salary_is_read() -> None:
    declared = "Title: Smith\nSalary: USD 100000 - 150000 per year\n\n"
    assert bands("We make anvils.", declared=declared) == [("100000", "150000", "USD", YEAR)]


def test_a_range_that_begins_above_its_end_is_an_error_and_no_band() -> None:
    facts, findings = read_pay(part("Salary: $150,000 - $120,000"))
    assert facts == ()
    assert [(one.rule, one.severity, one.raw) for one in findings] == [
        ("pay_min_above_max", Severity.ERROR, "$150,000 - $120,000")
    ]


def test_all_figures_of_a_guide_are_estimates() -> None:
    text = "Salary\n\n- Average: $217,000 to $283,000\n- Broad: $130,000 to $500,000+\n- Director: $224,000"
    facts, _ = read_pay(part(text), guide=True)
    assert [(fact.raw, fact.value.basis) for fact in facts if fact.value] == [
        ("$217,000 to $283,000", Basis.MARKET_ESTIMATE),
        ("$130,000 to $500,000+", Basis.MARKET_ESTIMATE),
        ("$224,000", Basis.MARKET_ESTIMATE),
    ]


def test_the_span_holds_the_marks_between_the_words() -> None:
    view = View("Salary: **$\\2,200** - _$3,500_ USD per month")
    (fact,), _ = read_pay(Part(view, outline(view)))
    assert fact.span is not None
    assert view.source[fact.span.start : fact.span.end] == fact.raw
    assert fact.value == Pay(Decimal(2200), Decimal(3500), "USD", MONTH)
