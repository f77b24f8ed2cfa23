// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/resource_hours_tab.h"

#include "core/calendar/resource_acts.h"
#include "core/query/item_query.h"
#include "core/schema/codes.h"
#include "core/schema/resource_codes.h"
#include "core/schema/work_calendar.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {

enum How { AsOffice, OwnHours, Closed };

constexpr int nameWidth = 128;
constexpr int howWidth = 280;
constexpr int lastWorkday = Qt::Friday;
const WorkHours usualHours{{9 * 60, 18 * 60}};

WorkHours officeHours(const Schema &schema, int weekday)
{
    return parseWorkHours(schema.setting(workHoursSetting(weekday))).value_or(WorkHours());
}

QString dayName(int weekday)
{
    QString name = QLocale().standaloneDayName(weekday);
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace

ResourceHoursTab::ResourceHoursTab(Store &store, QWidget *parent) : CardTab(parent), m_store(store)
{
    setObjectName(u"resourceHoursTab"_s);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->viewport()->setAutoFillBackground(false);
    outer->addWidget(area);
    auto *inside = new QWidget(area);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::s);
    auto *about = new QLabel(tr("When it can be booked. Free times are found within these hours. Outside its own hours "
                                "it can be booked only after confirming."),
                             inside);
    about->setWordWrap(true);
    about->setProperty("muted", true);
    layout->addWidget(about);
    const int first = firstDayOfWeek(*store.schema());
    for (int i = 0; i < weekDays; ++i)
        addRow((first - 1 + i) % weekDays + 1, *layout);
    m_problem = new QLabel(inside);
    m_problem->setObjectName(u"resourceHoursProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    m_same = new QPushButton(tr("Tuesday to Friday same as Monday"), inside);
    m_same->setObjectName(u"resourceHoursSame"_s);
    layout->addWidget(m_same, 0, Qt::AlignLeft);
    layout->addStretch(1);
    area->setWidget(inside);
    inside->setAutoFillBackground(false); // which that has set
    connect(m_same, &QPushButton::clicked, this, &ResourceHoursTab::asOnMonday);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const auto isOurs = [](const RecordChange &one) { return one.table == Codes::resourceHours; };
        if (notice.whole || notice.schemaChanged || std::ranges::any_of(notice.records, isOurs))
            read();
    });
}

void ResourceHoursTab::addRow(int weekday, QVBoxLayout &rows)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::m);
    auto *name = new QLabel(dayName(weekday), this);
    name->setFixedWidth(scaled(nameWidth, fontMetrics()));
    name->setProperty("muted", true);
    line->addWidget(name);
    Row &row = m_rows[size_t(weekday) - 1];
    row.how = new QComboBox(this);
    row.how->setObjectName(u"resourceDay%1"_s.arg(weekday));
    row.how->setAccessibleName(dayName(weekday));
    row.how->setFixedWidth(scaled(howWidth, fontMetrics()));
    line->addWidget(row.how);
    row.hours = new QLineEdit(this);
    row.hours->setObjectName(u"resourceHours%1"_s.arg(weekday));
    row.hours->setAccessibleName(tr("Hours, %1").arg(dayName(weekday)));
    row.hours->setPlaceholderText(workHoursText({{9 * 60, 13 * 60}, {14 * 60, 18 * 60}}));
    row.hours->setMaxLength(200);
    QSizePolicy room = row.hours->sizePolicy();
    room.setRetainSizeWhenHidden(true); // what stands before it keeps its width
    row.hours->setSizePolicy(room);
    line->addWidget(row.hours, 1);
    rows.addLayout(line);
    connect(row.how, &QComboBox::activated, this, [this, weekday] { choose(weekday); });
    connect(row.hours, &QLineEdit::editingFinished, this, [this, weekday] { take(weekday); });
}

void ResourceHoursTab::setItem(const Item &item)
{
    const bool isOther = m_item.id != item.id;
    m_item = item;
    if (isOther) { // else what was chosen a moment ago is on its way into the file
        m_hours.clear();
        for (const Row &row : m_rows)
            row.hours->setModified(false);
        fill();
    }
    read();
}

void ResourceHoursTab::read()
{
    m_load.cancel();
    m_load = CancelToken();
    if (m_item.id == 0 || m_writing > 0) // what is on its way into the file is read with it
        return;
    m_store
        .read<QHash<qint64, Resource>>(m_load,
                                       [id = m_item.id](const ReadContext &context) { return readResources(context, {id}); })
        .then(this, [this, token = m_load, id = m_item.id](const Result<QHash<qint64, Resource>> &found) {
            if (token.isCancelled())
                return;
            if (!found) {
                emit failed(found.error());
                return;
            }
            m_hours = found->value(id).hours;
            fill();
        });
}

std::optional<WorkHours> ResourceHoursTab::own(int weekday) const
{
    const auto known = m_hours.constFind(weekday);
    return known == m_hours.cend() ? std::nullopt : std::optional(*known);
}

void ResourceHoursTab::fill()
{
    if (std::ranges::none_of(m_rows, &QLineEdit::isModified, &Row::hours))
        m_problem->hide();
    for (int weekday = 1; weekday <= weekDays; ++weekday)
        fillRow(weekday);
    m_same->setEnabled(m_item.id != 0 && m_store.access().isWritable());
}

void ResourceHoursTab::fillRow(int weekday)
{
    const Row &row = m_rows[size_t(weekday) - 1];
    const QStringList choices{tr("Same as office: %1").arg(workHoursText(officeHours(*m_store.schema(), weekday))),
                              tr("Its own hours"), tr("Not bookable")};
    for (int i = 0; i < choices.size(); ++i) {
        if (i >= row.how->count())
            row.how->addItem(choices[i]);
        else
            row.how->setItemText(i, choices[i]);
    }
    row.how->setEnabled(m_item.id != 0 && m_store.access().isWritable());
    row.hours->setEnabled(row.how->isEnabled());
    if (row.how->currentIndex() == OwnHours && row.hours->isModified())
        return; // it is being written, or is to be put right
    const std::optional<WorkHours> hours = own(weekday);
    row.how->setCurrentIndex(!hours ? AsOffice : hours->isEmpty() ? Closed : OwnHours);
    row.hours->setVisible(row.how->currentIndex() == OwnHours);
    const QString text = hours && !hours->isEmpty() ? workHoursText(*hours) : QString();
    if (row.hours->text() != text)
        row.hours->setText(text);
}

void ResourceHoursTab::choose(int weekday)
{
    const Row &row = m_rows[size_t(weekday) - 1];
    if (row.how->currentIndex() != OwnHours)
        row.hours->setModified(false); // it goes
    std::optional<WorkHours> hours;
    if (row.how->currentIndex() == Closed) {
        hours = WorkHours();
    } else if (row.how->currentIndex() == OwnHours) {
        hours = officeHours(*m_store.schema(), weekday); // to begin with
        if (hours->isEmpty())
            hours = usualHours;
    }
    if (hours == own(weekday))
        return;
    commit(planResourceHours(m_item, weekday, hours));
    expect(weekday, hours);
    if (row.how->currentIndex() == OwnHours) {
        row.hours->setText(workHoursText(*hours));
        row.hours->show();
        row.hours->setFocus();
        row.hours->selectAll();
    }
}

bool ResourceHoursTab::take(int weekday)
{
    const Row &row = m_rows[size_t(weekday) - 1];
    if (row.how->currentIndex() != OwnHours)
        return true;
    const auto hours = parseWorkHours(row.hours->text());
    if (!hours) {
        m_problem->setText(tr("%1: hours are written as 9:00-13:00, 14:00-18:00.").arg(dayName(weekday)));
        m_problem->show();
        return false;
    }
    m_problem->hide();
    row.hours->setModified(false);
    if (hours != own(weekday)) {
        commit(planResourceHours(m_item, weekday, hours));
        expect(weekday, hours);
    }
    return true;
}

bool ResourceHoursTab::hasUnsaved() const
{
    for (int weekday = 1; weekday <= weekDays; ++weekday) {
        const Row &row = m_rows[size_t(weekday) - 1];
        const bool isOwn = row.how->currentIndex() == OwnHours;
        if (isOwn && parseWorkHours(row.hours->text()) != own(weekday))
            return true;
    }
    return false;
}

bool ResourceHoursTab::saveUnsaved()
{
    bool isGood = true;
    for (int weekday = 1; weekday <= weekDays; ++weekday)
        isGood = take(weekday) && isGood;
    return isGood;
}

/// One act, so that one undo takes it back.
void ResourceHoursTab::asOnMonday()
{
    if (!take(Qt::Monday))
        return;
    const Row &monday = m_rows[size_t(Qt::Monday) - 1];
    std::optional<WorkHours> hours;
    if (monday.how->currentIndex() != AsOffice)
        hours = monday.how->currentIndex() == Closed ? WorkHours() : *parseWorkHours(monday.hours->text());
    ChangeSet all;
    for (int weekday = Qt::Tuesday; weekday <= lastWorkday; ++weekday) {
        if (hours == own(weekday))
            continue;
        const ChangeSet one = planResourceHours(m_item, weekday, hours);
        all.kind = one.kind;
        all.subject = one.subject;
        all.changes += one.changes;
        expect(weekday, hours);
    }
    if (!all.isEmpty())
        commit(all);
}

/// Leaving a line that is on its way into the file makes no second act of it.
void ResourceHoursTab::expect(int weekday, const std::optional<WorkHours> &hours)
{
    if (hours)
        m_hours.insert(weekday, *hours);
    else
        m_hours.remove(weekday);
}

void ResourceHoursTab::commit(const ChangeSet &changes)
{
    ++m_writing;
    m_load.cancel();
    m_store.commit(changes).then(this, [this](const Result<Receipt> &receipt) {
        --m_writing;
        if (receipt)
            emit done(tr("Changed: %1").arg(m_item.text(Codes::title)));
        else
            emit failed(receipt.error());
        read();
    });
}

} // namespace Kartoteka
