"""Check every sentence of the kiosk and its translations; words.toml holds the words to avoid.

The Chinese of Hong Kong is made from the mainland's (scripts/hong_kong.py), and must not be out of date.
One long file: all that is asked of a sentence stands together.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po, write_po

from kiosk.glossary_file import sentences_in_glossary
from kiosk.scams_file import sentences_in_scams
from kiosk.trees_file import TreeError, sentences_in_trees
from scripts import hong_kong

ROOT = Path(__file__).parent.parent
LANGUAGES = ("zh_CN", "en", "zh_HK")
KEYWORDS = {"t": None, "aloud": None, "tn": (1, 2)}
MOST_HAN = 20
MOST_WORDS = 25
CHINESE_ENDS = r"[。！？?!\n]+"
SENTENCE_ENDS = {"en": r"[.!?]+(?=\s|$)|\n", "zh_CN": CHINESE_ENDS, "zh_HK": CHINESE_ENDS}
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
HALF_WIDTH = re.compile(r"(?<=[\u3400-\u9fff}])[,;:?!]|[,;:?!](?=[\u3400-\u9fff])")
HEADER = """# The sentences of the kiosk; scripts/check-words --update adds new ones.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"

"""


@dataclass(frozen=True)
class Problem:
    """Something wrong with a sentence: where it stands, the sentence, and what is wrong with it."""

    where: str
    sentence: str
    wrong: str

    def __str__(self) -> str:
        return f"{self.where}: {self.wrong}: {self.sentence!r}"


@dataclass(frozen=True)
class Avoid:
    """A word to avoid: `alone` as a whole sentence only, `unless` a plain word explains it."""

    word: str
    say: str
    alone: bool = False
    unless: str | None = None

    def is_in(self, text: str) -> bool:
        """Tell whether the text uses the word where it should not."""
        if self.alone:
            return text.strip(" .。").casefold() == self.word.casefold()
        if self.unless is not None and self.unless in text:
            return False
        edge = r"\b" if self.word.isascii() else ""
        return re.search(f"{edge}{re.escape(self.word)}{edge}", text, re.IGNORECASE) is not None


# ----------------------------------------------------------------------------------- what is there


def words_to_avoid(path: Path) -> dict[str, list[Avoid]]:
    """Read the words to avoid, by language."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {language: [Avoid(**entry) for entry in entries] for language, entries in table.items()}


def sentences_in(source: Path) -> Catalog:
    """Return every sentence that the program says."""
    found = Catalog(charset="utf-8")
    methods = [("**.py", "python")]
    for name, _line, message, _comments, _context in extract_from_dir(source, methods, keywords=KEYWORDS):
        found.add(message, locations=[(f"{source.name}/{name}", 1)])
    return found


def unreadable_calls(source: Path, known: Catalog) -> Iterator[Problem]:
    """Find sentences that are not written out, or stand where nobody finds them (inside an f-string)."""
    for path in sorted(source.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
                count = 2 if node.func.id == "tn" else 1
                said = [getattr(argument, "value", None) for argument in node.args[:count]]
                if len(said) < count or not all(isinstance(words, str) for words in said):
                    yield Problem(f"{path.name}:{node.lineno}", ast.unparse(node), "not written out")
                elif known.get(str(said[0])) is None:
                    yield Problem(f"{path.name}:{node.lineno}", str(said[0]), "not found by the extractor")


def read_catalogue(path: Path, language: str) -> Catalog:
    """Read one language; a missing file holds no sentence."""
    text = path.read_bytes() if path.exists() else header(language).encode()
    return read_po(BytesIO(text), locale=language, abort_invalid=True)


def header(language: str) -> str:
    """Return a header that never changes, so that a diff shows sentences only."""
    return HEADER.format(language=language, plural=get_plural(language).plural_forms)


# --------------------------------------------------------------------------------------- the rules


def problems_in(
    catalogue: Catalog, said: Catalog, language: str, avoid: Iterable[Avoid]
) -> Iterator[Problem]:
    """Find everything that is wrong with one language."""
    avoid = tuple(avoid)
    if catalogue.num_plurals != get_plural(language).num_plurals:
        yield Problem(language, "Plural-Forms", "wrong number of plural forms")
    for entry in said:
        if entry.id:
            found = catalogue.get(forms_of(entry.id)[0])
            wrong = ["not in the catalogue"] if found is None else wrong_with(found, entry, language, avoid)
            yield from (Problem(language, forms_of(entry.id)[0], what) for what in wrong)
    kept = [entry.id for entry in catalogue if entry.id] + list(catalogue.obsolete)
    for message in map(forms_of, kept):
        if said.get(message[0]) is None:
            yield Problem(language, message[0], "obsolete")


def forms_of(words: object) -> tuple[str, ...]:
    """Return the forms of a msgid or msgstr: one, or as many as it has plurals."""
    return tuple(map(str, words)) if isinstance(words, tuple | list) else (str(words or ""),)


def wrong_with(entry: Message, said: Message, language: str, avoid: Iterable[Avoid]) -> Iterator[str]:
    """Say all that is wrong with one translation."""
    forms, wanted = forms_of(entry.string), get_plural(language).num_plurals if said.pluralizable else 1
    if entry.fuzzy:
        yield "fuzzy"
    if entry.pluralizable != said.pluralizable or len(forms) != wanted:
        yield "wrong number of plural forms"
    if not all(forms):
        yield "a plural form is empty" if any(forms) else "no translation"
        return
    yield from wrong_places(forms, forms_of(said.id))
    for text in (*forms_of(said.id), *forms):
        if text != text.strip():
            yield "a space at its beginning or end"
    for text in forms:
        yield from wrong_wording(text, language, avoid)


def wrong_places(forms: tuple[str, ...], said: tuple[str, ...]) -> Iterator[str]:
    """Compare the {places}; the last plural form must have all of them, the others no strange ones."""
    try:
        known = set().union(*map(places_in, said))
        given = [places_in(form) for form in forms]
    except ValueError as error:
        yield f"broken {{place}} ({error})"
        return
    for name in sorted(places_in(said[-1]) - given[-1]):
        yield f"{{{name}}} is missing"
    for name in sorted(set().union(*given) - known):
        yield f"{{{name}}} is not known"


def places_in(text: str) -> set[str]:
    """Return the names of the {places}; ValueError where one is not a plain name."""
    names = set()
    for _literal, name, form, conversion in Formatter().parse(text):
        if name is not None and (not name.isidentifier() or form or conversion):
            raise ValueError(f"{{{name}}}")
        names.add(name or "")
    return names - {""}


def wrong_wording(text: str, language: str, avoid: Iterable[Avoid]) -> Iterator[str]:
    """Find sentences that are too long, words to avoid, and narrow marks among Han."""
    for sentence in re.split(SENTENCE_ENDS[language], text):
        if language == "en" and len(sentence.split()) > MOST_WORDS:
            yield f"a sentence of {len(sentence.split())} words"
        if len(HAN.findall(sentence)) > MOST_HAN:
            yield f"a sentence of {len(HAN.findall(sentence))} Han"
    for word in avoid:
        if word.is_in(text):
            yield f"{word.word} (say: {word.say})"
    if language != "en" and HALF_WIDTH.search(text):
        yield "a narrow mark among Han"
    if language == "zh_HK" and (left := "".join(filter(hong_kong.is_simplified, text))):
        yield f"simplified characters ({left})"


# ------------------------------------------------------------------------------------- what to do


def updated(catalogue: Catalog, said: Catalog, language: str) -> str:
    """Return the catalogue with every new sentence and without old ones; English is its own translation."""
    catalogue.update(said, no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    for entry in catalogue:
        if language == "en" and entry.id and not all(forms_of(entry.string)):
            entry.string = entry.id
    written = BytesIO()
    write_po(written, catalogue, width=100, sort_output=True, omit_header=True, include_lineno=False)
    return header(language) + written.getvalue().decode()


def made_for_hong_kong(root: Path, said: Catalog, update: bool) -> Iterator[Problem]:
    """Make what is made from the mainland's Chinese, or find that it is out of date."""
    how, mainland = hong_kong.usage(), read_catalogue(path_of(root, "zh_CN"), "zh_CN")
    made = {
        path_of(root, "zh_HK"): updated(hong_kong.catalogue_from(mainland, how), said, "zh_HK"),
        root / "kiosk" / "traditional.py": hong_kong.names_module(hong_kong.names_of(how)),
    }
    for path, text in made.items():
        if update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            yield Problem("zh_HK", path.name, "not what scripts/check-words --update makes")
    for message in hong_kong.outdated(mainland, how):
        yield Problem("zh_HK", message, "written by hand for other words")


def path_of(root: Path, language: str) -> Path:
    """Return where the catalogue of a language stands."""
    return root / "translations" / language / "LC_MESSAGES" / "kiosk.po"


def check(root: Path, update: bool) -> Iterator[Problem]:
    """Find everything that is wrong in the project at `root`, after bringing in what is new."""
    avoid, said = words_to_avoid(Path(__file__).with_suffix(".toml")), sentences_in(root / "kiosk")
    try:
        in_trees = list(sentences_in_trees(root / "assets" / "trees"))
    except TreeError as error:  # without its sentences their translations would go
        yield Problem("trees", str(error).partition("\n")[0], "cannot be read; nothing was looked at")
        return
    for name, sentence in in_trees:
        said.add(sentence, locations=[(f"trees/{name}", 1)])
    for sentence in sentences_in_glossary(root / "assets" / "glossary.toml"):
        said.add(sentence, locations=[("assets/glossary.toml", 1)])
    for sentence in sentences_in_scams(root / "assets" / "scams.toml"):
        said.add(sentence, locations=[("assets/scams.toml", 1)])
    yield from unreadable_calls(root / "kiosk", said)
    for language in LANGUAGES:
        path = path_of(root, language)
        try:
            if language == "zh_HK":
                yield from made_for_hong_kong(root, said, update)
            elif update:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(updated(read_catalogue(path, language), said, language), encoding="utf-8")
            for problem in problems_in(read_catalogue(path, language), said, language, avoid[language]):
                if language != "zh_HK" or problem.wrong != "no translation":  # zh_CN has told that already
                    yield problem
        except PoFileError as error:
            yield Problem(language, path.name, f"cannot be read ({error})")


def main(arguments: list[str]) -> int:
    """Print what is wrong; 1 where anything is. --update brings new sentences in first."""
    problems = list(check(ROOT, update="--update" in arguments))
    print(*problems, f"{len(problems)} problems with the words.", sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
