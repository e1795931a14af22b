"""Sums of money, and bare figures: "$50k", "110.800 €", "45 lakhs INR", "26000".

A view in, `Sum`s out, in the order of the text. Whether one is pay is not asked here: a figure with no sign of
money is a candidate too, because "Salary: 26000 to 29000" has none. Refused: percentages, and figures that are part
of a name ("B2B", "GS-14").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from postings.parsing.extract.pay_currency import (
    INDIAN,
    after_a_sum,
    before_a_sum,
    currency_of,
    may_stand_before_a_sum,
    scale_of,
)
from postings.parsing.view import View

# "110,800", "45.000,00", "110 800", "20,00,000", "50, 000" (a PDF's), "33.02". Not the end of a longer figure.
NUMBER = re.compile(
    r"""[0-9] (?<! \d\d ) (?<! \d[.,]\d )
        (?: \d{0,2} (?P<mark> [,.' ] ) \d{3} (?: (?P=mark) \d{3} ){0,3} (?! \d ) (?: [.,] \d{1,2} (?! \d ) )?
          | \d? (?: ,\d{2} ){1,3} ,\d{3} (?! \d )
          | \d{1,2} \s?,\s (?: 000 (?! \d ) | \d{3} (?= \s?-\s? [$£€] ) )
          | \d* (?: [.,] \d{1,2} (?! \d ) )?
        )""",
    re.VERBOSE,
)
IN_A_NAME = "_#="  # beside letters: "B2B", "job_240603"
AFTER_A_NAME = re.compile(r"(?<![\d\s])[A-Z][-/]\Z")  # "GS-14"; not "50K-60"
MILLIONS_AFTER = re.compile(r"\s?(?:[mMbB][nN]?|millions?|billions?)(?![\w/])")  # "32$m"
IN_MILLIONS = ("INR", "JPY", "IDR", "VND", "KRW", "COP")  # where a year's pay has seven figures
LONGEST_NUMBER = 14  # characters; beyond, it is an account, not a sum
LONGEST_SIGN = 12
SUMS_AT_MOST = 2000  # of one text


@dataclass(frozen=True, slots=True)
class Sum:
    start: int  # with its sign
    end: int
    amount: Decimal
    currency: str = ""
    scale: int = 1
    open_top: bool = False
    bare: bool = False  # the sum has no sign, no code, no "k"
    signed: bool = False  # the sign stands before it
    billions: bool = False


def read_sums(view: View) -> Iterator[Sum]:
    for count, found in enumerate(NUMBER.finditer(view.text)):
        if count > SUMS_AT_MOST:
            return
        if len(found.group()) <= LONGEST_NUMBER and (read := _sum(view.text, found)):
            yield read


def _sum(text: str, number: re.Match[str]) -> Sum | None:
    start, end = number.span()
    amount = _amount(number.group(), number["mark"])
    before, first = _before(text, start)
    if (first == start and _is_in_a_name(text[start - 1 : start])) or (amount < 1000 and text[first] in "RP"):
        return None  # "R2" is a role, "R45 000" a wage
    after = after_a_sum().match(text, end)
    scale_word = ((after and after["scale"]) or "").strip(" .").lower()
    scale = scale_of(scale_word)
    if scale == 1000 and amount >= 10_000:
        scale = 1  # "$85,000k"
    last = after.end() if after and after.group().strip() else end
    behind = text[last : last + 2].lstrip()[:1]
    if behind == "%":
        return None
    own = currency_of((after and after["currency"]) or "")
    own = own or ("INR" if scale_word in INDIAN else "EUR" if scale_word == "teur" else "")
    currency = own if len(own) == 3 else before or own
    bare = not currency and not scale_word
    if (
        bare
        and first == start
        and text[start - 1 : start] in ("-", "/")
        and AFTER_A_NAME.search(text, max(0, start - 3), start)
    ):
        return None
    return Sum(
        *(first, last, amount * (scale or 1), currency, scale),
        open_top=bool(after and (after["plus"] or after["later_plus"])),
        bare=bare,
        signed=first < start,
        billions=scale == 0
        or bool(behind and behind in "mMbB" and MILLIONS_AFTER.match(text, last))
        or (scale == 1_000_000 and currency not in IN_MILLIONS),
    )


def _is_in_a_name(character: str) -> bool:
    return (character.isalnum() and not character.isdecimal()) or (character != "" and character in IN_A_NAME)


def _before(text: str, start: int) -> tuple[str, int]:
    """Return the currency that stands before a figure, and where it begins."""
    if not start or not (text[start - 1] in " $€£₹¥₪₱₩₺₴₦.:)" or text[start - 1].isalpha()):
        return "", start
    if not may_stand_before_a_sum(text[max(0, start - LONGEST_SIGN) : start]):
        return "", start
    found = before_a_sum().search(text, max(0, start - LONGEST_SIGN), start)
    if not found or not (found["code"] or found["sign"]):
        return "", start
    code, sign = currency_of(found["code"] or ""), currency_of(found["sign"] or "")
    return (code if len(code) == 3 else sign or code), found.start()


def _amount(figures: str, mark: str | None) -> Decimal:
    """Read "1.234,50" and "1,234.50": the mark before three figures groups, another parts the cents."""
    if ", " in figures or " ," in figures or figures.count(",") > 1:
        return Decimal(re.sub(r"[,\s]", "", figures))
    if mark == "." and figures.count(".") == 2 and "," not in figures and not figures[-4:].startswith("."):
        figures = figures.replace(".", "", 1)  # "1.234.50": who groups with points may part cents with one
    elif mark:
        figures = figures.replace(mark, "")
    return Decimal(figures.replace(",", "."))
