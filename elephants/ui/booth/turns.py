"""Builds the screen for what the ballot is at, and joins what it asks for to the ballot's deeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible

from elephants.sessions.deciding.ballot import Ballot, Booth
from elephants.ui.booth.screens import AskPhrase, Cover, Options, Screen, Still, Sure, Thanks
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.booth.window import BoothWindow


def screen_for(booth: BoothWindow, ballot: Ballot) -> Screen:
    """Build the screen that is to be seen now."""
    if booth.still:
        return Still(booth.plan, booth)
    if booth.asks_phrase:
        return _asking(booth)
    made = {Booth.COVER: _cover, Booth.OPTIONS: _options, Booth.SURE: _sure, Booth.THANKS: _thanks}
    return made[ballot.booth](booth, ballot)


def _cover(booth: BoothWindow, ballot: Ballot) -> Screen:
    warnings = []
    if QAccessible.isActive():
        warnings.append(tr("With a screen reader: use headphones, or take a paper slip."))
    if booth.seen_by_room():
        warnings.append(tr("The room may see this screen. Switch the projector off first."))
    out = tr("For the facilitator: hold this, or F12, for 3 seconds")
    if booth.phrase is not None:
        out = tr("For the facilitator: type the phrase")
    cover = Cover(booth.plan, booth.told, booth, tuple(warnings), out)
    cover.chairs.tell(ballot.here, ballot.lit)
    cover.went_on.connect(lambda: booth.do(Ballot.ready))
    cover.out.pressed.connect(booth.hold)
    cover.out.released.connect(booth.let_go)
    return cover


def _options(booth: BoothWindow, ballot: Ballot) -> Screen:
    del ballot
    options = Options(booth.plan, booth.told, booth)
    options.wished.connect(lambda place: booth.do(Ballot.wish, place))
    return options


def _sure(booth: BoothWindow, ballot: Ballot) -> Screen:
    face = next(one for one in booth.plan.sure_faces if one.choice.place == ballot.wished)
    sure = Sure(booth.plan, face, booth)
    sure.went_on.connect(lambda: booth.do(Ballot.sure))
    sure.not_so.connect(lambda: booth.do(Ballot.not_so))
    return sure


def _thanks(booth: BoothWindow, ballot: Ballot) -> Screen:
    thanks = Thanks(booth.plan, booth)
    thanks.chairs.tell(ballot.here, ballot.lit)
    thanks.went_on.connect(lambda: booth.do(Ballot.pass_on))
    return thanks


def _asking(booth: BoothWindow) -> Screen:
    asks = AskPhrase(booth.plan, booth)
    asks.said.connect(booth.hear_phrase)
    asks.not_so.connect(booth.cover)
    return asks
