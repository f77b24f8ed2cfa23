// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>
#include <QUuid>

class QTextBlock;
class QTextCursor;

namespace Kartoteka {

class Schema;

/// Who is named in a text that is being written. A mention is seen as "@Name" in our colour; one of which something is missing
/// or in which something was typed is text like any other, until that is undone.
class MentionMarks final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    explicit MentionMarks(QTextDocument &document);

    void insert(QTextCursor &cursor, const QString &name, const QUuid &person);
    /// Shows a text in Markdown (core/schema/mentions) in place of what stands there, with the names of now.
    void setMarkdown(const QString &text, const Schema &schema);
    QString markdown() const;
    /// Whether there is a mention at a place, or just before it.
    bool isAt(int position) const;
    /// What is typed at its end is no part of it.
    static bool isInherited(const QTextCursor &cursor);

protected:
    void highlightBlock(const QString &text) override;

private:
    struct Named
    {
        QString name;
        QUuid person;
    };
    /// A whole mention in a block.
    struct Run
    {
        int at = 0; ///< in the block
        int length = 0;
        Named named;
    };
    QList<Run> runsOf(const QTextBlock &block) const;

    QList<Named> m_named; ///< by the number that its letters bear
};

} // namespace Kartoteka
