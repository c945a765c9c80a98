"""Signing: which agency answered, when it signed and published, and who approved the letter."""

import re
from collections.abc import Iterator
from datetime import date

from knowledge.facts.curated import curated
from knowledge.facts.dates import find_dates, is_date_line
from knowledge.facts.fields import field
from knowledge.facts.labels import Label
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.people import split_names
from knowledge.facts.zones import is_agency
from knowledge.glossary import LetterField

_APPROVED = re.compile(
    r"经(?:我局|本局|我委|区|市|县)?(?P<n>[\u4e00-\u9fff]{2,4}?)(?:(?:党组|党委|副|区|市|县)?(?:局长|主任|书记|区长|市长|县长|厅长|院长|部长|行长|总经理|经理|镇长|乡长|会长|主席)|同志)"
    r"(?:审签|审定|签发|审核|审阅|同意)"
)


def agencies(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    """Who signs; failing that who the title, the publisher or the letterhead names."""
    signed = list(_signing(outline))
    if signed:
        yield from signed
        return
    for prose in outline.parts("title"):
        found = re.match(
            r"(?P<a>[\u4e00-\u9fff（）]{4,40}?)(?:关于|对(?=.{0,12}届)|对第)", prose.text
        )
        if found and is_agency(found["a"]):
            yield field(outline, prose, "agency", found.span("a"))
            return
    for prose in outline.parts("metadata"):
        for line in re.finditer(r"^(?P<a>[^\n]{4,30}?)(?:文件)?$", prose.text, re.MULTILINE):
            if is_agency(line["a"]):
                yield field(outline, prose, "agency", line.span("a"))
                return
    for name in ("publisher", *curated("labels")["handlers"]):
        for label in labels:
            if label.name == name:
                yield field(outline, label.prose, "agency", (label.start, label.end))
                return


def _signing(outline: Outline) -> Iterator[LetterField]:
    """The agencies above (or before) the date of the foot."""
    for prose in outline.parts("foot"):
        for line in re.finditer(r"[^\n]+", prose.text):
            if re.match(r"[^\n]*\n?[^\n]*日印发", prose.text[line.start() :]):
                continue  # the office that printed it
            day = next(find_dates(line[0]), None)
            words = line[0][: day.start] if day else line[0]
            words = re.sub(r"（(?:盖章|公章|印章|章)）$", "", words)
            if words and is_agency(words):
                for at in _side_by_side(outline, prose, line.start(), line.start() + len(words)):
                    yield field(outline, prose, "agency", at)


def _side_by_side(
    outline: Outline, prose: Prose, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Agencies on one line, parted by wide blanks (gone in the folded text) or commas."""
    left = start
    for at in range(start + 1, end):
        between = outline.document.text[prose.folded.places[at - 1] + 1 : prose.folded.places[at]]
        mark = prose.text[at] in "、，"
        if (
            mark
            or len(between) > 1
            and is_agency(prose.text[left:at])
            and is_agency(prose.text[at:end])
        ):
            yield left, at
            left = at + mark
    yield left, end


def dates(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    """The date under the signature, else the one of the metadata; when it was published apart."""
    signed = list(_signature_dates(outline))
    dated = [
        label for label in labels if label.name == "dated" and next(find_dates(label.value), None)
    ]
    whole = [found for found in signed if day_in(found.value)] or list(_printed_above(outline))
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


def _printed_above(outline: Outline) -> Iterator[LetterField]:
    """A date alone on a line above the letter, where none stands below it."""
    for prose in outline.parts("metadata"):
        for line in re.finditer(r"[^\n]+", prose.text):
            day = next(find_dates(line[0]), None)
            if day and is_date_line(line[0]):
                at = (line.start() + day.start, line.start() + day.end)
                yield field(outline, prose, "date", at)


def _date_field(outline: Outline, label: Label, name: str) -> LetterField:
    found = next(find_dates(label.value))
    return field(outline, label.prose, name, (label.start + found.start, label.start + found.end))


def _same_day(one: str, other: str) -> bool:
    return day_in(one) == day_in(other)


def day_in(words: str | None) -> date | None:
    found = next(find_dates(words), None) if words else None
    return found.day if found else None


def signers(outline: Outline, labels: list[Label]) -> Iterator[LetterField]:
    """Who signed or approved: 签发人：X, 领导署名：X, 此函已经X局长审签."""
    for label in labels:
        if label.name == "signer":
            for name in split_names(label.span.of(outline.document.text)):
                yield field(outline, label.prose, "signer", (label.start, label.end), name)
    for prose in outline.parts("closing", "foot", "body"):
        for found in _APPROVED.finditer(prose.text):
            yield field(outline, prose, "signer", found.span("n"))
