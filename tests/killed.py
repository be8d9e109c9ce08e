"""A short evening in the real program, in a process of its own that is killed before anybody closes it.

It is watched for sockets, as Python makes them and as the system has them; one that is planted at the end is a control.
Prints what was heard as JSON. The words of the room are WORDS, for whoever looks through what is left.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import sys
from datetime import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from elephants.app import App
from elephants.logs import note_bug
from elephants.paper import papers
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Tally
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from elephants.settings import Settings, settings_path
from elephants.store import remembered, vault, wrapping
from elephants.ui.console import Console
from elephants.ui.style import LIGHT, dress
from tests.shelf import Shelf, use
from tests.store import play
from tests.ui.walking import console_of, settle

WORDS = ("Tuesdaykitchen", "Saltandpepper", "Liftforanna", "Whoopingcough", "Ramshackle", "Umbrellaword")
"""The space, an option, a need, an item, a note, and what an exception quotes."""
PASSPHRASE = "gnomish kettle overdue plinth"  # noqa: S105  (of this evening alone)

heard: list[str] = []


def hear(event: str, args: tuple[object, ...]) -> None:
    """Note what Python does with a network; sockets of this computer alone (AF_UNIX) are none."""
    made = event == "socket.__new__" and args[1] != getattr(socket, "AF_UNIX", None)
    if made or event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.Request"):
        heard.append(event)


def look() -> None:
    """Note the sockets of a network that this process has open, whoever made them."""
    inodes = {
        line.split()[9]
        for name in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")
        for line in Path(f"/proc/self/net/{name}").read_text().splitlines()[1:]
    }
    files = [str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.is_symlink()]
    heard.extend("open" for file in files if file.removeprefix("socket:[").rstrip("]") in inodes)


def start(folder: Path) -> App:
    """Open the app on a store of its own, locked in every way there is."""
    use(Shelf())
    wrapping.COST = 2**4
    (folder / "stick").mkdir()
    app = App(folder / "elephants.store", Settings(backup_folder=str(folder / "stick")))
    app.expect_the_worst()
    app.window.show()
    app.load()
    vault.set_passphrase(app.store_path, PASSPHRASE)
    vault.make_sheet(app.store_path)
    remembered.remember(app.store_path)
    return app


def meet(app: App) -> Console:
    """Begin a space and a session with the room's screen, and choose something; the session stays open."""
    desk = app.desk
    desk.change(desk.home, Home.new_space, WORDS[0])
    desk.change(desk.home.spaces[0], Space.plan, play.DAY, time(18), 90)
    app.open_session(desk.home.spaces[0].sessions[0].id)
    console = console_of(app)
    desk.change(console.session, Session.start, 14)
    console.header.room.click()
    settle()
    play.an_item(desk, WORDS[3])
    deciding = play.a_deciding(desk)
    settle()
    play.to_choose(desk, deciding, (WORDS[1], "The kitchen"))
    desk.change(deciding, Deciding.reveal, Tally((9, 3), 2, 14))
    settle()
    desk.change(deciding, Deciding.add_need, WORDS[2])
    desk.change(console.session, Session.note, WORDS[4])
    settle()
    return console


def keep(app: App, console: Console) -> None:
    """Put it on paper, meet a bug, make a backup in both folders, and write down the choices of this computer."""
    papers.build(console.session, "minutes")
    note_bug(ValueError(WORDS[5]))
    app.keeping.menu.back_up()
    while app.keeping.backing is not None and app.keeping.backing.busy:
        settle()
    app.settings.write(settings_path())


def main() -> None:
    """Have the evening, plant a socket, and die."""
    sys.addaudithook(hear)
    application = QApplication([])
    dress(application, LIGHT, 1.0, motion=False)
    app = start(Path(sys.argv[1]))
    console = meet(app)
    look()
    keep(app, console)
    look()
    now = console.session.now
    print(json.dumps({"kind": now.kind if now else "", "heard": heard}))
    heard.clear()
    planted = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    planted.bind(("127.0.0.1", 0))
    planted.listen()
    look()
    print(json.dumps(heard), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
