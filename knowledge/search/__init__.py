"""Search: from a question to the passages that may answer it, and how sure that is."""

from knowledge.search.confidence import Band, band, probability
from knowledge.search.index import SearchIndex, create
from knowledge.search.large import LARGE, LargeIndex

__all__ = ["LARGE", "Band", "LargeIndex", "SearchIndex", "band", "create", "probability"]
