"""The facilitator's pages: one for every kind of activity, by the name its four faces share."""

from __future__ import annotations

from typing import Any

from elephants.ui.pages.agenda.agenda import AgendaPage
from elephants.ui.pages.agreement import AgreementPage
from elephants.ui.pages.base import Page
from elephants.ui.pages.deciding.deciding import DecidingPage
from elephants.ui.pages.learning.learning import LearningPage
from elephants.ui.pages.readback import ReadBackPage
from elephants.ui.pages.round.round import RoundPage
from elephants.ui.pages.sensing.sensing import SensingPage
from elephants.ui.pages.since.since import SincePage
from elephants.ui.pages.stories.stories import StoriesPage

PAGES: dict[str, type[Page[Any]]] = {
    "agenda": AgendaPage,
    "readback": ReadBackPage,
    "deciding": DecidingPage,
    "since": SincePage,
    "agreement": AgreementPage,
    "checkin": RoundPage,
    "stories": StoriesPage,
    "sensing": SensingPage,
    "learning": LearningPage,
    "checkout": RoundPage,
}
