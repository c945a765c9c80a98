"""ask and chat: the dialogue on the command line, for people and for programs."""

import json
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from assistant.commands.house import House
from assistant.commands.warming import warm
from assistant.glossary import Address, Message, Reply

ZONE = ZoneInfo("Asia/Shanghai")


class BrokenLine(ValueError):
    """A line of `ask --jsonl` that is no question."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question of `ask --jsonl`; the turns of a session share memory."""

    session: str
    text: str
    now: datetime


@click.command()
@click.argument("question", required=False)
@click.option("--json", "as_json", is_flag=True, help="the structured reply")
@click.option("--jsonl", is_flag=True, help="one JSON object a line in, one out, until the end")
@click.option("--explain", is_flag=True, help="how the answer came about")
@click.pass_obj
def ask(house: House, question: str | None, as_json: bool, jsonl: bool, explain: bool) -> None:
    """Answer one question, or many with --jsonl."""
    if jsonl:
        house.fill()
        _answer_lines(house, sys.stdin.buffer)
        return
    if question is None:
        raise click.UsageError('请给出问题，例如：ask "全区知名品牌多少个？"')
    house.fill()
    if explain:
        click.echo(house.dialogue.explain(question, house.clock()))
        return
    began = time.perf_counter()
    reply = house.dialogue.reply_to(_message("console", question, house.clock()))
    if as_json:
        click.echo(json.dumps(_structured(reply, "ask", began), ensure_ascii=False, indent=1))
    else:
        click.echo(reply.text)


@click.command()
@click.pass_obj
def chat(house: House) -> None:
    """Talk to the assistant in this terminal, or through a pipe."""
    house.fill()
    house.new_console().talk()


def _answer_lines(house: House, lines: Iterable[bytes]) -> None:
    warm(house.library, house.dialogue)
    for raw in lines:
        if raw.strip():
            click.echo(json.dumps(_answer(house, raw), ensure_ascii=False))  # echo flushes


def _answer(house: House, raw: bytes) -> dict[str, Any]:
    began = time.perf_counter()
    try:
        line = _line(raw, house)
    except BrokenLine as error:
        return {"kind": "error", "text": str(error)}
    reply = house.dialogue.reply_to(_message(line.session, line.text, line.now))
    return _structured(reply, line.session, began)


def _line(raw: bytes, house: House) -> Line:
    try:
        asked = json.loads(raw)
    except (ValueError, RecursionError):
        raise BrokenLine("这一行不是完整的 JSON 对象，已跳过") from None
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        raise BrokenLine('这一行缺少 "text"（文字），已跳过')
    return Line(str(asked.get("session", "")), asked["text"], _moment(asked.get("now"), house))


def _moment(words: object, house: House) -> datetime:
    if words is None:
        return house.clock()
    try:
        moment = datetime.fromisoformat(str(words))
    except ValueError:
        raise BrokenLine('"now" 不是 ISO 8601 时间，已跳过') from None
    return moment.astimezone(ZONE) if moment.tzinfo else moment.replace(tzinfo=ZONE)


def _message(session: str, text: str, now: datetime) -> Message:
    return Message(Address("jsonl", session, session), text, now)


def _structured(reply: Reply, session: str, began: float) -> dict[str, Any]:
    """The reply in the form other programs rely on (docs, "ask --jsonl")."""
    return {
        "session": session,
        "kind": reply.kind,
        "headline": reply.headline,
        "text": reply.text,
        "evidence": reply.evidence,
        "citations": [
            {
                "code": c.code,
                "letter": c.letter,
                "section": c.section,
                "quote": c.quote,
                "start": c.start,
                "end": c.end,
            }
            for c in reply.citations
        ],
        "suggestions": [choice.label for choice in reply.suggestions],
        "ms": round((time.perf_counter() - began) * 1000, 2),
    }
