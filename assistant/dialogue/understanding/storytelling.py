"""A question about what was told before it: 争了半天，到底有多少; 这种商标一共有几件."""

import re
from dataclasses import replace
from datetime import date

from assistant.dialogue.question import Ask, Question, Word
from assistant.dialogue.understanding.numbering import claims_of
from assistant.dialogue.understanding.questioning import qualified
from knowledge import Library

# 这种商标, 这样的学校: of the kind that was told of
_OF_THIS_KIND = re.compile(
    r"[这那](?:一?种|一?类|样的?)([\u4e00-\u9fff]{2,6}?)(?=$|[，？的]|一?共|总共|有|多少|几|到底|现在)"
)
# how long it takes, how the letter puts it: nothing that was told has that
_OF_ITSELF = re.compile("几个月|几天|几年|多久|多长时间|(?:有没有|有|没)(?:写|提)|怎么(?:写|讲|提)")
_NOW = re.compile("目前|现在|眼下|如今|迄今|至今")
_ROUGHLY = re.compile(r"[十百千万]多|[上成][十百千万]|[几好][十百千万]|[十百千万]来")


def points_back(text: str) -> str:
    """The kind of thing that stands for what was told: 商标 of 这种商标有几件; "" where none does."""
    found = _OF_THIS_KIND.search(text)
    return found[1] if found else ""


def about_story(question: Question, library: Library, today: date) -> Question | None:
    """A question that names nothing of its own, about what the story before it names.

    说天下大足已经许可给一百多家企业，是不是真有一百多家; None when it names something or nothing was told.
    """
    pointed = points_back(question.text)
    named = [w for w in question.required if w.name and w.text not in pointed]
    if not question.story or named or _OF_ITSELF.search(question.text):
        return None
    if Ask.YESNO in question.asks and _ROUGHLY.search(question.text):
        return None  # 是不是真有一百多家: no figure to hold it against
    words = tuple(_topical(word, library) for word in question.words)
    # year and place of the story hold as well, where the question has no time of its own
    whole = question.text if _NOW.search(question.text) else f"{question.story}，{question.text}"
    return replace(
        question,
        words=words,
        qualifiers=qualified(whole, library, today),
        numbers=question.numbers or claims_of(whole, library.lexicon.counter_words),
    )


def _topical(word: Word, library: Library) -> Word:
    """Names of the documents and terms told before the question are what it is about."""
    term = len(word.text) > 2 and word.name and word.text in library.lexicon.words
    known = word.text in library.names.known or (
        len(word.text) > 2 and library.names.hold(word.text)
    )
    return replace(word, soft=word.soft and not (term or known))
