"""The steps of deciding together as data: step, who answers, what to say, what follows (METHOD.md, the table)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from elephants.words import mark


class Step(StrEnum):
    """Where a decision is; the value is what is kept."""

    FRAME = "frame"
    VIEWS = "views"
    OTHER_VIEW = "other view"
    SPREAD = "spread"
    READY = "ready"
    CHOOSE = "choose"
    SPLIT = "split"
    DEEPER = "deeper"
    ADD = "add"
    CHECK = "check"
    NOT_DECIDED = "not decided"
    READ_BACK = "read back"
    CLOSED = "closed"


class Answer(StrEnum):
    """What the room (or the count) answers at a step."""

    ON = "go on"
    ALREADY = "already decided"
    CHOOSE = "choose"
    MORE = "more"
    NOT_TODAY = "not today"
    MAJORITY = "an option has more than half"
    NO_MAJORITY = "no option has more than half"
    DEEPER = "deeper"
    LATER = "later"
    ALL_ANSWERED = "all needs answered, or nothing came"
    EVERYONE = "everyone"
    NOT_YET = "not yet"
    SECOND_NOT_YET = "not yet, a second time"
    NEXT_STEP = "a next step"
    CHANGED = "a word changed"
    RIGHT = "right"


class Ending(StrEnum):
    """The five endings; what each needs stands in `ENDINGS_AFTER` and in `Deciding.close`."""

    ALL = "all"
    MOST = "most"
    GO_AHEAD = "go ahead"
    NOT_DECIDED = "not decided"
    ALREADY = "already decided"


ENDING_WORDS = {
    Ending.ALL: mark("All of us"),
    Ending.MOST: mark("Most of us, with these added"),
    Ending.GO_AHEAD: mark("Go ahead and look again"),
    Ending.NOT_DECIDED: mark("Not decided yet"),
    Ending.ALREADY: mark("It was already decided; this is what we asked for"),
}

ENDINGS_AFTER: dict[Answer, tuple[Ending, ...]] = {
    Answer.EVERYONE: (Ending.ALL, Ending.GO_AHEAD),
    Answer.SECOND_NOT_YET: (Ending.MOST, Ending.GO_AHEAD, Ending.NOT_DECIDED),
    Answer.NEXT_STEP: (Ending.NOT_DECIDED,),
    Answer.ALREADY: (Ending.ALREADY,),
}
"""Which endings READ BACK may close with, by how the room came there."""


@dataclass(frozen=True)
class Row:
    """One line of the table: who answers at a step, what the facilitator may say, and what follows each answer."""

    step: Step
    label: str
    who: str
    say: str
    follows: tuple[tuple[Answer, Step], ...]
    short: tuple[tuple[Answer, Step], ...] = ()
    """What follows in the short form, where it differs."""
    hint: str = ""
    """One line for the facilitator alone."""


ROOM, ANYONE, EACH, NOBODY = mark("the room"), mark("anyone"), mark("each for themselves"), mark("nobody")

TABLE: tuple[Row, ...] = (
    Row(
        Step.FRAME, mark("Question"), ROOM,
        mark("This is the question. Is it the right one, in plain words? And this is how open it is."),
        ((Answer.ALREADY, Step.ADD), (Answer.ON, Step.VIEWS)),
        short=((Answer.ALREADY, Step.ADD), (Answer.ON, Step.OTHER_VIEW)),
    ),
    Row(
        Step.VIEWS, mark("Views"), ANYONE,
        mark("What do you think? It all counts. We are collecting, not arguing yet."),
        ((Answer.ON, Step.OTHER_VIEW),),
        hint=mark("Write the words as they were said. No names."),    ),
    Row(
        Step.OTHER_VIEW, mark("Other views"), ANYONE,
        mark("What have we not heard? Who sees it another way, even a bit? What would someone who is not here say?"),
        ((Answer.ON, Step.SPREAD), (Answer.MORE, Step.VIEWS)),
        short=((Answer.ON, Step.CHOOSE),),
        hint=mark("Slips are welcome. Wait. Let the silence be."),
    ),
    Row(
        Step.SPREAD, mark("Spread"), ROOM,
        mark("Who has a little of that too?"),
        ((Answer.ON, Step.READY), (Answer.MORE, Step.OTHER_VIEW)),
        hint=mark("Ask it for each lonely view. Do not count."),
    ),
    Row(
        Step.READY, mark("Ready?"), ROOM,
        mark("Are we ready to choose, or is there more to say?"),
        ((Answer.CHOOSE, Step.CHOOSE), (Answer.MORE, Step.VIEWS), (Answer.NOT_TODAY, Step.NOT_DECIDED)),
    ),
    Row(
        Step.CHOOSE, mark("Choose"), EACH,
        mark("Hands up for A. Thank you, hands down. Now B. Not sure is a choice too, and so is passing."),
        ((Answer.MAJORITY, Step.ADD), (Answer.NO_MAJORITY, Step.SPLIT)),
        hint=mark("Sealed: the room sees no counts until you open it."),
    ),
    Row(
        Step.SPLIT, mark("Split"), ROOM,
        mark("We are split. Let us hear more."),
        ((Answer.MORE, Step.VIEWS), (Answer.DEEPER, Step.DEEPER), (Answer.LATER, Step.NOT_DECIDED)),
    ),
    Row(
        Step.DEEPER, mark("Deeper"), ROOM,
        mark("First all of us speak for side one, even if it is not ours. Then all for the other. No answering back."),
        ((Answer.ON, Step.READY),),
    ),
    Row(
        Step.ADD, mark("Add"), ROOM,
        mark(
            "Most of us chose this. If it was not your choice, that can be hard; thank you for staying with it. "
            "Whatever you chose: what do you need to come along?"
        ),
        ((Answer.ALL_ANSWERED, Step.CHECK), (Answer.ALREADY, Step.READ_BACK)),
        hint=mark("Ask everyone. Never ask why."),
    ),
    Row(
        Step.CHECK, mark("Check"), ROOM,
        mark("With these added, can everyone come along? It is all right to say no."),
        ((Answer.EVERYONE, Step.READ_BACK), (Answer.NOT_YET, Step.ADD), (Answer.SECOND_NOT_YET, Step.READ_BACK)),
        hint=mark("A no is welcome."),
    ),
    Row(
        Step.NOT_DECIDED, mark("Not decided"), ROOM,
        mark("We do not decide this today. What is the next step?"),
        ((Answer.NEXT_STEP, Step.READ_BACK),),
    ),
    Row(
        Step.READ_BACK, mark("Read back"), ROOM,
        mark("This is what we decided. Is this right? Is there a word to change?"),
        ((Answer.RIGHT, Step.CLOSED), (Answer.CHANGED, Step.READ_BACK)),
    ),
    Row(Step.CLOSED, mark("Close"), NOBODY, mark("Thank you. This is decided and written down."), ()),
)  # fmt: skip
"""The full table, from METHOD.md; every face, rehearsal and test takes it from here."""

ROWS: dict[Step, Row] = {row.step: row for row in TABLE}

PATH = (
    Step.FRAME, Step.VIEWS, Step.OTHER_VIEW, Step.SPREAD, Step.READY,
    Step.CHOOSE, Step.ADD, Step.CHECK, Step.READ_BACK, Step.CLOSED,
)  # fmt: skip
"""The ten steps the console shows as a path."""

SHORT_PATH = (
    Step.FRAME, Step.OTHER_VIEW, Step.CHOOSE, Step.ADD, Step.CHECK, Step.READ_BACK, Step.CLOSED,
)  # fmt: skip

ALREADY_SAY = mark("What do you need, now this is happening?")
ONCE_MORE_SAY = mark("Not everyone can come along yet. Thank you for saying so. What else do you need?")
A_NO_REMAINS = mark("A no remains. Ask: shall we write it like this? Keeping it and printing it are two questions.")
AGAIN_SAY = mark("We decided this before. First what the no knew. Did the worry come true?")
LAST_SPLIT_SAY = mark("We are split again. Shall we go deeper, or leave it for later? Both are fine.")
LATER_SAY = mark("We are still split. We leave it for later, with a day and a next step.")


def after(step: Step, answer: Answer, *, short: bool = False) -> Step | None:
    """Say which step follows an answer, or None where the table has no such line."""
    row = ROWS[step]
    lines = row.short if short and row.short else row.follows
    return dict(lines).get(answer)
