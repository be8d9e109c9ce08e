"""Wraps a key with words that a person knows: scrypt makes of them what hides it and what tells a wrong one.

The 64 bytes of scrypt are used once: 32 hide the key (with a fresh salt each time, so as a one-time pad), 32 seal what
was written, salt and cost too (HMAC-SHA256). Nothing of our own is invented beyond putting these two together.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import asdict, dataclass, fields
from typing import Any

COST = 2**17
"""The `n` of scrypt with r=8, p=1: 128 MB and about half a second for each guess (OWASP, Password Storage)."""

_DEAREST = 2**20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_SECRET, _CHECK, _GROUP = 26, 2, 4


@dataclass(frozen=True, repr=False)
class Wrapped:
    """A key that words open; it may lie anywhere, for without the words it tells nothing."""

    salt: str
    n: int
    hidden: str
    seal: str

    def plain(self) -> dict[str, Any]:
        """Give it as it is written down."""
        return asdict(self)

    @classmethod
    def read(cls, written: object) -> Wrapped | None:
        """Read it back; None where it is not one, or would cost more than a laptop has."""
        if not isinstance(written, dict):
            return None
        values = {one.name: written.get(one.name) for one in fields(cls)}
        salt, n, hidden, seal = values["salt"], values["n"], values["hidden"], values["seal"]
        if not (isinstance(salt, str) and isinstance(hidden, str) and isinstance(seal, str) and isinstance(n, int)):
            return None
        return cls(salt, n, hidden, seal) if 2 <= n <= _DEAREST and not n & (n - 1) and _is_hex(values) else None


def wrap(key: str, words: str) -> Wrapped:
    """Hide a key behind words; takes half a second, so not in the thread of the window."""
    salt = secrets.token_bytes(16)
    pad, sealing = _derive(words, salt, COST)
    hidden = bytes(a ^ b for a, b in zip(bytes.fromhex(key), pad, strict=True))
    return Wrapped(salt.hex(), COST, hidden.hex(), _seal(sealing, salt, COST, hidden))


def unwrap(wrapped: Wrapped, words: str) -> str:
    """Give the key, or "" where the words are not those; takes half a second."""
    salt, hidden = bytes.fromhex(wrapped.salt), bytes.fromhex(wrapped.hidden)
    pad, sealing = _derive(words, salt, wrapped.n)
    if not hmac.compare_digest(_seal(sealing, salt, wrapped.n, hidden), wrapped.seal):
        return ""
    return bytes(a ^ b for a, b in zip(hidden, pad, strict=True)).hex()


def new_code() -> str:
    """Draw the code of a recovery sheet: 130 random bits and two signs that find a slip of the pen."""
    drawn = "".join(secrets.choice(_ALPHABET) for _ in range(_SECRET))
    whole = drawn + _check(drawn)
    return " ".join(whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))


def read_code(typed: str) -> str:
    """Give a code as it was drawn, however it was typed, O for 0 and I or L for 1 too; "" where it is none."""
    signs = [one for one in typed.upper().translate(str.maketrans("OIL", "011")) if not one.isspace() and one != "-"]
    whole = "".join(signs)
    if len(whole) != _SECRET + _CHECK or not set(whole) <= set(_ALPHABET):
        return ""
    return whole if whole[_SECRET:] == _check(whole[:_SECRET]) else ""


def _check(drawn: str) -> str:
    sum_ = int.from_bytes(hashlib.sha256(drawn.encode()).digest()[:2], "big")
    return _ALPHABET[sum_ % 32] + _ALPHABET[sum_ // 32 % 32]


def _derive(words: str, salt: bytes, n: int) -> tuple[bytes, bytes]:
    said = unicodedata.normalize("NFC", words.strip()).encode()
    made = hashlib.scrypt(said, salt=salt, n=n, r=8, p=1, maxmem=2 * 128 * 8 * n + 2**20, dklen=64)
    return made[:32], made[32:]


def _seal(sealing: bytes, salt: bytes, n: int, hidden: bytes) -> str:
    return hmac.new(sealing, salt + n.to_bytes(4, "big") + hidden, hashlib.sha256).hexdigest()


def _is_hex(values: dict[str, Any]) -> bool:
    for name, length in (("salt", 32), ("hidden", 64), ("seal", 64)):
        if len(values[name]) != length or not set(values[name]) <= set("0123456789abcdef"):
            return False
    return True
