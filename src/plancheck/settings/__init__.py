"""plancheck.yaml: settings of a folder of documents, and what people decided about their findings."""

from plancheck.settings.apply import apply, report_unused
from plancheck.settings.load import checked, find, load
from plancheck.settings.mark import marks_of
from plancheck.settings.values import FILE, FileKind, Settings

__all__ = ["FILE", "FileKind", "Settings", "apply", "checked", "find", "load", "marks_of", "report_unused"]
