// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/store/store.h"
#include "views/widgets/walked_dialog.h"

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;

namespace Kartoteka {

class DeadlineLine;

/// What is planned for many items at once: what is to be done, of which kind, and by when.
class BulkPlanDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    BulkPlanDialog(Store &store, qint64 typeId, qsizetype count, QWidget *parent);

    /// Good once accepted.
    ActivityDraft draft() const;
    void accept() override;

private:
    void takeKind();
    void tellProblem(const QString &problem, QWidget *at);

    Store &m_store;
    QLineEdit *m_title;
    QComboBox *m_kind;
    QDateTimeEdit *m_deadline;
    qint64 m_type;
    QDateTime m_offered; ///< what the deadline begins with
    DeadlineLine *m_words;
    QLabel *m_problem;
};

} // namespace Kartoteka
