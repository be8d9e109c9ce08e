"""What the room reads at each activity and step, in the words of METHOD.md."""

from __future__ import annotations

import pytest

from elephants.sessions.agenda.agenda import Agenda, AgendaItem
from elephants.sessions.agreement import Agreement
from elephants.sessions.deciding.deciding import Deciding
from elephants.sessions.decision import Action
from elephants.sessions.space import Space
from elephants.ui.views.scene import SceneView
from tests.ui.views.kitchen import OPTIONS, QUESTION, SAID, TODAY, Drawn, Kitchen, told
from tests.ui.views.states import STATES, with_agenda
from tests.ui.views.states_again import NO
from tests.ui.views.states_deciding import chosen

SMALL = (480, 270)
TOLD: dict[str, tuple[str, ...]] = {
    "since-action": ("We said:", "Ask the council for a key", "Jo, by Tuesday 24 November 2026", "What became of it?"),
    "since-answered": ("On its way", "They said they will ring back."),
    "since-need": ("because some of us need it", "whoever comes late.", "Partly", "Twice there was none left."),
    "since-decision": ("We decided:", "We eat before we talk", "Did the worry come true? Is it still right?"),
    "since-decision-answered": ("Still right, look again on Tuesday 25 May 2027", "No worry came true."),
    "agreement-empty": ("What do we need so that everyone can be themselves here?",),
    "agreement": ("What we agreed", "You can pass.", "We all check what is written.", "in serious danger"),
    "checkin-welcome": ("Welcome", "You can always pass."),
    "checkin": ("What is one small thing that went well this week?", "Speak when you are ready. Passing is fine."),
    "checkout": ("How are you leaving?", "What should next time be like?"),
    "stories": ("More than One Story", "We listen. No advice, no writing down."),
    "stories-three": ("Choose one of the three", "Or ask for other cards, or pass"),
    "stories-telling": ("Tell as much or as little as you like.",),
    "stories-thanked": ("Thank you.",),
    "agenda-empty": ("What do you want to talk about?",),
    "agenda": ("1. Where shall we meet in winter?", "To decide, 35 minutes", "Talked through", "What can wait?"),
    "agenda-item": ("To put right", "The bus pass letter", "The library helps on Thursdays at ten.",
                    "Jo, by Thursday 3 December 2026", "Talked through"),
    "agenda-roles": ("1. Where shall we meet in winter?", "Who helps today?", "Watch how we are doing"),
    "agenda-dots": ("Put dots on what matters to you", "4. What we tell the council", "3 dots for each of us."),
    "agenda-lot": ("One place by lot", "What we tell the council about the survey", "few dots"),
    "agenda-drawn": ("Drawn by lot. It comes second.", "1. The garden on Saturdays", "few dots"),
    "agenda-decide": ("To decide", QUESTION, "We lean one way"),
    "frame": (QUESTION, "We lean one way"),
    "frame-again": ("We look at this again", "When do we eat?", "On Tuesday 3 November 2026 we decided: We eat before",
                    NO, "Met in part", "Did the worry come true?"),
    "frame-again-came": ("We look at this again", NO, "The worry came true in part.", "Is it the right one"),
    "views-empty": ("What do you think?", "It all counts. We are collecting, not arguing yet."),
    "views": ("What do you think?", *SAID, "not in the room"),
    "other-view": ("What have we not heard?", *SAID),
    "spread": ("Who has a little of that too?", "some of us feel this too", *SAID),
    "ready": ("Are we ready to choose, or is there more to say?", "B: The church hall", "Hands in the open.",
              "Everyone here sees your hand. We write down how many chose each, never who."),
    "ready-last": ("This is the last time we choose today.", "B: The church hall"),
    "choose": (QUESTION, "The church hall", "I'm not sure", "Closed until we open it", "Everyone here sees your hand."),
    "choose-counting": (QUESTION, "6 of 14 counted", "Closed until we open it"),
    "choose-shut": (QUESTION, "Only the facilitator sees your hand.", "never how many."),
    "choose-tin": (QUESTION, "Whoever counts the slips sees the letters, but not whose they are."),
    "choose-nine": ("Somewhere warm, number 5", "I'm not sure", "Closed until we open it"),
    "reveal-words": (QUESTION, "Most of us chose", "The church hall", OPTIONS[0], "The library", "I'm not sure",
                     "No numbers here, so that nobody is singled out."),
    "reveal-numbers": (QUESTION, "Most of us chose", "The church hall: 9", f"{OPTIONS[0]}: 3", "I'm not sure: 1"),
    "split-words": ("We are split. Let us hear more.",),
    "split-numbers": ("We are split. Let us hear more.", "The church hall: 6", "I'm not sure: 1"),
    "split-thrice": ("We are split.", "Shall we go deeper, or leave it for later?"),
    "split-once-more": ("We are split.", "We leave it for later, with a day and a next step."),
    "deeper": (QUESTION, "First all of us speak for side one, even if it is not ours.", "What are the two sides?"),
    "deeper-one": ("Stay where we are at home",),
    "deeper-other": ("Go where it is warm",),
    "deeper-quiet": ("A quiet minute.",),
    "deeper-home": ("What hit home?", "One thing, for yourself. No replies."),
    "add-words": ("Most of us chose “The church hall”.", "What do you need to come along?", "thank you for staying"),
    "add-numbers": ("Most of us chose “The church hall”.", "What do you need to come along?"),
    "add-needs": ("A way to get there", "Added: We set off together", "Changed to: On the first Tuesday",
                  "Not now, because: there is no"),
    "add-nothing": ("We asked; nothing came.",),
    "add-already": (QUESTION, "What do you need, now this is happening?"),
    "check": ("With these added, can everyone come along?", "We set off together", "It is all right to say no."),
    "check-nothing": ("Can everyone come along?", "It is all right to say no."),
    "not-decided": ("We do not decide this today.", "What is the next step?"),
    "next-step": (QUESTION, "Not decided yet", "Next step: We go and look at the hall on Thursday."),
    "read-back": ("We meet in the church hall", "Every Tuesday at six.", "Added because some of us need it",
                  "We set off together", "Ask about the side door", "Jo, by Tuesday 1 December 2026",
                  "Not now: Pay for taxis", "because there is no money", "We look again on Tuesday 26 January 2027"),
    "closed-all": ("We meet in the church hall", "All of us", "Thank you."),
    "closed-go-ahead": ("Go ahead and look again on Tuesday 26 January 2027",),
    "sensing": ("How is it for us?", "This decides nothing. You can always pass."),
    "sensing-asked": ("How shall we go on?", "A: Go on", "C: Stop", "Let us stop here, and ask all of us"),
    "sensing-things": ("What shall we give our time to?", "What shall we put here?"),
    "sensing-closed": ("How shall we go on?", "Slow down", "Closed until we open it. Passing is fine."),
    "sensing-closed-open": ("The bus pass letter", "What the survey said"),
    "sensing-came": ("Some of us say this", "Go on", "Stop", "“Some of us” can be one of us, or all of us."),
    "sensing-came-many": ("How is this for you?", "Some of us say this.", "I cannot come along with this"),
    "sensing-dots": ("A warm room in winter: 20", "What the survey said: 0"),
    "sensing-consent": ("How many of us say it", "I can try this: 9", "I am not sure: 1", "14 here, 14 counted."),
    "readback-nothing": ("There is nothing to read back today.",),
    "readback-line": ("Every Tuesday at six.", "Is this right? Anything to take out?"),
    "readback-action": ("Jo", "Ask about the side door", "By Tuesday 1 December 2026"),
    "readback-agreed": ("The room has agreed this record. Thank you.",),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_the_room_reads(name: str, kitchen: Kitchen) -> None:
    shown = told(STATES[name](kitchen), size=SMALL)
    assert [words for words in TOLD[name] if words not in shown] == []


def test_with_nothing_due_the_screen_is_calm(kitchen: Kitchen) -> None:
    def let_all_be_done(space: Space) -> None:
        for action in space.actions:
            action.state = "done"
        space.decisions[0].standing, space.decisions[0].look_again = "ended", None

    kitchen.desk.change(kitchen.space, let_all_be_done)
    assert "Nothing is waiting. Thank you." in told(STATES["since-action"](kitchen), size=SMALL)


def test_an_answer_has_a_word_and_is_not_told_by_colour(kitchen: Kitchen) -> None:
    view = STATES["since-answered"](kitchen)
    assert isinstance(view, SceneView)
    answers = [line for line in view.told().lines if line.icon]
    assert [(line.words, line.colour) for line in answers] == [("On its way", "ink")]


def test_an_action_without_a_name_is_the_groups(kitchen: Kitchen) -> None:
    action: Action = kitchen.space.actions[1]
    view = STATES["since-action"](kitchen)
    since = kitchen.session.activities[0]
    kitchen.desk.change(kitchen.desk.moment(since), lambda finger: finger.point(1))
    assert f"{action.text} The group" in told(view, size=(1920, 1080)).replace("\n", " ")


@pytest.mark.parametrize("state", ["deeper-one", "deeper-other"])
def test_while_we_speak_for_a_side_the_screen_says_so_and_nothing_else(state: str, kitchen: Kitchen) -> None:
    words = " ".join(told(STATES[state](kitchen), size=SMALL).split())
    assert words == f"All of us speak for this side: {TOLD[state][0]}"


def test_in_the_quiet_minute_nothing_else_is_on_the_screen(kitchen: Kitchen) -> None:
    assert told(STATES["deeper-quiet"](kitchen), size=SMALL).strip() == TOLD["deeper-quiet"][0]


def test_views_all_stand_at_one_size(kitchen: Kitchen) -> None:
    drawn = Drawn(STATES["spread"](kitchen), size=SMALL)
    sizes = {size for words, size in drawn.stage.spoken.words if words in SAID}
    assert len(sizes) == 1


def test_the_finger_moves_what_is_shown(kitchen: Kitchen) -> None:
    agenda = with_agenda(kitchen)
    kitchen.desk.change(agenda, Agenda.settle)
    view = kitchen.view(agenda)
    before = view.key()
    kitchen.desk.change(kitchen.desk.moment(agenda), lambda finger: finger.point(2))
    assert view.key() != before
    assert "The garden on Saturdays" in told(view, size=SMALL)
    kitchen.desk.change(kitchen.desk.moment(agenda), lambda finger: finger.point(99))
    assert "What we tell the council" in told(view, size=SMALL)


def test_an_agenda_that_fits_asks_nothing(kitchen: Kitchen) -> None:
    agenda = kitchen.go("agenda", Agenda)
    kitchen.desk.change(agenda, Agenda.add_item, "The garden", "think", None, 10)
    shown = told(kitchen.view(agenda), size=SMALL)
    assert "This takes 10 minutes." in shown
    assert "What can wait?" not in shown


def test_a_closed_item_says_how_it_closed(kitchen: Kitchen) -> None:
    agenda = with_agenda(kitchen)
    for item, how in zip(list(kitchen.session.items)[1:], ("carried", "let go"), strict=False):
        kitchen.desk.change(item, AgendaItem.close, how)
    shown = told(kitchen.view(agenda), size=SMALL)
    assert "Carried over" in shown
    assert "Let go" in shown


def test_a_line_struck_from_the_agreement_is_gone(kitchen: Kitchen) -> None:
    view = STATES["agreement"](kitchen)
    agreement = kitchen.go("agreement", Agreement)
    kitchen.desk.change(agreement, Agreement.take_out, agreement.lines[0])
    assert "What is said here" not in told(view, size=SMALL)


def test_no_need_to_look_again_says_why(kitchen: Kitchen) -> None:
    view = STATES["read-back"](kitchen)
    kitchen.desk.change(kitchen.go("deciding", Deciding), Deciding.no_look_again, "winter ends by itself")
    assert "No need to look again, because winter ends by itself" in told(view, size=SMALL)


def test_going_back_takes_the_result_from_the_screen(kitchen: Kitchen) -> None:
    talk = chosen(kitchen)
    view = kitchen.view(talk)
    kitchen.desk.change(talk, Deciding.go_back)
    shown = told(view, size=SMALL)
    assert "Most of us" not in shown
    assert "Closed until we open it" in shown


def test_a_line_of_the_readback_changes_with_the_record(kitchen: Kitchen) -> None:
    view = STATES["readback-line"](kitchen)
    talk = next(one for one in kitchen.session.activities if isinstance(one, Deciding))
    kitchen.desk.change(talk.poll, type(talk.poll).reword, "Every Wednesday at six.")
    assert "Every Wednesday at six." in told(view, size=SMALL)


def test_days_are_written_as_people_say_them(kitchen: Kitchen) -> None:
    assert TODAY.isoformat() not in told(STATES["since-action"](kitchen), size=SMALL)


@pytest.mark.parametrize("state", ["read-back", "closed-all"])
def test_a_no_that_remains_is_offered_in_the_room_and_stays_when_it_is_closed(kitchen: Kitchen, state: str) -> None:
    view = STATES[state](kitchen)
    assert "A no that remains" not in view.words()
    decision = kitchen.session.decisions[-1]
    kitchen.desk.change(decision, lambda one: setattr(one, "remaining_no", "The hall is cold for some of us."))
    assert "A no that remains The hall is cold for some of us." in told(view)
