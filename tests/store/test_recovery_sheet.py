"""The recovery sheet as it is printed opens a real store, typed as people type; a slip in it is told of."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from elephants import cli
from elephants.paper.recovery import recovery_sheet
from elephants.store import vault
from elephants.store.backup import back_up
from elephants.store.vault import Locked
from tests.paper.reading import words_of
from tests.store import play
from tests.store.passphrases import a_locked_store, cheap_keys

WORDS, NAME = "four words in a row", "Tuesday kitchen"
A_CODE = "XVXR 7XD6 FF51 STFS 37J1 CTNY 1KGH"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    cheap_keys(monkeypatch)


@pytest.fixture
def store(store_path: Path) -> Path:
    return a_locked_store(store_path, NAME, WORDS)


def printed(store: Path) -> str:
    """Make a sheet and read the code from the paper, as it lies on the table."""
    words = words_of(recovery_sheet(vault.make_sheet(store), date(2026, 11, 22))).split()
    return " ".join(words[words.index("code", words.index("The")) + 1 :][:7])


def refusal(store: Path, typed: str) -> str:
    vault.forget(store)
    with pytest.raises(Locked) as refused:
        vault.unlock(store, typed)
    return str(refused.value)


def test_it_opens_however_it_is_typed(store: Path) -> None:
    code = printed(store)
    assert len(code.split()) == 7
    typed = [
        code,
        code.lower(),
        "".join(code.split()),
        f"  {'–'.join(code.split())}. ",
        " ".join("".join(code.split())),
        code.replace("0", "O").replace("1", "I").replace("V", "U"),
        code.lower().replace("0", "o").replace("1", "l"),
        code.translate({ord(one): ord(one) + 0xFEE0 for one in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"}),
    ]
    for one in typed:
        vault.forget(store)
        vault.unlock(store, one)
    assert refusal(store, code[:-1]), "control"


def test_what_is_wrong_with_it_is_said(store: Path) -> None:
    code = printed(store)
    groups = code.split()
    assert "it has 28 signs, and here are 24." in refusal(store, " ".join(groups[1:]))
    assert "it has 28 signs, and here are 32." in refusal(store, " ".join([*groups, groups[0]]))
    assert "it has 28 signs, and here are 27." in refusal(store, code[:-1])
    wrong = "".join(groups)
    wrong = ("A" if wrong[9] != "A" else "B").join((wrong[:9], wrong[10:]))
    assert "a sign is wrong" in refusal(store, wrong)
    swapped = " ".join([groups[1], groups[0], *groups[2:]])
    assert "a sign is wrong" in refusal(store, swapped)
    assert "If a newer sheet was printed" in refusal(store, A_CODE)
    vault.unlock(store, code)
    newer = printed(store)
    assert "If a newer sheet was printed" in refusal(store, code)
    vault.unlock(store, newer)


@pytest.mark.parametrize("words", ["", "four other words", "correct horse battery", "Sommer2026", "äöü" * 9, "1" * 27])
def test_a_wrong_passphrase_is_not_taken_for_a_code(store: Path, words: str) -> None:
    assert refusal(store, words).startswith("This is not the passphrase.")


def test_a_backup_is_restored_with_it_on_another_computer(
    store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, stick, typed = printed(store), tmp_path / "stick", tmp_path / "typed"
    stick.mkdir()
    with play.a_desk(store) as desk:
        kept = back_up(desk.store, stick)
    shutil.rmtree(store.parent / "key")
    vault.forget(store)
    typed.write_text(" ".join(code.split()).lower().replace("0", "o"), encoding="utf-8")
    new = tmp_path / "new" / "elephants.store"
    words = ["restore", str(kept.path), "--store", str(new), "--passphrase-file", str(typed)]
    assert cli.main(words) == 0
    assert f"1 space: {NAME}" in capsys.readouterr().out
    with play.a_desk(new) as desk:
        assert [space.name for space in desk.home.spaces] == [NAME]
