// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/widgets/walked_dialog.h"

class QListWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace Kartoteka {

/// Which columns a list shows, and in which order. All that it can show stands at the left, ticked where it is shown and found
/// by typing: the fields of the type, then those of what each link leads to, in a branch of that link. What is shown stands at
/// the right, dragged or moved by keys.
class ColumnChooser final : public WalkedDialog
{
    Q_OBJECT
public:
    ColumnChooser(Store &store, qint64 typeId, const QStringList &shown, QWidget *parent);
    QStringList columns() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void setShown(const QStringList &codes);
    void append(const QString &code);
    void takeTick(const QTreeWidgetItem &field);
    void remove(int row);
    void find(const QString &text);

    Store &m_store;
    qint64 m_typeId;
    QTreeWidget *m_fields; ///< all
    QListWidget *m_shown;
};

} // namespace Kartoteka
