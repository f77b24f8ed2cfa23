// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/event_queries.h"

#include "core/base/fold.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"
#include "core/store/record/read_ids.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

Result<QList<qint64>> timesOfUid(const ReadContext &context, const QString &icsUid)
{
    return readIds(context,
                   u"SELECT id FROM activity INDEXED BY activity_ics_uid WHERE ics_uid_fold = ? AND deleted_at IS NULL "
                   "AND ics_uid = ? AND series IS NULL AND occurrence IS NOT NULL ORDER BY id"_s,
                   {fold(icsUid), icsUid});
}

Result<QHash<qint64, QString>> bookedRooms(const ReadContext &context, const QList<Item> &activities)
{
    QSet<qint64> booked;
    for (const Item &activity : activities) {
        for (const Member &member : activity.members(Codes::resources))
            booked.insert(member.ref.id);
    }
    QHash<qint64, QString> rooms;
    if (booked.isEmpty())
        return rooms;
    // One of which nobody said what it is, is a room: so those are made that are made in the calendar.
    auto cursor = context.connection.query(
        u"SELECT r.id, r.title FROM resource r LEFT JOIN list_value v ON v.id = r.resource_kind "
        "WHERE r.id IN (SELECT value FROM json_each(?)) AND r.deleted_at IS NULL AND coalesce(v.code, 'room') = 'room'"_s,
        {idList(booked.values())});
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        rooms.insert(cursor->integer(0), cursor->text(1));
    return rooms;
}

QString writtenPlace(const Item &activity, const QHash<qint64, QString> &rooms)
{
    for (const QString &code : {Codes::location, Codes::address}) {
        if (const QString place = activity.text(code); !place.isEmpty())
            return place;
    }
    QStringList titles;
    for (const Member &member : activity.members(Codes::resources)) {
        if (const QString title = rooms.value(member.ref.id); !title.isEmpty())
            titles << title;
    }
    return titles.join(u", "_s);
}

} // namespace Kartoteka
