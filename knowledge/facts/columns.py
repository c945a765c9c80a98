"""Columns: what the columns of a commitment or deadline table are about, by their names.

The kinds: seq (序号), code (编号), what (承诺事项), when (完成时限), who (责任单位), support (配合单位),
person (责任人), progress (进展), target (目标值), note (备注).
"""

import re
from functools import cache
from pathlib import Path

import yaml
from rapidfuzz import fuzz, process

# The order matters: 完成情况 is progress, 完成时限 a deadline, 承诺落实时间 a deadline and no promise.
_KINDS = (
    ("seq", r"^(?:序号?|项次|No\.?|#)$"),
    ("code", r"编号|件号|建议号|提案号|文号|证书号|注册号|专利号|案号"),
    ("note", r"^备注|说明$"),
    ("progress", r"进展|(?:完成|落实|办理|推进|工作|实施)情况|完成度|进度$|状态|是否完成"),
    ("when", r"时限|时间|期限|截止|到期|节点|完成日|日期|何时|限期|(?:预计|计划|拟)完成$"),
    ("support", r"配合|协办|协助|参与|会办|协同"),
    ("person", r"(?:责任|分管|牵头|具体)?(?:领导|责任人|负责人|经办人|联系人)"),
    ("who", r"单位|部门|科室|责任|牵头|承办|主办|落实主体"),
    ("target", r"目标值?$|指标值|数量"),
    ("what", r"事项|任务|内容|措施|项目|工作|举措|承诺|打算|事由|名称|计划|目标"),
)
_NAMES = Path(__file__).parents[1] / "lexicon" / "columns.yaml"
_LIKE = 74  # of 100: one character of four may be another
_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_LONGEST = 16  # characters of a column's name


def column_kind(name: str) -> str | None:
    """What a column is about, or None: 承诺落实时间 -> when, 完成情况 -> progress, 2022年目标 -> None."""
    plain = re.sub(r"（[^）]*）|[\s：]", "", name)
    if not 0 < len(plain) <= _LONGEST or re.search(r"(?:19|20)\d\d", plain):
        return None
    return next((kind for kind, pattern in _PATTERNS if pattern.search(plain)), None)


def nearest_kind(name: str) -> str | None:
    """The kind of a name that is nearly a known one: 完成时线 -> when; None where none is near."""
    plain = re.sub(r"（[^）]*）|[\s：]", "", name)
    if len(plain) < 3:
        return None
    known = _known_names()
    found = process.extractOne(plain, list(known), scorer=fuzz.ratio, score_cutoff=_LIKE)
    return known[found[0]] if found else None


@cache
def _known_names() -> dict[str, str]:
    """Curated names of columns and their kinds."""
    curated: dict[str, list[str]] = yaml.safe_load(_NAMES.read_text("utf-8"))
    return {name: kind for kind, names in curated.items() for name in names}
