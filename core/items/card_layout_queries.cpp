// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/card_layout_queries.h"

#include "core/base/uid.h"

namespace Kartoteka {

namespace {

std::optional<double> number(const Cursor &cursor, int column)
{
    return cursor.isNull(column) ? std::nullopt : std::optional(cursor.value(column).toDouble());
}

/// What a newer program may say is kept, and shows the field as usual.
Shown shownOf(const QString &word)
{
    return word == u"always" ? Shown::Always : word == u"hidden" ? Shown::Hidden : Shown::Auto;
}

Result<void> readSections(Connection &connection, qint64 view, CardOverrides &overrides)
{
    auto cursor = connection.query(
        u"SELECT id, uid, section, name, rank, hidden, deleted_at FROM card_section WHERE card_view = ? ORDER BY uid"_s,
        {view});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        overrides.sections.append({.id = cursor->integer(0),
                                   .uid = uidFromBytes(cursor->bytes(1)),
                                   .section = cursor->integer(2),
                                   .name = cursor->text(3),
                                   .rank = number(*cursor, 4),
                                   .isHidden = cursor->integer(5) != 0,
                                   .isAway = !cursor->isNull(6)});
    }
    return {};
}

Result<void> readFields(Connection &connection, qint64 view, CardOverrides &overrides)
{
    auto cursor = connection.query(
        u"SELECT field, card_section, rank, shown, deleted_at FROM card_field WHERE card_view = ?"_s, {view});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        overrides.fields.insert(cursor->integer(0),
                                {.section = cursor->integer(1),
                                 .rank = cursor->value(2).toDouble(),
                                 .shown = shownOf(cursor->text(3)),
                                 .isAway = !cursor->isNull(4)});
    }
    return {};
}

Result<void> readTabs(Connection &connection, qint64 view, CardOverrides &overrides)
{
    auto cursor = connection.query(
        u"SELECT code, rank, hidden, deleted_at FROM card_tab WHERE card_view = ? ORDER BY code"_s, {view});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        const bool isAway = !cursor->isNull(3);
        overrides.tabs.append({.code = cursor->text(0),
                               .rank = isAway ? std::nullopt : number(*cursor, 1),
                               .isHidden = !isAway && cursor->integer(2) != 0,
                               .isAway = isAway});
    }
    return {};
}

} // namespace

Result<CardOverrides> readOverrides(const ReadContext &context, qint64 view)
{
    CardOverrides overrides;
    if (view == 0)
        return overrides;
    for (const auto read : {readSections, readFields, readTabs}) {
        if (auto done = read(context.connection, view, overrides); !done)
            return done.error();
    }
    return overrides;
}

} // namespace Kartoteka
