"""schemathesis asks whatever the OpenAPI document allows, and what it does not, and holds each answer to it.

The application is the one that gunicorn serves, over a small real library. No check is left out.
"""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import Phase, given, settings
from schemathesis import Case, GenerationMode
from schemathesis.config import GenerationConfig, ProjectConfig, ProjectsConfig, SchemathesisConfig

from postings.api.operations import OPERATIONS
from postings.models import Company, Place, Skill
from tests.api.conftest import API, Library

PLACES = ("after", "before")


@pytest.fixture
def _one_connection() -> Iterator[None]:
    """A request ends no transaction of the test: Django's own test client sees to it in the same way."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def schema(library: Library, _one_connection: None) -> Any:
    from jobsite.wsgi import application

    # A NUL cannot be in an address: jobsite.middleware.refusal says so before the API is asked.
    generation = GenerationConfig(allow_x00=False)
    config = SchemathesisConfig(projects=ProjectsConfig(default=ProjectConfig(generation=generation)))
    return schemathesis.openapi.from_wsgi(f"{API}/openapi.json", application, config=config)


@pytest.fixture
def slugs(library: Library) -> dict[str, list[str]]:
    return {
        name: list(model.objects.order_by("slug").values_list("slug", flat=True))
        for name, model in (("company", Company), ("place", Place), ("skill", Skill))
    }


@pytest.mark.parametrize("path", [one.path for one in OPERATIONS])
def test_answers_are_as_they_are_described(
    schema: Any, slugs: dict[str, list[str]], campaign: Callable[..., int], path: str
) -> None:
    operation = schema[f"{API}{path}"]["GET"]
    examples = campaign(sample=10, full=1000)
    phases = (Phase.explicit, Phase.reuse, Phase.generate)  # shrinking takes longer than reading a case

    @settings(max_examples=examples, phases=phases)
    @given(case=operation.as_strategy(generation_mode=GenerationMode.POSITIVE))
    def ask_what_is_allowed(case: Case) -> None:
        _of_this_library(case, slugs)
        case.call_and_validate()

    @settings(max_examples=examples, phases=phases)
    @given(case=operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def ask_what_is_not(case: Case) -> None:
        case.call_and_validate()

    ask_what_is_allowed()
    ask_what_is_not()


def _of_this_library(case: Case, slugs: dict[str, list[str]]) -> None:
    """Put in what a document cannot list: slugs that there are, and places in these results."""
    query = case.query
    for name, known in slugs.items():
        if name in query:
            query[name] = [known[len(slug) % len(known)] for slug in query[name]]
    if case.path.endswith(("/postings", "/guides")):
        asked_for = [name for name in PLACES if query.pop(name, None)]
        following = case.call().json().get("next") if asked_for else None
        if following:
            query[asked_for[0]] = following


def test_the_document_is_sound(schema: Any) -> None:
    schema.validate()
    assert {one.path for one in OPERATIONS} == {path.removeprefix(API) for path in schema}
