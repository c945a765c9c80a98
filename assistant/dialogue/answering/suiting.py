"""What a sentence has to say where one asks how to get a thing, or what it is good for.

怎样才能拿到奖励 is told by what one has to do or be, never by how much was given.
"""

import re

_TO_GET = re.compile(
    r"(?:怎么|怎样|咋个?|如何)(?:样)?(?:才能?|可以|能|去)?(?:够)?(?:拿到?|得到|获得|领到?|领取|享受|申请|申领|报名|加入|评上|用上|用得上|进入?|成为)(?!出|来)"
    r"|(?:满足|符合|具备|要|需要|有)(?:什么|哪些|啥)(?:样的)?条件"
)
_CONDITION = re.compile(
    r"[凭持](?=[^，。]{2,14}[证卡书表])|[必应][须当]|须|符合|满足|条件|方可|均可|可以?(?:向|到|在|通过|凭|按|申)|提交|登录|拨打|填[写报]"
    r"|[到向从][^，。]{2,16}(?:窗口|中心|平台|局|办|所|站)|评审|初审|接受|扩大"
)
_GOOD_ASKED = re.compile("(?:什么|啥|哪些|何)(?:样的)?(?:好处|益处|甜头|用处|效果|作用|意义)")
_GOOD = re.compile(
    r"奖励|资助|补[贴助偿]|扶持|支持|优惠|减免|免[费收]|推[进动]|促进|提[升高]|带动|助力|确保|保障|夯实|做[大强优响]"
    r"|改善|缓解|节[约省]|降低|减少|增[加强收长]|有效(?!发明|注册|专利|商标)|方便|融资|解决|满足"
)
_HELP_ASKED = re.compile("(?:什么|啥|哪些|何)(?:样的)?(?:帮助|支持|扶持|优惠|帮扶)")
_HELP = re.compile(
    r"支持|扶持|资助|奖|补[贴助偿]|帮|指导|服务|鼓励|优惠|减免|免|培训|引导|贷款|贴息|政策|资金|提供|给予|保障"
)


def asks_to_get(text: str) -> bool:
    """怎么申请, 怎样才能用上: names of such things are no answer."""
    return _TO_GET.search(text) is not None


def asks_what_help(text: str) -> bool:
    """能得到什么帮助, 有什么好处: no figure and no name is one."""
    return any(asked.search(text) for asked in (_HELP_ASKED, _GOOD_ASKED))


def suits(text: str, said: str) -> bool:
    """Does a sentence say such a thing as the question asks for?"""
    pairs = ((_TO_GET, _CONDITION), (_GOOD_ASKED, _GOOD), (_HELP_ASKED, _HELP))
    return all(shown.search(said) for asked, shown in pairs if asked.search(text))
