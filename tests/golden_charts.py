"""The charts that are kept as files in `tests/golden/charts`, one file a drawing.

After a change that is meant, renew them and look at every difference:

    PYTHONPATH=generator:tests python tests/golden_charts.py
    git diff tests/golden/charts
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from drawn_charts import Drawn, drawings_of
from knowledge_bases import REPOSITORY
from metodbank.charts import (
    Bar,
    Chart,
    Span,
    StackRow,
    YearGoal,
    YearValue,
    bars_chart,
    sparkline,
    stack_chart,
    timeline,
    years_chart,
)

FOLDER = REPOSITORY / "tests" / "golden" / "charts"
VALUES = (
    YearValue(2021, Fraction(31), "31\u00a0%"),
    YearValue(2022, None, ""),
    YearValue(2023, Fraction(65), "65\u00a0%"),
    YearValue(2024, Fraction(145, 2), "72,5\u00a0%", is_preliminary=True),
)
GOALS = (
    YearGoal(2022, Fraction(50), "не менее 50\u00a0%"),
    YearGoal(2023, Fraction(60), "не менее 60\u00a0%"),
    YearGoal(2024, Fraction(60), "не менее 60\u00a0%"),
    YearGoal(2025, Fraction(80), "не менее 80\u00a0%"),
)
BARS = (
    Bar("Озёрск", Fraction(88), "88\u00a0%"),
    Bar("Заречный муниципальный округ", Fraction(65), "65\u00a0%", is_own=True),
    Bar("Боровой округ", Fraction(44), "44\u00a0%", href="borovoy.html", is_partial=True),
    Bar("Северный округ", None, ""),
)
ROWS = (
    StackRow("Управление системой научно-методического сопровождения", (("done", 12), ("overdue", 3))),
    StackRow("Кадры", (("done", 2), ("unknown", 4), ("overdue", 0))),
)
LEGEND = (("done", "✓ выполнено"), ("overdue", "! просрочено"), ("unknown", "– сведений нет"))
SPANS = (
    Span("Утвердить план", date(2024, 1, 1), date(2024, 3, 31), "done", "✓ выполнено", "#m-1"),
    Span("Провести совещание", date(2024, 9, 5), date(2024, 9, 5), "overdue", "! просрочено, 05.09.2024"),
    Span("Вести мониторинг", date(2023, 9, 1), date(2026, 8, 31), "in-progress", "… выполняется"),
)


def charts() -> dict[str, Chart]:
    """Return a chart of each kind."""
    line = "Доля выросла с 31 до 72,5\u00a0%"
    return {
        "years": years_chart(line, "Точки — значения, ступени — цели.", VALUES, GOALS),
        "bars": bars_chart("От 44 до 88\u00a0%", "Полосы — значения.", BARS, Fraction(60), "цель 60\u00a0%"),
        "sparkline": sparkline(line, VALUES, GOALS),
        "stack": stack_chart("Выполнено 14 из 21", "Полосы — мероприятия.", ROWS, LEGEND),
        "timeline": timeline(
            "Просрочено одно мероприятие",
            "Полосы — сроки.",
            SPANS,
            date(2024, 1, 1),
            date(2025, 12, 31),
            date(2024, 11, 20),
        ),
    }


def golden() -> dict[str, str]:
    """Return the drawings by the names of their files."""
    found = {}
    for name, chart in charts().items():
        drawings = drawings_of(chart)
        for drawing in drawings:
            room = f"-{Drawn(drawing).room}" if len(drawings) > 1 else ""
            found[f"{name}{room}.svg"] = drawing + "\n"
    return found


def _renew() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in FOLDER.glob("*.svg"):
        path.unlink()
    for name, drawing in golden().items():
        (FOLDER / name).write_text(drawing, "utf-8", newline="\n")


if __name__ == "__main__":
    _renew()
