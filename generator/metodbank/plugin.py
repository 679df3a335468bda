"""The MkDocs plugin: in the root of a base, `mkdocs build` and `mkdocs serve` give our pages.

MkDocs renders nothing itself: the site is built by our own functions before MkDocs empties its folder, and
put there at the end.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from pathlib import Path
from typing import Literal

from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from metodbank.addresses import SEARCH_DATA
from metodbank.base_files import FILES
from metodbank.build import SiteBuild
from metodbank.dates import today
from metodbank.errors import MetodbankError
from metodbank.models.kinds import REGISTERS
from metodbank.region_reading import REGION_FILE

log = logging.getLogger("mkdocs.plugins.metodbank")
NO_GUARANTEE = (
    "MkDocs сначала опустошает папку сайта: если остановить его на полпути, прежнего сайта не будет. "
    "Надёжнее: metodbank build."
)
_AFTER_ALL_OTHERS = -100


class PluginOptions(base.Config):  # type: ignore[no-untyped-call]  # MkDocs tells no types of its classes
    """What may stand under `metodbank` in mkdocs.yml."""

    drafts = config_options.Type(bool, default=False)


class MetodbankPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]  # nor of these
    """Builds the base whose root holds mkdocs.yml."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002 (MkDocs names it)
        """Make the folder that lasts as long as the command of MkDocs."""
        self._folder = tempfile.TemporaryDirectory(prefix="metodbank-mkdocs-")
        self._built = Path(self._folder.name) / "site"
        self._site: SiteBuild | None = None
        if command != "serve":
            log.info(NO_GUARANTEE)

    def on_shutdown(self) -> None:
        """Remove the folder."""
        self._folder.cleanup()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have MkDocs watch what a base is made of, and draw no page of its own."""
        root = _root(config)
        parts = (REGION_FILE, "reference", FILES, *(kind.folder for kind in REGISTERS))
        config.watch.extend(str(root / part) for part in parts if (root / part).exists())
        config.theme.static_templates.clear()
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Build the site; where that fails, MkDocs has emptied nothing yet."""
        try:
            built = self._site_of(config).build(log.debug, alone=True)
        except MetodbankError as error:
            raise PluginError(str(error)) from error
        for problem in built.problems:
            if problem.is_error:
                log.warning("%s: %s\n    → %s", problem.place, problem.message, problem.remedy)

    def _site_of(self, config: MkDocsConfig) -> SiteBuild:
        """Return the build of the base: the same one each time that MkDocs serves it anew."""
        if self._site is None:
            self._site = SiteBuild(_root(config), self._built, as_of=today, drafts=self.config.drafts)
        return self._site

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002 (MkDocs names it)
        """Leave MkDocs nothing to render."""
        return Files([])

    @event_priority(_AFTER_ALL_OTHERS)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Put the site where MkDocs promised it, without the index of a search that is not there."""
        shutil.rmtree(Path(config.site_dir) / SEARCH_DATA, ignore_errors=True)
        shutil.copytree(self._built, config.site_dir, dirs_exist_ok=True)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent
