"""The hints for the learning session."""

from __future__ import annotations

from elephants.rehearsal.hints.hint import Hint
from elephants.sessions.learning.learned import QUESTIONS
from elephants.words import mark

HINTS: dict[str, Hint] = {
    "learning: next step": Hint(
        mark("We go on to the next step."), mark("Press Page Down until the next step is there.")
    ),
    "learning: step back": Hint(mark("We go back a step."), mark("Press Page Up.")),
    "learning: point": Hint(
        mark('{question} Somebody says: "{text}"'),
        mark('Type it at "{question}" and press Enter. No name.'),
        choices={"question": QUESTIONS},
    ),
    "learning: group": Hint(
        mark('Some of it belongs together. We call it: "{text}"'),
        mark('Type it at "The name of a group, in our words" and press Enter.'),
    ),
    "learning: put": Hint(
        mark('This point should lie elsewhere: "{text}"'),
        mark("Drag it, or go to it, press Enter and choose where."),
        {"into": mark('It belongs to "{into}".')},
    ),
    "learning: reword": Hint(
        mark('"{line}" should say something else: "{to}"'),
        mark('Go to it, press Enter, choose "Change the words", type it and press Enter.'),
    ),
    "learning: take out": Hint(
        mark('We do not want this one: "{text}"'), mark('Go to it, press Enter and choose "Take it out".')
    ),
    "learning: try": Hint(mark('We try this: "{text}"'), mark('Type it at "What do we try next?" and press Enter.')),
    "learning: on the agenda": Hint(
        mark('"{text}" is something for next time.'),
        mark('Go to it, press Enter and choose "Put it on the next agenda".'),
    ),
    "learning: somebody does it": Hint(
        mark('Somebody does this: "{text}"'),
        mark('Go to it, press Enter and choose "Somebody does it". Press Enter when all is typed.'),
        {
            "name": mark('Type "{name}" at "Who?" and tick "This is somebody\'s name".'),
            "who": mark('Type "{who}" at "Who?".'),
            "by": mark('Type {by} at "By when?".'),
        },
    ),
    "learning: hear": Hint(
        mark('This should be heard elsewhere: "{text}"'),
        mark('Type it at "Who else should hear, and what?" and press Enter.'),
    ),
}
