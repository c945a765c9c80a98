"""One message -> the questions in it, and the story around them.

>>> [p.text for p in split("今年奖励了多少主体？多少事项？一共多少钱？")]
['今年奖励了多少主体', '多少事项', '一共多少钱']
"""

import re
from dataclasses import dataclass

ASKING = re.compile(
    r"多少|(?<![们咱这那好前头后十俩])几[个家件项条名人位类种只款处所月号天年次]|第几|哪|谁|什么|啥|何时|何地|何人|为何|如何|怎么|怎样|咋|吗|么$|"
    r"是不是|有没有|是否|能否|能不能|会不会|对不对|对吗|对吧|多大|多久|多长|多高|几时|占比|差距|是几|百分之几|几成|"
    r"呢$|差几|有几|几多|列给我|列出来?|列一下|告诉我|发我|报给我|给我(?:说|讲|列|查|报)|^(?:完成)?(?:截止|落实)?(?:日期|期限|时限|时间)$"
)
_ASKED = re.compile(r"[^？！。；\n]+(?=？)")
_ENDS = re.compile(r"[？！。；\n]+")
_COMMAS = re.compile(
    r"，|还有就是|还有，|另外|以及|顺便|然后|再问一下|再问下|再就是|其次|还想(?:问|知道)"
)
_ENUMERATED = re.compile(
    r"(?:^|(?<=[？。；，\s]))(?:[1-9](?:[、）]|[.](?![0-9]))|[1-9](?=\s)|[一二三四]是|第[一二三四]，)\s*"
)
_EACH = re.compile(r"(哪几[类种个项])(?=各有?(?:多少|几))")  # dictated: 分哪几类各有多少
# clauses that say nothing: 我想算一下哈, 嗯, 麻烦帮我查查
_IDLE = re.compile(
    r"(?:我|咱|就|那|这|个|啥|就是|说|想|要|来|去|请|麻烦|劳烦|你|您|帮|给|忙|再|先|也|问|算|查|看|了解|知道|告诉|打听|确认|核实|咨询|一|下|哈|嗯|呃|啊|呀|哦|嘛|吧|呢|的|是|对了|好|行|不好意思|打扰|谢谢|有个事|个事|件事|话说|其实|反正|然后|这样|那个|帮忙|同志|老师|领导|师傅)+"
)
# clauses that tell what happened to somebody
_TELLING = re.compile(
    r"昨天|前天|前两天|前几天|上周|上次|那天|刚才(?:有|和|跟)|今早|早上|下午|晚上|昨晚|昨夜|前晚|今天(?:上午|下午|早上)?(?:去|在|和|跟|有)|年初|年前|前阵子|前些天|上个月|吃饭|聚餐|喝酒|打牌|喝茶|散步|买菜|赶集|下乡|走访|路上|堵车|开车|开会|聊天|朋友|同事|邻居|隔壁|亲戚|老乡|女婿|儿媳|表弟|表哥|表姐|表妹|堂[哥弟]|侄[子女]|外甥|老同学|老战友|客商|经理|班主任|群里|我妈|我爸|孩子|老婆|老公|听说|听人|听别人|他们说|他说|她说|有人说|人家说|我记得|我觉得|我感觉|我以为|我们(?:村|社区|厂|公司|单位|小区|那)|我是|我家|我在|我这|我也|我当|我又|我最近|最近|出差|回来|路过|逛|电视|新闻|朋友圈|微信|下周|明天|要去|要开|准备(?:写|去|发|参)|写材料|写稿|做汇报|汇报|调研|座谈"
)
# 老谢说…, 银行经理讲…: what somebody said; what the letter or the bureau says is the topic
_SAID = re.compile(
    r"^(?!.{0,6}(?:函|信|答复|文件|你们|贵局|附件|报告|材料|承诺|请|能|可以))[^，]{1,6}(?:说(?!明|法)|讲|告诉我|念叨|吹牛?|抱怨|嘀咕|唠叨|嚷嚷|吵|争)(?=[^，]{2})"
)
# dictated without stops: 石雕许可了多少家天下大足许可了多少家
_COUNTED = re.compile(
    r"(?:多少|几|好多)(?:[个家件项条名人位类种所户次]|万元|元|钱)(?:了|呢|啊|呀|来着)?"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """分句: a question of the message; `story` is what was told around it."""

    text: str
    story: str = ""


def split(text: str) -> tuple[Piece, ...]:
    """The questions of a message in their order; a message without one is a single piece."""
    plain = _EACH.sub(r"\1，", _ENUMERATED.sub("", text))
    asked = {s.strip(" ，") for s in _ASKED.findall(plain)}  # what ends in a question mark
    sentences = [s.strip(" ，") for s in _ENDS.split(plain) if s.strip(" ，")]
    if not sentences:
        return (Piece(text),)
    asking = [s for s in sentences if ASKING.search(s) or s in asked]
    if not asking:
        return (Piece(" ".join(sentences)),) if len(text) < 40 else _last_of(sentences)
    story = "，".join(s for s in sentences if not ASKING.search(s))
    pieces: list[Piece] = []
    for sentence in asking:
        pieces.extend(_split_commas(sentence, story))
    return tuple(pieces)


def _last_of(sentences: list[str]) -> tuple[Piece, ...]:
    """A long message without a question word: what comes last is what is wanted."""
    return (Piece(sentences[-1], "，".join(sentences[:-1])),)


def _split_stops(clause: str) -> list[str]:
    """由谁负责、什么时候完成 are two questions; 汽摩、旅游、文创 are names."""
    parts = [part for part in clause.split("、") if part]
    return parts if len(parts) > 1 and all(ASKING.search(part) for part in parts) else [clause]


def _split_dictated(clause: str) -> list[str]:
    """国家标准发布了几项地方标准发布了几项: each thing with its own question behind it."""
    ends = [found.end() for found in _COUNTED.finditer(clause)]
    if len(ends) < 2 or ends[-1] < len(clause):
        return [clause]
    parts = [clause[start:end].strip() for start, end in zip([0, *ends], ends, strict=False)]
    whole = all(len(_COUNTED.sub("", part)) > 3 for part in parts)
    return parts if whole else [clause]


def _split_commas(sentence: str, story: str) -> list[Piece]:
    """Clauses of a sentence: each asking clause is a question, the others belong to one.

    A clause that tells (we were at dinner …) goes to the story; a plain one is the topic of the
    question after it (注册商标，今年要做到多少).
    """
    clauses = [c.strip() for c in _COMMAS.split(sentence) if c and c.strip()]
    clauses = [part for clause in clauses for part in _split_stops(clause)]
    clauses = [part for clause in clauses for part in _split_dictated(clause)]
    clauses = [c for c in clauses if not _IDLE.fullmatch(c)] or clauses[-1:]
    rambling = sum(not ASKING.search(c) for c in clauses) > 2
    pieces: list[Piece] = []
    told = [story] if story else []
    topic = ""
    for clause in clauses:
        if ASKING.search(clause):
            pieces.append(Piece((topic + " " + clause).strip(), "，".join(told)))
            topic = ""
        elif len(clauses) > 1 and (rambling or _TELLING.search(clause) or _SAID.search(clause)):
            told.append(clause)
        else:
            topic = (topic + " " + clause).strip()
    if topic and pieces:
        last = pieces.pop()
        pieces.append(Piece((last.text + "，" + topic).strip(), last.story))
    return pieces or [Piece(sentence, story)]
