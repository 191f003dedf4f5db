"""Everything that is wrong or suspicious in a casus, at once. The subjects are in `casus_checks/`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .casus_checks.acts import check_acts
from .casus_checks.cards import check_cards
from .casus_checks.causes import check_causes
from .casus_checks.conditions import check_conditions
from .casus_checks.decisions import check_decisions
from .casus_checks.figures import Figures, figures
from .casus_checks.indicators import check_indicators
from .casus_checks.names import SECTIONS
from .casus_checks.pairs import check_names
from .casus_checks.pairs import check_pair as _check_pair
from .casus_checks.possible import check_possible
from .casus_checks.problem import Part, Problem, Severity, error, join, likely, warning
from .casus_checks.references import check_references
from .casus_checks.seats import check_seats
from .casus_checks.texts import LONG_SENTENCE, check_texts, longest_sentence
from .casus_checks.timing import check_timing
from .casus_checks.values import check_values
from .casus_checks.votes import check_votes
from .casus_checks.werkwijzen import check_fits, check_werkwijze
from .vocabulary.casus import Content

__all__ = [
    "CHECKS",
    "LOCAL_CHECKS",
    "LONG_SENTENCE",
    "SECTIONS",
    "Figures",
    "Part",
    "Problem",
    "Severity",
    "check_content",
    "check_names",
    "check_pair",
    "check_werkwijze",
    "error",
    "figures",
    "join",
    "likely",
    "longest_sentence",
    "warning",
]

Check = Callable[[Content], Iterator[Problem]]

LOCAL_CHECKS: tuple[Check, ...] = (check_references, check_conditions, check_values, check_texts)
CHECKS: tuple[Check, ...] = (
    *LOCAL_CHECKS,
    check_seats,
    check_votes,
    check_decisions,
    check_acts,
    check_cards,
    check_timing,
    check_causes,
    check_possible,
    check_indicators,
    check_fits,
)


def check_content(content: Content, checks: tuple[Check, ...] = CHECKS) -> tuple[Problem, ...]:
    """Every problem in this casus and what it leans on, in the order of the checks; empty when it is fine.

    Nothing is raised: also a casus full of unknown ids is checked to the end. LOCAL_CHECKS look at one entry at a
    time, so they also make sense for a casus of which parts are missing.
    """
    return tuple(problem for check in checks for problem in check(content))


def check_pair(content: Content, werkwijze: str) -> tuple[Problem, ...]:
    """Every problem of one werkwijze that this casus allows: do the two fit, and everything a casus is checked for.

    part `werkwijze`: the path is one in the file of the werkwijze, or else in what the casus adds to it. The casus itself
    has no errors.
    """
    return _check_pair(content, werkwijze, CHECKS)
