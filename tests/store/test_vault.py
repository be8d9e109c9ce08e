"""The key behind a passphrase and a recovery sheet: nothing else opens it, and nothing plain is left."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from elephants.sessions.base import Refused
from elephants.sessions.space import Home
from elephants.store import vault, wrapping
from elephants.store.backup import back_up
from elephants.store.store import Store
from elephants.store.vault import Locked, key_file
from tests.store import play
from tests.store.passphrases import cheap_keys

WORDS, OTHER, NAME = "vier Wörter für Anna", "another passphrase", "Tuesday kitchen"


pytestmark = pytest.mark.usefixtures("made_stores")


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing need not be dear here."""
    cheap_keys(monkeypatch)


@pytest.fixture
def store(store_path: Path) -> Path:
    with play.a_desk(store_path) as desk:
        desk.change(desk.home, Home.new_space, NAME)
        back_up(desk.store)
    return store_path


def again(store: Path) -> None:
    """As the next start of the program finds it."""
    vault.forget(store)


def test_a_guess_is_dear() -> None:
    assert wrapping.Wrapped.read({"salt": "0" * 32, "n": 2**17, "hidden": "0" * 80}) is not None
    assert wrapping.Wrapped.read({"salt": "0" * 32, "n": 2**30, "hidden": "0" * 80}) is None


def test_the_libraries_do_what_the_papers_say_and_a_changed_bit_is_told() -> None:
    """RFC 3394, 4.6; RFC 7914, 12; the parts of ours are those of the papers."""
    by, key = bytes(range(32)).hex(), "00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f"
    hidden = wrapping.hide(key, by)
    assert hidden == "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21"
    scrypt = hashlib.scrypt(b"pleaseletmein", salt=b"SodiumChloride", n=16384, r=8, p=1, maxmem=2**26, dklen=32)
    assert wrapping._derive("pleaseletmein", b"SodiumChloride", 16384) == scrypt.hex()
    assert scrypt.hex().startswith("7023bdcb3afd7348461c06cd81fd38eb")
    assert wrapping.bare(hidden, by) == key
    for at in range(0, len(hidden), 7):
        changed = hidden[:at] + ("0" if hidden[at] != "0" else "1") + hidden[at + 1 :]
        assert not wrapping.bare(changed, by)
    assert not wrapping.bare(hidden, by[:-2] + "00")


def test_only_the_passphrase_opens_it_and_another_one_is_set_without_encrypting_anew(store: Path) -> None:
    before = store.read_bytes()
    vault.set_passphrase(store, WORDS)
    again(store)
    assert vault.is_locked(store)
    with pytest.raises(Locked):
        Store(store)
    for wrong in (OTHER, WORDS.lower(), "", "0" * 64):
        with pytest.raises(Locked, match="not the passphrase"):
            vault.unlock(store, wrong)
    vault.unlock(store, f" {WORDS} ".replace("ö", "o\N{COMBINING DIAERESIS}"))
    vault.set_passphrase(store, OTHER)
    again(store)
    with pytest.raises(Locked):
        vault.unlock(store, WORDS)
    vault.unlock(store, OTHER)
    assert store.read_bytes() == before
    with play.a_desk(store) as desk:
        assert [space.name for space in desk.home.spaces] == [NAME]


def test_the_sheet_opens_it_also_after_the_passphrase_changed_until_there_is_a_newer_sheet(store: Path) -> None:
    with pytest.raises(Refused, match="passphrase first"):
        vault.make_sheet(store)
    vault.set_passphrase(store, WORDS)
    code = vault.make_sheet(store)
    assert vault.has_sheet(store)
    vault.set_passphrase(store, OTHER)
    again(store)
    vault.unlock(store, code.lower().replace(" ", "-").replace("0", "o").replace("1", "l"))
    newer = vault.make_sheet(store)
    again(store)
    with pytest.raises(Locked):
        vault.unlock(store, code)
    vault.unlock(store, newer)
    slip = ("A" if newer[5] != "A" else "B").join((newer[:5], newer[6:]))
    assert wrapping.read_code(newer)
    assert not wrapping.read_code(slip), "a slip of the pen is found before half a second is spent on it"


def test_a_store_that_went_away_never_costs_its_locked_key(store: Path) -> None:
    vault.set_passphrase(store, WORDS)
    again(store)
    locked = key_file(store).read_bytes()
    store.unlink()
    with pytest.raises(Locked):
        Store(store)
    assert key_file(store).read_bytes() == locked


def test_a_short_passphrase_is_refused(store: Path) -> None:
    with pytest.raises(Refused, match="too short"):
        vault.set_passphrase(store, " seven77 ")
    assert not vault.is_locked(store)


@pytest.mark.parametrize("spoilt", ["{", "{}", '{"kind": 3}', "[" * 9999, '{"kind": "a locked key of Elephants"}'])
def test_a_spoilt_key_is_a_sentence(store: Path, spoilt: str) -> None:
    key_file(store).write_text(spoilt)
    with pytest.raises(Refused, match="not the key of a store"):
        Store(store)


def test_a_stolen_laptop_tells_nothing_without_the_passphrase(store: Path, tmp_path: Path) -> None:
    """Every file of the folder: store, backups, keys, locks; with the plain key as a control before."""
    key = key_file(store).read_text()

    def tells() -> list[str]:
        files = [one for one in tmp_path.rglob("*") if one.is_file()]
        found = []
        for secret in (key.encode(), bytes.fromhex(key), NAME.encode(), NAME.encode("utf-16-le"), b"SQLite format"):
            found += [one.name for one in files if secret in one.read_bytes() or secret in str(one).encode()]
        return found

    assert tells() == [key_file(store).name], "control: the plain key is found"
    vault.set_passphrase(store, WORDS)
    with play.a_desk(store) as desk:
        vault.make_sheet(store)
        back_up(desk.store)
        assert tells() == []
    assert "Tuesday" not in str(list(tmp_path.rglob("*")))


def test_what_stood_at_the_place_of_the_plain_key_is_written_over(store: Path) -> None:
    key = key_file(store).read_text()
    with key_file(store).open("rb") as held:
        vault.set_passphrase(store, WORDS)
        assert held.read() == b"\0" * len(key)
