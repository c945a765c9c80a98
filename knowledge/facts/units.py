"""Units: the departments named as responsible, in a cell or in a sentence."""

import re

_SPLIT = re.compile(
    r"[、，；,;\n/]|(?<=[局委办])(?=(?:[省市区县州]|各镇|各街)[\u4e00-\u9fff]{1,12}(?:局|委|办|中心|政府|街道)(?:$|[、，；]))"
    r"|(?<=[局委办会院部中心])(?:和|及(?!相关|有关|各)|与)(?=[\u4e00-\u9fff]{2,}[局委办会院部心司府道镇乡])"
)
_UNIT = r"[\u4e00-\u9fff]{2,14}(?:局|委|办|中心|街道|公司|集团|支队|政府|办事处|总队|管委会|供销社|站|所)"
_BY = re.compile(
    r"由(?P<u>[\u4e00-\u9fff、（）]{1,30}?(?:[局委办会院部处科室司厅府镇乡]|中心|街道|公司|集团|部门|单位|支队|大队|总队|学校|社区))(?:等部门)?(?:牵头|负责|承担|组织|主办|落实|具体实施|实施|会同|统筹|研究|办理|协调|推进|制定|出台|审核|承办|建设|完成|督促)"
    rf"|[（，](?P<y>(?!由){_UNIT}(?:、{_UNIT}){{0,3}})(?:负责|牵头|承担|承办)"
    rf"|；(?P<x>{_UNIT}(?:、{_UNIT}){{0,5}})$"
    rf"|（(?P<w>{_UNIT}(?:、{_UNIT}){{0,5}})(?:，[^）]{{2,20}})?）$"
    r"|（?(?:责任|牵头|主办|实施|承办)(?:单位|部门|科室)[：:为](?P<v>[^）。；\n]{2,60}?)(?=，?(?:完成|时限|配合|协办)|，[\d今明年]|[）。；\n]|$)"
)
_SUBJECT = re.compile(
    r"^(?!拟|将|会同|并|由|经|请|商)(?P<u>(?:我|本)[局委办院会区县市中心]{1,2}|[\u4e00-\u9fff]{2,14}?(?:局|委|办|厅|院|中心|街道|公司|集团|支队|大队|政府|办事处|总队|管委会))"
    r"(?:：|将|自|于|积极|组织|落实|安排|筹措|计划|力争|拟|负责|牵头|承诺|会同|确保|预计|每|已?决定)"
)
_SELF = re.compile(r"^(?:我|本)(?:局|委|办|院|会|厅|中心|单位|部门|区|县|市|街道|镇|乡)$")


def split_units(words: str) -> tuple[str, ...]:
    """区市场监管局、区科技局 -> both; 区商务委和区财政局 -> both; 相关行业主管部门 stays one."""
    parts = (
        re.sub(r"^(?:责任|牵头|配合|主办|协办)(?:单位)?[：:]|\s|（(?:牵头|配合)）", "", part)
        for part in _SPLIT.split(words)
    )
    return tuple(
        dict.fromkeys(part for part in parts if part and part not in ("等", "/", "-", "—"))
    )


def unit_in(text: str) -> tuple[str, bool]:
    """Who is responsible by a sentence: ("市公安局", True), our own (我局) as ("", True), ("", False).

    "由市发改委配合" names a helper only: ("", False).
    """
    for found in _BY.finditer(text):
        words = found["u"] or found["v"] or found["w"] or found["x"] or found["y"]
        words = re.split(r"[，,]?(?:配合|协办)", words)[0].strip("，,")
        return ("" if _SELF.match(words) else words), True
    subject = _SUBJECT.match(text)
    if subject:
        return ("" if _SELF.match(subject["u"]) else subject["u"]), True
    return "", bool(re.search(r"我(?:局|委|办|院|厅)(?:将|会|拟|计划|承诺)", text))
