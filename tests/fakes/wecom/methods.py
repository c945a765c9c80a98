"""The methods of the fake WeCom API, each with the checks of the real one."""

import hashlib
import re
from base64 import b64decode
from collections.abc import Callable
from typing import Any

from tests.fakes.wecom.platform import AGENT, ROBOT_KEY, ROBOT_PER_MINUTE, Json, Platform, Refusal

TEXT_BYTES = 2048
TASK = re.compile(r"[0-9A-Za-z_@-]{1,128}")
SIZES = {"image": 10, "voice": 2, "video": 10, "file": 20}  # MB
GROUP_BYTES = {"text": 2048, "markdown": 4096}
GROUP_IMAGE = 2 * 2**20


def gettoken(platform: Platform, query: Json) -> Json:
    token, seconds = platform.token(query.get("corpid", ""), query.get("corpsecret", ""))
    return {"access_token": token, "expires_in": seconds}


def agent_get(platform: Platform, query: Json) -> Json:
    _check_agent(query.get("agentid"))
    return {"agentid": AGENT, "name": "答复通", "close": 0}


def menu_create(platform: Platform, query: Json, body: Json) -> Json:
    _check_agent(query.get("agentid"))
    buttons = body.get("button") or []
    _demand(1 <= len(buttons) <= 3, 40016, "invalid button size")
    for button in buttons:
        _check_button(button, 16)
        for entry in button.get("sub_button", ()):
            _check_button(entry, 40)
    platform.menu = body
    return {}


def _check_button(button: Json, most: int) -> None:
    _demand(0 < _size(button.get("name", "")) <= most, 40018, "invalid button name size")
    entries = button.get("sub_button")
    if entries is not None:
        _demand(1 <= len(entries) <= 5, 40023, "invalid sub button size")
    elif button.get("type") == "click":
        _demand(0 < _size(button.get("key", "")) <= 128, 40019, "invalid button key size")
    else:
        raise Refusal(40017, "invalid button type")


def media_upload(platform: Platform, kind: str, name: str, content: bytes) -> Json:
    _demand(kind in SIZES, 40004, "invalid media type")
    _demand(bool(name), 41005, "missing media data: no filename")
    _demand(5 < len(content) <= SIZES[kind] * 2**20, 40006, "invalid media size")
    if kind == "image":
        good = content.startswith((b"\x89PNG\r\n", b"\xff\xd8\xff"))
        _demand(good, 40005, "invalid file type")
    return {"type": kind, "media_id": platform.keep_media(kind, name, content)}


def media_get(platform: Platform, query: Json) -> Json:
    return {"content": platform.media("image", query.get("media_id", ""))[1]}


def message_send(platform: Platform, query: Json, body: Json) -> Json:
    _check_agent(body.get("agentid"))
    receivers = [one for one in str(body.get("touser", "")).split("|") if one]
    _demand(bool(receivers), 82001, "touser, toparty and totag are all empty")
    kind = body.get("msgtype", "")
    _demand(kind in SHOW, 40008, "invalid message type")
    invalid = [one for one in receivers if platform.members.get(one) != ""]
    _demand(invalid != receivers, 81013, "user & party & tag all invalid")
    if platform.is_repeat(body):
        return {"invaliduser": "|".join(invalid), "msgid": "repeat"}
    shown = SHOW[kind](platform, body[kind])
    ids = [platform.show(one, **shown).id for one in receivers if one not in invalid]
    answer: Json = {"msgid": ids[0]}
    if invalid:  # the real one gives it in lower case
        answer["invaliduser"] = "|".join(invalid).lower()
    return answer


def update_card(platform: Platform, query: Json, body: Json) -> Json:
    _check_agent(body.get("agentid"))
    name = (body.get("button") or {}).get("replace_name", "")
    _demand(bool(name), 41059, "missing button replace_name")
    platform.greyed[platform.use_code(body.get("response_code", ""))] = name
    return {}


def robot_send(platform: Platform, key: str, body: Json) -> Json:
    _demand(key == ROBOT_KEY, 93000, "invalid webhook url")
    kind = body.get("msgtype", "")
    _demand(kind in ("text", "markdown", "image"), 40008, "invalid message type")
    if kind == "image":
        content = b64decode(body["image"]["base64"])
        _demand(len(content) <= GROUP_IMAGE, 40009, "invalid image size")
        good = hashlib.md5(content).hexdigest() == body["image"]["md5"]
        _demand(good, 301019, "media md5 check fail")
    else:
        size = _size(body[kind].get("content", ""))
        _demand(size > 0, 44004, "empty content")
        _demand(size <= GROUP_BYTES[kind], 40058, "content exceed max length")
    if platform.is_flood(("robot", key), ROBOT_PER_MINUTE):
        raise Refusal(45009, "api freq out of limit")
    platform.robot.append(body)
    return {}


def _text(platform: Platform, content: Json) -> Json:
    words = content.get("content", "")
    _demand(bool(words), 44004, "empty content")
    return {"kind": "text", "text": _cut(words)}


def _markdown(platform: Platform, content: Json) -> Json:
    words = content.get("content", "")
    _demand(bool(words), 44004, "empty content")
    return {"kind": "markdown", "text": re.sub(r"\*\*(.+?)\*\*", r"\1", _cut(words))}


def _media(kind: str) -> Callable[[Platform, Json], Json]:
    def show(platform: Platform, content: Json) -> Json:
        name, data = platform.media(kind, content.get("media_id", ""))
        return {"kind": kind, "name": name, "content": data}

    return show


def _card(platform: Platform, card: Json) -> Json:
    check_card(card)
    platform.take_task(card["task_id"])
    return {"kind": "card", "text": card["main_title"]["title"], "card": card}


def check_card(card: Json) -> None:
    """A button card as the documentation wants it; alike for the AI bot."""
    _demand(card.get("card_type") == "button_interaction", 42012, "invalid card type")
    titled = card.get("main_title", {}).get("title") or card.get("sub_title_text")
    _demand(bool(titled), 42013, "title missing")
    buttons = card.get("button_list") or []
    _demand(1 <= len(buttons) <= 6, 42016, "invalid button list")
    keys = [button.get("key", "") for button in buttons]
    _demand(all(0 < _size(key) <= 1024 for key in keys), 42018, "invalid button key")
    _demand(len(set(keys)) == len(keys), 42018, "repeated button key")
    _demand(all(button.get("text") for button in buttons), 42017, "button text missing")
    _demand(bool(TASK.fullmatch(card.get("task_id", ""))), 42014, "invalid task_id")


def _check_agent(agent: Any) -> None:
    _demand(str(agent or "").isdigit(), 40056, "invalid agentid")
    _demand(str(agent) == str(AGENT), 301002, "not allow to operate another agent")


def _demand(good: bool, code: int, words: str) -> None:
    if not good:
        raise Refusal(code, f"{words}, hint: [made-up]")


def _size(words: str) -> int:
    return len(words.encode())


def _cut(words: str) -> str:
    """What is too long loses its end, without a word."""
    return words.encode()[:TEXT_BYTES].decode("utf-8", "replace")


SHOW: dict[str, Callable[[Platform, Json], Json]] = {
    "text": _text,
    "markdown": _markdown,
    "image": _media("image"),
    "file": _media("file"),
    "template_card": _card,
}
POSTED: dict[str, Callable[[Platform, Json, Json], Json]] = {
    "message/send": message_send,
    "message/update_template_card": update_card,
    "menu/create": menu_create,
}
ASKED: dict[str, Callable[[Platform, Json], Json]] = {
    "agent/get": agent_get,
    "media/get": media_get,
}
