"""Settings as a whole program meets them: one start of it for each environment, nothing patched."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.production import PRODUCTION, PROJECT, run_python

MANAGE = ("manage.py", "check")
GUNICORN = ("-m", "gunicorn", "--check-config")
STARTS = pytest.mark.parametrize("start", [MANAGE, GUNICORN], ids=["manage", "gunicorn"])


def without(name: str) -> dict[str, str]:
    return {key: value for key, value in PRODUCTION.items() if key != name}


def complaint(start: tuple[str, ...], chosen: dict[str, str]) -> tuple[int, str, list[str]]:
    """Return how a start ended, what it said, and what it complained of, line by line."""
    done = run_python(*start, chosen=chosen)
    return done.returncode, done.stdout, done.stderr.splitlines()


@STARTS
@pytest.mark.parametrize("name", ["JOBSITE_SECRET_KEY", "JOBSITE_ALLOWED_HOSTS", "DATABASE_URL"])
def test_production_without_a_needed_variable_says_so_in_one_line(start: tuple[str, ...], name: str) -> None:
    line = f'Settings: Environment variable "{name}" not set. See the table of variables in README.md.'
    assert complaint(start, without(name)) == (1, "", [line])


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("JOBSITE_ENV", "staging", "Must be one of: development, production"),
        ("JOBSITE_ENV", "", "Must be one of: development, production"),
        ("JOBSITE_HTTPS", "maybe", "Not a valid boolean"),
        ("JOBSITE_PUBLIC", "", "Not a valid boolean"),
        ("JOBSITE_SECRET_KEY", "short", "Shorter than minimum length 50"),
        ("JOBSITE_SECRET_KEY", "", "Shorter than minimum length 50"),
        ("JOBSITE_ALLOWED_HOSTS", "", "Shorter than minimum length 1"),
        ("JOBSITE_LOG_LEVEL", "loud", "Must be one of: DEBUG, INFO, WARNING, ERROR"),
        ("JOBSITE_LOG_FORMAT", "xml", "Must be one of: text, json"),
        ("JOBSITE_HSTS_SECONDS", "soon", "Not a valid integer"),
        ("JOBSITE_STATEMENT_TIMEOUT", "1 s", "Not a valid integer"),
        ("JOBSITE_MAIL", "smpt://mail.example", "JOBSITE_MAIL cannot be read. It should be console:"),
        ("JOBSITE_MAIL", "smtp://mail.example:port", "JOBSITE_MAIL cannot be read"),
        ("JOBSITE_ADDRESS", "jobs.example", "needs https:// before it"),
        ("JOBSITE_DEBUG", "1", "so it needs JOBSITE_ENV=development"),
        ("JOBSITE_TIME_ZONE", "Mars/Base", "is 'Mars/Base', not a name like Europe/Berlin"),
        ("JOBSITE_TIME_ZONE", "", "is '', not a name like Europe/Berlin"),
        (
            "JOBSITE_TRUSTED_ORIGINS",
            "jobsite.example",
            "has 'jobsite.example', which needs https:// before it",
        ),
        ("DATABASE_URL", "", "names no database"),
        ("DATABASE_URL", "postgresql://host/", "names no database"),
        ("DATABASE_URL", "mysql://host/name", "cannot be read"),
        ("DATABASE_URL", "postgresql://host/%zz", "cannot be read"),
    ],
)
def test_a_wrong_value_is_named_in_one_line_with_what_is_wrong(name: str, value: str, why: str) -> None:
    code, said, lines = complaint(MANAGE, {**PRODUCTION, name: value})
    assert (code, said, len(lines)) == (1, "", 1)
    assert (lines[0].startswith("Settings: "), name in lines[0], why in lines[0]) == (True, True, True), lines


def test_gunicorn_says_a_wrong_value_in_one_line_too() -> None:
    code, said, (line,) = complaint(GUNICORN, {**PRODUCTION, "JOBSITE_HTTPS": "maybe"})
    assert (code, said, 'Settings: Environment variable "JOBSITE_HTTPS" invalid' in line) == (1, "", True)


def test_a_password_is_not_repeated_in_a_complaint() -> None:
    _, _, (line,) = complaint(MANAGE, {**PRODUCTION, "DATABASE_URL": "postgresql://jobsite:s3cret@host/"})
    assert "s3cret" not in line


@STARTS
def test_a_right_environment_starts_without_a_word_of_complaint(
    start: tuple[str, ...], tmp_path: Path
) -> None:
    code, _, lines = complaint(start, {**PRODUCTION, "JOBSITE_STATIC_ROOT": str(tmp_path)})
    assert (code, lines) == (0, [])


def test_production_passes_the_deploy_check_without_a_warning() -> None:
    done = run_python("manage.py", "check", "--deploy", "--fail-level", "WARNING", chosen=PRODUCTION)
    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n")


def test_development_needs_no_variable_at_all() -> None:
    done = run_python("manage.py", "check", chosen={})
    assert (done.returncode, done.stderr) == (0, "")


def test_a_server_that_nobody_told_anything_gets_production() -> None:
    done = run_python("-c", "import jobsite.wsgi", chosen={"DJANGO_SETTINGS_MODULE": "jobsite.settings"})
    assert (done.returncode, done.stderr.splitlines()[-1]) == (
        1,
        'environs.exceptions.EnvNotSetError: Environment variable "JOBSITE_SECRET_KEY" not set',
    )


Settings = Callable[..., dict[str, Any]]


def settings_of(*names: str, chosen: dict[str, str]) -> dict[str, Any]:
    code = (
        "import json, sys; from django.conf import settings; "
        "print(json.dumps({name: getattr(settings, name, None) for name in sys.argv[1:]}, default=str))"
    )
    done = run_python("-c", code, *names, chosen={"DJANGO_SETTINGS_MODULE": "jobsite.settings", **chosen})
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


EXPOSURE = {
    "PUBLIC": False,
    "DEBUG": False,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_HSTS_PRELOAD": True,
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "SECURE_PROXY_SSL_HEADER": None,
    "LOG_FORMAT": "json",
    "STATIC_ROOT": str(PROJECT / "staticfiles"),
}


def test_production_is_private_and_on_https() -> None:
    assert settings_of(*EXPOSURE, chosen=PRODUCTION) == EXPOSURE


def test_production_without_https_asks_for_none_and_promises_none() -> None:
    plain = {
        "SECURE_SSL_REDIRECT": False,
        "SECURE_HSTS_SECONDS": 0,
        "SESSION_COOKIE_SECURE": False,
        "CSRF_COOKIE_SECURE": False,
    }
    assert settings_of(*plain, chosen={**PRODUCTION, "JOBSITE_HTTPS": "0"}) == plain


def test_production_serves_static_files_under_hashed_names() -> None:
    backend = settings_of("STORAGES", chosen=PRODUCTION)["STORAGES"]["staticfiles"]["BACKEND"]
    assert backend == "jobsite.static_files.CollectedStaticFiles"


def test_an_empty_static_root_is_not_the_folder_that_the_source_is_in() -> None:
    chosen = {**PRODUCTION, "JOBSITE_STATIC_ROOT": ""}
    assert settings_of("STATIC_ROOT", chosen=chosen) == {"STATIC_ROOT": str(PROJECT / "staticfiles")}


def test_only_development_has_the_gallery() -> None:
    code = "import django; django.setup(); from jobsite.urls import urlpatterns; "
    code += "print([one.name for one in urlpatterns if hasattr(one, 'name')])"
    module = {"DJANGO_SETTINGS_MODULE": "jobsite.settings"}
    production = run_python("-c", code, chosen={**PRODUCTION, **module})
    development = run_python("-c", code, chosen={"JOBSITE_ENV": "development", **module})
    assert (production.stdout, development.stdout) == (
        "['sign-in', 'sign-out']\n",
        "['sign-in', 'sign-out', 'gallery']\n",
    )


PAGE = """
import json, sys, django
django.setup()
from django.test import Client
answer = Client().get("/sign-in/", headers=json.loads(sys.argv[1]))
names = ["Location", "Strict-Transport-Security", "Set-Cookie"]
cookies = [str(cookie.OutputString()) for cookie in answer.cookies.values()]
print(json.dumps([answer.status_code, answer.headers.get("Location"), answer.headers.get(names[1]), cookies]))
"""


def asked(headers: dict[str, str], **chosen: str) -> list[Any]:
    """Ask a production site for its sign-in page; return status, Location, HSTS and cookies."""
    module = {"DJANGO_SETTINGS_MODULE": "jobsite.settings", "JOBSITE_LOG_LEVEL": "ERROR"}
    plain_files = "from django.conf import settings; settings.STORAGES['staticfiles']['BACKEND'] = "
    plain_files += "'django.contrib.staticfiles.storage.StaticFilesStorage'"  # none were collected here
    words = json.dumps({"host": "jobsite.example", **headers})
    done = run_python("-c", f"{plain_files}\n{PAGE}", words, chosen={**PRODUCTION, **module, **chosen})
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_plain_http_is_sent_to_https() -> None:
    assert asked({}) == [301, "https://jobsite.example/sign-in/", None, []]


def test_a_proxy_is_believed_only_if_it_was_named() -> None:
    says_https = {"X-Forwarded-Proto": "https"}
    assert asked(says_https)[0] == 301
    status, location, hsts, cookies = asked(says_https, JOBSITE_PROXY_HEADER="X-Forwarded-Proto")
    assert (status, location, hsts) == (200, None, "max-age=31536000; includeSubDomains; preload")
    assert [cookie.split("=")[0] for cookie in cookies] == ["jobsite_csrf"]
    assert ["Secure" in cookie.split("; ") for cookie in cookies] == [True]


def test_a_host_name_that_is_not_ours_is_refused() -> None:
    assert asked({"host": "elsewhere.example"})[0] == 400
