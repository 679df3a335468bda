"""Runs every check over a base and sets aside the records that have errors."""

from __future__ import annotations

from datetime import date

from metodbank.checks import AFTERWARDS, CHECKS
from metodbank.checks.check import BaseCheck, Check, Looking, RecordCheck, TextCheck
from metodbank.checks.texts import texts_in
from metodbank.knowledge_base import KnowledgeBase, Record, RecordKey, Unsound
from metodbank.problem_book import ProblemBook
from metodbank.problems import Finding
from metodbank.root_folder import RootFolder


def checked(
    base: KnowledgeBase,
    book: ProblemBook,
    folder: RootFolder,
    *,
    as_of: date,
    checks: tuple[Check, ...] = CHECKS,
) -> KnowledgeBase:
    """Note all problems of the base in the book; return the base without the records that have errors."""
    looking = Looking(base, folder, as_of)
    wrong: set[RecordKey] = set()
    record_checks = tuple(check for check in checks if isinstance(check, RecordCheck))
    text_checks = tuple(check for check in checks if isinstance(check, TextCheck))
    for record in base.all():
        findings = _of_record(record, looking, record_checks, text_checks)
        if findings and _noted(book, record, findings):
            wrong.add(record.key)
    for unsound in base.unsound:
        record = unsound.as_record
        _noted(book, record, _of_record(record, looking, record_checks, text_checks))
    for check in checks:
        if isinstance(check, BaseCheck):
            wrong |= _run(check, looking, book)
    sound = base.without(wrong)
    for check in AFTERWARDS:
        _run(check, Looking(sound, folder, as_of), book)
    return sound


def _of_record(
    record: Record,
    looking: Looking,
    record_checks: tuple[RecordCheck, ...],
    text_checks: tuple[TextCheck, ...],
) -> list[Finding]:
    texts = texts_in(record)
    findings = [finding for check in record_checks for finding in check.look(record, looking)]
    return findings + [finding for check in text_checks for finding in check.look(texts, looking)]


def _run(check: BaseCheck, looking: Looking, book: ProblemBook) -> set[RecordKey]:
    wrong = set()
    for subject, finding in check.look(looking):
        if isinstance(subject, str):
            book.note(subject, [finding])
        elif _noted(book, subject, [finding]) and isinstance(subject, Record):
            wrong.add(subject.key)
    return wrong


def _noted(book: ProblemBook, record: Record | Unsound, findings: list[Finding]) -> bool:
    within = record.within
    placed = [
        Finding(f.code, (*within, *f.at), f.value, f.mark, f.details, f.suggestion, f.on_key)
        for f in findings
    ]
    return book.note(record.file, placed, model=record.model, within=len(within))
