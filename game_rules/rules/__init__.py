"""The rules, one file per area: `decide_*` says what a wish leads to, `evolve_*` what a fact changes."""
