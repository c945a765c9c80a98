"""The ledger out and in: the field's columns, harmless cells, row by row faults."""

import io
import zipfile

import openpyxl
import pytest

from assistant.glossary import Address, Attachment, Role
from assistant.reminders.exchange import COLUMNS, harmless
from tests.assistant.reminders.office import Office, promise


@pytest.fixture
def staff(office: Office) -> Address:
    """A staff member."""
    return office.join(Role.STAFF, "某甲", "5")


def table(text: str, encoding: str = "utf-8") -> tuple[Attachment, ...]:
    """A csv file on its way in."""
    return (Attachment("台账.csv", text.encode(encoding)),)


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("14500件", "14500件"),
        ("", ""),
    ],
)
def test_what_a_spreadsheet_would_calculate_is_kept_text(cell: str, shown: str) -> None:
    assert harmless(cell) == shown


def test_the_workbook_has_the_fields_columns_and_no_formula(office: Office, staff: Address) -> None:
    office.promised.append(promise(4, '=HYPERLINK("http://x")', unit="@局"))

    content = office.say(staff, "export").files[0].content

    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == list(COLUMNS)
    assert {
        "编号",
        "代表",
        "承办单位",
        "承诺事项",
        "责任单位",
        "完成时限",
        "进展",
        "状态",
        "销号",
    } <= set(COLUMNS)
    assert sheet["E5"].value == '\'=HYPERLINK("http://x")'
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_what_was_exported_comes_back_with_its_changes(office: Office, staff: Address) -> None:
    content = office.say(staff, "export").files[0].content
    book = openpyxl.load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    sheet["I3"], sheet["L3"] = "已兑现", "统计公报第3页"
    out = io.BytesIO()
    book.save(out)

    first = office.say(staff, "import", files=(Attachment("台账.xlsx", out.getvalue()),))
    second = office.say(staff, "import", files=(Attachment("台账.xlsx", out.getvalue()),))

    assert first.text == "已登记 1 处变更，0 行有问题。"
    assert second.text == "已登记 0 处变更，0 行有问题。"
    assert "佐证：统计公报第3页" in office.say(staff, "commitment", "2").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_in_any_usual_encoding_is_read(office: Office, staff: Address, encoding: str) -> None:
    file = table("编号,状态,备注\n1,进行中,已开始\n", encoding)

    assert office.say(staff, "import", files=file).headline == "已登记 1 处变更，0 行有问题。"


def test_each_row_that_cannot_be_taken_says_why_and_the_others_are(
    office: Office, staff: Address
) -> None:
    file = table(
        "编号,状态,完成时限,备注\n1,已兑现,,好\n9,进行中,,x\n2,办结,,x\n3,顺延,2023-06-30,资金未到位\n"
    )

    reply = office.say(staff, "import", files=file)

    assert reply.text.split("\n") == [
        "已登记 1 处变更，3 行有问题。",
        "第 2 行：标为“已兑现”须有佐证（文字、链接、文件或数据），例如：/state 1 已兑现 已完成 佐证：统计公报第3页",
        "第 3 行：台账中没有编号“9”。",
        "第 4 行：没有“办结”这个状态；可写未到期、进行中、已兑现、部分兑现、顺延、未兑现、无法核实。",
    ]


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        # a figure in the column of progress is the unit's word
        ("2,,,14320件 截至9月底,", "14320件（截至9月底，责任单位填报，非函中数据）"),
        # closed by its own column, with evidence
        ("2,,,,是", "已兑现"),
        # moved once more while it is 顺延 already
        ("2,顺延,2023-09-30,,", "2022年12月底（2022-12-31），顺延至 2023-09-30"),
    ],
)
def test_each_column_that_differs_is_entered_once(
    office: Office, staff: Address, row: str, shown: str
) -> None:
    if "顺延" in row:
        office.say(staff, "state", "2 顺延 2023-06-30 资金未到位")
    file = table(f"编号,状态,完成时限,进展,销号,备注,佐证\n{row},办结情况,公报\n")

    first, second = (office.say(staff, "import", files=file) for _ in range(2))

    assert first.headline == "已登记 1 处变更，0 行有问题。"
    assert shown in office.say(staff, "commitment", "2").text
    assert second.headline == "已登记 0 处变更，0 行有问题。"


def test_an_untouched_export_changes_nothing(office: Office, staff: Address) -> None:
    office.say(staff, "report", "2 14320 截至9月底")
    office.say(staff, "state", "1 顺延 2023-06-30 资金未到位")
    office.say(staff, "close", "3 已达到 佐证：公报")
    content = office.say(staff, "export").files[0].content

    reply = office.say(staff, "import", files=(Attachment("台账.xlsx", content),))

    assert reply.text == "已登记 0 处变更，0 行有问题。"


def test_the_file_that_proves_a_change_can_be_had_again(office: Office, staff: Address) -> None:
    office.say(staff, "close", "2 已达到", files=(Attachment("公报.pdf", b"%PDF"),))

    shown = office.say(staff, "commitment", "2")
    got = office.press(staff, shown, "看佐证")

    assert (got.files[0].name, got.files[0].content) == ("公报.pdf", b"%PDF")


def test_a_calendar_file_for_one_subscription(office: Office, staff: Address) -> None:
    office.say(staff, "subscribe", "商标")

    text = office.say(staff, "ics", "订阅1").files[0].content.decode()

    assert text.count("BEGIN:VEVENT") == 1
    assert "UID:59-附-2@dafutong" in text


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\xff\xfe\x00", b"a,b\n1,2\n"])
def test_what_is_no_ledger_gets_one_sentence(
    office: Office, staff: Address, content: bytes
) -> None:
    reply = office.say(staff, "import", files=(Attachment("x.xlsx", content),))

    assert reply.kind == "refused"
    assert reply.text.count("\n") == 0


def test_the_receipts_leave_as_harmless_csv(office: Office, staff: Address) -> None:
    deputy = office.join(Role.DEPUTY, "某乙", "6")
    office.say(deputy, "receipt", "第59号 不满意 =cmd|' /C calc'!A0")

    text = office.say(staff, "receipts", "导出").files[0].content.decode("utf-8-sig")

    assert "不满意,'=cmd|" in text


def test_a_workbook_that_inflates_beyond_measure_is_refused(office: Office, staff: Address) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * (60 << 20))

    reply = office.say(staff, "import", files=(Attachment("x.xlsx", out.getvalue()),))

    assert reply.text == "这份 xlsx 展开后过大，不能导入。"
