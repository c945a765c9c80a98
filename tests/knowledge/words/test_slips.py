"""Slips: how near two characters are, and which slips are put right."""

import pytest

from knowledge.words.slips import (
    Slip,
    apart,
    clear,
    distance,
    is_place,
    partners,
    sound_keys,
    windows,
)


@pytest.mark.parametrize(
    ("typed", "meant", "far"),
    [
        ("伤", "商", 0.0),  # same sound, same tone
        ("品", "拼", 0.2),  # another tone
        ("林", "零", 1.0),  # n and ng are easily mixed up
        ("末", "未", 1.1),  # looks alike
    ],
)
def test_the_nearer_the_sound_the_less_a_slip_costs(typed, meant, far):
    assert distance(typed, meant) == far


def test_a_name_is_heard_in_every_reading():
    assert {"zong'qin", "cong'qin"} <= set(sound_keys("重庆"))
    assert sound_keys("山") == sound_keys("商")  # an and ang are taken as one


@pytest.mark.parametrize(
    ("run", "slip", "place"),
    [
        ("青河区", Slip(0, 3, "清河区", 0.0), True),
        ("青河区的商标", Slip(0, 2, "清河", 0.0), True),
        ("伤标数", Slip(0, 2, "商标", 0.0), False),
    ],
)
def test_one_place_is_never_turned_into_another(run, slip, place):
    assert is_place(run, slip) is place


def test_characters_of_a_group_look_like_each_other():
    assert partners(["末未", "己已巳"]) == {
        "末": "未",
        "未": "末",
        "己": "已巳",
        "已": "己巳",
        "巳": "己已",
    }


def test_windows_hold_the_place_and_at_least_two_characters():
    assert list(windows(1, 2, 3)) == [(0, 2), (0, 3), (1, 3)]
    assert list(windows(0, 1, 1)) == []


def test_two_names_that_fit_equally_well_put_nothing_right():
    near, rival = Slip(0, 2, "商标", 0.2), Slip(0, 2, "商贸", 0.2)
    worse = Slip(0, 2, "伤员", 1.0)

    assert clear([rival, near]) == []
    assert clear([worse, near]) == [near]
    assert clear([near, Slip(0, 2, "商标", 0.2)]) == [near]
    assert clear([]) == []


def test_of_overlapping_slips_the_longer_name_is_surer():
    short, long, beside = (
        Slip(4, 6, "商标", 0.0),
        Slip(0, 6, "有效注册商标", 0.2),
        Slip(7, 9, "专利", 0.0),
    )

    assert apart([beside, short, long]) == [long, beside]
