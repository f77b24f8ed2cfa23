// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/go_to_panel.h"

#include "core/query/item_query.h"
#include "models/calendar/calendar_period.h"
#include "models/calendar/go_to_day.h"
#include "views/calendar/mini_month.h"
#include "views/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace Kartoteka {

GoToPanel::GoToPanel(Store &store, QWidget *parent) : OverPanel(parent), m_store(store)
{
    setObjectName(u"goToPanel"_s);
    setOpener(u"calendarTitle"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadow + Space::m, shadow + Space::m, shadow + Space::m, shadow + Space::m);
    layout->setSpacing(Space::s);
    m_words = new QLineEdit(this);
    m_words->setObjectName(u"goToWords"_s);
    m_words->setAccessibleName(tr("Go to a date"));
    m_words->setPlaceholderText(tr("5 March, mon, +3w, 2025"));
    m_words->setMaxLength(100);
    layout->addWidget(m_words);
    m_answer = new QLabel(this);
    m_answer->setObjectName(u"goToAnswer"_s);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setFont(Theme::small(font()));
    m_answer->setProperty("muted", true);
    layout->addWidget(m_answer);
    m_month = new MiniMonth(store, MiniMonth::Kind::Dots, this);
    layout->addWidget(m_month, 0, Qt::AlignHCenter);
    connect(m_words, &QLineEdit::textChanged, this, &GoToPanel::read);
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        if (m_day)
            take(*m_day);
    });
    connect(m_month, &MiniMonth::dayChosen, this, [this](const QDate &day) {
        if (m_month->hasFocus() && !m_month->underMouse()) // by the arrows: it is taken by Enter
            m_month->setCurrent(day, {}, {});
        else
            take(day);
    });
    connect(m_month, &MiniMonth::monthChosen, this, &GoToPanel::take);
}

void GoToPanel::ask(const QPoint &below, const QDate &day)
{
    m_words->clear();
    m_month->setWeekStart(firstDayOfWeek(*m_store.schema()));
    m_month->setMonth(day);
    m_month->setCurrent(day, day, day);
    read();
    layout()->activate();
    const QSize size = sizeHint();
    const int left = qBound(0, below.x() - shadow, qMax(0, parentWidget()->width() - size.width()));
    showIn(QRect(QPoint(left, below.y() - shadow + Space::xs), size));
    m_words->setFocus();
}

void GoToPanel::read()
{
    const QString text = m_words->text();
    const SchemaPtr schema = m_store.schema();
    m_day = parseDayToGo(text, m_store.clock().localNow(), firstDayOfWeek(*schema), WorkCalendar(*schema));
    if (text.trimmed().isEmpty())
        m_answer->setText(tr("A date in words, or a day below"));
    else
        m_answer->setText(m_day ? QLocale().standaloneDayName(m_day->dayOfWeek()) + u", "_s + dayAndMonth(*m_day, true)
                                : tr("not understood"));
    if (m_day) {
        m_month->setMonth(*m_day);
        m_month->setCurrent(*m_day, *m_day, *m_day);
    }
}

void GoToPanel::take(const QDate &day)
{
    hide();
    emit chosen(day);
}

} // namespace Kartoteka
