"""Every sentence a person sees goes through tr(): no plain literal is handed to a widget or to a refusal."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "elephants"
FILES = sorted(path for part in ("ui", "sessions", "store") for path in (ROOT / part).rglob("*.py"))
FILES += [ROOT / "desk.py", ROOT / "undo.py"]

SHOWS = frozenset(
    (
        "Refused", "setText", "setWindowTitle", "setAccessibleName", "setAccessibleDescription", "setToolTip",
        "setPlaceholderText", "setStatusTip", "setWhatsThis", "setTitle", "setHtml", "setPlainText", "addItem",
        "addAction", "addMenu", "addTab", "setInformativeText", "QLabel", "QPushButton", "QCheckBox", "QRadioButton",
        "QGroupBox", "QAction", "Button", "Words",
    )
)  # fmt: skip
"""Calls whose words a person reads or hears."""


def _says(node: ast.AST) -> bool:
    """Whether an expression is plain words: a literal with a letter in it, alone, put together or chosen."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and any(map(str.isalpha, node.value))
    if isinstance(node, ast.JoinedStr):
        return any(_says(part) for part in node.values)
    if isinstance(node, ast.BinOp):
        return _says(node.left) or _says(node.right)
    if isinstance(node, ast.IfExp):
        return _says(node.body) or _says(node.orelse)
    return False


def _called(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def plain_words(text: str) -> Iterator[tuple[int, str]]:
    """Find the lines where plain words are handed to what shows them, and where tr() is given no plain literal."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        if _called(node) in SHOWS:
            given = [*node.args[:1], *(one.value for one in node.keywords if one.arg in ("text", "title", "words"))]
            yield from ((node.lineno, _called(node)) for one in given if _says(one))
        elif _called(node) in ("tr", "trn") and node.args and isinstance(node.args[0], ast.JoinedStr | ast.BinOp):
            yield (node.lineno, "tr of a sentence that is put together")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_plain_words_are_shown(path: Path) -> None:
    assert list(plain_words(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "wrong",
    [
        'label.setText("Add a view")',
        'QLabel("Add a view")',
        'QLabel(text="Add a view")',
        'button.setAccessibleName(f"Add {n} views")',
        'raise Refused("no")',
        'label.setText("No" if n else tr("Yes"))',
        'label.setText(tr("Add") + " a view")',
        'tr(f"{n} here")',
    ],
)
def test_the_rule_finds_what_it_forbids(wrong: str) -> None:
    assert len(list(plain_words(wrong))) == 1


@pytest.mark.parametrize("right", ['label.setText(tr("Add a view"))', 'label.setText("·")', "label.setText(words)"])
def test_the_rule_lets_the_rest_be(right: str) -> None:
    assert list(plain_words(right)) == []
