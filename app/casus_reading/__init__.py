"""Reads the files of a casus: what fits becomes Content, what is wrong becomes findings with file and line."""

from .content import Reading, read_content
from .finding import Finding

__all__ = ["Finding", "Reading", "read_content"]
