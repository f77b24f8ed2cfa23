// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/activities/checklist.h"
#include "core/store/store.h"
#include "views/widgets/walked_dialog.h"

#include <optional>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QScrollArea;

namespace Kartoteka {

class ActivityBlocks;
class ChoiceButton;
class DeadlineLine;
class LinkEditor;
class RepeatRow;

/// An activity with all there is to it, to be read and changed; one that has no row yet is made.
class ActivityDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    ActivityDialog(Store &store, const Activity &activity, QWidget *parent);

    /// What changes the activity into what stands in the dialog; empty when nothing was changed. Good once accepted.
    const ChangeSet &changes() const { return m_changes; }
    /// Remembers the reminders that were chosen; empty where they are the usual ones. Good once accepted.
    const ChangeSet &remembered() const { return m_remembered; }

    void accept() override;
    /// Asks first what is to become of what was typed.
    void reject() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QBoxLayout *makeForm(QBoxLayout *layout);
    void addWhen(QBoxLayout *layout);
    void addWho(QBoxLayout *layout);
    void addLabelled(QBoxLayout *layout, const QString &text, QWidget *input);
    void fill();
    void showIncoming();
    /// As high as what it shows needs to be: lines that wrap are no part of a layout's least height.
    void fit();
    void takeKind();
    QString usualOnes(qint64 kind) const;
    void remember(const QHash<QString, Value> &values);
    void tell(const QString &problem);
    bool hasUnsaved() const;
    Result<QHash<QString, Value>> values() const;
    /// Adds what becomes of the steps to what becomes of the activity.
    void planSteps(ChangeSet &changes, const QUuid &made) const;
    /// Empty where nothing is to be changed; nothing where the person thought better of it.
    std::optional<Result<ChangeSet>> planned(const QHash<QString, Value> &values);

    Store &m_store;
    Activity m_activity;
    bool m_isAhead = false; ///< it is yet to follow in its series: there is no row of it
    Checklist m_steps;      ///< as it begins with them
    ChangeSet m_changes;
    ChangeSet m_remembered;
    QHash<QString, Value> m_shown; ///< what stood in it when it was opened
    QString m_offered;             ///< reminders that nobody chose yet
    QScrollArea *m_area = nullptr;
    QWidget *m_form = nullptr;
    QLineEdit *m_title;
    QComboBox *m_kind;
    LinkEditor *m_items;
    QCheckBox *m_hasDeadline;
    QDateTimeEdit *m_deadline;
    DeadlineLine *m_words;
    QList<QWidget *> m_shortcuts;
    QCheckBox *m_incoming;
    RepeatRow *m_repeats;
    QComboBox *m_responsible;
    ChoiceButton *m_reminders;
    QPlainTextEdit *m_description;
    ActivityBlocks *m_blocks;
    QLabel *m_problem;
};

} // namespace Kartoteka
