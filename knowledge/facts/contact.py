"""Contact: whom to call about the letter - names, phones, e-mail, address, postcode.

Reads the foot and the closing, before or after signature and date, in brackets or on lines, with
labels spaced out or joined (联系人及电话). The person who signed is no contact.
"""

import re
from collections.abc import Iterator

from knowledge.facts.fields import field
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.people import split_names
from knowledge.glossary import Contact, LetterField

_PERSON = re.compile(
    r"(?:具体|业务|承办|单位|科室)?(?:联系人员?|联络人员?|联络员|经办人员?|承办人员?|责任人(?=：)|经办(?=：)|(?:承办|主办|经办|联系)(?:科室|处室|部门)(?=及))(?:员)?(?:姓名)?"
    r"(?:(?:及|和|、|与|/)?(?:联系)?(?:电话|方式))?\s?[：:]?"
)
_PERSON_END = re.compile(
    r"\n|。|；|;|职务|(?:联系|办公|固定|咨询)?(?:电话|手机|方式|座机|地址)|邮|传真|[Ee]-?mail|电子|\d{5,}"
)
_SECTION = r"(?:[\u4e00-\u9fff]{1,10}(?:[科股室处部办局委站所]|中心))?"
_FURTHER = re.compile(
    rf"\d{{4,}}[）)]?[、，；/ ]{{0,3}}{_SECTION}(?P<n>[\u4e00-\u9fff]{{2,4}})"
    r"(?=[，：（( ]?(?:(?:联系|办公|咨询)?电话[：]?|手机[：]?)?[\d（(])"
)
_GLUED = re.compile(  # 联系方式：办公室魏来，85550000；请与社会事务办岳宁联系（87650000）
    rf"(?:联系方式[：:]|[；;]|(?:请|可)(?:与|向|找|同)){_SECTION}(?P<n>[\u4e00-\u9fff]{{2,3}})(?:同志)?(?:联系)?[，：（( ]?(?=[\d（(])"
)
_NEXT_LINE = re.compile(
    r"^[（(]?(?!联系|办公|咨询|固定|单位|经办|移动|值班|监督|投诉)(?P<n>[\u4e00-\u9fff]{2,4})，?(?=(?:电话|手机)[：:]?\s?[\d（(])",
    re.MULTILINE,
)
_LISTS_PEOPLE = re.compile(
    r"^(?:联系方式：?|联系人：?|.{0,8}姓名.{0,8}(?:电话|手机|方式))$", re.MULTILINE
)
_PERSON_ROW = re.compile(r"^(?P<words>[\u4e00-\u9fff]{2,12})(?=[\d（(])", re.MULTILINE)
_PHONE = re.compile(
    r"(?<![\d./〔A-Za-z-])(?:[（(]0\d{2,3}[）)]\s?|0\d{2,3}\s?[-—－–]{0,2}\s?)?[2-9]\d{6,7}(?:(?:转|-)\d{1,5})?(?![\d号年.])"
    r"|(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<!\d)[48]00-?\d{3,4}-?\d{3,4}(?!\d)|(?<=电话：)1?\d{4}(?!\d)"
)
_CALLS = re.compile(r"电话|手机|联系|联络|经办|座机|致电|[Tt]el|咨询|承办人")
_WEBSITE = re.compile(r"ICP备|版权所有|网站标识|技术支持|公网安备")  # its operator's phone
_NUMBERS_ONLY = re.compile(r"[\u4e00-\u9fff]{0,12}[\d\-—、，/ （）]+")  # 曲波 副主任 0451-86600000
_CONTACT_LINE = re.compile(
    r"^[（(]?(?:联系人|联系电话|联系方式|经办人|承办人)|(?:请|可)(?:与|向|找|同)[^。]{2,20}联系[（(]\d"
)
_FAX = re.compile(r"传真(?:号码)?[：:]?\s?[\d\-—（）() ]{7,20}")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_POSTCODE = re.compile(
    r"(?:邮政编码|邮编|邮\s?编)[：:]?\s?(?P<v>\d\s?\d\s?\d\s?\d\s?\d\s?\d)(?!\d)"
)
_ADDRESS = re.compile(
    r"(?:(?:联系|通讯|办公|单位|通信|邮寄)地址|地\s?址)[：:]\s?(?P<v>[^\n；;，。]{4,50}?)(?=[\n；;，。）)]|邮编|邮政|联系|电话|$)"
)


def read_contact(outline: Outline) -> tuple[Contact, tuple[LetterField, ...]]:
    """The contact of a letter and the fields it was put together from."""
    fields: list[LetterField] = []
    for prose in outline.parts("foot", "closing", "body"):
        if prose.part != "body" or _is_contact_line(prose.text):
            fields += _fields(outline, prose)
    return _contact(fields), tuple(fields)


def phone_key(phone: str) -> str:
    """The digits of a phone, by which the same one printed twice is known: 023-4856 -> 0234856."""
    return re.sub(r"\D", "", phone)


def _is_contact_line(text: str) -> bool:
    """Body paragraphs count only where they are nothing but a contact line."""
    return len(text) < 90 and bool(_CONTACT_LINE.search(text))


def _contact(fields: list[LetterField]) -> Contact:
    def values(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.value for one in fields if one.name == name))

    def first(name: str) -> str | None:
        return next(iter(values(name)), None)

    place = next((one.place for one in fields if one.name in ("contact", "phone")), None)
    phones = {phone_key(phone): phone for phone in reversed(values("phone"))}
    kept = tuple(reversed(phones.values()))
    return Contact(
        values("contact"), kept, first("email"), first("address"), first("postcode"), place
    )


def _fields(outline: Outline, prose: Prose) -> Iterator[LetterField]:
    text = prose.text
    yield from _people(outline, prose)
    yield from _listed_people(outline, prose)
    for found in _phones(text):
        phone = re.sub(r"[—－–-]+", "-", found[0]).replace("）", "-").strip("（( ")
        yield field(outline, prose, "phone", found.span(), re.sub(r"\s", "", phone))
    for found in _EMAIL.finditer(text):
        yield field(outline, prose, "email", found.span(), found[0])
    for found in _POSTCODE.finditer(text):
        yield field(outline, prose, "postcode", found.span("v"), re.sub(r"\s", "", found["v"]))
    for found in _ADDRESS.finditer(text):
        yield field(outline, prose, "address", found.span("v"))


def _people(outline: Outline, prose: Prose) -> Iterator[LetterField]:
    """联系人：杨  君、李明 -> two fields."""
    for label in _PERSON.finditer(prose.text):
        if prose.part != "foot" and not label[0].endswith(("：", ":")):
            continue
        stop = _PERSON_END.search(prose.text, label.end())
        end = stop.start() if stop else len(prose.text)
        while end > label.end() and prose.text[end - 1] in "（(":
            end -= 1
        if end <= label.end():
            continue
        span = prose.span(label.end(), end)
        for name in split_names(span.of(outline.document.text)):
            yield field(outline, prose, "contact", (label.end(), end), name)
        yield from _further_people(outline, prose, end)


def _further_people(outline: Outline, prose: Prose, start: int) -> Iterator[LetterField]:
    """People behind the first one's phone: 杨君 63830000、李明 63830001."""
    line_end = prose.text.find("\n", start)
    rest = prose.text[start : line_end if line_end >= 0 else len(prose.text)]
    for found in _FURTHER.finditer(rest):
        yield from _named(outline, prose, start + found.start("n"), start + found.end("n"))


def _listed_people(outline: Outline, prose: Prose) -> Iterator[LetterField]:
    """People in rows of their own: 曲波 副主任 0451-86600000, below 联系方式 or 姓名 职务 电话."""
    if prose.part == "foot" or _is_contact_line(prose.text):
        for found in (*_GLUED.finditer(prose.text), *_NEXT_LINE.finditer(prose.text)):
            yield from _named(outline, prose, *found.span("n"))
    below = _LISTS_PEOPLE.search(prose.text)
    if below is None:
        return
    for found in _PERSON_ROW.finditer(prose.text, below.end()):
        start, end = found.span("words")
        raw = prose.span(start, end).of(outline.document.text)
        name = re.match(r"(?:\S[ \u3000]+)?\S+", raw)
        kept = re.sub(r"\s", "", name[0]) if name else ""
        yield from _named(outline, prose, start, start + len(kept))


def _named(outline: Outline, prose: Prose, start: int, end: int) -> Iterator[LetterField]:
    """The people whose names are printed at [start, end) of a passage."""
    for name in split_names(prose.span(start, end).of(outline.document.text)):
        yield field(outline, prose, "contact", (start, end), name)


def _phones(text: str) -> Iterator[re.Match[str]]:
    """Phones on lines that speak of calling; a fax is none."""
    faxes = [found.span() for found in _FAX.finditer(text)]
    start = 0
    calling = False
    for line in text.split("\n"):
        calling = (
            bool(_CALLS.search(line) and not _WEBSITE.search(line))
            or calling
            and bool(_NUMBERS_ONLY.fullmatch(line))
        )
        if calling:
            for found in _PHONE.finditer(text, start, start + len(line)):
                if not any(left <= found.start() < right for left, right in faxes):
                    yield found
        start += len(line) + 1
