"""Whatever is typed is given back the same after the store is opened again, or refused in a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from elephants.desk import Desk
from elephants.sessions.activity import Activity
from elephants.sessions.agenda.agenda import Agenda, AgendaItem, ask_for
from elephants.sessions.agreement import Agreement
from elephants.sessions.base import LIMITS, Refused
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.decision import Decision
from elephants.sessions.round import Round
from elephants.sessions.session import Session
from elephants.sessions.space import Home, Space
from tests.store import play

BLNS = Path(__file__).parent / "data" / "bad-input" / "blns.txt"
NAUGHTY = [
    line for line in BLNS.read_text(encoding="utf-8").split("\n") if line.strip() != "" and not line.startswith("#")
]

Give = Callable[[Any, str], object]
Read = Callable[[Any], str]


def _item(desk: Desk) -> AgendaItem:
    return play.session_of(desk).items[0]


def _poll(desk: Desk) -> Decision:
    return play.session_of(desk).decisions[0]


def _act(desk: Desk, kind: str) -> Activity:
    found = play.activity_of(desk, kind)
    assert isinstance(found, Activity)
    return found


def _on(kind: str, deed: Callable[..., None]) -> Give:
    return lambda desk, words: desk.change(_act(desk, kind), deed, words)


FIELDS: dict[str, tuple[str, Give, Read]] = {
    "space": (
        "space",
        lambda d, w: d.change(d.home, Home.new_space, w),
        lambda d: d.home.spaces[-1].name,
    ),
    "contact": (
        "title",
        lambda d, w: d.change(play.space_of(d), Space.say_contact, w),
        lambda d: play.space_of(d).contact,
    ),
    "asked for": (
        "title",
        lambda d, w: d.change(play.space_of(d), ask_for, w),
        lambda d: play.space_of(d).items[-1].title,
    ),
    "item": ("title", _on("agenda", Agenda.add_item), lambda d: play.session_of(d).items[-1].title),
    "activity": ("title", _on("agenda", Activity.retitle), lambda d: _act(d, "agenda").title),
    "agreement": ("line", _on("agreement", Agreement.add_line), lambda d: play.space_of(d).agreement[-1].text),
    "privacy": ("line", _on("agreement", Agreement.say_privacy), lambda d: play.space_of(d).privacy_line),
    "question": ("question", _on("checkin", Round.ask), lambda d: str(_act(d, "checkin").settings["questions"][-1])),
    "point": ("line", lambda d, w: d.change(_item(d), AgendaItem.add_point, w), lambda d: _item(d).points[-1].text),
    "action": (
        "line",
        lambda d, w: d.change(_item(d), AgendaItem.add_action, w, d.today()),
        lambda d: _item(d).actions[-1].text,
    ),
    "owner": (
        "name",
        lambda d, w: d.change(_item(d), AgendaItem.add_action, "Do", d.today(), name=w),
        lambda d: _item(d).actions[-1].owner(),
    ),
    "celebrate": (
        "line",
        lambda d, w: d.change(play.session_of(d), Session.celebrates, w),
        lambda d: play.session_of(d).celebrate,
    ),
    "notes": ("notes", lambda d, w: d.change(play.session_of(d), Session.note, w), lambda d: play.session_of(d).notes),
    "frame": ("question", _on("deciding", Deciding.frame), lambda d: _poll(d).question),
    "view": ("view", _on("deciding", Deciding.add_view), lambda d: _poll(d).views[-1].text),
    "option": ("option", _on("deciding", Deciding.add_option), lambda d: _poll(d).options[-1].text),
    "next step": ("line", _on("deciding", Deciding.say_next_step), lambda d: _poll(d).next_step),
    "remaining no": ("line", _on("deciding", Deciding.keep_no), lambda d: _poll(d).remaining_no),
    "no look again": ("line", _on("deciding", Deciding.no_look_again), lambda d: _poll(d).no_look_again),
    "decision": ("decision", lambda d, w: d.change(_poll(d), Decision.reword, w), lambda d: _poll(d).words),
}  # fmt: skip
OPTIONAL = ("contact", "privacy", "owner", "celebrate", "notes", "remaining no")


def _cleaned(text: str) -> str:
    """What should be kept, said a second time and in another way than the program says it."""
    kept = ""
    for sign in text:
        turns = unicodedata.bidirectional(sign) in ("LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI")
        mark = sign in "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
        control = ord(sign) < 32 or 127 <= ord(sign) < 160 or 0xD800 <= ord(sign) < 0xE000
        kept += "" if turns or mark or control else sign
    return unicodedata.normalize("NFC", kept)


def _unseen(text: str) -> bool:
    return not any(unicodedata.category(sign)[0] in "LMNPS" for sign in text)


@pytest.fixture
def room(desk: Desk) -> Desk:
    play.open_session(desk)
    play.a_deciding(desk)
    return desk


class Within:
    """Stands for the desk inside one deed, so that hundreds of lines are one transaction."""

    def __init__(self, desk: Desk) -> None:
        self.home, self.session, self.today = desk.home, desk.session, desk.today

    def change(self, thing: Any, deed: Callable[..., object], *words: object, **more: object) -> object:
        return deed(thing, *words, **more)


def _one(within: Any, field: str, line: str) -> None:
    limit, give, read = FIELDS[field]
    clean = _cleaned(line)
    refused = len(clean) > LIMITS[limit] or (_unseen(clean) and field not in OPTIONAL)
    said = ""
    try:
        give(within, line)
    except Refused as no:
        said = str(no)
    if said:
        assert refused or "already" in said, (line, said)
        assert said.endswith((".", "?")), said
        return
    assert not refused, line
    nothing = "The group" if field == "owner" else ""
    assert read(within) == (nothing if _unseen(clean) else clean), line
    if field == "option":
        _poll(within).options.clear()
    elif field == "question":
        _act(within, "checkin").set(questions=[])


@pytest.mark.parametrize("field", FIELDS)
def test_every_naughty_line_is_given_back_the_same_or_refused(store_path: Path, field: str) -> None:
    def all_lines(_home: Home) -> None:
        within = Within(desk)
        for line in NAUGHTY:
            _one(within, field, line)

    with play.a_desk(store_path) as desk:
        play.open_session(desk)
        play.a_deciding(desk)
        desk.change(desk.home, all_lines)
        before, session = play.graph(play.session_of(desk)), play.session_of(desk).id
    with play.a_desk(store_path) as desk:
        after = play.graph(desk.open(session))
    texts = {key: [value for value in row.values() if isinstance(value, str)] for key, row in before.items()}
    assert len(NAUGHTY) > 400
    for key, values in after.items():
        assert [value for value in values.values() if isinstance(value, str)] == texts[key]


@pytest.mark.parametrize("field", FIELDS)
def test_the_last_line_is_there_after_the_store_is_opened_again(store_path: Path, field: str) -> None:
    _, give, read = FIELDS[field]
    words = "\N{LATIN SMALL LETTER E}\N{COMBINING ACUTE ACCENT}\x00\x1b[31m\N{RIGHT-TO-LEFT OVERRIDE} ｄ'); --🐘"
    with play.a_desk(store_path) as desk:
        play.open_session(desk)
        play.a_deciding(desk)
        give(desk, words)
        session = play.session_of(desk).id
    with play.a_desk(store_path) as desk:
        desk.open(session)
        assert read(desk) == _cleaned(words) == "é[31m ｄ'); --🐘"


@pytest.mark.parametrize("field", FIELDS)
def test_the_limit_is_kept_to_the_sign(room: Desk, field: str) -> None:
    limit, give, read = FIELDS[field]
    most = LIMITS[limit]
    with pytest.raises(Refused, match=f"That is {most + 1} letters and signs. There is room for {most}"):
        give(room, "x" * (most + 1))
    give(room, "x" * most)
    assert read(room) == "x" * most


@pytest.mark.parametrize("field", sorted(set(FIELDS) - set(OPTIONAL)))
@pytest.mark.parametrize("nothing", ["", "   ", "\t\n", "\N{ZERO WIDTH SPACE}\N{ZERO WIDTH JOINER}", "\x00\x07"])
def test_nothing_is_refused_in_a_sentence(room: Desk, field: str, nothing: str) -> None:
    before = play.dump(room.store)
    with pytest.raises(Refused, match=r"[.?]$"):
        FIELDS[field][1](room, nothing)
    assert play.dump(room.store) == before


@pytest.mark.parametrize(("deed", "numbers"), [(Session.count_here, (-1, 0, 501))])
def test_impossible_head_counts_are_refused(
    room: Desk, deed: Callable[[Session, int], None], numbers: tuple[int, ...]
) -> None:
    for number in numbers:
        with pytest.raises(Refused, match="from 1 to 500"):
            room.change(play.session_of(room), deed, number)
