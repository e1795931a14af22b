"""The OpenAPI document in, what templates/postings/api.html shows of it out."""

from collections.abc import Iterator
from typing import Any

FEW = 6  # values that are worth listing; the others are in the document
TRIED = {"/postings": "?mode=remote&limit=3", "/facets": "?mode=remote", "/skills": "?q=py"}
Json = dict[str, Any]


def operations_shown(document: Json) -> list[Json]:
    return [_operation(path, methods["get"]) for path, methods in document["paths"].items()]


def _operation(path: str, described: Json) -> Json:
    needs = [one["name"] for one in described["parameters"] if one["required"]]
    end = next((query for ending, query in TRIED.items() if path.endswith(ending)), "")
    return {
        "path": path,
        "name": described["operationId"],
        "summary": described["summary"],
        "scope": described["security"][-1]["token"][0],
        "parameters": list(_parameters(described["parameters"])),
        "try_url": "" if needs else f"{path}{end}",
    }


def _parameters(described: list[Json]) -> Iterator[Json]:
    for one in described:
        schema = one["schema"]
        values = schema.get("items", schema).get("enum", [])
        yield {
            "name": one["name"],
            "description": one["description"],
            "several": schema["type"] == "array",
            "required": one["required"],
            "values": values[:FEW],
            "more": max(0, len(values) - FEW),
        }
