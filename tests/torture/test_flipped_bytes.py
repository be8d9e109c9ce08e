"""Bytes that rot are told in a sentence: nothing falls over, nothing is told wrongly, and the newest good backup opens.

Every page bears a seal made with the key. In each copy 64 bytes are flipped, and then all is asked that people ask.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from elephants import cli
from elephants.desk import Desk
from elephants.sessions.base import Refused
from elephants.sessions.space import Home
from elephants.store.backup import back_up
from elephants.store.vault import key_file
from tests.rehearsals import play, shipped
from tests.torture.told import Opened, room_told, rows_told

FLIPS = 64
COMMANDS = ("sessions --json", "decisions --json")
SENTENCE = (".", "?")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store of a whole evening, and a backup of it."""
    return kept("tuesday-kitchen", tmp_path_factory.mktemp("whole"))


def kept(name: str, folder: Path) -> Path:
    """Play a rehearsal and back it up."""
    played = play(shipped(name), folder / "elephants.store")
    back_up(played.desk.store)
    played.desk.close()
    return folder


def copies(whole: Path, at: Path, times: int, *parts: str) -> Iterator[Path]:
    """Give copies of a store with bytes flipped in a file of it: side by side in one, all over in the next."""
    chance = random.Random(64)
    for number in range(times):
        folder = at / f"copy {number}"
        shutil.copytree(whole, folder)
        flip(folder.joinpath(*parts), chance, scattered=bool(number % 2))
        yield folder / "elephants.store"
        shutil.rmtree(folder)


def flip(file: Path, chance: random.Random, *, scattered: bool) -> None:
    content = bytearray(file.read_bytes())
    flips = min(FLIPS, len(content))
    begin = chance.randrange(len(content) - flips + 1)
    for place in chance.sample(range(len(content)), flips) if scattered else range(begin, begin + flips):
        content[place] ^= chance.randint(1, 255)
    file.write_bytes(content)


def heard(ask: Callable[[], str]) -> str:
    """What is said, or the sentence of a refusal; anything else falls through."""
    try:
        return ask()
    except Refused as no:
        return nothing_but(no)


def nothing_but(no: Refused) -> str:
    """Nothing is told; a sentence says so."""
    assert str(no).endswith(SENTENCE), no
    return ""


def everything(path: Path) -> dict[str, str]:
    """Go through a store as people do: home, each session, a new line; what each says, "" where it refuses."""
    said = {"open": ""}
    try:
        store = Opened(path)
    except Refused as no:
        return {"open": nothing_but(no)}
    try:
        said["open"] = heard(lambda: _everything(Desk(store), said))
    finally:
        store.close()
    return said


def _everything(desk: Desk, said: dict[str, str]) -> str:
    def session(key: int) -> str:
        desk.open(key)
        return room_told(desk)

    def one_more() -> str:
        desk.change(desk.home, Home.new_space, "One more")
        return desk.home.spaces[-1].name

    try:
        said["home"] = room_told(desk)
        for key in [one.id for space in desk.home.spaces for one in space.sessions]:
            said[f"session {key}"] = heard(partial(session, key))
        said["change"] = heard(one_more)
    finally:
        desk.close()
    return "open"


def commanded(path: Path, line: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command says, "" where it refuses; it never falls over."""
    code = cli.main([*line.split(), "--store", str(path)])
    out = capsys.readouterr()
    assert code in (0, 1)
    assert (out.out if code else out.err) == ""
    assert code == 0 or out.err.strip().endswith(SENTENCE), out.err
    return out.out if code == 0 else ""


def ask_all(whole: Path, at: Path, times: int, capsys: pytest.CaptureFixture[str]) -> Counter[str]:
    """Ask everything of so many damaged copies; what they say is as in the whole one, or a sentence."""
    with_it = at / "whole"
    shutil.copytree(whole, with_it)
    expected = {line: commanded(with_it / "elephants.store", line, capsys) for line in COMMANDS}
    rows = told(with_it / "elephants.store")
    expected |= everything(with_it / "elephants.store")
    found = Counter[str]()
    for path in copies(whole, at, times, "elephants.store"):
        check = cli.main(["check", "--store", str(path)])
        out = capsys.readouterr()
        assert (check, out.out) == (1, "")
        assert "is damaged. The newest good backup is" in out.err
        said = {line: commanded(path, line, capsys) for line in COMMANDS} | everything(path)
        wrong = {name for name, words in said.items() if words and words != expected[name]}
        assert not wrong, f"{path.parent.name}: {wrong}"
        found.update("refused" if not words else "right" for words in said.values())
        found["opened"] += bool(said["open"])
        backup = max((path.parent / "backups").glob("*.backup"))
        assert cli.main(["restore", str(backup), "--store", str(path)]) == 0
        assert told(path) == rows
        capsys.readouterr()
    return found


def told(path: Path) -> str:
    store = Opened(path)
    with store.raw() as raw:
        said = rows_told(raw)
    store.close()
    return said


def test_flipped_bytes_are_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "kept").mkdir()
    assert ask_all(kept("last-time", tmp_path / "kept"), tmp_path, 3, capsys)["refused"] > 3
    caplog.clear()


@pytest.mark.torture
def test_flipped_bytes_in_two_hundred_copies(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    found = ask_all(whole, tmp_path, 200, capsys)
    caplog.clear()
    print(dict(found))
    assert found["refused"] > 400


@pytest.mark.torture
def test_a_flipped_key_or_lock_is_a_sentence_and_harms_nothing(
    whole: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in copies(whole, tmp_path, 50, "key", "elephants.store.key"):
        before = path.read_bytes()
        assert everything(path) == {"open": ""}
        assert path.read_bytes() == before
        shutil.copy(key_file(whole / "elephants.store"), key_file(path))
        assert everything(path)["change"] == "One more", "with its own key it opens"
    (whole / "elephants.store.lock").write_bytes(b"any words at all")
    assert everything(whole / "elephants.store")["change"] == "One more"
    capsys.readouterr()
