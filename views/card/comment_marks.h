// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>
#include <QUuid>

class QTextBlock;
class QTextCursor;

namespace Kartoteka {

class Schema;

/// Who is named in a text that is being written, and which pictures stand in it. A mention is seen as "@Name", a picture by its
/// name, both in our colour; one of which something is missing or in which something was typed is text like any other, until
/// that is undone.
class CommentMarks final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit CommentMarks(QTextDocument &document);

    void insertMention(QTextCursor &cursor, const QString &name, const QUuid &person);
    /// @p digest as core/schema/text_pictures has it.
    void insertPicture(QTextCursor &cursor, const QString &name, const QString &digest);
    /// Shows a text in Markdown (core/schema/mentions, text_pictures) in place of what stands there, with the names of now.
    void setMarkdown(const QString &text, const Schema &schema);
    QString markdown() const;
    /// Whether there is a mark at a place, or just before it.
    bool isAt(int position) const;
    /// What is typed at its end is no part of it.
    static bool isInherited(const QTextCursor &cursor);

protected:
    void highlightBlock(const QString &text) override;

private:
    struct Mark
    {
        QString shown;
        QString markdown;
        bool isPicture = false;
    };
    /// A whole mark in a block.
    struct Run
    {
        int at = 0; ///< in the block
        int length = 0;
        Mark mark;
    };
    void insert(QTextCursor &cursor, const Mark &mark);
    QList<Run> runsOf(const QTextBlock &block) const;

    QList<Mark> m_marks; ///< by the number that its letters bear
};

} // namespace Kartoteka
