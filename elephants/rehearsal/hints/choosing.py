"""The hints for deciding together: views, options, the ways to choose, needs, and how it ends."""

from __future__ import annotations

from elephants.rehearsal.hints.hint import Hint
from elephants.sessions.deciding.steps import ENDING_WORDS
from elephants.sessions.deciding.ways import KINDS
from elephants.sessions.terms import OPENNESS, WORRY_ANSWERS
from elephants.words import mark

WAYS = {way.value: kind.name for way, kind in KINDS.items()}
ENDINGS = {ending.value: words for ending, words in ENDING_WORDS.items()}
FORMS = {"words": mark("In words"), "numbers": mark("In numbers")}
ANSWERS = {
    "added": mark("Add it"),
    "changed": mark("Change it to ..."),
    "not now": mark("Not now, because ..."),
}

HINTS: dict[str, Hint] = {
    "did the worry come true": Hint(
        mark('We look at this again. Did the worry come true? "{worry}"'),
        mark('Press "{worry}" above the question.'),
        {},
        {"worry": WORRY_ANSWERS},
    ),
    "frame": Hint(
        mark('The question is: "{question}"'),
        mark('Type it at "The question, in one plain sentence".'),
        {"openness": mark('Choose "{openness}" at "How open is it?".')},
        {"openness": OPENNESS},
    ),
    "go on": Hint(mark("We go to the next step."), mark("Press Page Down.")),
    "add view": Hint(
        mark('A view: "{text}"'),
        mark('Type it at "Another view" and press Enter.'),
        {
            "away": mark('Whoever says that is not here: tick "Not in the room" first.'),
            "shared": mark('Others feel it as well: go to it, press Enter, choose "Some of us feel this too".'),
        },
    ),
    "views on slips": Hint(
        mark("Views came on paper slips: {slips}."),
        mark('Press "Paper slips", type each and press Enter. Ctrl and Enter keeps them, shuffled.'),
    ),
    "some of us feel this too": Hint(
        mark('Some of us feel this too: "{view}"'),
        mark('Go to it, press Enter and choose "Some of us feel this too".'),
    ),
    "add option": Hint(
        mark('We could choose this: "{text}"'), mark('Type it at "An option, in our own words" and press Enter.')
    ),
    "more to say": Hint(
        mark("There is more to say."), mark('Press "There is more to say", or Page Down after a split.')
    ),
    "ready to choose": Hint(mark("We are ready to choose."), mark("Press Page Down.")),
    "not today": Hint(mark("We do not decide this today."), mark('Press "Not today".')),
    "leave for later": Hint(mark("We leave it for later."), mark('Press "Leave it for later".')),
    "choose by": Hint(mark('We choose by: "{way}".'), mark('Choose it at "How we choose".'), choices={"way": WAYS}),
    "write result in": Hint(
        mark('We write the result down: "{form}".'),
        mark('Choose it at "How the result is written down".'),
        choices={"form": FORMS},
    ),
    "count hands": Hint(
        mark("In the order of the options there are so many hands: {hands}. Not sure: {not_sure}."),
        mark("Press A, then Down for each hand; then B, and so on. 0 is for not sure."),
    ),
    "open the box": Hint(
        mark("We choose on the laptop, one after the other."), mark("Press Page Down to open the box.")
    ),
    "vote": Hint(
        mark("The laptop goes round: {choices}."),
        mark("Be each of them in turn: follow the words on the screen."),
    ),
    "slips join the box": Hint(
        mark("Paper slips came in as well: {slips}. Not sure: {not_sure}."),
        mark('Press "Paper slips join the box ..." and count them in.'),
    ),
    "open the count": Hint(mark("All have chosen."), mark("Press Page Down to show the room what was chosen.")),
    "ask for needs": Hint(mark("We have seen the result."), mark("Press Page Down to ask what people need.")),
    "go deeper": Hint(mark("We were split. We would like to go deeper."), mark('Press "Go deeper".')),
    "name the sides": Hint(
        mark('The two sides are "{one}" and "{other}".'),
        mark('Type one at "Side one" and press Enter. Type the other below it.'),
    ),
    "next side": Hint(mark("It is the turn of the next side."), mark("Press Page Down.")),
    "add need": Hint(
        mark('To come along, somebody needs this: "{need}"'), mark('Type it at "Another need" and press Enter.')
    ),
    "needs on slips": Hint(
        mark("What is needed came on paper slips: {slips}."),
        mark('Press "Paper slips", type each and press Enter. Ctrl and Enter keeps them, shuffled.'),
    ),
    "answer need": Hint(
        mark('What do we say to "{need}"? "{answer}"'),
        mark('Press "{answer}" beside the need.'),
        {
            "words": mark('Type "{words}" and press Enter.'),
            "in_the_text": mark('In the decision it stands as: "{in_the_text}"'),
        },
        {"answer": ANSWERS},
    ),
    "nothing came": Hint(mark("We asked what people need; nothing came."), mark('Press "We asked; nothing came".')),
    "everyone can come along": Hint(
        mark("With these added, everyone can come along."), mark('Press "Everyone can come along".')
    ),
    "not yet": Hint(mark("Not everyone can come along yet."), mark('Press "Not yet".')),
    "write the decision": Hint(
        mark('We decided: "{text}"'),
        mark('Type it at "What we decided", and "{title}" at "The title of the decision".'),
    ),
    "keep the no": Hint(
        mark('A no remains. Its owner says: "{text}"'),
        mark('Type it at "A no that remains" and tick "Yes, keep these words in our record".'),
        {"on_papers": mark('Tick "Yes, print these words on papers too" as well.')},
    ),
    "look again": Hint(mark("We look again on {day}."), mark('Type the day at "When we look again".')),
    "no need to look again": Hint(
        mark("We need not look again, because {reason}."), mark('Type it at "No need to look again, because".')
    ),
    "next step": Hint(mark('The next step is: "{text}"'), mark("Type it where it asks for the next step.")),
    "close the decision": Hint(
        mark('This is how it ended: "{ending}".'),
        mark('Choose "{ending}" and press Page Down.'),
        choices={"ending": ENDINGS},
    ),
}
