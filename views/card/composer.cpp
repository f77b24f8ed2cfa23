// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/composer.h"

#include "views/card/comment_page.h"
#include "views/card/composer_kinds.h"
#include "views/card/plan_page.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int lineHeight = 36;
constexpr int besideWords = 44; ///< a picture, and what is free around them

} // namespace

Composer::Composer(Store &store, QWidget *parent) : QWidget(parent), m_store(store)
{
    setObjectName(u"composer"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeLines());
    m_body = new QWidget(this);
    m_body->hide();
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(Space::s, Space::s, Space::s, Space::s);
    body->setSpacing(Space::xs);
    m_kinds = new ComposerKinds(store, m_body);
    body->addWidget(m_kinds);
    m_plan = new PlanPage(store, m_body);
    body->addWidget(m_plan);
    m_comment = makeCommentPage();
    body->addWidget(m_comment);
    layout->addWidget(m_body);
    tellDraft();
    connect(m_line, &QPushButton::clicked, this, &Composer::goOn);
    connect(m_other, &QPushButton::clicked, this, [this] { begin(m_kinds->other()); });
    connect(m_kinds, &ComposerKinds::changed, this, &Composer::tellDraft);
    connect(m_kinds, &ComposerKinds::chosen, this, &Composer::turnTo);
    connect(m_kinds, &ComposerKinds::fileWanted, this, &Composer::fileWanted);
    connect(m_kinds, &ComposerKinds::failed, this, &Composer::failed);
    connect(m_plan, &PlanPage::failed, this, &Composer::failed);
    // Later: a page that is hidden hands its focus on to some other widget before the next page takes it.
    connect(qApp, &QApplication::focusChanged, this, &Composer::closeIfLeft, Qt::QueuedConnection);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QWidget *Composer::makeLines()
{
    m_lines = new QWidget(this);
    auto *row = new QHBoxLayout(m_lines);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto add = [&](const QString &name) {
        auto *line = new QPushButton(m_lines);
        line->setObjectName(name);
        line->setProperty("composerLine", true);
        line->setFixedHeight(scaled(lineHeight, fontMetrics()));
        row->addWidget(line, 1);
        return line;
    };
    m_line = add(u"composerLine"_s);
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a draft is as long as it is
    m_line->installEventFilter(this);
    m_other = add(u"composerOtherLine"_s);
    m_other->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return m_lines;
}

CommentPage *Composer::makeCommentPage()
{
    auto *page = new CommentPage(m_store, m_body);
    connect(page, &CommentPage::filesGiven, this, &Composer::filesGiven);
    connect(page, &CommentPage::failed, this, &Composer::failed);
    connect(page, &CommentPage::editingChanged, this, [this, page] { m_kinds->setVisible(page->editing() == 0); });
    connect(page, &CommentPage::cancelled, this, &Composer::leaveComment);
    connect(page, &CommentPage::saved, this, [this](bool wasEdited) {
        if (wasEdited)
            leaveComment();
        else
            closeIfLeft();
    });
    return page;
}

void Composer::open(QWidget *page)
{
    m_body->show();
    m_lines->hide();
    m_plan->setVisible(page == m_plan);
    m_comment->setVisible(page == m_comment);
    if (page == m_plan)
        m_plan->takeFocus();
    else
        m_comment->takeFocus();
    emit opened(true);
}

void Composer::close()
{
    tellDraft();
    m_lines->show();
    m_body->hide();
    emit opened(false);
}

/// A comment that stands in the timeline is no longer edited; the focus goes back to it.
void Composer::leaveComment()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    close();
    if (hadFocus)
        emit commentLeft();
}

/// It is one line again once the focus is elsewhere in the window and nothing is left in it.
void Composer::closeIfLeft()
{
    const QWidget *focused = QApplication::focusWidget();
    const bool isElsewhere = focused && focused->window() == window() && focused != this && !isAncestorOf(focused);
    const bool isDone = !hasUnsaved() && !m_plan->isSaving() && !m_comment->isSaving();
    if (m_body->isVisible() && isElsewhere && isDone) {
        m_comment->clear();
        close();
    }
}

/// With the draft that is there, else with what the person begins with.
void Composer::goOn()
{
    begin(m_plan->hasUnsaved() ? m_plan->kind() : m_comment->hasUnsaved() ? ComposerKinds::commentCode() : m_kinds->first());
}

/// The line says what is kept behind it, else each of the two what it begins.
void Composer::tellDraft()
{
    const QString draft = m_plan->hasUnsaved() ? m_plan->typed() : m_comment->hasUnsaved() ? m_comment->typed() : QString();
    const auto tell = [](QPushButton *line, const QString &text, int room) {
        line->setText(menuText(line->fontMetrics().elidedText(text, Qt::ElideRight, room)));
        line->setAccessibleName(text);
    };
    const auto tellKind = [&](QPushButton *line, bool isComment) {
        tell(line, isComment ? tr("Comment…") : tr("Plan an activity…"),
             m_line->width() - scaled(besideWords, fontMetrics()));
        line->setIcon(Theme::of(palette()).icon(isComment ? u"comment"_s : u"activity"_s, ColourRole::Muted));
    };
    const bool isComment = m_kinds->first() == ComposerKinds::commentCode();
    tellKind(m_line, isComment);
    tellKind(m_other, !isComment);
    m_other->setVisible(draft.isEmpty());
    if (!draft.isEmpty())
        tell(m_line, tr("Draft: %1").arg(draft), width() - 4 * Space::l);
}

/// A kind of activity, or a comment.
void Composer::begin(const QString &code)
{
    m_kinds->check(code);
    if (code == ComposerKinds::commentCode()) {
        open(m_comment);
        return;
    }
    m_plan->setKind(code);
    open(m_plan);
}

/// What was typed was meant for the page that is chosen now, unless that has a draft of its own.
void Composer::turnTo(const QString &code)
{
    const bool isComment = code == ComposerKinds::commentCode();
    if (isComment && m_plan->hasUnsaved() && !m_comment->hasUnsaved())
        m_comment->take(m_plan->handOver());
    else if (!isComment && m_comment->isOneLine() && !m_plan->hasUnsaved() && m_comment->hasUnsaved())
        m_plan->take(m_comment->handOver());
    begin(code);
}

void Composer::startActivity()
{
    begin(u"todo"_s);
}

void Composer::startComment()
{
    begin(ComposerKinds::commentCode());
}

void Composer::setItem(const ItemRef &item)
{
    m_plan->setItem(item);
    m_comment->setItem(item);
    tellDraft();
}

void Composer::editComment(qint64 comment, const QString &text)
{
    if (m_comment->editing() != comment && m_comment->hasUnsaved()) {
        const UnsavedAnswer answer = askAboutUnsaved(tr("the comment that is being written"), this);
        if (answer == UnsavedAnswer::Stay || (answer == UnsavedAnswer::Save && !m_comment->saveNow()))
            return;
    }
    m_comment->edit(comment, text);
    startComment();
}

bool Composer::hasUnsaved() const
{
    return m_plan->hasUnsaved() || m_comment->hasUnsaved();
}

bool Composer::saveUnsaved()
{
    if (m_plan->hasUnsaved())
        m_plan->save();
    return m_plan->settle() && !m_plan->hasUnsaved() && m_comment->saveNow();
}

bool Composer::settle()
{
    return m_plan->settle() && m_comment->settle();
}

void Composer::discard()
{
    m_plan->clear();
    m_comment->clear();
    tellDraft();
}

UnsavedAnswer Composer::askAboutDraft()
{
    constexpr int longest = 60;
    const auto named = [](const QString &text) { return text.size() > longest ? text.left(longest) + u'…' : text; };
    if (!m_plan->hasUnsaved())
        return Kartoteka::askAboutDraft(tr("Save the comment “%1”?").arg(named(m_comment->typed())), tr("Save"), this);
    if (m_comment->hasUnsaved())
        return Kartoteka::askAboutDraft(tr("Plan the activity “%1” and save the comment?").arg(named(m_plan->typed())),
                                        tr("Plan and save"), this);
    return Kartoteka::askAboutDraft(tr("Plan the activity “%1”?").arg(named(m_plan->typed())), tr("Plan"), this);
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::Resize)
        tellDraft();
    if (watched == m_line && event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
            goOn();
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_body->isHidden()) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_comment->editing() != 0 && !m_comment->hasUnsaved()) { // nothing of it was changed
        m_comment->clear();
        leaveComment();
        return;
    }
    close(); // a draft is kept
    m_line->setFocus();
}

} // namespace Kartoteka
