"""The words for kinds of things: purposes, openness, how an item closed, templates (METHOD.md); no database here."""

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
