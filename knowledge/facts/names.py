"""Names: what is common to the names of figures, listings and holders."""

import re

_LEVEL = re.compile(
    r"世界级|国际级|国家级|国家(?=重点|标准化)|部级|省部级|省级|市级|州级|区级|县级|镇级|乡级|村级|街道级|社区级|中央级|地市级|A{1,5}级|[1-5]A级|[一二三四五]星级|[一二三]级|[甲乙丙]级"
)
_ASPECT = re.compile(r"^[的了之]+|[的之]+$")


def level_of(name: str) -> str | None:
    """The level a name speaks of: 市级知识产权优势企业 -> 市级."""
    found = _LEVEL.search(name)
    return found[0] if found else None


def clean_name(name: str) -> str:
    """A name without the marks and particles around it: “大雅”的 -> 大雅."""
    name = name.strip(" 、，：；。—-·")
    for opening, close in ("“”", "‘’", "《》"):
        if name.startswith(opening) and name.find(close) == len(name) - 1:
            name = name[1:-1]
    name = _ASPECT.sub("", name)
    if name.count("”") != name.count("“"):
        name = name.strip("“”")
    return name.strip(" 、，：；。")
