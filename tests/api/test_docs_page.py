"""The page that describes the API: every operation and parameter, and links that work."""

import re
from typing import Any

import pytest
from django.test import Client

from postings.api.operations import OPERATIONS
from postings.api.parameters import FILTERS
from postings.filters import PostingFilterSet
from tests.api.conftest import API, Library


def test_parameters_come_from_the_definitions_of_the_filters() -> None:
    named = {one.name: one for one in FILTERS}
    assert list(named) == list(PostingFilterSet.base_filters)
    for name, definition in PostingFilterSet.base_filters.items():
        assert named[name].description.startswith(f"{definition.label}. ")
        assert definition.help, f"say in its class what a value of {name} means"


def test_every_parameter_is_on_the_page(client: Client, db: None) -> None:
    page = client.get(f"{API}/docs").text
    for one in OPERATIONS:
        (part,) = re.findall(rf'<h2 id="{one.name}">.*?(?=<h2)', page, re.DOTALL)
        assert re.findall(r'<th scope="row"><code>(\w+)</code>', part) == [
            *(["id"] if "{id}" in one.path else []),
            *(parameter.name for parameter in one.parameters),
        ]


def test_what_can_be_tried_is_answered(client: Client, library: Library) -> None:
    tried = re.findall(r'Try it: <a href="([^"]+)">', client.get(f"{API}/docs").text)
    assert len(tried) == len(OPERATIONS) - 2  # one posting and a comparison need ids
    assert {client.get(address.replace("&amp;", "&")).status_code for address in tried} == {200}


def test_a_private_site_shows_it_to_who_is_signed_in(
    client: Client, administrator: Any, settings: Any
) -> None:
    settings.PUBLIC = False
    client.force_login(administrator)
    page = client.get(f"{API}/docs").text
    assert ("This site is private" in page, "Anybody may read" in page) == (True, False)
    security = client.get(f"{API}/openapi.json").json()["paths"][f"{API}/pay"]["get"]["security"]
    assert security == [{"token": ["pay:read"]}]


@pytest.mark.parametrize("status", ["400", "401", "403", "503"])
def test_the_document_describes_problems(client: Client, db: None, status: str) -> None:
    paths: dict[str, Any] = client.get(f"{API}/openapi.json").json()["paths"]
    for described in paths.values():
        content = described["get"]["responses"][status]["content"]
        assert list(content) == ["application/problem+json"]
