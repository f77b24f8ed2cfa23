// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/db/connection.h"
#include "core/store/kept/derived_table.h"

#include <QMap>

namespace Kartoteka {

/// Behind every text of a search index that is not empty.
constexpr QChar endOfSearchText = u'\n';

/// Keeps the full-text index of items and activities in step with their rows.
///
/// The texts are written by ascending id and not as they come: FTS5 takes a rowid below the one before it for a reason
/// to write what it has gathered to the file (sqlite3Fts5IndexBeginWrite), and changes of items all over the base,
/// as an exchange file brings them, would be written one by one.
class SearchIndex final : public DerivedTable
{
public:
    SearchIndex(Connection &connection, const Schema &schema) : m_connection(connection), m_region(schema.phoneRegion()) {}

    Result<void> note(const NotedChange &change) override;
    void setDefinitions(const Schema &schema, const Catalog &) override { m_region = schema.phoneRegion(); }
    Result<void> write() override;

private:
    Result<void> flush();

    struct Entry
    {
        bool isStored = false;
        std::optional<QString> text; ///< none: the item is gone
    };

    Connection &m_connection;
    QString m_region;
    QHash<QString, QMap<qint64, Entry>> m_entries; ///< by table
    qsizetype m_size = 0;
};

/// How the index of a type merges its segments: by small steps, and never all of them inside somebody's commit.
Result<void> tuneSearchIndex(Connection &connection, const QString &table);
/// Puts all rows of a table into its index, which is empty.
Result<void> fillSearchIndex(Connection &connection, const Schema &schema, const RecordTable &table);
/// Merges some segments, a few milliseconds of work. @return false when there was nothing to do.
Result<bool> mergeSearchIndex(Connection &connection, const QString &table);

} // namespace Kartoteka
