// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/card_view_queries.h"

#include "core/base/uid.h"

#include <algorithm>

namespace Kartoteka {

namespace {

CardView viewWithoutRecord(const Schema &schema, qint64 typeId, qint64 person)
{
    CardView view;
    view.kind = person == 0 ? CardView::Kind::Common : CardView::Kind::Mine;
    view.uid = cardViewUid(schema, typeId, person);
    return view;
}

} // namespace

Result<QList<CardView>> readCardViews(const ReadContext &context, qint64 typeId, qint64 person)
{
    const Schema &schema = *context.schema;
    QList<CardView> views{viewWithoutRecord(schema, typeId, 0)};
    if (person != 0)
        views << viewWithoutRecord(schema, typeId, person);
    QList<CardView> named;
    {
        auto cursor = context.connection.query(
            u"SELECT id, uid, pipeline, name, forced, rank FROM card_view WHERE entity_type = ? AND deleted_at IS NULL "
            "AND (person IS NULL OR person = ?) ORDER BY rank, uid"_s,
            {typeId, person});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            CardView view;
            view.id = cursor->integer(0);
            view.uid = uidFromBytes(cursor->bytes(1));
            view.isForced = cursor->integer(4) != 0;
            const auto known = std::ranges::find(views, view.uid, &CardView::uid);
            if (known != views.end()) {
                known->id = view.id;
                known->isForced = view.isForced;
                continue;
            }
            view.kind = CardView::Kind::Named;
            view.pipeline = cursor->integer(2);
            view.name = cursor->text(3);
            view.rank = cursor->value(5).toDouble();
            if (!view.name.isEmpty())
                named << view;
        }
    }
    auto cursor = context.connection.query(
        u"SELECT f.card_view, f.person, f.department, f.id FROM card_view v JOIN card_view_for f ON f.card_view = v.id "
        "WHERE v.entity_type = ? AND v.deleted_at IS NULL AND f.deleted_at IS NULL ORDER BY f.uid"_s,
        {typeId});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        const auto view = std::ranges::find(named, cursor->integer(0), &CardView::id);
        if (view == named.end())
            continue;
        view->whom.append({cursor->integer(3), cursor->integer(1), cursor->integer(2)});
    }
    return views + named;
}

} // namespace Kartoteka
