"""A real Secret Service for tests: a bus and a gnome-keyring of their own, never those of whoever runs the tests."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import keyring
import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_call, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.shelf import NONE, use

PROGRAMS = ("dbus-daemon", "gnome-keyring-daemon")
MISSING = [name for name in PROGRAMS if shutil.which(name) is None]
"""What is not installed here."""

REAL = "keyring.backends.SecretService.Keyring"

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir={place}</listen><auth>EXTERNAL</auth><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""
_LOGIN = b"what the account is opened with"
_PROMPTER = "org.gnome.keyring.SystemPrompter"


class SecretService:
    """One account's keyring: open or locked, with somebody who answers its question, or not, or with nobody."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._running: list[subprocess.Popen[bytes]] = []
        self._askers: list[Asked] = []
        for folder in ("share", "run"):
            (home / folder).mkdir(parents=True, mode=0o700)
        config = home / "bus.conf"
        config.write_text(_BUS.format(place=home / "run"), encoding="utf-8")
        self.bus = self._start(("dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"), says=True)
        assert self.bus.stdout is not None
        self.address = self.bus.stdout.readline().decode().strip()
        self.daemon = self.begin()

    def begin(self, *, unlocked: bool = True) -> subprocess.Popen[bytes]:
        """Start the keyring, open as after signing in, or locked as where that was done by a fingerprint."""
        if not unlocked and not (self.home / "share" / "keyrings" / "login.keyring").exists():
            raise AssertionError("a keyring is made as it is first unlocked")
        words = ("--unlock",) if unlocked else ()
        daemon = self.daemon = self._start(
            ("gnome-keyring-daemon", "--foreground", "--components=secrets", *words), _LOGIN if unlocked else b""
        )
        with closing(open_dbus_connection(self.address)) as bus:
            for _look in range(1000):
                there = bus.send_and_get_reply(message_bus.NameHasOwner("org.freedesktop.secrets"), timeout=5)
                if there.body[0]:
                    return daemon
                threading.Event().wait(0.01)
        raise AssertionError("the keyring did not start")

    def end(self) -> None:
        """Let the keyring be gone, at once."""
        self.daemon.kill()
        self.daemon.wait()

    def lock(self) -> None:
        """Let the keyring be locked from now on."""
        self.end()
        self.begin(unlocked=False)

    def stop(self) -> None:
        """Let the keyring be there and do nothing."""
        self.daemon.send_signal(signal.SIGSTOP)

    def asks(self, *, says_no: bool) -> Asked:
        """Let there be a window in which the system asks to open the keyring."""
        self._askers.append(Asked(self.address, says_no=says_no))
        return self._askers[-1]

    def away(self) -> None:
        """End all."""
        for one in reversed(self._running):
            one.kill()
            one.wait()
            if one.stdout is not None:
                one.stdout.close()
        for asker in self._askers:
            asker.join()

    def _start(self, words: tuple[str, ...], typed: bytes = b"", *, says: bool = False) -> subprocess.Popen[bytes]:
        env = {"PATH": os.environ["PATH"], "HOME": str(self.home), "XDG_DATA_HOME": str(self.home / "share"),
               "XDG_RUNTIME_DIR": str(self.home / "run")}  # fmt: skip
        if hasattr(self, "address"):
            env["DBUS_SESSION_BUS_ADDRESS"] = self.address
        running = subprocess.Popen(
            words, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE if says else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert running.stdin is not None
        running.stdin.write(typed)
        running.stdin.close()
        self._running.append(running)
        return running


class Asked(threading.Thread):
    """Stands for the window in which the system asks to open the keyring; nobody answers, or somebody says no."""

    def __init__(self, address: str, *, says_no: bool) -> None:
        super().__init__(daemon=True)
        self._bus, self._says_no = open_dbus_connection(address), says_no
        self.asked = threading.Event()
        self._bus.send_and_get_reply(message_bus.RequestName(_PROMPTER), timeout=5)
        self.start()

    def run(self) -> None:
        """Hear what is asked until the bus goes."""
        with closing(self._bus), suppress(OSError, EOFError):
            while True:
                self._hear(self._bus.receive())

    def _hear(self, call: Message) -> None:
        if call.header.message_type != MessageType.method_call:
            return
        self._bus.send(new_method_return(call))
        if call.header.fields.get(HeaderFields.member) == "BeginPrompting":
            self.asked.set()
            if self._says_no:
                self._bus.send(_done(call.body[0], call.header.fields[HeaderFields.sender]))


def _done(place: str, whose: str) -> Message:
    address = DBusAddress(place, whose, "org.gnome.keyring.internal.Prompter.Callback")
    return new_method_call(address, "PromptDone")


def secrets_in(service: SecretService) -> list[tuple[str, dict[str, str]]]:
    """List what the keyring shows of its secrets to whoever looks: their labels and what they are found by."""
    import secretstorage

    with closing(open_dbus_connection(service.address)) as bus:
        found = secretstorage.get_all_collections(bus)
        return [(item.get_label(), item.get_attributes()) for one in found for item in one.get_all_items()]


@contextmanager
def a_secret_service(home: Path, patch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """Lend a real keyring, open; afterwards there is none."""
    if MISSING:
        pytest.skip(f"NOT CHECKED: a real keyring. It needs {' and '.join(MISSING)}.")
    service = SecretService(home)
    patch.setenv("DBUS_SESSION_BUS_ADDRESS", service.address)
    patch.setenv("PYTHON_KEYRING_BACKEND", REAL)  # for commands in a process
    use(REAL)
    try:
        yield service
    finally:
        service.away()
        use(NONE)
        assert keyring.get_keyring().priority < 1
