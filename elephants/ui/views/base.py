"""What the room sees of one activity: a picture drawn from what the desk says now (METHOD.md, The session)."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from elephants.ui.views.stage import How, Stage

if TYPE_CHECKING:
    from elephants.desk import Desk


class View:
    """Tells the room one thing. It reads the desk, keeps an id and nothing else, and never writes.

    A view shows no private notes and no names beside views (LOOK.md, The room screen).
    """

    def __init__(self, desk: Desk | None, activity_id: int) -> None:
        self._desk, self.activity_id = desk, activity_id

    @property
    def desk(self) -> Desk:
        """The desk it reads; a view of words alone has none and must not ask."""
        if self._desk is None:
            raise LookupError("this view has no desk")
        return self._desk

    def key(self) -> Hashable:
        """Give all that the still picture would tell: as long as it is equal nothing is drawn again."""
        return self.words()

    def words(self) -> str:
        """Say the whole screen in words, for screen readers."""
        return ""

    def newest(self, before: Hashable) -> int:
        """Say which of its lines is the newest since `key` was `before`; the room should see that one.

        0 where it tells something else altogether, and -1 where nothing is new: what was looked at stays.
        """
        del before
        return 0

    def draw(self, stage: Stage) -> None:
        """Draw what stands still."""

    def moving(self) -> Hashable:
        """Give all that `draw_moving` would tell: chairs that light. None: nothing moves."""
        return None

    def draw_moving(self, stage: Stage) -> None:
        """Draw what changes often above the still picture, at the places kept in `stage.spots`."""

    def pages(self, width: float = 1920.0, zoom: float = 1.0) -> int:
        """Count the pages this view needs on a canvas of this width at this zoom."""
        stage = Stage(None, width, zoom=zoom)
        self.draw(stage)
        return stage.pages


class Sentence(View):
    """A view of one sentence: a breather, or nothing shown yet."""

    def __init__(self, sentence: str, below: str = "") -> None:
        super().__init__(None, 0)
        self._sentence, self._below = sentence, below

    def words(self) -> str:
        return f"{self._sentence} {self._below}".strip()

    def draw(self, stage: Stage) -> None:
        if self._below:
            stage.small(self._below)
        stage.text(self._sentence, 118.0, bold=True, how=How(1.14, middle=True))
