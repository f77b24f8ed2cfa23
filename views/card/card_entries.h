// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QModelIndex>
#include <QObject>

class QMenu;
class QWidget;

namespace Kartoteka {

/// What can be done to the entries of a card's timeline: pinned, taken back; comments edited, deleted, shown whole.
class CardEntries final : public QObject
{
    Q_OBJECT
public:
    CardEntries(Store &store, QWidget *card);

    void setItem(const ItemRef &item) { m_item = item; }
    /// What can be done to the entry of a row.
    void addTo(QMenu &menu, const QModelIndex &index);
    void turnPin(const QModelIndex &index);
    void edit(const QModelIndex &index);
    void remove(const QModelIndex &index);
    /// The whole of a long comment, to be read and copied.
    void showWhole(const QModelIndex &index);
    static void copy(const QModelIndex &index);
    /// Takes back what still holds of acts, the newest first, and says what stayed.
    void takeBack(const QList<qint64> &acts);

signals:
    void editWanted(qint64 comment, const QString &text);
    void failed(const Kartoteka::Error &error);
    void done(const QString &what);

private:
    void commit(Result<ChangeSet> changes, const QString &said);

    Store &m_store;
    QWidget *m_card;
    ItemRef m_item;
};

} // namespace Kartoteka
