// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

class QSettings;

namespace Kartoteka {

/// The items of a file whose cards were open on this computer, the last one first.
class RecentItems
{
public:
    const QList<ItemRef> &items() const { return m_items; }
    void note(const ItemRef &item);
    void save(QSettings &settings, const Schema &schema) const;
    void restore(const QSettings &settings, const Schema &schema);

private:
    QList<ItemRef> m_items;
};

} // namespace Kartoteka
