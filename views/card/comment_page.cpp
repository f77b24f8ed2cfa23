// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/comment_page.h"

#include "core/items/item_acts.h"
#include "core/schema/text_pictures.h"
#include "core/timeline/comments.h"
#include "views/card/card_files.h"
#include "views/card/comment_edit.h"
#include "views/card/file_pictures.h"
#include "views/card/written_pictures.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_key.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace Kartoteka {

CommentPage::CommentPage(Store &store, QWidget *parent) : QWidget(parent), m_store(store)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    m_text = new CommentEdit(store, this);
    m_text->setObjectName(u"commentText"_s);
    m_text->setPlaceholderText(tr("Write a comment: **bold**, *italic*, - list, @ mentions"));
    m_text->setAccessibleName(tr("Comment"));
    m_text->setTabChangesFocus(true);
    m_text->installEventFilter(this);
    m_text->setFixedHeight(fontMetrics().height() * 3 + Space::m);
    layout->addWidget(m_text);
    layout->addWidget(makeFoot());
    connect(m_text, &QPlainTextEdit::textChanged, this, &CommentPage::showState);
    connect(m_text, &CommentEdit::filesGiven, this, &CommentPage::takeFiles);
    connect(m_text, &CommentEdit::pictureGiven, this, &CommentPage::takePicture);
    m_pictures = new WrittenPictures(this);
    connect(m_pictures, &WrittenPictures::failed, this, &CommentPage::dropPicture);
    connect(m_pictures, &WrittenPictures::settled, this, [this] {
        if (std::exchange(m_saveWhenRead, false))
            save();
    });
    showState();
}

QWidget *CommentPage::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto *mention = new QToolButton(foot);
    mention->setObjectName(u"commentMention"_s);
    mention->setText(u"@"_s);
    mention->setProperty("pill", true);
    mention->setFocusPolicy(Qt::TabFocus);
    mention->setToolTip(tr("Mention a colleague, who is then notified (%1)").arg(keyText(CommentEdit::mentionKey())));
    mention->setAccessibleName(tr("Mention someone"));
    row->addWidget(mention);
    row->addStretch(1);
    m_cancel = new QPushButton(tr("Cancel"), foot);
    m_cancel->setObjectName(u"commentCancel"_s);
    m_cancel->setProperty("inBar", true);
    row->addWidget(m_cancel);
    m_save = new QPushButton(foot);
    m_save->setObjectName(u"commentSave"_s);
    m_save->setProperty("inBar", true);
    makePrimary(m_save);
    row->addWidget(m_save);
    connect(mention, &QToolButton::clicked, m_text, &CommentEdit::startMention);
    connect(m_save, &QPushButton::clicked, this, &CommentPage::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        clear();
        emit cancelled();
    });
    return foot;
}

void CommentPage::takePicture(const QImage &picture)
{
    const QString name = CardFiles::pictureName(m_store.clock().localNow());
    m_text->putPicture(name, m_pictures->add(name, picture));
}

void CommentPage::takeFiles(const QStringList &paths)
{
    QStringList others;
    for (const QString &path : paths) {
        const QString name = QFileInfo(path).fileName();
        if (FilePictures::isPicture(name))
            m_text->putPicture(name, m_pictures->add(path));
        else
            others << path;
    }
    if (!others.isEmpty())
        emit filesGiven(others);
}

/// What cannot be read stands in it no more.
void CommentPage::dropPicture(const QString &key, const Error &error)
{
    m_saveWhenRead = false;
    QString text = m_text->markdown();
    for (const TextPicture &picture : picturesIn(text)) {
        if (picture.digest != key)
            continue;
        m_text->setMarkdown(text.remove(picture.at, picture.length));
        m_text->moveCursor(QTextCursor::End);
        break;
    }
    emit failed(error);
}

void CommentPage::showState()
{
    const bool isEmpty = m_text->toPlainText().trimmed().isEmpty();
    m_save->setText(m_editing == 0 ? tr("Add comment") : tr("Save"));
    m_save->setEnabled(!isEmpty && !isSaving());
    m_save->setToolTip(isEmpty ? tr("Write something first (Ctrl+Enter saves)") : tr("Ctrl+Enter"));
    m_cancel->setVisible(m_editing != 0);
    m_text->setReadOnly(isSaving());
}

void CommentPage::setItem(const ItemRef &item)
{
    if (!(item == m_item))
        clear();
    m_item = item;
}

void CommentPage::takeFocus()
{
    m_text->setFocus();
}

void CommentPage::set(qint64 comment, const QString &text)
{
    m_editing = comment;
    m_saveWhenRead = false;
    m_pictures->clear();
    m_text->setMarkdown(text);
    m_before = m_text->markdown();
    showState();
    emit editingChanged();
}

void CommentPage::edit(qint64 comment, const QString &text)
{
    set(comment, text);
    m_text->moveCursor(QTextCursor::End);
}

void CommentPage::clear()
{
    set(0, {});
}

QString CommentPage::typed() const
{
    return m_text->toPlainText().simplified();
}

bool CommentPage::isOneLine() const
{
    return m_editing == 0 && m_text->document()->blockCount() == 1 && m_text->toPlainText() == m_text->markdown();
}

void CommentPage::take(const QString &text)
{
    m_text->setPlainText(text);
    m_text->moveCursor(QTextCursor::End);
}

QString CommentPage::handOver()
{
    const QString text = typed();
    clear();
    return text;
}

bool CommentPage::hasUnsaved() const
{
    return !isSaving() && m_text->markdown().trimmed() != m_before.trimmed();
}

Result<ChangeSet> CommentPage::planned() const
{
    ChangeSet pictures;
    const QString text = m_pictures->attachTo(pictures, m_item, m_text->markdown());
    ChangeSet changes;
    if (m_editing == 0) {
        changes = planComment(m_item, text);
    } else {
        auto comment = readComment(m_store.reader(), m_editing);
        if (!comment)
            return comment.error();
        changes = planEditComment(*comment, text);
    }
    changes.changes += pictures.changes;
    changes.contents.insert(pictures.contents);
    return changes;
}

/// Makes room for the next one, or leaves what is typed to be tried again.
bool CommentPage::finish(const Result<Receipt> &receipt)
{
    if (!receipt) {
        showState();
        emit failed(receipt.error());
        return false;
    }
    const bool wasEdited = m_editing != 0;
    clear();
    emit saved(wasEdited);
    return true;
}

void CommentPage::save()
{
    if (isSaving() || m_text->toPlainText().trimmed().isEmpty())
        return;
    if (m_pictures->isReading()) {
        m_saveWhenRead = true;
        return;
    }
    auto changes = planned();
    if (!changes || changes->isEmpty()) {
        finish(changes ? Result<Receipt>(Receipt()) : Result<Receipt>(changes.error()));
        return;
    }
    m_text->setFocus(); // its button is about to be disabled
    m_pending.begin(this, m_store.commit(std::move(*changes)),
                    [this](const Result<Receipt> &receipt) { return finish(receipt); });
    showState();
}

bool CommentPage::saveNow()
{
    if (!settle())
        return false;
    if (!hasUnsaved() || m_text->toPlainText().trimmed().isEmpty())
        return true;
    m_pictures->wait();
    auto changes = planned();
    if (!changes || changes->isEmpty())
        return finish(changes ? Result<Receipt>(Receipt()) : Result<Receipt>(changes.error()));
    return finish(m_store.commitAndWait(std::move(*changes)));
}

bool CommentPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & Qt::ControlModifier)) {
            save();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Kartoteka
