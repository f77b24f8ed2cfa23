// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/plan_page.h"

#include "core/activities/activity.h"
#include "core/activities/kinds.h"
#include "core/activities/usual_reminders.h"
#include "core/items/value_text.h"
#include "core/query/item_query.h"
#include "views/fields/deadline_line.h"
#include "views/theme/theme.h"
#include "views/widgets/flow_layout.h"

#include <QButtonGroup>
#include <QCalendarWidget>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

const QTime morning(10, 0);
const QTime evening(18, 0);

} // namespace

PlanPage::PlanPage(Store &store, QWidget *parent) : QWidget(parent), m_store(store), m_days(new QButtonGroup(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    m_title = new QLineEdit(this);
    m_title->setObjectName(u"activityTitle"_s);
    m_title->setPlaceholderText(tr("What to do? (Contact the client)"));
    m_title->setAccessibleName(tr("Activity"));
    m_title->setProperty("bare", true);
    m_title->installEventFilter(this);
    layout->addWidget(m_title);
    m_when = new QWidget(this);
    auto *when = new QHBoxLayout(m_when);
    when->setContentsMargins(0, 0, 0, 0);
    when->setSpacing(Space::xs);
    m_deadline = new QDateTimeEdit(m_when);
    m_deadline->setObjectName(u"activityDeadline"_s);
    m_deadline->setAccessibleName(tr("Deadline"));
    m_deadline->setCalendarPopup(true);
    m_deadline->setDisplayFormat(typedMomentFormat());
    when->addWidget(m_deadline);
    m_words = new DeadlineLine(m_store, m_when);
    when->addWidget(m_words, 1);
    m_when->hide();
    const auto beginWeeks = [this] { m_deadline->calendarWidget()->setFirstDayOfWeek(firstDayOfWeek(*m_store.schema())); };
    connect(&m_store, &Store::schemaChanged, m_deadline, beginWeeks);
    beginWeeks();
    layout->addWidget(m_when);
    layout->addWidget(makeDays());
    connect(m_deadline, &QDateTimeEdit::dateTimeChanged, this, &PlanPage::tellDeadline);
    connect(m_words, &DeadlineLine::understood, m_deadline, &QDateTimeEdit::setDateTime);
    connect(m_words, &DeadlineLine::chosen, this, [this] {
        if (hasUnsaved())
            save();
        else
            m_title->setFocus();
    });
    clear();
}

QToolButton *PlanPage::addDay(const QString &name, const QString &text)
{
    auto *day = new QToolButton(this);
    day->setObjectName(name);
    day->setText(text);
    day->setCheckable(true);
    day->setProperty("pill", true);
    m_days->addButton(day);
    return day;
}

QWidget *PlanPage::makeDays()
{
    auto *row = new QWidget(this);
    auto *layout = new FlowLayout(row, Space::xs);
    layout->setLastAtRight(true);
    m_today = addDay(u"composerToday"_s, tr("Today"));
    m_tomorrow = addDay(u"composerTomorrow"_s,
                        tr("Tomorrow %1", "and the hour").arg(QLocale().toString(morning, QLocale::ShortFormat)));
    m_monday = addDay(u"composerMonday"_s, tr("Mon", "next Monday"));
    m_date = addDay(u"composerDate"_s, tr("Date…"));
    for (QToolButton *day : {m_today, m_tomorrow, m_monday, m_date})
        layout->addWidget(day);
    auto *save = new QPushButton(tr("Plan"), row);
    save->setObjectName(u"activitySave"_s);
    save->setProperty("inBar", true);
    makePrimary(save);
    layout->addWidget(save);
    connect(save, &QPushButton::clicked, this, &PlanPage::save);
    connect(m_today, &QToolButton::clicked, this, [this] { choose(todayAt()); });
    connect(m_tomorrow, &QToolButton::clicked, this,
            [this] { choose(QDateTime(m_store.clock().localNow().date().addDays(1), morning)); });
    connect(m_monday, &QToolButton::clicked, this, [this] {
        const QDate today = m_store.clock().localNow().date();
        choose(QDateTime(today.addDays(8 - today.dayOfWeek()), morning));
    });
    connect(m_date, &QToolButton::clicked, this, [this] {
        m_deadline->setMinimumWidth(m_deadline->sizeHint().width() + Space::s); // Qt leaves the line's own margins out
        m_when->show();
        m_words->setFocus();
    });
    return row;
}

/// At the end of the day; late in the day an hour from now.
QDateTime PlanPage::todayAt() const
{
    const QDateTime now = m_store.clock().localNow();
    const QDateTime end(now.date(), evening);
    return now.addSecs(3600) < end ? end : now.addSecs(3600);
}

void PlanPage::choose(const QDateTime &deadline)
{
    m_deadline->setDateTime(deadline);
    m_when->hide();
    tellDays();
    m_title->setFocus();
}

/// The deadline stands on the pill of dates until one of the others is chosen.
void PlanPage::tellDeadline()
{
    m_date->setChecked(true);
    tellDays();
}

void PlanPage::tellDays()
{
    const QDateTime at = m_deadline->dateTime();
    const QString date = shortDate(at.date(), QLocale(), m_store.clock().localNow().date()) + u' '
        + QLocale().toString(at.time(), QLocale::ShortFormat);
    m_date->setText(m_date->isChecked() ? date : tr("Date…"));
}

void PlanPage::takeFocus()
{
    m_title->setFocus();
}

QString PlanPage::typed() const
{
    return m_title->text().simplified();
}

void PlanPage::take(const QString &title)
{
    m_title->setText(title);
}

QString PlanPage::handOver()
{
    const QString title = typed();
    m_title->clear();
    return title;
}

bool PlanPage::hasUnsaved() const
{
    return !isSaving() && !m_title->text().trimmed().isEmpty();
}

void PlanPage::save()
{
    if (isSaving())
        return;
    if (m_when->isVisible() && !m_words->finish()) {
        m_words->setFocus(); // which says that it is not understood
        return;
    }
    ActivityDraft draft;
    draft.title = m_title->text();
    draft.kind = m_kind;
    draft.deadline = m_deadline->dateTime().toMSecsSinceEpoch();
    draft.items = {m_item};
    if (const auto usual = usualReminders(m_store.reader(), m_store.user(), m_item, kindId()))
        draft.reminders = *usual;
    m_pending.begin(this, m_store.commit(planActivity(*m_store.schema(), draft)), [this](const Result<Receipt> &receipt) {
        m_title->setReadOnly(false);
        if (receipt)
            clear();
        else
            emit failed(receipt.error());
        return bool(receipt);
    });
    m_title->setReadOnly(true); // until it is planned
}

void PlanPage::clear()
{
    m_title->clear();
    m_words->clear();
    m_when->hide();
    offerDeadline();
    tellDeadline();
}

qint64 PlanPage::kindId() const
{
    const SchemaPtr schema = m_store.schema();
    for (const ListValue &kind : activityKinds(*schema)) {
        if (kind.code == m_kind)
            return kind.id;
    }
    return 0;
}

QDateTime PlanPage::usualDeadline() const
{
    const SchemaPtr schema = m_store.schema();
    return kindDeadline(*schema, kindProperties(*schema, kindId()), m_store.clock().localNow());
}

void PlanPage::offerDeadline()
{
    m_deadline->setDateTime(usualDeadline());
    m_offered = m_deadline->dateTime();
}

void PlanPage::setKind(const QString &code)
{
    m_kind = code;
    if (m_deadline->dateTime() != m_offered)
        return;
    offerDeadline();
    tellDays();
}

bool PlanPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_title && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            save();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Kartoteka
