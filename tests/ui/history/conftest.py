"""A window on a store in which two groups met: one again and again, one once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from elephants.app import App
from elephants.settings import Settings
from tests.rehearsals import play, shipped
from tests.ui.walking import an_app, settle

LATER = datetime(2026, 12, 10, 12)  # noqa: DTZ001  (a clock on a wall has no zone)


@pytest.fixture(scope="package")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    for name in ("learning", "tuesday-kitchen"):
        play(shipped(name), folder / "elephants.store").desk.close()
    return folder


@pytest.fixture
def app(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    shutil.copytree(kept, tmp_path / "laptop")
    with an_app(tmp_path / "laptop", Settings(), clock=lambda: LATER) as app:
        app.window.activateWindow()
        show(app, "Monday garden")
        yield app


def show(app: App, space: str) -> None:
    """Show a space at home, by its name."""
    app.show_space(next(one.id for one in app.desk.home.spaces if one.name == space))
    settle()
