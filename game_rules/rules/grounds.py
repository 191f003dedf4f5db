"""Keeping the facts behind a condition: by the version of the event that it made possible."""

from __future__ import annotations

from msgspec.structs import replace

from ..vocabulary.events import Record
from ..vocabulary.state import GameState
from ..vocabulary.state_parts import Cause


def keep(state: GameState, record: Record, because: tuple[Cause, ...]) -> GameState:
    """The state that knows on which facts this event rested; the same state when there were none."""
    return replace(state, grounds={**state.grounds, record.version: because}) if because else state
