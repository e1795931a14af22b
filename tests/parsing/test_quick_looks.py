"""What is asked before a slow pattern never turns away what the pattern would find."""

import pytest

from postings.parsing.extract.demand import may_wish
from postings.parsing.extract.education import WISH_AFTER
from postings.parsing.extract.education_words import MENTION, degrees_in, places_of_degrees
from postings.parsing.extract.employment_words import OTHER_WORD
from postings.parsing.extract.extras_equity import OTHER_WORD as NO_EQUITY
from postings.parsing.extract.pay_currency import before_a_sum, may_stand_before_a_sum
from postings.parsing.extract.years_words import COUNT, stretches_near_years
from postings.parsing.lexicon import load_currencies

DEGREES = (
    """
a Ph.D. or doctorate; BS or MS in Computer Science; BSc, MSc, MEng or B.Tech; an MBA; a relevant degree
(degree preferred); a four-year degree; an advanced technical degree; university education; juris doctor
Hochschulabschluss; bac+5; bac + 3; abgeschlossenes technisches Studium; licenciatura
título universitario; ensino superior completo; laurea magistrale; école d'ingénieurs
hbo werk- en denkniveau; wo niveau; högskoleexamen; wykształcenie wyższe; high school diploma or GED
secondary education; an associate's degree; skillsBachelor of Science; DUT; BTS; gcses; Abitur
2:1 degree; J.D. required; doctoral level; doctor of law; JD required; M.S. in biology; M.Eng; MEd
post-graduate degree; graduate degree; máster en; diplôme d'école de commerce, degree; civilingenjör
masterexamen; B.A. in arts; BA/BS; first degree; college degree; Fachhochschulabschluss
Universitätsabschluss; Studium der Physik; Studienabschluss; grado en; ingeniería informática
carrera universitaria; bacharel; kandidatexamen; universitetsexamen; two-year degree; associates degree
HS diploma; Fachabitur; Hochschulreife; bachillerato; ensino médio; related degree; similar degree
equivalent degree; valid degree
""".replace("\n", "; ")
    .strip("; ")
    .split("; ")
)
RARE_DEGREES = (
    """
Pharm.D; promotion in; D.Phil; doctorado; dottorato; doutorado; MSW; MPA; LLM; LLB; BBA; BFA; BCom
B.A.Sc; BE/B; mestre em; grande école; akademischer Grad; A.A. or; AAS degree; g.e.d.; titulado superior
wo werk; M.Ed; formação superior
""".replace("\n", "; ")
    .strip("; ")
    .split("; ")
)


@pytest.mark.parametrize("text", DEGREES + RARE_DEGREES)
def test_a_degree_is_found_where_it_begins(text: str) -> None:
    spans = [found.span() for found in MENTION.finditer(text)]
    assert spans
    assert [found.span() for found in degrees_in(text, text.lower())] == spans


@pytest.mark.parametrize("text", DEGREES)
def test_a_degree_is_looked_for(text: str) -> None:
    assert places_of_degrees(text, text.lower())


def test_no_place_of_a_degree_in_other_words() -> None:
    text = "Two engineers wove baskets at sunrise."
    assert places_of_degrees(text, text.lower()) == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "5 years",
            "3 yrs",
            "2 yoe",
            "zwei jahre",
            "3-jährige",
            "5 jaar",
            "1 an",
            "un an",
            "3 ans",
            "1 anno",
            "2 anni",
            "5 años",
        ),
        *("2 anos", "2 années", "2 år", "3 lata", "5 lat", "6 months", "12 mois", "6 monate", "3년"),
    ],
)
def test_a_count_of_years_is_looked_for(text: str) -> None:
    assert COUNT.search(text)
    assert stretches_near_years(f"{text} ")


@pytest.mark.parametrize("text", ["a month", "an answer and another", "the latest", "my role"])
def test_no_years_are_looked_for_in_other_words(text: str) -> None:
    assert stretches_near_years(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "strongly preferred",
        "is a plus",
        "would be great",
        "von Vorteil",
        "serait un atout",
        "is not required",
        "se valora",
    ],
)
def test_a_wish_is_looked_for(text: str) -> None:
    assert WISH_AFTER.match(f" {text.lower()}")
    assert may_wish(text.lower())


def test_no_wish_is_looked_for_in_a_need() -> None:
    assert not may_wish(" of experience with Java is required")


@pytest.mark.parametrize(
    "words", ["full-time", "full time", "full and part-time", "part time", "intern", "internship", "temp "]
)
def test_a_word_of_employment_is_worth_a_look(words: str) -> None:
    assert not OTHER_WORD.match(words)


@pytest.mark.parametrize(
    "words", ["fully", "partner", "international", "internal", "template", "limited company", "stages"]
)
def test_other_words_are_not_worth_a_look(words: str) -> None:
    assert OTHER_WORD.match(words)


@pytest.mark.parametrize(
    "words",
    ["share options", "shares in the company", "ownership of the company", "rsus", "profit interests"],
)
def test_a_word_of_equity_is_worth_a_look(words: str) -> None:
    assert not NO_EQUITY.match(words)


@pytest.mark.parametrize("words", ["share your ideas", "profitable", "ownership, and more"])
def test_other_words_than_equity_are_not(words: str) -> None:
    assert NO_EQUITY.match(words)


def test_every_currency_may_stand_before_a_sum() -> None:
    for code, currency in load_currencies().items():
        for name in (code, *currency.signs, *currency.words, *currency.shared):
            for words in (f"pay {name} ", f"({name}): ", name):
                found = before_a_sum().search(words)
                if found and (found["code"] or found["sign"]):
                    assert may_stand_before_a_sum(words), words
    for words in ("(USD) ", "EUR: ", "Rs. ", "$", "R", "US $"):
        assert may_stand_before_a_sum(words), words


@pytest.mark.parametrize("words", ["within ", "Salary: ", "a team of ", "", "- "])
def test_other_words_may_not(words: str) -> None:
    assert not may_stand_before_a_sum(words)
