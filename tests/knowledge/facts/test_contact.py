"""Contact: whom to call, as letters print it."""

import pytest

from knowledge.facts.contact import read_contact
from knowledge.facts.passages import read_outline
from knowledge.reading import read_bytes


def _contact(foot: str):
    text = (
        f"张三代表：\n您提出的建议收悉，现答复如下：\n已办理。\n区教育局\n2023年8月10日\n{foot}\n"
    )
    return read_contact(read_outline(read_bytes("letter.txt", text.encode())))[0]


@pytest.mark.parametrize(
    ("foot", "names", "phones"),
    [
        ("联系人：杨君\n联系电话：13508370000", ("杨君",), ("13508370000",)),
        ("(联系人:钱良川,联系电话:3220000)", ("钱良川",), ("3220000",)),
        ("联 系 人：张 芸\n联系电话：0598-3850000", ("张芸",), ("0598-3850000",)),
        ("联系人及电话：尹定朝 7120000", ("尹定朝",), ("7120000",)),
        (
            "（联系人：孟　洁；联系电话：０２３—４８５６００００，１３９００００１２３４）",
            ("孟洁",),
            ("023-48560000", "13900001234"),
        ),
        (
            "联系人：赵启明  0731-8250011    孙  雯  13800001111",
            ("赵启明", "孙雯"),
            ("0731-8250011", "13800001111"),
        ),
        (
            "联系人：陆 鸣，联系电话：（0512）65230000，传真：0512-65230001",
            ("陆鸣",),
            ("0512-65230000",),
        ),
        ("经办人：乔木森\n电  话：0539-2210000", ("乔木森",), ("0539-2210000",)),
        ("联系电话：028-84560000转802", (), ("028-84560000转802",)),
        (
            "联系人：物业科 孟庆舟，电话：87650001；刘 洁，电话：87650002",
            ("孟庆舟", "刘洁"),
            ("87650001", "87650002"),
        ),
        (
            "经办人及电话：免疫规划科 欧阳雪 0315-2800000；免疫规划科 单 良 13900001111",
            ("欧阳雪", "单良"),
            ("0315-2800000", "13900001111"),
        ),
        (
            "联系方式：\n姓名　　职务　　电话\n曲  波    副主任    0451-86600000",
            ("曲波",),
            ("0451-86600000",),
        ),
        (
            "联系人：方 圆  电话：88880000\n葛 天  电话：88880001",
            ("方圆", "葛天"),
            ("88880000", "88880001"),
        ),
        ("（联系方式：办公室魏来，85550000）", ("魏来",), ("85550000",)),
        ("附注：联系人 祝 融，办公电话 6620000", ("祝融",), ("6620000",)),
        ("承办单位：教育科    承办人：黎 明    咨询电话：5880000", ("黎明",), ("5880000",)),
        (
            "联系人：黎明，电话：5880000\n联系电话：5880009　冀ICP备00000000号",
            ("黎明",),
            ("5880000",),
        ),
    ],
)
def test_names_and_phones(foot, names, phones):
    contact = _contact(foot)

    assert (contact.names, contact.phones) == (names, phones)


def test_postcode_address_and_email():
    contact = _contact(
        "联系人：田 甜；地址：滨河路66号；邮编：222003\n电子邮箱：a.b@example.gov.cn"
    )

    assert (contact.postcode, contact.address, contact.email) == (
        "222003",
        "滨河路66号",
        "a.b@example.gov.cn",
    )


def test_who_signed_is_no_contact():
    contact = _contact("领导署名：唐成河")

    assert contact.names == ()
