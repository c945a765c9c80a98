"""Arithmetic: the operands are of one unit and kind, or it is refused."""

import pytest

from tests.assistant.dialogue.conftest import Ask

SUMS = (
    # both are money, though firms and matters were rewarded too
    ("已奖励和预计奖励合计多少", "658.4万元"),
    ("预计资助比今年已奖励的多多少万", "141.6万元"),
    # a thing named in short is spelt out by its neighbours
    ("国家、行业、地方、团体标准已发布的合计多少项", "38项"),
    ("国家级标准化试点示范项目比市级多几项？", "7项"),
    ("标准化工程师连助理一起算总共多少人", "19人"),
    # a kind is the sum of all that is of it
    ("正在制定的标准加起来多少项", "11项"),
    ("已发布的标准里哪种最多", "地方标准已发布16项"),
    # a total and its part make a rest, no sum
    ("除了农产品，其他类知名品牌合计多少个", "11个"),
    ("知名品牌不算农产品还有几个", "11个"),
    # … but what is set aside is no part of everything
    ("标准化工程师（不算助理）有多少人", "17人"),
    ("去年万人有效发明专利是多少件（按今年数和增量倒推）", "3.65件"),
    ("发明专利里今年新授权的占多大比例", "6.5%"),
    ("天下大足和大足石雕谁的许可多", "天下大足"),
    ("最后通过区长质量评审认定的有几家", "2家"),
    ("第二项承诺完成了多少", "96.8%"),
    # who is left of a whole
    ("区长质量奖入围的三家里头最后落选了几家", "1家"),
    ("11家申报里有几家没通过", "9家"),
    ("区长质量奖初审刷掉了几家", "8家"),
    ("非农产品类知名品牌一共几个", "11个"),
    # before the increase of the same thing, not of its neighbour
    ("马德里商标没新增之前几件", "6件"),
    ("马德里商标没增加这1件之前是多少", "6件"),
    # several parts are set apart at once
    ("除农产品和五金外的知名品牌合计", "7个"),
    ("不是五金也不是农产品的知名品牌有几个", "7个"),
    ("除了国家级那9项，标准化示范项目还有几项", "2项"),
    # operands named by their numbers
    ("今年的258.4万比预计的400万少多少", "141.6万元"),
    ("商标14036到14500，要多出来几件", "464件"),
    # over the months named
    ("7月到12月每月平均要新注册几件商标才能达标", "77.3件"),
    # a divisor told by its number, and one counted in any measure word
    ("210个主体人均奖励多少万元", "1.23万元"),
    ("每个主体平均多少钱", "1.23万元"),
    ("今年已奖的钱摊到210家头上一家多少", "1.23万元"),
    ("区长质量奖入围企业最终通过的比例", "66.7%"),
    # what money is named is money, be 多 lost
    ("平均每个主体奖励了少钱", "1.23万元"),
    # parts of one total are added up before their share
    ("农产品品牌与五金刀具品牌合计占知名品牌总数的比例", "78.1%"),
    ("258.4万加上预计的资助一共多少", "658.4万元"),
    # what is left beside the part whose number is told
    ("今年新授权的21件之外，还有多少件发明专利是以前的", "301件"),
    ("贯标企业里面有百分之多少是2021年新增的", "30.8%"),
    ("新增专利占有效发明专利的比重", "6.5%"),
    ("两类良好行为企业合计多少家", "10家"),
    # a thing without a name of its own is the other one's
    ("今年的商标目标和现有件数哪个大", "14500"),
    ("标准化工程师和助理哪个人少", "助理"),
    ("万人发明专利的承诺落实了没有", "96.2%"),
    ("离兑现承诺还有多少天", "91天"),
    ("地方标准比团体标准多发布了几项", "10项"),
    ("商标还要注册多少件才能完成承诺", "464件"),
    ("去年的万人发明专利拥有量", "3.65件"),
    ("注册商标是发明专利的多少倍", "43.59倍"),
    ("各类标准已发布的总共多少项", "38项"),
    # a share of those named by name, and one of less than a hundredth
    ("通过区长质量奖的占申报企业的百分之几", "18.2%"),
    ("马德里商标占有效注册商标的比例是多少", "0.05%"),
    ("天下大足许可家数比专利转让许可多百分之多少", "38.7%"),
    ("万人有效发明专利涨了百分之几", "5.5%"),
    ("三种许可（天下大足、大足石雕、专利转让）总共多少家", "104家"),
    ("有效发明专利如果再增长60件，一共会是多少件", "382件"),
    # money and firms in everyday words
    ("今年一共发了多少奖金", "258.4万元"),
    ("今年总共奖了多少个单位", "210个"),
    ("平均每家奖了多少", "1.23万元"),
    # how far a promise is, and which is furthest
    ("第二件承诺的事现在做到多少了", "96.8%"),
    ("哪项承诺差得最多", "万人发明专利"),
    ("年底能完成14500吗", "14036/14500件"),
    ("年底能完成14500件商标吗", "14036/14500件"),
    ("商标和专利哪个目标差得更远", "2022年全区万人发明专利达到4件：完成96.2%"),
    ("要完成商标目标，从现在到年底平均每个月要添多少件", "154.7件"),
    ("去年和今年新增知名品牌哪个多", "一样多"),
    ("文旅品牌和重点项目品牌数量一样吗", "是的，一样多"),
)


@pytest.mark.parametrize(("question", "value"), SUMS)
def test_what_is_reckoned(ask: Ask, question: str, value: str) -> None:
    assert value in ask(question).headline


def test_a_promise_whose_progress_is_not_said_is_named(ask: Ask) -> None:
    said = ask("你们答应的事到底办了没有")

    assert "14036/14500件" in said.headline
    assert "没有写目前完成了多少：2022年新增知名品牌5个" in said.text


def test_three_kinds_are_not_summed_from_two(ask: Ask) -> None:
    assert ask("三种许可加起来一共多少家").headline != "61家"


@pytest.mark.parametrize(
    "question",
    [
        # a target of another year
        "去年万人发明专利目标是多少",
    ],
)
def test_what_does_not_fit_is_not_reckoned(ask: Ask, question: str) -> None:
    assert ask(question).kind != "computed"


@pytest.mark.parametrize(
    "question",
    [
        # a rate, and no number of firms is one
        "知名品牌到2021年底新率多少",
        # held against what was paid, not told by itself
        "预计资助比今年已奖励的多少万",
    ],
)
def test_a_word_for_reckoning_is_not_left_unused(ask: Ask, question: str) -> None:
    assert ask(question).kind in ("unknown", "clarify")


def test_two_statements_that_do_not_agree_are_reported(ask: Ask) -> None:
    reply = ask("2021年新增5个知名品牌、增长20%，按这个算原来是多少个？")

    assert reply.headline == "25个"
    assert "30个" in reply.text
    assert "两处对不上" in reply.text


@pytest.mark.parametrize("question", ["210个主体加951件事项是多少", "知名品牌和贯标企业加起来多少"])
def test_things_of_another_kind_are_not_added(ask: Ask, question: str) -> None:
    reply = ask(question)

    assert reply.kind == "refused"
    assert "单位不同" in reply.headline


def test_a_promise_without_a_present_figure_has_no_progress(ask: Ask) -> None:
    reply = ask("今年新增5个知名品牌的任务完成几个了")

    assert reply.kind == "unknown"
    assert "2022年新增知名品牌5个" in reply.text


@pytest.mark.parametrize(
    ("question", "kind"),
    [("发明专利322件是啥时候的数", "answer"), ("14036件商标是几月份统计的", "unknown")],
)
def test_the_day_of_a_figure_is_its_own_or_not_said(ask: Ask, question: str, kind: str) -> None:
    assert ask(question).kind == kind


def test_the_share_of_another_part_is_one_of_the_same_whole(ask: Ask) -> None:
    for earlier in ("咱们区现在有多少个知名品牌", "里面农产品占几个", "占比多少"):
        ask(earlier)

    assert ask("那五金的呢").headline == "12.5%"
