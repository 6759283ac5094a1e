"""Scores records against gold. What counts as right, kind by kind:

Gold quotes are located in the record's own text; a quote that is not there counts as missed. Every pairing is
one-to-one and of greatest total weight (`match.pair_up`): the order of entries never matters, a gold entry is
found once at most, and what is found twice counts against precision.

money, dates
    `span`: the two spans are equal. `value`: the spans overlap and the value is equal (money: currency,
    amount, min and max; dates: the TIMEX3 value). `qualifier` and `type`: value and qualifier (or TIMEX3
    type) are right. `all`: span, value, qualifier (type) and `per` are right. `per` counts only entries that
    have one: value and `per` are right.
parties
    Paired by the names they share: gold's name and aliases with the record's name, aliases and mentions (no
    pronouns), compared without case, punctuation, articles, possessives and legal forms (`match.name_key`).
    `name`: the record's name is one of gold's names. `kind`: name right and kind equal. `aliases`: over name
    and aliases of all parties, each once: those that paired parties have in common are right.
clauses
    `type`: equal type, and the F-measure of the spans' characters is at least 0.5. `span`: the same without
    the type. `touch`: equal type and any overlap. Over the pairs of `span`: `status` and `parties`.
facts
    A party slot is right when the record's party is the one that gold's party is paired with; a record's
    party left single stands for the gold party it shares most names with (a split party is paid for once).
    Where either side has words instead of a party, words are compared: F-measure of words at least 0.5,
    against any name of the party. Missing on both sides is right, missing on one side is wrong.
    `strict`: type, subject, object and amount (currency, value, min, max; not `per`) are right.
    `lenient`: type and subject are right, and object or amount is present and right (where gold and record
    have neither, type and subject do). `exact`: strict, and every other slot and `negated` are right too.
    `slots`: over the best pairing of facts of equal type, filled slots of gold and record that agree.
    Attributes (status, date, source, negated): accuracy over the facts paired by `lenient`; type-specific
    keys over those of these pairs where gold or record has the key. Texts (title, stake, matter, instrument;
    seller, court and source when they are no parties) are compared as words, all else must be equal.

An accuracy (right out of judged) is kept as counts in which a wrong one is both a false positive and a false
negative, so that its F1 is the accuracy.
"""

from __future__ import annotations

from pipeline.evaluate.counts import ArticleScore
from pipeline.evaluate.facts import score_facts
from pipeline.evaluate.gold import GoldArticle
from pipeline.evaluate.parties import PartyMap, score_parties
from pipeline.evaluate.spans import score_clauses, score_dates, score_money
from pipeline.records import Record


def score_article(article: GoldArticle, record: Record) -> ArticleScore:
    """Score one record against its gold."""
    score = ArticleScore(stem=article.stem, genre=article.genre, text=record.article.text)
    score_money(score, article, record)
    score_dates(score, article, record)
    parties = PartyMap(article, record)
    score_parties(score, article, record, parties)
    score_clauses(score, article, record, parties)
    score_facts(score, article, record, parties)
    return score
