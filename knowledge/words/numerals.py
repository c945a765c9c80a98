"""Numerals: what a written number is worth, and where cardinal numbers stand in a sentence.

Reads 14036, 14,036, １４０３６, 1.85万, 一万四千零三十六, 二〇二二, 两, 半, 三点八五, 百分之九十 (90, the figure
printed before %), 三分之二. Ordinals (第一, 一是, （二）) and numerals inside other words (五金, 万人,
一站式, 十四五) are no numbers. Units and dates are read by others.
"""

import re
from decimal import Decimal, InvalidOperation

_DIGITS = {
    **{char: value for value, char in enumerate("〇一二三四五六七八九")},
    **{char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")},
    "两": 2,
    "俩": 2,
    "仨": 3,
}
_POWERS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_WIDE = str.maketrans("０１２３４５６７８９．％，﹪", "0123456789.%,%")

_CHINESE = "[〇零一二两三四五六七八九十百千万亿]"
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?"
_NUMBER = re.compile(
    rf"(?P<share>百分之|千分之)(?P<of>{_ARABIC}|{_CHINESE}+(?:点{_CHINESE}+)?)"
    rf"|(?P<whole>{_CHINESE}{{1,4}}|\d{{1,4}})分之(?P<part>{_CHINESE}{{1,4}}|\d{{1,4}})"
    rf"|(?P<arabic>{_ARABIC})(?P<more>[多余几来]?)(?P<power>[十百千]?[万亿]{{1,2}}|[百千](?![a-zA-Z]))?"
    rf"|(?P<chinese>{_CHINESE}+(?:点[〇零一二三四五六七八九]+)?|半(?=[年天月日小数个]))"
)
# Words that may follow a Chinese numeral of one character when it counts something.
_COUNTED = re.compile(
    r"个|件|家|项|处|条|起|座|所|名|位|人(?!民|大|员|才)|次(?!性|数)|批(?!次|准|复)|种|类|大(?!力|量|型|概|约|致|于|多|数|幅|会|局|体)"
    r"|年|月|日|天|周(?!边|围|期)|小时|分钟|季度|万|亿|千|百|元|角|吨|公里|里|米|亩|公顷|平方|立方|度|倍|成(?!为|立|果|效|员|功|长|绩|熟|本)"
    r"|层|台|辆|艘|架|套|张|份|本|部(?!门|分|署|委|级|位|队)|篇|幅|场|期|届|轮|户|村|镇|乡|街|县|市|省|区|户"
    r"|对(?=夫妻|新人)|双|支|只|头|匹|株|棵|颗|粒|瓶|箱|袋|吨|斤|克|升|班|门(?!户|店|类|槛)|方面|部分|阶段|步(?!入|骤)|点|%|户|宗|笔|枚|块|段(?!时)|片|间|栋|幢|床|席|字|行(?!业|政|动|为|驶)|级(?!别)"
)
_IDIOM = re.compile(
    "一(?:批|个样|家亲|件事|条龙|张网|把手|年一度|人一|户一|村一|区一|镇一|县一|市一|企一|事一|次办|周内|月内|点|些|片|行|级|期|字|步|成|部|门|里|市|区|街|县|省|双|度|方面|部分|大批|大堆)"
    "|二(?:次|级|期|类|手|点|维|胎|楼|者)|[三四五六七八九]级|三期|三(?:大会)|十(?:分(?!之)|一(?:期间|假期|黄金周)|足|字)|两(?:会|者|区|市|县|级|类人|年内)|万(?:一|元|人|户|件|亩|盛|州|达)|千(?:万不|方)|百(?:分|年|日|强|货|姓|度|里|家|计|万(?=富))"
    "|[三四五六七八九](?:品|农|金|公|保|违|通|化|包|边|好|送|进|市|省|区|县|里|度|支一|部|街|点|行|片)"
)
_ENUMERATOR = re.compile("[是要、.）)]|对(?!夫妻|新人)|则|来")


def parse_number(text: str) -> Decimal | None:
    """What a number is worth, or None when the text is none: 1.85万 -> 18500, 两 -> 2, 万人 -> None."""
    text = text.strip().translate(_WIDE).removesuffix("%")
    sign = -1 if text[:1] in ("-", "负") and len(text) > 1 else 1
    found = _NUMBER.fullmatch(text[1:] if sign < 0 else text)
    if found is None:
        return Decimal("0.5") if text == "半" else _formal(text)
    value = _worth(found)
    return None if value is None else sign * value


def find_numbers(text: str) -> list[tuple[int, int, Decimal]]:
    """The cardinal numbers of a sentence as (start, end, value), in order.

    "一是新增两件，共1.85万件" -> [(4, 5, 2), (8, 13, 18500)]
    """
    plain = text.translate(_WIDE)
    numbers = []
    for found in _NUMBER.finditer(plain):
        value = _worth(found)
        if value is not None and _counts(plain, found):
            numbers.append((found.start(), found.end() - _tail(found), value))
    return numbers


def to_chinese(number: int) -> str:
    """A whole number in Chinese numerals: 14036 -> 一万四千零三十六, 12 -> 十二."""
    if number < 0:
        return "负" + to_chinese(-number)
    if number < 10:
        return "零一二三四五六七八九"[number]
    for power, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= power:
            high, low = divmod(number, power)
            words = ("" if (high, name) == (1, "十") else to_chinese(high)) + name
            return words + _low_part(low, power)
    raise AssertionError("every number from 10 on has a power")


def _low_part(low: int, power: int) -> str:
    """What follows a power: 36 after 千 -> 零三十六, 0 -> nothing, 15 after 百 -> 一十五."""
    if not low:
        return ""
    words = to_chinese(low)
    if low < 20 and words.startswith("十"):
        words = "一" + words
    return words if low * 10 >= power else "零" + words


def _worth(found: re.Match[str]) -> Decimal | None:
    """The value of a matched number."""
    if found["share"]:
        of = _plain_worth(found["of"])
        return of / 10 if of is not None and found["share"] == "千分之" else of
    if found["whole"]:
        whole, part = _plain_worth(found["whole"]), _plain_worth(found["part"])
        return part / whole if whole and part is not None else None
    if found["arabic"]:
        return _arabic(found["arabic"]) * _scale(found["power"] or "")
    return Decimal("0.5") if found["chinese"] == "半" else _chinese(found["chinese"])


def _tail(found: re.Match[str]) -> int:
    """How many characters at the end are no part of the number: 余 in 32余个."""
    return len(found["more"] or "") if not found["power"] else 0


def _plain_worth(words: str) -> Decimal | None:
    return _arabic(words) if words[0].isdigit() and words[0].isascii() else _chinese(words)


def _formal(words: str) -> Decimal | None:
    """Numerals as on a cheque: 壹万贰仟."""
    known = _DIGITS.keys() | _POWERS.keys() | _MYRIADS.keys()
    return _chinese(words) if words and all(char in known for char in words) else None


def _arabic(words: str) -> Decimal:
    try:
        return Decimal(words.replace(",", ""))
    except InvalidOperation as error:  # the pattern lets only digits through
        raise AssertionError(words) from error


def _scale(powers: str) -> int:
    scale = 1
    for char in powers:
        scale *= _POWERS.get(char, _MYRIADS.get(char, 1))
    return scale


def _chinese(words: str) -> Decimal | None:
    """一万四千零三十六 -> 14036, 二〇二二 -> 2022, 三点八五 -> 3.85; None for 十四五 or 万."""
    whole, point, rest = words.partition("点")
    value = _whole(whole)
    if value is None or not point:
        return None if value is None else Decimal(value)
    digits = "".join(str(_DIGITS[char]) for char in rest)
    return Decimal(f"{value}.{digits}")


def _whole(words: str) -> int | None:
    if len(words) > 1 and all(char in _DIGITS for char in words):
        return int("".join(str(_DIGITS[char]) for char in words)) if _year_like(words) else None
    for name in ("亿", "万"):
        head, mark, tail = words.rpartition(name)
        if mark:
            return _around_myriad(head, tail, _MYRIADS[name])
    return _below_myriad(words)


def _year_like(words: str) -> bool:
    """Digits read one by one are a year or a code (二〇二二); 三四 or 一二三 are not."""
    return len(words) >= 4 or "〇" in words or "零" in words


def _around_myriad(head: str, tail: str, power: int) -> int | None:
    high = _whole(head) if head else None
    rest = tail.lstrip("零〇")
    low = _lone_or_whole(rest, power // 10 if rest == tail else 1) if tail else 0
    return None if high is None or low is None else high * power + low


def _lone_or_whole(words: str, short: int) -> int | None:
    """What follows a myriad; `short` is what one lone digit counts (二 in 一万二 is 2000)."""
    if len(words) == 1 and words in _DIGITS:
        return _DIGITS[words] * short
    return _whole(words) if words else None


def _below_myriad(words: str) -> int | None:
    """三百二十 -> 320, 十二 -> 12, 一百五 -> 150; None for 十四五."""
    if len(words) == 1 and words in _DIGITS:
        return _DIGITS[words]
    total, digit, last, zero = 0, None, 10**4, False
    for char in words:
        if char in _POWERS:
            power = _POWERS[char]
            if power >= last or (digit is None and (total or power != 10)):
                return None
            total, digit, last, zero = total + (digit or 1) * power, None, power, False
        elif digit is not None:
            return None
        elif _DIGITS.get(char) == 0:
            zero = True
        elif char in _DIGITS:
            digit = _DIGITS[char]
        else:
            return None
    if digit is None:
        return total
    return total + digit * (1 if zero or last == 10 else last // 10)


def _counts(text: str, found: re.Match[str]) -> bool:
    """Whether a matched number is a cardinal one and no part of another word."""
    start, end = found.span()
    before, after = text[max(0, start - 1) : start], text[end : end + 8]
    if before == "第" or (before in ("（", "(") and after[:1] in ("）", ")")):
        return False
    if found["chinese"]:
        return _chinese_counts(text, found["chinese"], start, after)
    if found["arabic"]:
        return not (_latin(before) or _code(after) or _list_number(text, start, after))
    return True


def _chinese_counts(text: str, words: str, start: int, after: str) -> bool:
    if _IDIOM.match(text, start) or _ENUMERATOR.match(after) and len(words) == 1:
        return False
    if words != "十" and len(words) > 1 and any(char in _DIGITS or char == "十" for char in words):
        return True
    return words == "半" or bool(_COUNTED.match(after))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _code(after: str) -> bool:
    """Whether letters that are no unit follow: 3A景区, not 5km."""
    letters = re.match("[A-Za-z]+", after)
    return letters is not None and not re.fullmatch(
        r"k?m|k?g|km|cm|mm|t|[MGT]?B|[kMG]?[Ww]h?|ha|m[23]|ml|L|[KkMG]?[Vv]", letters[0]
    )


def _list_number(text: str, start: int, after: str) -> bool:
    """Whether it numbers a paragraph: 1.加强 or 2、推进 at the beginning of a sentence."""
    first = not text[:start].strip() or text[start - 1] in "。；\n"
    return first and re.match(r"[.、)）](?!\d)", after) is not None
