"""What texts in each language need: its letters and marks, its digits and punctuation, by language and script.

Our own lists, after the alphabets as they are taught; ranges leave out code points that Unicode has not assigned.
"""

# ruff: noqa: RUF001 # other scripts are what this is about

from __future__ import annotations

import re
import unicodedata

_ARABIC_MARKS = "\u064b-\u0652\u0654\u0670"
_PERSIAN_DIGITS = "۰-۹٪٫٬"
_CHINESE_MARKS = "、。，；：？！“”‘’（）《》〈〉【】「」『』…—·％～"

_ALPHABETS = {
    "ar": ("Arab", f"ء-غف-ي{_ARABIC_MARKS}٠-٩٪٫٬،؛؟«»ـ"),
    "fa": ("Arab", f"آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءأؤئۀة{_ARABIC_MARKS}{_PERSIAN_DIGITS}،؛؟«»"),
    "ur": ("Arab", f"آابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیےأؤئۂۃۓ{_ARABIC_MARKS}{_PERSIAN_DIGITS}،؛؟۔"),
    "bn": ("Beng", "ঁ-ঃঅ-ঋএঐও-নপ-রলশ-হ়া-ৄেৈো-ৎৗড়-য়০-৯।॥৳৷"),
    "hi": ("Deva", "ँ-ःअ-औक-ह़-ौ्ॐक़-य़ॠ।॥०-९॰"),
    "am": ("Ethi", "ሀ-ቊ-ቍበ-ኆኈ-ኍነ-ኰኲ-ኵኸ-ዐ-ዘ-ዧየ-ደ-ጎጐጒ-ጕጠ-ፚ፠-፼"),
    "my": ("Mymr", "က-ဧဩ-ာ-ှဿ၀-၏"),
    "th": ("Thai", "ก-ฺ฿-๛"),
    "ru": ("Cyrl", "А-яЁё№«»—"),
    "uk": ("Cyrl", "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯабвгґдеєжзиіїйклмнопрстуфхцчшщьюя’№«»—"),
    "el": ("Grek", "Α-ΡΣ-ΩΆΈΉΊΌΎΏΪΫα-ωάέήίόύώϊϋΐΰς·«»;"),
    "zh": ("Hani", f"国际移民组织每七个人中就有一个正在迁徙境内流离失所难庇护遣返签证汇款侨瘠羁祉{_CHINESE_MARKS}"),
}
_RANGE = re.compile("(.)-(.)", re.DOTALL)
_BETWEEN = "\u200c\u200d"
"""Joiners: no face need map them, since nothing is drawn for them, but every face that sets the rest must pass them."""


def _spelled(alphabet: str) -> str:
    """Return *alphabet* with its ranges written out."""
    spelled = _RANGE.sub(lambda found: "".join(map(chr, range(ord(found[1]), ord(found[2]) + 1))), alphabet)
    return "".join(dict.fromkeys(character for character in spelled if unicodedata.category(character) != "Cn"))


ALPHABETS = {language: (script, _spelled(alphabet) + _BETWEEN) for language, (script, alphabet) in _ALPHABETS.items()}
"""Script (ISO 15924) and characters by language."""

SENTENCES = {
    "ar": "عاش ١٥٪ من السكّان في بلدٍ آخر؛ لا أحد يعرف متى.",
    "fa": "سازمان بین‌المللی مهاجرت ۱۷۲ عضو دارد، گزارش را ژوئن پخش کرد.",
    "ur": "ہجرت کی بین الاقوامی تنظیم نے ڈیڑھ لاکھ لوگوں کی مدد کی۔",
    "bn": "আন্তর্জাতিক অভিবাসন সংস্থার ক্ষুদ্র দপ্তর ১৭২টি দেশে।",
    "hi": "अंतर्राष्ट्रीय प्रवासन संगठन के क्षेत्रीय कार्यालय १७२ देशों में हैं।",
    "am": "ዓለም አቀፍ የስደተኞች ድርጅት ፻፸፪ አባል አገሮች አሉት።",
    "my": "အပြည်ပြည်ဆိုင်ရာ ရွှေ့ပြောင်းနေထိုင်ခြင်း အဖွဲ့တွင် ၁၇၂ နိုင်ငံ ပါဝင်သည်။",
    "th": "องค์การระหว่างประเทศเพื่อการโยกย้ายถิ่นฐานมีสมาชิก ๑๗๒ ประเทศ ผู้ที่นี่",
    "ru": "Международная организация по миграции насчитывает 172 государства.",
    "uk": "Міжнародна організація з міграції має 172 держави-члени, її ґанок.",
    "el": "Ο Διεθνής Οργανισμός Μετανάστευσης έχει 172 κράτη-μέλη.",
    "zh": "国际移民组织有172个成员国，每七个人中就有一个正在迁徙。",
}
