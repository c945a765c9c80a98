"""Which answerers a question's own words call for, before those of its kind.

The rules stand in order; what a rule asks for comes behind what earlier ones asked for, unless it
says otherwise.
"""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.dialogue.answering.arithmetic_words import (
    MONTHLY,
    TIMES,
)
from assistant.dialogue.answering.bases import answer_base
from assistant.dialogue.answering.by_kind import Answerer, answer_named_ratio
from assistant.dialogue.answering.commitments import (
    answer_beyond,
    answer_commitments,
    answer_count,
    answer_when_and_who,
)
from assistant.dialogue.answering.comparing import (
    ALIKE,
    SPREAD,
    answer_compared,
    answer_spread,
)
from assistant.dialogue.answering.computing import answer_times
from assistant.dialogue.answering.conditions import (
    AFTER,
    EACH,
    KINDS_COUNTED,
    KINDS_SUMMED,
    MADE,
    PROMISES_SUMMED,
    SUMMING,
    WHERE,
    WHICH_TIME,
    WHOSE_GROUPS,
    always,
    asks,
    asks_ahead,
    asks_before_increase,
    asks_commitments,
    asks_of_letter,
    asks_rest,
    asks_what_is_printed,
    asks_year_before,
    claims_number,
    counts_commitments,
    names_alone,
    names_counted,
    names_person,
    reckons,
    says,
    wants_doings,
    wants_sentences,
    wants_told,
)
from assistant.dialogue.answering.counting import count_kinds
from assistant.dialogue.answering.duties import answer_due, answer_duties, answer_led
from assistant.dialogue.answering.earlier import answer_before
from assistant.dialogue.answering.explaining import answer_ahead, answer_explain
from assistant.dialogue.answering.figures import answer_figure
from assistant.dialogue.answering.gaps import (
    LACKS_HUNDREDTHS,
    OVER_PRESENT,
    TO_INCREASE,
    answer_gap_in_hundredths,
    answer_increase_to_come,
    answer_lack_in_hundredths,
    answer_monthly,
    answer_net_increase,
)
from assistant.dialogue.answering.given import answer_given
from assistant.dialogue.answering.goals import TARGETS, answer_goal_in_words, answer_targets
from assistant.dialogue.answering.headings import answer_headings
from assistant.dialogue.answering.inquiry import Inquiry
from assistant.dialogue.answering.later import answer_after
from assistant.dialogue.answering.letter_data import answer_letter
from assistant.dialogue.answering.listings import answer_list
from assistant.dialogue.answering.meanings import answer_meaning, asks_meaning
from assistant.dialogue.answering.membership import answer_yesno
from assistant.dialogue.answering.operands import answer_each
from assistant.dialogue.answering.overview import answer_outline
from assistant.dialogue.answering.partners import BESIDES, answer_partners
from assistant.dialogue.answering.people import (
    HOLDS_OFFICE,
    answer_about,
    answer_groups,
    answer_where,
)
from assistant.dialogue.answering.persons import (
    answer_feedback,
    answer_jointly,
    answer_person,
    answer_whose,
    asks_feedback,
    asks_jointly,
    asks_person,
    asks_whose,
)
from assistant.dialogue.answering.placed import answer_place, answer_placed_claim
from assistant.dialogue.answering.premises import WHY, answer_premise
from assistant.dialogue.answering.products import (
    IN_ALL,
    answer_cost_of_all,
    answer_left,
    answer_product,
)
from assistant.dialogue.answering.progress import (
    RANKED,
    REACHABLE,
    answer_furthest,
    answer_reachable,
)
from assistant.dialogue.answering.ratios import PER_HEAD, answer_ratio
from assistant.dialogue.answering.reckoned_claims import answer_claim_reckoned
from assistant.dialogue.answering.remaining import answer_age, answer_days
from assistant.dialogue.answering.rests import WON, answer_complement, answer_winners
from assistant.dialogue.answering.setting_apart import ASIDE, answer_apart
from assistant.dialogue.answering.shortfalls import SHORT_OF, answer_shortfall
from assistant.dialogue.answering.since import SINCE, answer_since
from assistant.dialogue.answering.stating import answer_stated
from assistant.dialogue.answering.strangers import answer_stranger, asks_stranger
from assistant.dialogue.answering.suiting import asks_to_get, asks_what_help
from assistant.dialogue.answering.sums import answer_promised_sum, answer_sum
from assistant.dialogue.answering.telling import answer_told
from assistant.dialogue.answering.times import (
    ORDINAL_CLAIMED,
    answer_ordinal,
    answer_ordinal_claimed,
)
from assistant.dialogue.answering.troubles import answer_troubles
from assistant.dialogue.answering.undone import UNDONE, answer_undone
from assistant.dialogue.answering.upward import answer_upward
from assistant.dialogue.answering.which_measure import WHICH_MEASURE, answer_which_measure
from assistant.dialogue.answering.wholly import OF_ALL, OF_MOST, answer_of_all
from assistant.dialogue.answering.written import ASKED, answer_written
from assistant.dialogue.matching.standings import LEVEL_UP
from assistant.dialogue.question import Ask


@dataclass(frozen=True, slots=True)
class Rule:
    """规则: who is asked when a question fits."""

    fits: Callable[[Inquiry], bool]
    answerers: tuple[Answerer, ...]
    first: bool = False  # before those already chosen
    final: bool = False  # neither a rule behind nor the kind of the question adds to them
    alone: bool = False  # nobody else is asked


RULES: tuple[Rule, ...] = (
    Rule(asks_stranger, (answer_stranger,), alone=True),
    Rule(
        always,
        (
            answer_outline,
            answer_place,
            answer_beyond,
            answer_age,
            answer_duties,
            answer_due,
            answer_led,
        ),
    ),
    Rule(says(ASKED), (answer_written,), first=True),
    Rule(wants_doings, (answer_headings, answer_explain)),
    Rule(reckons, (answer_left, answer_product)),
    Rule(lambda inquiry: asks_feedback(inquiry.question.text), (answer_feedback,)),
    Rule(lambda inquiry: asks_jointly(inquiry.question.text), (answer_jointly,)),
    Rule(lambda inquiry: asks_whose(inquiry.question.text), (answer_whose,)),
    Rule(lambda inquiry: asks_person(inquiry.question.text), (answer_person,)),
    # 知识产权局长是谁: no mark and no firm holds an office
    Rule(says(HOLDS_OFFICE), (answer_person, answer_letter, answer_told), alone=True),
    Rule(asks_meaning, (answer_meaning,)),
    Rule(names_alone, (answer_about,)),
    Rule(names_counted, (answer_list,)),
    Rule(names_person, (answer_person,)),
    Rule(asks_of_letter, (answer_letter,)),
    Rule(says(RANKED), (answer_furthest,)),
    Rule(asks_commitments, (answer_commitments,)),
    Rule(asks(Ask.DAYS), (answer_days,)),
    Rule(counts_commitments, (answer_count,)),
    Rule(says(MONTHLY), (answer_monthly,)),
    Rule(says(TIMES), (answer_times,)),
    # no figure of one of them is their sum
    Rule(says(KINDS_SUMMED), (answer_sum,), alone=True),
    Rule(says(SUMMING, Ask.FIGURE, Ask.TOPIC), (answer_sum,)),
    Rule(always, (answer_base,)),
    Rule(asks_before_increase, (answer_before,)),
    Rule(asks_year_before, (answer_figure, answer_before)),
    Rule(says(SINCE), (answer_figure, answer_since)),
    Rule(asks_what_is_printed, (answer_letter,), alone=True),
    Rule(
        lambda inquiry: asks_to_get(inquiry.question.text),
        (answer_explain, answer_told),
        alone=True,
    ),
    Rule(says(MADE), (answer_letter,), alone=True),
    Rule(
        lambda inquiry: asks_what_help(inquiry.question.text),
        (answer_headings, answer_explain, answer_stated, answer_told),
        alone=True,
    ),
    Rule(wants_sentences, (answer_explain, answer_troubles), alone=True),
    Rule(asks_ahead, (answer_ahead,)),
    Rule(claims_number, (answer_yesno,)),
    Rule(claims_number, (answer_claim_reckoned,), first=True),
    Rule(says(REACHABLE, Ask.YESNO), (answer_reachable,), first=True),
    Rule(says(OF_ALL, Ask.YESNO), (answer_of_all,), first=True),
    Rule(asks(Ask.YESNO), (answer_placed_claim,), first=True),
    Rule(says(OF_MOST, Ask.YESNO), (answer_of_all,), first=True),
    Rule(says(ALIKE, Ask.YESNO), (answer_compared,), first=True),
    Rule(lambda inquiry: bool(inquiry.question.without), (answer_complement,)),
    Rule(asks(Ask.FIGURE), (answer_goal_in_words,), first=True),
    Rule(says(WHICH_MEASURE), (answer_which_measure,), first=True),
    Rule(says(ORDINAL_CLAIMED, Ask.YESNO), (answer_ordinal_claimed,), first=True),
    Rule(says(BESIDES), (answer_partners,), first=True),
    Rule(says(PROMISES_SUMMED), (answer_promised_sum,), first=True),
    Rule(says(ASIDE, Ask.FIGURE, Ask.TOPIC), (answer_apart,), first=True),
    Rule(lambda inquiry: len(inquiry.question.numbers) > 1, (answer_given,), first=True),
    Rule(says(SHORT_OF, Ask.FIGURE, Ask.GAP), (answer_shortfall,), first=True),
    Rule(says(IN_ALL, Ask.FIGURE), (answer_cost_of_all,)),
    Rule(says(LEVEL_UP, Ask.FIGURE), (answer_upward,), first=True),
    Rule(says(TARGETS), (answer_letter, answer_targets, answer_stated)),
    Rule(says(UNDONE, Ask.FIGURE, Ask.GAP), (answer_undone,), first=True),
    Rule(asks_rest, (answer_apart, answer_complement), first=True, final=True),
    Rule(says(LACKS_HUNDREDTHS), (answer_lack_in_hundredths,), first=True),
    Rule(says(SPREAD), (answer_spread,), first=True),
    Rule(says(OVER_PRESENT), (answer_gap_in_hundredths,), first=True),
    Rule(says(PER_HEAD, Ask.FIGURE), (answer_named_ratio, answer_ratio), first=True),
    Rule(says(WHY, Ask.EXPLAIN), (answer_premise,), first=True),
    Rule(says(WON, Ask.FIGURE, Ask.TOPIC), (answer_winners,), first=True),
    Rule(
        says(TO_INCREASE, Ask.FIGURE), (answer_net_increase, answer_figure, answer_increase_to_come)
    ),
    Rule(says(AFTER, Ask.FIGURE), (answer_after,)),
    Rule(says(EACH, Ask.FIGURE), (answer_each,)),
    Rule(
        lambda inquiry: {Ask.WHEN, Ask.UNIT} <= set(inquiry.question.asks), (answer_when_and_who,)
    ),
    Rule(says(WHICH_TIME), (answer_ordinal,)),
    Rule(says(KINDS_COUNTED), (count_kinds,), first=True),
    Rule(says(WHOSE_GROUPS), (answer_groups,), first=True),
    Rule(wants_told, (answer_told,), first=True),
    Rule(says(WHERE), (answer_letter, answer_where, answer_told), final=True),
)
