"""A laptop with a secret ballot of seven people, and a clock that stands still."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from elephants.ui.parts.dialogs import Question
from tests.ui.booth.laptop import Laptop, Time, to_choose


@pytest.fixture(scope="session")
def at_choose(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of an evening at CHOOSE, to be copied."""
    return to_choose(tmp_path_factory.mktemp("choose"))


@pytest.fixture(autouse=True)
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, bool]]]:
    """What is asked next, by its title, and the answer; anything else that is asked fails, and nothing waits."""
    expected: list[tuple[str, bool]] = []

    def answer(question: Question) -> int:
        title, yes = expected.pop(0)
        assert question.windowTitle() == title
        return int(yes)

    monkeypatch.setattr(Question, "exec", answer)
    yield expected
    assert expected == [], "not asked"


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    return Time(monkeypatch)


@pytest.fixture
def folder(at_choose: Path, tmp_path: Path) -> Path:
    return shutil.copytree(at_choose, tmp_path / "kitchen")


@pytest.fixture
def laptop(folder: Path, time: Time, dressed: QApplication) -> Iterator[Laptop]:
    made = Laptop(folder, time)
    yield made
    made.put_away()
