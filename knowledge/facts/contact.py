"""Contact: whom to call about the letter - names, phones, e-mail, address, postcode.

Reads the foot and the closing, before or after signature and date, in brackets or on lines. People
and phones are told apart by `calling.py`; the person who signed is no contact.
"""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.facts.calling import find_called
from knowledge.facts.curated import curated
from knowledge.facts.fields import field
from knowledge.facts.outline import Outline, Prose
from knowledge.facts.vocabulary import one_of
from knowledge.glossary import Contact, LetterField

_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_LONGEST_LINE = 90  # characters of a body paragraph that is nothing but a contact


def read_contact(outline: Outline) -> tuple[Contact, tuple[LetterField, ...]]:
    """The contact of a letter and the fields it was put together from."""
    fields: list[LetterField] = []
    for prose in outline.parts("foot", "closing", "body"):
        if prose.part != "body" or _is_contact_line(prose.text):
            fields += _fields(outline, prose)
    if not fields:  # a form names them above: 承办人 | 叶舟 | 联系电话 | 3120066
        fields += (one for prose in outline.parts("metadata") for one in _fields(outline, prose))
    return _contact(fields), tuple(fields)


def phone_key(phone: str) -> str:
    """The digits of a phone, by which the same one printed twice is known: 023-4856 -> 0234856."""
    return re.sub(r"\D", "", phone)


def _is_contact_line(text: str) -> bool:
    """Body paragraphs count only where they are nothing but a contact line."""
    return len(text) < _LONGEST_LINE and bool(_contact_line().search(text))


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
    for one in find_called(outline, prose):
        yield field(outline, prose, one.name, (one.start, one.end), one.value)
    for found in _EMAIL.finditer(text):
        yield field(outline, prose, "email", found.span(), found[0])
    for found in _postcode().finditer(text):
        yield field(outline, prose, "postcode", found.span("v"), re.sub(r"\s", "", found["v"]))
    for found in _address().finditer(text):
        yield field(outline, prose, "address", found.span("v"))


def _words(*kinds: str) -> str:
    return one_of(word for kind in kinds for word in curated("labels")["contact"][kind])


@cache
def _contact_line() -> re.Pattern[str]:
    return re.compile(
        rf"^[（(]?{_words('person', 'both', 'phone')}[：:]|(?:请|可)(?:与|向|找|同)[^。]{{2,20}}联系[（(]\d|(?:请|可)(?:致电|联系)[^。\d]{{2,20}}[（(]?\d"
    )


@cache
def _postcode() -> re.Pattern[str]:
    return re.compile(rf"{_words('postcode')}[：:]?\s?(?P<v>\d\s?\d\s?\d\s?\d\s?\d\s?\d)(?!\d)")


@cache
def _address() -> re.Pattern[str]:
    ends = one_of(("邮编", "邮政", "联系", "电话"))
    return re.compile(
        rf"{_words('address')}[：:]\s?(?P<v>[^\n；;，。]{{4,50}}?)(?=[\n；;，。）)]|{ends}|$)"
    )
