"""Sessions: the congress or conference at which a suggestion was made (区三届人大一次会议)."""

import re

_N = r"[一二三四五六七八九十百\d]{1,4}"
_BODY = (
    r"(?:人大(?:常委会)?|人民代表大会(?:常务委员会)?|政协|政治协商会议|委员会|全国人大|全国政协)"
)
_SESSION = re.compile(
    rf"(?:{_BODY}(?P<where>(?:(?!关于)[\u4e00-\u9fff]){{0,10}}?))?第?{_N}届(?:[\u4e00-\u9fff]{{0,8}}?{_BODY})?第?{_N}次(?:全体)?(?:会议|全会|大会|会)"
    rf"|(?:{_BODY})(?:(?!关于)[\u4e00-\u9fff]){{0,8}}?第?{_N}届第?{_N}次(?:全体)?会议"
    rf"|第?{_N}届(?:[\u4e00-\u9fff]{{0,8}}?){_BODY}第?{_N}次"
)
_CUT = re.compile(
    r".*(?:关于|对|在|于|向|的|就|为|参加|出席|自|将|给|我|局|委(?!员)|厅|办|：|《|“|—)"
)
_LONGEST_PREFIX = 12


def find_sessions(text: str) -> list[tuple[int, int]]:
    """Where sessions are named in a folded text, the place before them included.

    "屏边县农业局对县十七届人大四次会议第99号" -> 县十七届人大四次会议
    """
    places = []
    for found in _SESSION.finditer(text):
        start = found.start()
        run = re.search(rf"[\u4e00-\u9fff]{{0,{_LONGEST_PREFIX}}}$", text[:start])
        before = run[0] if run else ""
        cut = _CUT.match(before)
        kept = before[cut.end() :] if cut else before
        places.append((start - len(kept) if _is_region(kept) else start, found.end()))
    return places


def _is_region(words: str) -> bool:
    return bool(re.search(r"(?:省|市|区|县|州|盟|旗|镇|乡|政协|人大|第|届)$", words))
