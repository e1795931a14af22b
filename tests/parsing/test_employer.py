"""Who hires: what a sentence must say for a name to be the employer, and what says nothing of the kind."""

import pytest

from postings.parsing.reading import read_document

BODY = "\n\nResponsibilities\n- Bake bread every day\n\nRequirements\n- Two years of baking experience\n"


def employer(text: str) -> str | None:
    fact = read_document(f"Night Baker\n\n{text}{BODY}").postings[0].organization
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("As a Night Baker at Crustwell, you will run the ovens.", "Crustwell"),
        ("At Crustwell, we bake at night.", "Crustwell"),
        ("The Crustwell Foundation is looking for a Night Baker.", "Crustwell Foundation"),
        ("Crustwell is currently hiring for the night shift.", "Crustwell"),
        ("Crustwell, Inc. is an equal opportunity employer.", "Crustwell, Inc."),
        ("We're Crustwell, a young bakery. Crustwell's mission is bread.", "Crustwell"),
        ("Founded in 1999, Crustwell is a bakery. Crustwell's team is small.", "Crustwell"),
        (
            "Founded in 1999, Oven & Salt Labs (OSL) is the bakers' lab. OSL is a calm place.",
            "Oven & Salt Labs",
        ),
        ("About crustwell\n\ncrustwell bakes all night.", "crustwell"),
        ("Why choose Crustwell? Crustwell's customers love rye.", "Crustwell"),
        ("Role SummaryCrustwell is seeking a baker.", "Crustwell"),
        ("we bake at night.Crustwell is seeking a baker.", "Crustwell"),
        ("RyeWell is hiring. RyeWell is a bakery.", "RyeWell"),
        ("Chez Crustwell, nous aimons le pain.", "Crustwell"),
        ("Everything we do at Crustwell begins with rye.", "Crustwell"),
        ("The Department of\nBread Affairs is looking for bakers.", "Department of Bread Affairs"),
    ],
)
def test_a_sentence_says_who_hires(text: str, name: str) -> None:
    assert employer(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "We bake with Google and Python every day.",
        "You use Kubernetes. Kubernetes is a must. Kubernetes's ways are known to you.",
        "Security is a habit here, and security is everyone's. Security has no end.",
        "Our Team is looking for a baker.",
        "Experience with Crustwell ovens.",
        "Our customers are Crustwell, Ryewell and Oatwell.",
        "Brot ist unser Handwerk.",
        "A degree in Computer Science, Information Technology, or a related field.",
        "Company: None",
        "The Oven Team is a group of six. The Oven Team has two ovens.",
    ],
)
def test_a_name_alone_is_no_employer(text: str) -> None:
    assert employer(text) is None


def test_the_line_below_the_title_is_the_employer_though_stars_stand_between() -> None:
    text = f"Kitchen Porter ****\nCrustwell Health Resort\nSalary: 9 per hour{BODY}"
    organization = read_document(text).postings[0].organization
    assert organization
    assert organization.value == "Crustwell Health Resort"


PAGES = "\n\n{0}\n\nBenefits\n- Free bread\n\n{0}\n"


@pytest.mark.parametrize(
    ("banner", "name"),
    [
        ("Crustwell Ltd", "Crustwell Ltd"),
        ("Ryewell University Hospital", "Ryewell University Hospital"),
        ("Crustwell Engineering", None),
        ("Information about bread", None),
    ],
)
def test_a_banner_on_every_page_is_the_employer_and_no_title(banner: str, name: str | None) -> None:
    posting = read_document(f"{banner}\n\nNight Baker{BODY}{PAGES.format(banner)}").postings[0]
    assert (posting.title and posting.title.value) == "Night Baker"
    assert (posting.organization and posting.organization.value) == name


def test_a_handbook_names_its_employer() -> None:
    text = (
        "# Night Baker\n\nOur Night Bakers bake what others sell.\n\nAt Crustwell, we bake at night.\n\n"
        "## Applying\n\nWhen we're hiring for this role, the pay stands in the job ad."
    )
    posting = read_document(text + BODY).postings[0]
    assert (posting.kind, posting.organization and posting.organization.value) == ("guide", "Crustwell")
