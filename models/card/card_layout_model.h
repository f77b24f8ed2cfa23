// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/card_layout.h"
#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// The layout of the cards of a type as it applies to the person at the machine, true after every commit that concerns it; and
/// the acts that change it. What a gesture makes of it stands at once: the file follows.
class CardLayoutModel final : public QObject
{
    Q_OBJECT
public:
    CardLayoutModel(Store &store, QObject *parent);

    Store &store() const { return m_store; }
    /// Whose cards: nothing is read while it is the same.
    void show(qint64 typeId, qint64 pipeline);
    const CardLayout &layout() const { return m_layout; }

    /// Makes @p after, a step from what layout() is, what the view holds. @p done is said once it is in the file.
    void change(const Result<CardLayout> &after, const QString &said = {});
    /// Any other act: of a view, of a definition.
    void commit(const Result<ChangeSet> &changes, const QString &said = {});
    void choose(const CardView &view);

signals:
    void changed();
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);

private:
    void read();

    Store &m_store;
    CardLayout m_layout;
    int m_pending = 0; ///< acts that are not in the file yet: what stands there would take back what was made of the layout
};

} // namespace Kartoteka
