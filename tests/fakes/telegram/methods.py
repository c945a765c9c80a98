"""The Bot API's methods, with the checks the real server makes, in its words."""

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any

from tests.fakes.telegram.markup import BadMarkup, parse_html, units
from tests.fakes.telegram.platform import BOT, BOT_ID, Chat, Json, Platform, Shown

TEXT_UNITS, CAPTION_UNITS, DATA_BYTES, ALERT_UNITS = 4096, 1024, 64, 200
INLINE_RESULTS, DOWNLOAD_BYTES = 50, 20 * 1024 * 1024
UNREACHABLE = {
    "blocked": (403, "Forbidden: bot was blocked by the user"),
    "deactivated": (403, "Forbidden: user is deactivated"),
    "kicked": (403, "Forbidden: bot was kicked from the supergroup chat"),
    "strange": (403, "Forbidden: bot can't initiate conversation with a user"),
}


class Refusal(Exception):
    """The server's answer when it will not."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        self.status, self.description, self.parameters = status, description, parameters
        super().__init__(description)


def bad(description: str) -> Refusal:
    return Refusal(400, f"Bad Request: {description}")


async def get_me(platform: Platform, params: Json) -> Any:
    return BOT


async def get_updates(platform: Platform, params: Json) -> Any:
    if platform.webhook["url"]:
        raise Refusal(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    platform.poll += 1
    mine = platform.poll
    platform.news.set()  # wakes the poller that is thrown out
    if "allowed_updates" in params:
        platform.allowed = params["allowed_updates"]
    _confirm(platform, int(params.get("offset", 0)))
    until = time.monotonic() + float(params.get("timeout", 0))
    while not platform.updates and not platform.closing and time.monotonic() < until:
        platform.news.clear()
        wait = asyncio.wait_for(platform.news.wait(), until - time.monotonic())
        await asyncio.gather(wait, return_exceptions=True)
        if mine != platform.poll:
            raise Refusal(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )
    return list(platform.updates)[: int(params.get("limit", 100))]


def _confirm(platform: Platform, offset: int) -> None:
    while platform.updates and platform.updates[0]["update_id"] < offset:
        platform.updates.popleft()
        platform.confirmed += 1


async def send_message(platform: Platform, params: Json) -> Any:
    chat = _reachable(platform, params)
    text, entities = _text(params, "text", TEXT_UNITS, "message is too long")
    if not text:
        raise bad("message text is empty")
    _flood(platform, chat)
    shown = platform.show(chat.id, text, entities=entities, **_manner(platform, chat, params))
    return _json(platform, shown)


async def send_photo(platform: Platform, params: Json) -> Any:
    return _send_file(platform, params, "photo")


async def send_document(platform: Platform, params: Json) -> Any:
    return _send_file(platform, params, "document")


def _send_file(platform: Platform, params: Json, kind: str) -> Json:
    chat = _reachable(platform, params)
    if not isinstance(params.get(kind), tuple):
        raise bad(f"there is no {kind} in the request")
    name, content = params[kind]
    if not content:
        raise bad("file must be non-empty")
    caption, entities = _text(params, "caption", CAPTION_UNITS, "message caption is too long")
    _flood(platform, chat)
    manner = _manner(platform, chat, params)
    about = {"entities": entities, "file": name, "content": content, "kind": kind, **manner}
    return _json(platform, platform.show(chat.id, caption, **about))


async def edit_message_text(platform: Platform, params: Json) -> Any:
    chat = _reachable(platform, params)
    shown = platform.sent(int(params["message_id"]))
    if shown is None or shown.chat != chat.id:
        raise bad("message to edit not found")
    text, entities = _text(params, "text", TEXT_UNITS, "message is too long")
    if not text:
        raise bad("message text is empty")
    buttons = _buttons(params)
    if (shown.text, shown.entities, shown.buttons) == (text, entities, buttons):
        raise bad(
            "message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message"
        )
    shown.text, shown.entities, shown.buttons = text, entities, buttons
    return _json(platform, shown)


async def send_chat_action(platform: Platform, params: Json) -> Any:
    _reachable(platform, params)
    return True


async def answer_callback_query(platform: Platform, params: Json) -> Any:
    if units(params.get("text", "")) > ALERT_UNITS:
        raise bad("MESSAGE_TOO_LONG")
    return _answer(platform, params["callback_query_id"], params)


async def answer_inline_query(platform: Platform, params: Json) -> Any:
    results = params.get("results", [])
    if len(results) > INLINE_RESULTS:
        raise bad("RESULTS_TOO_MUCH")
    if len({result["id"] for result in results}) != len(results):
        raise bad("RESULT_ID_DUPLICATE")
    for result in results:
        if not 1 <= len(result["id"].encode()) <= DATA_BYTES:
            raise bad("RESULT_ID_INVALID")
        content = result["input_message_content"]
        if not _text(content, "message_text", TEXT_UNITS, "MESSAGE_TOO_LONG")[0]:
            raise bad("MESSAGE_EMPTY")
    return _answer(platform, params["inline_query_id"], params)


def _answer(platform: Platform, query_id: str, params: Json) -> bool:
    if query_id not in platform.asked or query_id in platform.answered:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    platform.answered[query_id] = params
    return True


async def set_my_commands(platform: Platform, params: Json) -> Any:
    for command in params["commands"]:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= units(command["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    if len(params["commands"]) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    scope = params.get("scope", {"type": "default"})
    if scope["type"] == "chat":
        _reachable(platform, scope)
    key = f"{scope['type']}/{scope['chat_id']}" if "chat_id" in scope else scope["type"]
    platform.menus[key] = params["commands"]
    return True


async def get_file(platform: Platform, params: Json) -> Any:
    if params["file_id"] not in platform.files:
        raise bad("wrong file_id or the file is temporarily unavailable")
    _name, content = platform.files[params["file_id"]]
    if len(content) > DOWNLOAD_BYTES:
        raise bad("file is too big")
    path = f"documents/{params['file_id']}"
    return {"file_id": params["file_id"], "file_unique_id": params["file_id"], "file_path": path}


async def set_webhook(platform: Platform, params: Json) -> Any:
    secret = params.get("secret_token", "")
    if secret and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
        raise bad("secret token contains unallowed characters")
    if "allowed_updates" in params:
        platform.allowed = params["allowed_updates"]
    platform.webhook = {"url": params.get("url", ""), "secret_token": secret}
    platform.news.set()
    return True


async def delete_webhook(platform: Platform, params: Json) -> Any:
    platform.webhook = {"url": ""}
    if params.get("drop_pending_updates"):
        platform.updates.clear()
    return True


WEBHOOK_TOLD = ("url", "last_error_date", "last_error_message")


async def get_webhook_info(platform: Platform, params: Json) -> Any:
    about = {"has_custom_certificate": False, "pending_update_count": len(platform.updates)}
    told = {name: platform.webhook[name] for name in WEBHOOK_TOLD if name in platform.webhook}
    return told | about


METHODS: dict[str, Callable[[Platform, Json], Awaitable[Any]]] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "editMessageText": edit_message_text,
    "sendChatAction": send_chat_action,
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
    "setMyCommands": set_my_commands,
    "getFile": get_file,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}


def _reachable(platform: Platform, params: Json) -> Chat:
    try:
        chat = platform.chats[int(params["chat_id"])]
    except (KeyError, ValueError):
        raise bad("chat not found") from None
    if chat.state == "moved":
        raise Refusal(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            migrate_to_chat_id=chat.moved_to,
        )
    if chat.state in UNREACHABLE:
        raise Refusal(*UNREACHABLE[chat.state])
    return chat


def _flood(platform: Platform, chat: Chat) -> None:
    wait = platform.floods.retry_after(chat.id, time.monotonic())
    if wait:
        raise Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


def _text(params: Json, name: str, most: int, too_long: str) -> tuple[str, list[Json]]:
    """The text after its markup is parsed; the server trims it and counts what is left."""
    text: str = params.get(name, "")
    entities: list[Json] = []
    mode = params.get("parse_mode")
    if mode == "HTML":
        try:
            text, entities = parse_html(text)
        except BadMarkup as fault:
            raise bad(f"can't parse entities: {fault}") from fault
    elif mode:
        raise bad(f"unsupported parse_mode {mode}")
    if units(text.strip()) > most:
        raise bad(too_long)
    return text.strip(), entities


def _manner(platform: Platform, chat: Chat, params: Json) -> Json:
    return {
        "buttons": _buttons(params),
        "thread": _thread(chat, params),
        "answers": _answers(platform, params),
    }


def _buttons(params: Json) -> list[Json]:
    rows = params.get("reply_markup", {}).get("inline_keyboard", [])
    buttons = [button for row in rows for button in row]
    for button in buttons:
        if not button.get("text"):
            raise bad("inline keyboard button text must be non-empty")
        if not 1 <= len(button.get("callback_data", "").encode()) <= DATA_BYTES:
            raise bad("BUTTON_DATA_INVALID")
    return buttons


def _thread(chat: Chat, params: Json) -> int:
    thread = int(params.get("message_thread_id", 0))
    if thread and not chat.forum:
        raise bad("message thread not found")
    return thread


def _answers(platform: Platform, params: Json) -> int:
    reply = params.get("reply_parameters", {})
    return int(reply.get("message_id", 0))


def _json(platform: Platform, shown: Shown) -> Json:
    message = platform.message(shown.chat, BOT_ID, text=shown.text)
    return {**message, "message_id": shown.id, "from": BOT}
