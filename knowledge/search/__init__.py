"""Search: from a question to the passages that may answer it, and how sure that is."""

from knowledge.search.confidence import Band, band, probability
from knowledge.search.index import SearchIndex, create

__all__ = ["Band", "SearchIndex", "band", "create", "probability"]
