"""Help for each activity, by the name its four faces share (METHOD.md, The session); the words are ours."""

from __future__ import annotations

from elephants.sessions.deciding.steps import ANYONE, EACH, ROOM
from elephants.sessions.guidance.advice import Advice
from elephants.words import mark

ACTIVITIES: dict[str, Advice] = {
    "since": Advice(
        purpose=(
            mark("You said, we did: people see what came of their words."),
            mark("Where nothing came of them, we say so, and why."),
        ),
        say=(mark("What helped? What was in the way?"),),
        stuck=(
            mark("Nobody knows? Leave it open. It comes again next time."),
            mark("Somebody feels blamed? Say: “It is about the thing. Stuck is fine.”"),
            mark("A long talk begins? Put it on the agenda, and go on."),
            mark("Bad news? Say it plainly, with the reason. Ask what is needed now."),
        ),
        who=ROOM,
    ),
    "agreement": Advice(
        purpose=(
            mark("So that everyone can be themselves here."),
            mark("The lines belong to the group, and the group can change them at any time."),
        ),
        say=(mark("What helps you to speak? What helps you to listen?"),),
        stuck=(
            mark("Nothing comes? Offer the starter lines. Each one can go."),
            mark("A big word, like respect? Ask what we would see or hear."),
            mark("We do not agree on a line? Leave it out for today. Come back to it."),
            mark("A line was not kept? Read them all again. Name nobody."),
            mark("Say the limit of privacy aloud, even if it is hard."),
        ),
        who=ROOM,
    ),
    "checkin": Advice(
        purpose=(
            mark("Everybody arrives. Each voice can be in the room once, before the work."),
            mark("We listen, and nobody is put right."),
        ),
        say=(mark("There is still room."), mark("Thank you. We just listen now.")),
        stuck=(
            mark("Silence? You go first, and keep it short. Then wait."),
            mark("Nobody wants to? That is fine. Passing counts as much as speaking."),
            mark("Somebody gives advice? Say kindly: “For now we only listen.”"),
            mark("A very long turn? Wait for a breath. Say thank you, and look round the circle."),
            mark("It gets heavy? Stop. Ask what would help. Pause and tea are always there."),
        ),
        who=EACH,
    ),
    "stories": Advice(
        purpose=(
            mark("We meet as people, before and beside the work."),
            mark("Everybody draws: those who work here too. Nothing of it is written down."),
        ),
        say=(mark("Small is good."), mark("What was it like to listen?")),
        stuck=(
            mark("No card feels right? Take other cards, as often as you like."),
            mark("Nobody begins? You go first, with something small."),
            mark("Questions or advice come? Say: “Only if the teller says yes.”"),
            mark("A story gets heavy? Slow down. Ask the teller what they would like now."),
            mark("Many people? Make tables of four to eight with cards on paper, or go one after another."),
            mark("Everybody has told? Ask before another round. Three are enough for most groups."),
        ),
        who=EACH,
        thanks=(
            mark(
                "In the spirit of the card game More than One Story. "
                "It belongs to its makers in Simrishamn, Sweden. "
                "Use your own set beside the app if you have it."
            ),
        ),
    ),
    "agenda": Advice(
        purpose=(
            mark("The group makes the list and the order."),
            mark("Whoever called the meeting has no first place in it."),
        ),
        say=(mark("What do we want to leave with?"), mark("Is this to share, think, decide or put right?")),
        stuck=(
            mark("Nothing comes? Talk in pairs for two minutes. Then ask again."),
            mark("Too much for the time? Ask what must not be squeezed. The rest comes first next time."),
            mark("One thing takes over? Ask: “Do we give it more time, or carry it over?”"),
            mark("The order is hard? Use dots. Draw one place by lot among those with few."),
            mark("People choose sides? Decide it together, step by step."),
        ),
        who=ROOM,
    ),
    "deciding": Advice(
        purpose=(
            mark("To choose so that what the minority knows is in the decision."),
            mark("We look for the other view, choose, and then ask what is needed to come along."),
        ),
        say=(mark("All of it counts."), mark("No is welcome.")),
        stuck=(
            mark("Unsure which step? Read the question again, and go back one step."),
            mark("Short of time? Use the short form. It still adds and checks."),
            mark("Most of us want to hurry? The other view is quicker now than later."),
            mark("Too hot? Pause, tea, leave it for later, or ask a trained person."),
        ),
        who=ANYONE,
    ),
    "sensing": Advice(
        purpose=(
            mark("To see where the room is, without deciding anything."),
            mark("It can tell us to go on, to slow down, or to talk first."),
        ),
        say=(mark("What does this ask of all of us?"), mark("This decides nothing.")),
        stuck=(
            mark("Marks all over the place? That is an answer too. Ask what people would like to hear."),
            mark("People want to know whose mark it is? Say: “It belongs to the room.”"),
            mark("Someone treats it as a vote? Put the question on the agenda, to decide."),
            mark("People look at each other first? Choose eyes shut, or slips in a tin."),
            mark("Somebody says stop? One is enough. Ask all of us what is needed. Tea helps."),
        ),
        who=EACH,
    ),
    "learning": Advice(
        purpose=(
            mark("We look back together, so that next time goes better for all of us."),
            mark("What did not go right has as much room as what did. It is about things, never about a person."),
        ),
        say=(mark("What would we do again?"), mark("Whose voice was missing?")),
        stuck=(
            mark("Only good news? Wait. Say: “What did not go right counts as much.” Offer slips of paper."),
            mark("Somebody is blamed? Ask: “What made it hard?” Write that down, and no name."),
            mark("Nobody speaks about power? Ask: “Who was asked? Who was not? Who could say no?”"),
            mark("The points fit nowhere? Leave them alone. A group of one is fine."),
            mark("Too many ideas? Choose one small thing to try. The rest can wait."),
            mark("Need other questions? Read “How we work, in nine questions” below."),
        ),
        who=ROOM,
    ),
    "checkout": Advice(
        purpose=(
            mark("Everybody leaves together. Each voice can be heard once more."),
            mark("We hear what next time should be like."),
        ),
        say=(mark("One word is enough."), mark("There is still room.")),
        stuck=(
            mark("No time left? One word each, or a look round the circle."),
            mark("A new topic comes? Put it on the next agenda."),
            mark("People leave early? Let them go without a word. No reason is needed."),
            mark("Somebody leaves with something heavy? Stay a little. Walk out together."),
        ),
        who=EACH,
    ),
    "readback": Advice(
        purpose=(
            mark("The room agrees the record. Nothing is written about us without us."),
            mark("Struck means gone, and nobody has to say why."),
        ),
        say=(
            mark("Would you be happy if somebody else read this?"),
            mark("Is anybody's name here who does not want it?"),
        ),
        stuck=(
            mark("No time? Leave it a draft. The next session opens with the read-back."),
            mark("The talk starts again? Ask: “Are the words right?” The rest goes on the next agenda."),
            mark("Two of us remember it in two ways? Write both, or strike it."),
            mark("Reading is hard for some? Read every line aloud, and slowly."),
        ),
        who=ROOM,
    ),
}
"""A page of help for every kind of activity; a test names the one that is missing."""
