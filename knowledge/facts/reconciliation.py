"""Reconciliation: what a person should check - parts that do not add up, text against table,
days that cannot be, a number that differs between title and text. Quotes both sides, decides nothing.
"""

from dataclasses import replace

from knowledge.facts.outline import Outline
from knowledge.glossary import Findings


def read_warnings(outline: Outline, findings: Findings, doubts: tuple[str, ...]) -> Findings:
    """The findings with their warnings."""
    warnings = (*outline.document.remarks, *doubts)
    return replace(findings, warnings=tuple(dict.fromkeys(warnings)))
