"""Which letter a question names: 第59号建议, 市教育局的答复, 去年的答复.

>>> number_named("关于第59号建议：注册商标多少件")
('59', '注册商标多少件')
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from knowledge import LetterHead, Lexicon

_NUMBER = re.compile(
    r"(?:关于|针对|按照?|根据|在|就|对)?(?:第([A-Za-z]*[0-9]+)号|(?<![0-9A-Za-z])([A-Za-z]*[0-9]+)号(?=建议|提案|议案|答复|复函|函|件))"
    r"(?:的?(?:人大|政协|代表)?(?:建议|提案|议案))?(?:的?(?:办理情况)?的?(?:答复函?|复函|函))?(?:里面?|中)?(?:，|：)?"
)
_AGENCY = re.compile(
    r"([\u4e00-\u9fff]{2,18}?[局委办会厅府院])的?(?:答复函?|复函|函件?|回复)(?:里面?|中)?(?:，|：)?"
)


def number_named(text: str) -> tuple[str, str]:
    """(number, text without it); "" when none is named."""
    found = _NUMBER.search(text)
    if not found:
        return "", text
    rest = (text[: found.start()] + text[found.end() :]).strip(" ，：")
    return (found.group(1) or found.group(2)).upper(), rest


def letters_named(
    text: str, heads: Sequence[LetterHead], lexicon: Lexicon
) -> tuple[frozenset[int] | None, str, str]:
    """(letters, what is named but not stored, text without the name)."""
    number, rest = number_named(text)
    if number:
        ids = frozenset(head.id for head in heads if same_number(head.letter.number, number))
        return (ids, "" if ids else f"第{number}号建议或提案的答复函", rest)
    found = _AGENCY.search(text) if len(heads) > 1 else None
    if found:
        ids = frozenset(head.id for head in heads if of_agency(head, found.group(1), lexicon))
        if ids:
            return ids, "", (text[: found.start()] + text[found.end() :]).strip(" ，：")
    return None, "", text


def same_number(printed: str | None, asked: str) -> bool:
    """076 is 76; DH370 is dh370 and 370."""
    if not printed:
        return False
    bare, wanted = _bare(printed), _bare(asked)
    return bare == wanted or bare.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == wanted


@lru_cache(maxsize=20_000)
def _bare(number: str) -> str:
    return re.sub(r"^([A-Za-z]*)0*", r"\1", number).upper()


def of_agency(head: LetterHead, words: str, lexicon: Lexicon) -> bool:
    """Is the letter this agency's, by any of its names?"""
    agency = head.letter.agency or ""
    if not agency:
        return False
    if words in agency or agency in words:
        return True
    mine, asked = lexicon.department(agency), lexicon.department(words)
    if mine is None or asked is None or mine.name != asked.name:
        return False
    area = next((words[: -len(name)] for name in asked.all if words.endswith(name)), words)
    return area.strip("区县市省") in agency or len(area) <= 1
