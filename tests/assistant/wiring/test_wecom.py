"""What `serve` says of WeCom and what `check` finds, for each state of the settings."""

import pytest

from assistant.glossary import Message, Reply
from assistant.settings import Settings, WeCom, WeComAibot
from assistant.storage import Database
from assistant.wiring import Rooms
from assistant.wiring.wecom import WeCom as Wired
from tests.fakes.wecom import AES_KEY, AGENT, CORP, SECRET, TOKEN

SECRETS = {
    "WECOM_APP_SECRET": SECRET,
    "WECOM_CALLBACK_TOKEN": TOKEN,
    "WECOM_CALLBACK_AES_KEY": AES_KEY,
}
APP = Settings(
    wecom=WeCom(corp_id=CORP, agent_id=AGENT, base_url="http://127.0.0.1:9", connect_seconds=1)
)


def wired(settings: Settings, environ: dict[str, str], database: Database) -> Wired:
    rooms = Rooms(_reply_to, (), lambda address: None, database, lambda: None)  # type: ignore
    return Wired(settings, environ, lambda: rooms)


def _reply_to(message: Message) -> Reply:
    return Reply("help", "", "")


def test_without_settings_all_is_off_and_says_what_turns_it_on(database: Database) -> None:
    wecom = wired(Settings(), {}, database)
    said = "\n".join(wecom.introduction())

    assert (wecom.channels, wecom.routes, wecom.faults()) == ([], [], [])
    for name in (*SECRETS, "wecom.corp_id", "WECOM_AIBOT_SECRET", "WECOM_ROBOT_KEYS"):
        assert name in said


@pytest.mark.parametrize(
    ("settings", "environ", "lacking"),
    [
        (APP, {}, "WECOM_APP_SECRET"),
        (APP, SECRETS | {"WECOM_CALLBACK_TOKEN": " "}, "WECOM_CALLBACK_TOKEN"),
        (Settings(), SECRETS, "wecom.corp_id"),
        (Settings(wecom_aibot=WeComAibot(bot_id="b")), {}, "WECOM_AIBOT_SECRET"),
        (Settings(), {"WECOM_AIBOT_SECRET": "s"}, "wecom_aibot.bot_id"),
    ],
)
def test_what_is_begun_and_not_finished_is_a_fault(
    settings: Settings, environ: dict[str, str], lacking: str, database: Database
) -> None:
    wecom = wired(settings, environ, database)

    (fault,) = wecom.faults()
    assert lacking in fault
    assert wecom.channels == []


def test_a_key_that_cannot_be_right_is_a_fault(database: Database) -> None:
    environ = SECRETS | {"WECOM_CALLBACK_AES_KEY": "short"}

    (fault,) = wired(APP, environ, database).faults()
    assert "EncodingAESKey" in fault


def test_an_api_that_does_not_answer_is_a_fault(database: Database) -> None:
    (fault,) = wired(APP, SECRETS, database).faults()

    assert "连不上企业微信接口" in fault
    assert SECRET not in fault


def test_the_robot_is_on_with_a_key_alone(database: Database) -> None:
    wecom = wired(Settings(), {"WECOM_ROBOT_KEYS": "办公室=made-up"}, database)

    assert [channel.name for channel in wecom.channels] == ["wecom_robot"]
    assert [said for said in wecom.introduction() if "群机器人" in said] == ["  群机器人  已开"]
