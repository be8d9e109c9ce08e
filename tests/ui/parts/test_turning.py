"""Cards that come up on the room's screen turn, end as they lie, and do not move where motion is unwelcome."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from elephants.pictures.cutpaper import card_picture
from elephants.ui.parts.room_picture import RoomPicture
from elephants.ui.style import dress
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
