"""Plays a casus without people, in each edition with several tables, and says where it gets stuck or out of balance."""

from __future__ import annotations

from collections.abc import Iterator

from .casus_check import Problem, error, warning
from .rehearsal import Rehearsed, rehearse
from .simulate import Simulated, simulate_game
from .vocabulary.casus import Casus, Content

EDGE = 8


def tables(casus: Casus) -> dict[str, tuple[str, ...]]:
    """Ways to fill the seats, by their Dutch name: all, as few as allowed, only those without which nothing starts."""
    playable = [name for name, seat in casus.seats.items() if seat.playable and not seat.follow_up]
    essential = [name for name in playable if casus.seats[name].essential]
    rest = [name for name in playable if name not in essential]
    least = (*essential, *rest)[: max(casus.players.minimum, len(essential))]
    return {"alle zetels": tuple(playable), "het minimum": least, "alleen de nodige zetels": tuple(essential)}


def check_play(content: Content, seed: str = "proef") -> tuple[Problem, ...]:
    """What goes wrong when the casus is played: one game for each edition and each way to fill the seats.

    Takes seconds, so it is not one of the CHECKS. Meant for content without errors; nothing is raised.
    """
    found: list[Problem] = []
    games: list[Rehearsed] = []
    for edition in content.casus.editions:
        for name, seats in tables(content.casus).items():
            played = _play(content, edition, name, seats, f"{seed}|{edition}|{name}")
            if isinstance(played, Problem):
                found.append(played)
            else:
                games.append(played)
    return (*found, *_unanswered(content.casus, games), *_edges(content.casus, games))


def _play(content: Content, edition: str, name: str, seats: tuple[str, ...], seed: str) -> Rehearsed | Problem:
    path, table = f"editions.{edition}", f"Met {name} ({len(seats)} spelers)"
    try:
        played = rehearse(content, edition, seats, seed)
    except Exception as failure:  # whatever a casus does to the engine, its writer gets a sentence
        message = f"{table} gaat het spel stuk: {type(failure).__name__} {failure}. Meld dit met je casus erbij."
        return error(path, "game_failed", message)
    if played.stuck:
        return error(path, "game_stuck", f"{table} loopt het spel vast in stap `{played.stuck}`.")
    return played


def _unanswered(casus: Casus, games: list[Rehearsed]) -> Iterator[Problem]:
    """Required decisions that nobody ever took, though they were asked."""
    for name, decision in casus.decisions.items():
        asked = [game.state.decisions[name].result for game in games if name in game.state.decisions]
        if decision.required and asked and all(result and result.how == "unanswered" for result in asked):
            message = f"In {len(asked)} spellen met computerspelers werd dit besluit nooit genomen."
            yield warning(f"decisions.{name}", "decision_always_unanswered", message)


def _edges(casus: Casus, games: list[Rehearsed]) -> Iterator[Problem]:
    """Indicators that end at the edge of the scale in most games: then nothing that players do matters any more."""
    for name in casus.indicators:
        ends = [game.state.indicators[name] for game in games]
        for side, words, many in (
            ("hoog", "boven", sum(value >= 100 - EDGE for value in ends)),
            ("laag", "onder", sum(value <= EDGE for value in ends)),
        ):
            if ends and many * 2 > len(ends):
                message = f"In {many} van de {len(ends)} spellen met computerspelers eindigt deze meter heel {side}."
                advice = f"Maak de stappen naar {words} kleiner, of voeg gevolgen toe die de andere kant op gaan."
                yield warning(f"indicators.{name}", "indicator_at_edge", f"{message} {advice}")


def check_pair_play(content: Content, werkwijze: str, seed: str = "proef") -> tuple[Problem, ...]:
    """What goes wrong when the casus is played under this werkwijze, chosen before the start: as `check_play`, but faster.

    Seats choose straight from the state (`game_rules.simulate`); a milestone that no table ever reached is a warning.
    """
    found: list[Problem] = []
    reached: set[str] = set()
    for edition in content.casus.editions:
        for name, seats in tables(content.casus).items():
            for policy in PAIR_POLICIES:
                game = _play_pair(
                    content, werkwijze, (edition, name, policy), seats, f"{seed}|{edition}|{name}|{policy}"
                )
                if isinstance(game, Problem):
                    found.append(game)
                else:
                    reached |= set(game.state.werkwijzen[werkwijze].reached)
    return (*dict.fromkeys(found), *_never_reached(content, werkwijze, reached))


PAIR_POLICIES = ("regels", "eigen_doel")


def _play_pair(
    content: Content, werkwijze: str, table: tuple[str, str, str], seats: tuple[str, ...], seed: str
) -> Simulated | Problem:
    edition, name, policy = table
    where = f"Met {name} ({len(seats)} spelers) in de editie {edition}"
    try:
        game = simulate_game(content, edition, seats, policy, seed, werkwijze=werkwijze)
    except Exception as failure:  # whatever the two together do to the engine, their writer gets a sentence
        message = f"{where} gaat het spel stuk: {type(failure).__name__} {failure}. Meld dit met je bestanden erbij."
        return error("milestones", "game_failed", message, part="werkwijze")
    if game.outcome.stuck:
        message = f"{where} loopt het spel vast in stap `{game.outcome.stuck}`."
        return error("milestones", "game_stuck", message, part="werkwijze")
    return game


def _never_reached(content: Content, werkwijze: str, reached: set[str]) -> Iterator[Problem]:
    for name in content.werkwijzen[werkwijze].milestones:
        if name not in reached:
            message = "In geen enkel spel met computerspelers werd deze mijlpaal gehaald."
            yield warning(f"milestones.{name}", "milestone_never_reached", message, part="werkwijze")
