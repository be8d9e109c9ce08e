"""Run sheets ready made, and the list of kinds of activity (METHOD.md, The session)."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

from elephants.sessions.activity import Activity
from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.agreement import Agreement
from elephants.sessions.base import Refused, in_order, optional
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.learning.learning import Learning
from elephants.sessions.record.readback import EARLIER, ReadBack
from elephants.sessions.round import CheckIn, CheckOut
from elephants.sessions.sensing.sensing import Sensing
from elephants.sessions.sheets import LINE_TITLES as LINE_TITLES
from elephants.sessions.sheets import RUN_SHEETS as RUN_SHEETS
from elephants.sessions.sheets import TITLES as TITLES
from elephants.sessions.sheets import USUAL_MINUTES, WORKING
from elephants.sessions.since import Since
from elephants.sessions.stories.stories import Stories
from elephants.words import day_words, tr

KINDS: dict[str, type[Activity]] = {
    "since": Since,
    "agreement": Agreement,
    "checkin": CheckIn,
    "stories": Stories,
    "agenda": Agenda,
    "deciding": Deciding,
    "sensing": Sensing,
    "learning": Learning,
    "checkout": CheckOut,
    "readback": ReadBack,
}
"""Every kind of activity, by the name its four faces share."""

ADDABLE = ("since", "agreement", "checkin", "stories", "agenda", "sensing", "learning", "checkout", "readback")
"""What can be added to a run sheet by hand; deciding is opened from an item of the agenda."""


def new_activity(kind: str, *, title: str = "", minutes: int | None = None) -> Activity:
    """Make one line of a run sheet; refuses a kind that cannot be added by hand."""
    if kind not in ADDABLE:
        raise Refused(tr("Choose one of the activities. Deciding is opened from an item of the agenda."))
    activity = KINDS[kind](uid=uuid4(), title=optional(title, "title") or tr(KINDS[kind].name))
    activity.last(minutes if minutes is not None else dict(RUN_SHEETS[WORKING]).get(kind, USUAL_MINUTES))
    return activity


def read_back_of(day: date) -> ReadBack:
    """Make the line that opens a session where the record of the one before was not read back (METHOD.md)."""
    title = tr("Read-back of {day}", day=day_words(day, year=False))
    read = ReadBack(uid=uuid4(), title=title, settings={EARLIER: day.isoformat()})
    read.last(dict(RUN_SHEETS[WORKING])["readback"])
    return read


def once_more(activity: Activity) -> Activity:
    """Make the same line of a run sheet anew, with its title and minutes and nothing that was said in it.

    Refuses one that an item of the agenda opened: its title is the words of the item.
    """
    if activity.of_an_item:
        raise Refused(tr("This belongs to an item of the agenda. Open it from the item once more."))
    if EARLIER in activity.settings:
        raise Refused(tr("This reads back the session before. Go there in the run sheet once more."))
    return new_activity(activity.kind, title=activity.title, minutes=activity.minutes)


def run_sheet(template: str, *, first: bool) -> list[Activity]:
    """Make the run sheet of a template; the first session of a space has nothing that happened since."""
    if template not in RUN_SHEETS:
        raise Refused(tr("There is no such template."))
    sheet = [kind for kind in RUN_SHEETS[template] if not (first and kind[0] == "since")]
    titled = ((kind, minutes, LINE_TITLES.get((template, kind), "")) for kind, minutes in sheet)
    return numbered(
        [new_activity(kind, title=tr(title) if title else "", minutes=minutes) for kind, minutes, title in titled]
    )


def sheet_again(activities: list[Activity], *, first: bool) -> list[Activity]:
    """Make the run sheet of another session anew; what items of its agenda opened stays behind.

    Of the space's `first` session it begins with what happened since: that opens every session but the first.
    """
    again = [once_more(one) for one in activities if not (one.of_an_item or EARLIER in one.settings)]
    if first and all(one.kind != "since" for one in again):
        again.insert(0, new_activity("since"))
    return numbered(again)


def numbered(activities: list[Activity]) -> list[Activity]:
    """Number the lines of a run sheet by where they stand."""
    in_order(activities)
    return activities
