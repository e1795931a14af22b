"""Claims about the lexicon: the files are sound, and a fault in them is named with its file and line."""

from pathlib import Path

import pytest

from postings.parsing.lexicon import LexiconFaultError, load_countries, load_places, load_skills

SKILLS = "slug\tname\tfamily\taliases\n"
PLACES = "slug\tcity\tregion\tregion code\tcountry\tweight\taliases\n"
COUNTRIES = "code\tname\tcurrency\tregion\taliases\n"


def test_the_lexicon_is_as_wide_as_the_library_needs() -> None:
    assert len(load_skills()) > 600
    assert len(load_places()) > 3000
    assert len(load_countries()) > 200


def test_a_skill_is_listed_with_a_capital_and_said_without() -> None:
    skill = load_skills()["negotiation"]
    assert (skill.name, skill.inline) == ("Negotiation", "negotiation")


@pytest.mark.parametrize(
    ("slug", "name"), [("dbt", "dbt"), ("ios", "iOS"), ("grpc", "gRPC"), ("python", "Python")]
)
def test_a_stylised_name_keeps_its_small_letter(slug: str, name: str) -> None:
    assert load_skills()[slug].name == name


def test_places_of_one_name_are_told_apart() -> None:
    assert load_places()["cambridge"].country == "US"
    assert load_places()["cambridge-eng"].country == "GB"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("a\tA\tx\t\na\tB\tx\t\n", "3: the slug 'a' is taken"),
        ("a\tAlpha\tx\tBeta\nb\tBeta\tx\t\n", "3: 'Beta' already names 'a'"),
        ("A b\tAlpha\tx\t\n", "2: 'A b' is no slug"),
        ("a\t\tx\t\n", "2: a skill needs a name"),
        ("a\tA\tx\ty\tz\n", "2: 5 columns"),
    ],
)
def test_a_fault_among_skills_is_named_with_its_line(tmp_path: Path, rows: str, reason: str) -> None:
    file = tmp_path / "skills.tsv"
    file.write_text(SKILLS + rows, encoding="utf-8")
    with pytest.raises(LexiconFaultError, match=r"skills\.tsv:" + reason):
        load_skills(file)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("a\tA\t\t\tXX\t3\n", "2: countries.tsv has no 'XX'"),
        ("a\tA\t\t\tUS\tmany\n", "2: the weight 'many'"),
        ("a\tA\tOhio\tOH\tUS\t3\nb\tA\tOhio\tOH\tUS\t3\n", "3: A is listed twice"),
        ("a\tA\tOhio\tTX\tUS\t3\n", "2: regions.tsv has no 'TX' 'Ohio' in US"),
        ("a\tA\t\t\tPL\t3\tB\nb\tB\t\t\tPL\t3\n", "2: 'B' already names 'b'"),
        ("a\tA\t\t\tPL\t3\tC\nb\tB\t\t\tPL\t3\tC\n", "3: 'C' already names 'a'"),
    ],
)
def test_a_fault_among_places_is_named_with_its_line(tmp_path: Path, rows: str, reason: str) -> None:
    file = tmp_path / "places.tsv"
    file.write_text(PLACES + rows, encoding="utf-8")
    with pytest.raises(LexiconFaultError, match=r"places\.tsv:" + reason):
        load_places(file)


def test_a_country_needs_a_currency(tmp_path: Path) -> None:
    file = tmp_path / "countries.tsv"
    file.write_text(COUNTRIES + "US\tUnited States\tdollar\tNorth America\n", encoding="utf-8")
    with pytest.raises(LexiconFaultError, match=r"countries\.tsv:2: "):
        load_countries(file)


def test_a_file_without_its_heading_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "skills.tsv"
    file.write_text("python\tPython\tlanguage\t\n", encoding="utf-8")
    with pytest.raises(LexiconFaultError, match="name the columns"):
        load_skills(file)
