// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace Kartoteka {

class FieldEditor;

/// A new card in a few fields, on top of its column: Enter makes it and asks for the next, Esc closes.
class QuickForm final : public QFrame
{
    Q_OBJECT
public:
    explicit QuickForm(Store &store, QWidget *parent = nullptr);

    /// @p given: values by field code that the place of the card brings, its stage if that is one.
    void open(qint64 typeId, qint64 pipeline, const QHash<QString, Value> &given);
    void focusFirst();

signals:
    void closed();
    void made(qint64 id, const QString &title);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Value defaultValue(const Field &field) const;
    void save();
    void showProblem(const QString &text);

    Store &m_store;
    qint64 m_typeId = 0;
    QHash<QString, Value> m_given;
    QVBoxLayout *m_fieldsLayout;
    QWidget *m_fieldsPage;
    QList<QPair<Field, FieldEditor *>> m_editors;
    QLabel *m_problem;
};

} // namespace Kartoteka
