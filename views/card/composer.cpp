// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/composer.h"

#include "core/schema/builtin_names.h"
#include "views/card/comment_edit.h"
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
    m_commentPage = makeCommentPage();
    body->addWidget(m_commentPage);
    layout->addWidget(m_body);
    connect(m_line, &QPushButton::clicked, this, &Composer::startActivity);
    connect(m_plan, &PlanPage::planned, this, &Composer::activityPlanned);
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

QWidget *Composer::makeCommentPage()
{
    auto *page = new QWidget(m_body);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    m_comment = new CommentEdit(page);
    m_comment->setObjectName(u"commentText"_s);
    m_comment->setPlaceholderText(tr("Write a comment: **bold**, *italic*, - list"));
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setTabChangesFocus(true);
    m_comment->installEventFilter(this);
    m_comment->setFixedHeight(fontMetrics().height() * 3 + Space::m);
    layout->addWidget(m_comment);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    m_commentCancel = new QPushButton(tr("Cancel"), page);
    m_commentCancel->setObjectName(u"commentCancel"_s);
    m_commentCancel->setProperty("inBar", true);
    m_commentCancel->hide();
    row->addWidget(m_commentCancel);
    m_commentSave = new QPushButton(tr("Add comment"), page);
    m_commentSave->setObjectName(u"commentSave"_s);
    m_commentSave->setProperty("inBar", true);
    makePrimary(m_commentSave);
    m_commentSave->setEnabled(false);
    m_commentSave->setToolTip(tr("Write something first (Ctrl+Enter saves)"));
    row->addWidget(m_commentSave);
    layout->addLayout(row);
    connect(m_comment, &QPlainTextEdit::textChanged, this,
            [this] { m_commentSave->setEnabled(!m_comment->toPlainText().trimmed().isEmpty()); });
    connect(m_comment, &CommentEdit::filesGiven, this, &Composer::filesGiven);
    connect(m_comment, &CommentEdit::pictureGiven, this, &Composer::pictureGiven);
    connect(m_commentSave, &QPushButton::clicked, this, &Composer::saveComment);
    connect(m_commentCancel, &QPushButton::clicked, this, [this] {
        setEditing(0, {});
        close();
    });
    return page;
}

void Composer::open(QWidget *page)
{
    m_body->show();
    m_line->hide();
    m_plan->setVisible(page == m_plan);
    m_commentPage->setVisible(page == m_commentPage);
    if (page == m_plan)
        m_plan->takeFocus();
    else
        m_comment->setFocus();
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
    if (m_body->isVisible() && isElsewhere && !hasUnsaved()) {
        setEditing(0, {});
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
    open(m_commentPage);
}

void Composer::setEditing(qint64 comment, const QString &text)
{
    m_editing = comment;
    m_before = text;
    m_comment->setPlainText(text);
    m_commentSave->setText(comment == 0 ? tr("Add comment") : tr("Save"));
    m_commentCancel->setVisible(comment != 0);
    m_pills->setVisible(comment == 0);
}

void Composer::editComment(qint64 comment, const QString &text)
{
    if (m_editing != comment && m_comment->toPlainText().trimmed() != m_before.trimmed()) {
        const UnsavedAnswer answer = askAboutUnsaved(tr("the comment that is being written"), this);
        if (answer == UnsavedAnswer::Stay)
            return;
        if (answer == UnsavedAnswer::Save)
            saveComment();
    }
    setEditing(comment, text);
    startComment();
    m_comment->moveCursor(QTextCursor::End);
}

bool Composer::hasUnsaved() const
{
    return m_plan->hasUnsaved() || m_comment->toPlainText().trimmed() != m_before.trimmed();
}

void Composer::saveUnsaved()
{
    if (m_plan->hasUnsaved())
        m_plan->save();
    saveComment();
}

void Composer::discard()
{
    m_plan->clear();
    setEditing(0, {});
}

void Composer::saveComment()
{
    const QString text = m_comment->toPlainText().trimmed();
    if (text.isEmpty())
        return;
    const qint64 edited = m_editing;
    m_comment->setFocus(); // its button is about to be disabled
    setEditing(0, {});
    if (edited == 0) {
        emit commentWritten(text);
    } else {
        close();
        emit commentEdited(edited, text);
    }
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason)
            startActivity();
    }
    if (watched == m_comment && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & Qt::ControlModifier)) {
            saveComment();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || m_body->isHidden() || (hasUnsaved() && m_editing == 0)) {
        QWidget::keyPressEvent(event);
        return;
    }
    setEditing(0, {});
    close();
    m_line->setFocus();
}

} // namespace Kartoteka
