"""The command line: opens the window, plays a rehearsal, lists sessions and decisions, makes papers.

Exit codes: 0 done; 1 refused, with a plain sentence on stderr; 2 only for unknown commands and options; 130 stopped by
Ctrl+C, as shells know it.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from elephants import __version__, checking, commands, exporting, importing, keeping_told, looking, safekeeping, telling
from elephants.logs import late_log
from elephants.sessions.text import Refused
from elephants.settings import log_folder, store_path
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.paper.wanted import Wanted

DONE, REFUSED, UNKNOWN, STOPPED = 0, 1, 2, 130
_LONGEST_NAME = 255
"""Bytes in the name of one file, on the disks there are."""
_UNKNOWN_WORDS = ("unrecognized arguments", "invalid choice", "ambiguous option")


class Parser(argparse.ArgumentParser):
    """Reads the words of a command; only what is unknown ends with 2, everything else it refuses with 1."""

    def __init__(self, *words: Any, **more: Any) -> None:
        super().__init__(*words, **more)
        self.register("type", Path, _named)

    def error(self, message: str) -> NoReturn:
        """End with a sentence and the right code."""
        code = UNKNOWN if any(words in message for words in _UNKNOWN_WORDS) else REFUSED
        self.exit(code, tr("{message}. See: {program} --help", message=message, program=self.prog) + "\n")


def main(argv: list[str] | None = None) -> int:
    """Do one command and give its exit code; never a traceback."""
    try:
        words = _parser().parse_args(argv)
        _spare(words)
        with nullcontext() if words.act is _window else late_log(log_folder()):
            return _say(words.act(words))
    except SystemExit as end:  # of the parser, whose last word was said
        return end.code if isinstance(end.code, int) else REFUSED
    except Refused as no:
        return _refuse(str(no))
    except KeyboardInterrupt as end:  # where something stays, it says what
        return _refuse(str(end) or tr("Stopped."), STOPPED)
    except Exception as bug:  # noqa: BLE001  (the last resort: a sentence, and the place of the bug in the log)
        return _refuse(_bug(bug))


def _parser() -> Parser:
    at = _everywhere()
    parser = Parser(
        prog="elephants", parents=[at], allow_abbrev=False,
        description=tr("Opens the window; or does one of the commands."),
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"elephants {__version__}")
    _about_window(parser)
    doing = parser.add_subparsers(title=tr("commands"), metavar=tr("COMMAND"), parser_class=Parser)

    def command(name: str, says: str, act: Callable[[argparse.Namespace], Iterable[str]]) -> Parser:
        made = doing.add_parser(name, help=says, description=says, parents=[at], allow_abbrev=False)
        made.set_defaults(act=act)
        return made

    rehearse = command("rehearse", tr("Play a written session into the store."), _rehearse)
    rehearse.add_argument("file", metavar="FILE", nargs="?", type=Path)
    rehearse.add_argument("--papers", metavar="FOLDER", type=Path, help=tr("leave its papers there"))
    _about_sessions(command("sessions", tr("List the sessions that were started, oldest first."), _sessions))
    _about_papers(command("minutes", tr("Make a paper of a session."), _minutes))
    _about_checking(command("check-paper", tr("Say whether a paper matches the store."), _check_paper))
    decisions = command("decisions", tr("List what was decided, oldest first."), _decisions)
    decisions.add_argument("--json", action="store_true", help=tr("for programs"))
    looking.add_commands(command, _store)
    for part in (exporting, importing, telling, keeping_told):
        part.add_command(command, _store)
    safekeeping.add_commands(command, _place)
    return parser


def _everywhere() -> Parser:
    """Give what each command takes: which store, and what opens it."""
    at = Parser(add_help=False)
    at.add_argument("--store", type=Path, default=argparse.SUPPRESS, help=tr("the store, if it is not the usual one"))
    at.add_argument(
        "--passphrase-file", metavar="FILE", type=Path, default=argparse.SUPPRESS,
        help=tr(
            "a file with the passphrase, if the store is locked with one; without it the keyring of this computer "
            "is asked, where that was ticked under Safe keeping, and else you are, at the terminal"
        ),
    )  # fmt: skip
    return at


def _about_window(parser: Parser) -> None:
    parser.add_argument("--only-look", action="store_true", help=tr("open the history alone, for reading"))
    parser.set_defaults(act=_window)


def _about_sessions(sessions: Parser) -> None:
    sessions.add_argument("--json", action="store_true", help=tr("for programs"))
    sessions.add_argument("--planned", action="store_true", help=tr("those being prepared too"))


def _about_papers(minutes: Parser) -> None:
    minutes.add_argument("session", metavar="SESSION", nargs="?", help=tr("its number, from: elephants sessions"))
    minutes.add_argument("--to", metavar="FILE", type=Path)
    minutes.add_argument(
        "--paper", default="minutes",
        help=tr("minutes, outcome, agenda, running-order, cards, badges, ballots or signals"),
    )  # fmt: skip
    minutes.add_argument("--form", default="", help=tr("pdf, html, md, csv or ics; else as the name of the file ends"))
    minutes.add_argument("--names", action="store_true", help=tr("first names on badges, or in a csv or ics file"))
    minutes.add_argument("--size", metavar="POINTS", default="", help=tr("letters of 14, 16, 18 or 24 points"))
    minutes.add_argument("--for", metavar="NAME", dest="name", default="", help=tr("whose own outcome sheet"))
    minutes.add_argument("--of-version", metavar="N", default="", help=tr("an older version of an agreed record"))
    minutes.add_argument("--deck", metavar="NAME", default="", help=tr("which deck, for the paper cards"))
    minutes.add_argument("--single-sided", action="store_true", help=tr("no backs, for the paper cards"))


def _about_checking(check: Parser) -> None:
    check.add_argument(
        "file", metavar="FILE.pdf", nargs="?", type=Path,
        help=tr("a paper; its check code and its words are compared with the record it was made from"),
    )  # fmt: skip
    check.epilog = tr(
        "It ends with 0 where the paper matches, and with 1 where it is a draft, altered or not known here."
    )


def _named(name: str) -> Path:
    """Read the name of a file or a folder; none at all is not the folder one happens to be in."""
    if not name or "\0" in name or any(len(os.fsencode(part)) > _LONGEST_NAME for part in Path(name).parts):
        raise argparse.ArgumentTypeError(tr("this cannot be the name of a file or a folder"))
    return Path(name)


def _spare(words: argparse.Namespace) -> None:
    """Refuse to write a file over the store, its key or a backup."""
    to: Path | None = getattr(words, "to", None)
    if to is not None and safekeeping.belongs_to(_place(words), to):
        raise Refused(tr("{place} belongs to the store. Choose another name.", place=to))


def _place(words: argparse.Namespace) -> Path:
    named: Path | None = getattr(words, "store", None)
    return named or store_path()


def _store(words: argparse.Namespace) -> Path:
    """Give the store of a command, unlocked with the passphrase where it has one."""
    return safekeeping.unlocked(_place(words), safekeeping.passphrase_of(words))


def _rehearse(words: argparse.Namespace) -> Iterable[str]:
    if words.file is None:
        raise Refused(tr("Which file? For example: elephants rehearse evening.toml"))
    return commands.rehearse(words.file, _store(words), words.papers)


def _sessions(words: argparse.Namespace) -> Iterable[str]:
    return commands.sessions(_store(words), planned=words.planned, as_json=words.json)


def _minutes(words: argparse.Namespace) -> Iterable[str]:
    if words.session is None or words.to is None:  # not left to the parser: it would hide an unknown option
        raise Refused(tr("Which session, and where to? For example: elephants minutes 2 --to minutes.pdf"))
    return commands.minutes(_store(words), words.session, words.to, _wanted(words), version=words.of_version)


def _wanted(words: argparse.Namespace) -> Wanted:
    from elephants.paper.wanted import FORMS, Wanted, form_of

    ending = words.to.suffix.removeprefix(".").lower()
    form = form_of(words.form) if words.form else form_of(ending if ending in FORMS else "pdf")
    return Wanted(
        words.paper, form, names=words.names, deck=words.deck, backs=not words.single_sided,
        size=_points(words.size), name=words.name,
    )  # fmt: skip


def _points(size: str) -> int:
    """Read the size of the letters; what is no number is refused like any other size that there is not."""
    if not size:
        return 0
    return int(size) if size.isascii() and size.isdigit() and len(size) < 4 and int(size) else -1


def _decisions(words: argparse.Namespace) -> Iterable[str]:
    return commands.decisions(_store(words), as_json=words.json)


def _check_paper(words: argparse.Namespace) -> Iterable[str]:
    if words.file is None:
        raise Refused(tr("Which paper? For example: elephants check-paper minutes.pdf"))
    return checking.check_paper(_store(words), words.file)


def _window(words: argparse.Namespace) -> Iterable[str]:
    """Open the window; the one command that imports Qt."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in screens):
        raise Refused(tr("There is no screen here, so no window can open. See: elephants --help"))
    from elephants.app import run

    file = safekeeping.passphrase_of(words)  # without one the window asks
    sys.exit(run(_store(words) if words.only_look and file else _place(words), only_look=words.only_look))


def _say(lines: Iterable[str]) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter spells it out
    for line in lines:
        _print(line)
    _print("", end="", flush=True)
    return DONE


def _print(line: str, **how: Any) -> None:
    try:
        print(line, **how)
    except BrokenPipeError:  # what was begun is done all the same
        _nobody_listens()
    except OSError:
        _nobody_listens()
        raise Refused(tr("What this command says cannot be written down. The disk may be full.")) from None


def _refuse(sentence: str, code: int = REFUSED) -> int:
    print(sentence, file=sys.stderr)
    return code


def _nobody_listens() -> None:
    """The reader went away, as `head` does: nothing is wrong, and nothing more must be written at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _bug(bug: Exception) -> str:
    """Keep type, file and line of a bug in the log, never a value, and give the sentence for it."""
    place = traceback.extract_tb(bug.__traceback__)[-1]
    said = f"{type(bug).__name__} {Path(place.filename).name}:{place.lineno}"
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        with (log_folder() / "elephants.log").open("a", encoding="utf-8") as log:
            log.write(f"{said}\n")
    except OSError:
        pass  # the sentence says the same
    return tr("Something is wrong in this program ({place}). What was saved before is safe.", place=said)
