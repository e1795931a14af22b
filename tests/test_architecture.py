"""The layers of docs/architecture.md, read off the source: what may import what, and what stays out.

Every test lists what breaks a rule, file and line first, so that an empty list is a kept rule.
"""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).parents[1]
LONGEST_FILE = 400

RANKS = {
    **dict.fromkeys(("vocabulary", "facts", "facts_json", "own_part", "contacts"), 0.0),
    **dict.fromkeys(("readers", "parsing", "salary", "compare", "lint", "query", "bitmaps", "library"), 1.0),
    "scopes": 1.5,
    **dict.fromkeys(("models", "roles", "sharing"), 2.0),
    "stored": 2.5,
    **dict.fromkeys(("ingest", "tokens"), 3.0),
    "filters": 3.1,
    "search": 3.2,
    "selectors": 3.3,
    **dict.fromkeys(("export", "saved"), 3.4),
    **dict.fromkeys(
        ("views", "admin", "api", "feeds", "forms", "templatetags", "management", "bench", "urls", "apps"),
        4.0,
    ),
}
PURE = {part for part, rank in RANKS.items() if rank < 2}
EDGES = {part for part, rank in RANKS.items() if rank == 4}
WRITERS = {"admin", "management", "views", "forms", "api", "bench"}  # who may ask ingest to write
IMPURE_MODULES = {"django", "psycopg", "pghistory", "pgtrigger", "environs", "jobsite", "time", "secrets"}
# Run by the machine's own Python, before `.venv` exists.
BEFORE_THE_ENVIRONMENT = {
    "run",
    "jobsite",
    "jobsite.local",
    *(f"jobsite.launch{name}" for name in ("", ".say", ".environment", ".verbs", ".chromium")),
}


class Import(NamedTuple):
    where: str  # file:line, for the reader of a failure
    importer: str
    target: str
    at_once: bool  # when the module is imported, not when one of its functions runs


def sources(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((PROJECT / folder).rglob("*.py"))]
    return [path for path in found if "migrations" not in path.parts]


def name_of(path: Path) -> str:
    parts = path.relative_to(PROJECT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def imports() -> list[Import]:
    """Every import of the site's own source, wherever in its module it stands."""
    paths = [PROJECT / "run.py", PROJECT / "manage.py", *sources("jobsite", "postings")]
    modules = {name_of(path) for path in paths}
    return [found for path in paths for found in _imports_of(path, modules)]


def _imports_of(path: Path, modules: set[str]) -> Iterator[Import]:
    tree, module = tree_of(path), name_of(path)
    late = {
        inner
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(outer)
    }
    for node in ast.walk(tree):
        for target in _targets(node, module, path.name == "__init__.py", modules):
            where = f"{path.relative_to(PROJECT)}:{node.lineno}"  # type: ignore[attr-defined]
            yield Import(where, module, target, node not in late)


def _targets(node: ast.AST, module: str, is_package: bool, modules: set[str]) -> list[str]:
    """`from postings import search` means the module postings.search; `from x import Name` means x."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    base = node.module or ""
    if node.level:
        package = module.split(".")[: None if is_package and node.level == 1 else -node.level + is_package]
        base = ".".join([*package, *([base] if base else [])])
    full = [f"{base}.{alias.name}" for alias in node.names]
    return [name if name in modules else base for name in full]


def part(module: str) -> str:
    """Return which part of the library a module belongs to: postings.search.run → search."""
    return module.split(".")[1] if module.startswith("postings.") else ""


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def told(broken: list[Import]) -> list[str]:
    return [f"{one.where} {one.importer} imports {one.target}" for one in broken]


def test_every_part_of_the_library_has_a_layer() -> None:
    parts = {part(name_of(path)) for path in sources("postings")} - {""}
    assert parts - RANKS.keys() == set(), "say in docs/architecture.md and in RANKS which layer it is"


def test_imports_point_down() -> None:
    broken = [
        one
        for one in imports()
        if part(one.importer) and part(one.target) and RANKS[part(one.target)] > RANKS[part(one.importer)]
    ]
    assert told(broken) == []


def test_no_two_parts_import_each_other() -> None:
    uses: dict[str, set[str]] = {}
    for one in imports():
        if part(one.importer) and part(one.target) and part(one.importer) != part(one.target):
            uses.setdefault(part(one.importer), set()).add(part(one.target))
    try:
        TopologicalSorter(uses).prepare()
    except CycleError as fault:
        raise AssertionError(f"a circle of imports: {' → '.join(fault.args[1])}") from None


def test_pure_parts_know_no_framework_and_no_clock() -> None:
    broken = [
        one
        for one in imports()
        if part(one.importer) in PURE
        and one.target.split(".")[0] in IMPURE_MODULES
        and not one.importer.endswith(".__main__")  # a command line of its own: it may look at the clock
    ]
    assert told(broken) == []


def test_pure_parts_are_given_the_date_the_surroundings_and_chance() -> None:
    broken = [
        f"{path.relative_to(PROJECT)}:{line} reads {what}"
        for path in sources("postings")
        if part(name_of(path)) in PURE and path.name != "__main__.py"
        for line, what in sorted(_read_by(tree_of(path)))
    ]
    assert broken == [], "pass it in: STYLE.md, habit 6"


HIDDEN_INPUTS = re.compile(
    r"(.*\.)?(datetime\.(now|utcnow|today)|date\.today|os\.(environ|getenv|urandom)|random\.(?!Random$)\w+)"
)


def _read_by(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and HIDDEN_INPUTS.fullmatch(ast.unparse(node)):
            yield node.lineno, ast.unparse(node)
        if isinstance(node, ast.ImportFrom) and node.module in {"os", "random"}:
            for alias in node.names:
                if HIDDEN_INPUTS.fullmatch(f"{node.module}.{alias.name}"):
                    yield node.lineno, f"{node.module}.{alias.name}"


def test_only_ingest_reads_and_parses_documents() -> None:
    def allowed(one: Import) -> bool:
        importer = part(one.importer)
        return (
            importer in {part(one.target), "ingest"}
            or within(one.target, "postings.parsing.names")  # the keys under which spellings meet
            or within(one.target, "postings.parsing.lexicon")  # names of skills and places: data, not parsing
            or within(one.target, "postings.parsing.extract.years_words")  # what counts as years
            or one.importer in {f"postings.management.commands.{name}" for name in ("parse", "align")}
        )

    broken = [one for one in imports() if part(one.target) in {"readers", "parsing"} and not allowed(one)]
    assert told(broken) == []


def test_only_the_edges_ask_ingest_to_write() -> None:
    broken = [
        one
        for one in imports()
        if part(one.target) == "ingest" and part(one.importer) not in WRITERS | {"ingest"}
    ]
    assert told(broken) == []


def test_the_library_knows_little_of_the_site_around_it() -> None:
    def allowed(one: Import) -> bool:
        return within(one.target, "jobsite.local") or (
            part(one.importer) in EDGES
            and (
                one.target in {"jobsite.views.errors", "jobsite.views.problems"}
                or within(one.target, "jobsite.backups")
            )
        )

    broken = [
        one
        for one in imports()
        if within(one.importer, "postings") and within(one.target, "jobsite") and not allowed(one)
    ]
    assert told(broken) == []


def test_the_site_around_it_knows_the_library_by_address_only() -> None:
    broken = [one for one in imports() if within(one.importer, "jobsite") and within(one.target, "postings")]
    assert told(broken) == []


def test_what_runs_before_the_environment_needs_the_standard_library_alone() -> None:
    checked = {one.importer for one in imports()} & BEFORE_THE_ENVIRONMENT
    broken = [
        one
        for one in imports()
        if one.importer in BEFORE_THE_ENVIRONMENT
        and one.at_once
        and one.target not in BEFORE_THE_ENVIRONMENT
        and one.target.split(".")[0] not in sys.stdlib_module_names
    ]
    assert (told(broken), len(checked) >= 5) == ([], True)


def test_no_file_needs_a_table_of_contents() -> None:
    paths = sources("jobsite", "postings")
    paths += [*(PROJECT / "templates").rglob("*.html"), *(PROJECT / "static").rglob("*.[cj]s*")]
    long = {str(path.relative_to(PROJECT)): len(path.read_text("utf-8").splitlines()) for path in paths}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_FILE} == {}, (
        f"over {LONGEST_FILE} lines a file is two files: split it by what it answers, "
        "and let its package's __init__.py export the few names that others use"
    )


LATER = re.compile("TO" + "DO|FIX" + "ME")


def test_nothing_is_left_for_later_in_a_comment() -> None:
    assert marked(LATER, "jobsite", "postings", "templates", "static", "tests") == [], "write an issue"


OTHER_MACHINES = re.compile(
    r"""https?://(?!www\.w3\.org/(?:2000/svg|1999/xlink|1999/xhtml)\b)|(?:src|href|url)[=(]\s*["']?//"""
)


def test_no_page_names_another_machine() -> None:
    assert marked(OTHER_MACHINES, "templates", "static") == []


# Data that no browser runs is no code: what search engines read of a posting.
INLINE = re.compile(
    r"""<script(?![^>]*\ssrc=)(?!\stype="application/ld\+json")|<style\b|\s(?:style|on[a-z]+|hx-on[\w:-]*)\s*=|javascript:"""
)


def test_no_template_has_code_or_style_inside() -> None:
    pages = [place for place in marked(INLINE, "templates") if not place.startswith("templates/mail/")]
    assert pages == [], (
        "the Content-Security-Policy would refuse it"
    )  # mail has no policy, and no style sheets


def marked(pattern: re.Pattern[str], *folders: str) -> list[str]:
    """Return `file:line` of each match, with Django's tags taken out of templates first."""
    found = []
    for path in sorted(path for folder in folders for path in (PROJECT / folder).rglob("*.*")):
        if path.suffix not in {".py", ".html", ".css", ".js", ".svg", ".txt", ".json"}:
            continue
        text = path.read_text("utf-8")
        if path.suffix == ".html":
            text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", "…", text)
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            found.append(f"{path.relative_to(PROJECT)}:{line} {match[0].strip()}")
    return found
