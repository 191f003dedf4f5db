"""`python -m tests.bench`: figures, on the machine it runs on. Nothing here is asserted: read, compare, decide."""
