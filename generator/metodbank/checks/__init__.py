"""Rules over the records of a base: one rule, one small module; the table of all of them."""

from __future__ import annotations

from metodbank.checks import (
    attachments,
    dates,
    federal_register,
    former_ids,
    glossary_use,
    grades,
    lost_markup,
    misplaced_files,
    personal_data,
    program_hours,
    prose_pages,
    references,
    registration_numbers,
    territory_codes,
    titles,
    vocabulary_values,
)
from metodbank.checks.check import BaseCheck, Check, RecordCheck

CHECKS: tuple[Check, ...] = (
    RecordCheck(("MB204",), vocabulary_values.look),
    BaseCheck(("MB204",), vocabulary_values.look_in_unsound),
    BaseCheck(("MB202",), references.broken),
    RecordCheck(("MB205", "MB206", "MB207", "MB208"), dates.look),
    RecordCheck(("MB209",), titles.look),
    RecordCheck(("MB210", "MB218"), attachments.look),
    BaseCheck(("MB216",), attachments.unnamed),
    BaseCheck(("MB222",), misplaced_files.look),
    BaseCheck(("MB211",), former_ids.look),
    BaseCheck(("MB219",), references.circles),
    BaseCheck(("MB214", "MB215"), prose_pages.look),
    RecordCheck(("MB301", "MB302", "MB303", "MB304", "MB305", "MB306", "MB307"), personal_data.look),
    RecordCheck(("MB221",), lost_markup.look),
    RecordCheck(("MB401", "MB402"), registration_numbers.look),
    BaseCheck(("MB403",), registration_numbers.shared),
    RecordCheck(("MB404",), territory_codes.look),
    BaseCheck(("MB408",), glossary_use.unused),
    BaseCheck(("MB409",), glossary_use.unexplained),
    RecordCheck(("MB501", "MB502", "MB503", "MB504"), program_hours.look),
    RecordCheck(("MB505", "MB506", "MB508"), federal_register.look),
    BaseCheck(("MB507",), federal_register.shared_numbers),
    RecordCheck(("MB601",), grades.look),
)
"""What is looked at before records with errors are set aside."""

AFTERWARDS: tuple[BaseCheck, ...] = (BaseCheck(("MB203", "MB220"), references.not_shown),)
"""What can be said only when it is known which records are set aside."""
