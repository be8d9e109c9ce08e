"""Lets `python -m elephants` do what `elephants` does."""

from __future__ import annotations

import multiprocessing
import sys

from elephants.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()  # in the packaged program this file also begins the process that makes papers
    sys.exit(main())
