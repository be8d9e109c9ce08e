"""The history of all spaces is filtered by theme too, whichever space the theme is of."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from elephants.app import App
from elephants.sessions.themes import put_theme
from elephants.ui.history.page import HistoryPage
from tests.ui.walking import settle

GARDEN, KITCHEN = "Monday garden", "Tuesday kitchen"


@pytest.fixture
def page(app: App) -> HistoryPage:
    """The history of one of two spaces: both have the theme *water*, in other letters, and each one of its own."""
    for space, themes in ((GARDEN, ("beds", "water")), (KITCHEN, ("Water", "winter"))):
        mine = next(one for one in app.desk.home.spaces if one.name == space)
        with app.desk.store.raw() as raw:
            query = "SELECT id FROM decision WHERE space_id = ? ORDER BY id LIMIT 1"
            (decision,) = raw.execute(query, (mine.id,)).fetchone()
        for theme in themes:
            app.desk.change(mine, put_theme, decision, theme)
    app.deeds.show_history()
    settle()
    page = app.window.stack.currentWidget()
    assert isinstance(page, HistoryPage)
    page.more.click()
    settle()
    return page


def choose(box: QComboBox, words: str) -> None:
    box.setCurrentIndex(box.findText(words))
    settle()


def offered(box: QComboBox) -> set[str]:
    return {box.itemText(at) for at in range(1, box.count())}


def test_each_theme_of_every_space_is_offered_and_finds_what_has_it(page: HistoryPage) -> None:
    filters = page.filters
    assert offered(filters.theme) == {"beds", "water"}
    choose(filters.theme, "beds")
    choose(filters.space, "All spaces")
    assert filters.theme.isVisible()
    assert offered(filters.theme) == {"beds", f"water, in {GARDEN}", f"Water, in {KITCHEN}", "winter"}
    assert filters.theme.currentText() == "beds"
    for theme, space in (("beds", GARDEN), ("winter", KITCHEN), (f"Water, in {KITCHEN}", KITCHEN)):
        choose(filters.theme, theme)
        hits = page.hits.found.hits
        assert "decision" in {hit.kind for hit in hits}
        assert {page._history.spaces()[hit.space_id] for hit in hits if page._history} == {space}
    choose(filters.space, GARDEN)
    assert filters.theme.currentText() == "Any theme", "what another space has is not looked for here"
