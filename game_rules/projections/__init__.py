"""What each audience may see, built by adding: a new field of the state is invisible until a projection names it."""

from .project import Projected, project

__all__ = ["Projected", "project"]
