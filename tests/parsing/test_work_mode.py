"""Remote, hybrid or on site: each phrase with what it must not be taken from, and how they are weighed."""

import pytest

from postings.parsing.reading import read_document

BODY = "\n\nResponsibilities\n- Bake bread every day\n\nRequirements\n- Two years of baking experience\n"
BOARD = "# [Night Baker](https://b.example/apply/1)\n### Acme Bread\n#### `🌎 {}`\n\n"


def mode_of(text: str) -> str | None:
    fact = read_document(text + BODY).postings[0].work_mode
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("This is a hybrid position.", "hybrid"),
        ("This is a hybrid baking and sales role.", None),
        ("We offer two days of remote work a week.", "hybrid"),
        ("You come into the office at least three days a week.", "hybrid"),
        ("We meet two days a quarter in the office.", None),
        ("Contrato com jornada flexível, de forma híbrida.", "hybrid"),
        ("Depending on the role, people work on a hybrid schedule.", None),
        ("Expect a mixture of days in our office and working from home.", "hybrid"),
        ("This work must be performed in person.", "onsite"),
        ("#XY-Remote", "remote"),
        ("You may work from our Leeds office or remote.", "remote"),
        ("You use our oven (BK Remote) software.", None),
        ("You remotely monitor ovens.", None),
        ("This is fully remote, with an occasional day at the office.", "remote"),
        ("A daily, on-site job (not a remote position).", "onsite"),
        ("This is an on-site baking role.", "onsite"),
        ("We keep a hybrid work culture. This position is on-site in Lyon.", "onsite"),
        ("This position is on-site three days a week.", "hybrid"),
        ("You are in the office five days a week.", "onsite"),
        ("This job is remote. If this job is not remote, say so.", "remote"),
        ("This job is remote. It is not eligible for remote work in Utah.", "remote"),
        ("Télétravail en place : 3 jours par semaine.", "hybrid"),
        ("Un accord de télétravail jusqu'à 2 jours par semaine.", "hybrid"),
        ("Accord télétravail 2j/semaine", "hybrid"),
        ("Home-Office: 2 Tage pro Woche", "hybrid"),
        ("Bis zu drei Tage pro Woche im Homeoffice.", "hybrid"),
        ("2 dagen per week thuiswerken", "hybrid"),
        ("Ce poste est ouvert au télétravail partiel.", "hybrid"),
        ("30 Tage Homeoffice im Jahr aus dem Ausland.", None),
        ("A hybrid (on-site/remote) work environment.", "hybrid"),
        ("This is a remote or hybrid position.", "remote"),
        ("Hybrid work from Lyon, or working remotely from anywhere in France.", "remote"),
        ("We help companies to manage hybrid work.", None),
        ("We bake by scrum or a hybrid approach.", None),
        ("A work from home stipend of 20 euros.", None),
        ("Interviews and onboarding are held remotely.", None),
        ("The best bakery for remote workers.", None),
        ("For candidates within commutable distance, in-office attendance is asked for.", None),
        ("We offer remote, hybrid, or onsite work at our ovens.", None),
        ("Your scope goes from cloud and on-site operations to bread.", None),
        (
            "If you live near our office, you come in two days a week in the office. Otherwise remote work.",
            "remote",
        ),
    ],
)
def test_a_sentence_says_where_one_works(sentence: str, mode: str | None) -> None:
    assert mode_of(f"Night Baker\n\n{sentence}") == mode


@pytest.mark.parametrize(
    ("head", "mode"),
    [
        ("Remote Employment: Flexible/Hybrid", "hybrid"),
        ("Telework eligible: Yes", "remote"),
        ("Telework eligible: No", "onsite"),
        ("Remote, Italy", "remote"),
        ("Acme Bread | Hybrid | Full-time", "hybrid"),
        ("Remote ovens", None),
        ("Location: Remote, with in-person meetings", "remote"),
        ("Location: Remote or on-site in Lyon", "hybrid"),
        ("Location: Lyon (no remote)", "onsite"),
    ],
)
def test_a_line_says_where_one_works(head: str, mode: str | None) -> None:
    assert mode_of(f"Night Baker\n\n{head}") == mode


@pytest.mark.parametrize(
    ("chip", "sentence", "mode"),
    [
        ("Remote,Lyon", "You are in the office 3 days a week: 3 days a week in the office.", "hybrid"),
        ("Remote", "You choose between the office, fully remote, or a hybrid schedule.", "remote"),
        ("Remote", "This is not a remote job.", "onsite"),
        ("Hybrid,Lyon", "We love remote work.", "hybrid"),
        ("Remote", "Remote or hybrid work: you choose.", "remote"),
        ("Remote", "#XY-Remote #XY-Hybrid", "remote"),
        ("Remote", "#XY-Hybrid\n#XY-Remote", "remote"),
        ("Remote", "#XY-Hybrid", "hybrid"),
        ("Remote", "Hybrid work from Lyon. We also offer fully remote roles.", "remote"),
        ("Remote", "Preference for hybrid work.", "remote"),
        ("Remote", "60% of our bakers work at home while 30% work in a hybrid model.", "hybrid"),
        ("Remote", "60% of our team members work at home while 30% work in a hybrid model.", "remote"),
        ("Remote", "Hybrid workplace\n\nIf you live within ten miles of our ovens, come in.", "remote"),
        ("Remote", "Candidates must live within ten miles; this is a hybrid role.", "hybrid"),
        ("Remote", "For candidates based in Lyon we use a hybrid model.", "remote"),
        ("Remote", "We run a hybrid cloud.", "remote"),
        ("Lyon", "Bread is our craft.", None),
    ],
)
def test_a_chip_is_weighed_against_the_sentences(chip: str, sentence: str, mode: str | None) -> None:
    assert mode_of(BOARD.format(chip) + sentence) == mode


def test_a_title_that_offers_both_is_remote() -> None:
    assert mode_of("Night Baker (onsite or remote in Italy)\n\nJoin us.") == "remote"
    assert mode_of("Night Baker (onsite)\n\nJoin us.") == "onsite"
