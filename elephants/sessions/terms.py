"""The words for kinds of things: purposes, openness, how an item closed, what became of it (METHOD.md); no database."""

from __future__ import annotations

from elephants.words import mark

PURPOSES = {
    "share": mark("To share"),
    "think": mark("To think"),
    "decide": mark("To decide"),
    "put right": mark("To put right"),
}
OPENNESS = {
    "wide": mark("Wide open"),
    "leaning": mark("We lean one way"),
    "plan": mark("There is a plan, tell us what is wrong with it"),
    "decided": mark("It is already decided, we are telling you"),
}
CLOSINGS = {
    "decided": mark("Decided"),
    "talked": mark("Talked through"),
    "carried": mark("Carried over"),
    "let go": mark("Let go"),
}
ACTION_ANSWERS = {
    "done": mark("Done"),
    "on its way": mark("On its way"),
    "stuck": mark("Stuck"),
    "let go": mark("We let it go"),
}
NEED_ANSWERS = {
    "met": mark("Met"),
    "partly": mark("Partly"),
    "not met": mark("Not met"),
    "no longer needed": mark("No longer needed"),
}
WORRY_ANSWERS = {
    "yes": mark("Yes"),
    "partly": mark("Partly"),
    "no": mark("No"),
    "too early": mark("Too early to say"),
}
DECISION_ANSWERS = {
    "still right": mark("Still right, look again"),
    "agenda": mark("Put it on the agenda"),
    "ended": mark("It has ended"),
}

MOST_BACK = 12
"""So many decisions at most come back to one agenda by themselves: a room cannot look at forty in an evening."""
