// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QPlainTextEdit>
#include <QPointer>

namespace Kartoteka {

class CommentMarks;
class MentionPopup;

/// Where a comment is written. "@" at the beginning of a word offers the people of the office. Files and pictures that are
/// pasted or dropped into it are told, not inserted.
class CommentEdit final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CommentEdit(Store &store, QWidget *parent = nullptr);
    ~CommentEdit() override;

    /// The text as it is kept, people who are named as core/schema/mentions has them.
    QString markdown() const;
    void setMarkdown(const QString &text);
    /// Puts a picture where the cursor is; @p digest as core/schema/text_pictures has it.
    void putPicture(const QString &name, const QString &digest);
    /// As if "@" were typed, which not every layout of a keyboard has.
    void startMention();
    /// The keys that do it.
    static QKeySequence mentionKey();

signals:
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    /// What is typed beside a mention is no part of it.
    void leaveMention();
    bool isOffering() const;
    void hideOffer();
    void offer();
    /// Offers who answers to what stands behind a sign, if the cursor is there.
    void offerAt(int sign);
    void put(const QString &name, const QUuid &person);

    Store &m_store;
    CommentMarks *m_marks;
    QPointer<MentionPopup> m_popup; ///< the window's; made when it is wanted
    int m_sign = -1;                ///< the "@" behind which somebody was being named
};

} // namespace Kartoteka
