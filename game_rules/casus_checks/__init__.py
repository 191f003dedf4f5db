"""One module per subject of the casus check. Each `check_*` yields every Problem it sees and never stops at the first.

A check trusts the types but no id: a name that does not exist is reported by `references` and skipped by the others.
"""
