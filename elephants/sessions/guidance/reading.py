"""Two pages to read before or during a session: the resistance line, and what needs a trained person (METHOD.md)."""

from __future__ import annotations

from dataclasses import dataclass

from elephants.words import mark


@dataclass(frozen=True)
class Reading:
    """A page to read: a title, and parts of a heading with lines; every word is marked for translation."""

    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]


RESISTANCE = Reading(
    mark("The resistance line"),
    (
        (
            mark("What it is"),
            (
                mark("A no that has no place to go finds another way out. First it is small, then it grows."),
                mark("It tells us about the room, never about a person. All of us do these things. So do you."),
                mark("It is a gift: something has not been heard yet. The earlier we hear it, the easier it is."),
                mark("This is only to read. Write nothing down, and count nothing."),
            ),
        ),
        (
            mark("Joking"),
            (
                mark("A joke with a small sting. People laugh, and something stays in the air."),
                mark("Laugh too. Then ask: “Is there something true in it that we need to hear?”"),
            ),
        ),
        (
            mark("Gossip"),
            (
                mark("It is said in the kitchen, and not in the circle."),
                mark("Ask for the other view, with slips. Say: “Here is a good place for it. No name needed.”"),
            ),
        ),
        (
            mark("Going quiet"),
            (
                mark("Short answers, tired eyes, late or far away. “I do not mind.”"),
                mark("Slow down. Wait. Say: “No is welcome.” Then let the silence be."),
            ),
        ),
        (
            mark("Disruption"),
            (
                mark("Talking over each other, phones, doors, the same question again and again."),
                mark("Pause. Then say: “Something is in the way. What have we not heard?” Go back to views."),
            ),
        ),
        (
            mark("Strike"),
            (
                mark("Things that were agreed are not done. Nobody comes to help."),
                mark("Do not press. Open the decision again. Ask: “What do you need to come along?”"),
            ),
        ),
        (
            mark("Leaving"),
            (
                mark("People stay away, or walk out."),
                mark("Let them go kindly. Keep the door open and the chair in the circle."),
                mark("Ask those who are here what someone who is not here would say."),
            ),
        ),
        (
            mark("What always helps"),
            (
                mark("Say yes to the no. Thank the room for it. Spread it: “Who has a little of that too?”"),
                mark("If you find yourself cross with somebody, ask what the room has not heard."),
            ),
        ),
    ),
)

TRAINED = Reading(
    mark("This needs a trained person"),
    (
        (
            mark("What is not in the app"),
            (
                mark("The method has harder forms, such as the arrows. In them, people say hard things face to face."),
                mark(
                    "They can heal. Without someone trained, they can also hurt. So the app does not lead through them."
                ),
            ),
        ),
        (
            mark("When to ask for help"),
            (
                mark("It stays too hot after a pause and some tea."),
                mark("The same two sides clash again and again, over different things."),
                mark("It has turned on one person, or somebody is afraid."),
                mark("Old hurt comes up that is bigger than this meeting."),
                mark("You are on one side yourself, and cannot stand with both."),
            ),
        ),
        (
            mark("What to do now"),
            (
                mark("Stop in good time. Press Pause, and make tea."),
                mark("Say: “This is bigger than we can hold today. Let us get some help with it.”"),
                mark("Leave it for later. The next step can be: ask a trained person."),
                mark("Look for someone trained in Deep Democracy, or in helping two sides talk."),
                mark("May someone be in serious danger? Do what your agreement says about it."),
            ),
        ),
    ),
)
