"""Claims about places in a text: what a field lists, what a sentence names, and what is no place at all."""

from collections.abc import Callable
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.facts import Location
from postings.parsing.gazetteer import Found, countries_of, places_in, places_named_in_prose, states_in


def texts(found: tuple[Found, ...]) -> list[str]:
    return [one.location.text for one in found]


@pytest.mark.parametrize(
    ("field", "places"),
    [
        ("US,Alpharetta, GA,Remote,Chicago, IL", ["United States", "Alpharetta, GA", "Chicago, IL"]),
        ("Kansas City, KS,Mesa, AZ,Costa Mesa, CA", ["Kansas City, KS", "Mesa, AZ", "Costa Mesa, CA"]),
        ("St. Paul, MN,Saint Louis, Missouri", ["St. Paul, MN", "St. Louis, MO"]),
        ("Ottawa, Canada,Remote,Ontario", ["Ottawa, ON, Canada"]),
        ("TELECOMMUTE Portsmouth, England, United Kingdom", ["Portsmouth, England, United Kingdom"]),
        ("India, Remote", ["India"]),
        ("UK Remote, US Remote", ["United Kingdom", "United States"]),
        ("Remote - US", ["United States"]),
        (
            "Köln, Deutschland, Remote, Bad Säckingen, Deutschland",
            ["Köln, Germany", "Bad Säckingen, Germany"],
        ),
        ("US, FL, HILLIARD FL", ["Hilliard, FL"]),
        ("US, OH, PORT NOWHERE OH", ["Port Nowhere, OH"]),
        ("Poland, Remote Poland, Warsaw", ["Poland", "Warsaw, Poland"]),
        ("Palm Bay, FL", ["Palm Bay, FL"]),
        (
            "London, UK / Berlin / Remote (Europe)",
            ["London, United Kingdom", "Berlin, Germany", "Europe"],
        ),
        ("Germany|Austria", ["Germany", "Austria"]),
        ("New York; San Francisco; Remote", ["New York, NY", "San Francisco, CA"]),
        ("Stuttgart/Remote", ["Stuttgart, Germany"]),
        ("Latin America Only", ["Latin America"]),
        ("Anywhere in the U.S.", ["United States"]),
        ("Remote,Lyon, France", ["Lyon, France"]),
        ("SF, NYC", ["San Francisco, CA", "New York, NY"]),
        ("Washington, D.C.,Remote", ["Washington, DC"]),
        ("Québec, QC", ["Québec, QC"]),
        ("Québec", ["Quebec, Canada"]),
        ("Warszawa, Masovian Voivodeship, Poland", ["Warszawa, Poland"]),
        ("Kyiv, Somewhere Oblast, Ukraine", ["Kyiv, Ukraine"]),
        ("São Paulo, São Paulo, Brazil", ["São Paulo, Brazil"]),
        ("Germany - Berlin", ["Berlin, Germany"]),
        ("CA San Francisco, California, United States", ["San Francisco, CA"]),
        ("Lyon 🇫🇷", ["Lyon, France"]),
        ("London (UK)", ["London, United Kingdom"]),
        ("Remote, NY-NJ Only", ["New York, United States", "New Jersey, United States"]),
        (
            "Canada - Remote (BC, AB and ON only)",
            ["Canada"] + [f"{name}, Canada" for name in ("British Columbia", "Alberta", "Ontario")],
        ),
        ("Englewood Cliffs, NEW JERSEY", ["Englewood Cliffs, NJ"]),
        ("Zagreb, Split, Osijek, Croatia", ["Zagreb, Croatia", "Split, Croatia", "Osijek, Croatia"]),
        ("Paris or Remote from France", ["Paris, France", "France"]),
        ("Bonn und Ulm", ["Bonn, Germany", "Ulm, Germany"]),
        ("APAC", ["Asia Pacific"]),
        ("Bay Area, CA", ["San Francisco Bay Area"]),
        ("UK & Ireland", ["UK and Ireland"]),
        ("Worldwide", ["Worldwide"]),
        ("TELECOMMUTE Vanadzor, Lori Province, Armenia", ["Vanadzor, Armenia"]),
        ("Washington, D.C. Metro - hybrid", ["Washington DC Metro"]),
        ("Northern America", ["North America"]),
        ("Remote (Global)", ["Worldwide"]),
        ("Global Team, Berlin", ["Berlin, Germany"]),
        ("Germany,Ontario,US", ["Germany", "Ontario, Canada", "United States"]),
        ("New York, NY OR US-Remote", ["New York, NY"]),
        ("Angeles, Pampanga, Philippines", ["Angeles, Philippines"]),
        ("Singapore, Singapore", ["Singapore"]),
        ("United States, Canada, Mexico", ["United States", "Canada", "Mexico"]),
        ("US (excluding CA, CO and NY), Lyon", ["United States", "Lyon, France"]),
        ("Lyon, no remote, Berlin", ["Lyon, France", "Berlin, Germany"]),
        ("Team (Non-US), Berlin", ["Berlin, Germany"]),
    ],
)
def test_a_place_field_lists_each_place_once(field: str, places: list[str]) -> None:
    assert texts(places_in(field)) == places


@pytest.mark.parametrize(
    "field",
    [
        *("Remote", "Hybrid", "HQ", "Headquarters Office Only", "Anywhere", "Fully remote", "Work From Home"),
        *(
            "Team (Non-US)",
            "REMOTE OR ONSITE",
            "Remote - DE",
            "Claremount",
            "",
            "24/7, 365",
        ),
    ],
)
def test_a_field_without_a_place_lists_none(field: str) -> None:
    assert places_in(field) == ()


@pytest.mark.parametrize(
    ("field", "location"),
    [
        ("Portland", Location("Portland, OR", "Portland", "OR", "US")),
        ("Portland, ME", Location("Portland, ME", "Portland", "ME", "US")),
        ("Birmingham", Location("Birmingham, United Kingdom", "Birmingham", "England", "GB")),
        ("Birmingham, Alabama", Location("Birmingham, AL", "Birmingham", "AL", "US")),
        ("Birmingham,Remote,US", Location("Birmingham, AL", "Birmingham", "AL", "US")),
        ("Cambridge, MA", Location("Cambridge, MA", "Cambridge", "MA", "US")),
        ("Cambridge, UK", Location("Cambridge, United Kingdom", "Cambridge", "England", "GB")),
        ("Cambridge", Location("Cambridge")),  # neither is much bigger
        ("Springfield", Location("Springfield, United States", "Springfield", "", "US")),
        ("London, ON", Location("London, ON", "London", "ON", "CA")),
        ("Paris, TX", Location("Paris, TX", "Paris", "TX", "US")),
        ("Bengaluru, IN", Location("Bengaluru, India", "Bengaluru", "Karnataka", "IN")),
        ("Toronto, CA", Location("Toronto, ON, Canada", "Toronto", "ON", "CA")),
        ("Ontario, CA", Location("Ontario, CA", "Ontario", "CA", "US")),
        ("Ontario, Canada", Location("Ontario, Canada", "", "ON", "CA")),
        ("Muenchen", Location("Muenchen, Germany", "Munich", "Bavaria", "DE")),
        ("Georgia", Location("Georgia, United States", "", "GA", "US")),
        ("Tbilisi, Georgia", Location("Tbilisi, Georgia", "Tbilisi", "", "GE")),
        ("Washington", Location("Washington", "", "", "US")),  # the state or the capital
        ("Bavaria, Germany", Location("Bavaria, Germany", "", "Bavaria", "DE")),
        ("Greater Boston", Location("Greater Boston", "", "MA", "US")),
    ],
)
def test_places_of_one_name_are_told_apart_by_what_stands_beside_them(field: str, location: Location) -> None:
    assert places_in(field)[0].location == location


def test_georgia_beside_its_neighbours_is_the_country() -> None:
    assert texts(places_in("Armenia,Georgia,Kazakhstan")) == ["Armenia", "Georgia", "Kazakhstan"]


def test_a_country_after_its_city_is_not_repeated_and_before_it_stays() -> None:
    assert texts(places_in("Boston, MA,US,Remote")) == ["Boston, MA"]
    assert texts(places_in("US,Remote,Boston, MA")) == ["United States", "Boston, MA"]


def test_an_unknown_word_is_a_place_only_where_the_field_is_trusted() -> None:
    (found,) = places_in("Claremount", trusting=True)
    assert (found.location, found.start, found.end) == (Location("Claremount"), 0, 10)
    assert texts(places_in("Remote, Claremount, Berlin", trusting=True)) == ["Claremount", "Berlin, Germany"]


@pytest.mark.parametrize(
    ("prose", "places"),
    [
        (
            "Our offices are in Berlin, Munich and New York.",
            ["Berlin, Germany", "Munich, Germany", "New York, NY"],
        ),
        ("Report to our Chicago office.", ["Chicago, IL"]),
        ("Based in Reading, UK, or in Nice, France.", ["Reading, United Kingdom", "Nice, France"]),
        ("We hire across the US and Canada.", ["United States", "Canada"]),
        ("U.S.-based or UK-based candidates", ["United States", "United Kingdom"]),
        ("The site in Hilliard, FL, is new.", ["Hilliard, FL"]),
        ("A plant near Nowhere Springs, Ohio.", ["Nowhere Springs, OH"]),
        ("Write to 1 Main St, Claremount, CA 91711.", ["Claremount, CA"]),
        ("Toronto, Ontario, Canada", ["Toronto, ON, Canada"]),
        ("Costa Mesa and Kansas City, KS", ["Costa Mesa, CA", "Kansas City, KS"]),
        (
            "New Jersey, not Jersey; New Mexico, not the old one",
            ["New Jersey, United States", "New Mexico, United States"],
        ),
        ("residents of Georgia", ["Georgia, United States"]),
        ("between Tbilisi and the rest of Georgia", ["Tbilisi, Georgia", "Georgia"]),
        ("in Washington, D.C. and elsewhere", ["Washington, DC"]),
        ("across EMEA and the Bay Area", ["EMEA", "San Francisco Bay Area"]),
        (
            "candidates in Colorado, California and Utah",
            ["Colorado, United States", "California, United States", "Utah, United States"],
        ),
        ("wir suchen in Köln und Frankfurt am Main", ["Köln, Germany", "Frankfurt am Main, Germany"]),
    ],
)
def test_a_sentence_names_its_places(prose: str, places: list[str]) -> None:
    assert texts(places_named_in_prose(prose)) == places


@pytest.mark.parametrize(
    "prose",
    [
        *(
            "Reading documentation is a must.",
            "Nice to have: Go",
            "Mobile first",
            "Lincoln and Madison joined",
        ),
        *(
            "contact us",
            "CONTACT US",
            "About Us",
            "JOIN US",
            "WHAT IT MEANS TO WORK WITH US",
            "berlin",
            "in paris",
        ),
        *("Python, OR Java", "IN 2024 we said HI", "ME, OK", "MA or PhD", "Jane Doe, MD", "AI/ML, CO"),
        *("Boston Consulting Group", "University of Toronto", "Bank of America", "The Washington Post"),
        *(
            "Washington State University",
            "Texas A&M",
            "Paris Hilton",
            "Phoenix Contact",
            "Deutsche Bank Berlin",
        ),
        *("Jordan and Chad lead the team", "Charlotte Brown", "en-US", "US$ 500", "US dollars", "india.com"),
        *("customers worldwide", "a global team", "SF or LA", "Lake Geneva", "Cambridge", "Washington"),
    ],
)
def test_what_only_looks_like_a_place_is_not_found(prose: str) -> None:
    assert places_named_in_prose(prose) == ()


@pytest.mark.parametrize(
    ("name", "countries"),
    [
        ("USA", ("US",)),
        ("the United States", ("US",)),
        ("Deutschland", ("DE",)),
        ("Holland", ("NL",)),
        ("UK", ("GB",)),
        ("DACH", ("AT", "CH", "DE")),
        ("Benelux", ("BE", "LU", "NL")),
        ("ANZ", ("AU", "NZ")),
        ("Georgia", ("GE",)),
        ("anywhere in the world", ("worldwide",)),
        ("Worldwide", ("worldwide",)),
        ("Bay Area", ()),
        ("Atlantis", ()),
    ],
)
def test_a_country_or_an_area_stands_for_countries(name: str, countries: tuple[str, ...]) -> None:
    assert countries_of(name) == countries


def test_a_row_of_codes_is_read_where_all_are_states() -> None:
    assert [one.location.region for one in states_in("AZ, CO, IN or OR, and more")] == [
        "AZ",
        "CO",
        "IN",
        "OR",
    ]
    assert [one.location.region for one in states_in("BC, AB and ON")] == ["BC", "AB", "ON"]
    for words in ("PT, MT and ET", "UX, UI, QA", "CA, NY", "no AZ, CO, IN"):
        assert states_in(words) == ()


MOST_TIMES = 25  # of the time that a tenth of the text takes; ten would be linear, a hundred quadratic
PIECES = st.one_of(
    st.sampled_from(("Berlin", "US", "FL", "Hilliard", "Remote", "New York", "St.", "Lake", "🇫🇷", "Georgia")),
    st.sampled_from(("CA", "İ", "ß", "São Paulo", "Non-", "in ", "the ", "D.C.", "Ontario", "Washington")),
    st.sampled_from(("(", ")", ", ", " - ", "/", " ", "\n", "'", ".")),
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map("".join)))
def test_any_text_is_read_and_spans_lie_within_it(text: str) -> None:
    for found in (*places_in(text), *places_in(text, trusting=True), *places_named_in_prose(text)):
        assert 0 <= found.start < found.end <= len(text)
        assert found.location.text
        assert found.location.country or not (found.location.city or found.location.region)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_found_places_stand_in_order_and_apart(text: str) -> None:
    for places in (places_in(text, trusting=True), places_named_in_prose(text)):
        assert all(first.end <= second.start for first, second in pairwise(places))


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "San ",
            "US, ",
            "New York, ",
            "a,",
            "(",
            "St. ",
            "Xx ",
            "🇫🇷",
            "Lake ",
            "US, FL, ",
            "Germany - ",
            "CA ",
        ),
        *("United Kingdom of Great Britain and Northern ", "In Aaa Bbb, ", "A.B", "Xx-", "Germany (", "X"),
    ],
)
def test_a_hostile_text_takes_no_longer_than_its_length(piece: str) -> None:
    short = piece * (10_000 // len(piece.encode()))
    for read in (places_in, places_named_in_prose):
        read(piece)  # the lexicon is read once, before the clock starts
        least = max(0.002, min(_seconds(read, short) for _ in range(3)))
        assert min(_seconds(read, short * 10) for _ in range(2)) < MOST_TIMES * least


def test_a_posting_is_read_in_a_moment() -> None:
    text = "We are a team of builders in Berlin, Germany, and hire across the US and Canada. " * 62
    assert min(_seconds(places_named_in_prose, text) for _ in range(5)) < 0.03


def _seconds(read: Callable[[str], object], text: str) -> float:
    start = process_time()
    read(text)
    return process_time() - start
