// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/store/store.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace Kartoteka {

/// Top of the timeline: plan an activity or write a comment.
class Composer final : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(Store &store, QWidget *parent = nullptr);

    void startActivity();
    void startComment();
    /// Something was typed that is not saved.
    bool hasUnsaved() const;
    /// Plans and writes what was typed; or drops it.
    void saveUnsaved();
    void discard();

signals:
    void commentWritten(const QString &text);
    void activityPlanned(const Kartoteka::ActivityDraft &draft);
    void fileWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeActivityPage();
    QWidget *makeCommentPage();
    void saveActivity();
    void saveComment();
    void shift(const Postponement &by);
    void resetDeadline();

    Store &m_store;
    QToolButton *m_activityTab;
    QToolButton *m_commentTab;
    QStackedWidget *m_pages;
    QLineEdit *m_title;
    QDateTimeEdit *m_deadline;
    QComboBox *m_kind;
    QPlainTextEdit *m_comment;
    QPushButton *m_commentSave;
};

} // namespace Kartoteka
