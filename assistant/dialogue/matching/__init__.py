"""Question × facts -> which fact bears every word, which contradicts, which fits best."""

from assistant.dialogue.matching.candidates import Candidates
from assistant.dialogue.matching.fitting import Fit
from assistant.dialogue.matching.rows import KeptRows, LetterRows
from assistant.dialogue.matching.zones import Zones, zones_of

__all__ = ["Candidates", "Fit", "LetterRows", "KeptRows", "Zones", "zones_of"]
