// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/recent_items.h"

#include <QSettings>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostItems = 8;
const QString recentItemsKey = u"recentItems"_s;
} // namespace

void RecentItems::note(const ItemRef &item)
{
    m_items.removeAll(item);
    m_items.prepend({item.type, item.id, {}});
    m_items = m_items.first(qMin(mostItems, m_items.size()));
}

void RecentItems::save(QSettings &settings, const Schema &schema) const
{
    QStringList lines;
    for (const ItemRef &item : m_items) {
        if (const EntityType *type = schema.type(item.type))
            lines << u"%1 %2"_s.arg(type->code).arg(item.id);
    }
    settings.setValue(recentItemsKey, lines);
}

void RecentItems::restore(const QSettings &settings, const Schema &schema)
{
    m_items.clear();
    for (const QString &line : settings.value(recentItemsKey).toStringList()) {
        const EntityType *type = schema.type(line.section(u' ', 0, 0));
        if (const qint64 id = line.section(u' ', 1).toLongLong(); type && id != 0)
            m_items << ItemRef{type->id, id, {}};
    }
}

} // namespace Kartoteka
