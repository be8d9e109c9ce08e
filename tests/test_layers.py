"""The rules of the package as a test: who imports whom, how long things are, and no way round the type checker."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "elephants"
FILES = sorted(path for path in ROOT.rglob("*.py"))

MAY_IMPORT: dict[str, frozenset[str]] = {
    name: frozenset(allowed.split())
    for name, allowed in {
        "places": "",
        "words": "places",
        "logs": "words places",
        "nodump": "",
        "pictures": "places words",
        "sessions": "places words",
        "store": "sessions places words",
        "undo": "sessions store places words",
        "settings": "places words sessions",
        "desk": "undo store sessions places words",
        "paper": "sessions pictures places words",
        "rehearsal": "desk undo store sessions places words",
        "sandbox": "settings store sessions rehearsal desk places words",
        "making": "desk store sessions paper",
        "bringing": "desk store sessions words",
        "exporting": "safekeeping store sessions paper words",
        "looking": "safekeeping store sessions words",
        "importing": "bringing safekeeping desk store sessions words",
        "ui": "bringing keeping_told looking telling safekeeping making checking settings rehearsal desk undo store "
        "sessions paper pictures places words logs nodump sandbox",
        "telling": "safekeeping store sessions paper words",
        "keeping_told": "telling safekeeping store sessions paper words",
        "checking": "desk store sessions paper words",
        "safekeeping": "store sessions words",
        "commands": "checking settings rehearsal desk store sessions paper places words logs sandbox",
        "app": "ui settings rehearsal desk undo store sessions paper pictures places words logs sandbox",
        "cli": "exporting looking importing keeping_told telling safekeeping checking commands app settings rehearsal "
        "desk store sessions paper places words logs sandbox",
        "__main__": "cli",
        "__init__": "",
    }.items()
}
"""What each part may import beside itself; the diagram of ARCHITECTURE.md as data."""

ONLY_IN: dict[str, tuple[str, ...]] = {
    "PySide6": ("ui/", "app.py"),
    "reportlab": ("paper/",),
    "pypdfium2": ("ui/", "paper/reading.py"),
    "sqlcipher3": ("store/",),
    "alembic": ("store/upgrades/",),
    "sqlalchemy": ("sessions/", "store/", "undo.py", "desk.py"),
}


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _part(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def _imports(path: Path) -> Iterator[str]:
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)} imports by dots"
            module = node.module or ""
            yield from (f"{module}.{alias.name}" if module == "elephants" else module for alias in node.names)


# Each rule goes through all the files in one test: one for each file took longer to report than to run.


def test_imports_go_one_way() -> None:
    wrong = []
    for path in FILES:
        part = _part(path)
        assert part in MAY_IMPORT, f"say in MAY_IMPORT what {part} may import"
        for module in _imports(path):
            if module.startswith("elephants.") and module != "elephants.__version__":
                other = module.split(".")[1]
                if other != part and other not in MAY_IMPORT[part]:
                    wrong.append(f"{_name(path)} imports {module}")
    assert wrong == []


def test_each_library_is_met_in_one_place() -> None:
    wrong = []
    for path in FILES:
        for module in _imports(path):
            for library, places in ONLY_IN.items():
                of_it = module == library or module.startswith(library + ".")
                if of_it and not _name(path).startswith(places):
                    wrong.append(f"{_name(path)} imports {module}")
    assert wrong == []


def test_only_the_desk_and_the_store_hold_a_database_session() -> None:
    forbidden = {"Session", "sessionmaker", "scoped_session", "Engine", "create_engine", "text"}
    wrong = []
    for path in FILES:
        if _part(path) in ("desk", "store", "undo"):
            continue
        for node in _nodes(path):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy"):
                names = forbidden & {alias.name for alias in node.names}
                wrong += [f"{_name(path)} imports {name}" for name in sorted(names)]
    assert wrong == []


def test_files_and_functions_are_short() -> None:
    wrong = []
    for path in FILES:
        if len(path.read_text(encoding="utf-8").splitlines()) >= 300:
            wrong.append(f"{_name(path)} is too long")
        for node in _nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length >= 30:
                    wrong.append(f"{_name(path)}: {node.name} has {length} lines")
    assert wrong == []


def test_nothing_goes_round_the_type_checker() -> None:
    files = [*FILES, *sorted(Path(__file__).parent.rglob("*.py"))]
    assert [path for path in files if "type: " + "ignore" in path.read_text(encoding="utf-8")] == []


def test_the_rules_find_what_they_forbid(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    wrong.write_text("from elephants.ui.room import Room\nimport PySide6.QtCore\n", encoding="utf-8")
    found = list(_imports(wrong))
    assert found == ["elephants.ui.room", "PySide6.QtCore"]
    assert "ui" not in MAY_IMPORT["sessions"] | MAY_IMPORT["desk"] | MAY_IMPORT["paper"] | MAY_IMPORT["commands"]
