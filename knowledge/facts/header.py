"""Header: the head and foot of a reply letter - who answered whom, on what, when, under which number.

Every value has its place. Titles, numbers, sessions and people are recognised by their own modules;
this one decides which of several candidates is the letter's.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from knowledge.facts.contact import line_around, read_contact
from knowledge.facts.dates import find_dates, is_date_line
from knowledge.facts.labels import FIELDS, Label, find_labels
from knowledge.facts.lines import printed
from knowledge.facts.numbers import find_category, find_doc_no, find_numbers_of_suggestions
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.people import split_names
from knowledge.facts.sessions import find_sessions
from knowledge.facts.zones import is_agency
from knowledge.glossary import Contact, LetterField, ReplyLetter

_SUBJECT = re.compile(
    r"(?:提出|提交|转来|提)的?(?:第?[A-Z\d]{1,10}号)?(?:[，：]|题为)?(?:《(?P<a>.+?)》(?=[（的，收已。、]|$)|“(?P<b>.+?)”(?=[的（，收已。、]|$)"
    r"|(?P<c>关于[^，。《》]{4,60}?的?(?:建议|提案|议案|意见)))"
)
_ANY_SUBJECT = re.compile(r"《(?P<a>关于.+?)》|“(?P<b>关于.+?)”|(?P<c>关于[^，。《》“”届]{6,60}?的(?:建议|提案|议案))")
_APPROVED = re.compile(
    r"经(?:我局|本局|我委|区|市|县)?(?P<n>[\u4e00-\u9fff]{2,4}?)(?:(?:党组|党委|副|区|市|县)?(?:局长|主任|书记|区长|市长|县长|厅长|院长|部长|行长|总经理|经理|镇长|乡长|会长|主席)|同志)"
    r"(?:审签|审定|签发|审核|审阅|同意)"
)
_CO_HANDLERS = re.compile(
    r"(?:会同|经商|会商|商请|经与|我[局委]与|经征求|征求|结合|综合)(?P<u>[\u4e00-\u9fff、（）和及]{3,80}?)(?:等\d*个?(?:部门|单位|会办单位)?)?"
    r"(?:的?意见|会商|协商|沟通|研究|共同|联合|商议|商定|办理|会办)"
)
_COUNT = re.compile(r"等(?P<n>[\d一二三四五六七八九十两]+[位名人])")
_HEAD = ("metadata", "title", "salutation", "opening")


def read_header(outline: Outline) -> ReplyLetter:
    """The head and foot of a letter; what is not printed is None."""
    labels = [label for prose in outline.parts("metadata", "foot") for label in find_labels(prose)]
    contact, contact_fields = read_contact(outline)
    fields = [
        *_title(outline), *_agencies(outline, labels), *_doc_no(outline, labels), *_numbers(outline, labels),
        *_sessions(outline), *_addressees(outline), *_subject(outline, labels), *_dates(outline, labels),
        *_signers(outline, labels), *_category(outline, labels), *_attachments(outline),
        *_co_handlers(outline), *_labelled(outline, labels), *contact_fields,
    ]  # fmt: skip
    return _letter(outline, _unique(fields), contact)


def _letter(outline: Outline, fields: tuple[LetterField, ...], contact: Contact) -> ReplyLetter:
    def first(name: str) -> str | None:
        return next((field.value for field in fields if field.name == name), None)

    def all_of(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(field.value for field in fields if field.name == name))

    raw = first("category")
    signed = _day(first("date"))
    return ReplyLetter(
        title=first("title"),
        kind=_kind(outline),
        agency="、".join(all_of("agency")) or None,
        addressees=all_of("addressee"),
        role=first("role"),
        subject=first("subject"),
        session=max(all_of("session"), key=len, default=None),
        number=first("number"),
        doc_no=first("doc_no"),
        date=signed,
        published=_day(first("published")),
        category_raw=raw,
        category=_category_letter(raw),
        signer=first("signer"),
        contact=contact,
        headings=outline.headings,
        fields=tuple(field for field in fields if field.name != "role"),
    )


def field(outline: Outline, prose: Prose, name: str, at: tuple[int, int], value: str = "") -> LetterField:
    """A field whose value is the printed words at `at`, unless `value` says it better."""
    own = prose.span(*at)
    return LetterField(
        name, value or printed(outline.document, own), prose.place(own, line_around(prose, *at), own)
    )


def _unique(fields: Iterable[LetterField]) -> tuple[LetterField, ...]:
    """The fields without those that say the same thing again."""
    seen: dict[tuple[str, str], LetterField] = {}
    for found in fields:
        seen.setdefault((found.name, found.value), found)
    return tuple(seen.values())


def _title(outline: Outline) -> Iterator[LetterField]:
    for prose in outline.parts("title"):
        yield field(outline, prose, "title", (0, len(prose.text)))


def _agencies(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    """Who signs; failing that who the title, the publisher or the letterhead names."""
    signed = list(_signing(outline))
    if signed:
        yield from signed
        return
    for prose in outline.parts("title"):
        found = re.match(r"(?P<a>[\u4e00-\u9fff（）]{4,40}?)(?:关于|对(?=.{0,12}届)|对第)", prose.text)
        if found and is_agency(found["a"]):
            yield field(outline, prose, "agency", found.span("a"))
            return
    for prose in outline.parts("metadata"):
        for line in re.finditer(r"^(?P<a>[^\n]{4,30}?)(?:文件)?$", prose.text, re.MULTILINE):
            if is_agency(line["a"]):
                yield field(outline, prose, "agency", line.span("a"))
                return
    for label in labels:
        if label.name == "publisher":
            yield field(outline, label.prose, "agency", (label.start, label.end))
            return


def _signing(outline: Outline) -> Iterator[LetterField]:
    """The agencies above (or before) the date of the foot."""
    for prose in outline.parts("foot"):
        for line in re.finditer(r"[^\n]+", prose.text):
            day = next(find_dates(line[0]), None)
            words = line[0][: day.start] if day else line[0]
            words = re.sub(r"（(?:盖章|公章|印章|章)）$", "", words)
            if words and is_agency(words):
                start = line.start()
                for name in re.finditer(r"[^、，]+", words):
                    yield field(outline, prose, "agency", (start + name.start(), start + name.end()))


def _doc_no(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    for prose in outline.parts("metadata", "title", "salutation", "foot"):
        at = find_doc_no(prose.text)
        if at and not prose.text[: at[0]].endswith(("《", "根据")):
            yield field(outline, prose, "doc_no", _without_label(prose.text, at))
            return
    for label in labels:
        if label.name == "doc_no" and re.search(r"\d", label.value):
            yield field(outline, label.prose, "doc_no", (label.start, label.end))
            return


def _without_label(text: str, at: tuple[int, int]) -> tuple[int, int]:
    """文号永城管〔2024〕69号 -> 永城管〔2024〕69号."""
    label = re.match(r"(?:发文字号|文件编号|发文号|文号|字号|编号)", text[at[0] : at[1]])
    return (at[0] + label.end(), at[1]) if label else at


def _numbers(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    """The number in the title, the opening, a label, anywhere in the head - the first is the letter's."""
    for part in ("title", "opening"):
        for prose in outline.parts(part):
            for found in find_numbers_of_suggestions(prose.text):
                yield field(outline, prose, "number", (found.start, found.end))
    for label in labels:
        found_number = re.search(r"[A-Z]{0,4}\d+(?:-\d+)?|[一二三四五六七八九十百]+", label.value)
        if label.name == "number" and found_number:
            yield field(outline, label.prose, "number", (label.start + found_number.start(), label.start + found_number.end()))
    for prose in outline.parts("metadata"):
        for found in find_numbers_of_suggestions(prose.text):
            yield field(outline, prose, "number", (found.start, found.end))


def _sessions(outline: Outline) -> Iterator[LetterField]:
    for prose in outline.parts("title", "opening", "metadata"):
        for at in find_sessions(prose.text):
            yield field(outline, prose, "session", at)


def _addressees(outline: Outline) -> Iterator[LetterField]:
    for prose in outline.parts("salutation"):
        words = re.sub(r"[：，]$", "", prose.text)
        words_end = len(words)
        start = len(re.match(r"(?:尊敬的)?", words)[0])  # type: ignore[index]
        place = prose.whole()
        raw = prose.span(start, words_end).of(outline.document.text)
        role = re.search(r"(代表|委员|常委|同志|先生|女士)(?:们)?(?:（.*）)?$", words)
        organisation = role is None or re.search(r"委员会$", words)
        names = () if organisation else split_names(raw)
        if names:
            for name in names:
                yield LetterField("addressee", name, place)
            yield LetterField("role", role[1] if role else "", place)
        else:
            for part in re.finditer(r"[^、，]+", words[start:]):
                at = (start + part.start(), start + part.end())
                yield field(outline, prose, "addressee", at)
            yield LetterField("role", role[1] if role and not organisation else "单位", place)
        count = _COUNT.search(words)
        if count:
            yield field(outline, prose, "联名人数", count.span("n"))


def _subject(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    for pattern in (_SUBJECT, _ANY_SUBJECT):
        for prose in outline.parts("opening", "title", "body"):
            found = pattern.search(prose.text[:400])
            if found:
                name = next(key for key, value in found.groupdict().items() if value)
                yield field(outline, prose, "subject", found.span(name))
                return
    for label in labels:
        if label.name == "subject":
            yield field(outline, label.prose, "subject", (label.start, label.end))


def _dates(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    """The date under the signature, else the one of the metadata; when it was published apart."""
    signed = list(_signature_dates(outline))
    dated = [label for label in labels if label.name == "dated" and next(find_dates(label.value), None)]
    whole = [found for found in signed if _day(found.value)]
    yield from whole[-1:]
    if not whole and dated:
        yield _date_field(outline, dated[0], "date")
    elif dated and whole and not _same_day(dated[0].value, whole[-1].value):
        yield _date_field(outline, dated[0], "published")
    yield from (found for found in signed if found not in whole)
    for label in labels:
        if label.name in ("published", "assigned_on") and next(find_dates(label.value), None):
            yield _date_field(outline, label, label.name)


def _signature_dates(outline: Outline) -> Iterator[LetterField]:
    for prose in outline.parts("foot"):
        for line in re.finditer(r"[^\n]+", prose.text):
            day = next(find_dates(line[0]), None)
            if day and (is_date_line(line[0]) or is_agency(line[0][: day.start])):
                at = (line.start() + day.start, line.start() + day.end)
                yield field(outline, prose, "date", at)
            elif is_date_line(line[0]):
                yield field(outline, prose, "damaged_date", line.span())


def _date_field(outline: Outline, label: Label, name: str) -> LetterField:
    found = next(find_dates(label.value))
    return field(outline, label.prose, name, (label.start + found.start, label.start + found.end))


def _same_day(one: str, other: str) -> bool:
    return _day(one) == _day(other)


def _day(words: str | None) -> date | None:
    found = next(find_dates(words), None) if words else None
    return found.day if found else None


def _signers(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    """Who signed or approved: 签发人：X, 领导署名：X, 此函已经X局长审签."""
    for label in labels:
        if label.name == "signer":
            for name in split_names(label.span.of(outline.document.text)):
                yield field(outline, label.prose, "signer", (label.start, label.end), name)
    for prose in outline.parts("closing", "foot", "body"):
        for found in _APPROVED.finditer(prose.text):
            yield field(outline, prose, "signer", found.span("n"))


def _category(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    for prose in outline.parts("metadata", "title", "foot", "closing", "salutation"):
        found = find_category(prose.text)
        if found:
            yield field(outline, prose, "category", (found[1], found[2]))
            return
    for label in labels:
        if label.name == "category":
            yield field(outline, label.prose, "category", (label.start, label.end))
            return


def _attachments(outline: Outline) -> Iterator[LetterField]:
    for prose in outline.parts("closing", "foot"):
        for found in re.finditer(r"附件[一二三\d]?[：:]\s?(?P<v>[^\n。]{2,60})", prose.text):
            yield field(outline, prose, "attachment", found.span("v"))


def _co_handlers(outline: Outline) -> Iterator[LetterField]:
    """经商区农业农村委、区财政局研究办理 -> two co-handlers."""
    for prose in outline.parts("opening"):
        found = _CO_HANDLERS.search(prose.text)
        if found:
            for unit in re.finditer(r"[^、和及与]+(?:和[^、]{1,3}局)?", found["u"]):
                at = (found.start("u") + unit.start(), found.start("u") + unit.end())
                yield field(outline, prose, "co_handler", at)


def _labelled(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    """Every other labelled value, under our word or the printed one."""
    handled = {"doc_no", "dated", "published", "assigned_on", "signer", "category", "number", "subject", "title"}
    contact = {"联系人", "联系电话", "电话", "邮政编码", "邮编", "地址", "联系地址", "联系方式", "附件"}
    for label in labels:
        if label.name in handled or label.printed in contact and label.prose.part == "foot":
            continue
        name = label.name if label.name in FIELDS and label.name != "publisher" else label.printed
        yield field(outline, label.prose, name, (label.start, label.end))


def _kind(outline: Outline) -> str:
    """人大建议, 政协提案 or 其他, by the most telling words of the head."""
    head = "".join(prose.text for prose in outline.parts("title", "opening", "salutation"))
    everything = "".join(prose.text for prose in outline.parts("metadata", "foot")) + head
    for text in (head, everything):
        if re.search(r"人大|人民代表大会|代表建议|代表(?:们)?：", text) and not re.search("政协|提案", text):
            return "人大建议"
        if re.search(r"政协|提案", text):
            return "人大建议" if "人大" in text and "政协" not in text else "政协提案"
    return "政协提案" if re.search(r"委员(?:们)?：", head) else "其他"


def _category_letter(raw: str | None) -> str | None:
    """Ａ类 -> A, 甲类 stays 甲: what it means differs from place to place."""
    found = re.search(r"[A-D甲乙丙丁]", raw or "")
    return found[0] if found else None
