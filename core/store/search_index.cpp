// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_index.h"

#include "core/base/fold.h"
#include "core/store/value_codec.h"

namespace Kartoteka {

QString searchText(const RecordTable &table, const Row &row, const QString &phoneRegion)
{
    QString text;
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
    const QString old = before.isEmpty() ? QString() : searchText(table, before, phoneRegion);
    const QString now = after.isEmpty() ? QString() : searchText(table, after, phoneRegion);
    if (old == now && before.isEmpty() == after.isEmpty())
        return {};
    if (!before.isEmpty()) {
        // An external-content FTS5 table must be told the text it is to forget.
        auto done = connection.run(u"INSERT INTO %1_search (%1_search, rowid, text) VALUES ('delete', ?, ?)"_s.arg(table.name),
                                   {id, old});
        if (done)
            done = connection.run(u"DELETE FROM %1_text WHERE id = ?"_s.arg(table.name), {id});
        if (!done)
            return done;
    }
    if (after.isEmpty())
        return {};
    auto done = connection.run(u"INSERT INTO %1_text (id, text) VALUES (?, ?)"_s.arg(table.name), {id, now});
    if (done)
        done = connection.run(u"INSERT INTO %1_search (rowid, text) VALUES (?, ?)"_s.arg(table.name), {id, now});
    return done;
}

} // namespace Kartoteka
