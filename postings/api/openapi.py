"""The OpenAPI document: what ninja makes of the operations, and what holds for all of them."""

from functools import cache
from http import HTTPStatus
from typing import Any

from jobsite.views.problems import PROBLEM
from postings.api import schemas
from postings.api.operations import API, OPERATIONS

PREFIX = "/api/v1"
REFUSALS = {
    HTTPStatus.MOVED_PERMANENTLY: "It was merged into another posting: `Location` leads there.",
    HTTPStatus.BAD_REQUEST: "Parameters that do not exist, or have impossible values: `errors` has each.",
    HTTPStatus.UNAUTHORIZED: "The token is missing or not valid.",
    HTTPStatus.FORBIDDEN: "The token lacks the scope that this takes.",
    HTTPStatus.NOT_FOUND: "Nothing is published under this id.",
    HTTPStatus.GONE: "The posting was archived: `since` says when.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The database is away or took too long: `Retry-After` is in seconds.",
}
OF_ALL = (400, 401, 403, 503)
Json = dict[str, Any]


@cache
def openapi_document(*, public: bool) -> Json:
    """Return it for a site that anybody may read, or for one that takes a token or a session."""
    document: Json = dict(API.get_openapi_schema(path_prefix=PREFIX))
    components = document["components"] = {
        "schemas": {
            **document["components"]["schemas"],
            "Problem": schemas.Problem.model_json_schema(ref_template="#/components/schemas/{model}"),
        },
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
    }
    components["schemas"] |= components["schemas"]["Problem"].pop("$defs")
    for one in OPERATIONS:
        described = document["paths"][f"{PREFIX}{one.path}"]["get"]
        described["security"] = [*([{}] if public else []), {"token": [one.scope.value]}]
        described["description"] = f"Scope of the token: `{one.scope}`."
        described["responses"] |= {status: _refusal(status) for status in sorted({*OF_ALL, *one.refusals})}
        for parameter in described["parameters"]:
            if parameter["in"] == "path":
                parameter |= {"description": "As lists have it.", "schema": ID}
    return document


ID: Json = {"type": "string", "pattern": "^[0-9a-zA-Z]{1,12}$"}


def _refusal(status: int) -> Json:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": REFUSALS[HTTPStatus(status)], "content": {PROBLEM: {"schema": schema}}}
