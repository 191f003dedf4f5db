"""The server of DNa Lab: everything that touches the world. The game itself is in `game_rules`."""
