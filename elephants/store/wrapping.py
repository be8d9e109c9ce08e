"""Wraps a key with words that a person knows, or with another key: scrypt (RFC 7914), then AES Key Wrap (RFC 3394).

Both come from the library `cryptography`; nothing is put together here. Key Wrap is made for keys: there is no nonce
to use twice, and what was changed or is opened with other words is told. The salt is fresh for each wrapping.
"""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import asdict, dataclass, fields
from typing import Any

COST = 2**17
"""The `n` of scrypt with r=8, p=1: 128 MB and about half a second for each guess (OWASP, Password Storage)."""

HIDDEN = 40
"""Bytes of a key that is hidden: its 32, and 8 by which a wrong or changed one is told."""

_DEAREST = 2**20
_SALT = 16
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U
_SECRET, _CHECK, _GROUP = 26, 2, 4
CODE_SIGNS = _SECRET + _CHECK
"""Signs in the code of a recovery sheet."""
_FEW = 2
"""Digits other than 0 and 1 that all but one in three hundred codes have, and hardly a passphrase of words."""


@dataclass(frozen=True, repr=False)
class Wrapped:
    """A key that words open; it may lie anywhere, for without the words it tells nothing."""

    salt: str
    n: int
    hidden: str

    def plain(self) -> dict[str, Any]:
        """Give it as it is written down."""
        return asdict(self)

    @classmethod
    def read(cls, written: object) -> Wrapped | None:
        """Read it back; None where it is not one, or would cost more than a laptop has."""
        if not isinstance(written, dict):
            return None
        salt, n, hidden = (written.get(one.name) for one in fields(cls))
        if not (isinstance(salt, str) and isinstance(hidden, str) and isinstance(n, int)):
            return None
        fits = 2 <= n <= _DEAREST and not n & (n - 1) and is_hex(salt, _SALT) and is_hex(hidden, HIDDEN)
        return cls(salt, n, hidden) if fits else None


def wrap(key: str, words: str) -> Wrapped:
    """Hide a key behind words; takes half a second, so not in the thread of the window."""
    salt = secrets.token_bytes(_SALT)
    return Wrapped(salt.hex(), COST, hide(key, _derive(words, salt, COST)))


def unwrap(wrapped: Wrapped, words: str) -> str:
    """Give the key, or "" where the words are not those; takes half a second."""
    return bare(wrapped.hidden, _derive(words, bytes.fromhex(wrapped.salt), wrapped.n))


def hide(key: str, by: str) -> str:
    """Hide a key behind another one of 256 bits, all as hex."""
    from cryptography.hazmat.primitives.keywrap import aes_key_wrap

    return aes_key_wrap(bytes.fromhex(by), bytes.fromhex(key)).hex()


def bare(hidden: str, by: str) -> str:
    """Give the key that `hide` hid, or "" where it was not by this one or was changed."""
    from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

    try:
        return aes_key_unwrap(bytes.fromhex(by), bytes.fromhex(hidden)).hex()
    except InvalidUnwrap:
        return ""


def is_hex(text: str, count: int) -> bool:
    """Tell whether a text is that many bytes as hex."""
    return len(text) == 2 * count and set(text) <= set("0123456789abcdef")


def new_code() -> str:
    """Draw the code of a recovery sheet: 130 random bits and two signs that find a slip of the pen."""
    drawn = "".join(secrets.choice(_ALPHABET) for _ in range(_SECRET))
    whole = drawn + _check(drawn)
    return " ".join(whole[at : at + _GROUP] for at in range(0, len(whole), _GROUP))


def read_code(typed: str) -> str:
    """Give a code as it was drawn, however it was typed, O for 0, I or L for 1 and U for V too; "" where it is none."""
    whole = _signs(typed)
    if len(whole) != CODE_SIGNS or not set(whole) <= set(_ALPHABET):
        return ""
    return whole if whole[_SECRET:] == _check(whole[:_SECRET]) else ""


def signs_of_code(typed: str) -> int:
    """Count the signs of what looks like a code that was meant, with a slip in it or not; 0 where it does not."""
    whole = _signs(typed)
    codelike = bool(whole) and set(whole) <= set(_ALPHABET) and sum(one in "23456789" for one in whole) >= _FEW
    return len(whole) if codelike and abs(len(whole) - CODE_SIGNS) <= 2 * _GROUP else 0


def _signs(typed: str) -> str:
    """Give the signs of a code without what stands between them, as if typed in capitals and at their full width."""
    plain = unicodedata.normalize("NFKC", typed).upper().translate(str.maketrans("OILU", "011V"))
    return "".join(one for one in plain if one.isalnum())


def _check(drawn: str) -> str:
    sum_ = int.from_bytes(hashlib.sha256(drawn.encode()).digest()[:2], "big")
    return _ALPHABET[sum_ % 32] + _ALPHABET[sum_ // 32 % 32]


def _derive(words: str, salt: bytes, n: int) -> str:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # surrogatepass: a terminal may send a byte that is no letter, and a window half of one
    said = unicodedata.normalize("NFC", words.strip()).encode("utf-8", "surrogatepass")
    return Scrypt(salt=salt, length=32, n=n, r=8, p=1).derive(said).hex()
