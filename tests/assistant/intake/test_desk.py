"""A letter sent in a chat: looked at, shown, taken in or not."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from assistant.bridge import WORDLESS
from assistant.dialogue import Dialogue
from assistant.glossary import Account, Address, Attachment, Message, Reply, Role
from assistant.intake import IntakeDesk, Shelf
from knowledge import Library, Limits
from tests.conftest import LETTER

NOW = datetime(2022, 10, 1, 9, tzinfo=timezone(timedelta(hours=8)))
HERE = Address("telegram", "7", "7")
Say = Callable[..., Reply]


class Office:
    """A dialogue whose caller has a role, over an empty library."""

    def __init__(self, folder: Path, role: Role = Role.STAFF) -> None:
        self.library = Library(folder)
        self.notes: list[tuple[int, str, str]] = []
        desk = IntakeDesk(
            self.library,
            Shelf(folder / "incoming"),
            Limits(),
            lambda arrival: arrival.findings.letter.title or "",
            lambda *note: self.notes.append(note),
        )
        account = Account(3, "王某", role)
        self.dialogue = Dialogue(self.library, desk.commands(), account_of=lambda _: account)

    def send(self, name: str, content: bytes, text: str = "", *, group: bool = False) -> Reply:
        """A file with a caption."""
        here = Address("telegram", "-9", "7", group=True) if group else HERE
        file = Attachment(name, content)
        return self.dialogue.reply_to(Message(here, text, NOW, (file,), "file"))

    def show(self, text: str = "", *, group: bool = False) -> Reply:
        """A photograph of a letter, as far as the reader can tell."""
        here = Address("telegram", "-9", "7", group=True) if group else HERE
        picture = Attachment("图片.jpg", LETTER.read_bytes(), "image/jpeg")
        return self.dialogue.reply_to(Message(here, text, NOW, (picture,), "photo"))

    def press(self, reply: Reply, place: int = 0) -> Reply:
        """Press a button of a reply."""
        return self.dialogue.reply_to(Message(HERE, reply.suggestions[place].words, NOW))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A staff member's."""
    return Office(tmp_path)


def test_a_letter_is_shown_and_taken_in_when_the_sender_says_so(office: Office) -> None:
    shown = office.send("letter-59.txt", LETTER.read_bytes())
    before = len(office.library.letters())
    taken = office.press(shown)

    assert (shown.kind, "第59号" in shown.text, before) == ("clarify", True, 0)
    assert (taken.kind, len(office.library.letters())) == ("done", 1)
    assert office.notes == [(3, "letter.take", "letter:1")]


def test_a_letter_that_is_not_wanted_leaves_nothing(office: Office, tmp_path: Path) -> None:
    shown = office.send("letter-59.txt", LETTER.read_bytes())

    said = office.press(shown, place=1)

    assert said.kind == "done"
    assert (office.library.letters(), list((tmp_path / "incoming").iterdir())) == ([], [])


def test_a_button_pressed_twice_takes_the_letter_once(office: Office) -> None:
    shown = office.send("letter-59.txt", LETTER.read_bytes())
    office.press(shown)

    again = office.press(shown)

    assert again.kind == "refused"
    assert len(office.library.letters()) == 1


def test_a_letter_known_already_is_said_to_be(office: Office) -> None:
    office.press(office.send("letter-59.txt", LETTER.read_bytes()))

    again = office.press(office.send("copy.txt", LETTER.read_bytes()))

    assert "没有变化" in again.text


def test_a_file_that_cannot_be_read_is_refused_with_its_reason(
    office: Office, tmp_path: Path
) -> None:
    said = office.send("坏.pdf", b"%PDF-1.7 broken")

    assert (said.kind, said.suggestions) == ("error", ())
    assert "坏.pdf" in said.text
    assert list((tmp_path / "incoming").iterdir()) == []


@pytest.mark.parametrize("role", [Role.VISITOR, Role.DEPUTY, Role.SUPERVISOR])
def test_who_is_no_staff_cannot_add_letters(tmp_path: Path, role: Role) -> None:
    said = Office(tmp_path, role).send("letter-59.txt", LETTER.read_bytes())

    assert said.kind == "refused"
    assert not (tmp_path / "incoming").exists()


def test_a_picture_from_staff_is_looked_at_like_a_file(office: Office) -> None:
    assert office.show().headline.startswith("读到了“图片.jpg”")


@pytest.mark.parametrize(("role", "group"), [(Role.VISITOR, False), (Role.STAFF, True)])
def test_a_picture_from_others_gets_a_friendly_line(
    tmp_path: Path, role: Role, group: bool
) -> None:
    office = Office(tmp_path, role)

    assert office.show(group=group).text == WORDLESS["photo"]
    assert office.show("你能做什么？", group=group).kind == "help"
    assert not (tmp_path / "incoming").exists()


def test_files_are_not_taken_in_groups(office: Office) -> None:
    said = office.send("letter-59.txt", LETTER.read_bytes(), group=True)

    assert said.kind == "refused"


def test_a_caption_does_not_turn_the_file_into_a_question(office: Office) -> None:
    said = office.send("letter-59.txt", LETTER.read_bytes(), text="知名品牌多少个")

    assert said.kind == "clarify"
    assert len(said.suggestions) == 2


def test_a_file_with_an_order_goes_to_that_order(office: Office) -> None:
    said = office.send("letter-59.txt", LETTER.read_bytes(), text="/help")

    assert (said.kind, said.headline.startswith("读到了")) == ("help", False)
