"""Keyrings for tests: one that works, and the ways in which one may not; never the one of whoever runs the tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import keyring
from keyring.backend import KeyringBackend
from keyring.core import load_keyring
from keyring.errors import KeyringLocked

NONE, NULL = "keyring.backends.fail.Keyring", "keyring.backends.null.Keyring"


@dataclass
class Shelf(KeyringBackend):
    """A keyring that lives as long as the test."""

    priority = 5
    kept: dict[tuple[str, str], str] = field(default_factory=dict)

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Closed(Shelf):
    """A keyring that its owner has not opened."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(service, username)


class Broken(Shelf):
    """A keyring behind a bus that is not there."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError(f"no bus for {service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise OSError(f"no bus for {service} {username} {password}")


class Sieve(Shelf):
    """A keyring that keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None: ...


def use(ring: KeyringBackend | str) -> None:
    """Let this be the keyring of the computer."""
    keyring.set_keyring(load_keyring(ring) if isinstance(ring, str) else ring)


@contextmanager
def a_shelf() -> Iterator[Shelf]:
    """Lend a keyring that works; afterwards there is none."""
    shelf = Shelf()
    use(shelf)
    yield shelf
    use(NONE)
