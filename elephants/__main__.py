"""Begins the program, as `elephants` and as `python -m elephants`; Ctrl+C ends it without a traceback at any moment.

So it imports next to nothing before `main` has seen to that.
"""

from __future__ import annotations

import sys

_MOMENT = 0.02
"""Seconds in which Python has tidied up one thing."""


def main() -> int:
    """Do one command and give its exit code."""
    import signal

    hears = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # not where a shell has it in the background
    if hears:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # while it is read nothing was begun that would have to be ended
    from elephants.cli import main as do

    if not hears:
        return do()
    signal.signal(signal.SIGINT, _stop)
    sys.unraisablehook = _not_there
    try:
        return do()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _stop(*_pressed: object) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # who presses it again does not want to wait for tidying up
    raise KeyboardInterrupt


def _not_there(unheard: sys.UnraisableHookArgs) -> None:
    """Stop a moment later what Ctrl+C could not stop here: as Python tidies up, it throws away what is raised."""
    if unheard.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(unheard)
        return
    import _thread
    import signal
    import threading

    signal.signal(signal.SIGINT, _stop)
    again = threading.Timer(_MOMENT, _thread.interrupt_main)
    again.daemon = True
    again.start()


if __name__ == "__main__":
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # in the packaged program this file also begins the process that makes papers
    sys.exit(main())
