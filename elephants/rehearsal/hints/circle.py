"""The hints for the session and its circle: the run sheet, what happened since, the agreement, rounds and cards."""

from __future__ import annotations

from elephants.rehearsal.hints.hint import Hint
from elephants.sessions.terms import (
    ACTION_ANSWERS,
    DECISION_ANSWERS,
    NEED_ANSWERS,
    OPENNESS,
    PURPOSES,
    WORRY_ANSWERS,
)
from elephants.words import mark

FOR = {
    "purpose": mark('Choose "{purpose}" at "What is it for?".'),
    "openness": mark('Choose "{openness}" at "How open is it?".'),
    "minutes": mark("It may take {minutes} minutes: press Up or Down there."),
}
WHAT_FOR = {"purpose": PURPOSES, "openness": OPENNESS}
SINCE_WORDS = {"words": mark('Before that, type "{words}" at "In a few words, if wanted".')}
KIND_NAMES = {
    "since": mark("What happened since"),
    "agreement": mark("Working agreement"),
    "checkin": mark("Check-in"),
    "stories": mark("More than One Story"),
    "sensing": mark("How is it for us?"),
    "learning": mark("What we learn"),
    "agenda": mark("Agenda"),
    "deciding": mark("Deciding together"),
    "checkout": mark("Check-out"),
    "readback": mark("Read-back"),
}
ASKED = Hint(
    mark('We ask: "{question}"'),
    mark('Go to the question in the list and press Enter. One of our own is typed at "A question of our own".'),
)
ROUND = Hint(
    mark("We go round. {spoke} speak and {passed} pass; nobody can tell them apart."),
    mark("Press Down once for each person who spoke or passed."),
)

HINTS: dict[str, Hint] = {
    "open the session": Hint(
        mark("We are {here}, and we begin."),
        mark('At home press "Start". Press Down until it says how many are here, then Page Down.'),
    ),
    "how many are here": Hint(
        mark("Now we are {here}."), mark('Press "One more: people here" or "One fewer: people here", at the top.')
    ),
    "add an activity": Hint(
        mark("Somebody would like to do this too: {kind}."),
        mark('Press "Add an activity" below the run sheet and choose it.'),
        choices={"kind": KIND_NAMES},
    ),
    "run sheet: move": Hint(
        mark("We do this at another time: {kind}. It is number {to} now."),
        mark("Go to it in the run sheet by Tab and press Alt and an arrow key, or drag it."),
        choices={"kind": KIND_NAMES},
    ),
    "run sheet: skip": Hint(
        mark("We leave this out: {kind}."),
        mark('Open the three dots beside it in the run sheet and choose "Skip it".'),
        choices={"kind": KIND_NAMES},
    ),
    "run sheet: take up": Hint(
        mark("There is time for it now: {kind}."),
        mark('Open the three dots beside it in the run sheet and choose "Do it after all".'),
        choices={"kind": KIND_NAMES},
    ),
    "run sheet: repeat": Hint(
        mark("We want this again: {kind}."),
        mark('Open the three dots beside it in the run sheet and choose "Do it once more".'),
        choices={"kind": KIND_NAMES},
    ),
    "walk on": Hint(mark("We go on."), mark("Press Page Down, until the next line of the run sheet is lit.")),
    "skip": Hint(mark("We leave this out today."), mark('Press "Skip".')),
    "go to": Hint(mark("We go to this: {kind}."), mark("Click on it in the run sheet."), choices={"kind": KIND_NAMES}),
    "pause": Hint(mark("We need a breather, or we have had one."), mark("Press F6.")),
    "slow down": Hint(
        mark("This goes too fast, or we have taken our time."), mark('Press "Slow down", or "Enough time taken".')
    ),
    "celebrate": Hint(mark('Somebody says: "{text}"'), mark('Type it at "Something to celebrate" and press Enter.')),
    "next time: ask for": Hint(
        mark('Somebody asks for this next time: "{text}"'),
        mark('In the check-out press "Add to the next agenda", type it and press Enter.'),
        FOR,
        WHAT_FOR,
    ),
    "next time: plan": Hint(
        mark("We say when we meet again."), mark('Press "Prepare the next session" and fill in day, time and place.')
    ),
    "close the session": Hint(
        mark("We end here."), mark('Press Page Down to the last line of the run sheet, then "Skip and close".')
    ),
    "since: action": Hint(
        mark('"{action}": the answer is "{answer}".'),
        mark('When it is the large one, press "{answer}".'),
        SINCE_WORDS,
        {"answer": ACTION_ANSWERS},
    ),
    "since: need": Hint(
        mark('Was this need met: "{need}"? The answer is "{answer}".'),
        mark('When it is the large one, press "{answer}".'),
        SINCE_WORDS,
        {"answer": NEED_ANSWERS},
    ),
    "since: decision": Hint(
        mark('What do we think of this now: "{decision}"? The answer is "{answer}".'),
        mark('When it is the large one, press "{answer}".'),
        {
            "worry": mark('First answer whether the worry came true: "{worry}".'),
            "look_again": mark('Before that, type {look_again} at "When do we look again?".'),
            **SINCE_WORDS,
        },
        {"answer": DECISION_ANSWERS, "worry": WORRY_ANSWERS},
    ),
    "agreement: starters": Hint(
        mark("We would like to begin with ready-made lines."),
        mark('Press the button that begins with "Start with these".'),
    ),
    "agreement: add": Hint(mark('Somebody says: "{text}"'), mark('Type it at "Another line" and press Enter.')),
    "agreement: take out": Hint(
        mark('We do not want this line: "{text}"'), mark('Go to the line, press Enter and choose "Take it out".')
    ),
    "agreement: limit of privacy": Hint(
        mark('The limit of privacy, in our words: "{text}"'),
        mark('Press "Change the words" beside it, type ours and press Enter.'),
    ),
    "check in: ask": ASKED,
    "check in: go round": ROUND,
    "check in: born here": Hint(
        mark('Something came up: "{text}"'), mark('Press "Add to the agenda", type it and press Enter.'), {}, WHAT_FOR
    ),
    "check out: ask": ASKED,
    "check out: go round": ROUND,
    "questions: retire": Hint(
        mark('Never ask us this again: "{question}"'),
        mark('Go to the question, press the menu key and choose "Retire this one".'),
    ),
    "questions: offer again": Hint(
        mark('We would like this question back: "{question}"'),
        mark('Choose "Retired" at "Which questions", go to it and press "Offer it again".'),
    ),
    "stories: bring in a deck": Hint(
        mark('We have cards of our own: "{deck}".'), mark('Press "Your own decks", then "Bring in a file".')
    ),
    "stories: reword a card": Hint(
        mark('The card "{card}" should say: "{to}"'),
        mark('Press "Your own decks", go to the card in "{deck}" and choose "Change the words".'),
    ),
    "stories: take out a card": Hint(
        mark('We do not want this card: "{card}"'),
        mark('Press "Your own decks", go to the card in "{deck}" and choose "Take it out".'),
    ),
    "stories: remove a deck": Hint(
        mark('We do not need this deck any more: "{deck}".'),
        mark('Press "Your own decks", choose the deck and press "Remove the deck".'),
    ),
    "stories: draw from": Hint(mark('We draw from "{deck}".'), mark('Choose it at "Which cards?".')),
    "stories: tell": Hint(
        mark("{told} tell a story and {passed} pass. Cards are swapped {swap} times for each."),
        mark("Press N for three cards and O for other cards. Press 1, 2 or 3 to choose one, and T for thank you."),
    ),
}
