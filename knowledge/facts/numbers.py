"""Numbers: the number of a suggestion or proposal, the document number, the class mark.

Reads 第59号, DH370号, 0076号, 第20250079号, 第二十七号, 江阳市监函〔2023〕41号, A类, 类别：B.
"""

import re
from dataclasses import dataclass

from knowledge.words.numerals import parse_number

_KIND = r"(?:代表)?(?:建议|提案|议案|意见|件|社情民意)"
_PRINTED = r"(?P<n>[A-Za-z]{0,4}-?\d{1,10}(?:-\d{1,4}){0,2}|[一二三四五六七八九十百零〇]{1,7})"
_NUMBER = re.compile(
    rf"第{_PRINTED}号|(?<![〕\]）\d])(?P<n2>[A-Z]{{1,4}}-?\d{{1,8}})号|(?<![〕\]）\d年月第])(?P<n3>\d{{1,10}})号{_KIND}"
    rf"|{_KIND}(?:编?号|案号)?[：第]{{1,2}}(?P<n4>[A-Z]{{0,4}}\d{{1,10}})(?:号|$|[^\d年月.])"
    rf"|{_KIND}编号：?(?P<n7>[A-Z]{{0,4}}\d{{1,10}}(?:-[A-Z]{{0,2}}\d{{1,4}})*)(?=[^\d年月.]|$)|(?:建议|提案|议案)(?P<n8>\d{{2,10}})号"
    rf"|(?<![A-Za-z])(?i:no)[.．：]\s?(?P<n9>\d{{2,10}})|（(?P<n5>[A-Z]{{0,4}}\d{{2,10}})）(?:号|收悉|的?(?:建议|提案))|{_KIND}（(?P<n6>[A-Z]{{0,4}}-?\d{{3,10}})）"
)
_LIST = re.compile(r"第(?P<all>\d{1,8}(?:号?[、，和及]第?\d{1,8})+)号")  # 第21、35、78号（并案）
_DOC_NO = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:（[\u4e00-\u9fff]{1,6}）)?[〔\[【（﹝［](?:19|20)\d\d[〕\]】）﹞］](?:[函复办]?字)?第?\d{1,5}号"
)
_CATEGORY = re.compile(
    r"(?:类别|类型|结果|分类|属性|答复类|标记|标识|性质|办理情况)[：为|]?\s*[“（(]?(?P<c1>[A-DＡ-Ｄ])(?![A-Za-z级])\d?类?"
    r"|(?<![A-Za-z0-9])(?P<c2>[A-D])\d?类(?!\w*(?:企业|标准|地|项目|学校|景区|房|医院|证|车|疫))"
    r"|(?P<c3>[甲乙丙丁])类(?!传染|水|毒)"
    r"|号\s*[（(【]?(?P<c4>[A-D])\d?[）)】]?$|^[（(【“]?(?P<c5>[A-D])\d?[）)】”]?$"
    r"|答复\s*[【（(〔](?P<c8>[A-D])类?[】）)〕]"
    r"|^(?P<c7>[A-D])(?=\s*(?:是否|主动|依申请|不予)?公开)"
    r"|签发人?：[\u4e00-\u9fff]{2,4}\s?(?P<c6>[A-D])\d?$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """编号: the number printed at [start, end) of the folded text; `code` is it in digits."""

    text: str
    start: int
    end: int

    @property
    def code(self) -> str:
        """The number as the head of a code: 二十七 -> 27, 088 -> 088."""
        value = None if self.text[0].isascii() else parse_number(self.text)
        return str(int(value)) if value is not None else self.text


def find_number(text: str) -> FoundNumber | None:
    """The first number of a suggestion in a folded text: 关于第二十七号建议 -> 二十七."""
    for found in find_numbers_of_suggestions(text):
        return found
    return None


def find_numbers_of_suggestions(text: str) -> list[FoundNumber]:
    """All numbers of suggestions, in order; those inside a document number are none."""
    taken = [(found.start(), found.end()) for found in _DOC_NO.finditer(text)]
    numbers = [
        FoundNumber(one[0], listed.start("all") + one.start(), listed.start("all") + one.end())
        for listed in _LIST.finditer(text)
        for one in re.finditer(r"\d+", listed["all"])
    ]
    taken += [(number.start, number.end) for number in numbers]
    for found in _NUMBER.finditer(text):
        name = next(key for key, value in found.groupdict().items() if value)
        start, end = found.span(name)
        if not any(left <= start < right for left, right in taken):
            numbers.append(FoundNumber(found[name], start, end))
    return sorted(numbers, key=lambda number: number.start)


def find_doc_no(text: str) -> tuple[int, int] | None:
    """Where a document number stands: 江阳市监函〔2023〕41号."""
    found = _DOC_NO.search(text)
    return found.span() if found else None


def find_category(text: str) -> tuple[str, int, int] | None:
    """The class mark of the reply, with its place: 类别：B -> ("B", 3, 4)."""
    found = _CATEGORY.search(text)
    if found is None:
        return None
    name = next(key for key, value in found.groupdict().items() if value)
    return found[name], *found.span(name)
