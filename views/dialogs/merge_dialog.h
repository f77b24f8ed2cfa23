// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/leads/merge.h"
#include "core/store/store.h"
#include "views/widgets/walked_dialog.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpacerItem;

namespace Kartoteka {

/// Makes one of several items: which goes on, and which value stands where they differ.
class MergeDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    MergeDialog(Store &store, qint64 typeId, const QList<qint64> &ids, QWidget *parent);

    /// The plan as chosen; an error while it cannot be carried out.
    const Result<MergePlan> &plan() const { return m_plan; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void keepChanged();
    void replan();
    void showQuestions();
    QString describe(const Item &item) const;

    Store &m_store;
    qint64 m_typeId;
    QList<Item> m_items;
    QHash<QString, qint64> m_choice;
    Result<MergePlan> m_plan;
    QComboBox *m_keep;
    QSpacerItem *m_beside; ///< what it is kept short by
    QWidget *m_questionPage;
    QGridLayout *m_questions;
    QLabel *m_summary;
    QPushButton *m_merge;
};

} // namespace Kartoteka
