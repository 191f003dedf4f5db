"""The commands of `python -m app`. Each module has `add_arguments(parser)` and `run(args) -> exit code`."""
