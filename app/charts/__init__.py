"""Pictures as SVG, made on the server: pure functions from numbers and words to markup, no style attributes.

Every mark has a class for the theme and plain attributes for print, so a picture is the same on a page, a
projector and paper.
"""

from .course import Course, course_chart
from .fan import fan_chart
from .knowing import Chip, Lane, know_chart
from .lines import Band, Line, Mark, line_chart
from .multiples import Strand, small_multiple, swatch
from .rail import legend, rail
from .reach import Box, Link, reach_map
from .spark import spark
from .spread import spread_bars

__all__ = [
    "Band",
    "Box",
    "Chip",
    "Course",
    "Lane",
    "Line",
    "Link",
    "Mark",
    "Strand",
    "course_chart",
    "fan_chart",
    "know_chart",
    "legend",
    "line_chart",
    "rail",
    "reach_map",
    "small_multiple",
    "spark",
    "spread_bars",
    "swatch",
]
