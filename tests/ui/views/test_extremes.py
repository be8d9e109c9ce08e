"""Much, long and strange words: everything comes in pages, nothing is cut and nothing is smaller than 52."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.agreement import Agreement
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.record.readback import ReadBack
from elephants.sessions.round import CheckIn
from elephants.ui.views.base import View
from elephants.ui.views.scene import SceneView
from tests.ui.views.kitchen import Drawn, Kitchen, all_pages
from tests.ui.views.states import read
from tests.ui.views.states_deciding import chosen, framed, walked, written

SENTENCE = "We want it warm and near and open to everyone who comes by on foot or by bus. "
ZOOMS = pytest.mark.parametrize(("zoom", "mirrored"), [(1.0, False), (2.0, False), (2.0, True)])


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def assert_whole(view: View, *, zoom: float, mirrored: bool) -> int:
    """Check that all pages together tell every line in its order; give the number of pages."""
    assert isinstance(view, SceneView)
    pages = all_pages(view, zoom=zoom, mirrored=mirrored, size=(240, 135))
    assert min(drawn.smallest for drawn in pages) >= 52
    shown = letters(" ".join(_without_frame(drawn, view) for drawn in pages))
    for line in view.told().lines:
        assert letters(line.words) in shown
        shown = shown[shown.index(letters(line.words)) :]
    for drawn in pages:
        assert all(0 <= drawn.stage.area.bottom() <= 1080 for _ in drawn.stage.spoken.words)
    return len(pages)


def _without_frame(drawn: Drawn, view: SceneView) -> str:
    """Take away what stands on every page: label, heading, small words and the number of the page."""
    said = [words for words, _ in drawn.stage.spoken.words]
    words = letters(" ".join(said[:-1] if drawn.stage.pages > 1 else said))
    scene = view.told()
    for fixed in (scene.label, scene.heading, scene.small):
        words = words.replace(letters(fixed), "") if fixed else words
    return words


def long_words(n: int, start: str = "") -> str:
    """Make text of exactly n signs."""
    return (start + SENTENCE * (n // len(SENTENCE) + 1))[: n - 1].rstrip().ljust(n - 1, "x") + "."


@ZOOMS
def test_sixty_views_of_two_hundred_signs(zoom: float, mirrored: bool, kitchen: Kitchen) -> None:
    talk = framed(kitchen)
    kitchen.desk.change(talk, Deciding.go_on)
    for n in range(60):
        kitchen.desk.change(talk, Deciding.add_view, long_words(200, f"{n}: "), away=n % 7 == 0)
    assert assert_whole(kitchen.view(talk), zoom=zoom, mirrored=mirrored) > 10


@ZOOMS
def test_a_hundred_agenda_items(zoom: float, mirrored: bool, kitchen: Kitchen) -> None:
    agenda = kitchen.go("agenda", Agenda)
    for n in range(100):
        kitchen.desk.change(agenda, Agenda.add_item, long_words(120, f"{n} "))
    assert assert_whole(kitchen.view(agenda), zoom=zoom, mirrored=mirrored) > 10


@ZOOMS
def test_a_decision_of_three_hundred_words(zoom: float, mirrored: bool, kitchen: Kitchen) -> None:
    talk = written(kitchen)
    kitchen.desk.change(talk, Deciding.write_decision, long_words(120), long_words(1800))
    for need in talk.poll.needs[:2]:
        kitchen.desk.change(need, type(need).say_in_text, long_words(300))
    assert assert_whole(kitchen.view(talk), zoom=zoom, mirrored=mirrored) > 1


@ZOOMS
def test_a_long_line_read_back(zoom: float, mirrored: bool, kitchen: Kitchen) -> None:
    view = read(kitchen)
    back = kitchen.go("readback", ReadBack)
    at, line = next(found for found in enumerate(back.lines()) if found[1].key[::2] == ("Decision", "words"))
    kitchen.desk.change(kitchen.desk.moment(back), lambda finger: finger.point(at))
    kitchen.desk.change(back, ReadBack.change_line, line, long_words(2000))
    assert assert_whole(view, zoom=zoom, mirrored=mirrored) > 1


@ZOOMS
def test_two_long_questions_beside_the_chairs(zoom: float, mirrored: bool, kitchen: Kitchen) -> None:
    checkin = kitchen.go("checkin", CheckIn)
    for n in range(2):
        kitchen.desk.change(checkin, CheckIn.ask, long_words(160, f"{n} "))
    assert_whole(kitchen.view(checkin), zoom=zoom, mirrored=mirrored)


@ZOOMS
def test_a_long_agreement(zoom: float, mirrored: bool, kitchen: Kitchen) -> None:
    agreement = kitchen.go("agreement", Agreement)
    for n in range(12):
        kitchen.desk.change(agreement, Agreement.add_line, long_words(300, f"{n} "))
    kitchen.desk.change(agreement, Agreement.say_privacy, long_words(300))
    assert assert_whole(kitchen.view(agreement), zoom=zoom, mirrored=mirrored) > 1


@ZOOMS
def test_forty_needs(zoom: float, mirrored: bool, kitchen: Kitchen) -> None:
    talk = chosen(kitchen)
    for n in range(40):
        kitchen.need(talk, long_words(200, f"{n} "), "changed", long_words(300, f"{n} "))
    assert assert_whole(kitchen.view(talk), zoom=zoom, mirrored=mirrored) > 10


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_nine_long_options_under_a_long_question(zoom: float, kitchen: Kitchen) -> None:
    talk, change = framed(kitchen), kitchen.desk.change
    change(talk, Deciding.frame, long_words(160))
    change(talk, Deciding.go_on)
    for n in range(9):
        change(talk, Deciding.add_option, long_words(80, f"{n} "))
    for deed in (Deciding.go_on, Deciding.go_on, Deciding.go_on, Deciding.ready):
        change(talk, deed)
    pages = all_pages(kitchen.view(talk), zoom=zoom, size=(240, 135))
    shown = letters(" ".join(drawn.words for drawn in pages))
    assert all(letters(option.text) in shown for option in talk.poll.options)
    assert letters("I'm not sure") in shown
    assert min(drawn.smallest for drawn in pages) >= 52


STRANGE: tuple[Callable[[], str], ...] = (
    lambda: "Donaudampfschifffahrtsgesellschaftskapitän" * 4,
    lambda: "أين نلتقي في الشتاء؟ " * 7,
    lambda: "冬にどこで会いましょうか" * 12,
    lambda: "👩‍👩‍👧‍👦" * 30,
    lambda: "<b>bold</b> & {name} %s \\n " * 5,
)


@pytest.mark.parametrize("words", STRANGE, ids=["long", "arabic", "japanese", "families", "signs"])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_strange_words_stay_whole(words: Callable[[], str], zoom: float, kitchen: Kitchen) -> None:
    talk = walked(kitchen, "views")
    text = words()[:200].strip()
    kitchen.desk.change(talk, Deciding.add_view, text)
    assert_whole(kitchen.view(talk), zoom=zoom, mirrored=False)
