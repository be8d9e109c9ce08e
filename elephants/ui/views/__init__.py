"""What the room sees of each activity: one class a kind, named here (METHOD.md, The session)."""

from __future__ import annotations

from elephants.ui.views.agenda.agenda import AgendaView
from elephants.ui.views.agreement import AgreementView
from elephants.ui.views.base import View
from elephants.ui.views.deciding.deciding import DecidingView
from elephants.ui.views.learning import LearningView
from elephants.ui.views.readback import ReadBackView
from elephants.ui.views.round import RoundView
from elephants.ui.views.sensing import SensingView
from elephants.ui.views.since import SinceView
from elephants.ui.views.stories import StoriesView

VIEWS: dict[str, type[View]] = {
    "since": SinceView,
    "agreement": AgreementView,
    "checkin": RoundView,
    "stories": StoriesView,
    "agenda": AgendaView,
    "deciding": DecidingView,
    "sensing": SensingView,
    "learning": LearningView,
    "checkout": RoundView,
    "readback": ReadBackView,
}
