// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filter/period_editor.h"

#include "core/base/clock.h"
#include "core/items/value_parse.h"
#include "core/query/condition_words.h"
#include "views/theme/theme.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QSpinBox>

namespace Kartoteka {

namespace {

constexpr int shortestKind = 9; ///< letters

/// Kinds with an input of their own; "%1" is its number.
const QStringList &counted()
{
    static const QStringList kinds{u"last %1 days"_s, u"next %1 days"_s,          u"%1 days ago"_s,
                                   u"in %1 days"_s,   u"more than %1 days ago"_s, u"more than %1 days ahead"_s};
    return kinds;
}

const QString day = u"day"_s;
const QString range = u"range"_s;
const QString from = u"from"_s;
const QString until = u"until"_s;
const QString month = u"month"_s;
const QString quarter = u"quarter"_s;
const QString year = u"year"_s;

QString iso(const QDateEdit *edit)
{
    return edit->date().toString(Qt::ISODate);
}

} // namespace

PeriodEditor::PeriodEditor(const QString &field, const Clock &clock, Qt::DayOfWeek firstDay, QWidget *parent)
    : QWidget(parent), m_clock(clock)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(u"periodKind"_s);
    m_kind->setAccessibleName(tr("%1: period").arg(field));
    m_kind->setMaxVisibleItems(12);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // it gives way to the dates beside it
    m_kind->setMinimumContentsLength(shortestKind);
    m_kind->addItem(tr("at any time"), QString());
    for (const QString &named : {u"today"_s, u"yesterday"_s, u"tomorrow"_s, u"this week"_s, u"last week"_s, u"next week"_s,
                                 u"this month"_s, u"last month"_s, u"next month"_s, u"this quarter"_s, u"this year"_s,
                                 u"last 7 days"_s, u"last 30 days"_s, u"last 60 days"_s, u"last 90 days"_s})
        m_kind->addItem(periodWords(named), named);
    const QList<QPair<QString, QString>> inputs{{counted()[0], tr("last N days")},
                                                {counted()[1], tr("next N days")},
                                                {counted()[2], tr("N days ago")},
                                                {counted()[3], tr("in N days")},
                                                {counted()[4], tr("more than N days ago")},
                                                {counted()[5], tr("more than N days ahead")},
                                                {month, tr("month")},
                                                {quarter, tr("quarter")},
                                                {year, tr("year")},
                                                {day, tr("exact date")},
                                                {range, tr("from – to")},
                                                {from, tr("from a day on")},
                                                {until, tr("until a date")}};
    for (const auto &[value, text] : inputs)
        m_kind->addItem(text, value);
    m_number = new QSpinBox(this);
    m_number->setObjectName(u"periodNumber"_s);
    m_number->setRange(1, 9999);
    m_number->setValue(7);
    m_number->setAccessibleName(tr("%1: number").arg(field));
    m_quarter = new QComboBox(this);
    m_quarter->setAccessibleName(tr("%1: quarter").arg(field));
    for (int i = 1; i <= 4; ++i)
        m_quarter->addItem(tr("quarter %1").arg(i), i);
    const auto makeDate = [this, firstDay](const QString &name, const QString &spoken) {
        auto *edit = new QDateEdit(m_clock.localNow().date(), this);
        edit->setObjectName(name);
        edit->setAccessibleName(spoken);
        edit->setCalendarPopup(true);
        edit->calendarWidget()->setFirstDayOfWeek(firstDay);
        return edit;
    };
    m_first = makeDate(u"periodFirst"_s, tr("%1: first day").arg(field));
    m_last = makeDate(u"periodLast"_s, tr("%1: last day").arg(field));
    layout->addWidget(m_kind, 1);
    for (QWidget *input : std::initializer_list<QWidget *>{m_quarter, m_number, m_first, m_last})
        layout->addWidget(input);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        if (m_kind->currentData() == year || m_kind->currentData() == quarter)
            m_number->setValue(m_clock.localNow().date().year());
        showInputs();
        emit changed();
    });
    connect(m_number, &QSpinBox::valueChanged, this, &PeriodEditor::changed);
    connect(m_quarter, &QComboBox::currentIndexChanged, this, &PeriodEditor::changed);
    connect(m_first, &QDateEdit::dateChanged, this, &PeriodEditor::changed);
    connect(m_last, &QDateEdit::dateChanged, this, &PeriodEditor::changed);
    showInputs();
}

void PeriodEditor::showInputs()
{
    const QString kind = m_kind->currentData().toString();
    m_number->setVisible(counted().contains(kind) || kind == year || kind == quarter);
    m_quarter->setVisible(kind == quarter);
    m_first->setVisible(kind == day || kind == range || kind == from || kind == month);
    m_last->setVisible(kind == range || kind == until);
    const QString format = kind == month ? u"MM.yyyy"_s : QLocale().dateFormat(QLocale::ShortFormat);
    m_first->setDisplayFormat(format);
    m_last->setDisplayFormat(format);
}

QString PeriodEditor::period() const
{
    const QString kind = m_kind->currentData().toString();
    if (counted().contains(kind))
        return kind.arg(m_number->value());
    if (kind == day)
        return iso(m_first);
    if (kind == range)
        return iso(m_first) + u".."_s + iso(m_last);
    if (kind == from)
        return iso(m_first) + u".."_s;
    if (kind == until)
        return u".."_s + iso(m_last);
    if (kind == month)
        return m_first->date().toString(u"yyyy-MM"_s);
    if (kind == quarter)
        return u"%1-Q%2"_s.arg(m_number->value()).arg(m_quarter->currentData().toInt());
    return kind == year ? QString::number(m_number->value()) : kind;
}

void PeriodEditor::setPeriod(const QString &text)
{
    const auto choose = [this](const QString &kind) { m_kind->setCurrentIndex(qMax(0, m_kind->findData(kind))); };
    const QSignalBlocker quiet(this);
    if (m_kind->findData(text) >= 0) {
        choose(text);
        return;
    }
    for (const QString &kind : counted()) {
        const QRegularExpression form(u'^' + QString(kind).replace(u"days"_s, u"days?"_s).arg(u"(\\d+)"_s) + u'$');
        if (const auto match = form.match(text); match.hasMatch()) {
            choose(kind);
            m_number->setValue(match.captured(1).toInt());
            return;
        }
    }
    static const QRegularExpression calendar(u"^(\\d{4})(?:-(?:[qQ]([1-4])|(\\d{2})))?$"_s);
    if (const auto match = calendar.match(text); match.hasMatch()) {
        choose(!match.captured(2).isEmpty() ? quarter : match.captured(3).isEmpty() ? year : month);
        m_number->setValue(match.captured(1).toInt());
        m_quarter->setCurrentIndex(qMax(0, match.captured(2).toInt() - 1));
        if (!match.captured(3).isEmpty())
            m_first->setDate(QDate(match.captured(1).toInt(), match.captured(3).toInt(), 1));
        return;
    }
    const qsizetype dots = text.indexOf(u".."_s);
    const auto first = parseDate(dots < 0 ? text : text.left(dots));
    const auto last = dots < 0 ? std::nullopt : parseDate(text.mid(dots + 2));
    if (!first && !last)
        return;
    choose(dots < 0 ? day : first && last ? range : first ? from : until);
    m_first->setDate(first.value_or(m_first->date()));
    m_last->setDate(last.value_or(m_last->date()));
}

} // namespace Kartoteka
