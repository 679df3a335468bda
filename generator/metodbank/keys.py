"""Keys made of content: the digest of all that a thing was made of, so what keeps its key is not stale."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def key_of(*parts: bytes | str) -> str:
    """Return the key of the parts, unequal for parts that are cut otherwise."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(raw).to_bytes(8, "big"))
        digest.update(raw)
    return digest.hexdigest()


def key_of_files(files: Iterable[tuple[str, bytes]]) -> str:
    """Return the key of named contents, whatever their order."""
    return key_of(*(key_of(name, content) for name, content in sorted(files)))
