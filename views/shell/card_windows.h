// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/query/condition.h"
#include "core/store/store.h"

#include <QHash>
#include <QPointer>

namespace Kartoteka {

class CardPanel;
class CardWindow;
class MoveConversation;

/// The cards that stand in windows of their own; an item has one at most.
class CardWindows final : public QObject
{
    Q_OBJECT
public:
    CardWindows(Store &store, MoveConversation &moves, QWidget *parent);

    /// Opens a window for an item, or brings the one it has to the front.
    void open(const ItemRef &ref);
    /// Brings an item's window to the front. @return false when it has none.
    bool raise(const ItemRef &ref);
    /// Closes them all, asking where something is not saved. @return false: a person wants to stay.
    bool closeAll();
    QList<CardPanel *> cards() const;

signals:
    void opened(const Kartoteka::ItemRef &ref); ///< an item that is shown in one of them is wanted as a card
    void convertWanted(const Kartoteka::ItemRef &ref);
    void createWanted(qint64 typeId, const QHash<QString, Kartoteka::Value> &values, const Kartoteka::ItemRef &products);
    void sectionWanted(qint64 typeId, const QList<Kartoteka::Condition> &conditions);
    void left(const Kartoteka::ItemRef &ref); ///< its window was closed

private:
    Store &m_store;
    MoveConversation &m_moves;
    QWidget *m_parent;
    QList<QPointer<CardWindow>> m_windows;
    bool m_goes = false; ///< with the office: nobody leaves an item
};

} // namespace Kartoteka
