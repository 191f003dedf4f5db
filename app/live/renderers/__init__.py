"""A View and the one before it become what is sent: HTML fragments for browsers, JSON Merge Patch for programs."""
