"""One tokeniser for documents and queries: what is a word, what it is known by, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.query import stems_in_all_languages, stems_of, tokens_of
from postings.query.stemming import ALGORITHMS, REMEMBERED, Stems


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        # parted
        ("AI/ML", ["ai", "ml"]),
        ("full-stack", ["full", "stack"]),
        ("ci/cd", ["ci", "cd"]),
        ("salary_range", ["salari", "rang"]),
        ("Berlin.Remote", ["berlin", "remot"]),
        ("job#12", ["job", "12"]),
        ("www.acme.com", ["www", "acm", "com"]),
        ("24/7", ["24", "7"]),
        ("R&D", ["r", "d"]),
        ("l'équipe", ["l", "equip"]),
        # whole
        ("C++ c# F#", ["c++", "c#", "f#"]),
        ("C++17", ["c++", "17"]),
        ("C#/.NET", ["c#", ".net"]),
        ("ASP.NET Node.js vue.js", ["asp.net", "node.js", "vue.js"]),
        ("CompTIA A+", ["comptia", "a+"]),
        ("class A+B", ["class", "a", "b"]),
        ("U.S. e.g. this", ["us", "eg", "this"]),
        ("Ph.D. B.Sc. M.Tech", ["phd", "bsc", "mtech"]),
        ("k8s H1B", ["k8s", "h1b"]),
        # never lost
        ("R, IT and Go", ["r", "it", "and", "go"]),
        # numbers
        ("401k 401(k) 401(K)", ["401k", "401k", "401k"]),
        ("$120k–$150k", ["120k", "150k"]),
        ("120,000 120.000 120000", ["120000", "120000", "120000"]),
        ("3.5 or 3,5 years", ["3.5", "or", "3.5", "year"]),
        ("5+ years", ["5", "year"]),
        ("2026-01-31", ["2026", "01", "31"]),
        # endings and cases
        ("Engineers ENGINEERING engineer's", ["engin", "engin", "engin"]),
        ("a master’s degree", ["a", "master", "degre"]),
        # accents, and letters that are two
        ("Müller ŁÓDŹ İstanbul Ærø", ["muller", "lodz", "istanbul", "aero"]),
        ("résumé re\u0301sume\u0301 resume", ["resum", "resum", "resum"]),
        ("Straße STRASSE", ["strass", "strass"]),
        ("engi\u00adneers", ["engin"]),
        ("ﬁnance ＳＱＬ", ["financ", "sql"]),
        # every script
        ("机械学习", ["机", "械", "学", "习"]),
        ("データ", ["デ", "ー", "タ"]),
        ("한국어 개발자", ["한국어", "개발자"]),
        ("мой мои", ["мой", "мои"]),
        ("مُهَنْدِس مهندس", ["مهندس", "مهندس"]),
        ("हिन्दी", ["हिन्दी"]),
        # nothing
        ("", []),
        ("👩‍💻 🇩🇪 — … -- ++ #", []),
    ],
)
def test_a_text_has_these_words(text: str, stems: list[str]) -> None:
    assert stems_of(text, "en") == stems


@pytest.mark.parametrize(
    ("language", "text", "stems"),
    [
        ("de", "Entwicklerin Entwicklern", ["de~entwickl", "de~entwickl"]),
        ("de", "Erfahrungen Erfahrung", ["de~erfahr", "de~erfahr"]),
        ("fr", "développé developpe développement", ["fr~developp"] * 3),
        ("es", "programación programacion", ["es~program", "es~program"]),
        ("it", "sviluppatori sviluppatore", ["it~svilupp", "it~svilupp"]),
        ("nl", "ontwikkelaars ontwikkelaar", ["nl~ontwikkel", "nl~ontwikkel"]),
        ("pt", "engenheiros engenheiro", ["pt~engenheir", "pt~engenheir"]),
        ("xx", "engineers", ["engin"]),
        ("", "engineers", ["engin"]),
    ],
)
def test_endings_come_off_by_the_language(language: str, text: str, stems: list[str]) -> None:
    assert stems_of(text, language) == stems


@pytest.mark.parametrize(("one", "other"), [("c", "c++"), ("c++", "c#"), ("net", ".net"), ("it", "its2")])
def test_names_that_differ_by_their_marks_stay_apart(one: str, other: str) -> None:
    assert stems_of(one, "en") != stems_of(other, "en")


def test_a_token_says_where_it_stands() -> None:
    text = "Lead engineer’s C++/Node.js"
    assert [(stem, text[start:end]) for stem, start, end in tokens_of(text, "en")] == [
        ("lead", "Lead"),
        ("engin", "engineer’s"),
        ("c++", "C++"),
        ("node.js", "Node.js"),
    ]


@pytest.mark.parametrize(
    ("word", "english", "german"),
    [
        ("python", "python", "de~python"),
        ("Engineer", "engin", "de~engine"),
        ("c#", "c#", "de~c#"),
        ("Entwicklern", "entwicklern", "de~entwickl"),
    ],
)
def test_a_word_of_a_query_has_a_stem_a_language_and_english_first(
    word: str, english: str, german: str
) -> None:
    stems = stems_in_all_languages(word)
    assert stems[:2] == (english, german)
    assert len(set(stems)) == len(ALGORITHMS)


def test_a_stem_of_another_language_is_no_english_word() -> None:
    """ "careers" is "care" in Dutch."""
    assert not set(stems_in_all_languages("careers")) & set(stems_of("we care", "en"))


def test_a_very_long_word_is_known_by_its_beginning() -> None:
    assert stems_of("x" * 5_000, "en") == ["x" * 64]


def test_spellings_are_forgotten_before_they_fill_the_memory() -> None:
    stems = Stems("en")
    stems.update({str(number): "" for number in range(REMEMBERED)})
    assert (stems["engineers"], len(stems)) == ("engin", 1)


@given(st.text())
def test_the_fast_path_finds_the_same_as_the_one_with_places(text: str) -> None:
    assert stems_of(text, "en") == [token.stem for token in tokens_of(text, "en")]


@given(st.text())
def test_tokens_stand_in_order_and_apart(text: str) -> None:
    edges = [edge for _, start, end in tokens_of(text, "de") for edge in (start, end)]
    assert edges == sorted(edges)
    assert all(start < end <= len(text) for _, start, end in tokens_of(text, "de"))


@given(st.text())
def test_words_said_alone_or_with_blanks_between_are_the_same_words(text: str) -> None:
    words = [text[start:end] for _, start, end in tokens_of(text, "en")]
    assert [stems_of(word, "en") for word in words] == [[stem] for stem in stems_of(text, "en")]
    assert stems_of(" ".join(words), "en") == stems_of(text, "en")


@given(st.text(st.characters(codec="latin-1")))
def test_capitals_make_no_difference(text: str) -> None:
    assert stems_of(text.swapcase(), "en") == stems_of(text.swapcase().swapcase(), "en")


@given(st.text(st.characters(categories=["L", "N"]), min_size=1))
def test_no_letter_and_no_digit_is_lost(text: str) -> None:
    assert "".join(text[start:end] for _, start, end in tokens_of(text, "en")) == text
