"""The system's keyring remembers a store, and every way in which it fails is a sentence and leaves the passphrase."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend

from elephants.sessions.base import Refused
from elephants.store import remembered, vault
from elephants.store.backup import back_up
from elephants.store.backup_restore import restore
from elephants.store.vault import key_file
from tests.shelf import NONE, NULL, Broken, Closed, Shelf, Sieve, a_shelf, use
from tests.store import play
from tests.store.passphrases import cheap_keys

WORDS, OTHER = "four words in a row", "four other words"


pytestmark = pytest.mark.usefixtures("made_stores")


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    cheap_keys(monkeypatch)
    with a_shelf() as shelf:
        yield shelf


def a_store(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    with play.a_desk(path) as desk:
        back_up(desk.store)
    vault.set_passphrase(path, WORDS)
    return path


@pytest.fixture
def store(store_path: Path) -> Path:
    return a_store(store_path)


def opens(store: Path) -> bool:
    """Whether the keyring opens a store at the next start of the program."""
    vault.forget(store)
    assert vault.is_locked(store)
    key = remembered.recall(store)
    vault.opened(store, key)
    with play.a_desk(store) as desk:
        return desk.home.spaces == []


def test_the_keyring_opens_it_and_neither_half_is_the_key(store: Path, shelf: Shelf) -> None:
    key = vault.read_key(store)
    remembered.remember(store)
    [((service, entry), secret)] = shelf.kept.items()
    ours = store.parent / "key" / "elephants.store.remembered"
    assert service == "Elephants"
    assert key not in secret + entry + ours.read_text()
    assert secret not in ours.read_text()
    assert ours.stat().st_mode & 0o777 == 0o600
    assert opens(store)
    assert "remembered" not in (locked := key_file(store).read_text())
    assert vault.key_of(locked, WORDS) == key, "the passphrase opens it still"


def test_it_is_forgotten_on_both_sides_and_by_us_alone_where_the_keyring_is_away(store: Path, shelf: Shelf) -> None:
    remembered.remember(store)
    assert remembered.forget(store)
    assert shelf.kept == {}
    assert not remembered.is_remembered(store)
    remembered.remember(store)
    old = dict(shelf.kept)
    use(NONE)
    assert not remembered.forget(store)
    use(shelf)
    with pytest.raises(remembered.NoKeyring):
        remembered.recall(store)
    remembered.remember(store)
    assert len(shelf.kept) == 2
    assert old.items() < shelf.kept.items(), "control: what the keyring kept is another secret, of no use"
    assert opens(store)


def test_it_goes_on_after_another_passphrase_and_after_a_restore(store: Path) -> None:
    remembered.remember(store)
    vault.set_passphrase(store, OTHER)
    assert opens(store)
    [backup] = (store.parent / "backups").glob("*.backup")
    restore(store, backup, key=vault.read_key(store))
    assert opens(store)


def test_a_store_that_came_from_elsewhere_is_not_taken_for_the_remembered_one(
    made_stores: None, store: Path, tmp_path: Path
) -> None:
    remembered.remember(store)
    other = a_store(tmp_path / "other" / "elephants.store")
    [backup] = (other.parent / "backups").glob("*.backup")
    key = vault.read_key(other)
    restore(store, backup, key=key, comes_with=vault.locked_key(other))
    assert not remembered.is_remembered(store)
    remembered.remember(store)
    vault.forget(store)
    assert remembered.recall(store) == key


def test_each_store_has_an_entry_of_its_own(made_stores: None, store: Path, tmp_path: Path, shelf: Shelf) -> None:
    other = a_store(tmp_path / "other" / "elephants.store")
    for one in (store, other):
        remembered.remember(one)
    assert len(shelf.kept) == 2
    assert remembered.recall(store) != remembered.recall(other)
    remembered.forget(other)
    assert opens(store)


@pytest.mark.parametrize(
    ("ring", "says"),
    [
        (NONE, "has no keyring"),
        (NULL, "has no keyring"),
        (Closed(), "is locked"),
        (Broken(), "does not answer"),
        (Sieve(), "did not keep it"),
    ],
)
def test_a_keyring_that_fails_is_a_sentence(store: Path, shelf: Shelf, ring: KeyringBackend | str, says: str) -> None:
    remembered.remember(store)
    use(ring)
    with pytest.raises(remembered.NoKeyring, match="Type the passphrase"):
        remembered.recall(store)
    with pytest.raises(remembered.NoKeyring, match=says):
        remembered.remember(store)
    assert not remembered.is_remembered(store)
    use(shelf)
    remembered.remember(store)
    assert opens(store)


def test_nobody_waits_any_more_and_nothing_is_remembered(store: Path, shelf: Shelf) -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        remembered.remember(store, stopped)
    assert shelf.kept == {}
    assert not remembered.is_remembered(store)


def test_a_store_without_a_passphrase_has_nothing_to_remember(store_path: Path, shelf: Shelf) -> None:
    with play.a_desk(store_path), pytest.raises(Refused, match="passphrase first"):
        remembered.remember(store_path)
    assert shelf.kept == {}


@pytest.mark.parametrize("spoilt", ["", "{", "[]", '{"kind": 3}', "[" * 9999])
def test_a_spoilt_part_of_ours_is_no_part(store: Path, spoilt: str) -> None:
    remembered.remember(store)
    file = key_file(store).with_suffix(".remembered")
    file.write_text(spoilt)
    assert not remembered.is_remembered(store)
    assert remembered.forget(store)
    assert not file.exists()
