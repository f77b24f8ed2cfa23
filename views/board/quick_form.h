// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/column_drop.h"
#include "core/store/store.h"
#include "views/widgets/pending_save.h"

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

    /// What the place of a card brings, for the item with this uid.
    using Place = std::function<Result<ColumnStart>(const QUuid &item)>;
    /// Refused where nothing new stands.
    Result<void> open(qint64 typeId, qint64 pipeline, const Place &place);
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
    Place m_place;
    QHash<QString, Value> m_given; ///< values by field code
    QVBoxLayout *m_fieldsLayout;
    QWidget *m_fieldsPage;
    QList<QPair<Field, FieldEditor *>> m_editors;
    QLabel *m_problem;
    PendingSave m_pending;
};

} // namespace Kartoteka
