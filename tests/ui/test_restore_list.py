"""Each backup in the list to restore from can be read to its end, a file that was put aside too."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from elephants.store import backup
from elephants.store.backup_names import backups_folder, kept_in
from elephants.store.backup_restore import restore
from elephants.store.vault import key_mark
from elephants.ui.restore import RestoreDialog
from tests.store import play
from tests.ui.walking import settle

LONG = datetime(2026, 9, 23, 22, 47, tzinfo=UTC)
"""A day and an hour with many letters."""


def test_no_line_of_the_list_is_cut(store_path: Path, qtbot: QtBot) -> None:
    with play.a_desk(store_path) as desk:
        key = desk.store.key
        kept = backup.back_up(desk.store, now=LONG)
    assert restore(store_path, kept.path, key=key, comes_with="") is not None
    folder = backups_folder(store_path)
    [aside] = [one for one in kept_in(folder, key_mark(key), aside=True) if one.aside]
    aside.path.rename(folder / kept.path.name.replace(".backup", ".aside").replace("T2247", "T2248"))
    dialog = RestoreDialog(store_path, key, [])
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.resize(dialog.minimumWidth(), dialog.height())
    settle()
    shown = QStyleOptionComboBox()
    dialog.kept.initStyleOption(shown)
    field = dialog.kept.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, shown, QStyle.SubControl.SC_ComboBoxEditField, dialog.kept
    )
    lines = [dialog.kept.itemText(at) for at in range(dialog.kept.count())]
    assert len(lines) == 2
    assert any(line.endswith("before a restore") for line in lines)
    assert max(dialog.kept.fontMetrics().horizontalAdvance(line) for line in lines) <= field.width()
    dialog.close()
