"""Words cut apart that are one: 万人 专利 is 万人专利, 四大 产业园区 is 四大产业园区."""

import re

from knowledge import Library


def longest(tokens: list[str], library: Library) -> list[str]:
    """Neighbours that together are a word of the lexicon: 万人 专利 is 万人专利, 农业 的 品牌 农业品牌."""
    out: list[str] = []
    at = 0
    while at < len(tokens):
        of = _of(tokens[at:])
        if of in library.lexicon.aliases:
            out.append(of)
            at += 3
            continue
        size = next((n for n in (3, 2) if _is_one("".join(tokens[at : at + n]), library)), 1)
        out.append("".join(tokens[at : at + size]))
        at += size
    return out


def _of(tokens: list[str]) -> str:
    """农业 的 品牌 in one word, 农业品牌; "" where no 的 stands between."""
    return tokens[0] + "".join(tokens[2:3]) if tokens[1:2] == ["的"] else ""


def _is_one(text: str, library: Library) -> bool:
    """Another name of the lexicon, or a name of the documents in short: before its bracket, or
    behind the place many names begin with (松茗茶 for 大足松茗茶)."""
    return text in library.lexicon.aliases or text in library.names.short


def counted(tokens: list[str]) -> list[str]:
    """四大 产业园区 is one name: 四大产业园区."""
    out: list[str] = []
    for text in tokens:
        if out and re.fullmatch(r"[二两三四五六七八九十]大", out[-1]) and len(text) > 1:
            out[-1] += text
        else:
            out.append(text)
    return out
