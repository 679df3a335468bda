"""The base at the root: whether it is one, and how it reads."""

from __future__ import annotations

from pathlib import Path

from metodbank.doctoring.examination import REGION_FILE, Ground, Seen, failure, fine, quoted, warning
from metodbank.russian_words import counted

_FEW = 3


def root(ground: Ground) -> Seen:
    """Return whether the root is that of a base, and where the nearest one is otherwise."""
    whole = ground.root.resolve()
    if not ground.root.is_dir():
        return failure(f"папки «{ground.root}» нет", "metodbank --root ПАПКА doctor")
    if ground.is_base:
        return fine(str(whole))
    above = next((place for place in whole.parents if (place / REGION_FILE).is_file()), None)
    if above:
        words = f"в {whole} нет {REGION_FILE}: это не корень базы. Ближайшая база выше: {above}"
        return failure(words, f"metodbank --root {quoted(above)} doctor")
    words = f"в {whole} нет {REGION_FILE}: это не корень базы"
    below = _bases_below(whole)
    if below:
        words += f". Базы внутри: {', '.join(place.name for place in below[:_FEW])}"
    return failure(words, f"metodbank --root {quoted(below[0]) if below else 'ПАПКА'} doctor")


def records(ground: Ground) -> Seen | None:
    """Return how many records there are, and how many of them are set aside or not published."""
    if not ground.is_base:
        return None
    # Reading needs the libraries; where one is absent, only this examination is lost.
    from metodbank.checks.running import checked
    from metodbank.loading import load

    loaded = load(ground.root)
    if loaded.knowledge_base is None:
        return failure(f"{REGION_FILE} с ошибками: базу не собрать", ground.command("check"))
    base = checked(loaded.knowledge_base, loaded.book, loaded.folder, as_of=ground.as_of)
    shown = sum(base.shows(record) for record in base.all())
    hidden = sum(1 for record in base.all()) - shown
    words = [counted(shown, "запись на сайте", "записи на сайте", "записей на сайте")]
    if hidden:
        words.append(f"{hidden} не опубликовано (черновики и на рассмотрении)")
    errors = sum(problem.is_error for problem in loaded.book.problems())
    if not errors:
        return fine(", ".join(words))
    if base.set_aside:
        words.append(f"{len(base.set_aside)} отложено из-за ошибок")
    words.append(counted(errors, "ошибка", "ошибки", "ошибок"))
    return warning(", ".join(words), ground.command("check"))


def _bases_below(folder: Path) -> list[Path]:
    """Return the folders inside that are bases, one or two steps down."""
    try:
        return sorted(
            path.parent
            for pattern in (f"*/{REGION_FILE}", f"*/*/{REGION_FILE}")
            for path in folder.glob(pattern)
        )
    except OSError:
        return []
