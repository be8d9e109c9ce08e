"""Help for each step of deciding together (METHOD.md, Deciding together, Deeper); the words are ours."""

from __future__ import annotations

from elephants.sessions.deciding.steps import Step
from elephants.sessions.guidance.advice import Advice
from elephants.words import mark

STEPS: dict[Step, Advice] = {
    Step.FRAME: Advice(
        purpose=(
            mark("So that all of us answer the same question."),
            mark("We also say how open it is, so that nobody is fooled."),
        ),
        say=(mark("Who can say the question in other words?"), mark("What are we really asking?")),
        stuck=(
            mark("Two questions in one? Take one now. Put the other on the agenda."),
            mark("Hard to follow? Ask how we would say it to a friend."),
            mark("Not ours to decide? Say so. Ask which part of it we can decide."),
            mark("Already decided? Say it plainly, and do not vote. Ask what people need, now this is happening."),
        ),
    ),
    Step.VIEWS: Advice(
        purpose=(
            mark("To put all the ways of seeing it side by side."),
            mark("The views belong to the room. No name goes with them."),
        ),
        say=(mark("What else?"), mark("Half a thought is fine.")),
        stuck=(
            mark("Quiet? Wait. Then let people talk in pairs for two minutes, and collect."),
            mark("People begin to argue? Say: “Both count.” Write both lines, one below the other."),
            mark("A long speech? Say it back in one line. Ask: “Is this it?”"),
            mark("The same voices? Say: “Let us hear somebody who has not spoken. Passing is fine.”"),
        ),
    ),
    Step.OTHER_VIEW: Advice(
        purpose=(
            mark("The view that is hard to say is often the one we need."),
            mark("Here we go and look for it, before we choose."),
        ),
        say=(mark("What are we not saying?"), mark("What could be hard about this, even if we like it?")),
        stuck=(
            mark("Silence? Wait longer than feels easy. Then ask again in other words."),
            mark("Still silent? Give everyone a slip. Shuffle them, and let one voice read them all."),
            mark("Still nothing? Ask what someone who is not here would say. Mark it: not in the room."),
            mark("People sigh or laugh at a view? Say: “Thank you. We need that one.”"),
            mark("Ask the whole room. Never ask one person for the other view."),
        ),
    ),
    Step.SPREAD: Advice(
        purpose=(
            mark("A view is heavy to carry alone."),
            mark("When some of us share a little of it, nobody stands alone with it."),
        ),
        say=(mark("Who knows this feeling, even a tiny bit?"), mark("Which part of it do you share?")),
        stuck=(
            mark("Nobody answers? Wait. Say: “A very small bit is enough.”"),
            mark("Still nobody? That is fine. Thank the room for the view, and keep it on the list."),
            mark("People judge the view? Say: “Not if it is right. Only who has a little of it too.”"),
            mark("Do not count, and do not ask whose view it was. A nod is enough."),
        ),
    ),
    Step.READY: Advice(
        purpose=(
            mark("The room says when it has heard enough."),
            mark("If we choose too soon, we pay for it later."),
        ),
        say=(mark("What is missing before we choose?"), mark("Who would like to say one more thing first?")),
        stuck=(
            mark("Some are ready and some are not? Hear a bit more first."),
            mark("Silence? It is not a yes. Ask what is missing."),
            mark("Going round and round? Read the views aloud, slowly. Then ask again."),
            mark("Too hot? Pause. Make tea. Open a window."),
            mark("Still too hot? Leave it for later with a next step, or ask a trained person."),
        ),
    ),
    Step.CHOOSE: Advice(
        purpose=(
            mark("To see where the room is now."),
            mark("It is not the end. Next we ask everyone what they need to come along."),
        ),
        say=(mark("Nobody has to say why."), mark("All the choices are welcome.")),
        stuck=(
            mark("People look at each other first? Go back. Choose with eyes shut, or on slips."),
            mark("Never mix hands and secret ways in one vote."),
            mark("The laptop goes round? Count the tokens, not the votes. Hold F12 on the cover to come back."),
            mark("Too many or too few? Count again if the room likes. Someone may have passed."),
            mark("An option is not clear? Go back and say it in plain words."),
            mark("A talk begins? Say: “First we choose. Then there is room for that.”"),
        ),
    ),
    Step.SPLIT: Advice(
        purpose=(
            mark("No option has more than half of us."),
            mark("Nobody did anything wrong. There is something we have not heard yet."),
        ),
        say=(mark("What have we not heard yet?"), mark("Could two options become one?")),
        stuck=(
            mark("Tired? Pause first, and have some tea."),
            mark("The same views again? Ask what someone who is not here would say."),
            mark("Some press others to change? Say: “Nobody has to change. What is still missing?”"),
            mark("Split a third time? The room chooses: go deeper, or leave it for later with a day."),
        ),
    ),
    Step.DEEPER: Advice(
        purpose=(
            mark("All of us stand on one side, and then all on the other."),
            mark("So no side belongs to anyone, and we hear what lies under it."),
        ),
        say=(
            mark("Now a quiet minute."),
            mark("What hit home? One thing, for yourself. No replies."),
        ),
        stuck=(
            mark("Go deeper only if the group says yes. Anyone may just listen."),
            mark("Somebody answers back? Say: “Not yet. First we finish this side.”"),
            mark("One side has few words? Lend it your own voice."),
            mark("It turns on a person? Stop. Say: “It is about two sides, not about people.”"),
            mark("Too hot? Pause, tea, leave it for later, or ask a trained person."),
        ),
    ),
    Step.ADD: Advice(
        purpose=(
            mark("Here the wisdom of the minority comes into the decision."),
            mark("What some of us need often makes it better for all of us."),
        ),
        say=(mark("It can be something small."), mark("Can we add this?")),
        stuck=(
            mark("Silence? Wait. Say the words again, to everyone. Then give everyone a slip."),
            mark("Somebody argues why? Say: “I hear that it matters. What do you need to come along?”"),
            mark("A need is too big? Ask which part of it we can add."),
            mark("Not now? Then the room says the reason, and we write it down."),
            mark("Nothing comes? Write: we asked; nothing came. A need may still come later."),
            mark("Ask all at once. Never go by turn, never ask why."),
        ),
    ),
    Step.CHECK: Advice(
        purpose=(
            mark("A last look, with all that was added."),
            mark("To come along, nobody has to like it."),
        ),
        say=(mark("Does anything still hold you back?"), mark("A no is welcome here.")),
        stuck=(
            mark("Silence? It is not a yes. Ask again, more slowly, and wait."),
            mark("Not yet? Say thank you. Go back and ask what else is needed."),
            mark("Not yet, a second time? That is all right. Go ahead and look again, or leave it open."),
            mark("Some press others to say yes? Say: “It is all right to say no. We can look again soon.”"),
        ),
    ),
    Step.NOT_DECIDED: Advice(
        purpose=(
            mark("Not today is a good answer too."),
            mark("A next step and a day keep it from being forgotten."),
        ),
        say=(mark("What do we need to find out first?"), mark("When do we come back to it?")),
        stuck=(
            mark("No next step? Take the smallest one: who can we ask?"),
            mark("Nobody wants to do it? Let it be the group's. Nobody has to take it on."),
            mark("No day? Take the next session."),
            mark("Some are let down? Say what we have: the views we heard are kept."),
        ),
    ),
    Step.READ_BACK: Advice(
        purpose=(
            mark("The room checks every word before it is closed."),
            mark("It is our decision, so the words must be ours."),
        ),
        say=(mark("Which word would you change?"), mark("Would someone who was not here understand it?")),
        stuck=(
            mark("Another word? Change it, and read it again."),
            mark("Too long? Read it bit by bit. Ask after each bit."),
            mark("The talk starts again? Ask: “Is it the words, or the decision?” You may go back."),
            mark("Nobody for an action? Let it be the group's for now."),
            mark("A no that remains? Offer words for it. Ask first if we keep them, then if we print them."),
        ),
    ),
    Step.CLOSED: Advice(
        purpose=(mark("The decision is written down. Take a breath before the next thing."),),
        say=(mark("Thank you for staying with it."),),
        stuck=(
            mark("A new thought comes? Put it on the next agenda."),
            mark("A word is wrong? It can still be changed when the record is read back."),
            mark("The room feels heavy? Pause. A short walk or a cup of tea helps."),
        ),
    ),
}
"""A page of help for every step; a test names the one that is missing."""

ALREADY_ADD = Advice(
    purpose=(
        mark("It is already decided, so we do not vote."),
        mark("What people need can still be heard and written down."),
    ),
    say=(mark("What would make this easier for you?"), mark("Who should hear this?")),
    stuck=(
        mark("People are angry? Let it be said. Do not defend it. Wait, and ask again what is needed."),
        mark("Not ours to give? Say so. Write who takes it to those who can."),
        mark("Some hope to change it? Say plainly what is fixed, and what is not."),
        mark("Nothing comes? Write: we asked; nothing came."),
    ),
)
"""ADD where it was already decided: nobody chose, so nobody is asked to come along."""
