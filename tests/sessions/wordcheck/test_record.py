from __future__ import annotations

from elephants.sessions.wordcheck.record import age, looks
from tests.paper.evening import evening


def test_every_line_of_the_record_is_looked_through() -> None:
    session = evening(agreed=False)
    before = {look.line.key for look in looks(session)}
    session.decisions[0].views[0].text = "The CCG decides."
    after = looks(session)
    (found,) = [look for look in after if look.line.words == "The CCG decides."]
    assert [one.words for one in found.remarks] == ["CCG"]
    assert {look.line.key for look in after} - before <= {found.line.key}


def test_the_name_that_somebody_chose_to_give_is_let_be_on_its_own_line() -> None:
    session = evening(agreed=False)
    assert any(action.person is not None for action in session.actions)
    assert all(look.line.part != "owner" for look in looks(session))


def test_the_evening_is_for_young_readers() -> None:
    found = age(evening())
    assert found is not None
    assert found <= 11
