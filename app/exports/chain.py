"""Lines that hold on to each other: a changed, missing or cut line is found, and the first one is named.

Every line is a JSON object on one line, and ends with a hash over the hash of the line before it and its own bytes:

    {"line":2,"content":{…},"hash":"<64 hex digits>"}
    hash = SHA-256(hash of the line before, as 64 ASCII digits; nothing for line 1) + bytes before `,"hash":"`)

Hashes find accidents and quiet changes. They are no signature: who changes a line and every hash after it, makes a
chain of another game with another last hash. Compare that last hash, the fingerprint, when it matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from .problems import problem

TAIL = re.compile(rb',"hash":"([0-9a-f]{64})"\}\Z')
NUMBER = re.compile(rb'\{"line":([1-9][0-9]{0,8}),')


def chained(parts: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """The lines of these parts, each with its newline. `parts`: the name of what a line holds, and that as JSON."""
    before = b""
    for number, (name, value) in enumerate(parts, 1):
        body = b'{"line":%d,"%s":%s' % (number, name.encode("ascii"), value)
        before = _hash(before, body)
        yield b'%s,"hash":"%s"}\n' % (body, before)


def checked(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of each of these lines (without newlines), as long as the chain holds.

    Raises SessionFileError line_altered, line_missing or line_moved, with the first wrong line.
    """
    before = b""
    for number, line in enumerate(lines, 1):
        tail = TAIL.search(line)
        if tail is None:
            raise problem("line_altered", number)
        _check_number(number, line)
        before = _hash(before, line[: tail.start()])
        if before != tail[1]:
            raise problem("line_altered", number)
        yield number, line


def _check_number(number: int, line: bytes) -> None:
    found = NUMBER.match(line)
    if found is None:
        raise problem("line_altered", number)
    if int(found[1]) > number:
        raise problem("line_missing", number, found=int(found[1]))
    if int(found[1]) < number:
        raise problem("line_moved", number, found=int(found[1]))


def _hash(before: bytes, body: bytes) -> bytes:
    return sha256(before + body).hexdigest().encode("ascii")
