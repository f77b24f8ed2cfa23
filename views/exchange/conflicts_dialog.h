// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/conflicts.h"
#include "views/widgets/walked_dialog.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace Kartoteka {

class EmptyState;

/// Everything in the base that two changed without knowing of each other, to be settled one by one or all at once.
class ConflictsDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    ConflictsDialog(Store &store, QWidget *parent);

signals:
    void itemWanted(const Kartoteka::ItemRef &item);
    void failed(const Kartoteka::Error &error);

private:
    void fill();
    void settle(bool takeOther);
    void enableButtons();
    QList<int> selectedRows() const;

    Store &m_store;
    QLabel *m_hint;
    QTableWidget *m_table;
    QWidget *m_room; ///< where the table stands otherwise
    EmptyState *m_empty;
    QPushButton *m_take;
    QPushButton *m_keep;
    QPushButton *m_open;
    QList<Conflict> m_conflicts;
};

} // namespace Kartoteka
