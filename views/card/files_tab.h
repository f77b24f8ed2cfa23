// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/attachments.h"
#include "views/card/card_tab.h"

class QTableWidget;

namespace Kartoteka {

class CardFiles;
class EmptyState;

/// The files that are attached to an item, wherever in its timeline they stand, the newest first: opened, saved, removed,
/// added by a dialog; what is pasted or dropped the card takes.
class FilesTab final : public CardTab
{
    Q_OBJECT
public:
    explicit FilesTab(Store &store, QWidget *parent = nullptr);

    void setItem(const Item &item) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTable();
    void read();
    void show(const QList<Attachment> &files);
    void showMenu(const QPoint &at);
    void openCurrent();
    qint64 current() const;

    Store &m_store;
    ItemRef m_item;
    CardFiles *m_files;
    QTableWidget *m_table;
    EmptyState *m_empty;
    QList<Attachment> m_shown;
    CancelToken m_reading;
};

} // namespace Kartoteka
