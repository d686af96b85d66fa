"""Scripts of characters, and the characters that show nothing."""

from __future__ import annotations

import re

import uharfbuzz as hb

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

_OF_LANGUAGE = {
    **dict.fromkeys(("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"), "Cyrl"),
    **dict.fromkeys(("ar", "ckb", "fa", "ps", "ur"), "Arab"),
    **dict.fromkeys(("am", "ti"), "Ethi"),
    **dict.fromkeys(("hi", "mr", "ne"), "Deva"),
    **dict.fromkeys(("ja", "zh"), "Hani"),
    "bn": "Beng",
    "el": "Grek",
    "he": "Hebr",
    "hy": "Armn",
    "ka": "Geor",
    "km": "Khmr",
    "ko": "Hang",
    "lo": "Laoo",
    "my": "Mymr",
    "th": "Thai",
}
_WRITTEN_IN_LATIN = re.compile("[\u0000-\u02b8\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\u2190-\u22ff]*").fullmatch


class _Scripts(dict[str, str]):
    """character -> ISO 15924 code by HarfBuzz's copy of the Unicode Character Database; '' where scripts share it."""

    def __missing__(self, character: str) -> str:
        buffer = hb.Buffer()
        buffer.add_codepoints([ord(character)])
        buffer.guess_segment_properties()
        script = self[character] = buffer.script or ""
        return script


_SCRIPTS = _Scripts()


def script_of_language(language: str) -> str:
    """Return the script in which *language* (BCP 47) writes digits and signs that stand alone; Latin if unknown."""
    subtags = language.split("-")
    written = next((subtag for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()), None)
    if written in {"Hans", "Hant"}:
        return "Hani"
    return written or _OF_LANGUAGE.get(subtags[0], "Latn")


def script_runs(text: str, language_script: str) -> list[tuple[int, int, str]]:
    """Return (start, end, script) of stretches of one script, in order (UAX #24).

    Characters that scripts share follow what stands before them, at the start what comes after; a text of nothing else
    takes *language_script*.
    """
    if language_script == "Latn" and _WRITTEN_IN_LATIN(text):
        return [(0, len(text), "Latn")]
    runs = []
    start = 0
    current = ""
    for index, script in enumerate(map(_SCRIPTS.__getitem__, text)):
        if script and script != current:
            if current:
                runs.append((start, index, current))
                start = index
            current = script
    runs.append((start, len(text), current or language_script))
    return runs
