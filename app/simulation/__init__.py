"""Many games without people, in other processes: the server goes on serving."""
