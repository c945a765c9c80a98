"""Calendar: feasts, plan periods and working days."""

from datetime import date

from knowledge.facts.calendar import (
    add_months,
    add_working_days,
    feast,
    is_working_day,
    plan_years,
)


def test_feasts_by_the_moon_are_looked_up():
    assert feast("春节", 2026)[0] == date(2026, 2, 17)


def test_the_ninth_of_the_ninth_follows_the_length_of_the_month_before():
    assert feast("重阳节", 2024)[0] == date(2024, 10, 11)
    assert feast("重阳节", 2025)[0] == date(2025, 10, 29)


def test_feasts_with_a_fixed_day_need_no_look_up():
    assert feast("国庆节", 2022) == (date(2022, 10, 1), date(2022, 10, 7))


def test_working_weekends_are_working_days():
    # 14 February 2026 is a Saturday on which offices work for the spring festival
    assert is_working_day(date(2026, 2, 14))
    assert not is_working_day(date(2026, 2, 16))


def test_working_days_are_counted_from_the_next_day():
    assert add_working_days(date(2022, 7, 1), 1) == date(2022, 7, 4)


def test_a_month_without_that_day_ends_on_its_last():
    assert add_months(date(2023, 1, 31), 1) == date(2023, 2, 28)


def test_plans_last_five_years():
    assert (plan_years(13), plan_years(14)) == ((2016, 2020), (2021, 2025))
