"""Draws the pictures of the page that stand in docs/: `make pictures`.

Usage: python -m tests.conversations.browser.pictures [FOLDER]
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.conversations.browser.house import ask, open_browser, open_house

DESK = {"width": 1200, "height": 800}
PHONE = {"width": 390, "height": 780}
FOLDER = Path(__file__).parents[3] / "docs" / "pictures"


def draw(browser: Browser, address: str, folder: Path) -> None:
    """Each scene once, light on the desk, dark on the phone."""
    desk = browser.new_context(base_url=address, viewport=DESK).new_page()
    phone = browser.new_context(
        base_url=address, viewport=PHONE, color_scheme="dark", device_scale_factor=1
    ).new_page()
    _chat(desk, folder / "chat.png")
    _page(desk, "/commitments", folder / "board.png")
    _page(desk, "/letters/1", folder / "letter.png")
    _page(desk, "/login", folder / "login.png")
    phone.goto("/")
    ask(phone, "全区知名品牌多少个？")
    phone.screenshot(path=folder / "chat-phone.png")
    _page(phone, "/commitments", folder / "board-phone.png")


def _chat(page: Page, path: Path) -> None:
    page.goto("/")
    ask(page, "注册商标今年要做到多少，什么时候，谁负责？")
    ask(page, "全区知名品牌多少个？")
    page.locator(".theirs button").last.click()
    page.locator("mark#quote").first.wait_for()
    page.screenshot(path=path)


def _page(page: Page, where: str, path: Path) -> None:
    page.goto(where)
    page.wait_for_load_state("networkidle")
    page.screenshot(path=path)


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    target.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as data,
        open_browser() as opened,
        open_house(Path(data)) as (_, where),
    ):
        draw(opened, where, target)
