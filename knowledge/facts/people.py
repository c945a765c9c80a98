"""People: names as letters print them - several, spaced out, with roles and offices beside them."""

import re
import unicodedata
from functools import cache

from knowledge.facts.curated import any_of, curated
from knowledge.facts.vocabulary import one_of
from knowledge.words.folding import fold

_BRACKETED = re.compile(r"（[^）]*）|\([^)]*\)")
_PARTS = re.compile(
    r"[、，,;；/／：:或]|(?<=[\u4e00-\u9fff]{2})[和及与](?=\s*[\u4e00-\u9fff]\s*[\u4e00-\u9fff])|(?:等(?=[\d一二三四五六七八九十两]|$))"
)
_NAME = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]{2,4}|[\u4e00-\u9fff]{2,8}·[\u4e00-\u9fff·]{2,10}")
_LONGEST_SURE = 3  # characters of a name that only its surname gives away, without a compound one


def split_names(printed: str) -> tuple[str, ...]:
    """The people named in printed words (blanks still in them).

    "冯  硕、岳 珊等5位代表" -> ("冯硕", "岳珊"); "杨 君　李明" -> ("杨君", "李明"); "办公室魏来" -> ("魏来",)
    """
    plain = _BRACKETED.sub("、", unicodedata.normalize("NFKC", printed))
    plain = _roles().sub("、", plain)
    plain = re.sub(r"[\d一二两三四五六七八九十]+\s*位(?=、)", "、", plain)
    plain = re.sub(r"等\s*[\d一二三四五六七八九十两]+\s*[位名人个].*$|等\s*、*$", "", plain)
    names: list[str] = []
    for part in _PARTS.split(plain):
        names += (_without_office(name) for piece in _apart(part) for name in _spaced(piece))
    return tuple(dict.fromkeys(name for name in names if _is_name(name)))


def has_surname(name: str) -> bool:
    """Whether a word has the shape of a Han name: a known surname and one or two characters."""
    plain = fold(name).text
    compound = plain.startswith(tuple(curated("people")["compound"]))
    return plain[:1] in _surnames() and len(plain) <= _LONGEST_SURE or compound


def _apart(printed: str) -> list[list[str]]:
    """Names with wide blanks between them: "魏  源    林 则 徐" -> [[魏, 源], [林, 则, 徐]]."""
    pieces = [piece.split() for piece in re.split(r"\s{3,}", printed)]
    whole = all(len("".join(piece)) > 1 for piece in pieces)
    return pieces if whole else [printed.split()]


def _spaced(tokens: list[str]) -> list[str]:
    """Characters set apart are one name, whole names set apart are several."""
    names: list[str] = []
    while len(tokens) > 1 and len(tokens[0]) > 2 and _no_name().search(fold(tokens[0]).text):
        tokens = tokens[1:]  # 市住建局 於 晓 棠
    for token in tokens:
        last = names[-1] if names else ""
        given = len(last) == 1 and len(token) <= 2  # 郭 靖宇, 杨 君
        compound = len(token) == 1 and last in curated("people")["compound"]
        spelt = len(token) == 1 and len(last) == 2 and bool(names) and tokens[0] == last[0]
        if given or compound or spelt and len(tokens) == 3:  # 郭 靖 宇
            names[-1] = last + token
        else:
            names.append(token)
    return names


def _without_office(word: str) -> str:
    """办公室魏来 -> 魏来: an office glued to a name; 魏来 stays."""
    for found in reversed(list(_section().finditer(word))):
        rest = word[found.end() :]
        if 2 <= len(rest) <= _LONGEST_SURE and has_surname(rest):
            return rest
    return word


def _is_name(word: str) -> bool:
    return bool(_NAME.fullmatch(word)) and not _no_name().search(fold(word).text)


@cache
def _surnames() -> frozenset[str]:
    return frozenset("".join(curated("people")["surnames"]))


@cache
def _section() -> re.Pattern[str]:
    return re.compile(any_of("offices", "sections"))


@cache
def _roles() -> re.Pattern[str]:
    elected = r"(?:区|市|县|省|全国)?(?:人大|政协)?(?:代\s*表|委\s*[员員]|常委)(?:们|們)?"
    return re.compile(rf"{elected}|{one_of(curated('people')['roles'])}")


@cache
def _no_name() -> re.Pattern[str]:
    """What ends in an office or is written where nobody is named."""
    other = r"人员|电话|手机|邮编|传真|地址|邮箱|座机"
    return re.compile(
        rf"(?:{any_of('offices', 'sections')}|{other})$|^[省市区县州][\u4e00-\u9fff]{{1,8}}[联社团]$|^{any_of('people', 'blank')}$"
    )
