"""One use case per function. Blocks the calling green thread, raises RuleError or ServiceError, knows no web framework."""
