// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_index.h"

#include "core/base/fold.h"
#include "core/store/value_codec.h"

namespace Kartoteka {

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
        if (!value.isValid())
            continue;
        if (column.isFolded() && !column.multiple) {
            add(fold(value.toString()));
        } else if (column.multiple && holdsTexts(column.type)) {
            for (const Member &member : value.value<Members>())
                add(memberKey(column.type, member, phoneRegion));
        } else if (column.code == u"number") {
            add(fold(value.toString()));
        }
    }
    return text;
}

Result<void> updateSearchIndex(Connection &connection, const RecordTable &table, qint64 id, const Row &before,
                               const Row &after, const QString &phoneRegion)
{
    const auto isSearched = [&](int i) {
        const RecordColumn &column = table.columns[i];
        return column.isFolded() || holdsTexts(column.type) || column.code == u"number";
    };
    bool touched = before.isEmpty() != after.isEmpty();
    for (int i = 0; !touched && i < table.columns.size(); ++i)
        touched = before[i] != after[i] && isSearched(i);
    if (!touched)
        return {};
    if (after.isEmpty())
        return connection.run(u"DELETE FROM %1_search WHERE rowid = ?"_s.arg(table.name), {id});
    const QString now = searchText(table, after, phoneRegion);
    if (!before.isEmpty())
        return connection.run(u"UPDATE %1_search SET text = ? WHERE rowid = ?"_s.arg(table.name), {now, id});
    return connection.run(u"INSERT INTO %1_search (rowid, text) VALUES (?, ?)"_s.arg(table.name), {id, now});
}

} // namespace Kartoteka
