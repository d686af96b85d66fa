"""Scripts of characters, and the characters that show nothing."""

from __future__ import annotations

import re

from .properties import BRACKETS, SCRIPT, SCRIPT_EXTENSIONS

SOFT_HYPHEN = "\u00ad"
HYPHENS = (SOFT_HYPHEN, "-", "\u2010")
"""What is seen as a hyphen where a line ends with it."""

_UNSEEN = (
    "\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufff8"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
IGNORABLE = re.compile(f"[{_UNSEEN}]")
"""Default ignorable code points as HarfBuzz knows them: joiners, isolates, variation selectors. No glyph is drawn for
them, so no face needs to have one. (Hangul fillers are left to the fonts.)
"""

CURSIVE = frozenset({"Adlm", "Arab", "Beng", "Deva", "Mand", "Mong", "Nkoo", "Phag", "Phlp", "Rohg", "Syrc"})
"""Scripts whose letters touch (CSS Text 3, 8.2.1), or hang from one line: tracking would tear them apart."""

JOINING = frozenset({"Adlm", "Arab", "Mand", "Mong", "Nkoo", "Phag", "Rohg", "Syrc"})
"""Scripts whose letters join on to their neighbours, whatever the style of those."""
ALONE = frozenset({"Bopo", "Hani", "Hira", "Kana", "Laoo", "Thai"})
"""Scripts without blanks between words, whose pieces do not change with their neighbours."""

_OF_LANGUAGE = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"), "Cyrl"),
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "sd", "ug", "ur"), "Arab"),
    **dict.fromkeys(("am", "ti", "tig"), "Ethi"),
    **dict.fromkeys(("bho", "brx", "doi", "hi", "kok", "mai", "mr", "ne", "sa"), "Deva"),
    **dict.fromkeys(("as", "bn"), "Beng"),
    **dict.fromkeys(("he", "yi"), "Hebr"),
    **dict.fromkeys(("ja", "yue", "zh"), "Hani"),
    **dict.fromkeys(("my", "shn", "mnw"), "Mymr"),
    **dict.fromkeys(("bo", "dz"), "Tibt"),
    "dv": "Thaa",
    "el": "Grek",
    "gu": "Gujr",
    "hy": "Armn",
    "ka": "Geor",
    "km": "Khmr",
    "kn": "Knda",
    "ko": "Hang",
    "lo": "Laoo",
    "ml": "Mlym",
    "nqo": "Nkoo",
    "or": "Orya",
    "pa": "Guru",
    "si": "Sinh",
    "syr": "Syrc",
    "ta": "Taml",
    "te": "Telu",
    "th": "Thai",
    "zgh": "Tfng",
}
_OF_WRITING = {"Aran": "Arab", "Hans": "Hani", "Hant": "Hani", "Hrkt": "Kana", "Jpan": "Hani", "Kore": "Hang"}
_WRITTEN_IN_LATIN = re.compile("[\u0000-\u02b8\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2190-\u22ff]*").fullmatch


_CLOSING = frozenset(BRACKETS.values())
_MOST_OPEN = 63  # as many brackets as UAX #9 pairs
_DEPENDS = "?"


class _Scripts(dict[str, str]):
    """character -> ISO 15924 code; '' where it follows what stands before it, _DEPENDS where its neighbours decide."""

    def __missing__(self, character: str) -> str:
        script = SCRIPT[ord(character)]
        if script == "Zinh":  # marks, joiners
            script = ""
        elif character in BRACKETS or character in _CLOSING or SCRIPT_EXTENSIONS[ord(character)]:
            script = _DEPENDS
        elif script in {"Zyyy", "Zzzz"}:
            script = ""
        self[character] = script
        return script


_SCRIPTS = _Scripts()


def script_of_language(language: str) -> str:
    """Return the script in which *language* (BCP 47) writes digits and signs that stand alone; Latin if unknown."""
    subtags = language.split("-")
    written = next((subtag for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()), None)
    if written:
        return _OF_WRITING.get(written, written)
    return _OF_LANGUAGE.get(subtags[0], "Latn")


def script_runs(text: str, language_script: str) -> list[tuple[int, int, str]]:
    """Return (start, end, script) of stretches of one script, in order (UAX #24, 5).

    What all scripts share follows what stands before it, at the start what comes after; a text of nothing else takes
    *language_script*. What some scripts share stays in a run of one of them, and else goes to *language_script* where
    that is one of them: a danda, an Arabic comma or digit. A closing bracket has the script of the opening one.
    """
    if language_script == "Latn" and _WRITTEN_IN_LATIN(text):
        return [(0, len(text), "Latn")]
    runs = []
    start = 0
    first = current = ""
    opened: list[tuple[str, str]] = []
    for index, known in enumerate(map(_SCRIPTS.__getitem__, text)):
        script = known
        if script == _DEPENDS:
            character = text[index]
            opener = _opener(character, opened) if character in _CLOSING else None
            script = _among(character, current, language_script) if opener is None else opener or first
            if character in BRACKETS and len(opened) < _MOST_OPEN:
                opened.append((BRACKETS[character], script or current))
        if script and script != current:
            if current:
                runs.append((start, index, current))
                start = index
            current = script
            first = first or script
    runs.append((start, len(text), current or language_script))
    return runs


def _opener(character: str, opened: list[tuple[str, str]]) -> str | None:
    """Return the script of the bracket that *character* closes and forget it, and those within; None without one."""
    for index in range(len(opened) - 1, -1, -1):
        closing, script = opened[index]
        if closing == character:
            del opened[index:]
            return script
    return None


def _among(character: str, current: str, language_script: str) -> str:
    """Choose the script of a character of several scripts, or '' for what stands before it."""
    users = SCRIPT_EXTENSIONS[ord(character)]
    own = SCRIPT[ord(character)]
    if current and current in users:
        return current
    if own != "Zyyy":
        return own
    return language_script if language_script in users else ""
