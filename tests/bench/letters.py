"""Made-up reply letters, as many as wanted, of varied layout and topic.

Usage: python -m tests.bench.letters FOLDER COUNT [SEED]

The same seed always writes the same letters. Agencies, people, telephones and figures are drawn by
lot; layouts follow those of real letters (headings or none, table or text, contact before or
after).
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PLACES = [f"{a}{b}" for a in "青清云石南北东西临江安永" for b in "河山溪源林湖川阳州水"]
_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜"
_GIVEN = "一二三四五六七八甲乙丙丁戊己庚辛子丑寅卯辰巳午未申酉戌亥"
_DIGITS = "一二三四五六七八九十"
_KINDS = ("县", "区", "市")


@dataclass(frozen=True, slots=True)
class Topic:
    """题材: what an office writes about: the things it counts, does and promises."""

    office: str
    subject: str
    things: tuple[tuple[str, str], ...]  # name, unit
    works: tuple[str, ...]


TOPICS = (
    Topic("水务局", "改善农村供水", (("水厂", "座"), ("供水管网", "公里"), ("供水站", "个")),
          ("改造供水管网", "新建水厂", "更换老旧水表")),
    Topic("教育局", "增加普惠性学位", (("普惠性幼儿园", "所"), ("中小学校", "所"), ("专任教师", "人")),
          ("新建幼儿园", "招聘教师", "开展课后服务")),
    Topic("卫生健康委员会", "提升基层医疗", (("乡镇卫生院", "个"), ("家庭医生团队", "支"), ("床位", "张")),
          ("建设村卫生室", "培训乡村医生", "配备移动诊疗车")),
    Topic("文化和旅游委员会", "发展乡村旅游", (("星级农家乐", "家"), ("旅游示范村", "个"), ("博物馆", "座")),
          ("打造精品线路", "举办文化节", "修缮文物")),
    Topic("农业农村委员会", "培育特色农产品", (("绿色食品", "个"), ("家庭农场", "家"), ("高标准农田", "万亩")),
          ("建设冷链仓库", "培育龙头企业", "推广良种")),
    Topic("交通局", "完善公交线路", (("公交线路", "条"), ("新能源公交车", "辆"), ("候车亭", "座")),
          ("开通公交线路", "改造候车亭", "更新公交车")),
    Topic("民政局", "加强养老服务", (("养老服务站", "个"), ("护理型床位", "张"), ("老年食堂", "家")),
          ("建设养老服务站", "改造适老化家庭", "培训护理员")),
    Topic("生态环境局", "治理水体污染", (("监测断面", "个"), ("污水处理厂", "座"), ("在线监测设备", "套")),
          ("整治黑臭水体", "新建监测站", "开展专项检查")),
    Topic("市场监督管理局", "加强知识产权保护", (("有效注册商标", "件"), ("地理标志", "件"), ("发明专利", "件")),
          ("指导企业注册商标", "开展专利培训", "办理侵权案件")),
    Topic("住房和城乡建设委员会", "改造老旧小区", (("老旧小区", "个"), ("物业服务企业", "家"), ("加装电梯", "部")),
          ("改造老旧小区", "加装电梯", "建设口袋公园")),
)  # fmt: skip


def letters(count: int, seed: int = 59) -> Iterator[tuple[str, str]]:
    """(file name, text) of so many letters."""
    for at in range(count):
        yield f"{at:05d}.txt", Letter(random.Random(f"{seed}/{at}"), at).text()


def write_letters(folder: Path, count: int, seed: int = 59) -> list[Path]:
    """The letters as files; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in letters(count, seed):
        paths.append(folder / name)
        paths[-1].write_text(text, encoding="utf-8")
    return paths


class Letter:
    """One made-up letter; everything about it is drawn from one source of chance."""

    def __init__(self, chance: random.Random, at: int) -> None:
        self.chance = chance
        self.topic = chance.choice(TOPICS)
        self.area = chance.choice(_PLACES) + chance.choice(_KINDS)
        self.agency = self.area + self.topic.office
        self.number = at % 400 + 1
        self.year = 2015 + at // 400 % 10
        self.deputy = self.person()

    def person(self) -> str:
        """A made-up name."""
        return self.chance.choice(_SURNAMES) + "".join(self.chance.choices(_GIVEN, k=2))

    def text(self) -> str:
        """The letter."""
        parts = [self._title(), self._opening(), *self._body(), self._closing()]
        if self.chance.random() < 0.7:
            parts.append(self._table())
        return "\n\n".join(parts) + "\n"

    def _title(self) -> str:
        session = f"{self.year - 2011}届人大{self.chance.randint(1, 5)}次会议"
        named = f"《关于{self.topic.subject}的建议》"
        return self.chance.choice(
            (
                f"{self.agency}\n关于{self.area}{session}第{self.number}号建议的答复",
                f"{self.agency}关于对{self.area}{session}第{self.number}号建议的答复函",
                f"{self.agency}关于第{self.number:04d}号{named}的复函",
            )
        )

    def _opening(self) -> str:
        return (
            f"{self.deputy}代表：\n\n您提出的《关于{self.topic.subject}的建议》"
            f"（第{self.number}号）收悉。经研究，现答复如下："
        )

    def _body(self) -> Iterator[str]:
        heads = self.chance.choice(("一、基本情况|二、主要做法|三、下一步工作", "||"))
        for head, write in zip(
            heads.split("|"), (self._figures, self._works, self._plans), strict=True
        ):
            yield f"{head}\n\n{write()}" if head else write()

    def _figures(self) -> str:
        here = self.area[-1]
        sentences = []
        for name, unit in self.topic.things:
            whole = self.chance.randint(20, 3000)
            part = self.chance.randint(1, 19)
            sentences.append(
                f"截至{self.year}年{self.chance.randint(1, 6)}月，全{here}现有{name}{whole}{unit}，"
                f"比去年增加{part}{unit}。"
            )
        return "".join(sentences)

    def _works(self) -> str:
        sentences = [
            f"{'一二三四五'[at]}是{work}。{self.year - 1}年，我局会同有关部门{work}，"
            f"投入资金{self.chance.randint(100, 9000)}万元，惠及群众{self.chance.randint(1, 90)}万人，"
            f"在{'、'.join(self.chance.sample(_PLACES, 3))}等乡镇开展试点。"
            for at, work in enumerate(self.topic.works)
        ]
        return "".join(sentences)

    def _plans(self) -> str:
        return "".join(
            f"将于{self.year}年{self.chance.randint(8, 12)}月底前{work}"
            f"{self.chance.randint(1, 30)}个，由{self.area}{self.topic.office}负责。"
            for work in self.topic.works
        )

    def _closing(self) -> str:
        signed = f"{self.agency}\n{self.year}年{self.chance.randint(3, 7)}月{self.chance.randint(1, 28)}日"
        phone = f"000-{self.chance.randint(1000000, 9999999)}"
        contact = f"联系人：{self.person()}，联系电话：{phone}"
        order = [signed, contact] if self.chance.random() < 0.5 else [contact, signed]
        thanks = "感谢您对我们工作的关心和支持，希望继续提出宝贵意见。"
        return "\n\n".join((thanks, *order))

    def _table(self) -> str:
        rows = [("序号", "承诺事项", "完成时限", "责任单位")]
        rows += [
            (
                str(at),
                f"{work}{self.chance.randint(1, 30)}个",
                f"{self.year}年{self.chance.randint(8, 12)}月底",
                self.topic.office,
            )
            for at, work in enumerate(self.topic.works, 1)
        ]
        border = self.chance.choice(("\t", " | "))
        return "附件：承诺事项列表\n\n" + "\n".join(border.join(row) for row in rows)


if __name__ == "__main__":
    write_letters(Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:4]))
