"""The words of the game: what is wished (commands), what happened (events), what is (state), what may be seen (views)."""
