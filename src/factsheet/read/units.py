"""Units of facts: a currency by its code, ``percent``, ``year``, or a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .report import quoted

if TYPE_CHECKING:
    from ..problems import Position
    from .report import Problems

_CODES = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD "
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG "
)
CURRENCIES = frozenset(_CODES.split())
"""ISO 4217, list one, without funds, metals and test codes; of the codes that have just been withdrawn, ANG and BGN."""

WORDS = frozenset({"all", "cup", "gel", "lak", "mop", "pen", "top", "try"})
"""Words that happen to be a code in small letters: a unit may well be one."""

_PERCENT = frozenset({"per cent", "percentage", "percents", "pct", "pc", "p.c."})
_SCALES = {
    **dict.fromkeys(("thousand", "thousands", "k", "th"), "thousand"),
    **dict.fromkeys(("million", "millions", "m", "mn", "mio"), "million"),
    **dict.fromkeys(("billion", "billions", "bn"), "billion"),
}
_SIGNS = frozenset("$¢£¤¥₡₦₨₩₪₫€₭₮₱₲₴₵₸₹₺₼₽₾₿฿៛﷼")
_CODE = re.compile(r"[A-Z]{3}")


def check_unit(unit: str, position: Position, problems: Problems) -> None:
    """Note a problem unless *unit* is empty, a currency's code, ``percent``, ``year``, or a word.

    Args:
        unit: as written.
        position: where it stands.
        problems: takes what is wrong.
    """
    found = _mistake(unit) if unit else None
    if found is not None:
        message, remedy, meant = found
        problems.add("unit-unknown", message, position, remedy, f"did you mean '{meant}'?" if meant else "")


def _mistake(unit: str) -> tuple[str, str, str] | None:
    """Return message, remedy and what was probably meant, or None for a good unit."""
    small = unit.strip().lower()
    if small in {"percent", "year"} and unit != small:
        return f"the unit {small} is written in small letters", f"write 'unit: {small}'", small
    if small in _PERCENT or any(character in "%\N{PER MILLE SIGN}\N{ARABIC PERCENT SIGN}" for character in unit):
        return f"{quoted(unit)} is not a unit", "write 'unit: percent'; the language says how it looks", "percent"
    if any(character in _SIGNS for character in unit):
        return f"{quoted(unit)} is not a unit", "write the currency's code as ISO 4217 has it (USD, EUR)", ""
    if not any(character.isalpha() for character in unit):
        return f"{quoted(unit)} is not a unit", "write a currency's code, percent, year, or a word (person)", ""
    return _money(unit, small)


def _money(unit: str, small: str) -> tuple[str, str, str] | None:
    code = unit.strip().upper()
    if code in CURRENCIES and unit != code and small not in WORDS:
        return "a currency's code is written in capitals", f"write 'unit: {code}'", code
    if _CODE.fullmatch(unit) and unit not in CURRENCIES:
        remedy = "three capitals are a currency's code (ISO 4217); write any other unit in small letters"
        return f"no currency has the code {unit}", remedy, ""
    words = unit.split()
    code = next((word for word in words if word in CURRENCIES), "")
    if len(words) > 1 and code:
        scale = next((_SCALES[small] for word in words if (small := word.lower().rstrip(".")) in _SCALES), "")
        remedy = f"write 'unit: {code}' and 'scale: {scale}'" if scale else f"write 'unit: {code}'; the label says more"
        return f"{quoted(unit)} is more than a unit", remedy, ""
    return None
