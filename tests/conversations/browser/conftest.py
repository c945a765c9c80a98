"""One house for the tests of a worker, one browser for a module; a new, cookieless page for each
test.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from bot import House
from tests.conversations.browser.house import open_browser, open_house


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Not for the session: playwright keeps a loop in this thread, in which no async test can run."""
    with open_browser() as browser:
        yield browser


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, str]]:
    with open_house(tmp_path_factory.mktemp("page")) as both:
        yield both


@pytest.fixture
def house(opened: tuple[House, str]) -> House:
    return opened[0]


@pytest.fixture
def page(browser: Browser, opened: tuple[House, str]) -> Iterator[Page]:
    """The desk's page; what its scripts or its policy complain of fails the test."""
    context = browser.new_context(base_url=opened[1], locale="zh-CN")
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.extend(_complaints(said)))
    yield page
    context.close()
    assert complaints == []


def _complaints(said: ConsoleMessage) -> list[str]:
    """Errors, without those of the network: tests cut it and ask for pages that do not exist."""
    ours = said.type == "error" and not said.text.startswith("Failed to load resource")
    return [said.text] if ours else []
