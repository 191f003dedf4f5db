"""Codes that people read aloud and type over: six digits to join, six signs to come back."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

RETURN_SIGNS = "34679CDFGHJKMNPQRTVWXY"
"""No 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B, U: nobody confuses what is left. No vowels: no words."""

_FILLING = re.compile(r"[\s.\-‐‑‒–—·_]+")
_ASCII_DIGITS = re.compile(r"[0-9]{6}")
_RETURN = re.compile(f"[{RETURN_SIGNS}]{{6}}")


def new_join_code() -> str:
    """Six random digits that do not begin with 0. Whether they are free is for the caller to find out."""
    return str(100_000 + secrets.randbelow(900_000))


def join_code_in(text: str) -> str:
    """The six digits that somebody typed, without spaces, dots or dashes; empty when these are not six digits."""
    digits = _FILLING.sub("", text[:40])
    return digits if _ASCII_DIGITS.fullmatch(digits) else ""


def return_code_of(secret: str, participant: str, attempt: int = 0) -> str:
    """The return code of a participant, always the same. `attempt` gives another one when this one is taken."""
    digest = hmac.new(secret.encode(), f"return:{participant}:{attempt}".encode(), hashlib.sha256).digest()
    number = int.from_bytes(digest, "big")
    signs = []
    for _ in range(6):
        number, index = divmod(number, len(RETURN_SIGNS))
        signs.append(RETURN_SIGNS[index])
    return "".join(signs)


def return_code_in(text: str) -> str:
    """The return code that somebody typed, in capitals and without filling; empty when it cannot be one."""
    signs = _FILLING.sub("", text[:40]).upper()
    return signs if _RETURN.fullmatch(signs) else ""


def grouped(code: str, separator: str = " ") -> str:
    """A code in groups of three, as it is shown: `123 456`."""
    return separator.join(code[start : start + 3] for start in range(0, len(code), 3))
