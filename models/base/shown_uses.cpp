// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/base/shown_uses.h"

namespace Kartoteka {

ShownUses &ShownUses::of(Store &store)
{
    if (auto *known = store.findChild<ShownUses *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new ShownUses(store);
}

void ShownUses::add(QObject *view, Source source)
{
    m_sources.insert(view, std::move(source));
    m_views << view;
    connect(view, &QObject::destroyed, this, [this, view] {
        m_sources.remove(view);
        m_views.removeAll(view);
    });
}

QStringList ShownUses::of(const Field &field) const
{
    QStringList uses;
    for (QObject *view : m_views)
        uses << m_sources.value(view)(field);
    return uses;
}

} // namespace Kartoteka
