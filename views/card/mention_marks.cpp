// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/mention_marks.h"

#include "core/schema/mentions.h"
#include "views/theme/theme.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Of the letters of a mention: which one it is. Two that stand side by side are two.
constexpr int numberProperty = QTextFormat::UserProperty + 1;

} // namespace

MentionMarks::MentionMarks(QTextDocument &document) : QSyntaxHighlighter(&document)
{}

void MentionMarks::insert(QTextCursor &cursor, const QString &name, const QUuid &person)
{
    m_named.append({name.simplified(), person});
    QTextCharFormat format;
    format.setProperty(numberProperty, int(m_named.size()));
    cursor.insertText(u'@' + m_named.constLast().name, format);
}

void MentionMarks::setMarkdown(const QString &text, const Schema &schema)
{
    m_named.clear();
    document()->setPlainText({});
    QTextCursor cursor(document());
    qsizetype from = 0;
    const QList<Mention> mentions = mentionsIn(text);
    for (const Mention &mention : mentions) {
        cursor.insertText(text.sliced(from, mention.at - from), QTextCharFormat());
        const User *person = personOf(schema, mention.person);
        insert(cursor, person ? person->name : mention.name, mention.person);
        from = mention.at + mention.length;
    }
    cursor.insertText(text.sliced(from), QTextCharFormat());
    document()->clearUndoRedoStacks(); // what stood there before is another text
}

QString MentionMarks::markdown() const
{
    QStringList lines;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        QString line;
        int from = 0;
        const QList<Run> runs = runsOf(block);
        for (const Run &run : runs) {
            line += text.mid(from, run.at - from) + mentionText(run.named.name, run.named.person);
            from = run.at + run.length;
        }
        lines << line + text.mid(from);
    }
    // As the toolkit gives a plain text.
    return lines.join(u'\n').replace(QChar::LineSeparator, u'\n').replace(QChar::Nbsp, u' ');
}

bool MentionMarks::isAt(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    const int at = position - block.position();
    return std::ranges::any_of(runsOf(block), [at](const Run &run) { return at > run.at && at <= run.at + run.length; });
}

bool MentionMarks::isInherited(const QTextCursor &cursor)
{
    return !cursor.hasSelection() && cursor.charFormat().hasProperty(numberProperty);
}

QList<MentionMarks::Run> MentionMarks::runsOf(const QTextBlock &block) const
{
    struct Piece
    {
        int number = 0;
        int at = 0;
        QString text;
    };
    QList<Piece> pieces;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        const QTextFragment fragment = it.fragment();
        const int number = fragment.charFormat().intProperty(numberProperty);
        if (!pieces.isEmpty() && pieces.constLast().number == number)
            pieces.last().text += fragment.text();
        else
            pieces.append({number, fragment.position() - block.position(), fragment.text()});
    }
    QList<Run> whole;
    for (const Piece &piece : std::as_const(pieces)) {
        if (piece.number == 0 || piece.number > m_named.size())
            continue;
        const Named &named = m_named[piece.number - 1];
        if (piece.text == u'@' + named.name)
            whole.append({piece.at, int(piece.text.size()), named});
    }
    return whole;
}

void MentionMarks::highlightBlock(const QString &)
{
    const QList<Run> runs = runsOf(currentBlock());
    for (const Run &run : runs)
        setFormat(run.at, run.length, Theme::of(qApp->palette()).colour(ColourRole::Accent));
}

} // namespace Kartoteka
