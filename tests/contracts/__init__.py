"""One contract per port, run on every implementation: the fake included."""
