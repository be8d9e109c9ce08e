"""The pages of the manual as they are shipped: Markdown with pictures, read without any network (docs/manual.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from elephants.places import asset
from elephants.words import mark, tr

FIRST = "index"
PAGES: dict[str, str] = {
    FIRST: mark("The manual"),
    "first-session": mark("Your first session"),
    "looking-again": mark("Looking again"),
    "looking-back": mark("Looking back"),
    "what-is-kept": mark("What is kept"),
    "keeping-safe": mark("Keeping it safe"),
    "papers": mark("The papers"),
    "old-minutes": mark("Old minutes"),
}
"""Each page by the name of its file, in the order in which they are read."""

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One page of the manual: what it is called, its Markdown, and the headings to jump to."""

    name: str
    title: str
    text: str

    @property
    def headings(self) -> tuple[str, ...]:
        """Give the headings below the title, in order."""
        return tuple(_HEADING.findall(self.text))


def folder() -> Path:
    """Give the folder of the manual; a picture outside of it is not shown."""
    return asset("manual")


def read_page(name: str) -> Page:
    """Read a page; where its file is missing, the page says so and the rest of the manual stays."""
    title = tr(PAGES[name])
    try:
        text = (folder() / f"{name}.md").read_text("utf-8")
    except OSError:
        text = f"# {title}\n\n" + tr("This page is missing. Please put Elephants on this computer once more.")
    return Page(name, title, text)


def page_named(link: str) -> str:
    """Give the page that a link of the manual leads to; empty for any other place, which is never opened."""
    name = link.removesuffix(".md")
    return name if link.endswith(".md") and name in PAGES else ""


def picture_named(link: str) -> Path | None:
    """Give the file of a picture of the manual; None for anything that is not in its folder of pictures."""
    place = (folder() / link).resolve()
    inside = place.parent == (folder() / "pictures").resolve()
    return place if inside and place.suffix == ".png" and place.is_file() else None
