// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/composer.h"

#include "views/card/comment_page.h"
#include "views/card/composer_kinds.h"
#include "views/card/plan_page.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_text.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int lineHeight = 36;

} // namespace

Composer::Composer(Store &store, QWidget *parent) : QWidget(parent), m_store(store)
{
    setObjectName(u"composer"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_line = new QPushButton(this);
    m_line->setObjectName(u"composerLine"_s);
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a draft is as long as it is
    m_line->setFixedHeight(scaled(lineHeight, fontMetrics()));
    m_line->installEventFilter(this);
    layout->addWidget(m_line);
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
    connect(m_kinds, &ComposerKinds::chosen, this, &Composer::begin);
    connect(m_kinds, &ComposerKinds::fileWanted, this, &Composer::fileWanted);
    connect(m_kinds, &ComposerKinds::failed, this, &Composer::failed);
    connect(m_plan, &PlanPage::failed, this, &Composer::failed);
    // Later: a page that is hidden hands its focus on to some other widget before the next page takes it.
    connect(qApp, &QApplication::focusChanged, this, &Composer::closeIfLeft, Qt::QueuedConnection);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

CommentPage *Composer::makeCommentPage()
{
    auto *page = new CommentPage(m_store, m_body);
    connect(page, &CommentPage::filesGiven, this, &Composer::filesGiven);
    connect(page, &CommentPage::pictureGiven, this, &Composer::pictureGiven);
    connect(page, &CommentPage::failed, this, &Composer::failed);
    connect(page, &CommentPage::editingChanged, this, [this, page] { m_kinds->setVisible(page->editing() == 0); });
    connect(page, &CommentPage::cancelled, this, &Composer::close);
    connect(page, &CommentPage::saved, this, [this](bool wasEdited) {
        if (wasEdited)
            close();
        else
            closeIfLeft();
    });
    return page;
}

void Composer::open(QWidget *page)
{
    m_body->show();
    m_line->hide();
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
    m_line->show();
    m_body->hide();
    emit opened(false);
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

/// The line says what is kept behind it.
void Composer::tellDraft()
{
    const QString draft = m_plan->hasUnsaved() ? m_plan->typed() : m_comment->hasUnsaved() ? m_comment->typed() : QString();
    const QString text = draft.isEmpty() ? tr("Activity or comment…") : tr("Draft: %1").arg(draft);
    const int room = draft.isEmpty() ? QWIDGETSIZE_MAX : width() - 2 * Space::l;
    m_line->setText(menuText(m_line->fontMetrics().elidedText(text, Qt::ElideRight, room)));
    m_line->setAccessibleName(text);
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
    if (m_comment->editing() != 0 && !m_comment->hasUnsaved())
        m_comment->clear(); // nothing of it was changed
    close();                // a draft is kept
    m_line->setFocus();
}

} // namespace Kartoteka
