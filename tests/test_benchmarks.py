"""Each benchmark runs in a tiny form and says value, floor, ratio and promise; none of them fails here by the clock.

Those that take seconds even so run with the long tests.
"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks import backing, durable, gesture, growth, home, letting_go, memory, motion, paper, search, start, tap


def test_the_start_is_measured_beside_a_bare_window(capsys: pytest.CaptureFixture[str]) -> None:
    start.main(rounds=1)
    said = capsys.readouterr().out
    assert all(words in said for words in ("ms, bare window", "ratio", "promise 1.5", "python -m benchmarks.start"))


@pytest.mark.torture
def test_home_is_measured_beside_the_same_rows_by_the_orm(capsys: pytest.CaptureFixture[str]) -> None:
    home.main(rounds=1)
    said = capsys.readouterr().out
    assert all(words in said for words in ("ms, floor", "promise 1.0", "promise 1.1", "MB", "benchmarks.home"))


@pytest.mark.torture
def test_a_gesture_is_measured_beside_the_deed_alone(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    gesture.main(rounds=2, views=5)
    said = capsys.readouterr().out
    assert all(words in said for words in ("typed and sent", "p95", "the deed alone", "bare repaint", "promise p95"))


def test_what_moves_is_measured_beside_a_bare_repaint(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    motion.main(rounds=2, views=2)
    said = capsys.readouterr().out
    assert all(words in said for words in ("a card turning", "three cards turning", "a chair lit", "promise p95 16"))
    assert "promise 32 at most" in said


@pytest.mark.torture
def test_memory_is_measured_beside_two_bare_windows(capsys: pytest.CaptureFixture[str]) -> None:
    memory.main(rounds=1)
    said = capsys.readouterr().out
    assert all(words in said for words in ("MB, two bare windows", "ratio", "promise 1.4"))


@pytest.mark.torture
@pytest.mark.qt_log_ignore("does not support raise")  # the booth asks for it; offscreen has it not
def test_a_tap_in_the_ballot_is_measured_beside_the_deed_alone(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tap, "_VIEWS", 2)
    tap.main(rounds=2)
    said = capsys.readouterr().out
    assert all(words in said for words in ("a letter on the cards", "a hand counted", "promise p95", "floor, the deed"))


def test_minutes_are_measured_beside_a_bare_canvas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "_ROUNDS", 1)
    value, floor, ratio, pages = paper.measure()
    assert min(value, floor, ratio) > 0
    assert pages == paper.PAGES


@pytest.mark.torture
def test_growth_is_measured_beside_a_small_store(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(growth, "_FIRST", 0)
    growth.main(sizes=(40, 80), rounds=1)
    said = capsys.readouterr().out
    assert all(words in said for words in ("home, read", "a session opened", "a decision with", "all listed", "1.3"))


@pytest.mark.usefixtures("made_stores")  # the floor has no key
def test_a_durable_deed_is_measured_beside_one_without_a_key(capsys: pytest.CaptureFixture[str]) -> None:
    durable.main(rounds=2)
    said = capsys.readouterr().out
    assert all(words in said for words in ("encrypted", "without a key", "ratio", "promise 1.5"))


@pytest.mark.torture
def test_a_backup_is_measured_beside_one_in_the_window(qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    backing.main(megabytes=0.2, rounds=1)
    said = capsys.readouterr().out
    assert all(words in said for words in ("the longest gap", "floor, nothing", "control, in the window", "promise 50"))


def test_the_search_is_measured_beside_the_same_query_in_bare_sqlcipher3(capsys: pytest.CaptureFixture[str]) -> None:
    search.main((20, 40), keystrokes=4)
    said = capsys.readouterr().out
    assert all(words in said for words in ("bare sqlcipher3", "with a filter", "promise", "loading at 40 beside 20"))


@pytest.mark.torture
@pytest.mark.qt_log_ignore("does not support")  # the offscreen platform; offscreen has it not
def test_letting_go_is_measured_by_the_gaps_of_the_window(
    qapp: QApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    letting_go.main((60,))
    said = capsys.readouterr().out
    assert all(words in said for words in ("forgetting a person", "taking words out", "promise 50", "control, a"))
