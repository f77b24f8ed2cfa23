// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QDialog>

class QListWidget;

namespace Kartoteka {

/// Which fields a list shows, and in which order: ticked, dragged or moved by keys, found by typing.
class ColumnChooser final : public QDialog
{
    Q_OBJECT
public:
    ColumnChooser(Store &store, qint64 typeId, const QStringList &shown, QWidget *parent);
    QStringList columns() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QStringList &shown);

    Store &m_store;
    qint64 m_typeId;
    QListWidget *m_fields;
};

} // namespace Kartoteka
