"""The assistant as the conversations meet it: a new data folder with the shipped letter."""

from pathlib import Path

import pytest

from bot import House
from tests.conversations.exam_playing import ROOT, Ask, in_process


@pytest.fixture(scope="session")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Ask:
    """Asks the dialogue in process: (session, text, now) -> the structured reply."""
    data: Path = tmp_path_factory.mktemp("conversations")
    house = House(ROOT / "config.yaml", data, None)
    house.fill()
    return in_process(house.dialogue.reply_to)
