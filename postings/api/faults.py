"""What a request is refused with: raised anywhere below an address, answered as a problem document."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse

from jobsite.views.problems import DOCS, NO_KIND_OF_ITS_OWN, problem


class Problem(Exception):
    kind = NO_KIND_OF_ITS_OWN

    def __init__(
        self, status: int, detail: str, *, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers, self.more = status, detail, headers or {}, more

    @property
    def response(self) -> HttpResponse:
        response = problem(self.status, self.detail, kind=self.kind, **self.more)
        for name, value in self.headers.items():
            response[name] = value
        return response


class BadParameters(Problem):
    """Parameters that do not exist, or have values that they cannot have: all of them at once."""

    kind = f"{DOCS}#bad-parameters"

    def __init__(self, errors: Sequence[Mapping[str, str]]) -> None:
        named = ", ".join(dict.fromkeys(error["parameter"] for error in errors))
        super().__init__(400, f"Nothing was read. Put these right and ask again: {named}.", errors=errors)


def error(parameter: str, detail: str) -> dict[str, str]:
    return {"parameter": parameter, "detail": detail}
