"""Sessions: the congress or conference, with its place."""

import pytest

from knowledge.facts.sessions import find_sessions


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("关于区三届人大一次会议第59号建议", "区三届人大一次会议"),
        ("你们在屏边县十七届人大四次会议提出的", "屏边县十七届人大四次会议"),
        ("农业农村局对县十七届人大四次会议第99号建议", "县十七届人大四次会议"),
        ("关于马关县第十六届人大三次会议第201号", "马关县第十六届人大三次会议"),
        ("关于区八届政协二次会议第076号提案", "区八届政协二次会议"),
        ("对政协永澜市第九届委员会第三次会议第0076号", "政协永澜市第九届委员会第三次会议"),
        ("县第十八届人民代表大会第二次会议第034号", "县第十八届人民代表大会第二次会议"),
    ],
)
def test_a_session_is_found_whole(text, session):
    assert [text[start:end] for start, end in find_sessions(text)] == [session]


def test_an_ordinary_meeting_is_none():
    assert find_sessions("召开第三次全体会议研究") == []
