"""The confined child: what it reads, what ends it, and that the next file is read all the same."""

import os
from collections.abc import Iterator

import pytest

from postings.readers import Confined, Refused, Source, Unreadable, read_confined, read_each
from tests.readers.builders import docx, lines, paragraph, pdf, xlsx, zipped

BAKER = docx(paragraph("A baker is wanted."))
TEXT = "A baker is wanted."

# A child whose reader of .docx is what a hostile file would like it to be.
HOSTILE = """
import os, socket, time
import postings.readers.confinement.child as child
from postings.readers import reading
from postings.readers.kinds import Kind

def hostile(content):
    {body}

reading.CONVERTERS[Kind.DOCX] = hostile
child.serve()
"""


def hostile(body: str) -> str:
    return HOSTILE.format(body=body)


@pytest.fixture(scope="module")
def confined() -> Iterator[Confined]:
    with Confined() as confined:
        yield confined


def outcome_of(program: str, **settings: float) -> Source | Refused:
    with Confined(program=program, **settings) as confined:  # type: ignore[arg-type]
        (outcome,) = confined.read_each(BAKER, "job.docx")
        return outcome


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("job.docx", BAKER),
        ("job.pdf", pdf(lines("A baker is wanted for our shop."))),
        ("job.html", b"<html><p>A baker is wanted.</p></html>"),
        ("job.rtf", rb"{\rtf1 A baker is wanted.\par}"),
        ("jobs.xlsx", xlsx(Jobs=[["title", "description"], ["Baker", "You bake."], ["Cook", None]])),
        ("jobs.csv", b"title,description\nBaker,You <b>bake</b>.<br>\n"),
        ("job.json", b'{"title": "Baker", "description": "<p>You bake.</p>"}'),
        (
            "jobs.zip",
            zipped({"a.docx": BAKER, "b.txt": TEXT, "c.pdf": "%PDF-1.4 x", "d.zip": zipped({"e": "x"})}),
        ),
        ("job.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100),
    ],
)
def test_the_child_reads_what_this_process_would(confined: Confined, name: str, content: bytes) -> None:
    outcomes = list(confined.read_each(content, name))
    assert outcomes == list(read_each(content, name))
    assert outcomes


def test_the_child_is_told_the_columns(confined: Confined) -> None:
    content = xlsx(Jobs=[["Yrke", "Text"], ["Bagare", "Du bakar."]])
    (source,) = confined.read(content, columns={"title": "Yrke"})
    assert source.text == "Title: Bagare\n\nDu bakar."


def test_one_child_reads_file_after_file(confined: Confined) -> None:
    confined.read(BAKER)
    first = confined.pid
    confined.read(BAKER)
    assert (confined.pid, confined.pid is None) == (first, False)


def test_plain_text_starts_no_child() -> None:
    with Confined() as confined:
        for content in (b"A baker is wanted.", b"# Baker\n\n- bakes", b'{"title": "x", "text": "You bake."}'):
            confined.read(content)
        assert confined.pid is None


def test_a_fault_of_the_document_is_raised_with_its_code(confined: Confined) -> None:
    with pytest.raises(Unreadable) as caught:
        confined.read(b"%PDF-1.4 nothing", "job.pdf")
    assert caught.value.code == "truncated"


def test_a_child_is_replaced_after_so_many_files() -> None:
    with Confined(files=2) as confined:
        pids = []
        for _ in range(5):
            assert confined.read(BAKER)[0].text == TEXT
            pids.append(confined.pid)
    assert [pids.index(pid) for pid in pids] == [0, 0, 2, 2, 4]


def test_closing_ends_the_child_and_a_later_file_starts_another() -> None:
    confined = Confined()
    confined.read(BAKER)
    pid = confined.pid
    assert pid is not None
    confined.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert confined.read(BAKER)[0].text == TEXT
    confined.close()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("while True: pass", "time_limit"),
        ("time.sleep(100)", "time_limit"),
        ("return 'x' * (1024 * 1024 * 1024)", "memory_limit"),
        ("held = [bytes(1000) for _ in range(10_000_000)]", "memory_limit"),
        ("return 'a word ' * 1_000_000", "output_limit"),
        ("os._exit(3)", "crashed"),
        ("os.abort()", "crashed"),
        ("import ctypes.util; os.write(2, b'x'); os._exit(0)", "crashed"),
        ("raise SystemExit(1)", "crashed"),
    ],
)
def test_a_breach_ends_the_child_and_is_told(body: str, code: str) -> None:
    outcome = outcome_of(hostile(body), cpu_seconds=1, wall_seconds=3)
    assert isinstance(outcome, Refused)
    assert (outcome.name, outcome.code, outcome.message[-1]) == ("job.docx", code, ".")


@pytest.mark.parametrize(
    "frame",
    [
        r"b'\xff\xff\xff\xff'",
        r"b'\0\0\0\x04null'",
        r"b'\0\0\0\x02[]'",
        r"b'\0\0\0\x02{}'",
        r"b'\0\0\0\x05hello'",
        r"""b'\0\0\0\x41{"name":"","text":"abc","media_type":"","repairs":[],"declared":9}'""",
    ],
)
def test_a_child_that_lies_is_not_believed(frame: str) -> None:
    body = f"""
    for fd in range(3, 20):
        try: os.write(fd, {frame})
        except OSError: pass
    time.sleep(100)
    """
    outcome = outcome_of(hostile(body.strip()), wall_seconds=3)
    assert isinstance(outcome, Refused)
    assert outcome.code in {"crashed", "output_limit", "time_limit"}


@pytest.mark.parametrize(
    "attempt",
    [
        "socket.create_connection(('127.0.0.1', 9), 1)",
        "socket.getaddrinfo('bread.example', 80)",
        "open('/tmp/written-by-a-converter', 'w')",
        "os.open('/tmp/written-by-a-converter', os.O_CREAT | os.O_WRONLY)",
        "os.system('true')",
        "os.fork()",
        "os.execv('/bin/true', ['true'])",
        "__import__('subprocess').run(['true'])",
        "os.remove('/tmp/none')",
        "os.kill(os.getppid(), 0)",
    ],
)
def test_reading_gives_no_way_to_the_network_the_disk_or_other_programs(attempt: str) -> None:
    outcome = outcome_of(hostile(f"{attempt}; return 'It went through, which it must not.'"))
    assert isinstance(outcome, Refused)
    assert (outcome.code, "NotPermitted" in outcome.message) == ("damaged", True)


def test_it_is_told_what_keeps_the_network_away(confined: Confined) -> None:
    assert confined.network in {"namespace", "audit hook"}


def test_where_no_namespace_is_permitted_the_audit_hook_holds() -> None:
    forbid = "import postings.readers.confinement.restraint as r; r._leave_network = lambda: False\n"
    program = forbid + hostile("socket.create_connection(('127.0.0.1', 9), 1)")
    with Confined(program=program) as confined:
        (outcome,) = confined.read_each(BAKER)
        assert confined.network == "audit hook"
    assert isinstance(outcome, Refused)
    assert "NotPermitted" in outcome.message


def test_in_a_namespace_there_is_no_network_even_without_the_audit_hook(confined: Confined) -> None:
    if confined.network != "namespace":
        pytest.skip("this machine permits no network namespace")
    look = "return 'Interfaces: ' + open('/proc/net/dev').read().replace(':', ' ')"
    outcome = outcome_of(hostile(look))
    assert isinstance(outcome, Source)
    assert [line.split()[0] for line in outcome.text.splitlines()[2:]] == ["lo"]


def test_one_breach_in_an_archive_hides_no_other_member() -> None:
    body = "\n    ".join(["if b'bomb' in content:", "    os._exit(1)", "return 'Read by the child.'"])
    members: dict[str, str | bytes] = {
        "a.docx": BAKER,
        "b.docx": docx(paragraph("x"), parts={"bomb": "x"}),
        "c.docx": BAKER,
        "d.txt": TEXT,
    }
    with Confined(program=hostile(body)) as confined:
        found = list(confined.read_each(zipped(members), "a.zip"))
    assert [one.code if isinstance(one, Refused) else one.text for one in found] == [
        "Read by the child.",
        "crashed",
        "Read by the child.",
        TEXT,
    ]


def test_what_a_batch_gave_before_a_breach_is_kept() -> None:
    program = """
import os
import postings.readers.confinement.child as child
from postings.readers import reading
real = reading.postings_of
def postings_of(table, columns):
    yield from real(table, columns)
    os._exit(1)
reading.postings_of = postings_of
child.serve()
"""
    with Confined(program=program) as confined:
        found = list(
            confined.read_each(xlsx(Jobs=[["title", "description"], ["Baker", "You bake."]]), "a.xlsx")
        )
    assert [(one.name, isinstance(one, Source)) for one in found] == [("a.xlsx#2", True), ("a.xlsx", False)]


def test_the_shared_child_reads_too() -> None:
    assert list(read_confined(BAKER, "job.docx")) == list(read_each(BAKER, "job.docx"))


def test_a_child_that_does_not_start_is_an_error_of_the_machine_not_of_the_file() -> None:
    with (
        pytest.raises(RuntimeError, match="does not start"),
        Confined(program="raise SystemExit") as confined,
    ):
        list(confined.read_each(BAKER))
