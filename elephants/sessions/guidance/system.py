"""Nine questions about how a group works, to read when it looks back: perspective, power, participation (METHOD.md).

The nine are behaviours of a system that others have described; the questions are ours. Nothing here is ticked, counted
or scored.
"""

from __future__ import annotations

from elephants.sessions.guidance.reading import Reading
from elephants.words import mark

SYSTEM = Reading(
    mark("How we work, in nine questions"),
    (
        (
            mark("How to read this"),
            (
                mark("These are questions to wonder about together. There is no right answer, and nothing to tick."),
                mark("Choose one that fits today. One is enough."),
            ),
        ),
        (
            mark("Perspective: how we see it"),
            (
                mark("One whole, tied together: what else does this touch? Whom does it reach who is not here?"),
                mark("People who can do much: what does each of us bring? What do we only see as a lack?"),
                mark("Seeing it together: what do we all want? Would each of us say it in much the same way?"),
            ),
        ),
        (
            mark("Power: who can do what"),
            (
                mark("Power that is shared: who said what happens? Who could have said no?"),
                mark("Decisions close to life: who lives with this decision? Did they make it?"),
                mark("Answering to each other: what did we promise one another? How do we tell when it is not kept?"),
            ),
        ),
        (
            mark("Participation: how we are together"),
            (
                mark("Open and trusting: what can be said here? What do we still say only outside?"),
                mark("Leading from every place: who went first this time? Who could go first next time?"),
                mark("Hearing and learning: what did we hear that changed what we do?"),
            ),
        ),
    ),
)
