"""The last touch before an engine speaks: figures, units, names and signs become what people say.

No engine is trusted with them: one says thousands where a hotline is meant, another says "asterisk".
Values of `kiosk.text` say themselves; these tables take what stands in running text.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from kiosk.text import Language
from kiosk.voice import cantonese, english, mandarin
from kiosk.voice.readings import MASKED_NAME, Reading, reading, respelled

HAN = re.compile(r"[\u3400-\u9fff]")
CLAUSE_END = re.compile(r"(?<=[,:，：])\s*")
ENGLISH_SENTENCE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")

# Wide forms of figures, Latin letters and signs, which look alike and must sound alike.
WIDE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%+-=/@&~*#"
NARROW = str.maketrans({chr(ord(sign) + 0xFEE0): sign for sign in WIDE} | {"￥": "¥"})

PAUSES: tuple[Reading, ...] = (
    reading(r"[\u200b-\u200f\u2060\ufeff]", ""),
    reading(r"(?<=\w)['’](?=\w)", "\N{MODIFIER LETTER APOSTROPHE}"),
    reading(r"(?<=[\u3400-\u9fff])[·・](?=[\u3400-\u9fff])", ""),
    reading(r"\s*(?:—+|–|―|…+|\.{3,}|[·・()（）\[\]【】])\s*", ", "),
)
KEPT = frozenset(",.!?;:-，。！？；：、ʼ'")

TIDY: tuple[Reading, ...] = (
    reading(r"\N{MODIFIER LETTER APOSTROPHE}", "'"),
    reading(r"(?<!\w)-|-(?!\w)", " "),
    reading(r"\s+", " "),
    reading(r"\s*(?:[,，、]\s*)+(?=[,，、。！？；：.!?;:])", ""),
    reading(r"(?<=[。！？；：.!?;:])\s*[,，、]+", " "),
    reading(r"^[\s,，、。；：.;:]+|[\s,，、]+$", ""),
)
CHINESE_TIDY: tuple[Reading, ...] = (
    reading(r"\s*[,，、]\s*", "，"),
    reading(r"(?<=[\u3400-\u9fff。！？；：，]) (?=[\u3400-\u9fff])", ""),
)
ENGLISH_TIDY: tuple[Reading, ...] = (reading(r"\s+([,.!?;:])", r"\1"), reading(r",(?=[^\s])", ", "))

READINGS = {
    Language.ZH_CN: mandarin.READINGS,
    Language.ZH_HK: cantonese.READINGS,
    Language.EN: english.READINGS,
}


def pronounce(speech: str, language: Language) -> str:
    """Respell a sentence so that any engine of its language says it rightly; "" where nothing is left."""
    in_english = language is Language.EN
    spelled = respelled(respelled(speech.translate(NARROW), READINGS[language]), PAUSES)
    heard = "".join(sign if _is_heard(sign) else " " for sign in spelled)
    return respelled(respelled(heard, TIDY), ENGLISH_TIDY if in_english else CHINESE_TIDY)


def _is_heard(sign: str) -> bool:
    return sign in KEPT or sign.isspace() or unicodedata.category(sign)[0] in "LNM"


def tongue_of(speech: str, language: Language) -> Language:
    """Return the language whose voice can say a phrase: Han in Chinese, an English greeting in English.

    A Chinese voice reads Latin words among Han; an English one can do nothing with Han.
    """
    if HAN.search(re.sub(MASKED_NAME, "", speech)):
        return Language.ZH_CN if language is Language.EN else language
    return Language.EN if ENGLISH_SENTENCE.search(speech) else language


def by_tongue(speech: str, language: Language) -> tuple[str, ...]:
    """Cut an English phrase at its marks where Han begins or ends, so that each part has its own voice."""
    if language is not Language.EN or tongue_of(speech, language) is Language.EN:
        return (speech,)
    parts = (one for one in CLAUSE_END.split(speech) if one)
    return tuple(" ".join(some) for _, some in groupby(parts, lambda one: tongue_of(one, language)))
