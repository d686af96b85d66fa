"""Rule ids that other stages than read raise, each with its reason and a remedy. Pure data.

Ids are stable: scripts, editors and translations hold on to them. Those of reading have their home in ``read.rules``;
``editions.catalogue.rules`` joins both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong.

    Attributes:
        id: words with hyphens, as a problem names it.
        reason: why it is a problem.
        remedy: what usually mends it; a problem's own remedy is closer to the case.
        severity: an error keeps a file from being written; a warning does not.
    """

    id: str
    reason: str
    remedy: str = ""
    severity: Literal["error", "warning"] = "error"

    @property
    def title(self) -> str:
        """The id as words."""
        return self.id.replace("-", " ").capitalize()


WARNINGS = {"contrast-mark", "value-jump"}
"""Rules of reading that are warnings."""

RULES: dict[str, Rule] = {
    rule.id: rule
    for rule in (
        Rule(
            "language-unknown",
            "the tool says its own words (sources, qualifiers, alt texts) in the language of the page, or not at all",
            "build a language that the tool has words for",
        ),
        Rule(
            "message-invalid",
            "a placeholder whose format ICU cannot read would print as its own source",
            "check names, commas and braces of the placeholder; every plural needs an 'other' branch",
        ),
        Rule(
            "check-failed",
            "a figure that a title spells out is declared under 'checks', so that it cannot outlive its fact",
            "say the value that the fact has now, or check another fact",
        ),
        Rule(
            "number-typed",
            "one fact, one place: a figure that is typed a second time stays behind when the fact changes",
            "write the fact's name in braces; a backslash before the digits says that it is another number",
        ),
        Rule(
            "number-unchecked",
            "a figure that is said in words stays behind when the fact changes, unless it is declared",
            "write {text: …, checks: [fact]}",
            "warning",
        ),
        Rule(
            "check-failed",
            "a text that says a number in words must say the one that its fact has",
            "change the words, or take the fact out of 'checks'",
        ),
        Rule(
            "number-typed",
            "a number is written once, as a fact; typed into a text it would stay when the fact changes",
            "write the name of the fact in braces",
        ),
        Rule(
            "number-unchecked",
            "words that seem to say a number of a fact do not change with it",
            "declare it: {text: …, checks: [fact]}",
            "warning",
        ),
        Rule(
            "translation-missing",
            "a page in two languages is in neither: each text has its translation, in the file of that language",
            "run 'factsheet translate extract', or 'update' where there is a file already",
        ),
        Rule(
            "translation-empty",
            "a text that nobody has translated would stand in another language than its page",
            "translate it, or build a draft with --draft",
        ),
        Rule(
            "translation-fuzzy",
            "a translation of what a text used to say may say what is no longer true",
            "mend the translation and take the flag 'fuzzy' away, or build a draft with --draft",
        ),
        Rule(
            "translation-placeholder",
            "figures come from the facts in every language: none is lost in translation, none is added",
            "write the placeholders of the source, names and all",
        ),
        Rule(
            "translation-plural",
            "a language with more plural forms than the source needs words for each of them",
            "add the branches that are missing",
        ),
        Rule(
            "translation-markup",
            "what is bold, emphasised or a link is so in every language, and no star is printed by accident",
            "keep the stars and the addresses of the source",
        ),
        Rule(
            "translation-number",
            "a figure that is typed into a translation stays behind when the fact changes, or is wrong already",
            "write the placeholder of the source, or the number that the source has",
        ),
        Rule(
            "translation-term",
            "bodies, treaties and goals have one official name in each language, and it is not the translator's",
            "write the name that the sheet's terms.csv has, or mend the table",
            "warning",
        ),
        Rule(
            "translation-long",
            "a text that is longer than its place makes its page smaller or too full",
            "shorten the translation",
            "warning",
        ),
        Rule(
            "figures-differ",
            "a figure is the same in every language, whatever its digits, separators and words for powers of ten",
            "write the placeholder of the source, or the same number; look at the brand's words and separators",
        ),
        Rule(
            "heading-skip",
            "those who hear a page find their way by its headings, so no level is left out (ISO 14289-1, 7.4.2)",
            "begin the first page with a headline",
        ),
        Rule(
            "page-overflow",
            "a page is never added by itself and nothing is cut: what does not fit is for people to shorten",
            "shorten a text, take a block out, or give the template fewer rows",
        ),
        Rule(
            "fit-ladder",
            "a text that is a little too long is set a little smaller, so that the page holds it; somebody should know",
            "shorten a text of the page if it is to keep its size",
            "warning",
        ),
        Rule(
            "link-unsafe",
            "a link goes to a web or mail address: any other may run something, or leads nowhere from a PDF",
            "begin the address with https://, http:// or mailto:",
        ),
        Rule(
            "text-outside",
            "what stands within 14 pt of the trimmed edge may be lost to a knife or to a desktop printer",
            "shorten the text, or give it more room in the layout",
        ),
        Rule(
            "text-overlap",
            "two texts on one spot cannot be read, and no validator of PDF sees it",
            "shorten a text, or give it more room in the layout",
        ),
        Rule(
            "label-too-wide",
            "a label of a figure stays in the room that the figure has for it",
            "shorten the label (a fact may have a 'short:' one), or make the area wider",
        ),
        Rule(
            "parts-of-whole",
            "slices, stacks and a hundred figures show parts of one whole; of anything else they would be false",
            "name all parts of one whole, in one unit, or take bars",
        ),
        Rule(
            "unit-count",
            "a mark for each thing is for what can be seen at a glance: a dozen at least, and no more than 1,200",
            "name a fact that counts so many, or show it as bars",
        ),
        Rule(
            "glyph-missing",
            "a character that no font of the brand has would print as an empty box",
            "add a face that has it to the brand's faces, or write another character",
        ),
        Rule(
            "word-cut",
            "a word wider than its column would have to be cut where nobody expects it",
            "write a shorter word, or make the area wider",
        ),
        Rule(
            "output-unwritable",
            "files are written beside their place and then moved into it, so the folder must be writable",
            "name another place with -o, or make room on the disk",
        ),
        Rule(
            "output-exists",
            "what somebody wrote is never overwritten",
            "name an empty or a new folder, or move away what is in the way",
        ),
        Rule(
            "system-refused",
            "what the operating system does not allow cannot be done; nothing is left half-written",
            "look at the permissions of the files, and at the room on the disk",
        ),
        Rule(
            "usage-invalid",
            "a command that is not understood does nothing",
            "look at --help of the command",
        ),
        Rule(
            "program-fault",
            "a fault of factsheet itself, never of whoever wrote the files",
            "report it, with what FACTSHEET_DEBUG=1 prints",
        ),
    )
}
