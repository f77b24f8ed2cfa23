// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/comment_edit.h"

#include "views/card/card_files.h"
#include "views/card/comment_marks.h"
#include "views/card/mention_popup.h"

#include <QDropEvent>
#include <QImage>
#include <QKeyEvent>
#include <QMimeData>
#include <QShortcut>
#include <QTextBlock>

#include <optional>

namespace Kartoteka {

namespace {

constexpr qsizetype longestTyped = 60;
constexpr qsizetype mostWords = 4; ///< of a name; what is longer is a text

/// What was typed behind "@", up to the cursor; nullopt when nobody is being named there.
std::optional<QString> typedName(const QTextCursor &cursor)
{
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const qsizetype at = before.lastIndexOf(u'@');
    if (at < 0 || (at > 0 && before[at - 1].isLetterOrNumber())) // an address
        return std::nullopt;
    const QString typed = before.sliced(at + 1);
    const bool isName = typed.size() <= longestTyped && !typed.startsWith(u' ') && typed.count(u' ') < mostWords;
    return isName ? std::optional(typed) : std::nullopt;
}

} // namespace

CommentEdit::CommentEdit(Store &store, QWidget *parent)
    : QPlainTextEdit(parent), m_store(store), m_marks(new CommentMarks(*document()))
{
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        leaveMention();
        offerAt(isOffering() ? m_sign : -1); // who merely passes a sign is offered nothing
    });
    connect(this, &QPlainTextEdit::textChanged, this, &CommentEdit::offer);
    // The sign stands behind another key in some layouts: a shortcut, for those are known by their places too.
    auto *mention = new QShortcut(mentionKey(), this);
    mention->setContext(Qt::WidgetShortcut);
    connect(mention, &QShortcut::activated, this, &CommentEdit::startMention);
}

CommentEdit::~CommentEdit()
{
    delete m_popup;
}

QKeySequence CommentEdit::mentionKey()
{
    return {Qt::CTRL | Qt::Key_M};
}

QString CommentEdit::markdown() const
{
    return m_marks->markdown();
}

void CommentEdit::setMarkdown(const QString &text)
{
    m_marks->setMarkdown(text, *m_store.schema());
    leaveMention();
    hideOffer();
}

void CommentEdit::leaveMention()
{
    if (CommentMarks::isInherited(textCursor()))
        setCurrentCharFormat({});
}

bool CommentEdit::isOffering() const
{
    return m_popup && m_popup->isVisible();
}

void CommentEdit::hideOffer()
{
    if (m_popup)
        m_popup->hide();
}

void CommentEdit::offer()
{
    const auto typed = typedName(textCursor());
    if (!typed && m_popup)
        m_popup->allow();
    m_sign = typed ? textCursor().position() - int(typed->size()) - 1 : -1;
    offerAt(m_sign);
}

void CommentEdit::offerAt(int sign)
{
    const auto typed = typedName(textCursor());
    const bool isNaming = typed && sign == textCursor().position() - int(typed->size()) - 1 && hasFocus() && !isReadOnly()
        && !textCursor().hasSelection() && !m_marks->isAt(sign + 1); // that one is named already
    if (!isNaming || (m_popup && m_popup->isDismissed())) {
        hideOffer();
        return;
    }
    if (m_popup && m_popup->parentWidget() != window())
        m_popup->setParent(window());
    if (!m_popup) {
        m_popup = new MentionPopup(m_store, window());
        connect(m_popup, &MentionPopup::chosen, this, &CommentEdit::put);
    }
    QTextCursor place = textCursor();
    place.setPosition(sign);
    QRect line = cursorRect(place);
    line.moveTopLeft(viewport()->mapTo(window(), line.topLeft()));
    m_popup->offer(*typed, line);
}

/// In the place of what was typed, with a space to go on.
void CommentEdit::put(const QString &name, const QUuid &person)
{
    const auto typed = typedName(textCursor());
    if (!typed)
        return;
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(typed->size()) + 1);
    cursor.removeSelectedText();
    m_marks->insertMention(cursor, name, person);
    cursor.insertText(u" "_s, QTextCharFormat());
    cursor.endEditBlock();
    setTextCursor(cursor);
    hideOffer();
}

void CommentEdit::putPicture(const QString &name, const QString &digest)
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    m_marks->insertPicture(cursor, name, digest);
    cursor.insertText(u" "_s, QTextCharFormat());
    cursor.endEditBlock();
    setTextCursor(cursor);
}

void CommentEdit::startMention()
{
    setFocus();
    const QString before = textCursor().block().text().left(textCursor().positionInBlock());
    const bool isInWord = !before.isEmpty() && !before.back().isSpace();
    if (m_popup)
        m_popup->allow();
    insertPlainText(isInWord ? u" @"_s : u"@"_s);
}

bool CommentEdit::event(QEvent *event)
{
    // What closes the card elsewhere closes the list first.
    if (event->type() == QEvent::ShortcutOverride && isOffering()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void CommentEdit::keyPressEvent(QKeyEvent *event)
{
    if (isOffering() && event->modifiers() == Qt::NoModifier && m_popup->take(event->key()))
        return;
    if (m_popup && event->text() == u"@")
        m_popup->allow();
    leaveMention();
    QPlainTextEdit::keyPressEvent(event);
}

bool CommentEdit::focusNextPrevChild(bool next)
{
    return (next && isOffering() && m_popup->take(Qt::Key_Tab)) || QPlainTextEdit::focusNextPrevChild(next);
}

void CommentEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    hideOffer();
}

void CommentEdit::hideEvent(QHideEvent *event)
{
    QPlainTextEdit::hideEvent(event);
    hideOffer();
}

/// Whoever gives a file keeps it.
void CommentEdit::dropEvent(QDropEvent *event)
{
    const bool areFiles = !attachableFiles(*event->mimeData()).isEmpty();
    QPlainTextEdit::dropEvent(event);
    if (areFiles && event->isAccepted())
        event->setDropAction(Qt::CopyAction);
}

bool CommentEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || !attachableFiles(*source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void CommentEdit::insertFromMimeData(const QMimeData *source)
{
    if (const QStringList paths = attachableFiles(*source); !paths.isEmpty())
        emit filesGiven(paths);
    else if (source->hasImage() && !source->hasText()) // office programs give a picture of copied text too
        emit pictureGiven(qvariant_cast<QImage>(source->imageData()));
    else
        QPlainTextEdit::insertFromMimeData(source);
}

} // namespace Kartoteka
