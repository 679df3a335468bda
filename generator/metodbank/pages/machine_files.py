"""Files for machines: sitemap.xml, robots.txt and the passport of the build."""

from __future__ import annotations

import json

from metodbank import __version__
from metodbank.models.region import Nature
from metodbank.pages.context import SiteContext

BUILD_FILE = "build.json"
BUILD_SCHEMA_VERSION = 1


def sitemap(context: SiteContext, indexed: list[tuple[str, str]]) -> str:
    """Return sitemap.xml of the addresses with the day of each, empty where it is not known."""
    return str(
        context.renderer.render(
            "sitemap.xml.jinja", site_url=context.base.region.site_url, pages=sorted(indexed)
        )
    )


def robots(context: SiteContext) -> str:
    """Return robots.txt: an example is kept out of search engines."""
    region = context.base.region
    closed = region.nature is Nature.EXAMPLE or context.base.with_drafts
    lines = ["User-agent: *", "Disallow: /" if closed else "Allow: /"]
    if region.site_url and not closed:
        lines.append(f"Sitemap: {region.site_url}sitemap.xml")
    return "\n".join(lines) + "\n"


def build_passport(context: SiteContext, pages: int) -> str:
    """Return what was built, from how many records, for which day."""
    base = context.base
    passport = {
        "schema_version": BUILD_SCHEMA_VERSION,
        "generator": f"metodbank {__version__}",
        "name": base.region.name,
        "as_of": context.as_of.isoformat(),
        "pages": pages,
        "records": {kind.folder: len(base.listed(kind.name)) for kind in base.kinds},
        "set_aside": len(base.set_aside),
    }
    return json.dumps(passport, ensure_ascii=False, indent=2) + "\n"
