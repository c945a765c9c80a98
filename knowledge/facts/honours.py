"""Honours: the words of titles, awards, lists and approvals, as patterns made from the lexicon."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.facts.vocabulary import one_of
from knowledge.words.lexicon import Lexicon


@dataclass(frozen=True)
class Honours:
    """认定用词: patterns of titles, of verbs by status, of words that show it is still to come."""

    title: re.Pattern[str]
    verb: re.Pattern[str]
    status_of: Mapping[str, str]
    ongoing: re.Pattern[str]
    ongoing_of: Mapping[str, str]
    no_holder: re.Pattern[str]
    head: re.Pattern[str]


@functools.lru_cache(maxsize=8)
def honours_of(lexicon: Lexicon) -> Honours:
    """The patterns of a lexicon."""
    raw = lexicon.raw("recognitions")
    status_of = {verb: status for status, verbs in raw["verbs"].items() for verb in verbs}
    ongoing_of = {word: status for status, words in raw["ongoing"].items() for word in words}
    return Honours(
        title=re.compile(one_of(raw["titles"])),
        verb=re.compile(one_of(status_of)),
        head=re.compile(one_of(raw["heads"])),
        status_of=status_of,
        ongoing=re.compile(one_of(ongoing_of)),
        ongoing_of=ongoing_of,
        no_holder=re.compile(one_of(raw["no_holder"])),
    )
