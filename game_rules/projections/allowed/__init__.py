"""What an audience may do now: a control exists on a screen because it is offered here. One file per area."""
