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
