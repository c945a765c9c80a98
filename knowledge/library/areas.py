"""The districts the letters speak of by themselves: that of the agency that wrote each.

>>> own_areas({"云州市江阳区市场监督管理局"})
{'江阳区': '江阳区', '江阳': '江阳区'}
"""

import re
from collections.abc import Collection

_DIVISION = re.compile(
    r"[\u4e00-\u9fff]{1,4}?(?:[省区县]|州(?!市)|(?<!城)市)(?!场)"
)  # 城市 is none
_SHORTENED = 2  # characters left when a district is called without its kind (江阳)


def divisions_in(agency: str) -> list[str]:
    """The divisions in the name of an agency, the highest first: 云州市, 江阳区."""
    return _DIVISION.findall(agency)


def own_areas(agencies: Collection[str]) -> dict[str, str]:
    """The district of each agency in full, by the ways it is called: 江阳, 江阳区."""
    areas: dict[str, str] = {}
    for agency in agencies:
        for area in divisions_in(agency)[-1:]:
            areas[area] = area
            if len(area) > _SHORTENED:
                areas.setdefault(area[:-1], area)
    return areas
