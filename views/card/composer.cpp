// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/composer.h"

#include "core/items/value_text.h"
#include "core/query/item_query.h"
#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"

#include <QButtonGroup>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace Kartoteka {

Composer::Composer(Store &store, QWidget *parent) : QWidget(parent), m_store(store)
{
    setObjectName(u"composer"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::s, Space::s, Space::s, Space::s);
    layout->setSpacing(Space::xs);
    auto *tabs = new QHBoxLayout;
    tabs->setSpacing(Space::xs);
    auto *group = new QButtonGroup(this);
    const auto addTab = [&](const QString &text, const QString &icon, const QString &name) {
        auto *tab = new QToolButton(this);
        tab->setObjectName(name);
        tab->setText(text);
        tab->setIcon(Theme::of(palette()).icon(icon, ColourRole::Muted));
        tab->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        tab->setCheckable(true);
        group->addButton(tab);
        tabs->addWidget(tab);
        return tab;
    };
    m_activityTab = addTab(tr("Activity"), u"activity"_s, u"composerActivity"_s);
    m_commentTab = addTab(tr("Comment"), u"comment"_s, u"composerComment"_s);
    m_activityTab->setChecked(true);
    tabs->addStretch(1);
    auto *file = new QToolButton(this);
    file->setObjectName(u"composerFile"_s);
    file->setIcon(Theme::of(palette()).icon(u"clip"_s, ColourRole::Muted));
    file->setToolTip(tr("Attach a file (or drop it on the card)"));
    file->setAccessibleName(tr("Attach a file"));
    connect(file, &QToolButton::clicked, this, &Composer::fileWanted);
    tabs->addWidget(file);
    layout->addLayout(tabs);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(makeActivityPage());
    m_pages->addWidget(makeCommentPage());
    layout->addWidget(m_pages);
    connect(m_activityTab, &QToolButton::clicked, this, &Composer::startActivity);
    connect(m_commentTab, &QToolButton::clicked, this, &Composer::startComment);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QWidget *Composer::makeActivityPage()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_title = new QLineEdit(page);
    m_title->setObjectName(u"activityTitle"_s);
    m_title->setPlaceholderText(tr("What is to be done? (Contact the client)"));
    m_title->setAccessibleName(tr("Activity"));
    m_title->installEventFilter(this);
    layout->addWidget(m_title);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::s);
    m_kind = new QComboBox(page);
    m_kind->setAccessibleName(tr("Kind"));
    const SchemaPtr schema = m_store.schema();
    const Field *kind = schema->field(schema->type(u"activity"_s)->id, u"kind"_s);
    for (const ListValue &value : schema->listValues(kind->id))
        m_kind->addItem(displayName(*schema, value), value.code);
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(u"todo"_s)));
    m_deadline = new QDateTimeEdit(page);
    m_deadline->setObjectName(u"activityDeadline"_s);
    m_deadline->setAccessibleName(tr("Deadline"));
    m_deadline->setCalendarPopup(true);
    const auto beginWeeks = [this] { m_deadline->calendarWidget()->setFirstDayOfWeek(firstDayOfWeek(*m_store.schema())); };
    connect(&m_store, &Store::schemaChanged, m_deadline, beginWeeks);
    beginWeeks();
    m_deadline->setDisplayFormat(typedMomentFormat());
    resetDeadline();
    row->addWidget(m_kind, 1);
    row->addWidget(m_deadline, 1);
    layout->addLayout(row);
    auto *shortcuts = new QHBoxLayout;
    shortcuts->setSpacing(0);
    const auto addShortcut = [&](const QString &text, const Postponement &by) {
        auto *button = new QToolButton(page);
        button->setText(text);
        connect(button, &QToolButton::clicked, this, [this, by] { shift(by); });
        shortcuts->addWidget(button);
    };
    addShortcut(tr("+1 h"), {1, 0, false});
    addShortcut(tr("+1 d"), {0, 1, false});
    addShortcut(tr("+3 d"), {0, 3, false});
    addShortcut(tr("Mon", "next Monday"), {0, 0, true});
    shortcuts->addStretch(1);
    auto *save = new QPushButton(tr("Plan"), page);
    save->setObjectName(u"activitySave"_s);
    makePrimary(save);
    connect(save, &QPushButton::clicked, this, &Composer::saveActivity);
    shortcuts->addWidget(save);
    layout->addLayout(shortcuts);
    return page;
}

QWidget *Composer::makeCommentPage()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_comment = new QPlainTextEdit(page);
    m_comment->setObjectName(u"commentText"_s);
    m_comment->setPlaceholderText(tr("Write a comment"));
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setTabChangesFocus(true);
    m_comment->installEventFilter(this);
    m_comment->setFixedHeight(fontMetrics().height() * 3 + Space::m);
    layout->addWidget(m_comment);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    m_commentSave = new QPushButton(tr("Add comment"), page);
    m_commentSave->setObjectName(u"commentSave"_s);
    makePrimary(m_commentSave);
    m_commentSave->setEnabled(false);
    m_commentSave->setToolTip(tr("Write something first (Ctrl+Enter saves)"));
    connect(m_comment, &QPlainTextEdit::textChanged, this,
            [this] { m_commentSave->setEnabled(!m_comment->toPlainText().trimmed().isEmpty()); });
    connect(m_commentSave, &QPushButton::clicked, this, &Composer::saveComment);
    row->addWidget(m_commentSave);
    layout->addLayout(row);
    return page;
}

void Composer::resetDeadline()
{
    m_deadline->setDateTime(defaultDeadline(WorkCalendar(*m_store.schema()), m_store.clock().localNow()));
}

/// From now on: what stands in the field is only proposed.
void Composer::shift(const Postponement &by)
{
    const QDateTime now = m_store.clock().localNow();
    const QDateTime same(now.date(), by.hours > 0 ? now.time() : m_deadline->time());
    m_deadline->setDateTime(QDateTime::fromMSecsSinceEpoch(postponed(same.toMSecsSinceEpoch(), now, by)));
}

void Composer::startActivity()
{
    m_activityTab->setChecked(true);
    m_pages->setCurrentIndex(0);
    m_title->setFocus();
}

void Composer::startComment()
{
    m_commentTab->setChecked(true);
    m_pages->setCurrentIndex(1);
    m_comment->setFocus();
}

bool Composer::hasUnsaved() const
{
    return !m_title->text().trimmed().isEmpty() || !m_comment->toPlainText().trimmed().isEmpty();
}

void Composer::saveUnsaved()
{
    if (!m_title->text().trimmed().isEmpty())
        saveActivity();
    saveComment();
}

void Composer::discard()
{
    m_title->clear();
    m_comment->clear();
    resetDeadline();
}

void Composer::saveActivity()
{
    ActivityDraft draft;
    draft.title = m_title->text();
    draft.kind = m_kind->currentData().toString();
    draft.deadline = m_deadline->dateTime().toMSecsSinceEpoch();
    emit activityPlanned(draft);
    m_title->clear();
    resetDeadline();
}

void Composer::saveComment()
{
    const QString text = m_comment->toPlainText().trimmed();
    if (text.isEmpty())
        return;
    emit commentWritten(text);
    m_comment->clear();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && watched == m_comment && (key->modifiers() & Qt::ControlModifier)) {
            saveComment();
            return true;
        }
        if (enter && watched == m_title) {
            saveActivity();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Kartoteka
