"""Header: the head and foot of a reply letter - who answered whom, on what, when, under which
number.

Every value has its place. Titles, numbers, sessions and people are recognised by their own modules;
this one decides which of several candidates is the letter's.
"""

import re
from collections.abc import Iterator
from itertools import islice

from knowledge.facts.contact import read_contact
from knowledge.facts.fields import field, unique
from knowledge.facts.labels import Label, find_labels, is_field
from knowledge.facts.numbers import find_category, find_doc_no, find_numbers_of_suggestions
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.people import split_names
from knowledge.facts.sessions import find_sessions
from knowledge.facts.signing import agencies, dates, day_in, signers
from knowledge.glossary import Contact, LetterField, ReplyLetter

_SUBJECT = re.compile(
    r"(?:提出|提交|转来|提)的?(?:第?[A-Z\d]{1,10}号)?(?:[，：]|题为)?(?:《(?P<a>.+?)》(?=[（的，收已。、]|$)|“(?P<b>.+?)”(?=[的（，收已。、]|$)"
    r"|(?P<c>关于[^，。《》]{4,60}?的?(?:建议|提案|议案|意见)))"
)
_ANY_SUBJECT = re.compile(
    r"《(?P<a>关于.+?)》|“(?P<b>关于.+?)”|(?P<c>关于[^，。《》“”届]{6,60}?的(?:建议|提案|议案))"
)
_CO_HANDLERS = re.compile(
    r"(?:会同|经商|会商|商请|经与|我[局委]与|经征求|征求|结合|综合)(?P<u>[\u4e00-\u9fff、（）和及]{3,80}?)(?:等\d*个?(?:部门|单位|会办单位)?)?"
    r"(?:的?意见|会商|协商|沟通|研究|共同|联合|商议|商定|办理|会办|逐[项条]|认真|一并)"
)
_HANDLED = re.compile(
    r"(?:主办|牵头(?:办理)?)[，、；和]?由?(?P<u>[\u4e00-\u9fff、（）]{3,60}?)(?:会同办理|会同|协办|会办|配合办理|分办)"
)
_OFFICES = r"[\u4e00-\u9fff、]{2,30}?(?:局|委|办|厅|联|会|政府|院|中心)"
_NAMED = rf"主办单位(?:为|是)?(?P<b>{_OFFICES})(?=汇总|[，。、；]|$)"
_NAMED_HOST = re.compile(_NAMED)
_HOST = re.compile(
    rf"(?:由|交由)(?P<a>{_OFFICES})(?:共同|联合)?(?:主办|牵头办理|牵头承办)|{_NAMED}"
)
_FIRST = 2  # passages that may tell who handled it
_NO_OFFICE = re.compile(r"^(?:我|本|贵)|(?:会办|协办|有关|相关|各)(?:单位|部门)$")
_ORGANISATION = re.compile(
    r"(?:委员会|工委|[省市区县]委|支部|总支|支社|小组|联合会|工商联|总工会|妇联|科协|团委|协会|商会|界别?|代表团|党)(?:（[^）]*）)?$"
)
_COUNT = re.compile(r"等(?P<n>[\d一二三四五六七八九十两]+[位名人])")


def read_header(outline: Outline) -> ReplyLetter:
    """The head and foot of a letter; what is not printed is None."""
    labels = [label for prose in outline.parts("metadata", "foot") for label in find_labels(prose)]
    contact, contact_fields = read_contact(outline)
    fields = [
        *_title(outline, labels), *agencies(outline, labels), *_doc_no(outline, labels), *_numbers(outline, labels),
        *_sessions(outline), *_addressees(outline), *_subject(outline, labels), *dates(outline, labels),
        *signers(outline, labels), *_category(outline, labels), *_attachments(outline),
        *_co_handlers(outline), *_labelled(outline, labels), *contact_fields,
    ]  # fmt: skip
    return _letter(outline, unique(fields), contact)


def _letter(outline: Outline, fields: tuple[LetterField, ...], contact: Contact) -> ReplyLetter:
    def first(name: str) -> str | None:
        return next((field.value for field in fields if field.name == name), None)

    def all_of(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(field.value for field in fields if field.name == name))

    raw = first("category")
    signed = day_in(first("date"))
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
        published=day_in(first("published")),
        category_raw=raw,
        category=_category_letter(raw),
        signer=first("signer"),
        contact=contact,
        headings=outline.headings,
        fields=tuple(field for field in fields if field.name != "role"),
    )


def _title(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    for prose in outline.parts("title"):
        yield field(outline, prose, "title", (0, len(prose.text)))
    for label in labels:  # where no line of its own gives one
        if label.name == "title" and re.search(
            r"(?:建议|提案).*(?:答复|函|情况|意见)", label.value
        ):
            yield field(outline, label.prose, "title", (label.start, label.end))


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
    """The number in the title, the opening, a label, anywhere in the head - the first is the
    letter's.
    """
    for part in ("title", "opening"):
        for prose in outline.parts(part):
            for found in find_numbers_of_suggestions(prose.text):
                yield field(outline, prose, "number", (found.start, found.end))
    for label in labels:
        found_number = re.search(r"[A-Z]{0,4}-?\d+(?:-\d+)?|[一二三四五六七八九十百]+", label.value)
        if label.name == "number" and found_number:
            yield field(
                outline,
                label.prose,
                "number",
                (label.start + found_number.start(), label.start + found_number.end()),
            )
    for prose in outline.parts("metadata", "foot"):
        for found in find_numbers_of_suggestions(prose.text):
            yield field(outline, prose, "number", (found.start, found.end))


def _sessions(outline: Outline) -> Iterator[LetterField]:
    for prose in outline.parts("title", "opening", "metadata"):
        for at in find_sessions(prose.text):
            yield field(outline, prose, "session", at)


def _addressees(outline: Outline) -> Iterator[LetterField]:
    """薛广田、林若水代表 -> two people; 李木子委员并九三学社云山区委 -> one and an organisation."""
    for prose in outline.parts("salutation"):
        words = re.sub(r"[并及]?[：，、]*$", "", prose.text)
        listed = re.match(
            r"(?:尊敬的)?各位[\u4e00-\u9fff]{0,6}(?:代表|委员)（(?P<who>[^）\d]{2,})）", words
        )
        start = 3 if words.startswith("尊敬的") else 0
        role = re.search(r"(代表|委员|常委|同志|先生|女士)(?!会)", words)
        if listed:  # 各位代表（陶源、谢运）
            start, words = listed.start("who"), words[: listed.end("who")]
        people = False
        for part in re.finditer(
            r"(?:(?!并(?=[\u4e00-\u9fff]{4}))[^、，])+", words[start:].lstrip("并")
        ):
            passed_on = re.match(r"并?(?:请?转(?:告|达|呈)?|抄送)", part[0])
            at = (start + part.start() + (passed_on.end() if passed_on else 0), start + part.end())
            raw = prose.span(*at).of(outline.document.text)
            names = () if _ORGANISATION.search(part[0]) else split_names(raw)
            people = people or bool(names)
            for name in names:
                yield field(outline, prose, "addressee", at, name)
            if not names and len(part[0]) > 2 and not _COUNT.match(part[0]):
                begin = at[0] + part[0].startswith("并")
                yield field(outline, prose, "addressee", (begin, at[1]))
        yield LetterField("role", role[1] if role and people else "单位", prose.whole())
        count = _COUNT.search(words)
        if count:
            yield field(outline, prose, "联名人数", count.span("n"))


def _subject(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    for pattern in (_SUBJECT, _ANY_SUBJECT):
        for prose in outline.parts("opening", "title", "metadata", "body"):
            found = pattern.search(prose.text[:400])
            if found:
                name = next(key for key, value in found.groupdict().items() if value)
                yield field(outline, prose, "subject", found.span(name))
                return
    for label in labels:
        if label.name == "subject":
            yield field(outline, label.prose, "subject", (label.start, label.end))


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
    """经商区农业农村委、区财政局研究办理 -> two co-handlers; who has the lead where that is another."""
    for prose in islice(outline.parts("opening", "body"), _FIRST):
        found = _HANDLED.search(prose.text) or _CO_HANDLERS.search(prose.text)
        if found:
            yield from _offices(outline, prose, found.span("u"), "co_handler")
    for prose in outline.parts("opening", "body"):
        host = (_HOST if prose.part == "opening" else _NAMED_HOST).search(prose.text)
        if host:
            at = host.span(host.lastgroup or 0)
            yield from _offices(outline, prose, at, "main_handler")
            return


def _offices(
    outline: Outline, prose: Prose, at: tuple[int, int], name: str
) -> Iterator[LetterField]:
    """Each office of a run 市财政局、市城管局和市农业农村局."""
    for unit in re.finditer(r"[^、和及与]+(?:和[^、]{1,3}局)?", prose.text[at[0] : at[1]]):
        if not _NO_OFFICE.search(unit[0]):
            yield field(outline, prose, name, (at[0] + unit.start(), at[0] + unit.end()))


def _labelled(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    """Every other labelled value, under our word or the printed one."""
    handled = {
        "doc_no",
        "dated",
        "published",
        "assigned_on",
        "signer",
        "category",
        "number",
        "subject",
        "title",
    }
    contact = {
        "联系人",
        "联系电话",
        "电话",
        "邮政编码",
        "邮编",
        "地址",
        "联系地址",
        "联系方式",
        "附件",
    }
    for label in labels:
        if label.name in handled or label.printed in contact and label.prose.part == "foot":
            continue
        name = label.name if is_field(label.name) and label.name != "publisher" else label.printed
        yield field(outline, label.prose, name, (label.start, label.end))


def _kind(outline: Outline) -> str:
    """人大建议, 政协提案 or 其他, by the most telling words of the head."""
    head = "".join(prose.text for prose in outline.parts("title", "opening", "salutation"))
    everything = "".join(prose.text for prose in outline.parts("metadata", "foot")) + head
    for text in (head, everything):
        if re.search(r"人大|人民代表大会|代表建议|代表(?:们)?：", text) and not re.search(
            "政协|提案", text
        ):
            return "人大建议"
        if re.search(r"政协|提案", text):
            return "人大建议" if "人大" in text and "政协" not in text else "政协提案"
    return "政协提案" if re.search(r"委员(?:们)?：", head) else "其他"


def _category_letter(raw: str | None) -> str | None:
    """Ａ类 -> A, 甲类 stays 甲: what it means differs from place to place."""
    found = re.search(r"[A-D甲乙丙丁]", raw or "")
    return found[0] if found else None
