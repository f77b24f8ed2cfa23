// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/composer.h"

#include "core/schema/builtin_names.h"
#include "views/card/comment_page.h"
#include "views/card/plan_page.h"
#include "views/dialogs/unsaved_question.h"
#include "views/theme/theme.h"
#include "views/widgets/flow_layout.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/menu_text.h"

#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace Kartoteka {

namespace {

constexpr int lineHeight = 36;

/// Those that have a pill of their own.
const QStringList &usualKinds()
{
    static const QStringList kinds{u"call"_s, u"meeting"_s, u"todo"_s};
    return kinds;
}

QList<ListValue> kindsOf(const Schema &schema)
{
    return schema.listValues(schema.field(schema.type(u"activity"_s)->id, u"kind"_s)->id);
}

} // namespace

Composer::Composer(Store &store, QWidget *parent) : QWidget(parent), m_store(store), m_kinds(new QButtonGroup(this))
{
    setObjectName(u"composer"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_line = new QPushButton(tr("Activity or comment…"), this);
    m_line->setObjectName(u"composerLine"_s);
    m_line->setFixedHeight(scaled(lineHeight, fontMetrics()));
    m_line->installEventFilter(this);
    layout->addWidget(m_line);
    m_body = new QWidget(this);
    m_body->hide();
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(Space::s, Space::s, Space::s, Space::s);
    body->setSpacing(Space::xs);
    m_pills = makePills();
    body->addWidget(m_pills);
    m_plan = new PlanPage(store, m_body);
    body->addWidget(m_plan);
    m_comment = makeCommentPage();
    body->addWidget(m_comment);
    layout->addWidget(m_body);
    connect(m_line, &QPushButton::clicked, this, &Composer::startActivity);
    connect(m_plan, &PlanPage::failed, this, &Composer::failed);
    // Later: a page that is hidden hands its focus on to some other widget before the next page takes it.
    connect(qApp, &QApplication::focusChanged, this, &Composer::closeIfLeft, Qt::QueuedConnection);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QToolButton *Composer::addPill(QLayout &row, const QString &name, const QString &text, const QString &icon)
{
    auto *pill = new QToolButton(m_body);
    pill->setObjectName(name);
    pill->setText(text);
    pill->setProperty("pill", true);
    if (!icon.isEmpty()) {
        pill->setIcon(Theme::of(palette()).icon(icon, ColourRole::Muted));
        pill->setIconSize(QSize(16, 16));
        pill->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    pill->setCheckable(true);
    m_kinds->addButton(pill);
    row.addWidget(pill);
    return pill;
}

void Composer::addKind(QLayout &row, const QString &code)
{
    for (const ListValue &value : kindsOf(*m_store.schema())) {
        if (value.code != code)
            continue;
        const bool isUsual = code == u"todo";
        QToolButton *pill = addPill(row, isUsual ? u"composerActivity"_s : u"composer_"_s + code,
                                    displayName(*m_store.schema(), value), code == u"call" ? u"phone"_s : QString());
        connect(pill, &QToolButton::clicked, this, [this, code] { plan(code); });
        m_activityPill = isUsual ? pill : m_activityPill;
    }
}

/// The kinds that are planned seldom, behind one pill that says which was chosen.
void Composer::addOtherKinds(QLayout &row)
{
    QToolButton *pill = addPill(row, u"composerOther"_s, u"…"_s, {});
    pill->setAccessibleName(tr("Other kinds of activities"));
    pill->setToolTip(tr("Other kinds of activities"));
    connect(pill, &QToolButton::clicked, this, [this, pill] {
        QMenu menu(this);
        for (const ListValue &value : kindsOf(*m_store.schema())) {
            if (usualKinds().contains(value.code))
                continue;
            const QString name = displayName(*m_store.schema(), value);
            menu.addAction(menuText(name), this, [this, pill, name, code = value.code] {
                pill->setText(name);
                plan(code);
            });
        }
        menu.exec(pill->mapToGlobal(QPoint(0, pill->height())));
    });
}

QWidget *Composer::makePills()
{
    auto *pills = new QWidget(m_body);
    auto *row = new FlowLayout(pills, Space::xs);
    row->setLastAtRight(true);
    for (const QString &code : usualKinds())
        addKind(*row, code);
    addOtherKinds(*row);
    m_commentPill = addPill(*row, u"composerComment"_s, tr("Comment"), {});
    connect(m_commentPill, &QToolButton::clicked, this, &Composer::startComment);
    QToolButton *file = makeIconButton(pills, u"composerFile"_s, u"clip"_s, tr("Attach a file (or drop it on the card)"));
    connect(file, &QToolButton::clicked, this, &Composer::fileWanted);
    row->addWidget(file);
    return pills;
}

CommentPage *Composer::makeCommentPage()
{
    auto *page = new CommentPage(m_store, m_body);
    connect(page, &CommentPage::filesGiven, this, &Composer::filesGiven);
    connect(page, &CommentPage::pictureGiven, this, &Composer::pictureGiven);
    connect(page, &CommentPage::failed, this, &Composer::failed);
    connect(page, &CommentPage::editingChanged, this, [this, page] { m_pills->setVisible(page->editing() == 0); });
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

void Composer::plan(const QString &kind)
{
    m_plan->setKind(kind);
    open(m_plan);
}

void Composer::startActivity()
{
    if (m_activityPill)
        m_activityPill->setChecked(true);
    plan(u"todo"_s);
}

void Composer::startComment()
{
    m_commentPill->setChecked(true);
    open(m_comment);
}

void Composer::setItem(const ItemRef &item)
{
    m_plan->setItem(item);
    m_comment->setItem(item);
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
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
            startActivity();
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_body->isHidden() || (hasUnsaved() && m_comment->editing() == 0)) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_comment->clear();
    close();
    m_line->setFocus();
}

} // namespace Kartoteka
