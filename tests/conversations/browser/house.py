"""The page with everything behind it, served in a thread, and a Chromium to look at it.

The ledger, people and mailbox are the real ones over the shipped letter; the clock stands still.
"""

import asyncio
import contextlib
import shutil
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bot import House
from tests.fakes.serving import served

HOUSE = Path(__file__).parents[3]
NOW = datetime.fromisoformat("2022-12-20T09:00:00+08:00")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextlib.contextmanager
def open_house(folder: Path) -> Iterator[tuple[House, str]]:
    """The whole house over a new data folder, and the address of its page."""
    house = House(HOUSE / "config.yaml", folder, NOW)
    house.fill()
    house.library.warm()
    assert house.web is not None
    with _in_a_thread(house.web.app) as address:
        yield house, address


@contextlib.contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium from the system; its absence is a failure, not a reason to skip."""
    binary = shutil.which("chromium")
    assert binary, "install Debian's chromium (see .ci/run)"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=binary, args=ARGUMENTS)
        yield browser
        browser.close()


def ask(page: Page, words: str) -> None:
    """Type a question, send it, wait until its answer stands there."""
    said = page.locator(".theirs").count()
    page.get_by_label("您的问题").fill(words)
    page.get_by_role("button", name="发送").click()
    page.locator(".theirs").nth(said).get_by_text("……", exact=True).wait_for(state="detached")
    page.locator("#log[aria-busy]").wait_for(state="detached")


@contextlib.contextmanager
def _in_a_thread(app: object) -> Iterator[str]:
    started, stop = threading.Event(), threading.Event()
    address: list[str] = []

    async def serve() -> None:
        async with served(app) as where:  # type: ignore[arg-type]
            address.append(where)
            started.set()
            await asyncio.to_thread(stop.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    assert started.wait(20)
    try:
        yield address[0]
    finally:
        stop.set()
        thread.join()
