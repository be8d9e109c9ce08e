"""What is done in the room or by hand to reach the moments that the room's own states do not show."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from elephants.sessions.activity import Activity
from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.agenda.table import AgendaTable
from elephants.sessions.breather import Breather
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.ways import Way
from elephants.sessions.decks.deck import Card, Deck
from elephants.sessions.stories.decks import bring_in
from elephants.sessions.stories.table import CardTable
from elephants.ui.console import Console
from elephants.ui.pages.agenda.agenda import AgendaPage
from elephants.ui.pages.papers.papers import PapersPage
from elephants.ui.pages.stories.editor import DeckEditor
from elephants.ui.pages.stories.print import CardsOnPaper
from tests.ui.views.kitchen import Kitchen
from tests.ui.views.states import STATES, with_agenda
from tests.ui.views.states_deciding import walked

Reach = Callable[[Kitchen], object]


def papers(console: Console) -> None:
    console.show_papers()
    page = console.page
    assert isinstance(page, PapersPage)
    made(page)


def made(page: PapersPage) -> PapersPage:
    """Wait until the papers are made aside."""
    waiting = QEventLoop()
    clock = QTimer(interval=5)
    clock.timeout.connect(lambda: None if page.maker.busy else waiting.quit())
    clock.start()
    waiting.exec()
    QApplication.processEvents()
    return page


def read_help(console: Console) -> None:
    console.guiding.open()


def anywhere(console: Console) -> None:
    console.anywhere.toggle()


def trouble(console: Console) -> None:
    console.note.say("This could not be saved. What is on the screen is safe. Make room on the disk and try again.")
    console.header.stuck(True)


def closing(console: Console) -> None:
    page = console.page
    assert isinstance(page, AgendaPage)
    page.work.closing.ask_how()


def dots_before(console: Console) -> None:
    page = console.page
    assert isinstance(page, AgendaPage)
    page.settle.dots.click()


def harbour(kitchen: Kitchen) -> None:
    words = ("A boat you like", "A bell you know", "Something you carry home", "A night at the harbour")
    cards = tuple(
        Card(f"c{n}", "more" if n == 3 else "easy", "", {"en": one, "pl": f"{one}, po polsku"})
        for n, one in enumerate(words)
    )
    kitchen.desk.change(kitchen.space, bring_in, Deck({"en": "Harbour"}, "", cards))
    kitchen.go("stories", Activity)


def editor(console: Console) -> QWidget:
    made = DeckEditor(console.desk, console.session.space.id, console)
    made.show()
    return made


def cards_on_paper(console: Console) -> QWidget:
    now = console.session.now
    assert now is not None
    table = console.desk.moment(now)
    assert isinstance(table, CardTable)
    made = CardsOnPaper(table, console)
    made.show()
    return made


def cards(*deeds: str) -> Reach:
    """Deal, choose and so on at the table of cards."""

    def reach(kitchen: Kitchen) -> None:
        table = kitchen.desk.moment(kitchen.go("stories", Activity))
        for deed in deeds:
            kitchen.desk.change(table, getattr(type(table), deed), *([table.shown[1].id] if deed == "choose" else []))

    return reach


def breather(deed: str) -> Reach:
    def reach(kitchen: Kitchen) -> None:
        STATES["checkin"](kitchen)
        kitchen.desk.change(kitchen.desk.breather, getattr(Breather, deed))

    return reach


def parked(kitchen: Kitchen) -> None:
    agenda = with_agenda(kitchen)
    kitchen.desk.change(agenda, Agenda.settle)
    kitchen.desk.change(agenda, Agenda.park, kitchen.session.items[0])


def roles_offered(kitchen: Kitchen) -> None:
    kitchen.desk.change(kitchen.desk.moment(with_agenda(kitchen)), AgendaTable.offer)


def by_ballot(kitchen: Kitchen) -> Deciding:
    talk = walked(kitchen, "ready")
    kitchen.desk.change(talk, Deciding.choose_by, Way.BALLOT.value)
    kitchen.desk.change(talk, Deciding.ready)
    return talk
