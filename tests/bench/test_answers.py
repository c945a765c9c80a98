"""The bench of answers: what it writes of an answer can be compared."""

import json

from knowledge import Library
from tests.bench.answers import _asked, _line
from tests.conversations.exam_questions import shipped_paper


def test_the_line_of_an_answer_tells_all_but_its_time(shipped: Library) -> None:
    paper = shipped_paper()
    answered = next(_asked(shipped, [type(paper)("59", None, paper.items[:1])]))

    told = json.loads(_line(answered))

    assert told[:4] == [answered[0], answered[1], answered[2].kind, answered[2].headline]
    assert _line((*answered[:3], 9.9)) == _line(answered)
