"""Lets `python -m elephants` do what `elephants` does."""

from __future__ import annotations

import sys

from elephants.cli import main

if __name__ == "__main__":
    sys.exit(main())
