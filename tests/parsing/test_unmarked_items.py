"""Items that no bullet marks, and lists that their heading says nothing of."""

import pytest

from postings.parsing.reading import read_document


def sections(text: str) -> dict[str, list[str]]:
    (facts,) = read_document(text).postings
    found: dict[str, list[str]] = {}
    for item in facts.items:
        found.setdefault(item.section.value, []).append(item.text)
    return found


NEEDS = "## Requirements\n- Two years of baking\n- Patience\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"# Baker\n\n{NEEDS}\n## Benefits\n\U0001f4b5Competitive salary\n"
            "\U0001f3e6 Pension plan\n\U0001f381 $50 for bread\n",
            {
                "required": ["Two years of baking", "Patience"],
                "benefit": ["Competitive salary", "Pension plan", "$50 for bread"],
            },
            id="different emoji on lines in a row",
        ),
        pytest.param(
            "# Baker\n\n## Requirements\n\n- Patience\n\n### • A clean kitchen\n\n- Two years of baking\n",
            {"required": ["Patience", "A clean kitchen", "Two years of baking"]},
            id="a bullet inside the mark of a heading",
        ),
        pytest.param(
            f"# Baker\n\n{NEEDS}\n## Pay\n\nWe pay well.\n\n"
            "**Must be willing to bake at our Graz mill at night**\n",
            {
                "required": [
                    "Two years of baking",
                    "Patience",
                    "Must be willing to bake at our Graz mill at night",
                ]
            },
            id="a line in bold that says what one must be",
        ),
        pytest.param(
            f"# Baker\n\n### Must have – a licence for boats\n\n{NEEDS}",
            {"required": ["a licence for boats", "Two years of baking", "Patience"]},
            id="a heading and what it asks for in one line",
        ),
        pytest.param(
            f"# Baker\n\n{NEEDS}\n**Technical Skills:**\n\nRye, wheat, spelt, oats, yeast\n",
            {"required": ["Two years of baking", "Patience", "Rye, wheat, spelt, oats, yeast"]},
            id="one line of names",
        ),
        pytest.param(
            f"# Baker\n\n{NEEDS}\n## Benefits\nFlexible hours and paid holidays\nPension plan with matching\n"
            "Paid parental leave\n",
            {
                "required": ["Two years of baking", "Patience"],
                "benefit": [
                    "Flexible hours and paid holidays",
                    "Pension plan with matching",
                    "Paid parental leave",
                ],
            },
            id="benefits in lines",
        ),
        pytest.param(
            f"# Baker\n\n{NEEDS}\n## Note\n\nThe mill turns. The house offers benefits including "
            "paid leave, a pension and bread.\n",
            {
                "required": ["Two years of baking", "Patience"],
                "benefit": ["The house offers benefits including paid leave, a pension and bread."],
            },
            id="a sentence that names benefits",
        ),
        pytest.param(
            f"# Baker\n\n### OVERVIEW\n- Develop new breads\n- Design and maintain ovens\n"
            f"- Lead the night crew\n\n{NEEDS}",
            {
                "responsibility": [
                    "Develop new breads",
                    "Design and maintain ovens",
                    "Lead the night crew",
                ],
                "required": ["Two years of baking", "Patience"],
            },
            id="duties below an overview",
        ),
        pytest.param(
            f"# Baker\n\n{NEEDS}\n**What we offer**\n\nMuch.\n\n**A career that rises**\n"
            "- Work where you like\n"
            "- Bread for your family\n- Evenings at the river\n",
            {
                "required": ["Two years of baking", "Patience"],
                "benefit": ["Work where you like", "Bread for your family", "Evenings at the river"],
            },
            id="a sister of the heading of benefits",
        ),
        pytest.param(
            f"# Baker\n\n{NEEDS}\n**Why Mill House: Benefits & Perks**\n- Bread\n- Paid leave\n",
            {"required": ["Two years of baking", "Patience"], "benefit": ["Bread", "Paid leave"]},
            id="why someone, and then the heading",
        ),
        pytest.param(
            f"# Baker\n\n### Who may apply\n\nBakers of the last year of school.\n\n{NEEDS}",
            {
                "eligibility": ["Bakers of the last year of school."],
                "required": ["Two years of baking", "Patience"],
            },
            id="one line says who may apply",
        ),
    ],
)
def test_what_no_bullet_marks_is_an_item_where_it_stands_like_one(
    text: str, expected: dict[str, list[str]]
) -> None:
    assert sections(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "\U0001f35e Mill House bakes. It has for years.\n\U0001f525 The oven is hot. Come and see.\n"
            "\U0001f30a The river runs. We love it.\n",
            id="emoji before paragraphs",
        ),
        pytest.param(
            "\U0001f35e The house\n\nWe bake.\n\n\U0001f525 The oven\n\nIt is hot.\n", id="emoji headings"
        ),
        pytest.param("Must have skills:\n", id="a label of nothing"),
        pytest.param(
            "The benefits of bread include a long life, and like all good things, warmth.\n",
            id="praise of bread",
        ),
        pytest.param("Mill House participates in a fair. Benefits of the fair: music, dance.\n", id="a fair"),
    ],
)
def test_what_only_looks_like_a_list_is_none(text: str) -> None:
    assert sections(f"# Baker\n\n{NEEDS}\n## Mill House\n\n{text}") == {
        "required": ["Two years of baking", "Patience"]
    }


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Preferred experience in night work", "preferred"),
        ("A minimum of 5 years of baking is desired", "preferred"),
        ("Skills desired: rye; wheat", "preferred"),
        ("Baking of rye is a huge preference", "preferred"),
        ("Must be able to pass a national background check", "eligibility"),
        ("Experience of background checks", "required"),
        ("A minimum of 5 years of baking is required", "required"),
        ("Baking of rye and wheat (ideally sourdough)", "required"),
        ("Care for preferred suppliers and customer preferences", "required"),
    ],
)
def test_a_line_of_needs_goes_where_its_words_say(line: str, section: str) -> None:
    assert line in sections(f"# Baker\n\n## Requirements\n- Patience\n- {line}\n- Driving licence\n")[section]


def test_a_story_of_the_employer_is_no_duty() -> None:
    text = (
        "# Baker\n\n## About the role\n\nMill House is a leader of the bread market, and our "
        "customers trust us. "
        f"You will develop new breads.\n\n{NEEDS}"
    )
    assert sections(text)["responsibility"] == ["You will develop new breads."]


def test_a_portrait_that_asks_for_skills_is_a_list_of_needs() -> None:
    portrait = "- Great verbal skills\n- A curious mind\n"
    assert len(sections(f"# Baker\n\n{NEEDS}\n**About You:**\n\n{portrait}")["required"]) == 4
    calm = "- Calm\n- A curious mind\n"
    assert len(sections(f"# Baker\n\n{NEEDS}\n**About You:**\n\n{calm}")["required"]) == 2
