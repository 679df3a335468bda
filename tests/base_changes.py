"""Changes that people make in a base, one after the other, chosen by chance: edits, renames, deletions."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import site_bases

WORDS = (
    "Новое", "Тихое", "ИОМ", "чтение", "маршрут", "наставничество", "урок", "ЁЖ", "вопрос", "«кавычки»",
    "методическое объединение", "эксперимент", "№ 12", "стажировочная площадка", "и далее — по тексту",
)  # fmt: skip
STANDARD = site_bases.REPOSITORY / "generator" / "metodbank" / "standard" / "vocabularies"
DAMAGES = ("\nlishnee: 1\n", "\ntitle: [1\n", "\n\tx: 1\n", "\norganization: net-takoy\n")
OVERLAID = ("subjects", "themes", "difficulties", "statuses", "audience", "levels", "act-kinds")


class BaseChanges:
    """Changes one base, each time in another way; `told` says what was done, for a test that fails."""

    def __init__(self, root: Path, chance: Random) -> None:
        self._root = root
        self._chance = chance
        self._number = 0
        self.told: list[str] = []
        self.as_of = site_bases.AS_OF
        self._ways: tuple[Callable[[], str], ...] = (
            self._edit_line, self._edit_line, self._edit_line, self._edit_text, self._drop_line,
            self._drop_line, self._change_status, self._rename, self._rename, self._move, self._delete,
            self._delete, self._copy, self._copy, self._break, self._mend, self._edit_table,
            self._edit_table, self._drop_item, self._reorder_table, self._change_vocabulary,
            self._change_vocabulary, self._change_region, self._change_prose, self._attach, self._detach,
            self._another_day, self._swap_reference, self._change_definition, self._change_framework,
            self._change_figures, self._change_figures,
        )  # fmt: skip

    def some(self) -> None:
        """Make one change, or three."""
        for _ in range(self._chance.choice((1, 1, 1, 3))):
            self._one()

    def _one(self) -> None:
        self._number += 1
        way = self._chance.choice(self._ways)
        self.told.append(f"{way.__name__}: {way()}")

    def _records(self) -> list[Path]:
        return [
            path for folder in site_bases.REGISTERS for path in sorted((self._root / folder).rglob("*.yml"))
        ]

    def _tables(self) -> list[Path]:
        return sorted((self._root / "reference").glob("*.yml"))

    def _words(self) -> str:
        return " ".join(self._chance.sample(WORDS, 3)) + f" {self._number}"

    def _line_changed(self, path: Path, pattern: str, change: Callable[[re.Match[str]], str]) -> str:
        text = path.read_text("utf-8")
        found = list(re.finditer(pattern, text, re.MULTILINE))
        if not found:
            return f"nothing in {path.name}"
        match = self._chance.choice(found)
        path.write_text(text[: match.start()] + change(match) + text[match.end() :], "utf-8")
        return f"{path.name}: {match.group()[:60]!r}"

    def _edit_line(self) -> str:
        path = self._chance.choice(self._records())
        return self._line_changed(
            path,
            r"^( *(?:- )?(?:title|summary|topic|note|text|what|aim|annotation): ).*$",
            lambda m: f'{m[1]}"{self._words()}"'.replace('"«', '"«'),
        )

    def _edit_text(self) -> str:
        path = self._chance.choice(self._records())
        return self._line_changed(path, r"^  +[А-Я].*$", lambda m: f"{m[0]} {self._words()}.")

    def _drop_line(self) -> str:
        path = self._chance.choice([*self._records(), *self._tables()])
        return self._line_changed(path, r"^[a-z_]+: [^\n|>]+\n", lambda m: "")

    def _change_status(self) -> str:
        path = self._chance.choice(self._records())
        status = self._chance.choice(("draft", "review", "published", "published", "archived"))
        return self._line_changed(path, r"^status: .*$", lambda m: f"status: {status}")

    def _rename(self) -> str:
        path = self._chance.choice(self._records())
        path.rename(path.with_name(f"novoe-imya-{self._number}.yml"))
        if self._chance.random() < 0.5:
            with (path.with_name(f"novoe-imya-{self._number}.yml")).open("a", encoding="utf-8") as file:
                file.write(f"\nformer_ids: [{path.stem}]\n")
        return path.name

    def _move(self) -> str:
        path = self._chance.choice(self._records())
        register = path.relative_to(self._root).parts[0]
        folder = self._root / register / self._chance.choice(("", "2026", "a-okrug"))
        folder.mkdir(exist_ok=True)
        path.rename(folder / path.name)
        return f"{path.name} → {folder.name}"

    def _delete(self) -> str:
        path = self._chance.choice(self._records())
        path.unlink()
        return path.name

    def _copy(self) -> str:
        path = self._chance.choice(self._records())
        folder = path.parent
        if self._chance.random() < 0.2:  # a second file of the same id
            folder = path.parent / "kopii"
            folder.mkdir(exist_ok=True)
            (folder / path.name).write_bytes(path.read_bytes())
        else:
            (folder / f"{self._chance.choice('amz')}-kopiya-{self._number}.yml").write_bytes(
                path.read_bytes()
            )
        return path.name

    def _break(self) -> str:
        path = self._chance.choice([*self._records(), *self._tables()])
        text = path.read_text("utf-8")
        damage = self._chance.choice(DAMAGES)
        path.write_text(text + damage, "utf-8")
        return f"{path.name}: {damage!r}"

    def _mend(self) -> str:
        mended = []
        for path in [*self._records(), *self._tables()]:
            text = path.read_text("utf-8")
            whole = text
            for damage in DAMAGES:
                whole = whole.replace(damage, "")
            if whole != text:
                path.write_text(whole, "utf-8")
                mended.append(path.name)
        return ", ".join(mended)

    def _edit_table(self) -> str:
        path = self._chance.choice(self._tables())
        pattern = r"\b(name|short_name|title|note|text|topic|state|territory|kind): ([^,}\n]+)"
        return self._line_changed(path, pattern, lambda m: f'{m[1]}: "{self._words()}"')

    def _items(self, path: Path) -> list[str]:
        return re.split(r"^(?=[a-z0-9])", path.read_text("utf-8"), flags=re.MULTILINE)

    def _drop_item(self) -> str:
        path = self._chance.choice(self._tables())
        items = self._items(path)
        gone = items.pop(self._chance.randrange(len(items)))
        path.write_text("".join(items), "utf-8")
        return f"{path.name}: {gone[:40]!r}"

    def _reorder_table(self) -> str:
        path = self._chance.choice(self._tables())
        head, *items = self._items(path)
        self._chance.shuffle(items)
        path.write_text(head + "".join(items), "utf-8")
        return path.name

    def _change_vocabulary(self) -> str:
        name = self._chance.choice(OVERLAID)
        path = self._root / "reference" / "vocabularies" / f"{name}.yml"
        if path.exists() and self._chance.random() < 0.4:
            path.unlink()
            return f"{name} removed"
        known = sorted(
            re.findall(r"^  ([a-z0-9.-]+):", (STANDARD / f"{name}.yml").read_text("utf-8"), re.MULTILINE)
        )
        identifier = self._chance.choice([*known, f"svoyo-{self._number}"])
        path.parent.mkdir(exist_ok=True)
        path.write_text(f'entries:\n  {identifier}:\n    title: "{self._words()}"\n', "utf-8")
        return f"{name}: {identifier}"

    def _change_region(self) -> str:
        path = self._root / "region.yml"
        if self._chance.random() < 0.3:
            return self._line_changed(path, r"^name: .*$", lambda m: f'name: "{self._words()}"')
        return self._line_changed(path, r"^responsible: .*$", lambda m: f'responsible: "{self._words()}"')

    def _change_prose(self) -> str:
        own = sorted((self._root / "content").rglob("*.md"))
        if own and self._chance.random() < 0.6:
            path = self._chance.choice(own)
            if self._chance.random() < 0.3:
                path.unlink()
                return f"{path.name} removed"
            path.write_text(path.read_text("utf-8") + f"\n\n{self._words()}.\n", "utf-8")
            return path.name
        site_bases.put(
            self._root, f"content/about/stranitsa-{self._number}.md", f"# {self._words()}\n\nТекст.\n"
        )
        return "a new page"

    def _attach(self) -> str:
        path = self._chance.choice(self._records())
        name = self._chance.choice(("list.txt", "plan.txt"))
        site_bases.put(self._root, f"files/{path.stem}/{name}", self._words())
        with path.open("a", encoding="utf-8") as file:
            file.write(f"\nattachments:\n  - title: Лист {self._number}\n    file: {name}\n")
        return f"{path.name}: {name}"

    def _detach(self) -> str:
        files = sorted(path for path in (self._root / "files").rglob("*") if path.is_file())
        if not files:
            return "no files"
        path = self._chance.choice(files)
        if self._chance.random() < 0.5:
            path.unlink()
        else:
            path.write_bytes(path.read_bytes() + b"\n")
        return path.name

    def _another_day(self) -> str:
        self.as_of = self._chance.choice(("2026-11-22", "2026-11-23", "2026-06-01", "2028-03-01"))
        return self.as_of

    def _change_definition(self) -> str:
        name = self._chance.choice(("fr-programs-share", "routes-share", f"svoy-{self._number}"))
        path = self._root / "reference" / "indicators" / f"{name}.yml"
        if path.exists() and self._chance.random() < 0.5:
            path.unlink()
            return f"{name} removed"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'short_title: "{self._words()}"\n', "utf-8")
        return name

    def _change_framework(self) -> str:
        path = self._chance.choice(sorted((self._root / "reference" / "frameworks").glob("*.yml")))
        return self._line_changed(
            path, r"\bvalue: \d+|\bindicator: [a-z-]+", lambda m: f"{m[0]}{self._chance.choice('08x')}"
        )

    def _change_figures(self) -> str:
        tables = sorted((self._root / "monitoring").glob("*.csv"))
        if not tables or self._chance.random() < 0.1:
            site_bases.put(self._root, f"monitoring/2025-{self._number}.csv", "показатель;территория\n")
            return "a new table"
        path = self._chance.choice(tables)
        if self._chance.random() < 0.1:
            path.unlink()
            return f"{path.name} removed"
        return self._line_changed(path, r";\d+;", lambda m: f"{self._chance.choice(';-')}{m[0]}")

    def _swap_reference(self) -> str:
        path = self._chance.choice(self._records())
        organizations = [
            item.partition(":")[0] for item in self._items(self._root / "reference" / "organizations.yml")[1:]
        ] or ["net"]
        chosen = self._chance.choice(organizations)
        return self._line_changed(path, r"^organization: .*$", lambda m: f"organization: {chosen}")
