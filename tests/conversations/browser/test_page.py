"""The page as people use it: mouse, keyboard, phone, input method, a broken connection."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from assistant.glossary import Address, Choice, Reply, Role
from bot import House
from tests.conversations.browser.house import ask

PHONE = {"width": 360, "height": 740}


def test_an_answer_opens_the_letter_at_its_sentence(page: Page) -> None:
    page.goto("/")
    ask(page, "全区知名品牌多少个？")
    page.get_by_role("button", name=re.compile("看原文")).first.click()

    expect(page.locator(".theirs .headline").last).to_have_text("32个")
    expect(page.locator("mark#quote").first).to_be_in_viewport()
    expect(page.locator("mark#quote").first).to_contain_text("全区知名品牌32个")
    expect(page.get_by_role("status")).to_contain_text("第 1 处")


def test_the_next_and_the_previous_place_are_shown(page: Page) -> None:
    page.goto("/")
    ask(page, "国家级加上市级的知识产权优势企业一共多少家？")
    page.get_by_role("button", name=re.compile("看原文")).first.click()
    first = page.locator("mark#quote").first.inner_text()
    page.get_by_role("button", name="下一处").click()
    expect(page.get_by_role("status")).to_contain_text("第 2 处")
    second = page.locator("mark#quote").first.inner_text()
    page.get_by_role("button", name="上一处").click()
    expect(page.get_by_role("status")).to_contain_text("第 1 处")

    assert "市级知识产权优势企业15家" in first + second
    assert page.locator("mark#quote").first.inner_text() == first


def test_a_suggestion_asks_what_it_says(page: Page) -> None:
    page.goto("/")
    ask(page, "全区知名品牌多少个？")
    chip = page.locator("#chips .chip").first
    words = chip.get_attribute("data-says") or ""
    chip.click()

    expect(page.locator(".ours").last).to_have_text(words)


def test_everything_can_be_done_without_a_mouse(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.get_by_label("您的问题").focus()
    page.keyboard.type("联系人电话？")
    page.keyboard.press("Enter")
    opener = page.get_by_role("button", name=re.compile("看原文")).first
    opener.wait_for()
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#letter")).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator("#source")).to_be_hidden()
    expect(opener).to_be_focused()


def test_an_input_method_does_not_send_half_words(page: Page) -> None:
    page.goto("/")
    box = page.get_by_label("您的问题")
    box.focus()
    machine = page.context.new_cdp_session(page)
    machine.send(
        "Input.imeSetComposition", {"text": "lian xi", "selectionStart": 7, "selectionEnd": 7}
    )
    # the Enter that chooses a candidate: browsers report it as 229 while composing
    enter = {"type": "rawKeyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    machine.send("Input.dispatchKeyEvent", enter)
    asked_meanwhile = page.locator(".ours").count()
    machine.send("Input.insertText", {"text": "联系人是谁"})
    page.keyboard.press("Enter")

    expect(page.locator(".ours")).to_have_text(["联系人是谁"])
    assert asked_meanwhile == 0


def test_what_looks_like_markup_is_shown_as_it_is(page: Page) -> None:
    page.goto("/")
    ask(page, "<b>&_*[]()~ <img src=x onerror=alert(1)>")

    expect(page.locator(".ours").last).to_have_text("<b>&_*[]()~ <img src=x onerror=alert(1)>")
    expect(page.locator("#log img, #log b")).to_have_count(0)


@pytest.mark.parametrize(
    "path", ["/", "/letters", "/letters/1", "/commitments", "/contacts", "/api", "/login"]
)
def test_a_phone_shows_every_page_without_scrolling_sideways(page: Page, path: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(path)
    wide = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )

    assert wide == 0


def test_on_a_phone_the_letter_covers_the_chat_and_goes_again(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/")
    ask(page, "四大证明商标是哪几个")
    page.get_by_role("button", name=re.compile("看原文")).first.click()
    expect(page.locator("mark#quote").first).to_be_in_viewport()
    page.get_by_role("button", name="关闭").click()

    expect(page.get_by_label("您的问题")).to_be_in_viewport()


def test_a_broken_connection_is_told_and_the_next_try_works(page: Page) -> None:
    page.goto("/")
    page.route("**/chat", lambda route: route.abort())
    ask(page, "联系人电话？")
    told = page.locator(".theirs").last.inner_text()
    page.unroute("**/chat")
    ask(page, "联系人电话？")

    assert "网络断开了" in told
    expect(page.locator(".theirs").last).to_contain_text("13508375288")


def test_an_answer_whose_stream_broke_is_fetched_again(page: Page) -> None:
    def broken(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().split("event: reply")[0])

    page.goto("/")
    page.route("**/chat", broken)
    ask(page, "全区知名品牌多少个？")

    expect(page.locator(".theirs .headline").last).to_have_text("32个")


def test_the_outline_beside_the_chat_leads_to_its_passage(page: Page) -> None:
    page.goto("/")
    ask(page, "全区知名品牌多少个？")
    page.get_by_role("button", name=re.compile("看原文")).first.click()
    page.locator("#letter summary").click()
    entry = page.locator("#letter .outline a").last
    passage = page.locator((entry.get_attribute("href") or "").replace(".", "\\."))
    entry.click()

    expect(passage).to_be_in_viewport()
    expect(page.get_by_label("您的问题")).to_be_visible()


def enter(page: Page, house: House, role: Role) -> Address:
    """Come in with an invitation; where the person is reached from now on."""
    code = house.people.console.invite(role, "王某", "区市场监管局").code
    page.goto("/login")
    page.get_by_label("邀请码").fill(code)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url("**/commitments")
    account = max(house.people.accounts.active().values(), key=lambda one: one.id)
    return account.addresses[0]


def test_a_staff_member_closes_a_commitment_from_the_board(page: Page, house: House) -> None:
    enter(page, house, Role.STAFF)
    card = page.locator("li", has_text="14500件")
    card.get_by_role("link", name="登记进展").click()
    box = page.get_by_label("您的问题")
    expect(box).to_have_value(re.compile("/report 2"))
    ask(page, "/report 2 14320 截至11月底")
    page.goto("/commitments")

    expect(page.locator("li", has_text="14500件")).to_contain_text("14320件")


def test_a_reminder_appears_once_and_its_button_answers(page: Page, house: House) -> None:
    address = enter(page, house, Role.DEPUTY)
    reminder = Reply("reminder", "提醒", "提醒：今日到期", suggestions=(Choice("帮助", "/help"),))
    web = house.web
    assert web is not None
    with ThreadPoolExecutor() as elsewhere:  # the browser's driver has a loop in this thread
        elsewhere.submit(lambda: asyncio.run(web.send(address, reminder, "k1"))).result()
    page.goto("/")
    expect(page.locator(".theirs", has_text="今日到期")).to_have_count(1)
    page.wait_for_timeout(300)
    page.reload()

    expect(page.locator(".theirs").first).to_be_visible()
    expect(page.locator(".theirs", has_text="今日到期")).to_have_count(0)


def test_visitors_see_no_orders_and_no_upload(page: Page) -> None:
    page.goto("/commitments")
    orders = page.get_by_role("link", name="登记进展").count()
    page.goto("/")

    assert (orders, page.locator("#attach").count()) == (0, 0)


def test_two_browsers_are_two_people(page: Page, browser: Browser) -> None:
    page.goto("/")
    ask(page, "全区知名品牌多少个？")
    other = browser.new_context(base_url=page.url)
    second = other.new_page()
    second.goto(page.url)
    ask(second, "其中农产品呢？")
    ask(page, "其中农产品呢？")
    said = second.locator(".theirs").last.inner_text()
    other.close()

    expect(page.locator(".theirs .headline").last).to_have_text("21个")
    assert "原文" in said or "没有" in said
