"""What was most likely meant by a table that is named otherwise, or by a header that is not understood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from metodbank.observation_columns import INDICATOR, NUMERATOR, TERRITORY, TITLES, Columns
from metodbank.observation_names import KnownNames
from metodbank.problems import Finding

_NEARLY_NAMED = re.compile(r"(199[0-9]|20[0-9]{2}|2100)[ _.(]+([^/]*?)[)]?\.csv", re.IGNORECASE)
_BLANKS = re.compile(r"[ _.()]+")


def name_hint(name: str) -> Finding:
    """Return the finding for a file whose name says no year, with a right one where only a hyphen lacks."""
    nearly = _NEARLY_NAMED.fullmatch(name)
    rest = _BLANKS.sub("-", nearly[2]).strip("-") if nearly else ""
    return Finding("MB931", value=name, suggestion=f"{nearly[1]}-{rest}.csv" if nearly and rest else "")


def header_findings(
    columns: Columns, of_columns: Sequence[Finding], of_indicators: Sequence[Finding], known: KnownNames
) -> Iterator[Finding]:
    """Yield all that is wrong with a header; where a column names an indicator alone, how the wide form does.

    Such a header is not told besides that it lacks the columns of the long form, nor that a part is missing
    of which the column is only misspelt.
    """
    may_be_wide = columns.of_row(INDICATOR) is None
    told = [_hinted(found, known) for found in of_columns] if may_be_wide else list(of_columns)
    is_wide = told != list(of_columns)
    for found in told:
        if not is_wide or found.code != "MB937" or found.value == TITLES[TERRITORY]:
            yield found
    meant = {found.suggestion for found in told}
    yield from (found for found in of_indicators if found.value not in meant)


def _hinted(found: Finding, known: KnownNames) -> Finding:
    if found.code != "MB936" or found.suggestion:
        return found
    name = found.value.partition(":")[0].strip().lower()
    indicator = known.indicators.find(name)
    near = indicator.suggestion if isinstance(indicator, Finding) else indicator
    return replace(found, suggestion=f"{near}:{TITLES[NUMERATOR]}") if near else found
