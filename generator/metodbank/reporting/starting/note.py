"""A Word note to begin with: what is below its target, tables, charts, territories, gaps, grounds."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as Note
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from metodbank.reporting.package import Package
from metodbank.reporting.starting.contents import Contents, Line
from metodbank.russian_words import NO_BREAK

_FONT = "Times New Roman"
_INK = RGBColor(0x1C, 0x27, 0x33)
_MOST_TOLD = 3
_TITLE = "Аналитическая справка"


def starting_note(contents: Contents, day: date) -> bytes:
    """Return the note; the same base gives the same bytes on the same day."""
    note = Document()
    _look(note)
    _title(note)
    note.add_heading("Главное", 1)
    _told(note, contents)
    note.add_paragraph("Ниже цели года:")
    for framework in contents.frameworks:
        note.add_paragraph(f"[не достигнуты; {framework.id}]")
    note.add_heading("Показатели", 1)
    for framework in contents.frameworks:
        note.add_paragraph(_tied(f"{framework.title}. {framework.citation}."))
        _small(note, f"[таблица; {framework.id}]")
    _charts(note, contents)
    note.add_heading("Каких сведений нет", 1)
    for framework in contents.frameworks:
        note.add_paragraph(f"[нет данных; {framework.id}]")
    note.add_heading("На чём основаны числа", 1)
    _small(note, "[основания]", 9)
    return _same_bytes(note, day)


def _told(note: Note, contents: Contents) -> None:
    for line in _main(contents):
        note.add_paragraph(
            f"«{line.name}»: [{line.called}] ([{line.called}; статус]; [{line.called}; охват]), "
            f"цель — [{line.called}; цель]; [{line.called}; до цели]."
        )


def _charts(note: Note, contents: Contents) -> None:
    lines = _main(contents)
    if not lines:
        return
    note.add_heading("По годам", 1)
    for line in lines:
        note.add_paragraph(f"[график; {line.called}]")
    inside = [line for line in lines if not line.is_of_region]
    if len(contents.territories) > 1 and inside:
        note.add_heading("По территориям", 1)
        for line in inside:
            note.add_paragraph(f"{line.name}, [год] год").paragraph_format.keep_with_next = True
            _small(note, f"[территории; {line.called}]")
            note.add_paragraph(f"[график территорий; {line.called}]")


def _main(contents: Contents) -> list[Line]:
    """Return the statements that are told of in words and drawn: those of territories before the others."""
    numbers = [line for framework in contents.frameworks for line in framework.lines if line.is_number]
    return sorted(numbers, key=lambda line: line.is_of_region)[:_MOST_TOLD]


def _tied(text: str) -> str:
    """Return the text with no line broken between № and its number."""
    return text.replace("№ ", f"№{NO_BREAK}")


def _title(note: Note) -> None:
    for text, size, is_bold in (
        (_TITLE, 18, True),
        ("о состоянии системы научно-методического сопровождения педагогических работников", 14, False),
        ("[регион], [год] год", 14, True),
        ("По состоянию на [дата], [оператор]", 12, False),
    ):
        paragraph = note.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_after = Pt(2 if size != 12 else 12)
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(size), is_bold


def _small(note: Note, text: str, size: int = 10) -> None:
    paragraph = note.add_paragraph()
    paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(3), 1
    paragraph.add_run(text).font.size = Pt(size)


def _look(note: Note) -> None:
    section = note.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(2.5), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    for name, size in (("Normal", 12), ("Heading 1", 14), ("Heading 2", 12)):
        style = note.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _INK
        fonts = style.element.rPr.rFonts
        for each in [each for each in fonts.attrib if each.endswith("Theme")]:
            del fonts.attrib[each]
        for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{kind}"), _FONT)
    settings = note.styles["Normal"].paragraph_format
    settings.space_after, settings.line_spacing = Pt(6), 1.15
    note.styles["Heading 1"].paragraph_format.space_before = Pt(14)
    note.styles["Heading 1"].paragraph_format.space_after = Pt(6)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "ru-RU")
    note.styles["Normal"].element.rPr.append(language)
    _footer(note)


def _footer(note: Note) -> None:
    paragraph = note.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run("[база], [дата] · ").font.size = Pt(9)
    run = paragraph.add_run()
    run.font.size = Pt(9)
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        made = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            made.set(qn("w:fldCharType"), kind)
        else:
            made.text = text
        run._r.append(made)  # python-docx has no fields


def _same_bytes(note: Note, day: date) -> bytes:
    """Return the note as a file that says it was made on that day, not now."""
    properties = note.core_properties
    properties.title, properties.author, properties.language = _TITLE, "Методбанк", "ru-RU"
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = datetime(day.year, day.month, day.day)
    buffer = BytesIO()
    note.save(buffer)
    return Package(buffer.getvalue(), "form.docx").saved()
