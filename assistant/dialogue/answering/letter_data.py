"""Letter data and contact: who suggested, answered, signed; when, which number; whom to call.

Each field has the words people use for it. What else a question says (another district, another
person) has to be borne by the letter's head, or the field is not answered.
"""

import re
from dataclasses import dataclass

from assistant.dialogue.answer import Answer, Proof
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.matching.zones import folded_text
from assistant.dialogue.question import Ask, Word
from knowledge import Contact, Evidence, LetterField, LetterHead


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the letter: its names in `LetterField`, how it is asked, how it is said."""

    names: tuple[str, ...]
    asked: re.Pattern[str]
    said: str


_LETTER = r"(?:答复函?|复函|函件?|公文|信|回复|文件|这份|这封|这件|落款|函上)"
FIELDS: tuple[Field, ...] = (
    Field(("phone",), re.compile(r"电话|手机|座机|号码(?!是?第)|打给|打哪|联系方式|怎么联系|如何联系|咋联系|怎样联系|联系得上|联系一?下|热线"), "联系电话"),
    Field(("contact",), re.compile(r"联系人|联系谁|找谁|找哪[个位]|问哪[个位]|找什么人|找啥人|是谁的(?:电话|手机|号码)|跟谁联系|与谁联系|联系哪|联系方式|联络人|对接人|经办人|谁联系|问谁|咨询谁|向谁|联系的?人|打电话找|怎么联系|如何联系|对接"), "联系人"),
    Field(("postcode",), re.compile(r"邮编|邮政编码|邮政编号|邮政"), "邮政编码"),
    Field(("email",), re.compile(r"邮箱|电子邮件|e-?mail", re.I), "电子邮箱"),
    Field(("address",), re.compile(r"地址|(?:办公|局)(?:在|地点)|在哪(?:里|儿)?办公"), "地址"),
    Field(("supervisor", "政府督办领导", "督办领导"), re.compile(r"督办"), "督办领导"),
    Field(("责任领导", "分管领导"), re.compile(r"责任领导|分管领导"), "责任领导"),
    Field(("assigned_on", "交办日期"), re.compile(r"交办|交给.{0,8}办|转交"), "交办日期"),
    Field(("signer",), re.compile(r"审签|签发|签批|签字|签的|签署|签了|谁签|批准|审定|审核|哪位局长|局长(?:是谁|叫|姓|名)|谁是局长|领导署名|拍板"), "审签人"),
    Field(("doc_no",), re.compile(r"文号|发文字号|文件编?号|字号|文件号|函号"), "文号"),
    Field(("number",), re.compile(r"(?:建议|提案|议案)(?:的)?(?:编?号|是?第?(?:几|多少)号)|第几号|几号(?:建议|提案|议案)|编号|多少号(?:建议|提案)?|(?:建议|提案)号"), "建议编号"),
    Field(("session",), re.compile(r"(?:哪|什么|第几|几)[一个]?(?:次|届|个)(?:的)?(?:人大|政协|会|大会|代表大会)|哪[次届]|第几[次届]|几届|几次会|会上提|届次|什么会|哪个会|会议(?:是|名)"), "会议"),
    Field(("published",), re.compile(r"发布(?:日期|时间)|公布(?:日期|时间)|(?:哪天|什么时候|何时|几号).{0,6}(?:发布|公布|公开|上网|挂网)|(?:网上|官网|网站).{0,6}(?:发布|公布|公开)"), "发布日期"),
    Field(("index_no",), re.compile(r"索引号"), "索引号"),
    Field(("category",), re.compile(r"(?:哪|什么|啥|几)(?:一)?个?(?:类别?|类型)(?!.{0,3}(?:最|多|少))|类别|[ABCabc]类|属于?哪.?类|分类"), "类别"),
    Field(("copies",), re.compile(r"抄送"), "抄送"),
    Field(("co_handler",), re.compile(r"(?:会同|协办|会商|一起(?:研究|办理)|共同(?:研究|办理)|还有哪个(?:部门|单位).{0,4}办理|商(?:了|请)).{0,10}"), "会办单位"),
    Field(("attachment",), re.compile(r"附件|附表|附了"), "附件"),
    Field(("addressee",), re.compile(r"(?:谁|哪位|哪个|哪些|几位|多少位|什么人|何人|哪名|几名|几个|多少名|多少)(?:人大|政协)?(?:的)?(?:代表|委员|人)?(?:来|所)?(?:联名|提(?:的|出|了|交)?|建议的|写的建议|反映|联合)|(?:建议|提案|议案)(?:的)?(?:是)?(?:谁|哪位|哪个|人(?:是|叫)?|者)|提(?:出|了)?(?:这个|该|本)?(?:建议|提案|议案)的|提(?:出)?(?:这个|该|本|这条|这份)?(?:建议|提案|议案)?的?(?:是|叫)?(?:谁|人|代表|委员)|提(?:建议|案)的?(?:代表|人|委员)|(?:写|发|答复|回复|回)给(?:谁|哪|了谁)|(?:代表|委员)(?:是|叫)(?:谁|什么|啥|哪位)|(?:代表|委员)(?:的)?(?:姓名|名字)|收件人|抬头|收信人|领衔|联名|谁提|提的|谁的建议|(?:哪个|哪位|什么)代表"), "建议人"),
    Field(("agency",), re.compile(rf"(?:哪个?|什么|啥|谁)(?:一)?个?(?:单位|局|部门|机关|机构|家)?(?:来|在|给)?(?:答复|回复|回的|回函|承办|办理|发的|出的|写的|出具|发出|落款|盖章|复函|发函|发来)|{_LETTER}(?:是)?(?:谁|哪个?|什么)(?:一)?个?(?:单位|局|部门|机关)?(?:写|发|出|答|办|回|落|盖)?的?|承办单位|答复单位|发文(?:单位|机关)|落款(?:单位|是|写)|发布机构|办理单位|主办单位|(?:谁|哪个?局|哪个?单位|哪家单位|什么单位)(?:写|发|出)的"), "答复单位"),
    Field(("title",), re.compile(r"(?:答复函?|复函|函件?|这份|这封|文件|信)(?:的)?(?:标题|题目|全称|全名|名称|名字)"), "标题"),
    Field(("subject",), re.compile(r"(?:建议|提案|议案|答复函?|函)(?:的)?(?:标题|题目|名称|名字|主题|全称|内容|讲|说|关于|写)(?:的)?(?:是|叫|了)?(?:什么|啥|哪)?|(?:标题|题目|主题)|(?:是)?关于(?:什么|啥|哪方面|哪个方面)|提(?:的)?(?:是)?(?:什么|啥|哪个?)(?:建议|提案|议案|问题)|建议(?:是)?(?:什么|啥)|讲(?:的)?(?:是)?(?:什么|啥)|叫(?:什么|啥)(?:名字?|标题)?$"), "建议"),
    Field(("date",), re.compile(rf"(?:答复|落款|成文|发文|复函|回复|出函|发函|写|签发?|行文|印发|函件?)(?:的)?(?:日期|时间|日子)|(?:哪一?年|哪一?天|哪一?日|什么时候|啥时候?|何时|几月|几号|几时|哪年哪月|什么时间|哪个月|几月几[号日]|多久)(?:就|给|才|来)?(?:答复|回复|回函|发|写|出|落款|签|复函|复|办理完|回|生成)的?|{_LETTER}(?:是)?(?:在)?(?:哪一?年|哪一?天|什么时候|啥时|何时|几月|几号|什么时间|多会)|(?:日期|时间)(?:是)?(?:多少|哪|什么|几)?$|落款(?:是)?(?:几|哪)|落款日?.?$"), "答复日期"),
)
# words of these questions that need no support of their own
_KNOWN = re.compile(
    r"^(?:联系|联系人|联系电话|联系方式|联系地址|电话|手机|手机号|号码|电话号码|座机|邮编|邮政|编码|邮政编码|邮箱|地址|建议|建议人|提案|提案人|议案|答复|答复函|复函|函|函件|回复|来信|信|文件|代表|人大|人大代表|人民代表大会|写给|发给|寄给|落款日期|答复日期|题名|是哪|封|对应|网上|官网|网站|公文|生成|委员|政协委员|领导|局长|局|单位|部门|机关|机构|审签|签发|签字|签署|签名|签批|批准|审定|审核|签|日期|时间|落款|署名|成文|发文|发文字号|文号|字号|编号|会议|大会|附件|标题|题目|主题|名字|姓名|姓|类别|分类|抬头|收件人|发布|公布|发|出|回|写|交办|督办|负责人|负责|办理|承办|承办单位|领衔|联名|提|提出|出具|盖章|正式|答复单位|第几|届次|届|次|经办|对接|打|沟通|反映|意见|反馈|咨询|有事|进一步|直接|公开|名称|全称|关于|讲|附|附表|附带|后面|最后|末尾|结尾|开头|发布机构|研究|一起|会同|位|名|人|那天|当天|年份|具体|责任领导|拨|拨打|号|谁|局里|这边|你们|人员|工作|工作人员|同志|找|想|到|份|封|涵)$"
)


def answer_letter(inquiry: Inquiry) -> Answer | None:
    """The fields of the letter that were asked, in one answer."""
    fields = fields_asked(inquiry)
    talked = inquiry.focus and all(isinstance(row.fact, LetterField) for row in inquiry.focus)
    if not fields and talked and Ask.WHEN in inquiry.question.asks:
        fields = [field for field in FIELDS if field.names == ("date",)]
    if not fields:
        return None
    for head in inquiry.heads():
        if _unborne(inquiry, head, fields) and Ask.YESNO not in inquiry.question.asks:
            continue
        answer = _say_fields(inquiry, head, fields)
        if answer:
            return answer
    return None


_ABOUT_LETTER = re.compile(r"邮编|邮政编码|联系人|电话|审签|签发|提(?:出)?(?:这个|该)?建议的")
_CLAIMED = {
    "date": re.compile(rf"{_LETTER}.{{0,6}}(?:[0-9]{{4}}年|[0-9]+月|今年|去年).{{0,6}}(?:写|发|出|答复|签|落款|作|做)"),
    "agency": re.compile(rf"{_LETTER}.{{0,4}}(?:是|由).{{1,10}}(?:发|写|答复|回复|办理|出具|承办)的?"),
    "signer": re.compile(r"(?:是|叫).{0,6}局长|局长(?:是|叫)|局长.{0,4}签"),
}


def _claims(field: Field, text: str) -> bool:
    """这份答复是2021年写的吧: a field claimed without a question word."""
    pattern = _CLAIMED.get(field.names[0])
    return pattern is not None and pattern.search(text) is not None


def answer_claimed(inquiry: Inquiry) -> Answer | None:
    """A yes-no question about the letter itself."""
    text = inquiry.question.text
    if any(_claims(field, text) for field in FIELDS) or _ABOUT_LETTER.search(text):
        return answer_letter(inquiry)
    return None


def _printed(inquiry: Inquiry) -> list[Field]:
    """Fields asked by their printed label (责任领导, 公开方式)."""
    labels = {
        found.evidence.fact.name
        for found in inquiry.candidates.of(LetterField)
        if isinstance(found.evidence.fact, LetterField)
    }
    text = inquiry.question.text
    known = {name for field in FIELDS for name in field.names}
    return [
        Field((label,), re.compile(re.escape(label)), label)
        for label in sorted(labels - known)
        if len(label) > 1 and label in text
    ]


def fields_asked(inquiry: Inquiry) -> list[Field]:
    """The fields a question names, most particular first; a date only when nothing else fits."""
    text = inquiry.question.text
    fields = [field for field in FIELDS if field.asked.search(text)] + _printed(inquiry)
    if not fields and Ask.YESNO in inquiry.question.asks:
        fields = [field for field in FIELDS if _claims(field, text)]
    names = {field.names[0] for field in fields}
    if "published" in names and "date" in names and "不是发布" not in text:
        fields = [f for f in fields if f.names[0] != "date"]
    if re.search(r"不是发布|非发布", text):
        fields = [f for f in fields if f.names[0] != "published"]
    if names & {"contact", "signer", "postcode", "phone", "doc_no", "number"}:
        fields = [f for f in fields if f.names[0] not in ("subject", "addressee", "agency")]
    if "title" in names:
        fields = [f for f in fields if f.names[0] == "title"]
    if "subject" in names and names & {"addressee", "agency", "date", "attachment", "session"}:
        fields = [f for f in fields if f.names[0] != "subject"]
    if "不是领导" in text:
        fields = [f for f in fields if f.names[0] != "signer"]
    return fields


def _unborne(inquiry: Inquiry, head: LetterHead, fields: list[Field]) -> list[Word]:
    """Words the letter's head does not bear: another district, another person."""
    letter = head.letter
    left = inquiry.question.text
    for field in fields:
        left = field.asked.sub(" ", left)
    parts = [letter.title, letter.agency, letter.subject, letter.session, letter.number, letter.doc_no, *letter.addressees, letter.signer, letter.role, *letter.contact.names, letter.kind]
    whole = "|".join(folded_text(part) for part in parts if part)
    return [
        word
        for word in inquiry.question.required
        if word.text in left
        and len(word.text) > 1
        and not _KNOWN.match(word.text) and not any(form in whole for form in word.forms) and not _made_of_known(word.text)
        and not _is_its_agency(inquiry, word, letter.agency)
    ]


def _is_its_agency(inquiry: Inquiry, word: Word, agency: str | None) -> bool:
    """市监局, 工商局: the agency by another of its names."""
    named, mine = inquiry.library.lexicon.department(word.text), inquiry.library.lexicon.department(agency or "")
    return named is not None and mine is not None and named.name == mine.name and len(word.text) <= 6


def _made_of_known(text: str) -> bool:
    return any(_KNOWN.match(text[:cut]) and _KNOWN.match(text[cut:]) for cut in range(1, len(text)))


def _say_fields(inquiry: Inquiry, head: LetterHead, fields: list[Field]) -> Answer | None:
    said: list[tuple[str, str, Evidence]] = []
    for field in fields:
        found = _value(inquiry, head, field)
        if found:
            said.append((field.said, *found))
    if not said:
        return None
    missing = [f.said for f in fields if f.said not in {name for name, _, _ in said}]
    if missing and fields[0].said in missing and len(said) < len(fields) and fields[0].names[0] not in ("phone", "contact"):
        return None
    if Ask.YESNO in inquiry.question.asks:
        return _confirm(inquiry, said)
    names = _label_names(said)
    rows = list({row.quote: row for _, _, row in said}.values())
    kind = "contact" if fields[0].names[0] in ("phone", "contact", "postcode", "email", "address") else "answer"
    values = list(dict.fromkeys(value for _, value, _ in said))
    return Answer(
        kind=kind,
        headline="，".join(values) if len("，".join(values)) <= 60 else values[0],
        body="，".join(values) + "。" + "；".join(names) if len(said) == 1 else "；".join(names),
        proofs=tuple(Proof(row) for row in rows),
        focus=tuple(rows),
    )


def _confirm(inquiry: Inquiry, said: list[tuple[str, str, Evidence]]) -> Answer:
    """提建议的是某某吧, 邮编是…对吗: the value claimed against the one printed."""
    text = re.sub(r"[\s-]", "", inquiry.question.text)
    name, value, row = said[0]
    right = [v for v in re.split(r"[、，]", value) if re.sub(r"[\s-]", "", v) in text]
    if name == "答复日期" and not right:
        asked = re.findall(r"[0-9]+(?=[年月日号])", text)
        right = [value] if asked and all(part in re.findall(r"[0-9]+", value) for part in asked) else []
    if name == "答复单位" and not right:
        right = [value] if any(form in value for w in inquiry.question.required for form in w.forms if len(form) > 2) else []
    short = value if len(value) <= 40 else value[:40] + "……"
    head = f"是的，{name}是{short}" if right else f"不是，{name}是{short}"
    return Answer("answer", head, proofs=(Proof(row),), focus=(row,))


def _label_names(said: list[tuple[str, str, Evidence]]) -> list[str]:
    return [f"{name}：{value}" for name, value, _ in said]


def _value(inquiry: Inquiry, head: LetterHead, field: Field) -> tuple[str, Evidence] | None:
    """The printed value of a field, and the evidence it stands in."""
    values: list[tuple[str, Evidence]] = []
    for found in inquiry.candidates.of(LetterField, Contact):
        row, fact = found.evidence, found.evidence.fact
        if row.letter.id != head.id:
            continue
        if isinstance(fact, LetterField) and fact.name in field.names:
            values.append((folded_text(fact.value), row))
        elif isinstance(fact, Contact):
            values.extend((value, row) for value in _contact_values(fact, field.names[0]))
    unique = list({value: (value, row) for value, row in values if value}.values())
    if not unique:
        return None
    return "、".join(value for value, _ in unique), unique[0][1]


def _contact_values(contact: Contact, name: str) -> list[str]:
    if name == "phone":
        return list(contact.phones)
    if name == "contact":
        return list(contact.names)
    one = {"email": contact.email, "address": contact.address, "postcode": contact.postcode}.get(name)
    return [one] if one else []
