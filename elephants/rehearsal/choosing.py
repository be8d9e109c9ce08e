"""What a line can do where the room chooses: the way, the count, the box on the laptop, and the debate."""

from __future__ import annotations

from elephants.rehearsal.stage import Stage
from elephants.sessions.base import Refused
from elephants.sessions.deciding.ballot import Ballot
from elephants.sessions.deciding.debate import Debate
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import LETTERS, Count, Reveal
from elephants.words import tr

PASS, NOT_SURE = "pass", "?"
"""What a line writes for a person who passes, and for *I'm not sure*."""


def choose_by(stage: Stage, way: str) -> None:
    """Pick the way to choose."""
    stage.change(stage.now(Deciding), Deciding.choose_by, way)


def write_result(stage: Stage, form: str) -> None:
    """Settle whether the result is written in words or in numbers."""
    stage.change(stage.now(Deciding), Deciding.write_as, form)


def count_hands(stage: Stage, hands: list[int], not_sure: int = 0) -> None:
    """Count the hands, or the slips of the tin, for each option in its order; the room sees nothing of it yet."""
    count = stage.moment(stage.now(Deciding), Count)
    if len(hands) != len(count.hands) - 1:
        raise Refused(tr("There are {n} options. Give one number of hands for each.", n=len(count.hands) - 1))
    for place, number in enumerate([*hands, not_sure]):
        stage.change(count, Count.put, place, number)


def open_box(stage: Stage) -> None:
    """Open the box for votes, and send the laptop round."""
    talk = stage.now(Deciding)
    box = stage.moment(talk, Ballot)
    stage.change(talk, Deciding.open_box)
    stage.change(box, Ballot.begin)


def vote(stage: Stage, choices: list[str]) -> None:
    """Let one person after the other vote on the laptop: an option's letter, "?" for not sure, or "pass"."""
    talk = stage.now(Deciding)
    places = {letter: place for place, letter in enumerate(LETTERS[: len(talk.poll.options)])}
    wishes: dict[str, int | None] = {**places, NOT_SURE: len(places), PASS: None}
    unknown = next((one for one in choices if one not in wishes), None)
    if unknown is not None:
        raise Refused(tr('"{words}" is not there.', words=unknown))
    box = stage.moment(talk, Ballot)
    for choice in choices:
        stage.change(box, Ballot.ready)
        stage.change(box, Ballot.wish, wishes[choice])
        stage.change(box, Ballot.sure)
        stage.change(box, Ballot.pass_on)


def join_slips(stage: Stage, slips: list[int], not_sure: int = 0) -> None:
    """Let paper slips join the box on the laptop, one number for each option in its order."""
    stage.change(stage.moment(stage.now(Deciding), Ballot), Ballot.join, [*slips, not_sure])


def open_count(stage: Stage) -> None:
    """Show the room what was chosen, by whatever way."""
    talk = stage.now(Deciding)
    box = stage.desk.moment(talk)
    if not isinstance(box, Count | Ballot):
        raise Refused(tr("This is not the moment for that."))
    stage.change(talk, Deciding.reveal, box.tally())


def ask_for_needs(stage: Stage) -> None:
    """After the calm moment with the result, ask what people need to come along."""
    stage.change(stage.moment(stage.now(Deciding), Reveal), Reveal.ask)


def deepen(stage: Stage) -> None:
    """Go deeper, at the third split."""
    stage.change(stage.now(Deciding), Deciding.deepen)


def name_sides(stage: Stage, one: str, other: str) -> None:
    """Name the two sides of the debate."""
    stage.change(stage.moment(stage.now(Deciding), Debate), Debate.name, one, other)


def next_side(stage: Stage) -> None:
    """Go to the next turn of the debate."""
    stage.change(stage.moment(stage.now(Deciding), Debate), Debate.go_on)


def view_slips(stage: Stage, slips: list[str]) -> None:
    """Keep the views on paper slips, shuffled."""
    stage.change(stage.now(Deciding), Deciding.add_slips, slips, stage.desk.chance)


def need_slips(stage: Stage, slips: list[str]) -> None:
    """Keep the needs on paper slips, shuffled."""
    stage.change(stage.now(Deciding), Deciding.add_need_slips, slips, stage.desk.chance)
