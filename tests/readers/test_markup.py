"""HTML → text: every heading, bullet, row and link that a reader of the page would see, and nothing else."""

import pytest

from postings.readers import Unreadable, read


def text_of(markup: str) -> str:
    (source,) = read(markup.encode(), "page.html")
    assert source.media_type == "text/html"
    return source.text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<h1>Baker</h1><p>We bake.</p><h3>Duties</h3>", "# Baker\n\nWe bake.\n\n### Duties"),
        ("<ul><li>Bake<li>Sell<ul><li>at dawn</ul><li>Clean</ul>", "- Bake\n- Sell\n  - at dawn\n- Clean"),
        ("<ol start=3><li>Apply<li>Meet us</ol>", "3. Apply\n4. Meet us"),
        ("<div><li>Bake</li><li>Sell</li></div>", "- Bake\n- Sell"),
        ("<p><b>Your tasks:</b></p><p>Bake <b>bread</b></p>", "**Your tasks:**\n\nBake bread"),
        ("<p><strong>Tasks</strong><br>Bake<br/>Sell</p>", "**Tasks**\nBake\nSell"),
        ('<p style="font-weight: 700">Pay</p>', "**Pay**"),
        ("<h2><b>Pay</b></h2>", "## Pay"),
        ('<p><a href="https://b.example/apply">Apply <b>here</b></a>.</p>', "[Apply here](https://b.example/apply)."),
        ('<p><a href="#top">Top</a> <a href="javascript:x()">x</a></p>', "Top x"),
        ('<p><a href="https://bread.example/">https://bread.example</a></p>', "https://bread.example"),
        ('<a href="https://b.example/1"><div>Apply</div></a>', "[Apply](https://b.example/1)"),
        ("<table><tr><th>Pay<td>£14<tr><td>Hours:</td><td>40</table>", "Pay: £14\nHours: 40"),
        ("<table><tr><td>a<td>b<td>c<tr><td>1<td>2<td>3</table>", "a | b | c\n1 | 2 | 3"),
        ("<table><tr><td>Duties<td><ul><li>Bake<li>Sell</ul></table>", "Duties:\n\n- Bake\n- Sell"),
        ("<dl><dt>Pay</dt><dd>£14</dd><dt>Place<dd>Leeds</dl>", "Pay: £14\nPlace: Leeds"),
        ("<p>R&amp;D &pound;14&nbsp;an&nbsp;hour &lt;new&gt;</p>", "R&D £14 an hour <new>"),
        ("<p>one</p>\n<hr>\n<p>two</p>", "one\n\n---\n\ntwo"),
        ("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree"),
        ("<ul><li><p>Bake</p><p>every day</p></li></ul>", "- Bake\n  every day"),
        ("<pre>one\n two</pre>", "one\ntwo"),
        ("<div>Open <span>now</span>\n  today</div>", "Open now today"),
        ("<table><tr><td><table><tr><td>in<td>side</table></table>", "in: side"),
    ],
)  # fmt: skip
def test_a_page_keeps_its_shape(markup: str, text: str) -> None:
    assert text_of(f"<html><body>{markup}</body></html>") == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>no</p>'</script>",
        "<style>p {}</style>",
        "<nav><a href='/'>Home</a></nav>",
        "<p hidden>no</p>",
        "<p style='color: red; display:none'>no</p>",
        "<span aria-hidden='true'>•</span>",
        "<noscript>no</noscript><template><p>no</p></template><svg><text>no</text></svg>",
        "<select><option>no</option></select><button>no</button>",
        "<!-- no -->",
    ],
)
def test_what_is_not_seen_is_not_read(hidden: str) -> None:
    assert (
        text_of(f"<html><body>{hidden}<p>A baker is wanted.</p>{hidden}</body></html>")
        == "A baker is wanted."
    )


def test_a_fragment_without_a_page_around_it_is_html_too() -> None:
    assert text_of("<p>A baker</p><ul><li>bakes</li></ul>") == "A baker\n\n- bakes"


def test_the_charset_of_a_page_is_believed_when_it_is_not_utf8() -> None:
    (source,) = read(
        '<html><meta charset="iso-8859-2"><p>Łódź: piekarz, żytni chleb</p></html>'.encode("iso-8859-2")
    )
    assert source.text == "Łódź: piekarz, żytni chleb"
    assert source.repairs == ("decoded iso-8859-2",)


def test_a_page_nested_thousands_deep_is_read() -> None:
    deep = 5000
    assert text_of("<html>" + "<div>" * deep + "A baker is wanted." + "</div>" * deep) == "A baker is wanted."


def test_lists_nested_hundreds_deep_keep_their_words() -> None:
    text = text_of("<html>" + "".join(f"<ul><li>level {n}" for n in range(300)))
    assert [line.strip() for line in text.splitlines()] == [f"- level {n}" for n in range(300)]


def test_a_page_without_words_is_empty() -> None:
    with pytest.raises(Unreadable) as caught:
        read(b"<html><head><title>Job</title></head><body><script>render()</script></body></html>")
    assert caught.value.code == "empty"
