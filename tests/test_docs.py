"""The documents, held against the source that they describe: variables, commands, links, paths, decisions.

Nothing here needs the database. Every test lists what is wrong, so that an empty list is a kept promise.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands

from jobsite.launch.verbs import VERBS
from postings.api.openapi import PREFIX
from postings.api.operations import OPERATIONS

PROJECT = Path(__file__).parents[1]
PAGES = [PROJECT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
PAGES += sorted((PROJECT / "docs").rglob("*.md"))
README = PROJECT / "README.md"
DECISIONS = PROJECT / "docs" / "decisions"
IMAGES = PROJECT / "docs" / "images"

FENCE = re.compile(r"^```(?P<language>\w*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#{1,6} +(?P<title>.+?)\s*$", re.MULTILINE)
CODE = re.compile(r"`(?P<code>[^`\n]+)`")
LINK = re.compile(r"""\]\((?P<markdown>[^)\s]+)\)|\s(?:src|srcset|href)="(?P<html>[^"]+)\"""")
COMPOSE_VARIABLE = re.compile(r"\$\{(\w+)")


# --- Reading the documents ----------------------------------------------------------------------------


@cache
def text_of(page: Path) -> str:
    return page.read_text("utf-8")


@cache
def prose_of(page: Path) -> str:
    """The page without its blocks of code, line for line."""
    return FENCE.sub(lambda block: "\n" * block.group().count("\n"), text_of(page))


def where(page: Path, position: int) -> str:
    return f"{page.relative_to(PROJECT)}:{prose_of(page).count(chr(10), 0, position) + 1}"


def section(page: Path, title: str) -> str:
    """Return what stands under a heading, down to the next of any depth."""
    for found in HEADING.finditer(prose_of(page)):
        if found["title"] == title:
            following = HEADING.search(prose_of(page), found.end())
            return prose_of(page)[found.end() : following.start() if following else None]
    pytest.fail(f"{page.name} has no heading “{title}”")


def table(text: str) -> dict[str, str]:
    """Return the rows of the tables in a text, under the name in backticks that they begin with."""
    rows = re.finditer(r"^\| `(?P<name>[^`]+)`(?P<row>.*)$", text, re.MULTILINE)
    return {found["name"]: found["row"] for found in rows}


def anchors(page: Path) -> set[str]:
    """Return the anchors that a forge gives to the headings."""
    titles = (re.sub(r"[`*]", "", found["title"]).lower() for found in HEADING.finditer(prose_of(page)))
    return {re.sub(r"[^\w\- ]", "", title).replace(" ", "-") for title in titles}


def links(page: Path) -> Iterator[tuple[str, str]]:
    """Yield each link that stays in the checkout, with its place."""
    for found in LINK.finditer(CODE.sub("", prose_of(page))):
        target = found["markdown"] or found["html"]
        if not re.match(r"[a-z]+:", target):
            yield f"{page.relative_to(PROJECT)}: {target}", target


# --- Variables ----------------------------------------------------------------------------------------


@cache
def variables() -> dict[str, list[object]]:
    """Return every variable that the source reads, with the constants in its default."""
    found: dict[str, list[object]] = {}
    paths = [PROJECT / "gunicorn.conf.py", PROJECT / "run.py", PROJECT / "manage.py"]
    for path in [*paths, *sorted((PROJECT / "jobsite").rglob("*.py"))]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if read := _read_by(node):
                name, defaults = read
                constants = [
                    one.value for part in defaults for one in ast.walk(part) if isinstance(one, ast.Constant)
                ]
                found.setdefault(name, []).extend(constants)
    return found


def _read_by(node: ast.AST) -> tuple[str, list[ast.expr]] | None:
    """`env.str("NAME", default)`, `os.environ.get("NAME")`, `os.environ["NAME"]`, `os.getenv("NAME")`."""
    match node:
        case ast.Call(func=ast.Attribute() as reader, args=[ast.Constant(str(name)), *defaults]):
            how = ast.unparse(reader)
            if how in {"os.environ.get", "os.getenv"} or how.startswith("env."):
                return name, defaults
        case ast.Subscript(value=owner, slice=ast.Constant(str(name)), ctx=ast.Load()):
            if ast.unparse(owner) == "os.environ":
                return name, []
    return None


def compose_variables() -> set[str]:
    uncommented = re.sub(r"^\s*#.*$", "", (PROJECT / "docker-compose.yml").read_text(), flags=re.MULTILINE)
    return set(COMPOSE_VARIABLE.findall(uncommented))


def test_the_table_of_variables_has_exactly_those_that_are_read() -> None:
    assert table(section(README, "Configuration")).keys() == variables().keys()


def test_the_table_of_variables_has_their_defaults() -> None:
    written = {False: "0", True: "1"}
    missing = [
        f"{name}: {default}"
        for name, row in table(section(README, "Configuration")).items()
        for default in variables().get(name, [])
        if default not in ("", None)
        and not _is_said(
            written.get(default, str(default)), CODE.findall(row), whole=type(default) is not str
        )
    ]
    assert missing == []


def _is_said(default: str, words: list[str], *, whole: bool) -> bool:
    """A number stands alone; a text may be one of a list."""
    return default in words or (not whole and any(default in word for word in words))


def test_the_table_of_compose_has_what_compose_alone_reads() -> None:
    assert table(section(README, "With Docker Compose")).keys() == compose_variables() - variables().keys()


def test_no_page_names_a_variable_that_nothing_reads() -> None:
    known = variables().keys() | compose_variables()
    named = {(page.name, name) for page in PAGES for name in re.findall(r"\bJOBSITE_\w+", text_of(page))}
    assert sorted((page, name) for page, name in named if name not in known) == []


# --- Commands -----------------------------------------------------------------------------------------


def own_commands() -> set[str]:
    return {path.stem for path in PROJECT.glob("*/management/commands/[!_]*.py")}


def test_the_table_of_verbs_is_the_one_that_run_py_has() -> None:
    told = table(section(README, "What run.py can do"))
    assert list(told) == [*VERBS, "help"]
    options = {
        (name, option) for name, verb in VERBS.items() for option in re.findall(r"--\w+", verb.arguments)
    }
    assert sorted((name, option) for name, option in options if option not in told[name]) == []


def test_the_table_of_management_commands_has_ours_with_their_options() -> None:
    told = table(section(README, "Management commands"))
    assert told.keys() == own_commands()
    for name, row in told.items():
        source = next(PROJECT.glob(f"*/management/commands/{name}.py")).read_text("utf-8")
        options = re.findall(r"add_argument\(\s*\"(--[\w-]+)\"", source)
        assert re.findall(r"--[\w-]+", row.split("|")[1]) == options, name


def commands_in(page: Path) -> Iterator[str]:
    """Yield what a reader would type: lines of shell blocks, without comments, and code within a line."""
    for block in FENCE.finditer(text_of(page)):
        if block["language"] == "sh":
            yield from (line.split("#")[0].strip() for line in block["code"].splitlines())
    yield from (found["code"] for found in CODE.finditer(prose_of(page)))


MANAGE = re.compile(r"^(?:\S*python3? (?:run\.py manage|manage\.py)|manage\.py) (?P<word>[a-z_]+)")
RUN = re.compile(r"^(?:python3 )?run\.py (?P<word>[a-z]+)")
SERVICE = re.compile(r"^docker compose (?P<verb>exec|run --rm|logs|stop) (?P<words>.+)")


def test_every_command_in_the_documents_exists() -> None:
    known = {MANAGE: get_commands().keys(), RUN: VERBS.keys() | {"help"}}
    seen = dict.fromkeys(known, 0)
    unknown = []
    for page in PAGES:
        for command in commands_in(page):
            for pattern, names in known.items():
                if found := pattern.match(command):
                    seen[pattern] += 1
                    unknown += [f"{page.name}: {command}"] if found["word"] not in names else []
    assert (unknown, min(seen.values()) > 5) == ([], True)


def test_every_service_in_the_documents_exists() -> None:
    services = yaml.safe_load((PROJECT / "docker-compose.yml").read_text())["services"].keys()
    named = [
        (page.name, service)
        for page in PAGES
        for command in commands_in(page)
        if (found := SERVICE.match(command))
        for service in (found["words"].split() if found["verb"] == "stop" else found["words"].split()[:1])
    ]
    assert ([one for one in named if one[1] not in services], len(named) > 5) == ([], True)


# --- Links and paths ----------------------------------------------------------------------------------


def test_every_link_leads_to_a_file_and_a_heading() -> None:
    broken = []
    for page in PAGES:
        for told, target in links(page):
            path, _, anchor = target.partition("#")
            file = (page.parent / path).resolve() if path else page
            if not file.is_file() or (anchor and anchor not in anchors(file)):
                broken.append(told)
    assert broken == []


def test_every_picture_is_shown() -> None:
    shown = {
        (page.parent / target).resolve()
        for page in PAGES
        for _, target in links(page)
        if target.endswith(".png")
    }
    assert shown == set(IMAGES.iterdir())


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = set[Path](), [README]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        targets = ((page.parent / target.partition("#")[0]).resolve() for _, target in links(page))
        waiting += [one for one in targets if one in PAGES and one not in reached]
    assert sorted(page.name for page in set(PAGES) - reached) == []


PATH = re.compile(r"\.?[\w-]+(?:/[\w.*-]+)*/?")
FILE_ENDINGS = (".py", ".md", ".html", ".css", ".js", ".json", ".toml", ".txt", ".yml", ".tsv")
STAND_INS = ("NAME", "FILE", "…")
NO_PATHS = {"Europe/Berlin", "application/octet-stream"}
DOTTED = re.compile(r"(?:jobsite|postings|tests)(?:\.\w+)+")


def test_every_path_in_the_documents_exists() -> None:
    broken, seen = [], 0
    for page in PAGES:
        for found in CODE.finditer(prose_of(page)):
            code = found["code"]
            if not PATH.fullmatch(code) or not ("/" in code or code.endswith(FILE_ENDINGS)):
                continue
            if code in NO_PATHS or any(word in code for word in STAND_INS) or _is_ignored(code):
                continue
            seen += 1
            if not any(PROJECT.glob(code.rstrip("/"))):
                broken.append(f"{where(page, found.start())} {code}")
    assert (broken, seen > 50) == ([], True)


def _is_ignored(path: str) -> bool:
    """What only exists once the site has run is what git is told to ignore."""
    return path.split("/")[0] in {line.strip("/") for line in (PROJECT / ".gitignore").read_text().split()}


def test_every_module_in_the_documents_exists() -> None:
    broken, seen = [], 0
    for page in PAGES:
        for found in CODE.finditer(prose_of(page)):
            if DOTTED.fullmatch(found["code"]):
                seen += 1
                if not _is_defined(found["code"]) and found["code"] != "jobsite.request":  # a logger's name
                    broken.append(f"{where(page, found.start())} {found['code']}")
    assert (broken, seen > 5) == ([], True)


def _is_defined(dotted: str) -> bool:
    """A module, a package, or a name that one of them defines or hands on."""
    parts = dotted.split(".")
    if _module(parts):
        return True
    source = _module(parts[:-1])
    return bool(source) and parts[-1] in set(_names(ast.parse(source.read_text("utf-8"))))


def _module(parts: list[str]) -> Path | None:
    base = PROJECT.joinpath(*parts)
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)


def _names(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name
            case ast.ImportFrom(names=names):
                yield from (alias.asname or alias.name for alias in names)
            case ast.Assign(targets=targets):
                yield from (one.id for one in targets if isinstance(one, ast.Name))


# --- What single pages promise ------------------------------------------------------------------------


def test_every_address_of_the_site_is_in_the_table() -> None:
    """`<str:public_id>` is a reader's `<id>`, so only what does not vary is compared."""
    told = set(re.findall(r"`(/[^`]*)`", section(PROJECT / "docs" / "architecture.md", "Addresses")))
    routes = {"/healthz", "/readyz"}
    for name in ("jobsite/urls.py", "postings/urls.py"):
        for node in ast.walk(ast.parse((PROJECT / name).read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Name("path"), args=[ast.Constant(str(route)), *_]):
                    routes.add(f"/{route}")
    routes.remove("/api/v1/")  # under which are the operations
    routes |= {f"{PREFIX}{one.path}" for one in OPERATIONS}
    varying = re.compile(r"<[^>]+>|\{\w+\}")
    assert {varying.sub("<>", one) for one in told} == {varying.sub("<>", one) for one in routes}


def test_the_readme_asks_for_the_python_that_the_project_asks_for() -> None:
    (lowest,) = re.findall(r'requires-python = ">=([\d.]+)"', (PROJECT / "pyproject.toml").read_text())
    assert set(re.findall(r"Python (3\.\d+)", text_of(README))) == {lowest}


HEADINGS = ["Context", "Choice", "Measured or observed", "What would change our mind"]


def test_decisions_are_numbered_without_gaps() -> None:
    names = sorted(path.name for path in DECISIONS.iterdir())
    wanted = [f"{number:04}" for number in range(1, len(names) + 1)]
    assert [re.sub(r"-[a-z0-9-]+\.md$", "", name) for name in names] == wanted


@pytest.mark.parametrize("path", sorted(DECISIONS.glob("*.md")), ids=lambda path: path.stem)
def test_a_decision_has_its_number_and_its_four_parts(path: Path) -> None:
    title, *parts = (found["title"] for found in HEADING.finditer(prose_of(path)))
    assert (title[:5], parts) == (f"{path.name[:4]} ", HEADINGS)
    assert [part for part in HEADINGS if not section(path, part).strip()] == []


def test_the_changelog_has_room_for_the_next_change() -> None:
    _, newest, *_ = (found["title"] for found in HEADING.finditer(prose_of(PROJECT / "CHANGELOG.md")))
    assert newest == "Unreleased"


def test_the_license_is_the_one_that_the_project_names() -> None:
    (named,) = re.findall(r'^license = "(\w+)"$', (PROJECT / "pyproject.toml").read_text(), re.MULTILINE)
    assert text_of(PROJECT / "LICENSE").startswith(f"{named} License\n")
