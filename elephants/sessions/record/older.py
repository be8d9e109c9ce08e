"""An older version of a record, to read it or to make its papers again."""

from __future__ import annotations

from elephants.sessions.record.out import taken_out_words
from elephants.sessions.record.parts import FACTS, passages
from elephants.sessions.record.record import words_at
from elephants.sessions.record.revision import FORGOTTEN, LET_GO, Revision
from elephants.sessions.session import Session


def put_back(session: Session, number: int) -> None:
    """Let the words of an older version stand in a session that is read, and never written.

    What was taken out since stays out. The session must be on a desk of its own that only reads: nothing of this is
    kept. Refuses a version that is not there.
    """
    then = words_at(session, number)
    chosen = [next((one for one in decision.options if one.text == decision.chosen), None)
              for decision in session.decisions]  # fmt: skip
    for passage in list(passages(session)):
        line = then.get(passage.key)
        if passage.part != FACTS and line is not None:
            passage.put(_taken_out(session, line) if line.gone else line.words)
    for decision, option in zip(session.decisions, chosen, strict=True):
        if option is not None:
            decision.chosen = option.text
    session.versions[number:] = []


def _taken_out(session: Session, line: Revision) -> str:
    """Say when a passage was taken out; of one that held a forgotten name, how it stands since."""
    since = [
        (version, one) for version in session.versions if version.reason in LET_GO
        for one in version.lines if one.key == line.key
    ]  # fmt: skip
    forgotten = [one.words for version, one in since if version.reason == FORGOTTEN and one.words]
    return forgotten[-1] if forgotten else taken_out_words(since[0][0].day)
