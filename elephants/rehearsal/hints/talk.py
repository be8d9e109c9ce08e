"""The hints for how it is for us, for the agenda and for the read-back."""

from __future__ import annotations

from elephants.rehearsal.hints.circle import FOR, KIND_NAMES, WHAT_FOR
from elephants.rehearsal.hints.hint import Hint
from elephants.sessions.agenda.table import ROLES
from elephants.words import mark

HOW_CLOSED = {"talked": mark("Talked through"), "carried": mark("Carry over"), "let go": mark("Let it go")}
OPENED = {"round": mark("A round of talk"), "stories": mark("Story cards"), "sensing": mark("How is it for us?")}
SHOWN = {"words": mark("What came, in words"), "numbers": mark("How many, in numbers")}

HINTS: dict[str, Hint] = {
    "how is it: begin with": Hint(
        mark("We would like to see how it is for us: {template}."), mark("Go to it in the list and press Enter.")
    ),
    "how is it: ask": Hint(mark('We ask: "{text}"'), mark('Press "Change the words", type it and press Enter.')),
    "how is it: add": Hint(
        mark('One more to mark: "{text}"'), mark('Type it at "One more, in our own words" and press Enter.')
    ),
    "how is it: reword": Hint(
        mark('"{option}" should say something else.'),
        mark('Go to it, press Enter and choose "Change the words".'),
        {"text": mark('It is now: "{text}"'), "meaning": mark('What it asks of us: "{meaning}"')},
    ),
    "how is it: take out": Hint(
        mark('We do not need this one: "{text}"'), mark('Go to it, press Enter and choose "Take it out".')
    ),
    "how is it: marks each": Hint(
        mark("Each of us has {each} marks."), mark("Press Up or Down where it says how many each.")
    ),
    "how is it: mark by": Hint(
        mark("We mark by {way}."),
        mark('Choose it at "How we mark".'),
        {"form": mark('Choose "{form}" at "What the room is shown".')},
        {"form": SHOWN},
    ),
    "how is it: count": Hint(
        mark("In their order there are so many marks: {marks}."),
        mark("Press the letter of each one, then Down once for each mark. The room sees nothing of it yet."),
    ),
    "how is it: show": Hint(mark("All have marked."), mark("Press Page Down to show the room what came.")),
    "agenda: add": Hint(
        mark('Somebody would like to talk about this: "{text}"'),
        mark('Type it at "What do you want to talk about?" and press Enter.'),
        FOR,
        WHAT_FOR,
    ),
    "agenda: reword": Hint(
        mark('"{item}" is too long. Let us call it: "{text}"'),
        mark('Go to it, press Enter, choose "Change the words", type it and press Enter.'),
    ),
    "agenda: move": Hint(mark('"{item}" should come at place {to}.'), mark("Go to it and press Alt with Up or Down.")),
    "agenda: ask": Hint(
        mark('Somebody asks in the middle of something else: "{text}"'),
        mark("Press Ctrl, Shift and A, type it and press Enter."),
    ),
    "agenda: role": Hint(
        mark('Somebody would like to do this for us: "{role}".'),
        mark('Press "Who helps today?" and then the role.'),
        choices={"role": ROLES},
    ),
    "agenda: dots": Hint(
        mark("In their order the items have so many dots: {dots}."),
        mark('Press "Order them with dots". Press Down for each dot, and Tab for the next item.'),
        {"each": mark("Each of us has {each}.")},
    ),
    "agenda: order by dots": Hint(
        mark("We take this order."), mark("Press Page Down to open the dots, and again to keep the order.")
    ),
    "agenda: settle": Hint(mark("This order is good for now."), mark("Press Page Down to go to the first item.")),
    "agenda: extend": Hint(mark('"{item}" needs {minutes} minutes more.'), mark('At the item press "5 more minutes".')),
    "agenda: park": Hint(
        mark('"{item}" can wait until the others are done.'), mark('At the item press "Park it for later today".')
    ),
    "agenda: open": Hint(
        mark('For "{item}" we would like this: {what}.'),
        mark('At the item press "Open something for this" and choose it.'),
        choices={"what": OPENED},
    ),
    "agenda: point": Hint(
        mark('On "{item}" somebody says: "{text}"'),
        mark('At the item type it at "What should be kept? One line" and press Enter.'),
    ),
    "agenda: close": Hint(
        mark('We are done with "{item}": {how}.'),
        mark('At the item press "{how}". To carry one over from the list, press Enter on it and choose that.'),
        choices={"how": HOW_CLOSED},
    ),
    "agenda: decide": Hint(
        mark('We decide this together: "{item}"'),
        mark("At the item press Page Down."),
        {"short": mark('Here the short form will do: press "Decide, the short form".')},
    ),
    "who does what": Hint(
        mark('Somebody does something: "{text}"'),
        mark('Type it at "What will be done?" and press Enter.'),
        {
            "item": mark('It belongs to "{item}": press "Who does what?" there first.'),
            "need": mark('It is for a need: "{need}". Go to that need and choose "Who does something about it?".'),
            "name": mark('Type "{name}" at "Who?" and tick "This is somebody\'s name".'),
            "who": mark('Type "{who}" at "Who?".'),
            "by": mark('Type {by} at "By when?".'),
        },
    ),
    "lid down": Hint(mark("We go on with paper."), mark('Press "Lid down".')),
    "lid up": Hint(mark("We come back from the paper."), mark('Press "Catch up", then lift the lid.')),
    "catch up: took place": Hint(
        mark("We did this with paper: {kind}."),
        mark("On the page for catching up, say that it took place."),
        choices={"kind": KIND_NAMES},
    ),
    "catch up: did not": Hint(
        mark("We did not do this: {kind}."),
        mark("On the page for catching up, say that we did not."),
        choices={"kind": KIND_NAMES},
    ),
    "catch up: decide": Hint(
        mark('We decided this with paper: "{item}"'), mark("On the page for catching up, open the decision.")
    ),
    "catch up: chose": Hint(
        mark("We chose on paper."),
        mark("On the page for catching up, say what most of us chose, or that we were split."),
        {"option": mark('Most of us chose "{option}".')},
    ),
    "catch up: not decided": Hint(
        mark("We did not decide it on paper either."), mark("On the page for catching up, say so.")
    ),
    "catch up: over": Hint(mark("All of it is caught up."), mark("On the page for catching up, say that it is over.")),
    "read back: change": Hint(
        mark('This line should say something else: "{line}"'),
        mark('Press Page Down until it is read. Press "Change the words", type "{to}" and press Enter.'),
    ),
    "read back: strike": Hint(
        mark('We do not want this line kept: "{line}"'),
        mark('Press Page Down until it is read, then press "Strike it". It is gone.'),
    ),
    "read back: agree": Hint(
        mark("This is what we said. We agree."), mark('Press Page Down until it says "The room agrees", and once more.')
    ),
    "record: correct": Hint(
        mark('Later we see that this is not quite right: "{line}"'),
        mark('Press "The record" below the run sheet and choose the line. Press "Correct this line" and type "{to}".'),
    ),
    "record: take out": Hint(
        mark('Somebody asks us to let this go for good: "{line}"'),
        mark('Press "The record" below the run sheet and choose the line. Press "Take this line out" and read.'),
    ),
}
