// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept/search_index.h"

#include "core/schema/activity_codes.h"
#include "core/schema/repeat_rule.h"
#include "core/store/db/sql_name.h"
#include "core/store/db/write_times.h"
#include "core/store/record/folded_text.h"
#include "core/store/record/record_reader.h"
#include "core/store/record/value_codec.h"

#include <numeric>

namespace Kartoteka {

namespace {

constexpr qsizetype mostGathered = 8'000; ///< texts: some four megabytes

/// Whether an item, or an activity, is found by what a column holds.
bool isSearched(const RecordTable &table, const RecordColumn &column)
{
    // Of activities what people say of them, not what the program writes down in letters.
    static const QStringList technical{u"reminders"_s,  Codes::recurrence, Codes::series, Codes::occurrence,
                                       Codes::timeZone, Codes::colour,     u"ics_uid"_s};
    if (!table.isItem && technical.contains(column.code))
        return false;
    return column.isFolded() || holdsTexts(column.type) || column.code == u"number";
}

/// What a search finds an item by: all its texts, folded, one field a line.
QString searchText(const RecordTable &table, const Row &row, const QString &phoneRegion)
{
    QString text;
    text.reserve(200);
    const auto add = [&text](const QString &line) {
        if (line.isEmpty())
            return;
        if (!text.isEmpty())
            text += u'\n';
        text += line;
    };
    for (int i = 0; i < table.columns.size(); ++i) {
        const RecordColumn &column = table.columns[i];
        const Value &value = row[i];
        if (!value.isValid() || !isSearched(table, column))
            continue;
        if (column.isFolded() && !column.multiple) {
            add(foldedText(value.toString()));
        } else if (column.multiple && holdsTexts(column.type)) {
            for (const Member &member : value.value<Members>())
                add(memberKey(column.type, member, phoneRegion));
        } else {
            add(foldedText(value.toString()));
        }
    }
    // The index knows three signs at a time: what a text ends with begins one of them too, and short words are found by it.
    return text.isEmpty() ? text : text + endOfSearchText;
}

} // namespace

Result<void> SearchIndex::note(const NotedChange &change)
{
    const RecordTable &table = change.table;
    const Row &before = change.before;
    const Row &after = change.after;
    if (table.typeId == 0)
        return {};
    const PartTimer timer(Part::Search);
    bool touched = before.isEmpty() != after.isEmpty();
    for (int i = 0; !touched && i < table.columns.size(); ++i)
        touched = before[i] != after[i] && isSearched(table, table.columns[i]);
    if (!touched)
        return {};
    QMap<qint64, Entry> &entries = m_entries[table.name];
    auto entry = entries.find(change.id);
    if (entry == entries.end()) {
        entry = entries.insert(change.id, {.isStored = !before.isEmpty(), .text = {}});
        ++m_size;
    }
    entry->text = after.isEmpty() ? std::nullopt : std::optional(searchText(table, after, m_region));
    return m_size < mostGathered ? Result<void>() : flush();
}

Result<void> SearchIndex::write()
{
    const PartTimer timer(Part::Search);
    return flush();
}

Result<void> SearchIndex::flush()
{
    for (auto table = m_entries.cbegin(); table != m_entries.cend(); ++table) {
        const QString name = sqlName(table.key(), u"_search");
        const QString removal = u"DELETE FROM %1 WHERE rowid = ?"_s.arg(name);
        const QString change = u"UPDATE %1 SET text = ? WHERE rowid = ?"_s.arg(name);
        const QString addition = u"INSERT INTO %1 (rowid, text) VALUES (?, ?)"_s.arg(name);
        for (auto entry = table->cbegin(); entry != table->cend(); ++entry) {
            Result<void> done;
            if (entry->text)
                done = entry->isStored ? m_connection.run(change, {*entry->text, entry.key()})
                                       : m_connection.run(addition, {entry.key(), *entry->text});
            else if (entry->isStored)
                done = m_connection.run(removal, {entry.key()});
            if (!done)
                return done;
        }
    }
    m_entries.clear();
    m_size = 0;
    return {};
}

Result<void> fillSearchIndex(Connection &connection, const Schema &schema, const RecordTable &table)
{
    auto last = connection.scalar(u"SELECT max(id) FROM %1"_s.arg(sqlName(table.name)));
    if (!last)
        return last.error();
    SearchIndex index(connection, schema);
    for (qint64 from = 0; from < last->toLongLong(); from += recordsPerRead) {
        QList<qint64> ids(recordsPerRead);
        std::iota(ids.begin(), ids.end(), from + 1);
        auto records = readRecordsById(connection, schema, table, ids);
        if (!records)
            return records.error();
        for (const StoredRecord &one : std::as_const(*records)) {
            if (auto done = index.note({table, one.id, {}, one.row}); !done)
                return done;
        }
    }
    return index.write();
}

Result<void> tuneSearchIndex(Connection &connection, const QString &table)
{
    // Merging twice as many segments at once makes an import a twentieth faster and no search slower.
    constexpr int segmentsMerged = 8;
    // Left at 16, a level that is full is merged at once, and with it what an import left: half a second inside a commit.
    constexpr int mostSegments = 200;
    const QString set = u"INSERT INTO %1 (%1, rank) VALUES (?, ?)"_s.arg(sqlName(table, u"_search"));
    auto done = connection.run(set, {u"automerge"_s, segmentsMerged});
    return done ? connection.run(set, {u"crisismerge"_s, mostSegments}) : done;
}

Result<bool> mergeSearchIndex(Connection &connection, const QString &table)
{
    constexpr int pages = 64;
    auto before = connection.scalar(u"SELECT total_changes()"_s);
    if (!before)
        return before.error();
    if (auto done = connection.run(u"INSERT INTO %1 (%1, rank) VALUES ('merge', ?)"_s.arg(sqlName(table, u"_search")),
                                   {pages});
        !done)
        return done.error();
    auto after = connection.scalar(u"SELECT total_changes()"_s);
    // https://sqlite.org/fts5.html#the_merge_command: fewer than two changes are no work.
    return after ? Result<bool>(after->toLongLong() - before->toLongLong() >= 2) : Result<bool>(after.error());
}

} // namespace Kartoteka
