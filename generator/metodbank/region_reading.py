"""region.yml → the region: whose base it is."""

from __future__ import annotations

from metodbank.models.region import Region
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding
from metodbank.root_folder import MAX_RECORD_BYTES, RootFolder
from metodbank.validation import validated
from metodbank.yaml_source import read_yaml

REGION_FILE = "region.yml"


def read_region(folder: RootFolder, book: ProblemBook) -> Region | None:
    """Return the region, or None where its file is missing or wrong; what is wrong is noted."""
    if not folder.stands(REGION_FILE):
        book.note(REGION_FILE, [Finding("MB217", value=REGION_FILE)])
        return None
    raw = folder.read(REGION_FILE, MAX_RECORD_BYTES)
    if isinstance(raw, Finding):
        book.note(REGION_FILE, [raw])
        return None
    parsed = read_yaml(raw)
    if book.note(REGION_FILE, parsed.findings, model=Region) or parsed.data is None:
        return None
    region, findings = validated(Region, parsed.data)
    book.note(REGION_FILE, findings, model=Region)
    return region
