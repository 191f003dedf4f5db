"""Many games without people, through the real rules: a test of a casus, not a prediction."""

from .outcome import Outcome, Simulated
from .playing import continue_game, simulate_game, usual_table
from .policies import POLICIES, Policy
from .table import Given

__all__ = [
    "POLICIES",
    "Given",
    "Outcome",
    "Policy",
    "Simulated",
    "continue_game",
    "simulate_game",
    "usual_table",
]
