"""Tagged PDF on ReportLab's bare canvas, built to PDF/UA-1: a screen reader finds what a page only shows (PAPER.md).

Knows nothing of our blocks. A paper opens a `TaggedCanvas` and gives every draw to the element it belongs to:

    canvas = TaggedCanvas(out, title="Minutes", language="en-GB", font=name, pagesize=(595.28, 841.89))
    with canvas.artifact("Header"):
        ...draw what every page repeats...
    with canvas.marked(Element("H1", canvas.story)):
        ...draw the title...
    with canvas.marked(None):
        ...draw a rule: nothing to be read...
    canvas.showPage()
    canvas.save()

An element comes into the tree when it is first drawn, its parents before it: the order of drawing is the order of
reading, and what is never drawn is never told. `place` puts one there that has nothing to draw, as an empty cell.
Words that go over a page are one element, marked again on the next page. Everything that paints stands inside
`marked` or `artifact`, and none of these inside another.
"""

from elephants.paper.tagging.canvas import TaggedCanvas as TaggedCanvas
from elephants.paper.tagging.tree import Element as Element
from elephants.paper.tagging.tree import Kind as Kind
