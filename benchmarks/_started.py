"""Starts the program by its own command, in a process of its own, and marks its moments.

`python -m benchmarks._started STORE`: "painted" is the frame, "filled" home with its data, "loaded" the end of what is
loaded behind it (the database layer and the console).
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from elephants import cli

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def watch() -> None:
    """Put watches into the app before the command opens it; only what the command imports itself comes earlier."""
    from elephants import app

    class Watched(app.App):
        def begin(self, qapp: QApplication) -> None:
            from benchmarks._marks import after_paint, mark

            super().begin(qapp)
            self.watches = [after_paint(self.window, lambda: mark("painted"))]
            self.ready.connect(lambda: self.watches.append(after_paint(self.home.day, lambda: mark("filled"))))
            self.loaded.connect(_end)

    vars(app)["App"] = Watched


def _end() -> None:
    from benchmarks._marks import mark

    try:
        mark("loaded")
    finally:
        os._exit(0)


if __name__ == "__main__":
    watch()
    sys.exit(cli.main(["--store", sys.argv[1]]))
