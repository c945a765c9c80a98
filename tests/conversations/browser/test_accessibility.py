"""The rules of axe-core, on every page, light and dark, on a desk and on a phone."""

import pytest
from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.conversations.browser.house import ask

PATHS = ["/", "/letters", "/letters/1", "/commitments", "/contacts", "/api", "/login", "/nowhere"]


def violations(page: Page) -> list[str]:
    """What axe finds: rule and place."""
    found = Axe().run(page)["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_no_page_breaks_a_rule(page: Page, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(path)

    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nor_does_a_talk_with_the_letter_beside_it(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto("/")
    ask(page, "五大产业是哪五个")
    page.locator(".theirs button").first.click()
    page.locator("mark#quote").first.wait_for()

    assert violations(page) == []
