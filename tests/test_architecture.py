"""The house's shape: who may import what, how long a thing may be, and what is written nowhere.

Each check lists its offenders, so that a failure says where to look.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]
LONGEST = {"equality": 300, "pages": 60, "queries": 80}
LONGEST_FUNCTION = 60
STATE_OWNER = "equality/ui/selection.py"
CALENDAR_YEARS = range(1900, 2100)
LIBRARIES_WITH_ONE_HOME = {"streamlit", "duckdb", "plotly"}
SQL = re.compile(r"\s*(select|insert into|delete from|create (or replace )?(table|view)|with \w+ as \()", re.IGNORECASE)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def modules(*folders: str) -> list[Path]:
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def product() -> list[Path]:
    return [ROOT / "app.py", *modules("equality", "pages")]


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), name_of(path))


def places(kind: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    """Every node of a kind in the product, with the place to look at."""
    for path in product():
        for node in ast.walk(tree_of(path)):
            if isinstance(node, kind):
                yield f"{name_of(path)}:{node.lineno}", node  # type: ignore[attr-defined]


def imports(path: Path) -> set[str]:
    """The top-level names that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("folder", LONGEST)
def test_there_is_something_to_check(folder: str) -> None:
    assert [path for path in (ROOT / folder).rglob("*") if path.suffix in {".py", ".sql"}]


def test_layers_import_only_what_the_contracts_allow(capsys: pytest.CaptureFixture[str]) -> None:
    broken = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert not broken, capsys.readouterr().out


def test_pages_need_nothing_but_the_package() -> None:
    allowed = sys.stdlib_module_names | {"equality"}
    assert {name_of(path): extra for path in modules("pages") if (extra := imports(path) - allowed)} == {}


def test_the_server_script_asks_and_draws_nothing_itself() -> None:
    assert imports(ROOT / "app.py") & LIBRARIES_WITH_ONE_HOME <= {"streamlit"}


def test_the_package_knows_neither_pages_nor_server_nor_tests() -> None:
    above = {"app", "pages", "tests", "benchmarks"}
    assert {name_of(path): wrong for path in modules("equality") if (wrong := imports(path) & above)} == {}


@pytest.mark.parametrize(("folder", "limit"), LONGEST.items())
def test_files_stay_short(folder: str, limit: int) -> None:
    lengths = {
        name_of(path): path.read_text(encoding="utf-8").count("\n")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".sql"}
    }
    assert {name: lines for name, lines in lengths.items() if lines > limit} == {}


def test_functions_stay_short() -> None:
    lengths = {
        f"{place} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for kind in (ast.FunctionDef, ast.AsyncFunctionDef)
        for place, node in places(kind)
        if isinstance(node, kind)
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def test_only_selection_touches_session_state() -> None:
    users = {name_of(path) for path in product() if "session_state" in path.read_text(encoding="utf-8")}
    assert users <= {STATE_OWNER}


def test_nothing_catches_everything() -> None:
    def catches_everything(handler: ast.ExceptHandler) -> bool:
        caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        return any(one is None or ast.unparse(one) in {"Exception", "BaseException"} for one in caught)

    found = places(ast.ExceptHandler)
    assert [place for place, node in found if isinstance(node, ast.ExceptHandler) and catches_everything(node)] == []


def test_no_rule_is_written_for_one_year() -> None:
    def names_a_year(node: ast.Compare) -> bool:
        sides = [node.left, *node.comparators]
        about_years = any(re.search(r"\byear\b", ast.unparse(side)) for side in sides)
        constants = [side.value for side in sides if isinstance(side, ast.Constant)]
        return about_years and any(isinstance(value, int) and value in CALENDAR_YEARS for value in constants)

    found = places(ast.Compare)
    assert [place for place, node in found if isinstance(node, ast.Compare) and names_a_year(node)] == []


def test_no_sql_is_put_together_in_python() -> None:
    def starts_as_sql(node: ast.JoinedStr) -> bool:
        first = node.values[0] if node.values else None
        return isinstance(first, ast.Constant) and SQL.match(str(first.value)) is not None and len(node.values) > 1

    found = places(ast.JoinedStr)
    assert [place for place, node in found if isinstance(node, ast.JoinedStr) and starts_as_sql(node)] == []


def test_modules_are_named_for_what_they_hold() -> None:
    nameless = re.compile(r"(^|_)(utils?|helpers?|misc|common_functions)(_|$)")
    assert [name_of(path) for path in product() if nameless.search(path.stem)] == []


def test_nothing_is_left_to_do() -> None:
    unfinished = re.compile(r"\b(TODO|FIXME|XXX)\b|raise NotImplementedError")
    paths = [*product(), *sorted((ROOT / "queries").rglob("*.sql"))]
    assert [name_of(path) for path in paths if unfinished.search(path.read_text(encoding="utf-8"))] == []
