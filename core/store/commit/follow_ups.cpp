// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/commit/follow_ups.h"

#include "core/base/uid.h"
#include "core/store/record/record_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Kartoteka {

Result<void> FollowUps::note(const NotedChange &change)
{
    for (const Follower &follower : m_followers) {
        if (!change.after.isEmpty() && follower.wants(change))
            m_wanted[{follower.name, change.table.code}].insert(change.id);
    }
    return {};
}

Result<void> FollowUps::write()
{
    for (auto it = m_wanted.cbegin(); it != m_wanted.cend(); ++it) {
        QList<qint64> ids = it->values();
        std::sort(ids.begin(), ids.end());
        auto done = m_connection.run(u"INSERT INTO follow_up (follower, act, record_table, records) VALUES (?, ?, ?, ?)"_s,
                                     {it.key().first, m_act, it.key().second, idList(ids)});
        if (!done)
            return done;
    }
    return {};
}

Result<QList<FollowUp>> waitingFollowUps(Connection &connection, const QUuid &act)
{
    // What a program is still writing is its own affair: it follows each part itself.
    const QString which = act.isNull() ? u"a.unfinished = 0 OR a.undone_by IS NOT NULL"_s : u"a.uid = ?"_s;
    auto cursor = connection.query(
        u"SELECT f.id, f.follower, f.record_table, f.records, a.uid, a.kind, a.author, a.undone_by FROM follow_up f "
        "JOIN act a ON a.id = f.act WHERE "_s
            + which + u" ORDER BY f.id"_s,
        act.isNull() ? QVariantList() : QVariantList{uidBytes(act)});
    if (!cursor)
        return cursor.error();
    QList<FollowUp> waiting;
    while (cursor->next()) {
        FollowUp one{.id = cursor->integer(0),
                     .follower = cursor->text(1),
                     .table = cursor->text(2),
                     .records = {},
                     .act = uidFromBytes(cursor->bytes(4)),
                     .actKind = cursor->text(5),
                     .author = cursor->integer(6),
                     .isTakenBack = !cursor->isNull(7)};
        const QJsonArray ids = QJsonDocument::fromJson(cursor->text(3).toUtf8()).array();
        for (const auto &id : ids)
            one.records.append(id.toInteger());
        waiting.append(one);
    }
    return waiting;
}

Result<FollowUpState> takeFollowUp(Connection &connection, qint64 id)
{
    auto taken = connection.scalar(
        u"DELETE FROM follow_up WHERE id = ? RETURNING (SELECT undone_by IS NOT NULL FROM act WHERE id = follow_up.act)"_s,
        {id});
    if (!taken)
        return taken.error();
    return !taken->isValid() ? FollowUpState::Gone : taken->toBool() ? FollowUpState::TakenBack : FollowUpState::Waits;
}

} // namespace Kartoteka
