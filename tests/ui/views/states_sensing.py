"""Every state of How is it for us? that the room can see, by name."""

from __future__ import annotations

from collections.abc import Callable

from elephants.sessions.deciding.ways import Way
from elephants.sessions.sensing.marks import Marks
from elephants.sessions.sensing.sensing import Sensing
from elephants.sessions.session import Session
from elephants.ui.views.base import View
from tests.ui.views.kitchen import Kitchen

THINGS = ("The garden on Saturdays", "The bus pass letter", "A warm room in winter", "What the survey said")


def asked(kitchen: Kitchen, template: str = "", way: Way = Way.TIN, form: str = "") -> Sensing:
    """Add the activity, go there, and take a template; dots get four things."""
    kitchen.desk.change(kitchen.session, Session.add_activity, "sensing")
    found = kitchen.go("sensing", Sensing)
    if template:
        kitchen.desk.change(found, Sensing.use, template)
        kitchen.desk.change(found, Sensing.mark_by, way.value)
    if form:
        kitchen.desk.change(found, Sensing.show_as, form)
    if template == "dots":
        for words in THINGS:
            kitchen.desk.change(found, Sensing.add_option, words)
    return found


def mark(kitchen: Kitchen, found: Sensing, *counts: int) -> Marks:
    """Begin to count, and count so many for each."""
    table: Marks = kitchen.desk.moment(found)
    kitchen.desk.change(table, Marks.begin)
    for place, n in enumerate(counts):
        kitchen.desk.change(table, Marks.put, place, n)
    return table


def came(kitchen: Kitchen, found: Sensing, *counts: int) -> View:
    """Count, and show what came."""
    kitchen.desk.change(mark(kitchen, found, *counts), Marks.open)
    return kitchen.view(found)


def _asked(template: str = "") -> Callable[[Kitchen], View]:
    return lambda kitchen: kitchen.view(asked(kitchen, template))


def _things(kitchen: Kitchen) -> View:
    found = asked(kitchen, "dots")
    for _ in THINGS:
        kitchen.desk.change(found, Sensing.drop_option, 0)
    return kitchen.view(found)


def _closed(template: str, way: Way, *counts: int) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        found = asked(kitchen, template, way)
        mark(kitchen, found, *counts)
        return kitchen.view(found)

    return state


def _came(template: str, way: Way, form: str, *counts: int) -> Callable[[Kitchen], View]:
    return lambda kitchen: came(kitchen, asked(kitchen, template, way, form), *counts)


SENSING: dict[str, Callable[[Kitchen], View]] = {
    "sensing": _asked(),
    "sensing-asked": _asked("temperature"),
    "sensing-things": _things,
    "sensing-closed": _closed("temperature", Way.TIN, 12, 0, 1),
    "sensing-closed-open": _closed("dots", Way.OPEN, 9, 3, 20, 0),
    "sensing-came": _came("temperature", Way.TIN, "words", 12, 0, 1),
    "sensing-came-many": _came("gradients", Way.SHUT, "words", 6, 4, 2, 1, 1),
    "sensing-dots": _came("dots", Way.OPEN, "numbers", 9, 3, 20, 0),
    "sensing-consent": _came("consent", Way.OPEN, "numbers", 9, 4, 1),
}
