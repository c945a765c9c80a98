"""An office's own table of deadlines (xlsx) from ingestion to its reminders, beside the letter."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest

from assistant.glossary import Address, Role
from tests.conversations.theatre import Theatre, at

COLUMNS = (
    "编号", "代表", "承办单位", "承诺事项", "责任单位", "完成时限", "进展", "状态", "销号"
)  # fmt: skip
ROWS = (
    ("1", "建成应急中心1个", "特种设备科", "2026年6月底", "已立项"),
    ("2", "检查农贸市场", "食品科", "每旬", ""),
    ("3", "抽检校园食堂", "学校食品科", "每学期", ""),
    ("4", "新增有效注册商标300件", "商标科", "2026-10-10", ""),
    ("5", "优化营商环境", "登记科", "长期坚持", ""),
    ("6", "发放补助", "财务科", "待资金到位后", ""),
)


@pytest.fixture
def theatre(tmp_path: Path) -> Iterator[Theatre]:
    """The letter of 2022 and the table, on a Wednesday in May 2026."""
    theatre = Theatre(tmp_path / "data", "2026-05-20 08:00")
    theatre.house.library.ingest(table(tmp_path, ROWS))
    yield theatre


def table(folder: Path, rows: Iterable[tuple[str, ...]]) -> Path:
    """The office's table with these rows."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["某区市场监管局2026年承诺事项台账"])
    sheet.append(COLUMNS)
    for number, what, who, when, progress in rows:
        sheet.append([number, "某代表", "区市场监管局", what, who, when, progress, "", "否"])
    path = folder / "台账.xlsx"
    book.save(path)
    return path


@pytest.fixture
def staff(theatre: Theatre) -> Address:
    """Somebody of the bureau who wants all of it."""
    address = theatre.join(Role.STAFF, "5", unit="区市场监管局")
    theatre.say(address, "订阅 全部")
    return address


def reminded(theatre: Theatre, first: str, last: str, words: str) -> list[str]:
    """The days on which a message names the commitment."""
    day, end, found = date.fromisoformat(first), date.fromisoformat(last), []
    while day <= end:
        if any(words in reply.text for reply in theatre.pass_to(f"{day} 09:00")):
            found.append(f"{day:%m-%d}")
        day += timedelta(days=1)
    return found


def test_its_rows_stand_in_the_ledger_in_their_groups(theatre: Theatre, staff: Address) -> None:
    listed = theatre.say(staff, "台账").text

    dated, rest = listed.split("【定期进行】")
    recurring, vague = rest.split("【无明确时限】")
    assert "建成应急中心1个\n   未到期，还有 41 天；2026年6月底（2026-06-30）" in dated
    assert "已立项（原表所载）" in dated
    assert "检查农贸市场\n   定期，本期到5月20日，今日截止" in recurring
    assert "抽检校园食堂\n   定期，本期到6月30日" in recurring
    assert "优化营商环境" in vague
    assert "发放补助" in vague
    assert "承诺事项台账" not in listed


@pytest.mark.parametrize(
    ("words", "first", "last", "days"),
    [
        # 31 May is a Sunday; 30 June, weekly from then on: nobody closed it
        ("应急中心", "2026-05-21", "2026-07-14", ["05-29", "06-23", "06-29", "06-30", "07-07", "07-14"]),
        # 10 October 2026 is a Saturday that is worked; the days before are a holiday
        ("注册商标300件", "2026-09-01", "2026-10-10", ["09-10", "09-30", "10-09", "10-10"]),
        # 20 May before nine still counts
        ("农贸市场", "2026-05-20", "2026-06-10", ["05-20", "05-29", "06-09", "06-10"]),
        ("校园食堂", "2026-05-21", "2026-06-30", ["05-29", "06-23", "06-29", "06-30"]),
        ("营商环境", "2026-05-21", "2026-07-01", []),
    ],
)  # fmt: skip
def test_each_row_is_reminded_of_on_its_working_days(
    theatre: Theatre, staff: Address, words: str, first: str, last: str, days: list[str]
) -> None:
    assert reminded(theatre, first, last, words) == days


def test_the_old_letter_floods_nobody(theatre: Theatre, staff: Address) -> None:
    assert reminded(theatre, "2026-05-20", "2026-06-30", "万人发明专利") == ["05-20"]


def test_a_row_is_reported_closed_and_exported(theatre: Theatre, staff: Address) -> None:
    theatre.now = at("2026-10-09 10:00")
    listed = theatre.say(staff, "台账 注册商标300件").suggestions[0].words.split()[-1]

    reported = theatre.say(staff, f"登记进展 {listed} 290件 截至9月底")
    closed = theatre.say(staff, f"标记兑现 {listed} 已新增312件 佐证：商标公告")
    (file,) = theatre.say(staff, "导出台账 csv").files

    assert "还差 10件" in reported.text
    assert "已登记：已兑现" in closed.text
    assert "已兑现,是,已新增312件,商标公告" in file.content.decode("utf-8-sig")


def test_the_tables_next_issue_keeps_numbers_history_and_subscriptions(
    theatre: Theatre, staff: Address, tmp_path: Path
) -> None:
    number = theatre.say(staff, "台账 应急中心").suggestions[0].words.split()[-1]
    theatre.say(staff, f"改状态 {number} 顺延 2026-08-31 设备未到")
    deputy = theatre.join(Role.DEPUTY, "6")
    theatre.say(deputy, f"订阅 承诺{number}")

    added = ("0", "培训企业100家", "质量科", "2026年8月底", "")
    done = ("1", "建成应急中心1个", "特种设备科", "2026年6月底", "设备已到")
    theatre.house.library.ingest(table(tmp_path, [added, done, *ROWS[1:]]))

    page = theatre.say(staff, f"承诺详情 {number}").text
    assert "建成应急中心1个" in page
    assert "顺延，设备未到（2026-06-30 → 2026-08-31）" in page
    assert "设备已到（原表所载）" in page
    assert "· 2026-05-20" in page
    theatre.now = at("2026-08-30 10:00")
    assert any("应急中心" in reply.text for reply in theatre.pass_to("2026-08-31 09:00"))
