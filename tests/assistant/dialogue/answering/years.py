"""Letters of one bureau, a year apart, for tests of several letters."""

from pathlib import Path

from knowledge import Library

LETTER = """关于县二届人大{meeting}次会议第{number}号建议的答复

李木代表：

您提出的《关于加强基层医疗服务的建议》（第{number}号）收悉，现答复如下：

一、基本情况

目前，全县有村卫生室{rooms}个、乡村医生{doctors}名，签约率{rate}%。

二、下一步工作

我局将于{next}年6月底前新建村卫生室{more}个。

清河县卫生健康局
{year}年9月8日

联系人：{name}，电话：{phone}
"""
OLD = {"meeting": "一", "number": 112, "rooms": 210, "doctors": 340, "rate": "61.5", "year": 2023,
       "next": 2024, "more": 12, "name": "乔一木", "phone": "5550112"}  # fmt: skip
NEW = {"meeting": "二", "number": 87, "rooms": 222, "doctors": 331, "rate": "64", "year": 2024,
       "next": 2025, "more": 9, "name": "岳二川", "phone": "5550087"}  # fmt: skip


def ingest_year(library: Library, folder: Path, name: str, facts: dict[str, object]) -> None:
    """The letter of one year, with these facts."""
    path = folder / f"{name}.txt"
    path.write_text(LETTER.format(**facts), encoding="utf-8")
    list(library.ingest_all([path]))
