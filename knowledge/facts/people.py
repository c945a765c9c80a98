"""People: names as letters print them - several, spaced out, with roles and offices beside them."""

import re
import unicodedata

_ROLES = re.compile(
    r"(?:区|市|县|省|全国)?(?:人大|政协)?(?:代\s*表|委\s*[员員]|常委)(?:们|們)?|同志|先生|女士|老师|科长|股长|处长|主任|局长|科员|干事|（[^）]*）|\([^)]*\)"
)
_OFFICE = re.compile(
    r"(?:局|科|股|室|处|委|办|中心|部|所|院|站|办公室|大队|支队|单位|人员|电话|手机|邮编|传真|地址|邮箱|座机|待定|同上|或|科室)$"
)
_PARTS = re.compile(
    r"[、，,;；/／：:]|(?<=[\u4e00-\u9fff]{2})[和及与](?=\s*[\u4e00-\u9fff]\s*[\u4e00-\u9fff])|(?:等(?=[\d一二三四五六七八九十两]|$))"
)
_NAME = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]{2,4}|[\u4e00-\u9fff]{2,8}·[\u4e00-\u9fff·]{2,10}")
_COMPOUND = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "慕容", "令狐", "夏侯", "端木")


def split_names(printed: str) -> tuple[str, ...]:
    """The people named in printed words (blanks still in them).

    "冯  硕、岳 珊等5位代表" -> ("冯硕", "岳珊"); "杨 君　李明" -> ("杨君", "李明")
    """
    plain = unicodedata.normalize("NFKC", printed)
    plain = re.sub(
        r"等\s*[\d一二三四五六七八九十两]+\s*[位名人个].*$|等\s*、*$", "", _ROLES.sub("、", plain)
    )
    names: list[str] = []
    for part in _PARTS.split(plain):
        names += _spaced(part.split())
    return tuple(dict.fromkeys(name for name in names if _is_name(name)))


def _spaced(tokens: list[str]) -> list[str]:
    """Characters set apart are one name, whole names set apart are several."""
    names: list[str] = []
    for token in tokens:
        last = names[-1] if names else ""
        given = len(last) == 1 and len(token) <= 2  # 郭 靖宇, 杨 君
        compound = len(token) == 1 and last in _COMPOUND
        if given or compound:
            names[-1] = last + token
        else:
            names.append(token)
    return names


def _is_name(word: str) -> bool:
    return bool(_NAME.fullmatch(word)) and not _OFFICE.search(word)
