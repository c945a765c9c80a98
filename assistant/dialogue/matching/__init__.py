"""Question × facts -> which fact bears every word, which contradicts, which fits best."""

from assistant.dialogue.matching.candidates import Candidates
from assistant.dialogue.matching.fitting import Fit
from assistant.dialogue.matching.shelf import Shelf, Shelves
from assistant.dialogue.matching.zones import Zones, zones_of

__all__ = ["Candidates", "Fit", "Shelf", "Shelves", "Zones", "zones_of"]
