"""Claims about names of skills and prose that asks for none: shared words, other senses, closing words."""

import pytest

from postings.parsing.assemble import read_postings
from postings.parsing.extract.skills import skills_in
from postings.parsing.part import Part
from postings.parsing.view import View

LIST = "Night Baker\n\n## What you bring\n\n- Five years of Python\n- Strong SQL skills\n- A steady hand\n\n"


def slugs(text: str) -> tuple[str, ...]:
    part = Part(View(text), ())
    return skills_in(part, 0, len(part.view.text))


def strengths(text: str) -> dict[str, str]:
    return {use.slug: use.strength for use in read_postings(text)[0].skills}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("unit and integration testing", ("unit-testing", "integration-testing")),
        ("deep and reinforcement learning", ("deep-learning", "reinforcement-learning")),
        ("unit/integration tests", ("unit-testing", "integration-testing")),
        ("unit, not integration testing", ("integration-testing",)),
        ("the oven and machine learning", ("machine-learning",)),
        ("web or web services", ("web-services",)),
        ("analytical and problem-solving skills", ("analytical-skills", "problem-solving")),
        ("front-end and back-end development", ("front-end-development", "back-end-development")),
        ("sales and business development", ("business-development",)),
        ("loaf, oven and problem-solving skills", ("problem-solving",)),
        ("algorithms and data structures", ("algorithms", "data-structures")),
        ("oral and written communication", ("communication", "written-communication")),
        ("Finnish is not a requirement", ()),
    ],
)
def test_two_names_may_share_their_last_word(text: str, found: tuple[str, ...]) -> None:
    assert slugs(text) == found


@pytest.mark.parametrize(
    ("meant", "slug", "not_meant"),
    [
        ("help with ADLs", "personal-care", "pipelines into ADLS"),
        (
            "tune control systems of ovens",
            "control-systems",
            "door access control systems, a revision control system",
        ),
        ("build APIs and an API", "api-development", "API automation, API calls, an open API"),
        ("Jenkins and Octopus", "octopus-deploy", "the Octopus salad"),
        ("Kafka or Rabbit", "rabbitmq", "down the Rabbit hole"),
        ("Azure SQL, Cosmos", "cosmos-db", "the Cosmos of bread"),
        ("SASS or LESS", "less-css", "more bread for LESS money"),
        ("REACT and Angular", "react", "we react quickly"),
        ("bulk procurement of flour", "procurement", "data procurement for the ovens"),
        ("fluent Finnish", "finnish", "with our Finnish partner for the Finnish market"),
        ("knowledge of networking", "networking-fundamentals", "networking events of bakers"),
        ("Datadog and Sentry", "sentry", "the Sentry guards the oven"),
        ("design of a UI", "user-interface-design", "UI components of the oven"),
        ("nurses who triage", "triage", "triage bugs of the oven"),
        ("draw an illustration", "illustration", "à titre d'illustration"),
        ("NIST and SOC 2", "nist-csf", "NIST 800-53"),
    ],
)
def test_a_name_has_other_senses(meant: str, slug: str, not_meant: str) -> None:
    assert slug in slugs(meant)
    assert slug not in slugs(not_meant)


@pytest.mark.parametrize(
    "text",
    [
        "Strategic investments from Snowflake and Databricks feed our ovens.",
        "We are backed by Datadog and Shopify.",
        "Partnerships including SAP and Figma help us.",
    ],
)
def test_what_is_said_of_investors_and_partners_is_no_skill(text: str) -> None:
    assert slugs(text) == ()


def test_a_service_backed_by_a_database_is_no_investment() -> None:
    assert slugs("You know Java backed by NoSQL databases") == ("java", "nosql")


@pytest.mark.parametrize(
    ("closing", "slug", "strength"),
    [
        ("Every loaf is sold by our Kubernetes platform.", "kubernetes", "mentioned"),
        ("The role requires Kubernetes.", "kubernetes", "required"),
        ("Languages: fluent French", "french", "required"),
        ("## Technical skills\n\nKubernetes, Docker, Helm", "kubernetes", "required"),
        ("We approach diversity and inclusion seriously.", "diversity-and-inclusion", None),
        ("This is a KPI for our recruiting team.", "kpi-reporting", None),
        ("The job is subject to export control laws.", "export-controls", None),
    ],
)
def test_closing_words_are_none_of_the_needs_of_the_list_above(
    closing: str, slug: str, strength: str | None
) -> None:
    assert strengths(LIST + closing).get(slug) == strength


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Experience with IaC tooling (Terraform preferred)",
            {"infrastructure-as-code": "required", "terraform": "preferred"},
        ),
        (
            "Data visualization tools such as Tableau (preferred), Power BI",
            {"data-visualisation": "required", "tableau": "preferred", "power-bi": "required"},
        ),
        ("Kubernetes experience (strongly preferred)", {"kubernetes": "preferred"}),
    ],
)
def test_a_wish_in_brackets_is_about_the_name_in_them_or_right_before(
    text: str, expected: dict[str, str]
) -> None:
    found = strengths(f"Night Baker\n\n## What you bring\n\n- {text}\n- A steady hand\n")
    assert {slug: strength for slug, strength in found.items() if slug in expected} == expected


def test_an_item_names_no_skill_that_the_posting_does_not() -> None:
    text = "# Night Baker\n### Canva\n\n## What you get\n\n- Free Canva classes\n- Bread\n\n" + LIST
    facts = read_postings(text)[0]
    known = {use.slug for use in facts.skills}
    assert known
    assert all(set(item.skills) <= known for item in facts.items)
