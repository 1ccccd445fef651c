"""Words as lemminflect itself reads them, though only those that are asked for are read."""

from lemminflect import config
from lemminflect.codecs.InflectionLUCodec import InflectionLUCodec
from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec

from blameless_lint.rewrite.inflect import base, form
from blameless_lint.rewrite.tables import form_table, lemma_table


def test_every_lemma_is_what_the_library_reads() -> None:
    whole, table = LemmaLUCodec.load(config.lemma_lu_fn), lemma_table()
    assert len(whole) > 60_000
    assert {word: table.get(word, {}) for word in whole} == whole


def test_every_form_is_what_the_library_reads() -> None:
    whole, table = InflectionLUCodec.load(config.inflection_lu_fn), form_table()
    assert len(whole) > 30_000
    assert {word: table.get(word, {}) for word in whole} == whole


def test_a_word_that_no_table_knows_gives_the_default() -> None:
    assert lemma_table().get("qwrtz", {"VERB": ("none",)}) == {"VERB": ("none",)}
    assert form("qwrtz", "VBN")
    assert base("went", "went") == "go"
