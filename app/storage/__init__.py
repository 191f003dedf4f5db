"""Where events and what lies beside them are kept. One contract test runs over every implementation."""
