"""Facts to rows and back: the only SQL of this room, beside the search index."""
