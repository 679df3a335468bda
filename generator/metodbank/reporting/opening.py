"""A form as the parts that its zip holds, or why it is refused: what is sent in may be anything."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO
from lzma import LZMAError
from pathlib import PurePath

from metodbank.errors import UsageError

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 64 * 1024 * 1024
MOST_PARTS = 5000
SPREADSHEET, DOCUMENT = ".xlsx", ".docx"
_KINDS = {SPREADSHEET: "книга Excel", DOCUMENT: "документ Word"}
_MACROS = {
    ".xlsm": SPREADSHEET,
    ".xltm": SPREADSHEET,
    ".xlsb": SPREADSHEET,
    ".docm": DOCUMENT,
    ".dotm": DOCUMENT,
}
_OTHERS = {
    **dict.fromkeys((".xls", ".ods", ".csv", ".xlt", ".xltx", ".ots"), SPREADSHEET),
    **dict.fromkeys((".doc", ".odt", ".rtf", ".dot", ".dotx", ".ott"), DOCUMENT),
}
_OLD_CONTAINER = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, LZMAError, struct.error),
    *(EOFError, IndexError, NotImplementedError, OSError, RuntimeError, ValueError),
)


class Refused(UsageError):
    """The form cannot be filled."""


def kind_of(name: str) -> str:
    """Return `.xlsx` or `.docx` of a file's name; raises `Refused` for any other kind, with what to do."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _KINDS:
        return suffix
    if suffix in _MACROS:
        cure = f"Сохраните форму как {_MACROS[suffix]}, без макросов."
        raise Refused(f"«{name}» — файл с макросами, такие не заполняются. {cure}")
    if suffix in _OTHERS:
        raise Refused(f"«{name}» — другой формат. Сохраните форму как {_OTHERS[suffix]}.")
    raise Refused(f"«{name}» — не форма. Нужна книга Excel ({SPREADSHEET}) или документ Word ({DOCUMENT}).")


def opened(raw: bytes, name: str) -> dict[str, bytes]:
    """Return the parts of a form by name, in their order; raises `Refused`."""
    kind = _KINDS[kind_of(name)]
    if len(raw) > MOST_BYTES:
        raise Refused(f"«{name}» больше {MOST_BYTES // 1024**2} МБ. Уберите из формы большие картинки.")
    if raw.startswith(_OLD_CONTAINER):
        if _ENCRYPTED in raw:
            raise Refused(f"«{name}» защищён паролем. Снимите пароль и сохраните форму заново.")
        raise Refused(f"«{name}» сохранён в старом формате. Сохраните форму как {kind_of(name)}.")
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            return _parts(archive, name)
    except _UNREADABLE as error:
        raise Refused(f"«{name}» — не {kind}, или файл повреждён: открыть его не удалось.") from error


def broken(name: str, what: str = "") -> Refused:
    """Return the refusal of a form that has parts, but not those that it should have."""
    why = f" ({what})" if what else ""
    cure = "Откройте форму в Excel, Word или LibreOffice и сохраните заново."
    return Refused(f"«{name}» повреждён{why}. {cure}")


def _parts(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_UNPACKED:
        raise Refused(
            f"«{name}» распаковывается больше чем в {MOST_UNPACKED // 1024**2} МБ: это не похоже на форму."
        )
    if any(info.flag_bits & 1 for info in infos):
        raise Refused(f"«{name}» защищён паролем. Снимите пароль и сохраните форму заново.")
    parts = {info.filename: archive.read(info) for info in infos}
    if len({part.lower() for part in parts}) != len(infos):
        raise broken(name, "части с одинаковыми именами")
    if any(part.lower().endswith("vbaproject.bin") for part in parts):
        raise Refused(f"В «{name}» есть макросы, такие файлы не заполняются. Сохраните форму без них.")
    return parts
