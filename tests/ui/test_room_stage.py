"""The room's stage and window: large enough, paged, kept until something changes, on the other display."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from elephants.pictures.cutpaper import card_picture, option_picture
from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.room import RoomWindow, other_screen
from elephants.ui.style import DARK, LIGHT, dress
from elephants.ui.views.base import Sentence, View
from elephants.ui.views.canvas import HEIGHT, SMALLEST
from elephants.ui.views.stage import CardFace, OptionFace, Stage

VIEWS = [f"The library is quiet, and nobody asks why you are there. {n}" for n in range(30)]
ARABIC = ["المكان بارد هنا بعد الثالثة.", "لن أدخل من باب الكنيسة."]


def check_in(stage: Stage) -> None:
    left, right = stage.columns()
    stage.small("Speak when you are ready.\nPassing is fine.", left)
    stage.question("What is one small thing that went well this week?", left.adjusted(0, 0, 0, -200))
    stage.circle(14, {1, 2}, rect=right, centre="Speak", under="when you are ready")


def views(stage: Stage) -> None:
    stage.question("What have we not heard?")
    stage.lines(VIEWS, [["some of us feel this too"]])


def options(stage: Stage) -> None:
    stage.question("Where shall we meet in winter?")
    faces = [OptionFace("ABCDEFGHI"[n], option_picture("church"), "Gemeindehaus an der Kirche") for n in range(9)]
    stage.options(faces)


def cards(stage: Stage) -> None:
    stage.ground("mist")
    stage.pair("Choose one of the three", "Or ask for other cards, or pass")
    stage.cards([CardFace(card_picture("soup"), "Something you can cook without looking it up")] * 3)


def card(stage: Stage) -> None:
    stage.small("Tell as much or as little as you like.")
    stage.cards([CardFace(card_picture("soup", 0.75), "Something you can cook without looking it up")])


def read_back(stage: Stage) -> None:
    stage.title("We meet in the church hall")
    stage.small("We look again on Tuesday 26 January.")
    stage.text("Every Tuesday, 1 pm to 3.30 pm. " * 4)
    stage.added(
        "Added because some of us need it", ["Anyone who needs one gets a bus pass.", "We come in by the side door."]
    )


ALL = (check_in, views, options, cards, card, read_back)


class Drawn(View):
    """A view of one drawing, with chairs above it."""

    def __init__(self, draw: Callable[[Stage], None]) -> None:
        super().__init__(None, 1)
        self.drawing, self.lit, self.said = draw, set[int](), "We meet."
        self.seen: list[tuple[frozenset[int] | None, float]] = []

    def key(self) -> Hashable:
        return self.said

    def words(self) -> str:
        return self.said

    def draw(self, stage: Stage) -> None:
        self.drawing(stage)
        stage.keep("circle", QRectF(1200, 200, 600, 600))

    def moving(self) -> Hashable:
        return frozenset(self.lit)

    def draw_moving(self, stage: Stage) -> None:
        self.seen.append((stage.lit_before, stage.progress))
        stage.circle(14, self.lit, rect=stage.spots["circle"])


def staged(draw: Callable[[Stage], None], width: float = 1920, zoom: float = 1.0, page: int = 0) -> Stage:
    image = QImage(round(width), round(HEIGHT), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    stage = Stage(painter, width, zoom=zoom, page=page)
    draw(stage)
    stage.finish()
    painter.end()
    return stage


@pytest.mark.parametrize("draw", ALL)
@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [1440, 1920, 2560])
def test_nothing_is_smaller_than_a_twenty_second_of_the_height(
    draw: Callable[[Stage], None], zoom: float, width: float
) -> None:
    stage = staged(draw, width, zoom)
    assert stage.spoken.words
    assert min(size for _, size in stage.spoken.words) >= SMALLEST >= HEIGHT / 22


def test_a_question_is_a_ninth_of_the_height() -> None:
    stage = staged(Sentence("Where shall we meet?").draw)
    assert stage.spoken.words[0][1] >= HEIGHT / 9.4


@pytest.mark.parametrize(
    ("draw", "wanted"),
    [(views, VIEWS), (options, ["Gemeindehaus an der Kirche"]), (read_back, ["We come in by the side door."])],
)
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_pages_tell_everything_and_each_says_which_it_is(
    draw: Callable[[Stage], None], wanted: list[str], zoom: float
) -> None:
    pages = staged(draw, zoom=zoom).pages
    told = [" ".join(words for words, _ in staged(draw, zoom=zoom, page=page).spoken.words) for page in range(pages)]
    assert all(any(line in page for page in told) for line in wanted)
    if pages > 1:
        assert all(f"{n + 1} of {pages}" in page for n, page in enumerate(told))


def test_all_lines_of_a_list_stand_at_one_size_and_within_the_stage() -> None:
    stage = staged(views)
    sizes = {size for words, size in stage.spoken.words if words.startswith("The library")}
    assert len(sizes) == 1
    assert stage.area.bottom() <= HEIGHT - 100


def test_a_view_counts_its_own_pages() -> None:
    assert Drawn(views).pages() > 1
    assert Drawn(views).pages(zoom=2.0) > Drawn(views).pages()
    assert Drawn(card).pages() == 1


def test_columns_and_words_are_mirrored() -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    stage = Stage(painter, mirrored=True)
    first, second = stage.columns()
    stage.lines(ARABIC)
    painter.end()
    assert first.x() > second.x()
    assert second.x() == pytest.approx(stage.area.x())


def picture_of(qtbot: QtBot, view: View, width: int = 960, height: int = 540) -> RoomPicture:
    picture = RoomPicture()
    qtbot.addWidget(picture)
    picture.resize(width, height)
    picture.show_view(view)
    picture.show()
    picture.grab()
    return picture


def test_the_still_part_is_drawn_once_until_it_changes(qtbot: QtBot) -> None:
    view = Drawn(check_in)
    picture = picture_of(qtbot, view)
    drawn = picture.still_draws
    for place in range(5):
        view.lit.add(place)
        picture.refresh()
        picture.grab()
    assert picture.still_draws == drawn
    view.said = "Something else."
    picture.refresh()
    picture.grab()
    assert picture.still_draws == drawn + 1
    assert picture.accessibleName() == "Something else."


def test_chairs_come_up_softly_where_motion_is_welcome(qtbot: QtBot, qapp: QApplication) -> None:
    view = Drawn(check_in)
    picture = picture_of(qtbot, view)
    dress(qapp, motion=True)
    view.lit = {3}
    picture.refresh()
    qtbot.waitUntil(lambda: any(0 < progress < 1 for _, progress in view.seen), timeout=2000)
    qtbot.waitUntil(lambda: view.seen[-1] == (None, 1.0), timeout=2000)


def test_the_small_copy_shows_the_same_view_at_its_own_size(qtbot: QtBot) -> None:
    small = picture_of(qtbot, Drawn(check_in), 240, 135).grab().toImage()
    assert (small.width(), small.height()) == (240, 135)
    large = picture_of(qtbot, Drawn(check_in), 1920, 1080).grab().toImage().scaled(240, 135)
    dark = [[im.pixelColor(x, y).lightness() < 128 for x in range(240)] for im in (small, large) for y in range(135)]
    assert sum(map(sum, dark[:135])) == pytest.approx(sum(map(sum, dark[135:])), rel=0.5)


def test_pages_turn_and_say_when_there_is_no_other(qtbot: QtBot) -> None:
    picture = picture_of(qtbot, Drawn(views))
    told: list[tuple[int, int]] = []
    picture.paged.connect(lambda page, pages: told.append((page, pages)))
    assert not picture.turn(-1)
    turned = 0
    while picture.turn(1):
        picture.grab()
        turned += 1
    assert turned == picture.pages() - 1 == len(told)
    picture.show_view(Drawn(card))
    picture.grab()
    assert (picture.page(), picture.pages()) == (0, 1)


def test_a_page_that_is_no_more_falls_back_to_the_last(qtbot: QtBot) -> None:
    picture = picture_of(qtbot, Drawn(views))
    picture.show_page(99)
    picture.grab()
    assert picture.page() == picture.pages() - 1


def test_the_picture_stays_light_and_survives_any_size(qtbot: QtBot, qapp: QApplication) -> None:
    dress(qapp, DARK, motion=False)
    for width, height in ((1, 1), (300, 900), (2560, 600)):
        assert (
            picture_of(qtbot, Drawn(views), width, height).grab().toImage().pixelColor(0, 0).name().upper()
            == LIGHT.paper
        )


def room_of(qtbot: QtBot, view: View | None = None) -> RoomWindow:
    room = RoomWindow()
    qtbot.addWidget(room)
    room.show_view(view)
    room.show()
    return room


def test_keys_of_a_clicker_go_to_the_console(qtbot: QtBot) -> None:
    room = room_of(qtbot)
    pressed: list[str] = []
    room.pressed.connect(pressed.append)
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F6, Qt.Key.Key_Down, Qt.Key.Key_A):
        QTest.keyClick(room, key)
    assert pressed == ["next", "back", "pause", "more"]


def test_words_grow_live_and_escape_leaves_the_full_screen(qtbot: QtBot) -> None:
    room = room_of(qtbot, Drawn(views))
    QTest.keyClick(room, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert room.picture.zoom() == pytest.approx(1.1)
    for _ in range(20):
        QTest.keyClick(room, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert room.picture.zoom() == pytest.approx(0.8)
    QTest.keyClick(room, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert room.picture.zoom() == 1
    room.showFullScreen()
    QTest.keyClick(room, Qt.Key.Key_Escape)
    assert not room.isFullScreen()


def test_a_breather_hides_everything_else_and_goes_again(qtbot: QtBot) -> None:
    view = Drawn(views)
    room = room_of(qtbot, view)
    assert room.accessibleDescription() == "We meet."
    room.breathe("We are having a breather.")
    assert isinstance(room.picture.view(), Sentence)
    view.said = "Said during the breather."
    room.refresh()
    room.show_view(view)
    assert room.accessibleDescription() == room.picture.accessibleName() == "We are having a breather."
    room.breathe(None)
    assert room.picture.view() is view
    assert room.accessibleDescription() == "Said during the breather."


def test_with_one_display_the_room_opens_in_a_window(qtbot: QtBot) -> None:
    room = room_of(qtbot)
    assert other_screen(None) is None
    assert room.open_on(None) is False
    assert not room.isFullScreen()


def test_a_sentence_stands_in_the_middle() -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    Sentence("We are having a breather.").draw(Stage(painter))
    painter.end()
    rows = [y for y in range(0, 1080, 4) if any(image.pixelColor(x, y).lightness() < 200 for x in range(0, 1920, 8))]
    assert 400 < (rows[0] + rows[-1]) / 2 < 680
    assert all(b - a <= 8 for a, b in pairwise(rows)) or len(rows) > 10
