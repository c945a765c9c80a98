"""Talk that asks the letter nothing: greetings, thanks, who are you, orders to the bot, opinions.

>>> chat_of("您好！")
<Ask.SMALLTALK: 'smalltalk'>
"""

import re

from assistant.dialogue.question import Ask

_END = r"[呀啊哈哦呢吧了啦嘛呐喽哒的~～!！。，？、…\s]*"
GREETING = re.compile(
    rf"^(?:(?:你|您|大家|各位)好|(?:早上|上午|中午|下午|晚上|早)(?:好|安)?|晚安|哈喽|哈罗|嗨+|嘿+|hi|hello|hey|在(?:吗|不在|么)|有人(?:吗|在吗)|在不在|老师好|同志(?:你|您)?好|小助手|机器人(?:你|您)?好?|(?:助手|客服)(?:你|您)?好?){_END}",
    re.I,
)
THANKS = re.compile(
    rf"^(?:好[的嘞啦吧]?|嗯+|行|明白了?|我?知道了?|收到|清楚了?|ok|okay|没问题|懂了?|可以了?|太好了|不错|很好|棒|厉害|辛苦|原来如此|了解)?(?:我?(?:知道|明白|清楚|了解)了)?[，。！\s]*(?:(?:太|非常|十分|很|多)?(?:谢谢|感谢|多谢|辛苦|谢了|thx|thanks|thank you|有劳)(?:你|您|啦|了|大家|帮助|帮忙|帮大忙了?|帮了大忙|你的|您的|帮我|解答|回答|答复|帮大忙了?|帮了?大忙|[，,])*)?{_END}$",
    re.I,
)
BYE = re.compile(
    rf"^(?:好[嘞的了吧啦]?[，。！ ]*)?(?:再见|拜拜|88|bye|回头见|下次(?:再)?聊|没有?(?:其他|别的|啥|什么)?(?:的)?(?:事|问题)?了|先撤|先忙|回聊|改天(?:再)?聊|下回见|先这样|就这样|走了|回见|明天见|不问了){_END}",
    re.I,
)
ABOUT = re.compile(
    r"你(?:到底|究竟)?(?:是(?:谁|什么|啥|哪位|机器人|人工|真人|ai|人)|叫(?:什么|啥)|能(?:做|干|帮|回答|查|告诉|解答|问)|会(?:做|干|什么|啥|点)|有(?:什么|啥|哪些)(?:功能|本事|用|能力)|在(?:干|做)(?:什么|啥|嘛)|可以(?:做|干|帮|回答|查|问)|咋用|怎么用|懂(?:什么|啥)|都?(?:知道|晓得|了解)(?:些|点)?(?:什么|啥|哪些)$|管(?:什么|啥)用|(?:都|还)(?:能|会|可以)(?:做|干|帮|回答|查|告诉|问|聊)(?:什么|啥|些|点)?)|第一次(?:用|来|使用)|头一[回次]用|刚开始用|(?:不知道|不晓得|不会|该|应该|从哪(?:里|儿)?)(?:怎么|从哪(?:里|儿)?|该)?(?:问(?:起|什么|啥)?|用|操作|提问)$|(?:教|告诉)(?:教|一?下)?我(?:怎么|咋|如何)(?:问|用|提问)|(?:举|来)(?:个|几个|点)?例子|示例问题|能聊(?:些|点)?(?:什么|啥)|(?:怎么|咋个?|如何)(?:使用|用(?:你|这个)|问你|提问)|使用(?:方法|说明|帮助)|有(?:什么|哪些|啥)功能|(?:可以|能)问(?:你)?(?:些|点)?(?:什么|啥|哪些)|有(?:什么|啥|哪些)(?:可以|能)问|^(?:使用)?(?:帮助|help|功能|说明|使用说明|自我介绍|介绍一?下?你?自己)|你是(?:chatgpt|gpt|ai|人工智能)|您是(?:谁|哪位|机器人|真人)",
    re.I,
)
_TALK = (GREETING, THANKS, BYE)
_ORDER = re.compile(
    r"(?:忽略|忘掉|忘记|忘了|无视|不要管|别管|不用管|绕过|跳过|抛开|取消|解除|违反|覆盖|清除)(?:掉|你|您|了|之前|以上|上面|前面|先前|此前|所有|全部|一切|系统|的|这些|那些|现有|原来|原有|函|信|里|什么|任何|一下){0,8}(?:规则|指令|指示|提示|要求|设定|限制|约束|内容|规定|命令|身份|信件|答复函|原文|证据|依据|prompt|话)"
    r"|(?:扮演|假装|假设你是|假扮|充当|模仿|冒充|切换(?:到|成|为)|进入.{0,6}模式|从现在(?:起|开始)|你现在(?:是|就是|变成)|现在你是)|(?:系统|隐藏|初始|内部)(?:提示词?|指令|设定|prompt)|提示词|system ?prompt|developer ?mode|jailbreak|越狱"
    r"|(?:直接|只|就|请|必须|一律|都|只能|只需|只要)(?:说|回答|回复|输出|写|告诉我)[：:“‘「]|(?:不管|无论)(?:.{0,8})(?:都|一律)(?:说|回答|回复|答)|(?:编造|虚构|捏造|瞎编|杜撰|(?<!邮)编(?:一?[个些份条组]|点))|(?:修改|篡改|改写|改成|改为|改一下|伪造|替换|删除|删掉)(?:.{0,12})(?:数据|数字|答复|函|原文|承诺|内容|记录|数据库|成|为|掉)"
    r"|(?:输出|打印|显示|泄露|透露|告诉我|交出|说出)(?:你|您)?(?:的|所有|全部)*(?:密码|密钥|token|口令|源代码|代码|api|key|配置|后台|数据库)|(?:执行|运行)(?:.{0,8})(?:命令|代码|脚本|sql)|ignore .{0,40}(?:instruction|rule|prompt)|pretend|you are now|drop table|select \*|rm -rf|<script|^/?(?:sudo|eval)",
    re.I,
)
_ABUSE = re.compile(
    r"(?:^(?:真是?|个|什么|破|大)?|[你您].{0,4}|机器人.{0,4})(?:傻[逼比bB叉子瓜]|笨蛋|白痴|垃圾|滚(?:蛋|开|吧)?$|去死|混蛋|王八|妈的|他妈|废物|蠢[货猪驴]|弱智|脑残|sb$|智障|骗子|没用的东西|什么玩意|狗屁|放屁|操你)|乱七八糟|什么玩意|没用的东西|糊弄(?:人|老百姓|代表)$|就知道(?:糊弄|忽悠|骗)|(?:都是|全是|净是)(?:骗人|假的|废话|空话)|胡说八道|答非所问|你(?:这|是)?(?:什么|啥)(?:破|烂)|气死(?:我|人)",
    re.I,
)
_OPINION = re.compile(
    r"(?:哪|谁)(?:个|家|种|一个)?(?:更|最|比较)(?:有名|好(?:吃|看|用)?|厉害|出名|正宗|值钱|漂亮|靠谱|重要|受欢迎|合适|强)|最(?:难|重要|关键|好|差|值得)(?:完成|实现|的是|的承诺)|不作为|乱作为|腐败|贪污|懒政|(?:完得成|能完成|能实现|能做到|能达标|做得到|达得到|靠得住)(?:不|吗|没|么)|有没有(?:希望|把握|戏)|有(?:希望|把握)吗|你(?:觉得|认为|怎么看|喜欢|相信|支持|感觉)|您(?:觉得|认为|怎么看)|(?:好不好|靠谱|满不满意|满意吗|合理吗|够不够|值不值|该不该|算不算好|水平(?:怎么样|高不高)|评价一?下|点评|打几分|打个分|称职|尽责|敷衍|形式主义|有没有用|是不是吹牛|吹牛|糊弄|划算|英明)"
)
_PRAISE = re.compile(
    r"(?:你|您)(?:真|好|太|很|挺)(?:聪明|厉害|棒|好|能干|可爱|牛|行)|(?:答|回答|说|讲|查)得(?:真|很|太|挺|还|蛮|特别)?(?:好|清楚|棒|不错|快|准|明白)|(?:很|挺|太|真|蛮)?(?:有用|好用|方便|靠谱|给力|赞)$|^(?:给你)?点(?:个)?赞|真(?:棒|不错|厉害|聪明)|哈{2,}|呵{2,}|嘻{2,}"
)
_CALLING = re.compile(r"联系(?!到我)|电话|号码|接通|转接")
_ASKING = re.compile(r"[吗？]|多少|几|哪|谁|什么|啥|怎么|是不是")
_POLITE = re.compile(
    r"^(?:(?:你|您|大家|各位|老师|同志|领导|师傅|亲|小助手|助手|机器人|请问|早上|上午|中午|下午|晚上|好|您好|你好|哈喽|嗨|hi|hello|早|啊|呀|哈|在吗|在么|麻烦|打扰|不好意思|劳驾|那个(?=，)|嗯|(?:我|就)?想(?:问问?|请教)(?:一下|下)?|帮我?(?:查|看|问)(?:一下|下|查|看|问)?|问(?:一下|下))(?:一下|[了下您你哈，。！ ])*)+",
    re.I,
)
_CLOSING = re.compile(
    r"(?:[，。！？ ]*(?:谢谢|多谢|感谢|麻烦|辛苦|拜托|急用|急|在线等)(?:了|啦|您|你|哈|啊|呀|大家)*)+[，。！？ ]*$"
)


def chat_of(text: str) -> Ask | None:
    """What kind of talk this is, when it is talk and no question about a letter."""
    if _ORDER.search(text):
        return Ask.REFUSE
    bare = text.strip(" ，。！？~…")
    if len(bare) <= 12 and _PRAISE.search(bare) and not _ASKING.search(text):
        return Ask.SMALLTALK
    if ABOUT.search(bare) and len(bare) <= 24 and not _CALLING.search(bare):
        return Ask.HELP
    if len(bare) <= 16 and _only_talk(bare):
        return Ask.SMALLTALK
    if _OPINION.search(bare):
        return Ask.OPINION
    if _ABUSE.search(bare):
        return Ask.SMALLTALK
    return None


def is_praise(text: str) -> bool:
    """Is it said that an answer was good?"""
    return _PRAISE.search(text) is not None


def is_abuse(text: str) -> bool:
    """Is somebody calling names?"""
    return _ABUSE.search(text) is not None


def _only_talk(text: str) -> bool:
    """Greetings, thanks and good-byes and nothing else, be it several (嗨，在吗)."""
    pieces = [piece for piece in re.split(r"[ ，。！？~…]+", text) if piece]
    return (
        any(_whole(p, text) for p in _TALK)
        or bool(pieces)
        and all(any(_whole(p, piece) for p in _TALK) for piece in pieces)
    )


def _whole(pattern: re.Pattern[str], text: str) -> bool:
    """Does the pattern match, and is nothing left that could be a question?"""
    found = pattern.match(text)
    return found is not None and found.end() > 0 and not text[found.end() :].strip(" ，。！？")


def without_politeness(text: str) -> str:
    """The text without its polite opening and its thanks at the end.

    >>> without_politeness("您好，请问联系人是谁，麻烦了")
    '联系人是谁'
    """
    bare = _CLOSING.sub("", text) or text
    found = _POLITE.match(bare)
    if not found or found.end() >= len(bare) or bare[found.end()] == "们":
        return bare
    return bare[found.end() :].strip(" ，。！：") or bare
