"""Setting up a machine: in a folder of its own, where apt-get, dpkg-query, id and Python are stand-ins."""

from __future__ import annotations

import os
import pty
import shutil
import stat
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ("cat", "chmod", "cmp", "cp", "dirname", "env", "grep", "mkdir", "mktemp", "rm", "sed", "sh", "tail", "tr")

# Answers for a machine: what is installed, who asks, what the system knows. Every call that changes it is written down.
DPKG_QUERY = """case " $INSTALLED " in *" $4 "*) printf 'install ok installed\\n' ;; *) exit 1 ;; esac"""
APT_CACHE = """case " $KNOWN " in *" $2 "*) ;; *) exit 100 ;; esac"""
APT_GET = """echo "apt-get $*" >>"$CALLS"; exit ${APT_EXIT:-0}"""
SUDO = """echo "sudo $*" >>"$CALLS"; [ "$1" = -v ] || exec "$@" """
PYTHON = """
case "$1 ${2:-}" in
    "-c "*sys.exit*) [ "$PYTHON_FITS" = yes ] ;;
    "-c import ensurepip"*) [ "$ENSUREPIP" = yes ] ;;
    "-c "*venv*) echo python3.12-venv ;;
    "-c "*purelib*) echo "${0%/bin/*}" ;;
    "-m venv") echo "venv" >>"$CALLS"; mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
    "-m pip") echo "pip $*" >>"$CALLS" ;;
esac
"""
NEEDED = ["libgl1", "libegl1", "libglib2.0-0"]


@dataclass
class Machine:
    """A machine that is not there: a PATH with stand-ins, and a copy of the scripts in a folder with a space."""

    folder: Path
    answers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.answers = {
            "PATH": str(self.folder / "bin"),
            "CALLS": str(self.folder / "calls"),
            "TMPDIR": str(self.folder),
            "INSTALLED": " ".join(NEEDED),
            "KNOWN": " ".join([*NEEDED, "xvfb"]),
            "PYTHON_FITS": "yes",
            "ENSUREPIP": "yes",
            "UID_HERE": "1000",
        }
        (self.folder / "bin").mkdir()
        for tool in TOOLS:
            (self.folder / "bin" / tool).symlink_to(shutil.which(tool) or "")
        self.has("dpkg-query", DPKG_QUERY)
        self.has("apt-cache", APT_CACHE)
        self.has("apt-get", APT_GET)
        self.has("sudo", SUDO)
        self.has("id", 'echo "$UID_HERE"')
        self.has("python3", PYTHON)
        for part in ("packaging", "requirements"):
            (self.checkout / part).mkdir(parents=True)
        shutil.copy(ROOT / "packaging" / "setup.sh", self.checkout / "packaging")
        self.write("packaging/apt-run.txt", "# for a window\nlibglib2.0-0t64|libglib2.0-0\nlibgl1 # GL\n\nlibegl1\n")
        self.write("packaging/apt-test.txt", "xvfb\n")
        self.write("requirements/run.txt", "a==1\n")
        self.write("requirements/dev.txt", "a==1\nb==2\n")

    @property
    def checkout(self) -> Path:
        return self.folder / "a check out"

    def write(self, name: str, text: str) -> None:
        (self.checkout / name).write_text(text, "utf-8")

    def has(self, program: str, script: str) -> None:
        path = self.folder / "bin" / program
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def set_up(self, purpose: str = "run", stdin: int = subprocess.DEVNULL) -> subprocess.CompletedProcess[str]:
        script = str(self.checkout / "packaging" / "setup.sh")
        return subprocess.run(
            [script, purpose], env=self.answers, stdin=stdin, capture_output=True, text=True, timeout=60, check=False
        )

    def calls(self) -> list[str]:
        """What was done to the machine since the last time of asking."""
        path = self.folder / "calls"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        path.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_sets_up_once_and_then_says_nothing(machine: Machine) -> None:
    first = machine.set_up()
    assert (first.returncode, first.stderr) == (0, "")
    assert [call.split()[0] for call in machine.calls()] == ["venv", "pip"]

    again = machine.set_up()
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert machine.calls() == []


def test_installs_packages_again_only_when_their_lock_changed(machine: Machine) -> None:
    machine.set_up()
    machine.calls()
    machine.write("requirements/run.txt", "a==2\n")
    machine.set_up()
    (call,) = machine.calls()
    assert "--require-hashes" in call
    assert call.endswith("requirements/run.txt")


def test_the_test_packages_hold_those_that_run(machine: Machine) -> None:
    machine.answers["INSTALLED"] += " xvfb"
    machine.set_up("test")
    assert machine.calls()[-1].endswith("requirements/dev.txt")
    machine.set_up("run")
    assert machine.calls() == []


def test_packages_that_failed_to_install_are_tried_again(machine: Machine) -> None:
    machine.has("python3", PYTHON.replace('"pip $*" >>"$CALLS"', '"no such package"; exit 1'))
    failed = machine.set_up()
    assert failed.returncode == 1
    assert "no such package" in failed.stderr
    machine.has("python3", PYTHON)
    shutil.rmtree(machine.checkout / ".venv")
    assert machine.set_up().returncode == 0


def test_the_project_is_linked_where_it_lies(machine: Machine) -> None:
    machine.set_up()
    link = machine.checkout / ".venv" / "elephants.pth"
    assert link.read_text("utf-8").strip() == str(machine.checkout)
    assert os.access(machine.checkout / ".venv" / "bin" / "elephants", os.X_OK)


def test_root_installs_what_is_missing_without_a_question(machine: Machine) -> None:
    machine.answers |= {"UID_HERE": "0", "INSTALLED": "libgl1 libglib2.0-0"}
    done = machine.set_up()
    assert done.returncode == 0
    assert machine.calls()[:2] == ["apt-get update", "apt-get install -y --no-install-recommends libegl1"]


def test_ci_installs_through_sudo_without_a_question(machine: Machine) -> None:
    machine.answers |= {"CI": "true", "INSTALLED": "libgl1 libglib2.0-0"}
    assert machine.set_up().returncode == 0
    assert "sudo apt-get update" in machine.calls()


def test_the_tests_need_a_screen_that_nobody_sees(machine: Machine) -> None:
    machine.answers["UID_HERE"] = "0"
    machine.set_up("run")
    assert not [call for call in machine.calls() if "xvfb" in call]
    machine.set_up("test")
    assert [call for call in machine.calls() if call.endswith(" xvfb")]


def test_without_sudo_the_line_is_for_root(machine: Machine) -> None:
    machine.answers["INSTALLED"] = "libgl1 libglib2.0-0"
    (machine.folder / "bin" / "sudo").unlink()
    said = machine.set_up()
    assert said.returncode == 1
    assert "run as root" in said.stderr
    assert "    apt-get update && apt-get install --no-install-recommends libegl1\n" in said.stderr


def test_a_script_without_rights_gets_the_exact_line_and_a_stop(machine: Machine) -> None:
    machine.answers["INSTALLED"] = "libgl1"
    said = machine.set_up()
    line = "sudo apt-get update && sudo apt-get install --no-install-recommends libglib2.0-0 libegl1"
    assert said.returncode == 1
    assert [text.strip() for text in said.stderr.splitlines() if "apt-get" in text] == [line]
    assert machine.calls() == []


@pytest.mark.parametrize(
    ("known", "asked_for"),
    [("libglib2.0-0t64", "libglib2.0-0t64"), ("libglib2.0-0", "libglib2.0-0"), ("", "libglib2.0-0")],
)
def test_of_two_names_the_one_this_system_knows(machine: Machine, known: str, asked_for: str) -> None:
    machine.answers |= {"UID_HERE": "0", "INSTALLED": "libgl1 libegl1", "KNOWN": known}
    machine.set_up()
    assert machine.calls()[1].split()[-1] == asked_for


def test_either_of_two_names_is_enough(machine: Machine) -> None:
    machine.answers |= {"UID_HERE": "0", "INSTALLED": "libgl1 libegl1 libglib2.0-0t64"}
    machine.set_up()
    assert not [call for call in machine.calls() if "apt-get" in call]


@pytest.mark.parametrize(("answer", "installs"), [("y", True), ("n", False), ("", False)], ids=["yes", "no", "nothing"])
def test_a_person_is_asked_once(machine: Machine, answer: str, installs: bool) -> None:
    machine.answers["INSTALLED"] = "libgl1 libglib2.0-0"
    ours, theirs = pty.openpty()
    try:
        os.write(ours, f"{answer}\n".encode())
        said = machine.set_up(stdin=theirs)
    finally:
        os.close(ours)
        os.close(theirs)
    assert said.stderr.count("Run it now?") == 1
    assert "sudo apt-get install --no-install-recommends libegl1" in said.stderr
    assert (said.returncode == 0) == installs
    assert ("apt-get install -y --no-install-recommends libegl1" in machine.calls()) == installs


def test_debians_part_of_python_is_installed_with_the_rest(machine: Machine) -> None:
    machine.answers |= {"UID_HERE": "0", "ENSUREPIP": "no"}
    machine.set_up()
    assert machine.calls()[1] == "apt-get install -y --no-install-recommends python3.12-venv"


def test_packages_that_cannot_be_had_stop_it_in_plain_words(machine: Machine) -> None:
    machine.answers |= {"UID_HERE": "0", "INSTALLED": "", "APT_EXIT": "100"}
    said = machine.set_up()
    assert said.returncode == 1
    assert "apt-get could not install them" in said.stderr


def test_another_system_is_left_in_peace(machine: Machine) -> None:
    for program in ("apt-get", "dpkg-query", "apt-cache"):
        (machine.folder / "bin" / program).unlink()
    said = machine.set_up()
    assert (said.returncode, said.stderr) == (0, "")
    assert "apt" not in said.stdout


def test_no_python_in_range_is_said(machine: Machine) -> None:
    machine.answers["PYTHON_FITS"] = "no"
    said = machine.set_up()
    assert said.returncode == 1
    assert "Python 3.11, 3.12 or 3.13" in said.stderr
    assert machine.calls() == []


def test_the_second_python_is_found(machine: Machine) -> None:
    machine.has("python3.12", PYTHON)
    machine.has("python3", "exit 1")
    assert machine.set_up().returncode == 0
    assert "venv" in machine.calls()
