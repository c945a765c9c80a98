"""The web page: chat, letters with the quoted sentence marked, commitments, contacts, HTTP API."""

from assistant.channels.web.board import Book
from assistant.channels.web.channel import Web
from assistant.channels.web.entrance import Door
from assistant.channels.web.health import Clocks, Probe
from assistant.channels.web.pictures import Gallery
from assistant.channels.web.serving import Doorway

__all__ = ["Book", "Clocks", "Door", "Doorway", "Gallery", "Probe", "Web"]
