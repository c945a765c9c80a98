"""Follow-ups that point back: 第二个呢, 第二个现在到多少了, and with the figures last said 一共呢, 哪个多.

What points at nothing of the turn before is None: the message is then understood by itself.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from assistant.dialogue.answer import Answer, Part, Proof
from assistant.dialogue.answering.chaining import answer_chained
from assistant.dialogue.answering.figures import answer_stating
from assistant.dialogue.answering.saying import label
from assistant.dialogue.memory import Turn
from assistant.dialogue.question import Ask, Question
from assistant.dialogue.understanding import Piece, split, understand
from assistant.dialogue.understanding.questioning import leaning_on
from knowledge import Commitment, Evidence, LetterField, Library, Recognition, parse_number

THEY = 3  # names that 他们 stands for
AnswerOf = Callable[[Question, tuple[Evidence, ...]], Answer]
_PLACE = re.compile(
    r"(?:那么?|这|其中|里面|的)*(?:第([0-9]{1,2}|[一二两三四五六七八九十]{1,3})|最后一?)[个项条件家种类位处款名](?![月季年])"
    r"(?:承诺|任务|目标|企业|公司|单位|品牌|商标|项目)?(?:的事)?"
)
_PERSON = re.compile(
    r"(?:那么?)?(?:他|她|这[位个](?:代表|委员|人)|那[位个](?:代表|委员|人)|此人)(?=的|是|在|多大)"
)
_IT = re.compile(
    r"(?:那么?)?(?:它们?|他们|这[家个](?:企业|公司|单位|市场|品牌|牌子|商标|产品)|该(?:企业|公司|单位|市场|品牌)"
    r"|这[两几三][家个](?:企业|公司|单位|品牌|牌子)?)(?=还|有|是|得|拿|获|做|干|属|目前|现在|到底|都)"
)
_WHICH_OF_THEM = re.compile(
    r"(?:那么?)?(?:这|那|上面|它们)(?:[两几三二]?[个项条])?(?:承诺|目标|任务)?(?:里面?|中|当中)?(?:是)?哪一?[个项条](?=.{2})"
)
_WHICH_IS = re.compile(
    r"(?:那么?|其中)?哪(?:一?[个家项条种]|些|几[个家项])(?:才)?(?:是|属于)(?P<what>[^，。？多少几]{2,8}?)的?[呢啊呀]*"
)
_OTHER = re.compile("别的|其他|其它|另外的")
_NAME_ASKED = re.compile(
    r"(?:呢|是什么|是啥|是谁|是哪一?[个家项条位种]|叫什么(?:名字)?|叫啥|(?:的?名字|名称)(?:是什么|叫什么)?|怎么样)?[呢啊呀吧]*"
)


class Following:
    """追问: answers what points back at the turn before; other questions go through `answer_of`."""

    def __init__(self, library: Library, answer_of: AnswerOf, today: date) -> None:
        self._library = library
        self._answer_of = answer_of
        self._today = today

    def part(self, question: Question, previous: Turn) -> Part | None:
        """The answer to a question that names nothing itself and points back."""
        person = _PERSON.match(question.text)
        if person:
            return self._of_person(question.text[person.end() :], previous)
        picked = self._picked(question, previous)
        if picked:
            return picked
        it = _IT.match(question.text)
        if it:
            return self._of_it(question.text[it.end() :], previous)
        if question.required:
            return None
        which = _WHICH_OF_THEM.match(question.text)
        if which and all(
            isinstance(row.fact, Commitment) for row in (*previous.rows, *previous.focus)
        ):
            return self._asked_anew(f"哪项承诺{question.text[which.end() :]}")
        if question.ordinal:
            return self._nth(question, question.ordinal, "", previous)
        reckoned = answer_chained(question.text, previous.figures)
        if reckoned:
            figure = replace(question, asks=question.asks or (Ask.FIGURE,))
            return Part(figure, reckoned, leans=True)
        found = _PLACE.match(question.text)
        if not found:
            return None
        names = previous.options or previous.names
        place = parse_number(found[1]) if found[1] else len(names)
        rest = question.text[found.end() :].strip(" ，的")
        return self._nth(question, int(place or 0), rest, previous)

    def _of_person(self, rest: str, previous: Turn) -> Part | None:
        """他的电话 after 提建议的是谁: asked of that person by name, not of whoever has a telephone."""
        fields = [row.fact for row in previous.focus[:1] if isinstance(row.fact, LetterField)]
        return self._asked_anew(fields[0].value + rest) if fields else None

    def _picked(self, question: Question, previous: Turn) -> Part | None:
        """哪个是国家级的 after a list: those of its names that say so, if not all do."""
        which = _WHICH_IS.fullmatch(question.text)
        if which is None or len(previous.rows) != len(previous.names):
            return None
        rows = dict(zip(previous.names, previous.rows, strict=True))
        said = {name: row for name, row in rows.items() if which["what"] in name}
        if not 0 < len(said) < len(rows):
            return None
        proofs = tuple(Proof(row) for row in said.values())
        answer = Answer("list", "、".join(said), proofs=proofs, focus=tuple(said.values()))
        return Part(question, replace(answer, names=tuple(said), rows=answer.focus), leans=True)

    def _of_it(self, rest: str, previous: Turn) -> Part | None:
        """他们还有什么荣誉: asked of the names listed before, or of whom the fact before is about."""
        holders = [row.fact.holder for row in previous.focus if isinstance(row.fact, Recognition)]
        told = tuple(name for name in previous.names if name in previous.question.text)
        names = told or tuple(dict.fromkeys(filter(None, holders))) or previous.names
        if not 0 < len(names) <= THEY:
            return None
        part = self._asked_anew("和".join(names) + rest)
        if _OTHER.search(rest) and set(part.answer.focus) <= set(previous.focus):
            said = f"除了刚才说的，函中没有提到{'、'.join(names)}别的内容"
            return Part(part.question, Answer("unknown", said, quoted=False), leans=True)
        return None if part.answer.kind in ("unknown", "clarify") else part

    def _asked_anew(self, text: str) -> Part:
        """A question whose words are all there now, answered by itself."""
        asked = understand(Piece(text), self._library, self._today)
        return Part(asked, self._answer_of(asked, ()), leans=True)

    def _nth(self, question: Question, place: int, rest: str, previous: Turn) -> Part | None:
        """The choice offered or the name listed at that place, or what is asked of it."""
        promised = self._promised(previous)
        if promised:
            previous = replace(
                previous, options=(), rows=promised, names=tuple(map(label, promised))
            )
        names = previous.options or previous.names
        if not 1 <= place <= len(names):
            return None
        named = _NAME_ASKED.fullmatch(rest) is not None
        if len(previous.rows) == len(names):
            row = previous.rows[place - 1]
            if named:
                part = self._stated(question, row)
            elif isinstance(row.fact, Recognition):  # 第一家是干嘛的: of the holder, by its name
                part = self._asked_anew(names[place - 1] + rest)
            else:
                part = self._asked_of(rest, row)
        elif previous.names and previous.focus:
            name = names[place - 1]
            part = (
                _named(question, place, name, previous) if named else self._asked_anew(name + rest)
            )
        else:
            chosen = understand(split(names[place - 1])[0], self._library, self._today)
            return Part(chosen, self._answer_of(chosen, previous.focus), leans=True)
        if part.answer.names:
            return part
        listed = replace(part.answer, names=previous.names, rows=previous.rows)
        return replace(part, answer=listed)

    def _promised(self, previous: Turn) -> tuple[Evidence, ...]:
        """The table of promises, where one of it was talked about: 第一条承诺…, 第三条呢."""
        if len(previous.focus) != 1 or len(previous.names) > 1:
            return ()
        row = previous.focus[0]
        if not isinstance(row.fact, Commitment) or row.fact.source != "table":
            return ()
        return tuple(
            other
            for other in self._library.facts(row.letter.id)
            if isinstance(other.fact, Commitment) and other.fact.source == "table"
        )

    def _stated(self, question: Question, row: Evidence) -> Part:
        return Part(replace(question, words=()), answer_stating(row), leans=True)

    def _asked_of(self, rest: str, row: Evidence) -> Part:
        """第二个现在到多少了: asked of the fact at that place."""
        about = understand(Piece(label(row)), self._library, self._today)
        asked = understand(Piece(rest), self._library, self._today)
        held = leaning_on(asked, about, self._library.lexicon)
        return Part(held, self._answer_of(held, (row,)), leans=True)


def _named(question: Question, place: int, name: str, previous: Turn) -> Part:
    proof = Proof(previous.focus[0])
    said = Answer("answer", name, f"第{place}个是{name}", (proof,), focus=previous.focus)
    return Part(question, said, leans=True)
