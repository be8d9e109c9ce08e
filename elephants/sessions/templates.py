"""Run sheets ready made, and the list of kinds of activity (METHOD.md, The session)."""

from __future__ import annotations

from uuid import uuid4

from elephants.sessions.activity import Activity
from elephants.sessions.agenda import Agenda
from elephants.sessions.agreement import Agreement
from elephants.sessions.base import Refused, optional
from elephants.sessions.deciding import Deciding
from elephants.sessions.readback import ReadBack
from elephants.sessions.round import CheckIn, CheckOut
from elephants.sessions.sensing import Sensing
from elephants.sessions.since import Since
from elephants.sessions.stories import Stories
from elephants.words import mark, tr

KINDS: dict[str, type[Activity]] = {
    "since": Since,
    "agreement": Agreement,
    "checkin": CheckIn,
    "stories": Stories,
    "agenda": Agenda,
    "deciding": Deciding,
    "sensing": Sensing,
    "checkout": CheckOut,
    "readback": ReadBack,
}
"""Every kind of activity, by the name its four faces share."""

TITLES = {"working": mark("Working session")}

RUN_SHEETS: dict[str, tuple[tuple[str, int], ...]] = {
    "working": (
        ("since", 5),
        ("agreement", 5),
        ("checkin", 10),
        ("stories", 15),
        ("agenda", 40),
        ("checkout", 10),
        ("readback", 5),
    )
}
"""The activities of each template with their minutes; the group may change all of it at any moment."""

ADDABLE = ("since", "agreement", "checkin", "stories", "agenda", "sensing", "checkout", "readback")
"""What can be added to a run sheet by hand; deciding is opened from an item of the agenda."""

USUAL_MINUTES = 5
"""How long an activity lasts that stands in no template."""


def new_activity(kind: str, *, title: str = "", minutes: int | None = None) -> Activity:
    """Make one line of a run sheet; refuses a kind that cannot be added by hand."""
    if kind not in ADDABLE:
        raise Refused(tr("Choose one of the activities. Deciding is opened from an item of the agenda."))
    activity = KINDS[kind](uid=uuid4(), title=optional(title, "title") or tr(KINDS[kind].name))
    activity.last(minutes if minutes is not None else dict(RUN_SHEETS["working"]).get(kind, USUAL_MINUTES))
    return activity


def run_sheet(template: str, *, first: bool) -> list[Activity]:
    """Make the run sheet of a template; the first session of a space has nothing that happened since."""
    if template not in RUN_SHEETS:
        raise Refused(tr("There is no such template."))
    sheet = [kind for kind in RUN_SHEETS[template] if not (first and kind[0] == "since")]
    activities = [new_activity(kind, minutes=minutes) for kind, minutes in sheet]
    for place, activity in enumerate(activities):
        activity.place = place
    return activities
