"""What is saved of a letter comes back the same."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from sqlalchemy import text

from knowledge import (
    Action,
    Commitment,
    Contact,
    Deadline,
    Document,
    Findings,
    Heading,
    Indicator,
    Item,
    LetterField,
    Listing,
    Paragraph,
    Passage,
    Place,
    Recognition,
    ReplyLetter,
    Sentence,
    Span,
)
from knowledge.store import editions, loading, open_database, saving

WORDS = "一、商标\n现有商标7件，其中甲、乙两件获奖。\n联系人：章三 00000000"
HERE = Place("7-1-1", "一", Span(5, 12), Span(5, 22), Span(9, 11))
CORRECTED = replace(HERE, corrected=True)
FOOT = Place("7-foot-1", "落款", Span(23, 38), Span(23, 38))
DOCUMENT = Document("seven.txt", WORDS, (Paragraph(Span(0, 4)),), "d" * 64)
FOUND = Findings(
    letter=ReplyLetter(
        title="关于第7号建议的答复",
        kind="人大建议",
        agency="某区某局",
        addressees=("李四", "王五"),
        number="7",
        date=date(2024, 5, 6),
        contact=Contact(("章三",), ("00000000",), place=FOOT),
        headings=(Heading(1, "一、商标", Span(0, 4)),),
        fields=(LetterField("contact", "章三", FOOT),),
    ),
    passages=(
        Passage("7-1-1", "一", ("一、商标",), Span(0, 22)),
        Passage("7-foot-1", "落款", (), Span(23, 38)),
    ),
    sentences=(Sentence("现有商标7件，其中甲、乙两件获奖。", HERE),),
    indicators=(
        Indicator("商标", Decimal("7"), "件", CORRECTED, "存量", scope="全区", year=2024),
        Indicator("万人专利", Decimal("3.85"), "件", HERE, as_of=date(2024, 5, 31)),
    ),
    listings=(
        Listing("获奖商标", (Item("甲", Span(15, 16)), Item("乙", Span(17, 18), "农委")), HERE),
    ),
    recognitions=(Recognition("甲", "金奖", "已获", HERE),),
    actions=(Action("培育商标", "下一步", HERE, ("区局",)),),
    commitments=(
        Commitment(
            "商标达到9件",
            Deadline("年底前", date(2024, 1, 1), date(2024, 12, 31), "year"),
            HERE,
            units=("区局", "区委"),
            target=Decimal("9"),
            key="7-附-1",
        ),
    ),
    warnings=("请核对",),
)


def test_everything_found_in_a_letter_comes_back_the_same(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.write() as session:
        letter_id = saving.save(session, FOUND, DOCUMENT, "7")

    with database.read() as session:
        head = loading.heads(session)[0]
        again = loading.findings(session, head)

    assert head.id == letter_id
    assert again == FOUND


def test_each_quote_is_verbatim_with_its_headings(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.write() as session:
        letter_id = saving.save(session, FOUND, DOCUMENT, "7")

    with database.read() as session:
        quotes = loading.quotes_of(session, letter_id)

    assert [(q.text, q.headings) for q in quotes] == [
        ("现有商标7件，其中甲、乙两件获奖。", ("一、商标",)),
        ("联系人：章三 00000000", ()),
    ]


def test_removing_a_letter_removes_its_facts(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    with database.write() as session:
        letter_id = saving.save(session, FOUND, DOCUMENT, "7")

    with database.write() as session:
        saving.remove(session, letter_id)

    tables = [
        "letters",
        "texts",
        "headings",
        "passages",
        "quotes",
        "sentences",
        "indicators",
        "items",
        "commitments",
    ]
    with database.read() as session:
        left = [session.execute(text(f"SELECT count(*) FROM {t}")).scalar_one() for t in tables]
    assert left == [0] * len(tables)


def test_a_superseded_letter_keeps_its_facts_and_loses_its_commitments(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    newer = replace(DOCUMENT, digest="e" * 64)
    passages = tuple(replace(p, code=p.code.replace("7", "7b", 1)) for p in FOUND.passages)
    with database.write() as session:
        old = saving.save(session, FOUND, DOCUMENT, "7")
        new = saving.save(session, replace(FOUND, passages=passages), newer, "7b")
        editions.set_successor(session, old, new)

    with database.read() as session:
        assert [id for id, _ in loading.commitments(session)] == [new]
        assert loading.letter_of_code(session, "7-1-1") == old
