"""Cards that come up on the room's screen turn, end as they lie, and do not move where motion is unwelcome."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from elephants.pictures.cutpaper import card_picture
from elephants.pictures.layers import Picture
from elephants.ui.parts.paint import paint_picture
from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.parts.still import Shape
from elephants.ui.parts.turning import Turning
from elephants.ui.style import dress
from elephants.ui.views import surface
from elephants.ui.views.base import View
from elephants.ui.views.stage import CardFace, Stage


class Table(View):
    """Cards side by side, by their words."""

    def __init__(self, *words: str) -> None:
        super().__init__(None, 1)
        self.faces = words

    def key(self) -> Hashable:
        return self.faces

    def words(self) -> str:
        return " ".join(self.faces)

    def draw(self, stage: Stage) -> None:
        stage.ground("mist")
        stage.cards([CardFace(card_picture("soup"), words) for words in self.faces])


def laid(qtbot: QtBot, table: Table) -> RoomPicture:
    picture = RoomPicture()
    qtbot.addWidget(picture)
    picture.resize(960, 540)
    picture.show_view(table)
    picture.show()
    picture.grab()
    return picture


def seen(picture: RoomPicture) -> QImage:
    return picture.grab().toImage()


def rests(picture: RoomPicture) -> bool:
    return not picture.in_motion()


def afresh(qtbot: QtBot, *words: str) -> QImage:
    return seen(laid(qtbot, Table(*words)))


def test_a_card_that_comes_up_turns_and_then_lies_as_if_it_had_always_lain_there(
    qtbot: QtBot, qapp: QApplication
) -> None:
    table = Table("A path", "A song", "A cup")
    picture, before = laid(qtbot, table), afresh(qtbot, "A path", "A song", "A cup")
    dress(qapp, motion=True)
    table.faces = ("A path", "A photo", "A cup")
    picture.refresh()
    assert picture.in_motion()
    first, end = seen(picture), afresh(qtbot, "A path", "A photo", "A cup")
    assert first not in (before, end)
    third = first.width() // 3
    assert first.copy(0, 0, third - 20, 540) == before.copy(0, 0, third - 20, 540), "one that stays does not turn"
    qtbot.waitUntil(lambda: not picture.in_motion(), timeout=2000)
    assert seen(picture) == end


def test_no_card_turns_where_motion_is_unwelcome_or_the_view_has_just_come(qtbot: QtBot, qapp: QApplication) -> None:
    table = Table("A path", "A song")
    picture = laid(qtbot, table)
    table.faces = ("A photo", "A cup")
    picture.refresh()
    assert not picture.in_motion()
    assert seen(picture) == afresh(qtbot, "A photo", "A cup")
    dress(qapp, motion=True)
    picture.show_view(Table("A cap", "A boat"))
    assert not picture.in_motion()
    assert seen(picture) == afresh(qtbot, "A cap", "A boat")


def test_the_first_frame_shows_backs_and_waits_for_no_face(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted = list[Picture]()

    def watched(painter: QPainter, picture: Picture, rect: QRectF) -> None:
        painted.append(picture)
        paint_picture(painter, picture, rect)

    monkeypatch.setattr(surface, "paint_picture", watched)
    for motion in (True, False):
        table = Table("A path", "A song", "A cup")
        picture = laid(qtbot, table)
        dress(qapp, motion=motion)
        table.faces = ("A bench",)
        painted.clear()
        picture.refresh()
        QApplication.sendPostedEvents(picture, QEvent.Type.UpdateRequest.value)
        assert len(painted) == (0 if motion else 1)
        qtbot.waitUntil(partial(rests, picture), timeout=2000)
        assert seen(picture) == afresh(qtbot, "A bench")


def test_no_card_turns_past_its_edge_before_its_face_is_painted(qtbot: QtBot) -> None:
    widget, faces = QWidget(), QPixmap(400, 300)
    faces.fill(Qt.GlobalColor.red)
    turning = Turning(widget)
    turning.begin([QRect(20, 20, 200, 260)], Shape(400, 300, 1.0, 1440.0), "mist")
    assert not turning.begun()
    qtbot.waitUntil(lambda: turning.turned() > 0.6, timeout=2000)
    for ready in (False, True):
        image = QImage(400, 300, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        turning.paint(painter, faces, ready=ready)
        painter.end()
        red = any(image.pixelColor(x, 150) == QColor(Qt.GlobalColor.red) for x in range(20, 220))
        assert red == ready


def test_what_changes_while_cards_turn_is_not_missed(qtbot: QtBot, qapp: QApplication) -> None:
    table = Table("A path", "A song", "A cup")
    picture = laid(qtbot, table)
    dress(qapp, motion=True)
    table.faces = ("A photo", "A boat", "A cap")
    picture.refresh()
    seen(picture)
    table.faces = ("A bench",)
    picture.refresh()
    picture.resize(480, 270)
    assert not picture.in_motion(), "places of another size would lie elsewhere"
    alone = laid(qtbot, Table("A bench"))
    alone.resize(480, 270)
    assert seen(picture) == seen(alone)
