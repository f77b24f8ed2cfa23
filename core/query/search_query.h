// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"

#include <functional>

namespace Kartoteka {

/// How a text that a person types is looked for: its words, all of them, or the digits of a phone, or the same keys on the
/// other keyboard layout.
struct SearchTerms
{
    QString match;      ///< FTS5 expression of what the search index knows; empty when some way has no word for it
    QString tests;      ///< SQL on the text of the index, `x.c0`
    QVariantList texts; ///< what the tests bind
    bool exact = false; ///< the expression says it all: nothing is to be tested

    bool isEmpty() const { return tests.isEmpty(); }
};

/// The words of the search index that begin with one too short for it; nothing when the texts hold it so often that reading
/// them finds it sooner.
using ShortWords = std::function<std::optional<QStringList>(const QString &word)>;
ShortWords shortWords(const ReadContext &context, const RecordTable &table);

/// Without @p lookUp what consists of short words only has no expression. @p number: that is found too.
SearchTerms searchTerms(const QString &text, const ShortWords &lookUp = {}, const QString &number = {});
/// … among the rows of a table: by the number too that one was made under on another seat. @p scan: no word is looked up.
Result<SearchTerms> searchTerms(const ReadContext &context, const RecordTable &table, const QString &text,
                                bool scan = false);

/// CompiledQuery::rowId of a search that reads all texts, because the index knows no word of it.
inline const QString textsRowId = QStringLiteral("x.id");

/// Whether more rows than are looked through quickly have what is searched for: of a filter that leaves few each is asked then.
Result<bool> isFoundOften(const ReadContext &context, const RecordTable &table, const SearchTerms &terms);

/// The rows of a type that contain a text, as a source that is walked from the newest down: the search index first, then
/// the row. No order of the rows and no statistics make SQLite do otherwise.
CompiledQuery searchSource(const RecordTable &table, const SearchTerms &terms);
/// … as a test of the row `t`.
CompiledQuery searchTest(const RecordTable &table, const SearchTerms &terms);

} // namespace Kartoteka
