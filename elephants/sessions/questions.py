"""The questions of ours for check-in and check-out, in two kinds (METHOD.md, Check-in and check-out).

They keep the rules of our story prompts: at most twelve words, answered lightly, and nothing that METHOD.md forbids a
prompt; they assume no home, job, partner, child or school. A group can ask its own instead, and retire any of them.
"""

from __future__ import annotations

from itertools import chain, zip_longest

from elephants.words import mark, tr

FEELINGS, EXPECTATIONS = "feelings", "expectations"
KINDS_OF_QUESTION = {FEELINGS: mark("How we are"), EXPECTATIONS: mark("What we hope for")}
"""The two kinds of question, in the words people read."""

Pack = dict[str, tuple[str, ...]]
"""Questions by their kind."""

CHECK_IN: Pack = {
    FEELINGS: (
        mark("How are you arriving today?"),
        mark("What is one small thing that went well this week?"),
        mark("What is the weather like inside you?"),
        mark("What helped you get here?"),
        mark("What made you smile lately?"),
        mark("How much energy do you have today?"),
        mark("What is one word for how you are now?"),
        mark("Which colour are you today?"),
        mark("Do you feel fast or slow today?"),
        mark("Which sound fits your day so far?"),
        mark("If you were tea, how strong would you be now?"),
        mark("What is good about right now?"),
        mark("What did you notice on the way here?"),
        mark("Which song fits how you are now?"),
        mark("What do you like about this time of year?"),
        mark("How full is your head today?"),
        mark("What makes you calm?"),
        mark("Which animal are you most like today?"),
        mark("What gave you a bit of energy lately?"),
        mark("What are you glad about today?"),
        mark("What is easy for you today?"),
        mark("What have you liked about this week?"),
    ),
    EXPECTATIONS: (
        mark("What do you need to be OK here?"),
        mark("What would make today worth coming for?"),
        mark("What are you looking forward to?"),
        mark("What do you want to leave at the door?"),
        mark("What do you hope we talk about?"),
        mark("What should we not forget today?"),
        mark("What would be a good end to today?"),
        mark("What would help you to speak today?"),
        mark("What would help you to listen today?"),
        mark("What can make today easy for you?"),
        mark("What would you like to find out today?"),
        mark("What do you want less of today?"),
        mark("What do you want more of today?"),
        mark("What should be different when we leave?"),
        mark("What do you bring with you today?"),
        mark("What do you want to ask today?"),
        mark("What should we take our time for?"),
        mark("What could make us laugh today?"),
        mark("How fast should we go today?"),
        mark("What do you wish for all of us today?"),
        mark("What new thing can we try today?"),
        mark("How will we know that today was good?"),
    ),
}
CHECK_OUT: Pack = {
    FEELINGS: (
        mark("How are you leaving?"),
        mark("What was good about today?"),
        mark("What do you want to thank us all for?"),
        mark("Which word do you leave with?"),
        mark("What surprised you today?"),
        mark("What made you smile today?"),
        mark("What is lighter now than when you came?"),
        mark("How much energy do you have left?"),
        mark("Which colour are you now?"),
    ),
    EXPECTATIONS: (
        mark("What are you taking with you?"),
        mark("What should next time be like?"),
        mark("What is one thing you will do next?"),
        mark("What should we do again next time?"),
        mark("What should we do less of next time?"),
        mark("What was missing today?"),
        mark("What would you like to hear more about?"),
        mark("What should be ready before we meet again?"),
        mark("What do you wish for us until next time?"),
    ),
}
_OURS = {question for pack in (CHECK_IN, CHECK_OUT) for kind in pack.values() for question in kind}


def in_turn(pack: Pack) -> tuple[str, ...]:
    """Give all questions of a pack, the kinds by turns, so that none stands first."""
    return tuple(question for question in chain(*zip_longest(*pack.values())) if question)


def source_of(question: str) -> str:
    """Give the question as it stands in our packs, whatever language it was read in; one of a group's own as it is."""
    if question in _OURS:
        return question
    return next((ours for ours in _OURS if tr(ours) == question), question)


def is_ours(source: str) -> bool:
    """Tell whether a question is of our packs; else it is a group's own."""
    return source in _OURS
