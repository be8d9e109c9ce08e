"""Core dumps are off while a box is open, and as they were before and after; each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of this kind")

TELL = """
import json, resource, sys
from elephants.nodump import NoDump, _prctl
def told():
    return [resource.getrlimit(resource.RLIMIT_CORE)[0], _prctl(3) if sys.platform == "linux" else None]
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (4096 if hard == resource.RLIM_INFINITY else hard, hard))
nodump, said = NoDump(), [told()]
nodump.on()
said.append(told())
for act in (nodump.off, nodump.off, nodump.on, nodump.on):
    act()
    said.append(told())
print(json.dumps(said))
"""

DIE = """
import os, resource, sys
from elephants.nodump import NoDump
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
os.chdir(sys.argv[1])
if sys.argv[2] == "off":
    NoDump().off()
os.abort()
"""


@POSIX
def test_they_are_off_in_between_and_come_back_as_they_were() -> None:
    said = subprocess.run([sys.executable, "-c", TELL], cwd=HERE, capture_output=True, text=True, check=True)
    before, untouched, off, twice, after, again = json.loads(said.stdout)
    assert before == untouched == after == again
    assert off == twice
    assert off[0] == 0
    if sys.platform == "linux":
        assert (before[1], off[1]) == (1, 0)


def left_behind(folder: Path, how: str) -> bool:
    """Whether a process that dies hands a core to the system."""
    pid = os.posix_spawn(sys.executable, [sys.executable, "-c", DIE, str(folder), how], os.environ)
    return os.WCOREDUMP(os.waitpid(pid, 0)[1])


@POSIX
def test_a_process_that_dies_with_a_box_open_leaves_no_core(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    if not left_behind(tmp_path, "as it is"):
        pytest.skip("this computer makes no core dumps, so the control cannot fail")
    assert not left_behind(tmp_path, "off")
