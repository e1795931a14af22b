"""What leads to a person is left out of what machines collect; figures of pay and years are not."""

import pytest

from postings.contacts import without_contacts


@pytest.mark.parametrize(
    "contact",
    [
        "jane.doe+jobs@norwell-payments.example",
        "mailto:jobs@norwell.example.com",
        "jane (at) norwell.example",
        "jane [at] norwell [dot] example",
        "+44 20 7946 0000",
        "+1 (212) 555-0100",
        "0049 30 901820",
        "(212) 555-0100",
        "212.555.0100",
        "Tel. 030 901820",
        "phone: 555 0100",
        "WhatsApp 07700 900000",
    ],
)
def test_a_way_to_reach_somebody_is_left_out(contact: str) -> None:
    assert without_contacts(f"Write to {contact}, or wait.") == "Write to …, or wait."


@pytest.mark.parametrize(
    "text",
    [
        "$120,000 – 150,000 a year, 401(k) of 6 %",
        "2024-2025, 24/7, 9:00-17:30, 100 000 000 EUR of sales",
        "Write @mentions; C++ @ scale. ISO 27001:2022, RFC 9110.",
        "Phone support for 1200 branches in 30 countries",
        "Salary 350 000 SEK - 420 000 SEK; 12 345 678 records",
        "requisition 2024-100-2000",
    ],
)
def test_figures_stay(text: str) -> None:
    assert without_contacts(text) == text
