"""Cells of templates/_components/table.html. All keys are there: templates look long for what is not."""

from typing import Any

NOTHING: dict[str, Any] = {"text": "", "parts": None, "band": None, "note": "", "state": ""}


def cell(text: str = "", **more: Any) -> dict[str, Any]:
    return {**NOTHING, "text": text, **more}


def absent(text: str, note: str = "") -> dict[str, Any]:
    return cell(text, state="absent", note=note)
