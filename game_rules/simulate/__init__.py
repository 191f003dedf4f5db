"""Many games without people, through the real rules: a test of a casus, not a prediction."""

from .outcome import Outcome, Simulated
from .playing import continue_game, refusal_of, simulate_game, usual_table
from .policies import POLICIES, Policy
from .possible import Kind, Never, Setting, Why
from .spread import Fan
from .summary import LATER, Asked, Fared, Summary, Tally, Weight, weight_of_sets
from .table import Given

__all__ = [
    "LATER",
    "POLICIES",
    "Asked",
    "Fan",
    "Fared",
    "Given",
    "Kind",
    "Never",
    "Outcome",
    "Policy",
    "Setting",
    "Simulated",
    "Summary",
    "Tally",
    "Weight",
    "Why",
    "continue_game",
    "refusal_of",
    "simulate_game",
    "usual_table",
    "weight_of_sets",
]
