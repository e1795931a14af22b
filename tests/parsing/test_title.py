"""The role where no line of its own names it, and lines that look like titles and are none."""

import pytest

from postings.parsing.extract.role_names import role_at
from postings.parsing.reading import read_document

BODY = "\n\nResponsibilities\n- Bake bread every day\n\nRequirements\n- Two years of baking experience\n"


def title(text: str) -> str | None:
    fact = read_document(text + BODY).postings[0].title
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We are seeking an experienced and driven Night Baker to run the ovens.", "Night Baker"),
        ("We are seeking a senior structural engineer to check the ovens.", "senior structural engineer"),
        ("As a Dough Engineer II at Crustwell, you will knead.", "Dough Engineer II"),
        ("The Sr. Oven Safety analyst designs ovens.", "Sr. Oven Safety analyst"),
        ("Job Description: Night Baker - Founding Team\n\nWe bake.", "Night Baker - Founding Team"),
        ("Are you an experienced Payroll Clerk? We would like to meet you.", "Payroll Clerk"),
        (
            "Job Summary: The Oven Safety Specialist will be responsible for the ovens.",
            "Oven Safety Specialist",
        ),
        (
            "We keep bread fresh.Position PurposeThe rye dough Data Analyst monitors the dough.",
            "Data Analyst",
        ),
        (
            "We want a Vice President (VP) of Oven Engineering. We are hiring a Vice President "
            "(VP) of Oven Engineering.",
            "Vice President (VP) of Oven Engineering",
        ),
        ("We seek Oven Experts now. An Oven Expert is a grade 5 role.", "Oven Expert"),
        ("Crustwell recherche un Chef de partie pour le soir.", "Chef"),
        ("We need a baker. Looking for an embedded SRE to join us.", "SRE"),
    ],
)
def test_a_sentence_names_the_role(text: str, name: str) -> None:
    assert title(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "You will report to the Head of Ovens and work with data engineers.",
        "We are looking for a trusted partner of our clients.",
        "The hiring manager will call you.",
        "As a growing bakery we need flour.",
        "Headquarters: Leeds\n\nWe bake at night.",
    ],
)
def test_colleagues_and_praise_are_no_title(text: str) -> None:
    assert title(text) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "DevOps / Platform / Cloud Engineer (100% remote)\n\nWe bake.",
            "DevOps / Platform / Cloud Engineer (100% remote)",
        ),
        (
            "Fullstack Sr. Oven Engineer, Ryes and More (Remote - US)\n\nWe bake.",
            "Fullstack Sr. Oven Engineer, Ryes and More (Remote - US)",
        ),
        (
            "We keep the bread of this town fresh and every morning our own\nHead Bakers report "
            "to the owner of the whole bakery and to\nnobody else.\n\nNight Baker\n\nWe bake.",
            "Night Baker",
        ),
        ("Oven school\n- SQL Server\n\nNight Baker\n\nWe bake.", "Night Baker"),
    ],
)
def test_a_line_is_a_title_only_where_it_stands_alone(text: str, name: str) -> None:
    assert title(text) == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Night Baker (REF222U)", "Night Baker"),
        ("Night Baker - MB1009964", "Night Baker"),
        ("Night Baker Req #123", "Night Baker"),
        ("Night Baker R12391", "Night Baker"),
        ("Night Baker Bc5779", "Night Baker"),
        ("Night Baker - 9242", "Night Baker"),
        ("Night Baker (020)", "Night Baker"),
        ("Night Baker - OP01296-01", "Night Baker"),
        ("Night Baker - 3-Apr-2031", "Night Baker"),
        ("Night Baker - $80k", "Night Baker"),
        ("Night Baker (CAD$120-150k)", "Night Baker"),
        ("Night Baker (150K+ PHP)", "Night Baker"),
        ("(778) Night Baker", "Night Baker"),
        ("578 - Night Baker", "Night Baker"),
        ("2031-7224_Night Baker", "Night Baker"),
        ("63415P-Night Baker", "Night Baker"),
        ("[Job-14] Night Baker, Rye [Ovens]", "Night Baker, Rye"),
        ('title: "Rye: Night Baker"', "Rye: Night Baker"),
    ],
)
def test_codes_and_prices_are_no_words_of_a_title(line: str, name: str) -> None:
    assert title(f"{line}\n\nWe bake.") == name


@pytest.mark.parametrize(
    "line",
    [
        "Night Baker (m/f/d) - Remote",
        "Night Baker II",
        "Night Baker Intern (Summer 2031)",
        "2031 - Summer Baker",
        "Bread Auditor - ISO27001",
        "Oven Administrator - M365",
        "AS400 Developer",
        "Senior Baker (L4/5)",
        "(Senior) Night Baker (360)",
    ],
)
def test_what_tells_of_the_role_stays(line: str) -> None:
    assert title(f"{line}\n\nWe bake.") == line


def test_a_link_may_hold_brackets() -> None:
    head = "# [[Rye] Night Baker [Leeds]](https://b.example/1)\n### Crustwell\n"
    assert title(head) == "Night Baker"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Oven Safety\nEngineer\n\nOur oven safety engineer bakes.", "Oven Safety Engineer"),
        ("Oven Safety\nEngineer\n\nWe bake.", "Engineer"),
        ("Senior Engineer (Night\nShift)\n\nWe bake.", "Senior Engineer (Night Shift)"),
        ("Principal Oven\nEngineer\n\nThe oven engineer bakes.", "Principal Oven Engineer"),
        ("Principal Oven\nNight Baker\n\nWe bake.", "Principal Oven"),
    ],
)
def test_a_title_may_fill_two_lines(text: str, name: str) -> None:
    assert title(text) == name


@pytest.mark.parametrize(
    ("text", "small", "name"),
    [
        ("talented Head Baker, Rye Breads to join", False, "Head Baker, Rye Breads"),
        ("baker of breads", True, None),
        ("Partner", True, None),
        ("full stack engineer with taste", True, "full stack engineer"),
        ("full stack engineer with taste", False, None),
    ],
)
def test_a_role_ends_with_a_noun_of_work(text: str, small: bool, name: str | None) -> None:
    role = role_at(text, 0, small=small)
    assert (text[role.start : role.end] if role else None) == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "# Designer\n\nDesigners are seasoned hands who shape ovens.\n\nDesigners work with "
            "bakers in small groups.\n\n## Key responsibilities\n- Shape ovens",
            "guide",
        ),
        (
            "# Designer\n\nOur designers are seasoned hands.\n\nThe pay stands in the job "
            "ad.\n\n## Key responsibilities\n- Shape ovens",
            "guide",
        ),
        (
            "# Designer\n\nDesigners are our pride. Designers work in Leeds. You will join us, "
            "you will shape your ovens. Candidates apply now.\n\n## Responsibilities\n- Shape "
            "ovens",
            "posting",
        ),
        (
            "# Designer\n\nOur designers shape ovens.\n\nWhen we're hiring for this role you can apply "
            "online. Internal candidates may apply too.\n\n## Key responsibilities\n- Shape ovens",
            "guide",
        ),
        (
            "# [Designer](https://b.example/1)\n### Crustwell\n#### `🌎 Leeds`\n\nDesigners are seasoned "
            "hands who shape ovens.\n\nDesigners work in groups.\n\n## Key responsibilities\n- Shape ovens",
            "posting",
        ),
        ("# Designer\n\nWe are hiring a Designer.\n\n## Responsibilities\n- Shape ovens", "posting"),
    ],
)
def test_a_page_on_a_role_in_general_is_a_guide(text: str, kind: str) -> None:
    assert read_document(text).postings[0].kind == kind
