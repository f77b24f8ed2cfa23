// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "core/store/store.h"

#include <QObject>

class QMenu;
class QWidget;

namespace Kartoteka {

class CardPrint;
class MoveConversation;

/// What a card does to its item besides editing its fields: moves it, ends it, deletes it and brings it back.
class CardActs final : public QObject
{
    Q_OBJECT
public:
    CardActs(Store &store, MoveConversation &moves, QWidget *card);

    /// The card stands in a window of its own already.
    void setAlone() { m_isAlone = true; }
    void moveTo(const ItemRef &ref, qint64 stage);
    /// Shows the card as it will be on paper.
    void print(const ItemRef &ref);
    /// The ways to end an item, where the bar of its stages ends.
    void showFinishMenu(const Item &item, const QPoint &global);
    void showMoreMenu(const Item &item, const QPoint &global);
    /// Who else can answer for an item.
    void showPeopleMenu(const Item &item, const QPoint &global);

signals:
    void editAllWanted();
    void configureWanted();
    void convertWanted(const Kartoteka::ItemRef &ref);
    /// A new item of a type, with values that it begins with, and with the products of an item (null: none).
    void createWanted(qint64 typeId, const QHash<QString, Kartoteka::Value> &values, const Kartoteka::ItemRef &products);
    void windowWanted(const Kartoteka::ItemRef &ref); ///< the card in a window of its own
    void deleted();
    /// Error::where may be a field of the card.
    void refused(const Kartoteka::Error &error);
    void done(const QString &what);
    /// Something worth knowing that nobody would take back.
    void told(const QString &what);

private:
    void addNewOnes(QMenu &menu, const Item &item);
    void commit(ChangeSet changes, const QString &said, const std::function<void()> &after = {});

    Store &m_store;
    MoveConversation &m_moves;
    QWidget *m_card;
    CardPrint *m_print;
    bool m_isAlone = false;
};

} // namespace Kartoteka
