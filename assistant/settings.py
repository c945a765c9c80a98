"""Settings: config.yaml as frozen dataclasses, checked as a whole.

Every fault is reported at once, each with the key, the value and what is allowed. Only `bot.py`
reads settings; everybody else is handed plain values. Secrets never stand here: a setting names
the environment variable that holds one.
"""

from dataclasses import field, fields
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from assistant.errors import SettingsFault
from assistant.glossary import Role

STRICT = ConfigDict(extra="forbid")
Seconds = Annotated[float, Field(gt=0, le=3600)]
Port = Annotated[int, Field(ge=0, le=65535)]
Url = Annotated[str, Field(pattern=r"^(https?|wss?)://\S+$")]
Variable = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")]
Count = Annotated[int, Field(ge=1)]


@dataclass(frozen=True, config=STRICT)
class Documents:
    """文档: limits for what is ingested."""

    file_mb: Annotated[int, Field(ge=1, le=500)] = 20
    inflated_mb: Annotated[int, Field(ge=1, le=2000)] = 100
    pages: Count = 500
    cells: Count = 200_000
    characters: Count = 2_000_000
    seconds: Seconds = 30
    memory_mb: Annotated[int, Field(ge=128)] = 512


@dataclass(frozen=True, config=STRICT)
class Search:
    """检索: from how many passages on tantivy searches, where it is installed."""

    large_from: Count = 200_000


@dataclass(frozen=True, config=STRICT)
class Dialogue:
    """对话: how long a conversation is remembered and how much of a message is read."""

    memory_minutes: Annotated[int, Field(ge=1, le=24 * 60)] = 30
    question_characters: Annotated[int, Field(ge=50, le=1000)] = 1000
    messages_per_minute: Count = 30


@dataclass(frozen=True, config=STRICT)
class Telegram:
    """Telegram: the bot's token lies in the environment variable named here."""

    token_variable: Variable = "TELEGRAM_BOT_TOKEN"
    base_url: Url = "https://api.telegram.org/bot"
    base_file_url: Url = "https://api.telegram.org/file/bot"
    mode: Literal["polling", "webhook"] = "polling"
    webhook_url: Url | None = None
    webhook_secret_variable: Variable = "TELEGRAM_WEBHOOK_SECRET"
    poll_seconds: Annotated[int, Field(ge=0, le=50)] = 30
    connect_seconds: Seconds = 10
    timeout_seconds: Seconds = 20
    retry_seconds: Seconds = 1
    retry_seconds_most: Seconds = 30
    chats_at_a_time: Annotated[int, Field(ge=1, le=1000)] = 64
    threads: Annotated[int, Field(ge=1, le=64)] = 4
    file_mb: Annotated[int, Field(ge=1, le=20)] = 20


@dataclass(frozen=True, config=STRICT)
class WeCom:
    """企业微信应用: a self-built app; its secrets lie in the environment variables named here."""

    corp_id: str | None = None
    agent_id: Count | None = None
    secret_variable: Variable = "WECOM_APP_SECRET"
    token_variable: Variable = "WECOM_CALLBACK_TOKEN"
    aes_key_variable: Variable = "WECOM_CALLBACK_AES_KEY"
    callback_url: Url | None = None
    base_url: Url = "https://qyapi.weixin.qq.com/cgi-bin"
    markdown: bool = False
    connect_seconds: Seconds = 10
    timeout_seconds: Seconds = 20
    retry_seconds: Seconds = 1
    retry_seconds_most: Seconds = 30
    persons_at_a_time: Annotated[int, Field(ge=1, le=1000)] = 64
    threads: Annotated[int, Field(ge=1, le=64)] = 4


@dataclass(frozen=True, config=STRICT)
class WeComAibot:
    """企业微信智能机器人: by long connection, or by callback where that is set at WeCom."""

    mode: Literal["connection", "callback"] = "connection"
    bot_id: str | None = None
    secret_variable: Variable = "WECOM_AIBOT_SECRET"
    token_variable: Variable = "WECOM_AIBOT_TOKEN"
    aes_key_variable: Variable = "WECOM_AIBOT_AES_KEY"
    callback_url: Url | None = None
    url: Annotated[str, Field(pattern=r"^wss?://\S+$")] = "wss://openws.work.weixin.qq.com"
    ping_seconds: Seconds = 30
    timeout_seconds: Seconds = 10
    retry_seconds: Seconds = 1
    retry_seconds_most: Seconds = 60
    chats_at_a_time: Annotated[int, Field(ge=1, le=1000)] = 64
    threads: Annotated[int, Field(ge=1, le=64)] = 4
    file_mb: Annotated[int, Field(ge=1, le=100)] = 20


@dataclass(frozen=True, config=STRICT)
class WeComRobot:
    """企业微信群机器人: only sends; its keys lie in the environment variable named here."""

    keys_variable: Variable = "WECOM_ROBOT_KEYS"
    url: Url = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send"
    timeout_seconds: Seconds = 20


@dataclass(frozen=True, config=STRICT)
class Web:
    """网页: the page and the HTTP API; on by default, on this machine only."""

    enabled: bool = True
    host: str = "127.0.0.1"
    port: Port = 8080
    hosts: tuple[str, ...] = ()
    requests_per_minute: Count = 120
    session_days: Count = 30


Rungs = tuple[Literal["before", "on", "after"], ...]


@dataclass(frozen=True, config=STRICT)
class Ladder:
    """阶梯: which role is reminded before the day, on it, after it."""

    staff: Rungs = ("before", "on", "after")
    deputy: Rungs = ("on", "after")
    supervisor: Rungs = ("after",)
    admin: Rungs = ("before", "on", "after")

    def rungs(self) -> dict[Role, frozenset[str]]:
        """The same by role; a visitor is never reminded."""
        named = {Role(one.name): frozenset(getattr(self, one.name)) for one in fields(self)}
        return named | {Role.VISITOR: frozenset()}


@dataclass(frozen=True, config=STRICT)
class Reminding:
    """提醒: what a new subscription gets, who is reminded when, and when a burst is held."""

    leads: tuple[Annotated[int, Field(ge=0, le=366)], ...] = (30, 7, 1)
    hour: Annotated[int, Field(ge=0, le=23)] = 9
    workdays: bool = True
    digest: bool = True
    ladder: Ladder = field(default_factory=Ladder)
    burst_times: Annotated[int, Field(ge=0, le=1000)] = 3
    burst_floor: Count = 100
    tick_seconds: Annotated[float, Field(gt=0, le=30)] = 30
    calendar: str = "calendar.yaml"


@dataclass(frozen=True, config=STRICT)
class Privacy:
    """个人信息: what may go to servers abroad."""

    unmarked_letters: Literal["public", "internal"] = "public"


@dataclass(frozen=True, config=STRICT)
class Logs:
    """日志: how much is written, and in which form."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    form: Literal["text", "json"] = "text"


@dataclass(frozen=True, config=STRICT)
class Settings:
    """设置: everything that config.yaml may say."""

    data: str = "var"
    documents: Documents = field(default_factory=Documents)
    search: Search = field(default_factory=Search)
    dialogue: Dialogue = field(default_factory=Dialogue)
    telegram: Telegram = field(default_factory=Telegram)
    wecom: WeCom = field(default_factory=WeCom)
    wecom_aibot: WeComAibot = field(default_factory=WeComAibot)
    wecom_robot: WeComRobot = field(default_factory=WeComRobot)
    web: Web = field(default_factory=Web)
    reminders: Reminding = field(default_factory=Reminding)
    privacy: Privacy = field(default_factory=Privacy)
    logs: Logs = field(default_factory=Logs)


class _Loader(yaml.SafeLoader):
    """Safe YAML that refuses a key written twice instead of keeping the last in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                line = key_node.start_mark.line + 1
                raise SettingsFault([f"第 {line} 行：“{key}” 写了两次，请只留一处"])
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


def load_settings(path: Path) -> Settings:
    """The settings of a YAML file; raises SettingsFault with every fault there is."""
    try:
        words = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsFault([f"{path}：读不了设置文件（{error}）"]) from error
    try:
        raw = yaml.load(words, Loader=_Loader) or {}
    except yaml.YAMLError as error:
        raise SettingsFault([f"{path}：不是合法的 YAML（{error}）"]) from error
    except SettingsFault as fault:
        raise SettingsFault([f"{path} {sentence}" for sentence in fault.faults]) from None
    return _checked(raw, path)


def _checked(raw: object, path: Path) -> Settings:
    try:
        return TypeAdapter(Settings).validate_python(raw)
    except ValidationError as error:
        faults = [_sentence(path, dict(fault)) for fault in error.errors()]
        raise SettingsFault(faults) from None


def _sentence(path: Path, fault: dict[str, Any]) -> str:
    """One fault in words: config.yaml: telegram.workers = 0：应当不小于 1."""
    key = ".".join(str(part) for part in fault["loc"]) or "（整个文件）"
    if fault["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        return f"{path}：{key} 不是已知的设置，请删去或改正拼写"
    return f"{path}：{key} = {fault['input']!r}：{_allowed(fault)}"


def _allowed(fault: dict[str, Any]) -> str:
    limits = fault.get("ctx") or {}
    words = {
        "greater_than": "应当大于 {gt}",
        "greater_than_equal": "应当不小于 {ge}",
        "less_than_equal": "应当不大于 {le}",
        "literal_error": "可以是 {expected}",
        "string_pattern_mismatch": "应当符合 {pattern}",
        "int_parsing": "应当是整数",
        "int_type": "应当是整数",
        "float_parsing": "应当是数",
        "string_type": "应当是文字",
        "bool_parsing": "应当是 true 或 false",
        "dataclass_type": "应当是一组设置（键: 值）",
    }
    return words.get(fault["type"], str(fault["msg"])).format(**limits)
