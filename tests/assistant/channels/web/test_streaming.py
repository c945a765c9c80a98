"""Answers as streams: a sign of life while they take, and there again for a page that lost them."""

import asyncio
import json
import re

import pytest
from starlette.responses import StreamingResponse

from assistant.channels.web import streaming
from assistant.channels.web.streaming import WAITING, Answers


async def read(response: object) -> str:
    assert isinstance(response, StreamingResponse)
    return "".join([str(piece) async for piece in response.body_iterator])


def events(stream: str) -> list[tuple[str, dict[str, str]]]:
    found = re.findall(r"^event: (\w+)\ndata: (.*)$", stream, re.MULTILINE)
    return [(name, json.loads(data)) for name, data in found]


async def answer(words: str, after: float = 0.0) -> dict[str, str]:
    await asyncio.sleep(after)
    return {"text": words}


async def test_the_id_comes_first_and_the_reply_last() -> None:
    answers = Answers()
    name = answers.begin("a", answer("32个"))
    stream = await read(answers.stream("a", name))

    assert stream.startswith(f"id: {name}\n")
    assert events(stream) == [("begun", {"id": name}), ("reply", {"text": "32个"})]


async def test_what_takes_long_shows_that_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streaming, "WAITING_AFTER", 0.02)
    monkeypatch.setattr(streaming, "ALIVE_EVERY", 0.05)
    answers = Answers()
    stream = await read(answers.stream("a", answers.begin("a", answer("32个", after=0.3))))

    assert [name for name, _ in events(stream)] == ["begun", "waiting", "reply"]
    assert WAITING in stream
    assert ": still at it\n\n" in stream


async def test_an_answer_outlives_the_connection_that_asked_for_it() -> None:
    answers = Answers()
    name = answers.begin("a", answer("32个", after=0.05))
    broken = answers.stream("a", name)
    assert isinstance(broken, StreamingResponse)
    await anext(aiter(broken.body_iterator))
    stream = await read(answers.stream("a", name))

    assert events(stream)[-1] == ("reply", {"text": "32个"})


async def test_nobody_else_reads_it_and_old_ones_are_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(streaming, "KEPT", 1)
    answers = Answers()
    first = answers.begin("a", answer("32个"))
    foreign = answers.stream("b", first)
    answers.begin("a", answer("21个"))

    assert foreign is None
    assert answers.stream("a", first) is None
