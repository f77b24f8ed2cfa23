// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QDialog>

class QCheckBox;
class QLabel;

namespace Kartoteka {

class TypeForm;

/// What is said of a type that stands: its names and looks, and what it has.
class TypeDialog final : public QDialog
{
    Q_OBJECT
public:
    TypeDialog(Store &store, qint64 typeId, QWidget *parent);

signals:
    void done(const QString &what);

protected:
    void accept() override;

private:
    void refuse(const QString &why);

    Store &m_store;
    qint64 m_typeId;
    TypeForm *m_form;
    QCheckBox *m_pipelines;
    QCheckBox *m_client;
    QCheckBox *m_listed;
    QLabel *m_problem;
};

} // namespace Kartoteka
