"""What a line of a rehearsal can do with a record that the room has agreed: correct it, or take words out."""

from __future__ import annotations

from elephants.rehearsal.stage import Stage, named
from elephants.sessions.record.out import take_out
from elephants.sessions.record.readlines import ReadLine, lines
from elephants.sessions.record.record import correct


def correct_line(stage: Stage, line: str, to: str) -> None:
    """Say a line of the agreed record in other words; the old ones stay readable in the record."""
    stage.change(stage.space, correct, stage.session, _agreed(stage, line), to, stage.desk.today())


def take_line_out(stage: Stage, line: str) -> None:
    """Take the words of a line out of every version of the agreed record."""
    stage.change(stage.space, take_out, stage.session, _agreed(stage, line), stage.desk.today())


def _agreed(stage: Stage, words: str) -> ReadLine:
    return named(lines(stage.session), words, lambda one: one.words)
