"""Compiled templates beside the templates, as Python keeps compiled modules beside modules.

Only what stands in the package is kept so: it is as trusted as its code. Where nothing may be written there,
templates are compiled at each start.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from metodbank.keys import key_of

_DIGEST_BYTES = 32


class BesideTemplates(BytecodeCache):
    """Keeps the code of each template of a folder under the key of the template and of what compiles it."""

    def __init__(self, folder: Path, compiler: str) -> None:
        self._folder = f"{folder}{os.sep}"
        self._compiler = key_of(MAGIC_NUMBER, compiler)

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the file of the template, by which its bucket is known."""
        return filename or name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket its code, where it is kept whole."""
        kept = b""
        if bucket.key.startswith(self._folder):
            with suppress(OSError):
                kept = Path(cache_from_source(bucket.key)).read_bytes()
        digest, code = kept[:_DIGEST_BYTES], kept[_DIGEST_BYTES:]
        # Loading damaged code could end the process.
        if code and digest == self._digest(bucket, code):
            bucket.code = marshal.loads(code)  # noqa: S302 (our own code, whole, from the package itself)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the bucket."""
        if sys.dont_write_bytecode or not bucket.key.startswith(self._folder):
            return
        code = marshal.dumps(bucket.code)
        target = Path(cache_from_source(bucket.key))
        part = target.with_name(f"{target.name}.{os.getpid()}")
        with suppress(OSError):
            target.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(self._digest(bucket, code) + code)
            part.replace(target)

    def _digest(self, bucket: Bucket, code: bytes) -> bytes:
        return hashlib.sha256(key_of(self._compiler, bucket.key, bucket.checksum, code).encode()).digest()
