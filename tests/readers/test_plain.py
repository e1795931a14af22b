"""Bytes of text: which encoding they are in, what is mended, what is no text."""

import pytest

from postings.readers import Source, Unreadable, read

POSTING = "Baker wanted – “early riser”\nYou bake 40 loaves a day. Pay: £14 an hour.\n"


def only(content: bytes, name: str = "") -> Source:
    (source,) = read(content, name)
    return source


def code_of(content: bytes, name: str = "") -> str:
    with pytest.raises(Unreadable) as caught:
        read(content, name)
    assert str(caught.value).endswith(".")
    return caught.value.code


@pytest.mark.parametrize(
    ("encoding", "repairs"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ("decoded utf-16",)),
        ("utf-16-le", ("decoded utf-16",)),
        ("utf-16-be", ("decoded utf-16",)),
        ("utf-32", ("decoded utf-32",)),
        ("cp1252", ("decoded windows-1252",)),
    ],
)
def test_the_encoding_is_found_and_told(encoding: str, repairs: tuple[str, ...]) -> None:
    assert only(POSTING.encode(encoding), "a.txt") == Source("a.txt", POSTING, "text/plain", repairs)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "cp1251",
            "Требуется пекарь. Работа в ночную смену, оплата раз в две недели, опыт от двух лет. " * 3,
        ),
        ("cp1250", "Poszukujemy właściwej osoby: zażółć gęślą jaźń, świeże pieczywo, łatwe ciasta. " * 4),
        ("shift_jis", "パン職人を募集しています。経験は二年以上、夜勤があります。給与は月に二回です。" * 3),
    ],
)
def test_rare_encodings_are_guessed_rather_than_misread(encoding: str, text: str) -> None:
    source = only(text.encode(encoding))
    assert (source.text, len(source.repairs)) == (text, 1)


def test_western_text_with_many_accents_is_windows_1252() -> None:
    text = "Référence: chargé d’études à Orléans. Année d’expérience exigée: trois. Español, größer, œuvre.\n"
    assert only(text.encode("cp1252")).text == text


def test_a_stray_byte_does_not_turn_the_rest_of_utf8_into_gibberish() -> None:
    content = "Café Zoë – naïve Köche gesucht, ".encode() + b"\x93now\x94" + " für die Küche".encode()
    source = only(content)
    assert source.text == "Café Zoë – naïve Köche gesucht, “now” für die Küche"
    assert source.repairs == ("decoded 2 stray bytes as windows-1252",)


def test_no_number_of_stray_bytes_costs_the_text_behind_them() -> None:
    source = only(
        ("né à Orléans, très près " * 900).encode().replace(b"tr\xc3\xa8s", b"tr\xe8s") + b"to the end"
    )
    assert source.text == "né à Orléans, très près " * 900 + "to the end"


def test_line_ends_become_one_kind_and_control_characters_go() -> None:
    source = only("One\r\nTwo\rThree\u2028Four\x0cFive\x07 and more words to read\n".encode())
    assert source.text == "One\nTwo\nThree\nFour\nFive and more words to read\n"
    assert source.repairs == ("removed 1 control characters",)


@pytest.mark.parametrize("content", [b"", b" \n\t \r\n", b"\xef\xbb\xbf \n", "\u200b\ufeff \n".encode()])
def test_nothing_is_empty(content: bytes) -> None:
    assert code_of(content) == "empty"


@pytest.mark.parametrize(
    "content",
    [
        b"A baker\0is wanted",
        bytes(range(256)) * 20,
        b"\x01\x02\x03\x04 words \x05\x06\x07\x08 between",
        b"#$%&*()_+{}|:<>?~`-=[];',./" * 20,
        "\ue000\ue001\ue002\ue003 ab".encode() * 50,
    ],
)
def test_rubbish_is_not_text(content: bytes) -> None:
    assert code_of(content) == "not_text"


def test_an_upload_has_a_largest_size() -> None:
    assert code_of(b"word " * (4 * 1024 * 1024 + 1)) == "too_large"


@pytest.mark.parametrize(
    ("text", "name", "media_type"),
    [
        ("# Baker\n\n- bakes bread\n", "", "text/markdown"),
        ("# Baker\n\n- bakes bread\n", "baker.txt", "text/plain"),
        ("Baker wanted for our shop.\n", "baker.md", "text/markdown"),
        ("Baker wanted for our shop.\n", "", "text/plain"),
        ("<div align=center>\n\n# Baker\n\n</div>\n", "readme.md", "text/markdown"),
        ("[Baker](https://bread.example/jobs/1) wanted\n", "a.json.md", "text/markdown"),
    ],
)
def test_markdown_and_plain_text_are_kept_as_they_are(text: str, name: str, media_type: str) -> None:
    assert only(text.encode(), name) == Source(name, text, media_type)
