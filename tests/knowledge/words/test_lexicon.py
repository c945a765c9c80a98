"""The lexicon: the shipped files agree with themselves, and faulty ones are told all at once."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.errors import LexiconFault
from knowledge.words import Lexicon
from knowledge.words.curated import SHIPPED


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped lexicon, to be spoilt."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "lexicon"))


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("知产", "知识产权"),
        ("国标", "国家标准"),
        ("手机", "联系电话"),
        ("万人发明专利", "万人有效发明专利"),
        # without an entry a word is its own
        ("证明商标", "证明商标"),
    ],
)
def test_an_everyday_word_has_its_canonical_name(lexicon: Lexicon, word: str, name: str) -> None:
    assert lexicon.canonical(word) == name


def test_synonyms_go_both_ways(lexicon: Lexicon) -> None:
    assert {"知产", "知识产权"} <= lexicon.synonyms("知产")
    assert {"知产", "知识产权"} <= lexicon.synonyms("知识产权")


@pytest.mark.parametrize(
    ("name", "department"),
    [
        ("市监局", "市场监管局"),
        ("区工商局", "市场监管局"),
        ("清河区市场监督管理局", "市场监管局"),
        ("知识产权局", "市场监管局"),
        ("县教体局", "教育局"),
        ("卫计委", "卫生健康委"),
        ("区国土局", "规划自然资源局"),
    ],
)
def test_an_old_or_short_name_leads_to_the_department(
    lexicon: Lexicon, name: str, department: str
) -> None:
    found = lexicon.department(name)

    assert found is not None
    assert found.name == department


def test_what_is_no_department_is_none(lexicon: Lexicon) -> None:
    assert lexicon.department("清河中学") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("件", "件", True),
        ("件", "个", True),
        ("家", "户", True),
        ("%", "个百分点", True),
        ("公里", "千米", True),
        ("元", "万元", False),
        ("家", "人", False),
        ("件", "万元", False),
    ],
)
def test_units_may_stand_for_one_another(
    lexicon: Lexicon, one: str, other: str, same: bool
) -> None:
    assert lexicon.same_unit(one, other) is same


def test_a_measure_has_a_size(lexicon: Lexicon) -> None:
    assert lexicon.measures["万元"].base == "元"
    assert lexicon.measures["万元"].times == Decimal(10_000)


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        ("国家级", "市级", True),
        ("全国", "国家级", False),
        ("新增", "总数", True),
        ("已发布", "正在制定", True),
        ("实用新型", "发明专利", True),
        ("证明商标", "集体商标", True),
        ("去年", "今年", True),
        # members that may hold together, and words of different classes
        ("目标", "新增", False),
        ("国家级", "已发布", False),
    ],
)
def test_qualifiers_contradict_within_their_class(
    lexicon: Lexicon, one: str, other: str, contradict: bool
) -> None:
    assert lexicon.contradict(one, other) is contradict
    assert lexicon.contradict(other, one) is contradict


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("啥时候", "when"),
        ("多少", "how_many"),
        ("哪几个", "which"),
        ("谁负责", "who"),
        ("是不是", "yes_no"),
    ],
)
def test_a_question_word_has_a_kind(lexicon: Lexicon, word: str, kind: str) -> None:
    assert lexicon.question_kinds[word] == kind


def test_another_file_can_be_read_by_its_name(lexicon: Lexicon) -> None:
    assert "asking" in lexicon.raw("soft")
    with pytest.raises(LexiconFault, match="missing"):
        lexicon.raw("no such file")


@pytest.mark.parametrize(
    ("file", "more", "fault"),
    [
        ("aliases", "\n知识产权贯标: [知产]\n", "知产 stands twice"),
        ("aliases", "\n知产: [知识产权]\n", "circle"),
        ("aliases", "\n某词: [字]\n", "too short"),
        ("aliases", "\n知识产权: [知产权]\n", "stands twice as a key"),
        ("terms", "\n另外: [知识产权]\n", "知识产权 stands twice"),
        ("terms", "\n另外: 知识\n", "must be a list of words"),
        ("fillers", "\n另外: [yes, no]\n", "in quotes"),
        ("departments", "\n某局: {old: [某某局]}\n", "unknown keys old"),
        ("qualifiers", "\n某类: {members: {甲: [乙], 丙: [乙]}}\n", "乙 stands twice"),
        (
            "qualifiers",
            "\n某类: {members: {甲: []}, together: [[甲, 丁]]}\n",
            "丁, which is no member",
        ),
        ("units", "\nextra: [x]\n", "unknown keys extra"),
        ("verbs", "\n  broken: [\n", "verbs.yaml"),
    ],
)
def test_a_fault_is_told_with_its_place(folder: Path, file: str, more: str, fault: str) -> None:
    path = folder / f"{file}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")

    with pytest.raises(LexiconFault, match=fault):
        Lexicon.load(folder)


def test_all_faults_are_told_at_once(folder: Path) -> None:
    (folder / "verbs.yaml").unlink()
    (folder / "terms.yaml").write_text("甲: [乙, 乙]", encoding="utf-8")

    with pytest.raises(LexiconFault) as caught:
        Lexicon.load(folder)

    assert "verbs.yaml: missing" in str(caught.value)
    assert "terms.yaml: 乙 stands twice" in str(caught.value)


def test_no_term_or_alias_is_a_single_character(lexicon: Lexicon) -> None:
    assert [word for group in lexicon.terms.values() for word in group if len(word) < 2] == []
    assert [word for word in lexicon.aliases if len(word) < 2] == []
