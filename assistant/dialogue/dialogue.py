"""Dialogue: Message -> Reply, the one way every channel asks.

The steps: tidy, command or code or talk, split, understand, lean on the turn before, look up, answer,
phrase, remember.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.dialogue import commands as built_in
from assistant.dialogue.answer import Answer, Part, Proof
from assistant.dialogue.answering import Inquiry, answer, answer_chat, examples_from
from assistant.dialogue.answering.figures import answer_stating
from assistant.dialogue.answering.several import answer_from_letters
from assistant.dialogue.explaining import explain_part
from assistant.dialogue.matching import Candidates, KeptRows, LetterRows
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.memory import Memory, Turn
from assistant.dialogue.phrasing import phrase_parts
from assistant.dialogue.question import Ask, Question
from assistant.dialogue.understanding import (
    Piece,
    chat_of,
    has_words,
    split,
    tidy,
    understand,
    without_politeness,
)
from assistant.dialogue.understanding.guessing import Vocabulary, guesses, vocabulary_of
from assistant.dialogue.understanding.questioning import leaning_on
from assistant.dialogue.unread import answer_unread
from assistant.glossary import Account, AccountOf, Address, Command, Message, Reply, Role
from knowledge import Evidence, LetterHead, Library

log = logging.getLogger(__name__)

PARTS = 6  # questions answered of one message
LETTERS = 6  # letters looked into when none is named
VOCABULARY = 50  # newest letters whose every word may be meant by a misspelt one


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
    ) -> None:
        self._library = library
        self._rows = KeptRows()
        self._known: tuple[tuple[int, ...], Vocabulary] | None = None
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
        parts = self._parts(without_politeness(tidy(text)), now, None)
        return "\n\n".join(explain_part(part, self._candidates(part.question)) for part in parts)

    def _reply(self, message: Message) -> Reply:
        text = tidy(message.text)
        if not message.files and not has_words(text):
            return answer_unread(message.kind) or self._talk(Ask.SMALLTALK, "")
        ordered = self._desk.run(message, text)
        if ordered is not None:
            return ordered
        return self._ask(message, text)

    def _ask(self, message: Message, text: str) -> Reply:
        talk = chat_of(text)
        if talk is not None:
            return self._talk(talk, text)
        earlier = self._memory.recall(message.address, message.now)
        parts = self._parts(without_politeness(text), message.now, earlier)
        reply = phrase_parts(parts, self._library)
        self._remember(message, parts[-1], reply.kind)
        return reply

    def _talk(self, ask: Ask, text: str) -> Reply:
        examples = self._examples()
        said = answer_chat(ask, text, examples)
        return phrase_parts((Part(Question(text, (ask,)), said),), self._library)

    def _examples(self) -> tuple[str, ...]:
        heads = self._library.letters()
        return examples_from(list(self._library.facts(heads[0].id)) if heads else [])

    def _parts(self, text: str, now: datetime, earlier: Turn | None) -> tuple[Part, ...]:
        """Every question of a message answered; later ones lean on the one before."""
        parts: list[Part] = []
        previous = earlier
        for piece in split(text)[:PARTS]:
            question = understand(piece, self._library, now.date())
            if parts and question.letters is None:  # the letter named first is meant throughout
                question = replace(question, letters=parts[0].question.letters)
            part = self._part(question, now, previous, inside=bool(parts))
            parts.append(part)
            previous = _turn(part, now)
        return _without_idle(parts)

    def _part(
        self, question: Question, now: datetime, previous: Turn | None, *, inside: bool
    ) -> Part:
        """One question answered, alone or leaning on the turn before, whichever holds."""
        if previous and question.ordinal and not question.required:
            chosen = self._nth(question, now, previous)
            if chosen:
                return chosen
        leans = previous is not None and question.elliptic
        if previous and leans:
            held = leaning_on(question, previous.question, self._library.lexicon)
            found = self._answer(held, now, previous.focus)
            if found.kind != "unknown" or _asks_the_same(question, previous):
                return Part(held, found)
        found = self._answer(question, now, ())
        if previous and not leans and found.kind in ("unknown", "clarify"):
            held = leaning_on(question, previous.question, self._library.lexicon)
            other = self._answer(held, now, previous.focus)
            if other.kind not in ("unknown", "clarify"):
                return Part(held, other)
        return self._guessed(question, found, now) or Part(question, found)

    def _guessed(self, question: Question, found: Answer, now: datetime) -> Part | None:
        """The question with a slip put right, when that is what kept it from an answer."""
        if found.kind != "unknown" or not found.missing:
            return None
        for typed, meant in guesses(
            question.text, found.missing, self._vocabulary(), self._library
        ):
            piece = Piece(question.text.replace(typed, meant))
            again = understand(piece, self._library, now.date())
            again = replace(again, letters=question.letters)
            said = self._answer(again, now, ())
            if said.kind != "unknown":
                changes = (*question.changes, (typed, meant), *again.changes)
                return Part(replace(again, changes=changes), said)
        return None

    def _vocabulary(self) -> Vocabulary:
        """The words of the newest letters, built again when the letters change."""
        heads = self._library.letters()
        stamp = tuple(head.id for head in heads)
        if self._known is None or self._known[0] != stamp:
            quotes = {
                row.quote for head in heads[-VOCABULARY:] for row in self._library.facts(head.id)
            }
            self._known = (stamp, vocabulary_of(self._library, map(folded_text, quotes)))
        return self._known[1]

    def _nth(self, question: Question, now: datetime, previous: Turn) -> Part | None:
        """第二个呢: the choice offered or the name listed at that place."""
        names = previous.options or previous.names
        place = (question.ordinal or 0) - 1
        if not 0 <= place < len(names):
            return None
        if len(previous.rows) == len(names):
            said = answer_stating(previous.rows[place])
            said = replace(said, names=previous.names, rows=previous.rows)
            return Part(replace(question, words=()), said)
        if previous.names and previous.focus:
            name = names[place]
            said = Answer(
                "answer",
                name,
                f"第{place + 1}个是{name}",
                (Proof(previous.focus[0]),),
                focus=previous.focus,
            )
            return Part(question, replace(said, names=previous.names, rows=previous.rows))
        chosen = understand(split(names[place])[0], self._library, now.date())
        return Part(chosen, self._answer(chosen, now, previous.focus))

    def _answer(self, question: Question, now: datetime, focus: tuple[Evidence, ...]) -> Answer:
        if question.missing_letter:
            said = f"没有收录{question.missing_letter}，函中没有相关内容"
            return Answer("unknown", said, quoted=False)
        inquiries = [
            (head, Inquiry(question, Candidates(question, rows), self._library, now, focus))
            for head, rows in self._evidence(question, focus)
        ]
        if not inquiries:
            return Answer("unknown", "还没有收录答复函，函中没有相关内容", quoted=False)
        if len(inquiries) == 1:
            return answer(inquiries[0][1])
        return answer_from_letters(inquiries)

    def _candidates(self, question: Question) -> Candidates:
        rows = [row.evidence for _, letter in self._evidence(question, ()) for row in letter.rows]
        return Candidates(question, LetterRows(rows))

    def _evidence(
        self, question: Question, focus: tuple[Evidence, ...]
    ) -> list[tuple[LetterHead, LetterRows]]:
        """The facts of each letter that may answer: those named, talked about, or found."""
        heads = {head.id: head for head in self._library.letters()}
        ids = self._letters(question, focus, list(heads))
        facts = self._library.facts
        return [(heads[id], self._rows.of(id, facts(id))) for id in ids if id in heads]

    def _letters(
        self, question: Question, focus: tuple[Evidence, ...], stored: list[int]
    ) -> list[int]:
        if len(stored) <= 1:
            return stored
        if question.letters is not None and len(question.letters) <= LETTERS:
            return sorted(question.letters)
        if focus:
            return sorted({row.letter.id for row in focus})[:LETTERS]
        text = question.text + " " + " ".join(w.text for w in question.words if w.soft)
        ids = self._library.letters_about(text, letters=question.letters)
        return ids[:LETTERS] or stored[-LETTERS:]

    def _remember(self, message: Message, part: Part, kind: str) -> None:
        if part.answer.kind in ("unknown", "refused") and not part.answer.focus:
            return
        self._memory.keep(message.address, _turn(part, message.now, kind))


def _asks_the_same(question: Question, previous: Turn) -> bool:
    """大足冬菜呢 after a figure asks for that figure: what else is known of it is no answer."""
    return question.ask is Ask.TOPIC and Ask.FIGURE in previous.question.asks


def _turn(part: Part, now: datetime, kind: str = "answer") -> Turn:
    return Turn(
        question=part.question,
        focus=part.answer.focus,
        names=part.answer.names,
        options=tuple(option.says for option in part.answer.options),
        rows=part.answer.rows or part.answer.focus,
        when=now,
        kind=kind,
    )


def _without_idle(parts: list[Part]) -> tuple[Part, ...]:
    """Parts that only repeat what another says are dropped (差多少家，哪个多)."""
    kept: list[Part] = []
    for part in parts:
        if any(part.answer.headline == other.answer.headline for other in kept):
            continue
        kept.append(part)
    told = [part for part in kept if part.answer.kind != "unknown"]
    asked = [part for part in kept if part.question.required or part.answer.kind != "unknown"]
    return tuple(asked if told and asked else kept)


__all__ = ["Dialogue"]
