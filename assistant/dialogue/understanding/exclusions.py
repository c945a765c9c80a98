"""What a question sets aside: 工程师（不算助理）有多少人, 哪个不是农委的."""

import re

_SET_ASIDE = re.compile(
    r"[，（(]?(?:(?<!算)不算|(?<!含)不含|(?<!包括)不包括|不计|除开|刨去|刨开|撇开)([^，。（）()是吗吧有多几]{2,8}?)(?:的(?=[\u4e00-\u9fff]{3})|(?:的|在内|外)?(?=$|[，。）)有是]))[）)]?"
)
_WHICH = r"哪(?:一?[个家种件项]|几[个家种件项]|些)"
_IS_NOT = r"(?:都|并)?(?:不是|不属于|不归|不在)"
_WHOSE = r"(?P<whose>[^，。是吗吧有多几哪]{2,8}?)(?:[报管申]?[^，。]?的)"
_WHICH_IS_NOT = re.compile(
    rf"(?P<which>{_WHICH})(?P<thing>[^，。不]{{0,8}}){_IS_NOT}{_WHOSE}[呢啊呀？]*$"
)
_NOT_IS_WHICH = re.compile(rf"(?:里|中|里面|当中)?{_IS_NOT}{_WHOSE}(?:是|有){_WHICH}[呢啊呀？]*$")
_ALL_BUT = re.compile(r"除了?(?P<whose>[^，。的]{2,8})的，?还有(?:哪|谁|什么)")


def all_but(text: str) -> str:
    """哪个不是农委的 and 不属于农委的是哪个 as 除了农委的还有哪些."""
    text = _WHICH_IS_NOT.sub(lambda found: f"除了{found['whose']}的还有哪些{found['thing']}", text)
    return _NOT_IS_WHICH.sub(lambda found: f"除了{found['whose']}的还有哪些", text)


def set_aside(text: str) -> tuple[str, tuple[str, ...]]:
    """(text, what it sets aside): 工程师（不算助理）有多少人."""
    found = _SET_ASIDE.search(text)
    if not found or re.search(r"是不是|是否|[吗吧]$", text):
        return text, ()
    rest = text[: found.start()] + text[found.end() :]
    return (rest, (found.group(1),)) if len(rest) > 3 else (text, ())


def aside_of(text: str) -> str:
    """What a question for the others names: 农委 of 除了农委的还有哪些; empty where it names none."""
    found = _ALL_BUT.search(text)
    return found["whose"] if found else ""
