// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/store/store.h"
#include "views/widgets/unsaved_question.h"

#include <QWidget>

class QPushButton;

namespace Kartoteka {

class CommentPage;
class ComposerKinds;
class PlanPage;

/// Top of the timeline: one line until it is wanted, in which an activity and a comment are begun at places of their own, then
/// a page to plan an activity of some kind or to write a comment. What was typed goes along to the other page.
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
    /// Waits for what is being saved. @return false: it was refused, stands here again and says why.
    bool settle();
    /// The item that it writes for.
    void setItem(const ItemRef &item);
    /// Plans and writes what was typed; @return false: it was refused, and says why. Or drops it.
    bool saveUnsaved();
    void discard();
    /// What is to become of the draft: plan or write it, drop it, or stay.
    UnsavedAnswer askAboutDraft();

signals:
    /// It stands open, or is one line again.
    void opened(bool isOpen);
    /// A comment of the timeline is no longer edited here.
    void commentLeft();
    void failed(const Kartoteka::Error &error);
    void fileWanted();
    void filesGiven(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    CommentPage *makeCommentPage();
    QWidget *makeLines();
    void leaveComment();
    void begin(const QString &code);
    void turnTo(const QString &code);
    void goOn();
    void tellDraft();
    void open(QWidget *page);
    void close();
    void closeIfLeft();

    Store &m_store;
    QWidget *m_lines;     ///< stand for all of it until it is wanted
    QPushButton *m_line;  ///< begins what the person begins with, or goes on with a draft
    QPushButton *m_other; ///< an activity where that is a comment, else a comment
    QWidget *m_body;
    ComposerKinds *m_kinds;
    PlanPage *m_plan;
    CommentPage *m_comment;
};

} // namespace Kartoteka
