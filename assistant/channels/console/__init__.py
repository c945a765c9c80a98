"""The terminal as a channel: typed or piped lines in, answers out."""

from assistant.channels.console.console import Console
from assistant.channels.console.wrapping import width, wrap

__all__ = ["Console", "width", "wrap"]
