"""Numbers as people type them: 150k, 150,000 and 150 000 are one amount."""

import re

AMOUNT = re.compile(r"(?P<digits>\d{1,3}(?:[,. ’']\d{3})+|\d{1,12})(?P<thousands>\s?[kK])?")
SEPARATOR = re.compile(r"\D")
MOST = 10**11


def amount_of(text: str) -> int | None:
    """Return the amount, or None for what is no whole number that anybody could be paid."""
    found = AMOUNT.fullmatch(text.strip().lstrip("$€£"))
    if not found:
        return None
    amount = int(SEPARATOR.sub("", found["digits"])) * (1000 if found["thousands"] else 1)
    return amount if amount <= MOST else None
