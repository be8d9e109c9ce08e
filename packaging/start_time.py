"""Measures how long it takes until a window is seen on an X display, for each of some commands, in turns.

DISPLAY=:1 python packaging/start_time.py "dist/elephants/elephants" ".venv/bin/elephants" prints the middle of eight
starts of each, in milliseconds; the first start of each is thrown away. Every start has an empty store of its own.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TURNS = 8
LONGEST = 30.0


def seen() -> bool:
    """Say whether a window of Elephants is on the display."""
    # it fails where a window goes while it reads
    tree = subprocess.run(["xwininfo", "-root", "-tree"], check=False, capture_output=True, text=True).stdout  # noqa: S607
    return '"Elephants"' in tree


def start(command: str, store: Path) -> float:
    """Start a command, wait until its window is there, and end it; gives the seconds in between."""
    began = time.perf_counter()
    running = subprocess.Popen([*command.split(), "--store", str(store)])
    while not seen():
        if time.perf_counter() - began > LONGEST or running.poll() is not None:
            raise SystemExit(f"No window came from {command}.")
        time.sleep(0.005)
    took = time.perf_counter() - began
    running.terminate()
    running.wait()
    while seen():
        time.sleep(0.01)
    return took


def main(commands: list[str]) -> None:
    """Start each command in turns and print the middle of each."""
    took: dict[str, list[float]] = {command: [] for command in commands}
    with tempfile.TemporaryDirectory() as folder:
        for turn in range(TURNS + 1):
            for at, command in enumerate(commands):
                one = start(command, Path(folder) / f"{turn}-{at}")
                if turn:
                    took[command].append(one)
    for command, times in took.items():
        print(f"{statistics.median(times) * 1000:6.0f} ms  {command}")


if __name__ == "__main__":
    main(sys.argv[1:])
