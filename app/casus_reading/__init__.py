"""Reads the files of a casus: what fits becomes Content, what is wrong becomes findings with file and line."""

from .content import Reading, check_werkwijze_file, read_content
from .finding import Finding
from .werkwijzen import files as werkwijze_files

__all__ = ["Finding", "Reading", "check_werkwijze_file", "read_content", "werkwijze_files"]
