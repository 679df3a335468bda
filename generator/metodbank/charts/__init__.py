"""Charts as frozen views with their geometry ready; `parts/charts.html.jinja` draws them as SVG.

A module of our own: the kept libraries set styles inline or bring scripts, name nothing for a reader who does
not see, differ from build to build, or scale letters with the picture.
"""

from metodbank.charts.bars import Bar, BarsChart, bars_chart
from metodbank.charts.shapes import Chart
from metodbank.charts.sparks import Sparkline, sparkline
from metodbank.charts.stacks import StackChart, StackRow, stack_chart
from metodbank.charts.timelines import Span, TimelineChart, timeline
from metodbank.charts.year_data import YearGoal, YearValue
from metodbank.charts.years import YearsChart, years_chart

__all__ = [
    "Bar",
    "BarsChart",
    "Chart",
    "Span",
    "Sparkline",
    "StackChart",
    "StackRow",
    "TimelineChart",
    "YearGoal",
    "YearValue",
    "YearsChart",
    "bars_chart",
    "sparkline",
    "stack_chart",
    "timeline",
    "years_chart",
]
