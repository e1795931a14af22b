"""The addresses of the API: what each answers, for which scope, and how OpenAPI describes it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ninja import NinjaAPI, Schema

from postings.api import comparing, figures, lists, names, paying, posting, schemas
from postings.api.answering import reads
from postings.api.parameters import Parameter
from postings.vocabulary import Scope


@dataclass(frozen=True, slots=True)
class Operation:
    path: str
    data_of: Callable[..., Any]
    scope: Scope
    answer: type[Schema]
    parameters: tuple[Parameter, ...]
    summary: str
    refusals: tuple[int, ...] = ()  # beside those that every address has

    @property
    def name(self) -> str:
        return self.data_of.__name__


OPERATIONS = (
    Operation(
        "/postings",
        lists.postings,
        Scope.POSTINGS,
        schemas.Postings,
        lists.LIST,
        "Postings of a selection, ranked and ordered as on the list page.",
    ),
    Operation(
        "/postings/{id}",
        posting.posting,
        Scope.POSTINGS,
        schemas.Posting,
        (),
        "One posting: its text, and its facts with their state and the words that say them.",
        (301, 404, 410),
    ),
    Operation(
        "/guides",
        lists.guides,
        Scope.POSTINGS,
        schemas.Postings,
        lists.GUIDES,
        "Role guides of a selection.",
    ),
    Operation(
        "/facets",
        lists.facets,
        Scope.POSTINGS,
        figures.Facets,
        lists.FACETS,
        "How many postings of a selection have each value of each filter.",
    ),
    Operation(
        "/compare",
        comparing.compare,
        Scope.POSTINGS,
        schemas.Comparison,
        comparing.COMPARE,
        "Two to six postings side by side, requirements aligned by what they mean.",
        (404,),
    ),
    Operation(
        "/pay",
        paying.pay,
        Scope.PAY,
        figures.SelectionPay,
        paying.PAY,
        "What a selection pays a year: quarters by level, family and place.",
    ),
    Operation(
        "/companies",
        names.companies,
        Scope.NAMES,
        schemas.Names,
        names.NAMES,
        "Companies with their slugs, in the order of these.",
    ),
    Operation(
        "/skills",
        names.skills,
        Scope.NAMES,
        schemas.Names,
        names.NAMES,
        "Skills with their slugs, in the order of these.",
    ),
)
INTRODUCTION = (
    "Selections and facts of this library, for reading. The parameters of a selection are the keys in the "
    "addresses of its pages: give one several times for any of its values."
)


def _api() -> NinjaAPI:
    api = NinjaAPI(
        title="Jobsite", version="1", description=INTRODUCTION, urls_namespace="api", openapi_url=None
    )
    api.add_exception_handler(Exception, _left_to_others)
    for one in OPERATIONS:
        api.get(
            one.path,
            response=one.answer,
            operation_id=one.name,
            url_name=one.name,
            summary=one.summary,
            openapi_extra={"parameters": [parameter.described for parameter in one.parameters]},
        )(reads(one.scope)(one.data_of))
    return api


def _left_to_others(request: object, fault: Any) -> Any:
    """Leave every exception to postings.api.answering and jobsite.views.errors."""
    raise fault


API = _api()
