"""What stands in which list."""

import pytest

from postings.parsing.reading import read_document


def sections(text: str) -> dict[str, list[str]]:
    (facts,) = read_document(text).postings
    found: dict[str, list[str]] = {}
    for item in facts.items:
        found.setdefault(item.section.value, []).append(item.text)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Baker\n\nWhat you'll do\n- Bake bread\n- Sweep the floor\n\n"
            "Requirements\n- Two years of baking\n",
            {
                "responsibility": ["Bake bread", "Sweep the floor"],
                "required": ["Two years of baking"],
            },
            id="bare headings",
        ),
        pytest.param(
            "# Baker\n\n### Requirements\n\n  * Two years of baking\n  * French is a plus\n"
            "  * Driving licence\n",
            {"required": ["Two years of baking", "Driving licence"], "preferred": ["French is a plus"]},
            id="a wish inside the needs",
        ),
        pytest.param(
            "# Baker\n\n## Requirements\n- A diploma in baking; a second one preferred\n",
            {"required": ["A diploma in baking; a second one preferred"]},
            id="a need with a wish after it stays a need",
        ),
        pytest.param(
            "# Baker\n\n## Requirements\n- Ovens:\n  - gas\n  - wood\n- Nice to have:\n  - French\n",
            {"required": ["gas", "wood"], "preferred": ["French"]},
            id="labels of nested lists are no items",
        ),
        pytest.param(
            "Baker\n\nResponsibilities:\nBake bread\nSweep the floor\n\nDesirable\nFrench\n",
            {"responsibility": ["Bake bread", "Sweep the floor"], "preferred": ["French"]},
            id="lines without bullets",
        ),
        pytest.param(
            "Baker\n\nDeine Aufgaben\n- Brot backen\n\nDein Profil\n- Ausbildung als Bäcker\n",
            {"responsibility": ["Brot backen"], "required": ["Ausbildung als Bäcker"]},
            id="German",
        ),
        pytest.param(
            "Boulangère\n\nVos missions\n- Cuire le pain\n\nProfil recherché\n- Deux ans d'expérience\n",
            {"responsibility": ["Cuire le pain"], "required": ["Deux ans d'expérience"]},
            id="French",
        ),
        pytest.param(
            "# Baker\n\n## Requirements\n- Patience\n\n## Benefits\n- Free bread\n",
            {"required": ["Patience"], "benefit": ["Free bread"]},
            id="benefits are not asked for",
        ),
        pytest.param(
            "# Baker\n\n## Requirements\n- Patience\n- Two years of baking\n\n"
            "We are a small house with a big oven, and we have baked for this town since the flood of a year "
            "long gone. Our benefits include:\n- Free bread\n- Paid holidays\n",
            {"required": ["Patience", "Two years of baking"], "benefit": ["Free bread", "Paid holidays"]},
            id="a paragraph that leads into the list below it",
        ),
        pytest.param(
            "# Baker\n\n## Requirements\n- Patience\n\n"
            "We are a small house with a big oven, and we have baked for this town since the flood of a year "
            "long gone. Some of it was rye:\n- Experience with sourdough\n- Knowledge of yeast\n",
            {"required": ["Patience", "Experience with sourdough", "Knowledge of yeast"]},
            id="a paragraph whose last words name nothing",
        ),
        pytest.param(
            "# Baker\n\n## Duties\n- Lead the bakery team of the night\n  - Hire bakers\n  - Train bakers\n"
            "\n## Requirements\n- Experience with\n  - gas ovens\n  - wood ovens\n",
            {
                "responsibility": ["Lead the bakery team of the night", "Hire bakers", "Train bakers"],
                "required": ["gas ovens", "wood ovens"],
            },
            id="a duty with details below it stays, a label goes",
        ),
        pytest.param(
            "# Baker\n\n## Person specification\n\nE - Two years of baking\n\nE - A clean kitchen\n\n"
            "P - Some French\n",
            {"required": ["Two years of baking", "A clean kitchen"], "preferred": ["Some French"]},
            id="letters that say what is essential",
        ),
        pytest.param(
            "# Ship's Baker\n\n## Requirements\n- E - mail and telephone manners\n- A - 1 references\n",
            {"required": ["E - mail and telephone manners", "A - 1 references"]},
            id="a letter alone says nothing",
        ),
        pytest.param(
            "# Baker\n\n- Responsibilities: bake bread\n- Requirements: two years of baking\n",
            {
                "responsibility": ["Responsibilities: bake bread"],
                "required": ["Requirements: two years of baking"],
            },
            id="bullets that say which list they are",
        ),
        pytest.param(
            "# Baker\n\n## Duties\n- Requirements: write down what cafés order\n- Bake bread\n",
            {"responsibility": ["Requirements: write down what cafés order", "Bake bread"]},
            id="one such bullet is a topic",
        ),
        pytest.param(
            "Baker\n\nDuties\n- Bakes bread\n- Sweeps the floor\n- High school diploma or GED\n"
            "- Two years of night work\n",
            {
                "responsibility": ["Bakes bread", "Sweeps the floor"],
                "required": ["High school diploma or GED", "Two years of night work"],
            },
            id="few needs below few duties",
        ),
        pytest.param(
            "Baker\n\nSummary of Duties:\nApply\nOld Mill Opportunities\nSign In\nSearch for Jobs\nAbout Us\n"
            "- Bake bread\n- Sweep the floor\n\nRequired\n- Patience\n",
            {"responsibility": ["Bake bread", "Sweep the floor"], "required": ["Patience"]},
            id="the menu of a careers site amid the text",
        ),
        pytest.param(
            "# Baker\n\nThe Old Mill was built in 1850 and still turns.\n\n"
            "As our baker, you will manage the ovens and develop new breads. You'll love the river.\n\n"
            "## Requirements\n- Patience\n",
            {
                "responsibility": ["As our baker, you will manage the ovens and develop new breads."],
                "required": ["Patience"],
            },
            id="duties that are told",
        ),
        pytest.param(
            "# Baker\n\nDuties\n- Bake bread\n- Sweep the floor\n- Train apprentices\n- Open the shop\n"
            "- Bachelor's degree in food science\n- Knowledge of yeast\n- Ability to rise early\n",
            {
                "responsibility": ["Bake bread", "Sweep the floor", "Train apprentices", "Open the shop"],
                "required": [
                    "Bachelor's degree in food science",
                    "Knowledge of yeast",
                    "Ability to rise early",
                ],
            },
            id="needs below the duties that no heading parts from them",
        ),
    ],
)
def test_every_leaf_stands_where_it_belongs(text: str, expected: dict[str, list[str]]) -> None:
    assert sections(text) == expected


def test_a_line_broken_at_the_margin_is_one_item() -> None:
    text = (
        "Baker\n\nRequirements\n"
        "- Two years of baking in a kitchen that serves\n  more than a hundred people a day\n- Patience\n"
    )
    assert sections(text)["required"] == [
        "Two years of baking in a kitchen that serves more than a hundred people a day",
        "Patience",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "We'd love it if you",
        "What would make our decision easier",
        "**Bonus Point(s)**",
        "You'll stand out if",
        "Even better if",
        "Extra credit",
        "It would be a plus if you had some experience of any of the following breads",
        "Bonus criteria",
        "Nice but not needed",
    ],
)
def test_what_a_heading_wishes_for_is_preferred(heading: str) -> None:
    text = f"# Baker\n\n## Requirements\n- Patience\n\n{heading}:\n- Rye\n- Spelt\n"
    assert sections(text) == {"required": ["Patience"], "preferred": ["Rye", "Spelt"]}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A degree, preferably in botany", "required"),
        ("A degree preferably in botany", "required"),
        ("Ovens of gas (ideally) or of wood", "required"),
        ("Rye (preferred), wheat or spelt", "required"),
        ("Steady hands, with bonus points for small ones", "required"),
        ("Fünf Jahre am Ofen, idealerweise mit Roggen", "required"),
        ("Ideally, two years of baking", "preferred"),
        ("You would ideally have baked rye", "preferred"),
        ("Du kennst dich idealerweise mit Roggen aus", "preferred"),
        ("Rye, wheat, spelt is a plus", "preferred"),
        ("A degree in botany, forestry or a related field is preferred", "preferred"),
        ("A degree in botany, forestry, or a related field is preferred", "preferred"),
        ("Knowledge of ovens such as gas, wood, etc. preferred", "preferred"),
        ("Familiarity with ovens is nice", "preferred"),
        ("Baked by night (bonus)", "preferred"),
        ("Experience of baking, rye is a plus", "required"),
        ("Two years of rye - an advantage", "preferred"),
        ("Rye bread - desirable", "preferred"),
        ("Advantage: two years of rye", "preferred"),
        ("Extra credit: two years of rye", "preferred"),
        ("Knowledge of how an advantage in price is won", "required"),
    ],
)
def test_a_need_with_a_wish_in_it_is_a_need(line: str, expected: str) -> None:
    assert sections(f"# Baker\n\n## Requirements\n- Patience\n- {line}\n")[expected][-1] == line


@pytest.mark.parametrize(
    "line",
    [
        "Eligibility to work in Norway is required",
        "**U.S. citizenship required**",
        "*Must reside in Texas*",
        "This role is open to candidates residing in Canada.",
        "We exclusively consider applications from individuals who live in Norway.",
        "We are only accepting candidates based in Norway.",
        "Candidates must have the right to work in Norway.",
        "US citizens only",
    ],
)
def test_a_condition_of_being_hired_is_one_wherever_it_stands(line: str) -> None:
    found = sections(f"# Baker\n\n## Requirements\n- Patience\n\n{line}\n\n## Benefits\n- Bread\n")
    assert found == {"required": ["Patience"], "eligibility": [line.strip("*")], "benefit": ["Bread"]}


@pytest.mark.parametrize(
    "line",
    [
        "Employees are eligible to participate in our bread plan.",
        "Our recipes must reside in the vault, whoever wrote them.",
        "We only hire the best people in the trade.",
        "We are open to considering candidates who live elsewhere.",
        "Open to applicants located anywhere in the world.",
    ],
)
def test_what_only_sounds_like_a_condition_is_none(line: str) -> None:
    assert "eligibility" not in sections(f"# Baker\n\n## Requirements\n- Patience\n\n{line}\n")


def test_a_list_of_what_employees_are_eligible_for_is_one_of_benefits() -> None:
    text = "# Baker\n\nThis role is eligible to participate in the following:\n- Free bread\n- A pension\n"
    assert sections(text) == {"benefit": ["Free bread", "A pension"]}


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("This role requires a deep understanding of rye and strong communication skills.", True),
        ("You should have strong experience with ovens and knowledge of rye.", True),
        ("This role requires working with the millers.", False),
        ("The ideal candidate will have strong experience with ovens.", False),
    ],
)
def test_a_need_told_amid_prose_is_one(line: str, asked: bool) -> None:
    text = f"# Baker\n\nThe mill is old.\n\n{line}\n\n## Requirements\n- Patience\n- A licence\n"
    assert (line in sections(text)["required"]) is asked


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("What it takes", "required"),
        ("Important traits for this role", "required"),
        ("What's in for you", "benefit"),
        ("Our interview stages", "process"),
    ],
)
def test_a_heading_names_its_list(heading: str, section: str) -> None:
    text = f"# Baker\n\n## Duties\n- Bake bread\n\n## {heading}\n- One\n- Two\n- Three\n"
    assert sections(text).get(section) == ["One", "Two", "Three"]


def test_below_additional_information_the_list_says_what_it_is() -> None:
    text = "# Baker\n\n## Duties\n- Bake bread\n\n## Additional information\n"
    offers = "- Paid vacation and sick leave\n- Health and dental insurance\n- A pension plan\n"
    assert len(sections(text + offers).get("benefit", [])) == 3
    notices = (
        "- Wear shoes that are closed\n- The kitchen is in the yard\n- The mill stands still on Sundays\n"
    )
    assert "benefit" not in sections(text + notices)


def test_a_need_that_repeats_a_duty_is_kept_and_a_duty_is_not_asked_twice() -> None:
    need = "Strong knowledge of rye and two years of experience with sourdough"
    text = f"# Baker\n\n## Duties\n- Bake bread\n- {need}\n\n## Requirements\n- Patience\n- {need}\n"
    assert sections(text)["required"] == ["Patience", need]
    duty = "Lead the team, manage the ovens and develop recipes with the millers"
    text = f"# Baker\n\n## Duties\n- {duty}\n- Bake bread\n\n## Requirements\n- Patience\n- {duty}\n"
    assert sections(text)["required"] == ["Patience"]


def test_a_heading_that_is_a_sentence_is_no_theme() -> None:
    heading = "What you will need, and what the oven, the town and the night ask of whoever bakes here"
    (facts,) = read_document(f"# Baker\n\n## Requirements\n\n### {heading}\n- Two years of baking\n").postings
    assert [(item.text, len(item.theme) <= 60) for item in facts.items] == [("Two years of baking", True)]
