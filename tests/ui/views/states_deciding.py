"""Deciding together, brought by real deeds to each step that the room can see."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

from elephants.sessions.agenda.agenda import Agenda
from elephants.sessions.deciding.debate import Debate
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.deciding.result import Count, Reveal
from elephants.ui.views.base import View
from tests.ui.views.kitchen import OPTIONS, QUESTION, SAID, TODAY, Kitchen
from tests.ui.views.states_again import AGAIN


def framed(kitchen: Kitchen, openness: str = "leaning") -> Deciding:
    """Open deciding on the winter's place."""
    agenda = kitchen.go("agenda", Agenda)
    kitchen.desk.change(agenda, Agenda.add_item, QUESTION, "decide", openness, 30)
    return kitchen.decide(kitchen.session.items[0])


STEPS = ("frame", "views", "other view", "spread", "ready", "choose")


def walked(kitchen: Kitchen, step: str) -> Deciding:
    """Walk the winter's question to a step, with views and options."""
    talk, change = framed(kitchen), kitchen.desk.change
    for at in STEPS:
        if at == step:
            break
        if at == "views":
            for text in SAID:
                change(talk, Deciding.add_view, text, away=text == SAID[2])
        if at == "other view":
            change(talk, Deciding.spread, talk.poll.views[1])
            for option in OPTIONS:
                change(talk, Deciding.add_option, option)
        change(talk, Deciding.ready if at == "ready" else Deciding.go_on)
    return talk


def _at(step: str) -> Callable[[Kitchen], View]:
    return lambda kitchen: kitchen.view(walked(kitchen, step))


def _views_empty(kitchen: Kitchen) -> View:
    talk = framed(kitchen)
    kitchen.desk.change(talk, Deciding.go_on)
    return kitchen.view(talk)


def _views_said(kitchen: Kitchen) -> View:
    talk = walked(kitchen, "other view")
    kitchen.desk.change(talk, Deciding.go_back)
    return kitchen.view(talk)


def _counting(kitchen: Kitchen) -> View:
    talk = walked(kitchen, "choose")
    count = kitchen.desk.moment(talk)
    kitchen.desk.change(count, Count.put, 1, 6)
    return kitchen.view(talk)


def _nine(kitchen: Kitchen) -> View:
    talk = walked(kitchen, "spread")
    for n in range(6):
        kitchen.desk.change(talk, Deciding.add_option, f"Somewhere warm, number {n}")
    kitchen.desk.change(talk, Deciding.go_on)
    kitchen.desk.change(talk, Deciding.ready)
    return kitchen.view(talk)


def revealed(kitchen: Kitchen, form: str = "words") -> Deciding:
    """Most of us chose the church hall, and the room sees that alone."""
    talk = walked(kitchen, "ready")
    kitchen.desk.change(talk, Deciding.write_as, form)
    kitchen.desk.change(talk, Deciding.ready)
    kitchen.choose(talk, 3, 9, 1, 1)
    return talk


def chosen(kitchen: Kitchen, form: str = "words") -> Deciding:
    """Most of us chose the church hall, and now we are asked what we need."""
    talk = revealed(kitchen, form)
    kitchen.desk.change(kitchen.desk.moment(talk), Reveal.ask)
    return talk


def _by(way: str) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        talk = walked(kitchen, "ready")
        kitchen.desk.change(talk, Deciding.choose_by, way)
        kitchen.desk.change(talk, Deciding.ready)
        kitchen.desk.change(kitchen.desk.moment(talk), Count.put, 1, 6)
        return kitchen.view(talk)

    return state


def _nine_shut(kitchen: Kitchen) -> View:
    view, talk = _nine(kitchen), kitchen.go("deciding", Deciding)
    kitchen.desk.change(talk, Deciding.go_back)
    kitchen.desk.change(talk, Deciding.choose_by, "hands with eyes shut")
    kitchen.desk.change(talk, Deciding.ready)
    return view


def _nine_revealed(kitchen: Kitchen) -> View:
    view, talk = _nine(kitchen), kitchen.go("deciding", Deciding)
    kitchen.choose(talk, 1, 9, 1, 1)
    return view


def _split(form: str) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        talk = walked(kitchen, "ready")
        kitchen.desk.change(talk, Deciding.write_as, form)
        kitchen.desk.change(talk, Deciding.ready)
        kitchen.choose(talk, 5, 6, 2, 1)
        return kitchen.view(talk)

    return state


def split_thrice(kitchen: Kitchen) -> Deciding:
    """Split for the third time."""
    talk, change = walked(kitchen, "ready"), kitchen.desk.change
    for at in range(3):
        change(talk, Deciding.ready)
        kitchen.choose(talk, 5, 6, 2, 1)
        for deed in (Deciding.more, *[Deciding.go_on] * 3) if at < 2 else ():
            change(talk, deed)
    return talk


def _deeper(turns: int) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        talk = split_thrice(kitchen)
        kitchen.desk.change(talk, Deciding.deepen)
        debate = kitchen.desk.moment(talk)
        kitchen.desk.change(debate, Debate.name, "Stay where we are at home", "Go where it is warm")
        for _ in range(turns):
            kitchen.desk.change(debate, Debate.go_on)
        return kitchen.view(talk)

    return state


def _last_time(kitchen: Kitchen) -> View:
    view = _deeper(6)(kitchen)
    kitchen.desk.change(kitchen.go("deciding", Deciding), Deciding.go_on)
    return view


def _split_once_more(kitchen: Kitchen) -> View:
    view, talk = _last_time(kitchen), kitchen.go("deciding", Deciding)
    kitchen.desk.change(talk, Deciding.ready)
    kitchen.choose(talk, 5, 6, 2, 1)
    return view


def needed(kitchen: Kitchen) -> Deciding:
    """Needs with each of the three answers."""
    talk = chosen(kitchen)
    kitchen.need(talk, "A way to get there", "added", "We set off together from the kitchen at half past five.")
    kitchen.need(talk, "That the kitchen stays ours", "changed", "On the first Tuesday we are in the kitchen.")
    kitchen.need(talk, "Pay for taxis", "not now", "there is no money for it before April")
    return talk


def _adding(kitchen: Kitchen) -> View:
    talk = needed(kitchen)
    kitchen.need(talk, "A door that is not the church door")
    return kitchen.view(talk)


def _nothing(kitchen: Kitchen) -> View:
    talk = chosen(kitchen)
    kitchen.desk.change(talk, Deciding.nothing_came)
    return kitchen.view(talk)


def _already(kitchen: Kitchen) -> View:
    talk = framed(kitchen, "decided")
    kitchen.desk.change(talk, Deciding.go_on)
    return kitchen.view(talk)


def checked(kitchen: Kitchen) -> Deciding:
    """At CHECK."""
    talk = needed(kitchen)
    kitchen.desk.change(talk, Deciding.go_on)
    return talk


def _checked_bare(kitchen: Kitchen) -> View:
    view = _nothing(kitchen)
    talk = kitchen.go("deciding", Deciding)
    kitchen.desk.change(talk, Deciding.go_on)
    return view


def written(kitchen: Kitchen) -> Deciding:
    """At READ BACK, with the text, actions and a day to look again."""
    talk, change = checked(kitchen), kitchen.desk.change
    change(talk, Deciding.everyone)
    change(talk, Deciding.write_decision, "We meet in the church hall",
           "Every Tuesday at six. From 1 December to 30 March.")  # fmt: skip
    change(talk.poll, type(talk.poll).add_action, "Ask about the side door", TODAY, name="Jo",
           by=date(2026, 12, 1))  # fmt: skip
    change(talk, Deciding.look_again_on, date(2027, 1, 26), TODAY)
    return talk


def closed(ending: str) -> Callable[[Kitchen], View]:
    def state(kitchen: Kitchen) -> View:
        talk = written(kitchen)
        kitchen.desk.change(talk, Deciding.close, ending, random.Random(1))
        return kitchen.view(talk)

    return state


def _not_decided(kitchen: Kitchen) -> View:
    talk = walked(kitchen, "ready")
    kitchen.desk.change(talk, Deciding.not_today)
    return kitchen.view(talk)


def _next_step(kitchen: Kitchen) -> View:
    view, talk = _not_decided(kitchen), kitchen.go("deciding", Deciding)
    kitchen.desk.change(talk, Deciding.say_next_step, "We go and look at the hall on Thursday.")
    return view


DECIDING: dict[str, Callable[[Kitchen], View]] = {
    "frame": _at("frame"),
    **AGAIN,
    "views-empty": _views_empty,
    "views": _views_said,
    "other-view": _at("other view"),
    "spread": _at("spread"),
    "ready": _at("ready"),
    "choose": _at("choose"),
    "choose-counting": _counting,
    "choose-nine": _nine,
    "choose-shut": _by("hands with eyes shut"),
    "choose-tin": _by("slips in a tin"),
    "choose-nine-shut": _nine_shut,
    "reveal-words": lambda kitchen: kitchen.view(revealed(kitchen)),
    "reveal-numbers": lambda kitchen: kitchen.view(revealed(kitchen, "numbers")),
    "reveal-nine": _nine_revealed,
    "split-words": _split("words"),
    "split-numbers": _split("numbers"),
    "split-thrice": lambda kitchen: kitchen.view(split_thrice(kitchen)),
    "split-once-more": _split_once_more,
    "deeper": _deeper(0),
    "deeper-one": _deeper(1),
    "deeper-other": _deeper(2),
    "deeper-quiet": _deeper(5),
    "deeper-home": _deeper(6),
    "ready-last": _last_time,
    "add-words": lambda kitchen: kitchen.view(chosen(kitchen)),
    "add-numbers": lambda kitchen: kitchen.view(chosen(kitchen, "numbers")),
    "add-needs": _adding,
    "add-nothing": _nothing,
    "add-already": _already,
    "check": lambda kitchen: kitchen.view(checked(kitchen)),
    "check-nothing": _checked_bare,
    "not-decided": _not_decided,
    "next-step": _next_step,
    "read-back": lambda kitchen: kitchen.view(written(kitchen)),
    "closed-all": closed("all"),
    "closed-go-ahead": closed("go ahead"),
}
