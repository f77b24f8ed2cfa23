// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>

namespace Kartoteka {

class FieldRow;
class Store;

/// What can be done with a field where its value stands: editing it, and what the office says of the field itself and of the
/// values it offers.
class FieldRowMenu final : public QObject
{
    Q_OBJECT
public:
    FieldRowMenu(Store &store, QWidget *host);

    /// The menu opens on @p row from now on.
    void serve(FieldRow &row);

signals:
    void done(const QString &what); ///< the field, or its list, was changed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(FieldRow &row, const QPoint &global);
    void openSettings(qint64 field);
    void openValues(qint64 field);

    Store &m_store;
    QWidget *m_host;
};

} // namespace Kartoteka
