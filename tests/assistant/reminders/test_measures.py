"""The letter's own figure for a promise, or none rather than a neighbour's."""

from decimal import Decimal

from assistant.glossary import Role
from knowledge import Indicator, Place, Span
from tests.assistant.reminders.office import Office


def figure(name: str, value: str, unit: str, measure: str = "存量") -> Indicator:
    """A figure of the letter's text."""
    place = Place("59-1.1-1", "一", Span(5, 9), Span(5, 9))
    return Indicator(name, Decimal(value), unit, place, measure)


FIGURES = [
    figure("有效注册商标", "14036", "件"),
    figure("马德里商标", "7", "件"),
    figure("有效注册商标", "14500", "件", "目标"),
    figure("万人有效发明专利", "3.85", "件"),
    figure("发明专利", "322", "件"),
    figure("知名品牌", "32", "个"),
]


def test_one_entry_shows_the_letters_figure_beside_the_units(office: Office) -> None:
    object.__setattr__(office.ties, "indicators", lambda head: FIGURES)
    staff = office.join(Role.STAFF, "某甲", "5")
    office.say(staff, "report", "2 14320 截至9月底")

    shown = office.say(staff, "commitment", "2").text

    assert "函中：14036件；目标 14500件，完成 96.8%，还差 464件（推算）" in shown
    assert "〔59-1.1-1〕" in shown
    assert "14320件（截至9月底，责任单位填报，非函中数据）" in shown


def test_a_short_digest_names_it_too_and_gives_way_to_what_the_unit_reports(office: Office) -> None:
    object.__setattr__(office.ties, "indicators", lambda head: FIGURES)
    staff = office.join(Role.STAFF, "某甲", "5")
    office.say(staff, "subscribe", "全部")

    first = office.pass_to("2022-12-01 09:00")[0].text
    office.say(staff, "report", "2 14320 截至12月20日")
    second = office.pass_to("2022-12-23 09:00")[0].text

    assert "函中：14036件；目标 14500件，完成 96.8%，还差 464件（推算）〔59-1.1-1〕" in first
    assert "函中：14036件" not in second
    assert "进展：14320件（截至12月20日，责任单位填报，非函中数据）" in second
