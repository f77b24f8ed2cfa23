// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>

#include <functional>

namespace Kartoteka {

/// Where the window of an open file shows a field: what changing it would change besides what the file says of its uses.
class ShownUses final : public QObject
{
    Q_OBJECT
public:
    using Source = std::function<QStringList(const Field &)>;

    /// Those of an open file; they live as long as the store.
    static ShownUses &of(Store &store);

    /// Asks a view too, as long as it lives.
    void add(QObject *view, Source source);
    /// In words.
    QStringList of(const Field &field) const;

private:
    explicit ShownUses(Store &store) : QObject(&store) {}

    QHash<QObject *, Source> m_sources;
    QList<QObject *> m_views; ///< in their order
};

} // namespace Kartoteka
