"""Begins the program, as `elephants` and as `python -m elephants`; Ctrl+C ends it without a traceback at any moment."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from types import FrameType
from typing import NoReturn


def main() -> int:
    """Do one command and give its exit code."""
    hears = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # not where a shell has it in the background
    if hears:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # while it is read nothing was begun that would have to be ended
    from elephants.cli import main as do

    if not hears:
        return do()
    signal.signal(signal.SIGINT, _stop)
    try:
        return do()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # who presses it again does not want to wait for tidying up
    raise KeyboardInterrupt


if __name__ == "__main__":
    multiprocessing.freeze_support()  # in the packaged program this file also begins the process that makes papers
    sys.exit(main())
