"""What can go wrong with what is known.

KnowledgeError
├── UnreadableFile      a file that is no document, is damaged or of an unknown format
│   └── LimitExceeded   a file beyond the limits (size, pages, cells, time, memory)
├── MissingComponent    an optional component is needed and not installed
├── IndexBusy           another process writes the search index
├── ForeignDatabase     the database file belongs to another program or a newer version
├── ReviewFault         a review sheet that does not fit its document
└── LexiconFault        the lexicon's files contradict themselves
"""


class KnowledgeError(Exception):
    """Something is wrong with the knowledge base."""

    def __init__(self, message: str = "", *, place: str = "") -> None:
        self.place = place
        super().__init__(f"{place}: {message}" if place else message or self.__doc__)


class UnreadableFile(KnowledgeError):
    """The file cannot be read as a document."""


class LimitExceeded(UnreadableFile):
    """The file is beyond the limits set for documents."""


class MissingComponent(KnowledgeError):
    """An optional component is needed to read this; the message says how to install it."""


class IndexBusy(KnowledgeError):
    """Another process writes the search index at this moment; it can be tried again."""


class ForeignDatabase(KnowledgeError):
    """The database belongs to another program or to a newer version."""


class ReviewFault(KnowledgeError):
    """The review sheet does not fit its document."""


class LexiconFault(KnowledgeError):
    """The lexicon contradicts itself."""
