"""Five questions to the whole program, and their answers after it was killed in between."""

from collections.abc import Callable

from assistant.inbox import REPEATED
from tests.fakes.waiting import until

QUESTIONS = (
    "全区知名品牌多少个？",
    "联系人电话？",
    "承诺事项有哪些？",
    "全区有几个机场？",
    "/source 59-1.1-1",
)


async def answers(texts: Callable[[], list[str]]) -> list[str]:
    """One answer a question, once all are there; one repeat that says so does not count."""

    def once() -> list[str]:
        return list(dict.fromkeys(text.split(f"\n\n{REPEATED}")[0] for text in texts()))

    await until(lambda: len(once()) >= len(QUESTIONS), 60)
    assert len(texts()) <= len(QUESTIONS) + 1
    return once()


def are_right(said: list[str]) -> bool:
    """Whether the first four and the last are the answers, in order."""
    first = [words.split("\n")[0] for words in said]
    return (
        first[0].startswith("32个")
        and "联系电话" in first[1]
        and first[3].startswith("函中没有提到")
        and "59-1.1-1" in first[4]
    )
