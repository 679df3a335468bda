"""The docs tree that an engine draws: prose, one page a frame, the theme configuration."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from metodbank import addresses
from metodbank.errors import BuildFailed
from metodbank.knowledge_base import KnowledgeBase
from metodbank.pages import frames, search_box
from metodbank.pages.sections import Tab, tabs
from metodbank.pages.sections import frames as frame_addresses
from metodbank.prose import for_engine
from metodbank.root_folder import MAX_REFERENCE_BYTES, RootFolder
from metodbank.yaml_source import read_yaml

THEME = Path(__file__).parent.parent / "theme"
OWN_CONFIG = "mkdocs.yml"
OWN_PLUGIN = "metodbank"
SEARCH_PLUGINS = frozenset({"search", "material/search"})
_FOR_A_PLAIN_RUN = frozenset({"INHERIT", "nav", "docs_dir", "site_dir", "watch"})


def staged(
    base: KnowledgeBase, folder: RootFolder, *, notice: str, style_sheets: list[str], scripts: list[str]
) -> dict[str, str]:
    """Return the files that the engine draws from, by path; they hold nothing of any record."""
    drawn = {page.path for page in base.prose} | {_markdown(address) for address in frame_addresses(base)}
    files = {f"docs/{page.path}": for_engine(page, drawn) for page in base.prose}
    for address in frame_addresses(base):
        files[f"docs/{_markdown(address)}"] = frames.MARKDOWN
    for path in sorted((THEME / "overrides").rglob("*.html")):
        files[f"overrides/{path.relative_to(THEME / 'overrides').as_posix()}"] = path.read_text("utf-8")
    config = _laid_over(_config(THEME / OWN_CONFIG), _own_config(folder))
    config |= {
        "site_name": base.region.name,
        "site_description": base.region.description,
        "docs_dir": "docs",
        "site_dir": "drawn",
        "use_directory_urls": False,
        "nav": [_nav(tab) for tab in tabs(base)],
        "not_in_nav": "/index.md\n/not-found.md\n",
        "extra_css": style_sheets,
        "extra_javascript": scripts,
    }
    config["theme"] = {**config["theme"], "custom_dir": "overrides"}
    config["extra"] = {
        **config.get("extra", {}),
        "homepage": "index.html",
        "notice": notice,
        "search": {"page": addresses.SEARCH, "scripts": " ".join(search_box.SCRIPTS)},
    }
    # JSON is YAML that every engine reads the same way.
    files[OWN_CONFIG] = json.dumps(config, ensure_ascii=False, indent=1)
    return files


def write(files: dict[str, str], folder: Path) -> None:
    """Put the staged files into an empty folder."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def _markdown(address: str) -> str:
    return address.removesuffix(".html") + ".md"


def _nav(tab: Tab) -> dict[str, Any]:
    entries: list[Any] = [{entry.label: entry.path} if entry.label else entry.path for entry in tab.entries]
    return {tab.label: entries[0] if len(entries) == 1 else entries}


def _config(path: Path) -> dict[str, Any]:
    return dict(read_yaml(path.read_bytes()).data or {})


def _own_config(folder: RootFolder) -> dict[str, Any]:
    """Return the base's own mkdocs.yml without what is there for a plain run of the engine."""
    if not folder.exists(OWN_CONFIG):
        return {}
    raw = folder.read(OWN_CONFIG, MAX_REFERENCE_BYTES)
    parsed = read_yaml(raw) if isinstance(raw, bytes) else None
    if isinstance(raw, bytes) and not raw.strip():
        return {}
    if parsed is None or parsed.data is None or parsed.findings:
        marks = [finding.mark for finding in (parsed.findings if parsed else []) if finding.mark]
        place = f":{marks[0].line}:{marks[0].column}" if marks else ""
        raise BuildFailed(
            f"{OWN_CONFIG}{place}: настройки оформления не читаются.\n"
            "    → Запишите их строками «имя: значение», как в образце, или удалите файл: он необязателен."
        )
    own = {key: value for key, value in parsed.data.items() if key not in _FOR_A_PLAIN_RUN}
    if "plugins" in own:
        own["plugins"] = _plugins_kept(own["plugins"])
    return own


def _plugins_kept(plugins: Any) -> Any:
    """Return the plugins of a plain run but two.

    Ours would call the engine again, and that one ours; the theme's search is replaced by ours.
    """
    left_out = SEARCH_PLUGINS | {OWN_PLUGIN}
    if isinstance(plugins, dict):
        return {name: options for name, options in plugins.items() if name not in left_out}
    if not isinstance(plugins, list):
        return []
    return [
        each for each in plugins if left_out.isdisjoint(map(str, each if isinstance(each, dict) else [each]))
    ]


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    result = dict(under)
    for key, value in over.items():
        below = result.get(key)
        result[key] = (
            _laid_over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
        )
    return result
