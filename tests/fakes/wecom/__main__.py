"""Usage: python -m tests.fakes.wecom [--port 8082] [--callback
http://127.0.0.1:8080/wecom/callback]

Prints the settings and variables for the bot. Act with e.g.
curl -d '{"text": "联系人电话？"}' http://127.0.0.1:8082/control/say and look at /control/shown;
likewise bot_say and bot_shown for the AI bot.
"""

import argparse
import asyncio

from tests.fakes.wecom import (
    AES_KEY,
    AGENT,
    BOT_ID,
    BOT_SECRET,
    CORP,
    ROBOT_KEY,
    SECRET,
    TOKEN,
    AibotFake,
    WeComFake,
)

TOLD = """config.yaml:
  wecom: corp_id: {corp}  agent_id: {agent}  base_url: {base_url}
  wecom_aibot: bot_id: {bot}  url: {url}
  wecom_robot: url: {base_url}/webhook/send
variables:
  export WECOM_APP_SECRET={secret} WECOM_CALLBACK_TOKEN={token} WECOM_CALLBACK_AES_KEY={key}
  export WECOM_AIBOT_SECRET={bot_secret} WECOM_ROBOT_KEYS={robot}"""


async def serve(port: int, callback: str) -> None:
    """Until interrupted."""
    async with WeComFake(callback).serve(port) as wecom, AibotFake().serve(port + 1) as aibot:
        wecom.aibot = aibot
        told = TOLD.format(
            corp=CORP, agent=AGENT, base_url=wecom.base_url, bot=BOT_ID, url=aibot.url,
            secret=SECRET, token=TOKEN, key=AES_KEY, bot_secret=BOT_SECRET, robot=ROBOT_KEY,
        )  # fmt: skip
        print(told, flush=True)
        await asyncio.Event().wait()


def main() -> None:
    """Read the options and serve."""
    options = argparse.ArgumentParser(description="A fake WeCom.")
    options.add_argument("--port", type=int, default=8082)
    options.add_argument("--callback", default="http://127.0.0.1:8080/wecom/callback")
    chosen = options.parse_args()
    asyncio.run(serve(chosen.port, chosen.callback))


if __name__ == "__main__":
    main()
