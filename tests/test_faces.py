"""Every kind of activity has its four faces: model, page, view and paper section; a missing one is named."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from elephants.paper.sections import SECTIONS
from elephants.sessions.activity import Activity
from elephants.sessions.templates import KINDS
from elephants.ui.pages import PAGES
from elephants.ui.views import VIEWS

FACES: dict[str, Mapping[str, object]] = {"model": KINDS, "page": PAGES, "view": VIEWS, "paper section": SECTIONS}
TEN = {"since", "agreement", "checkin", "stories", "agenda", "deciding", "sensing", "learning", "checkout", "readback"}


def missing(faces: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Name every face that a kind of activity lacks, of all the kinds that any face knows."""
    kinds = sorted({kind for face in faces.values() for kind in face})
    return [f"{kind} has no {name}" for kind in kinds for name, face in faces.items() if kind not in face]


def mapped(model: type[Activity]) -> set[str]:
    """List the kinds the store knows: those of every model that is mapped."""
    return {name for name in model.__mapper__.polymorphic_map if isinstance(name, str) and name in TEN | set(KINDS)}


def test_no_kind_of_activity_lacks_a_face() -> None:
    assert missing(FACES) == []


def test_the_kinds_are_those_the_store_knows() -> None:
    assert set(KINDS) == TEN == mapped(Activity)


@pytest.mark.parametrize("name", list(FACES))
@pytest.mark.parametrize("kind", sorted(TEN))
def test_a_missing_face_is_named(name: str, kind: str) -> None:
    without = {**FACES, name: {one: face for one, face in FACES[name].items() if one != kind}}
    assert missing(without) == [f"{kind} has no {name}"]


def test_a_kind_that_only_one_face_knows_is_named_for_the_others() -> None:
    assert missing({**FACES, "page": {**PAGES, "tea": object()}}) == [
        "tea has no model",
        "tea has no view",
        "tea has no paper section",
    ]


@pytest.mark.parametrize("kind", sorted(TEN))
def test_each_face_is_of_its_own_kind(kind: str) -> None:
    assert KINDS[kind].__mapper__.polymorphic_identity == kind
    assert callable(SECTIONS[kind])
