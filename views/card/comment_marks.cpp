// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/comment_marks.h"

#include "core/schema/mentions.h"
#include "core/schema/text_pictures.h"
#include "views/theme/theme.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>
#include <functional>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Of the letters of a mark: which one it is. Two that stand side by side are two.
constexpr int numberProperty = QTextFormat::UserProperty + 1;

} // namespace

CommentMarks::CommentMarks(QTextDocument &document) : QSyntaxHighlighter(&document)
{}

void CommentMarks::insert(QTextCursor &cursor, const Mark &mark)
{
    m_marks.append(mark);
    QTextCharFormat format;
    format.setProperty(numberProperty, int(m_marks.size()));
    cursor.insertText(mark.shown, format);
}

void CommentMarks::insertMention(QTextCursor &cursor, const QString &name, const QUuid &person)
{
    const QString plain = name.simplified();
    insert(cursor, {.shown = u'@' + plain, .markdown = mentionText(plain, person)});
}

void CommentMarks::insertPicture(QTextCursor &cursor, const QString &name, const QString &digest)
{
    const QString plain = name.simplified();
    insert(cursor, {.shown = u'[' + plain + u']', .markdown = pictureText(plain, digest), .isPicture = true});
}

void CommentMarks::setMarkdown(const QString &text, const Schema &schema)
{
    struct Place
    {
        qsizetype at = 0;
        qsizetype length = 0;
        std::function<void(QTextCursor &)> put;
    };
    QList<Place> places;
    for (const Mention &mention : mentionsIn(text)) {
        const User *person = personOf(schema, mention.person);
        places << Place{mention.at, mention.length,
                        [=, this, name = person ? person->name : mention.name](QTextCursor &cursor) {
                            insertMention(cursor, name, mention.person);
                        }};
    }
    for (const TextPicture &picture : picturesIn(text)) {
        places << Place{picture.at, picture.length,
                        [=, this](QTextCursor &cursor) { insertPicture(cursor, picture.name, picture.digest); }};
    }
    std::ranges::sort(places, {}, &Place::at);
    m_marks.clear();
    document()->setPlainText({});
    QTextCursor cursor(document());
    qsizetype from = 0;
    for (const Place &place : std::as_const(places)) {
        cursor.insertText(text.sliced(from, place.at - from), QTextCharFormat());
        place.put(cursor);
        from = place.at + place.length;
    }
    cursor.insertText(text.sliced(from), QTextCharFormat());
    document()->clearUndoRedoStacks(); // what stood there before is another text
}

QString CommentMarks::markdown() const
{
    QStringList lines;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QString text = block.text();
        QString line;
        int from = 0;
        const QList<Run> runs = runsOf(block);
        for (const Run &run : runs) {
            line += text.mid(from, run.at - from) + run.mark.markdown;
            from = run.at + run.length;
        }
        lines << line + text.mid(from);
    }
    // As the toolkit gives a plain text.
    return lines.join(u'\n').replace(QChar::LineSeparator, u'\n').replace(QChar::Nbsp, u' ');
}

bool CommentMarks::isAt(int position) const
{
    const QTextBlock block = document()->findBlock(position);
    const int at = position - block.position();
    return std::ranges::any_of(runsOf(block), [at](const Run &run) { return at > run.at && at <= run.at + run.length; });
}

bool CommentMarks::isInherited(const QTextCursor &cursor)
{
    return !cursor.hasSelection() && cursor.charFormat().hasProperty(numberProperty);
}

QList<CommentMarks::Run> CommentMarks::runsOf(const QTextBlock &block) const
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
        if (piece.number == 0 || piece.number > m_marks.size())
            continue;
        const Mark &mark = m_marks[piece.number - 1];
        if (piece.text == mark.shown)
            whole.append({piece.at, int(piece.text.size()), mark});
    }
    return whole;
}

void CommentMarks::highlightBlock(const QString &)
{
    const Theme &theme = Theme::of(qApp->palette());
    const QList<Run> runs = runsOf(currentBlock());
    for (const Run &run : runs) {
        QTextCharFormat format;
        format.setForeground(theme.colour(ColourRole::Accent));
        if (run.mark.isPicture)
            format.setBackground(theme.colour(ColourRole::Tint));
        setFormat(run.at, run.length, format);
    }
}

} // namespace Kartoteka
