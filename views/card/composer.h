// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/store/store.h"

#include <QWidget>

class QButtonGroup;
class QLayout;
class QPushButton;
class QToolButton;

namespace Kartoteka {

class CommentEdit;
class PlanPage;

/// Top of the timeline: one line until it is wanted, then a page to plan an activity of some kind or to write a comment.
class Composer final : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(Store &store, QWidget *parent = nullptr);

    void startActivity();
    void startComment();
    /// Takes a comment that is there to be written anew.
    void editComment(qint64 comment, const QString &text);
    /// Something was typed that is not saved.
    bool hasUnsaved() const;
    /// Plans and writes what was typed; or drops it.
    void saveUnsaved();
    void discard();

signals:
    /// It stands open, or is one line again.
    void opened(bool isOpen);
    void commentWritten(const QString &text);
    void commentEdited(qint64 comment, const QString &text);
    void activityPlanned(const Kartoteka::ActivityDraft &draft);
    void fileWanted();
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *addPill(QLayout &row, const QString &name, const QString &text, const QString &icon);
    void addKind(QLayout &row, const QString &code);
    void addOtherKinds(QLayout &row);
    QWidget *makePills();
    QWidget *makeCommentPage();
    void plan(const QString &kind);
    void open(QWidget *page);
    void close();
    void closeIfLeft();
    void saveComment();
    void setEditing(qint64 comment, const QString &text);

    Store &m_store;
    QPushButton *m_line; ///< stands for all of it until it is wanted
    QWidget *m_body;
    QWidget *m_pills;
    QButtonGroup *m_kinds;
    QToolButton *m_activityPill = nullptr;
    QToolButton *m_commentPill = nullptr;
    PlanPage *m_plan;
    QWidget *m_commentPage;
    CommentEdit *m_comment;
    QPushButton *m_commentSave;
    QPushButton *m_commentCancel;
    qint64 m_editing = 0; ///< the comment that is written anew, 0: a new one
    QString m_before;     ///< its text
};

} // namespace Kartoteka
