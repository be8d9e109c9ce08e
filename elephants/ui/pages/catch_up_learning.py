"""Catching up on a learning session: the points that were said over paper, what we try, and who should hear."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from elephants.sessions.learning.learned import GROUP, HEAR, QUESTIONS, TRY
from elephants.sessions.learning.learning import Learning
from elephants.sessions.text import LIMITS
from elephants.ui.pages.catch_up.blocks import RoundBlock, Whole
from elephants.ui.parts.addfield import AddField
from elephants.ui.parts.lines import Line
from elephants.words import tr

if TYPE_CHECKING:
    from elephants.ui.pages.catch_up.catch_up import CatchUpPage


class LearningBlock(RoundBlock):
    """The four questions with the same space each; grouping is for the room, and can come later."""

    nothing_kept = False

    def __init__(self, page: CatchUpPage, activity_id: int) -> None:
        super().__init__(page, activity_id)
        self.lines = Whole(tr("What we learned"), self)
        self.lay.addWidget(self.lines)
        asked = {**{kind: tr(words) for kind, words in QUESTIONS.items()},
                 TRY: tr("What do we try next?"), HEAR: tr("Who else should hear, and what?")}  # fmt: skip
        self.fields: dict[str, AddField] = {}
        for kind, words in asked.items():
            field = self.fields[kind] = AddField(words, tr("Add"), limit=LIMITS["line"], parent=self)
            field.button.setAccessibleName(tr("Add to: {question}", question=words))
            field.added.connect(partial(self._add, kind))
            self.lay.addWidget(field)
        self.lines.acted.connect(self._act)

    def refresh(self) -> None:
        super().refresh()
        kept = self.page.session.learned
        self.lines.show(
            [Line(one.id, one.text, strong=one.kind == GROUP, trail=one.asked() if one.is_point else "",
                  actions=(("out", tr("Take it out")),)) for one in kept]
        )  # fmt: skip
        self.lines.setVisible(bool(kept))

    def keep(self) -> bool:
        kept = [self._add(kind, "") for kind in self.fields]  # each, whatever becomes of another
        return all(kept)

    def _add(self, kind: str, _words: str) -> bool:
        activity, field = self.activity, self.fields[kind]
        if not field.text().strip() or not isinstance(activity, Learning):
            return True
        refusal = self.page.tried(activity, Learning.add, kind, field.text().strip())
        if refusal:
            field.say(refusal)
        else:
            field.accept()
        return not refusal

    def _act(self, line_id: int, _what: str) -> None:
        activity = self.activity
        line = next((one for one in self.page.session.learned if one.id == line_id), None)
        if line is not None and isinstance(activity, Learning):
            self.page.do(activity, Learning.take_out, line)
