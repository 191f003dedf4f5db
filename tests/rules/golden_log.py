"""Games as a release wrote them down, with how they ended. They are written once and never again: a stored game is for ever.

`python -m tests.rules.golden_log` writes those of the present release, when they are not there yet.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from game_rules import codec
from game_rules.vocabulary.casus import Content
from game_rules.vocabulary.events import Record
from game_rules.vocabulary.state import GameState
from tests.play import Game
from tests.rules.sweep import games

FOLDER = Path(__file__).parent / "golden"


def stored() -> list[Path]:
    """Every game that was ever stored, one folder each."""
    return sorted(path.parent for path in FOLDER.glob("*/*/log.jsonl"))


def read(folder: Path) -> tuple[Content, list[Record]]:
    """The casus and the log of a stored game, decoded as a server would."""
    content = msgspec.json.decode((folder / "content.json").read_bytes(), type=Content)
    lines = (folder / "log.jsonl").read_bytes().splitlines()
    return content, [codec.decode_record(line) for line in lines]


def end(state: GameState) -> dict[str, Any]:
    """How a game ended, in figures and words that no later release may change."""
    return {
        "version": state.version,
        "step": state.clock.key,
        "indicators": state.indicators,
        "decided": {id_: now.result.option for id_, now in state.decisions.items() if now.result},
        "happened": sorted(state.happened),
        "known": {id_: sorted(card.known) for id_, card in state.cards.items()},
        "promises": {id_: promise.kept for id_, promise in state.promises.items()},
        "told": len(state.feed),
    }


def write(name: str, game: Game) -> None:
    """Store a game of the present release."""
    folder = FOLDER / f"release_{codec.RELEASE}" / name
    folder.mkdir(parents=True)
    (folder / "content.json").write_bytes(msgspec.json.encode(game.content) + b"\n")
    (folder / "log.jsonl").write_bytes(b"".join(codec.encode_record(record) + b"\n" for record in game.log))
    outcome = msgspec.json.format(msgspec.json.encode(end(game.state), order="deterministic"))
    (folder / "end.json").write_bytes(outcome + b"\n")


def main() -> None:
    """Store the games of this release."""
    if (FOLDER / f"release_{codec.RELEASE}").exists():
        raise SystemExit(f"The games of release {codec.RELEASE} are stored already, for ever.")
    for name, game in games().items():
        write(name, game)
    print(f"Written: {len(games())} games of release {codec.RELEASE}.")


if __name__ == "__main__":
    main()
