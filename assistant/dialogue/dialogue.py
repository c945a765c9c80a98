"""Dialogue: Message -> Reply, the one way every channel asks.

The steps: tidy, command or code or talk, split, understand, lean on the turn before, look up,
answer, phrase, remember.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from threading import Lock

from assistant.dialogue import commands as built_in
from assistant.dialogue.answer import Answer, Part, without_idle
from assistant.dialogue.answering import Inquiry, answer, answer_chat, examples_from
from assistant.dialogue.answering.near import loosened, offered
from assistant.dialogue.answering.several import answer_from_letters
from assistant.dialogue.doubting import as_understood, in_doubt
from assistant.dialogue.explaining import explain_doubts, explain_part
from assistant.dialogue.following import Following
from assistant.dialogue.lookup import LookUp
from assistant.dialogue.matching import Candidates
from assistant.dialogue.memory import Memory, Turn, turn_of
from assistant.dialogue.phrasing import phrase_parts
from assistant.dialogue.question import Ask, Question
from assistant.dialogue.registered import SILENT, Register, keys_of, rows_of, turn_about
from assistant.dialogue.understanding import (
    Piece,
    chat_of,
    has_words,
    split,
    tidy,
    understand,
    without_politeness,
)
from assistant.dialogue.understanding.guessing import guesses
from assistant.dialogue.understanding.questioning import (
    leaning_on,
    standard,
    with_changes,
)
from assistant.dialogue.understanding.storytelling import about_story, points_back
from assistant.glossary import Account, AccountOf, Address, Command, Message, Reply, Request, Role
from knowledge import Evidence, Library

log = logging.getLogger(__name__)

PARTS = 6  # questions answered of one message
MISSING = 12  # words nothing bears; with more of them the question holds no slip but other things
LOOSENED = 2  # times a question without an answer is asked again with fewer words
OFFERED = frozenset({"answer", "list", "contact"})  # answers put as a question back
SOME_DAY = datetime(2022, 10, 1, 9)  # of the questions asked to warm up; nobody hears the answers
SHORT = 16  # characters of a message that may be talk misspelt


def _visitor(address: Address) -> Account:
    return Account(0, address.person or address.chat, Role.VISITOR, addresses=(address,))


class Dialogue:
    """对话: answers messages from the library; commands of other rooms come in through `commands`."""

    def __init__(
        self,
        library: Library,
        commands: Sequence[Command] = (),
        memory: Memory | None = None,
        account_of: AccountOf = _visitor,
        register: Register = SILENT,
    ) -> None:
        self._library = library
        self._account_of, self._register = account_of, register
        self._lookup = LookUp(library)
        # Threads that answer at once hand the interpreter to and fro at every row they read: one
        # after the other all of them are done sooner.
        self._turn = Lock()
        self._memory = memory if memory is not None else Memory()
        self._desk = built_in.Desk(library, commands, self._memory, account_of, self._ask)

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command, for menus and help."""
        return self._desk.commands

    def reply_to(self, message: Message) -> Reply:
        """The reply; whatever goes wrong becomes one sentence and a log entry."""
        try:
            return self._reply(message)
        except Exception:  # the edge: one message must not end the service
            log.exception("a message could not be answered")
            said = "抱歉，这条消息没有处理成功，请换个说法再试一次。"
            return Reply("error", said, said, evidence="none")

    def explain(self, text: str, now: datetime) -> str:
        """How a question is understood and why its answer won, for people who mend answers."""
        text = self._plain(tidy(text))
        parts = self._sure(text, now, None)
        doubts = self._lookup.vocabulary().doubts.of(text, as_understood(text, parts))
        return "\n\n".join(
            [
                explain_doubts(doubts, text),
                *(explain_part(part, self._lookup.candidates(part.question)) for part in parts),
            ]
        )

    def _reply(self, message: Message) -> Reply:
        text = tidy(message.text)
        if not message.files and not has_words(text):
            return self._talk(Ask.SMALLTALK, "")
        ordered = self._desk.run(message, text)
        if ordered is not None:
            return ordered
        return self._ask(message, text)

    def _ask(self, message: Message, text: str) -> Reply:
        talk = self._talk_in(text)
        if talk is not None:
            return self._talk(talk, text)
        if registered := self._registered(message, without_politeness(text)):
            return registered
        earlier = self._memory.recall(message.address, message.now)
        with self._turn:
            parts = self._sure(self._plain(text), message.now, earlier)
            reply = phrase_parts(parts, self._library)
        self._remember(message, parts, reply.kind, earlier)
        keys = keys_of(row for part in parts for row in part.answer.focus)
        return self._register.beside(reply, keys, text, message.now.date()) if keys else reply

    def _plain(self, text: str) -> str:
        """The text in the words of the standard language (好多 -> 多少) and without politeness: only so
        can be told which clauses ask and which words are damaged.
        """
        return standard(without_politeness(text), self._library.lexicon)

    def _registered(self, message: Message, text: str) -> Reply | None:
        """What the register of commitments says to plain words that ask for it (逾期的有哪些)."""
        account = self._account_of(message.address)
        heard = self._register.heard(Request(account, text, message))
        if heard is None:
            return None
        rows = rows_of(self._library, heard.reply.citations, heard.keys)
        self._memory.keep(message.address, turn_about(text, rows, message.now))
        return heard.reply

    def _talk_in(self, text: str) -> Ask | None:
        """What kind of talk a message is, be it misspelt or typed in pinyin (nihao)."""
        text = standard(text, self._library.lexicon)
        talk = chat_of(text)
        if talk is None and len(text) <= SHORT:
            return chat_of(self._library.names.correct(text).text)
        if talk is Ask.OPINION and (last := split(text)[-1]).story:
            return chat_of(last.text)  # what the story says of somebody asks for no opinion
        return talk

    def _talk(self, ask: Ask, text: str) -> Reply:
        examples = self._examples()
        said = answer_chat(ask, text, examples)
        return phrase_parts((Part(Question(text, (ask,)), said),), self._library)

    def _examples(self) -> tuple[str, ...]:
        heads = self._library.letters()
        return examples_from(list(self._library.facts(heads[0].id)) if heads else [])

    def warm(self) -> None:
        """Build what the first question needs, and answer a few so that nothing is left to be set
        up.
        """
        self._lookup.warm()
        for text in self._examples():
            self._sure(text, SOME_DAY, None)

    def _sure(self, text: str, now: datetime, earlier: Turn | None) -> tuple[Part, ...]:
        """The answers, or a question back where a slip may have made the question another.

        What may have been meant is looked up in the letters found for what was typed.
        """
        understood = lru_cache(maxsize=None)(lambda other: self._understood(other, now))

        def answered(other: str) -> tuple[Part, ...]:
            questions = understood(other)
            if other != text:
                questions = self._beside(understood(text), questions)
            return self._parts(questions, now, earlier)

        return in_doubt(
            answered(text), text, self._lookup.vocabulary().doubts, understood, answered
        )

    def _beside(
        self, typed: tuple[Question, ...], near: tuple[Question, ...]
    ) -> tuple[Question, ...]:
        """Near readings with the letters of those questions that were typed."""
        if len(typed) != len(near):
            return near
        pairs = zip(typed, near, strict=True)
        return tuple(replace(other, among=self._lookup.letters(one)) for one, other in pairs)

    def _understood(self, text: str, now: datetime) -> tuple[Question, ...]:
        """The questions of a text, with the slips put right first: they may hide where one ends."""
        corrected = self._library.names.correct(text)
        pieces = split(corrected.text)[:PARTS]
        questions = (understand(piece, self._library, now.date()) for piece in pieces)
        return tuple(with_changes(question, corrected.changes) for question in questions)

    def _parts(
        self, questions: tuple[Question, ...], now: datetime, earlier: Turn | None
    ) -> tuple[Part, ...]:
        """Every question of a message answered; later ones lean on the one before."""
        parts: list[Part] = []
        previous = earlier
        for question in questions:
            if parts and question.letters is None:  # the letter named first is meant throughout
                question = replace(question, letters=parts[0].question.letters)
            part = self._part(question, now, previous, inside=bool(parts))
            parts.append(part)
            previous = turn_of(part, now, previous)
        return without_idle(parts)

    def _part(
        self, question: Question, now: datetime, previous: Turn | None, *, inside: bool
    ) -> Part:
        """One question answered, alone or leaning on the turn before, whichever holds."""
        following = Following(
            self._library, lambda asked, focus: self._answer(asked, now, focus), now.date()
        )
        if previous and (pointing := following.part(question, previous)):
            return pointing
        leans = previous is not None and question.elliptic
        if previous and leans:
            held = leaning_on(question, previous.asked(), self._library.lexicon)
            found = self._answer(held, now, previous.focus)
            freed = replace(
                held, qualifiers=question.qualifiers
            )  # 去年新增几家, 万人的呢: no longer of last year
            if found.kind == "unknown" and freed != held and question.required:
                again = self._answer(freed, now, previous.focus)
                held, found = (freed, again) if again.kind != "unknown" else (held, found)
            if found.kind != "unknown" or _asks_the_same(question, previous):
                return Part(held, found, leans=True)
        found = self._answer(question, now, ())
        if previous and not leans and found.kind in ("unknown", "clarify"):
            held = leaning_on(question, previous.asked(), self._library.lexicon)
            other = self._answer(held, now, previous.focus)
            if other.kind not in ("unknown", "clarify"):
                return Part(held, other, leans=True)
        return (
            self._told(question, found, now)
            or self._guessed(question, found, now)
            or self._offered(question, found, now)
            or Part(question, found)
        )

    def _told(self, question: Question, found: Answer, now: datetime) -> Part | None:
        """The question taken to be about what was told before it, when it names nothing itself."""
        about = about_story(question, self._library, now.date())
        kept = found.kind != "unknown" and not points_back(question.text)
        if kept or about is None or not about.required:
            return None
        said = self._answer(about, now, ())
        return Part(about, said) if said.kind != "unknown" else None

    def _guessed(self, question: Question, found: Answer, now: datetime) -> Part | None:
        """The question with a slip put right, when that is what kept it from an answer."""
        missing = tuple(word for word in found.missing if word not in self._library.lexicon.words)
        if found.kind != "unknown" or not 0 < len(missing) <= MISSING:
            return None
        for typed, meant in guesses(
            question.text, missing, self._lookup.vocabulary(), self._library
        ):
            piece = Piece(question.text.replace(typed, meant))
            talk = chat_of(piece.text)
            if talk is not None:
                return Part(question, answer_chat(talk, piece.text, self._examples()))
            again = understand(piece, self._library, now.date())
            again = replace(again, letters=question.letters, among=question.among)
            said = self._answer(again, now, ())
            if said.kind != "unknown":
                changes = (*question.changes, (typed, meant), *again.changes)
                return Part(replace(again, changes=changes), said)
        return None

    def _offered(self, question: Question, found: Answer, now: datetime) -> Part | None:
        """The question back with what the letters say when an everyday word is left aside."""
        asked, said = question, found
        for _ in range(LOOSENED):
            looser = loosened(asked, said, self._library) if said.kind == "unknown" else None
            if looser is None:
                return None
            asked, said = looser, self._answer(looser, now, ())
            if said.kind in OFFERED:
                return Part(question, offered(found.missing, said))
        return None

    def _answer(self, question: Question, now: datetime, focus: tuple[Evidence, ...]) -> Answer:
        if question.missing_letter:
            said = f"没有收录{question.missing_letter}，函中没有相关内容"
            return Answer("unknown", said, quoted=False)
        inquiries = [
            (head, Inquiry(question, Candidates(question, rows), self._library, now, focus))
            for head, rows in self._lookup.facts(question, focus)
        ]
        if not inquiries:
            return Answer("unknown", "还没有收录答复函，函中没有相关内容", quoted=False)
        named = question.letters is not None or focus
        if len(inquiries) == 1 and (named or len(self._library.letters()) == 1):
            return answer(inquiries[0][1])
        return answer_from_letters(inquiries)

    def _remember(
        self, message: Message, parts: Sequence[Part], kind: str, earlier: Turn | None
    ) -> None:
        """Keep the last part, after those before it; what had no answer is not remembered."""
        turn = earlier
        for part in parts:
            turn = turn_of(part, message.now, turn, kind)
        told = parts[-1].answer
        if turn and (told.focus or told.kind not in ("unknown", "refused")):
            self._memory.keep(message.address, turn)


def _asks_the_same(question: Question, previous: Turn) -> bool:
    """大足冬菜呢 after a figure asks for that figure: what else is known of it is no answer."""
    same = question.ask is Ask.TOPIC and Ask.FIGURE in previous.question.asks
    return same or question.only_level and previous.question.ask in (Ask.LIST, Ask.WHO)


__all__ = ["Dialogue"]
