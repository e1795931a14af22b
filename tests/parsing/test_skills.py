"""Claims about skills in a text: what asks for one, how strongly, what only sounds so, what is a choice."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postings.parsing.extract.alternatives import JOINT, NAMED, OFFER, ONE_OF
from postings.parsing.extract.skill_senses import (
    ASKING,
    BESIDE,
    LETTERS,
    SAID_OF_OTHERS,
    STUDIED,
    STUDIES_END,
    TOOL_LIKE,
    WANTED,
)
from postings.parsing.extract.skills import alternatives_in, read_skills, skills_in
from postings.parsing.extract.strength_words import (
    ASKED_OF,
    BOILERPLATE,
    CLAUSE,
    HAD,
    OF_WORK,
    STACK,
    STORY,
    WISH,
    WISHED_HEADING,
)
from postings.parsing.part import Line, LineKind, Part
from postings.parsing.view import View
from postings.vocabulary import Section


def part_of(text: str, section: Section | None = None, header_end: int = 0) -> Part:
    """Every line below the header as a bullet of one section."""
    view = View(text)
    lines = []
    at = 0
    for words in view.text.split("\n"):
        if words and at >= header_end:
            lines.append(Line(LineKind.BULLET, at, at + len(words), section=section))
        at += len(words) + 1
    return Part(view, tuple(lines), header_end)


def slugs(text: str) -> tuple[str, ...]:
    part = part_of(text)
    return skills_in(part, 0, len(part.view.text))


def choice(text: str) -> tuple[str, ...]:
    part = part_of(text)
    return alternatives_in(part, 0, len(part.view.text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("C++, C# or .NET, and Node.js", ("c-plus-plus", "c-sharp", "dotnet", "node-js")),
        ("ASP.NET on example.net", ("asp-net",)),
        ("AI/ML and CI/CD", ("artificial-intelligence", "machine-learning", "ci-cd")),
        ("PostgreSQL/MySQL behind a Django app", ("postgresql", "mysql", "django")),
        ("deploy to k8s with GenAI tools", ("kubernetes", "generative-ai")),
        ("a data pipeline feeding our data warehouses", ("data-pipelines", "data-warehousing")),
        ("mergers & acquisitions", ("mergers-and-acquisitions",)),
        ("data modeling, data modelling", ("data-modelling",)),
        ("React.js and ReactJS", ("react",)),
        ("AWS Lambda, not paws", ("aws-lambda",)),
        ("**Kuber**netes", ("kubernetes",)),
        ("CompTIA Security+ certificate", ("security-plus",)),
        ("a valid driver's licence", ("driving-licence",)),
        ("write to jobs@salesforce.com or see https://workday.com/jobs", ()),
        ("PL/SQL, T-SQL", ("pl-sql", "t-sql")),
        ("analysis, data", ()),  # a comma parts them
        ("good with data. Analysis comes later", ()),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, found: tuple[str, ...]) -> None:
    assert slugs(text) == found


@pytest.mark.parametrize(
    ("meant", "slug", "not_meant"),
    [
        ("experience with Go", "go", "Go the extra mile, and go to market"),
        ("exposure to Go or Java", "go", "We go where customers go"),
        ("Go, Rust and C", "rust", "Rust on the hull must be removed"),
        ("statistics in R or SAS", "r", "our R&D team in Building R"),
        ("embedded programming in C", "c-language", "a C-level sponsor after our Series C"),
        ("Swift developer", "swift", "a swift response, Swift transport of goods"),
        ("Hadoop and Spark", "spark", "Spark interest in everyone you meet"),
        ("Excel and PowerPoint", "excel", "Excel at what you do and excel in teams"),
        ("Microsoft Access", "microsoft-access", "Access to our gym"),
        ("Word, Excel and Outlook", "microsoft-word", "In a Word: wonderful"),
        ("Node.js with Express", "express-js", "people who express themselves, American Express"),
        ("experience with Ansible, Puppet and Chef", "chef", "Chef de partie, Head Chef"),
        (
            "tools such as Slack, Notion and Jira",
            "notion",
            "Challenge any Notion of normal, cut us some Slack",
        ),
        ("REST and GraphQL", "rest-apis", "the rest of the team has a rest room"),
        ("SAP knowledge", "sap", "sap rises in spring"),
        ("React and Vue", "react", "React quickly when alarms ring"),
        ("reply in English", "english", "a full English breakfast"),
        ("fluent German", "german", "the German market leader"),
        ("draw in CAD", "cad", "CAD 80,000 a year"),
        ("certified Scrum team", "scrum", "the scrumptious lunch"),
        ("Agile delivery", "agile", "an agile startup"),
        ("PR and media work experience in PR", "public-relations", "open a PR for review"),
        ("worked in Workday", "workday", "an eight-hour workday"),
        ("the Epic record system, using Epic", "epic", "an Epic journey awaits"),
        ("design of experiments (DOE), experience with DOE", "experimental-design", "everyone does it"),
        ("Flutter is a plus", "flutter", "Flutter is hiring"),
        ("Spark - an advantage; eg. Spark", "spark", "Spark an interest in everyone"),
        ("we mainly use Go", "go", "we use what we like and go on"),
        ("tools such as Chef or Ansible", "chef", "work as Chef de partie"),
        ("a query language like rust or scala", "rust", "keep the hull free from rust"),
        ("BI dashboards in Tableau", "business-intelligence", "#BI-Remote"),
        ("Vue et Angular", "vue", "préparer les dossiers en vue des dépôts"),
        ("maîtrise du français", "french", "le droit français des brevets"),
        ("pricing, forecasting and budgeting", "pricing", "real-time market pricing signals"),
        ("open source work", "open-source", "open source intelligence"),
        ("monday.com boards", "monday-com", "see www.monday.com/jobs"),
        ("LEED accreditation", "leed", "an office in Leeds, UK"),
    ],
)
def test_an_everyday_word_is_a_skill_only_where_it_is_meant(meant: str, slug: str, not_meant: str) -> None:
    assert slug in slugs(meant)
    assert slug not in slugs(not_meant)


@pytest.mark.parametrize(
    "text",
    [
        "Bachelor's degree in Statistics, Accounting or a related field",
        "We give equal opportunities regardless of age; statistics and accessibility guide us",
        "Trusted by Datadog, Shopify and Figma",
    ],
)
def test_what_is_studied_or_said_of_others_is_no_skill(text: str) -> None:
    assert slugs(text) == ()


def test_a_skill_behind_a_degree_counts() -> None:
    assert slugs("Degree in Statistics or a related field with strong Python") == ("python",)


@pytest.mark.parametrize(
    ("text", "section", "strength"),
    [
        ("Five years of Python", Section.REQUIRED, "required"),
        ("Python is a plus", Section.REQUIRED, "preferred"),
        ("Java; Python would be a plus", Section.REQUIRED, "preferred"),
        ("Python; Java would be a plus", Section.REQUIRED, "required"),
        ("Strong Python, familiarity with Java preferred", Section.REQUIRED, "required"),
        ("Knowledge of a language, preferably Python", Section.REQUIRED, "preferred"),
        ("Python", Section.PREFERRED, "preferred"),
        ("Python", Section.ELIGIBILITY, "required"),
        ("You will write Python", Section.RESPONSIBILITY, "mentioned"),
        ("Python", None, "mentioned"),
        ("Fluent in English and Python, Polish is a bonus", Section.REQUIRED, "required"),
        ("Go, Python, Rust is a plus", Section.REQUIRED, "preferred"),
        ("Databases (Postgres preferred), Python", Section.REQUIRED, "required"),
        ("Scala (preferred), Python", Section.REQUIRED, "required"),
        ("Java or Python (strongly preferred)", Section.REQUIRED, "preferred"),
        ("Python scripts that drive desired results", Section.REQUIRED, "required"),
        ("Experience in Python is not essential", Section.REQUIRED, "preferred"),
        ("Strong expertise in Python", Section.RESPONSIBILITY, "required"),
        ("Tooling: proven knowledge of Python", Section.RESPONSIBILITY, "required"),
        ("The role requires Python", None, "required"),
        ("The ideal candidate has deep experience. We write Python.", None, "mentioned"),
        ("Speaking Python would be a bonus", None, "preferred"),
        ("Take advantage of Python", None, "mentioned"),
        ("You will use our stack of Python", Section.ABOUT, "mentioned"),
    ],
)
def test_a_skill_is_asked_for_as_strongly_as_its_words_say(
    text: str, section: Section | None, strength: str
) -> None:
    uses = {use.slug: use.strength for use in read_skills(part_of(text, section))}
    assert uses["python"] == strength


def test_the_strongest_mention_counts_and_every_mention_is_kept() -> None:
    text = "You will write Python\nPython, three years"
    view = View(text)
    lines = (
        Line(LineKind.BULLET, 0, 21, section=Section.RESPONSIBILITY),
        Line(LineKind.BULLET, 22, 41, section=Section.REQUIRED),
    )
    (use,) = read_skills(Part(view, lines))
    assert (use.slug, use.name, use.strength) == ("python", "Python", "required")
    assert [text[span.start : span.end] for span in use.spans] == ["Python", "Python"]


@pytest.mark.parametrize("section", [Section.BENEFIT, Section.ABOUT, Section.PROCESS])
def test_what_a_company_sells_or_offers_asks_for_nothing(section: Section) -> None:
    assert read_skills(part_of("Our CRM platform runs on AWS", section)) == ()


def test_bullets_that_say_what_one_has_are_needs_whatever_stands_above() -> None:
    needs = "5+ years of testing\nProficiency in Python\nStrong SQL skills\nCurious mind"
    offers = "Free English classes\nA Python meetup\nExperience the joy of SQL"
    strengths = {use.slug: use.strength for use in read_skills(part_of(needs, Section.BENEFIT))}
    assert strengths == {"python": "required", "sql": "required"}
    assert read_skills(part_of(offers, Section.BENEFIT)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mapleworks is a platform for e-commerce and bookkeeping.",
        "At Mapleworks, we build machine learning for retailers.",
        "We help shops with fundraising.",
        "Our benefits include mental health counselling and parental leave.",
        "Personal data is used for recruiting purposes.",
    ],
)
def test_a_company_that_tells_of_itself_asks_for_nothing(text: str) -> None:
    view = View(text)
    assert read_skills(Part(view, (Line(LineKind.PROSE, 0, len(text)),))) == ()


@pytest.mark.parametrize(
    "text",
    ["Our team builds everything in Python.", "You will join a platform team and use Python daily."],
)
def test_what_a_team_works_with_is_mentioned(text: str) -> None:
    view = View(text)
    (use,) = read_skills(Part(view, (Line(LineKind.PROSE, 0, len(text)),)))
    assert (use.slug, use.strength) == ("python", "mentioned")


def test_a_heading_may_wish() -> None:
    text = "Python"
    heading = "it would be awesome if you have"
    line = Line(LineKind.BULLET, 0, 6, section=Section.REQUIRED, heading=heading)
    (use,) = read_skills(Part(View(text), (line,)))
    assert use.strength == "preferred"


def test_an_employer_is_no_skill_unless_it_is_asked_for() -> None:
    header = "Account Executive\nDatabricks\n"
    told = part_of(header + "You will present Databricks to clients", None, len(header))
    asked = part_of(header + "Experience with Databricks", Section.REQUIRED, len(header))
    assert read_skills(told) == ()
    assert [use.slug for use in read_skills(asked)] == ["databricks"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Experience with Python, R or Java", ("Python", "R", "Java")),
        ("Knowledge of AWS, Azure, or GCP required", ("AWS", "Azure", "GCP")),
        ("one or more of: Python, Java, Go", ("Python", "Java", "Go")),
        ("one of Python, Java and Go", ("Python", "Java", "Go")),
        ("React/Angular/Vue", ("React", "Angular", "Vue")),
        ("either Spanish or French", ("Spanish", "French")),
        ("Python, Java or a similar language", ("Python", "Java")),
        ("API development in a language such as Go, PHP, or Java", ("Go", "PHP", "Java")),
        ("Strong communication skills, Python or Java", ("Python", "Java")),
        ("HIPAA, SOC 2, or HITRUST audits", ("HIPAA", "SOC 2", "HITRUST")),
        ("A/B testing, machine learning or forecasting", ("A/B testing", "machine learning", "forecasting")),
        ("Kenntnisse in Python oder Java", ("Python", "Java")),
        ("Kubernetes on AWS or GCP, HTML, and CSS", ("AWS", "GCP")),
        ("SQL (preferred), Python or Java", ("SQL", "Python", "Java")),
        ("Python, AWS Redshift, or R", ("Python", "AWS Redshift", "R")),
        ("ISO 27001/27002 or the NIST rules", ()),
        ("Python and SQL", ()),
        ("AI/ML and CI/CD", ()),
        ("HTML/CSS", ()),
        ("AWS or similar", ()),
        ("a degree in Physics or Chemistry", ()),
        ("work on Saturdays or Sundays", ()),
        ("Python, or willing to learn", ()),
        ("Enhancing or troubleshooting integrations", ()),
        ("machine learning or data science, or 4 years of it", ("machine learning", "data science")),
    ],
)
def test_alternatives_are_what_one_may_choose_from(text: str, names: tuple[str, ...]) -> None:
    assert choice(text) == names


@given(
    st.text(alphabet=st.sampled_from("Go RC+#./, orand\n*Pythn-()Excel"), max_size=200)
    | st.text(max_size=200)
)
def test_spans_hold_in_any_text(text: str) -> None:
    part = part_of(text, Section.REQUIRED)
    for use in read_skills(part):
        for span in use.spans:
            assert 0 <= span.start < span.end <= len(text)
    for name in alternatives_in(part, 0, len(part.view.text)):
        assert name in " ".join(part.view.words.split())


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (ASKING, "experience " * 9000),
        (BESIDE, ", or (" * 17000),
        (TOOL_LIKE, " (" * 50000),
        (STUDIED, "degree bachelor " * 6500),
        (STUDIES_END, "or and with " * 8500),
        (SAID_OF_OTHERS, "our customers equal " * 5000),
        (WISH, "a big is nice be " * 6000),
        (CLAUSE, ", and , but and any " * 5000),
        (CLAUSE, ", a b c" * 14000),
        (HAD, "strong and deep, solid " * 4500),
        (HAD, "a: " * 33000),
        (ASKED_OF, "you will have a role must be able " * 3000),
        (OF_WORK, "looking for teams " * 5500),
        (STORY, "we are a b c is " * 6500),
        (BOILERPLATE, "paid health personal benefits " * 3500),
        (STACK, "our stack is built technologies " * 3200),
        (WISHED_HEADING, "it's really would be " * 5000),
        (WANTED, " is a b " * 12500),
        (LETTERS, " b.s m.eng" * 10000),
        (OFFER, "one any " * 12500),
        (JOINT, " ,  , or  and" * 8000),
        (JOINT, "  " * 40000),
        (ONE_OF, "one of " * 14000),
        (NAMED, "A-A " * 25000),
    ],
)
def test_no_pattern_is_slow(pattern: object, text: str) -> None:
    begun = process_time()
    for _ in pattern.finditer(text):  # type: ignore[attr-defined]
        pass
    assert process_time() - begun < 0.5


@pytest.mark.parametrize(
    "seed",
    [
        "Go ",
        "Go, ",
        "degree in ",
        "C/",
        "Python or ",
        "one of ",
        "data ",
        "Excel and ",
        "Go is a plus; ",
        "Python ",
    ],
)
def test_no_text_is_slow(seed: str) -> None:
    part = part_of((seed * 50_000)[:50_000], Section.REQUIRED)
    begun = process_time()
    read_skills(part)
    alternatives_in(part, 0, len(part.view.text))
    assert process_time() - begun < 3
