"""The pictures of every step of deciding together, console and room, and the page of docs that shows them in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from elephants.app import App
from elephants.rehearsal.form import Line
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.steps import ROWS, Step
from elephants.sessions.deciding.ways import KINDS, Way
from elephants.ui.parts.room_picture import RoomPicture
from tests.rehearsals import shipped
from tests.ui.onstage import deciding_now, on_stage, room_view
from tests.ui.walking import console_of, settle

CONSOLE, ROOM, SMALL = QSize(1366, 768), QSize(1920, 1080), QSize(960, 540)


@dataclass(frozen=True)
class Shot:
    """One moment of deciding together: what it is called, what happens, and after which line of which file."""

    name: str
    title: str
    what: str
    file: str = "newspaper"
    step: Step = Step.FRAME
    do: str = ""
    nth: int = 1

    def reached(self, line: Line, talk: Deciding, times: int) -> bool:
        """Tell whether the session is at this moment now: a line was played so often at its step."""
        return (talk.step, line.do, times) == (self.step, self.do, self.nth)


def said(step: Step) -> str:
    """What is said at a step, and who answers, from the table of steps."""
    row = ROWS[step]
    who = row.who if step is not Step.CLOSED else "nobody: it is done"
    return f"“{row.say}” Who answers: {who}."


def way(kind: Way) -> str:
    """What is said for a way to choose, and how its result begins."""
    told = KINDS[kind]
    return f"{told.about} “{told.say}” The result starts in {told.form}."


SHOTS = (
    Shot("frame", "Question", said(Step.FRAME), do="frame"),
    Shot("views", "Views", said(Step.VIEWS), step=Step.VIEWS, do="add view", nth=3),
    Shot("other-view", "Other views", said(Step.OTHER_VIEW), step=Step.OTHER_VIEW, do="add view"),
    Shot("spread", "Spread", said(Step.SPREAD), step=Step.SPREAD, do="some of us feel this too"),
    Shot("ready", "Ready?", said(Step.READY), step=Step.READY, do="add option", nth=2),
    Shot("ways", "Ready?, the way to choose",
         "The way, and whether the result is written in words or in numbers, are settled before anybody chooses.",
         file="fair-money", step=Step.READY, do="choose by"),
    Shot("choose-open", "Choose, hands in the open", way(Way.OPEN), step=Step.CHOOSE, do="count hands"),
    Shot("choose-shut", "Choose, hands with eyes shut", way(Way.SHUT),
         file="visitors", step=Step.CHOOSE, do="count hands"),
    Shot("choose-slips", "Choose, slips in a tin", way(Way.TIN), file="name", step=Step.CHOOSE, do="count hands"),
    Shot("choose-ballot", "Choose, secret ballot", way(Way.BALLOT),
         file="fair-money", step=Step.CHOOSE, do="ready to choose"),
    Shot("split", "Split", said(Step.SPLIT), step=Step.SPLIT, do="open the count"),
    Shot("split-third", "Split a third time", "The room: go deeper, or leave it for later.",
         step=Step.SPLIT, do="open the count", nth=3),
    Shot("deeper-sides", "Deeper, the two sides", said(Step.DEEPER), step=Step.DEEPER, do="go deeper"),
    Shot("deeper-turn", "Deeper, one side", "All of us speak for one side, then all for the other, and both again.",
         step=Step.DEEPER, do="next side", nth=2),
    Shot("deeper-home", "Deeper, what hit home", "A quiet minute; then one thing, for yourself. No replies.",
         step=Step.DEEPER, do="next side", nth=6),
    Shot("later", "Not decided", said(Step.NOT_DECIDED), file="name", step=Step.NOT_DECIDED, do="not today"),
    Shot("reveal-words", "The result, in words", "One calm moment. The same for 8 to 6, 13 to 1 and 14 to 0.",
         file="visitors", step=Step.ADD, do="open the count"),
    Shot("reveal-numbers", "The result, in numbers", "Where the room settled on numbers before, the totals too.",
         step=Step.ADD, do="open the count"),
    Shot("add", "Add", said(Step.ADD), step=Step.ADD, do="ask for needs"),
    Shot("add-answered", "Add, can we add this?",
         "Each need is added, changed, or not now with the room's reason. The room answers, aloud or by hands.",
         step=Step.ADD, do="answer need", nth=3),
    Shot("add-already", "Add, where it was already decided", "No vote: “What do you need, now this is happening?”",
         file="repairs", step=Step.ADD, do="answer need", nth=3),
    Shot("check", "Check", said(Step.CHECK), step=Step.CHECK, do="go on"),
    Shot("add-once-more", "Add, once more", "Not everyone could come along yet: the room asks once more.",
         step=Step.ADD, do="not yet"),
    Shot("read-back", "Read back", said(Step.READ_BACK), step=Step.READ_BACK, do="who does what", nth=2),
    Shot("closed", "Close", said(Step.CLOSED), step=Step.CLOSED, do="close the decision"),
)  # fmt: skip

BOOTH = (
    ("booth-cover", "The laptop goes round: the cover", "Each takes the laptop, and a token for the bowl."),
    ("booth-options", "The options", "Words and pictures, *I'm not sure*, and *I pass*. One tap or one key."),
    ("booth-sure", "Sure?", "Nothing is in the box before this is answered."),
    ("booth-thanks", "It is in the box", "No back and no count. The laptop is passed on."),
)
"""What the person with the laptop sees, beside what the room sees then."""

Picture = tuple[str, QImage, QImage]


def pictures(folder: Path) -> Iterator[Picture]:
    """Give each moment's name with the pictures of console and room, file by file."""
    for file in dict.fromkeys(shot.file for shot in SHOTS):
        yield from _of_file(file, folder / file)
    yield from _of_booth(folder / "booth")


def _of_file(file: str, folder: Path) -> Iterator[Picture]:
    folder.mkdir()
    waiting = [shot for shot in SHOTS if shot.file == file]
    played = Counter[tuple[Step, str]]()
    with on_stage(shipped(file), folder) as (app, lines):
        for line in lines:
            talk = deciding_now(app)
            if talk is None:
                continue
            played[talk.step, line.do] += 1
            times = played[talk.step, line.do]
            for shot in [one for one in waiting if one.reached(line, talk, times)]:
                waiting.remove(shot)
                yield shot.name, window_picture(app.window), room_picture(app)
    assert not waiting, f"never reached: {[shot.name for shot in waiting]}"


def _of_booth(folder: Path) -> Iterator[Picture]:
    folder.mkdir()
    with on_stage(shipped("fair-money"), folder) as (app, lines):
        assert any(line.do == "ready to choose" for line in lines)
        console = console_of(app)
        console.walk.go_on()
        settle()
        booth, talk = console.balloting.booth, deciding_now(app)
        assert booth is not None
        booth.setWindowState(Qt.WindowState.WindowNoState)
        booth.resize(CONSOLE)
        assert talk is not None
        box = app.desk.moment(talk)
        assert isinstance(box, Ballot)
        for name, deed in (("booth-cover", None), ("booth-options", Ballot.ready), ("booth-sure", None),
                           ("booth-thanks", Ballot.sure)):  # fmt: skip
            if deed is not None:
                app.desk.change(box, deed)
            elif name == "booth-sure":
                app.desk.change(box, Ballot.wish, 0)
            settle()
            yield name, window_picture(booth), room_picture(app)
        console.balloting.come_out()
        app.desk.change(talk, Deciding.go_back)  # a box that is open is not left without a question


def window_picture(window: QWidget) -> QImage:
    """Draw a window without a cursor that blinks."""
    settle()
    picture = window.grab().toImage()
    picture.setDevicePixelRatio(1.0)
    return picture


def room_picture(app: App) -> QImage:
    """Draw what the room sees, half as large as its display."""
    drawn = RoomPicture()
    drawn.resize(ROOM)
    drawn.show_view(room_view(app))
    picture = drawn.grab().toImage()
    drawn.deleteLater()
    return picture.scaled(SMALL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)


# -- the page ------------------------------------------------------------------------------------------------------

HEAD = """# Deciding together, step by step

What the facilitator has on the console, and what the room sees at the same moment. Words in quotation marks are
said aloud; who answers is from the table of steps (`elephants/sessions/deciding/steps.py`). The people, the spaces
and their words are made up: these are the rehearsals `newspaper`, `visitors`, `name`, `fair-money` and `repairs`
([how to play them](rehearsals.md)).
"""
BALLOT = """
## A secret ballot on the laptop

A booth lies over the console while the laptop goes round. The room sees a chair light for each turn, chosen or passed
alike, in an order drawn by chance.
"""


def names() -> list[str]:
    """Give the name of each moment in order, as its pictures are called."""
    every = [*(shot.name for shot in SHOTS), *(name for name, _, _ in BOOTH)]
    return [f"{number:02}-{name}" for number, name in enumerate(every, 1)]


def page() -> str:
    """Write the page: each moment with one line and its two pictures."""
    told = [*((shot.title, shot.what) for shot in SHOTS), *((title, what) for _, title, what in BOOTH)]
    parts = [HEAD]
    for at, (name, (title, what)) in enumerate(zip(names(), told, strict=True)):
        if at == len(SHOTS):
            parts.append(BALLOT)
        parts.append(_moment(name, title, what, booth=at >= len(SHOTS)))
    return "".join(parts)


def _moment(name: str, title: str, what: str, *, booth: bool) -> str:
    level, left = ("###", "The laptop") if booth else ("##", "The console")
    at = f"pictures/deciding/{name}"
    return (
        f"\n{level} {title}\n\n{what}\n\n| {left} | The room |\n|---|---|\n"
        f"| ![{left}: {title}]({at}-console.png) | ![The room: {title}]({at}-room.png) |\n"
    )
