"""Header: head and foot of letters; whole letters are in test_extraction.py."""

import pytest

from knowledge.facts.header import read_header
from knowledge.facts.passages import read_outline
from knowledge.reading import read_bytes
from tests.knowledge.facts.documents import letter_59


def _letter(text: str):
    return read_header(read_outline(read_bytes("letter.txt", text.encode())))


def test_deputy_and_bureau_head_of_one_name_are_two_people():
    letter = read_header(read_outline(letter_59()))

    places = {field.name: field.place.section for field in letter.fields if field.value == "谢勇"}
    assert places == {"addressee": "抬头", "signer": "结尾"}


def test_every_field_has_its_words_in_the_document():
    document = letter_59()
    letter = read_header(read_outline(document))

    for field in letter.fields:
        assert field.place.quote.of(document.text).strip()
        assert field.place.own.start >= field.place.quote.start


def test_other_labels_keep_their_printed_name():
    letter = _letter(
        "政府督办领导：魏青山\n交办日期：2022年3月1日\n\n石磊代表：\n您提出的建议收悉。\n"
    )

    fields = {field.name: field.value for field in letter.fields}
    assert fields["政府督办领导"] == "魏青山"
    assert fields["assigned_on"] == "2022年3月1日"


def test_metadata_date_and_signature_date_are_two():
    letter = _letter(
        "发文日期：2023-12-18\n江悦代表：\n您提出的建议收悉。\n已办理。\n区教育局\n2023年8月10日\n"
    )

    assert (str(letter.date), str(letter.published)) == ("2023-08-10", "2023-12-18")


@pytest.mark.parametrize(
    ("salutation", "addressees", "role"),
    [
        ("周雨桐、韩立代表：", ("周雨桐", "韩立"), "代表"),
        ("尊敬的罗一鸣委员：", ("罗一鸣",), "委员"),
        ("民盟永澜市委员会：", ("民盟永澜市委员会",), "单位"),
        ("冯  硕、岳 珊等5位代表：", ("冯硕", "岳珊"), "代表"),
    ],
)
def test_addressees_are_people_or_an_organisation(salutation, addressees, role):
    letter = _letter(f"{salutation}\n您提出的建议收悉，现答复如下：\n已办理。\n")

    assert (letter.addressees, letter.role) == (addressees, role)


def test_an_empty_document_has_an_empty_head():
    letter = _letter("全文完。")

    assert (letter.title, letter.number, letter.addressees) == (None, None, ())
