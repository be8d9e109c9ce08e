"""The method on paper: a second witness of where a decision may go, written from METHOD.md and not from the code.

It knows no desk, no store and no table of steps. It is told what the room does, and says where the room must then
be, or None where the method does not allow it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

FRAME, VIEWS, OTHER, SPREAD, READY, CHOOSE = "frame", "views", "other view", "spread", "ready", "choose"
SPLIT, DEEPER, ADD, CHECK, NOT_DECIDED = "split", "deeper", "add", "check", "not decided"
READ_BACK, CLOSED = "read back", "closed"
BEFORE_CHOICE = (FRAME, VIEWS, OTHER, SPREAD, READY, SPLIT, DEEPER, NOT_DECIDED)
HANDS, BALLOT = "hands in the open", "secret ballot"
WAYS = (HANDS, "hands with eyes shut", "slips in a tin", BALLOT)
EVERYONE, TWICE, NEXT_STEP, TOLD = "everyone", "second not yet", "next step", "already decided"

ENDS = {
    "all": (EVERYONE,),
    "most": (TWICE,),
    "go ahead": (EVERYONE, TWICE),
    "not decided": (TWICE, NEXT_STEP),
    "already decided": (TOLD,),
}
"""From which answer each ending may be reached."""


@dataclass
class Paper:
    """What somebody with the method on paper would note during one decision."""

    step: str = FRAME
    short: bool = False
    decided: bool = False
    here: int = 14
    way: str = HANDS
    form: str = "numbers"
    box: bool = False
    splits: int = 0
    carried: bool | None = None
    chosen: str = ""
    not_yets: int = 0
    came: str = ""
    left: bool = False
    nothing: bool = False
    asked: bool = False
    next_step: bool = False
    day: bool = False
    reason: bool = False
    no: bool = False
    wrote: bool = False
    """Whether the room wrote the decision in words of its own."""
    ending: str | None = None
    views: list[str] = field(default_factory=list)
    options: list[str] = field(default_factory=list)
    needs: dict[str, str] = field(default_factory=dict)
    """What people need, and the room's answer, "" while there is none."""

    # -- where the room may go ---------------------------------------------------------------------------------

    @property
    def answered(self) -> bool:
        """Whether ADD is answered: each need, or we asked and nothing came."""
        return all(self.needs.values()) if self.needs else self.nothing

    def after(self, deed: str) -> str | None:
        """Say which step follows what the room says, by the table of METHOD.md."""
        if deed == "go_on":
            return self._on()
        if self.step == SPLIT:
            possible = {"more": VIEWS} if self.splits < 3 else {"later": NOT_DECIDED}
            return {**possible, **({"deepen": DEEPER} if self.splits == 3 else {})}.get(deed)
        if (deed, self.step) == ("ready", READY):
            return self._choose()
        return {
            ("more", OTHER): None if self.short else VIEWS, ("more", SPREAD): OTHER, ("more", READY): VIEWS,
            ("not_today", READY): NOT_DECIDED, ("everyone", CHECK): READ_BACK,
            ("not_yet", CHECK): READ_BACK if self.not_yets else ADD,
        }.get((deed, self.step))  # fmt: skip

    def _on(self) -> str | None:
        if self.step == FRAME:
            return ADD if self.decided else OTHER if self.short else VIEWS
        if self.step == OTHER:
            return self._choose() if self.short else SPREAD
        if self.step == ADD:
            return None if not self.answered else READ_BACK if self.decided else CHECK
        return {VIEWS: OTHER, SPREAD: READY, DEEPER: READY}.get(self.step)

    def back(self) -> str | None:
        """Say which step lies before this one; past the third split no way leads back to one more vote."""
        if self.step == SPLIT:
            return READY if self.splits < 3 else None
        if self.step == NOT_DECIDED:
            return SPLIT if self.left else READY
        if self.step == READ_BACK:
            return NOT_DECIDED if self.came == NEXT_STEP else ADD if self.decided else CHECK
        if self.step == ADD:
            return CHECK if self.not_yets else FRAME if self.decided else CHOOSE
        if self.step in (OTHER, CHOOSE) and self.short:
            return FRAME if self.step == OTHER else OTHER
        return {
            VIEWS: FRAME, OTHER: VIEWS, SPREAD: OTHER, READY: SPREAD, CHOOSE: READY, DEEPER: SPLIT, CHECK: ADD,
        }.get(self.step)  # fmt: skip

    def may_end(self, ending: str) -> bool:
        """Say whether the room may close with this ending."""
        if self.step != READ_BACK or self.came not in ENDS[ending] or (self.no and ending in ("all", "most")):
            return False
        if (self.carried or self.decided) and not self.answered:
            return False
        if ending == "not decided":
            return self.next_step and (self.day or self.splits < 3)
        if ending == "already decided":
            return self.wrote or any(answer != "not now" for answer in self.needs.values())
        return self.day or (self.reason and ending != "go ahead")

    def may_need(self) -> bool:
        """Say whether somebody may say what they need: after a choice, until the record is agreed."""
        return self.step in (ADD, CHECK, READ_BACK, CLOSED) and (bool(self.carried) or self.decided)

    def may_pick(self, way: str) -> bool:
        """Say whether the way to choose may be picked now."""
        return self.step in BEFORE_CHOICE and self._enough(way)

    def _choose(self) -> str | None:
        return CHOOSE if 2 <= len(self.options) <= 9 and self._enough(self.way) else None

    def _enough(self, way: str) -> bool:
        return way != BALLOT or self.here >= 6

    # -- what the room did -------------------------------------------------------------------------------------

    def went(self, deed: str) -> None:
        """Note that the room said this and went on."""
        to = self.after(deed)
        assert to is not None
        if to == CHOOSE:
            self.carried = None
        if (self.step, to) == (CHECK, ADD):
            self.not_yets, self.nothing, self.asked = 1, False, False
        if self.step == ADD:
            self.asked = True
        if to == READ_BACK:
            self.came = TOLD if self.step == ADD else EVERYONE if deed == "everyone" else TWICE
        self.left = self.left or deed == "later"
        self.step = to

    def went_back(self) -> None:
        """Note that the facilitator went back; before CHOOSE after a choice the choice is void."""
        to = self.back()
        assert to is not None
        if self.step == NOT_DECIDED:
            self.left, self.next_step, self.came = False, False, ""
        elif to in (CHOOSE, READY, FRAME):
            self._void()
        if (self.step, to) == (ADD, CHECK):
            self.not_yets = 0
        if self.step == CHOOSE:
            self.box = False
        self.step = to

    def _void(self) -> None:
        self.carried, self.chosen, self.came = None, "", ""
        self.not_yets, self.nothing, self.asked = 0, False, False
        self.needs = dict.fromkeys(self.needs, "")

    def counted(self, hands: list[int]) -> None:
        """Note what came out, the last number for *I'm not sure*: more than half of those voting, or a split."""
        over = [option for option, n in zip(self.options, hands, strict=False) if n > sum(hands) - n]
        self.box = False
        self.carried = bool(over)
        if over:
            (self.chosen,) = over
            self.step = ADD
        else:
            self.splits, self.short, self.step = self.splits + 1, False, SPLIT

    def needed(self, words: str) -> None:
        """Note what somebody needs; whatever was reached since is open again."""
        self.needs[words] = ""
        self.nothing, self.asked = False, False
        if self.step == CLOSED:
            self.ending = None
        self.step = ADD

    def unneeded(self, words: str) -> None:
        """Note that a need was taken out; with the last one the room is asked once more."""
        del self.needs[words]
        if not self.needs and self.step in (CHECK, READ_BACK) and (self.carried or self.decided):
            self.step, self.asked = ADD, False

    def next(self) -> None:
        """Note the next step."""
        self.next_step = True
        if self.step == NOT_DECIDED:
            self.step, self.came = READ_BACK, NEXT_STEP

    def closed(self, ending: str) -> None:
        """Note how it ended; how the room walked there is forgotten."""
        self.ending, self.step = ending, CLOSED
        self.not_yets, self.left, self.way = 0, False, HANDS
