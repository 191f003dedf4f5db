"""What a step that is taken back had changed: the values from before it."""

from __future__ import annotations

from .base import Fact
from .state_lab import WerkwijzeState
from .state_parts import (
    ActDone,
    ClockState,
    DecisionState,
    InjectState,
    MoveState,
    Pending,
    PromiseState,
    QuestionState,
)


class Former(Fact):
    """The values from before a step that is taken back: only what the step changed. A None entry did not exist."""

    clock: ClockState | None = None
    suspended_until: int | None = None
    indicators: dict[str, int] = {}
    injects: dict[str, InjectState] = {}
    decisions: dict[str, DecisionState | None] = {}
    moves: dict[str, MoveState | None] = {}
    pending: dict[str, Pending | None] = {}
    acts: dict[str, ActDone | None] = {}
    promises: dict[str, PromiseState | None] = {}
    questions: dict[str, QuestionState] = {}
    used: dict[str, int] = {}
    consequences: tuple[str, ...] = ()
    werkwijzen: dict[str, WerkwijzeState | None] = {}
