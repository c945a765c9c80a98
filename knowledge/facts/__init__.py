"""Facts: a document -> everything it states, each fact with the span that proves it.

Pure text work; who reads the file and who stores the facts is none of its business.
"""

from knowledge.facts.extraction import extract
from knowledge.facts.report import as_json
from knowledge.facts.review import reviewed

__all__ = ["as_json", "extract", "reviewed"]
