// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/deadline_line.h"

#include "core/activities/deadline_words.h"
#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"
#include "views/widgets/menu_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace Kartoteka {

DeadlineLine::DeadlineLine(Store &store, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_words(new QLineEdit(this))
    , m_answer(new QLabel(this))
    , m_usual(makeIconButton(this, u"deadlineUsual"_s, u"chevron-down"_s, tr("Usual deadlines")))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::s);
    m_words->setObjectName(u"deadlineWords"_s);
    m_words->setAccessibleName(tr("Deadline in words"));
    m_words->setPlaceholderText(tr("or in words: fri 15:00, +3d"));
    m_words->setClearButtonEnabled(true);
    m_words->setMaxLength(100);
    setFocusProxy(m_words);
    layout->addWidget(m_words, 1);
    m_answer->setObjectName(u"deadlineUnderstood"_s);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setFont(Theme::small(font()));
    m_answer->setProperty("muted", true);
    m_answer->hide();
    layout->addWidget(m_answer);
    layout->addWidget(m_usual);
    connect(m_usual, &QToolButton::clicked, this, &DeadlineLine::offer);
    connect(m_words, &QLineEdit::textChanged, this, &DeadlineLine::read);
    // Half a date is another one: it is taken when it is whole.
    connect(m_words, &QLineEdit::editingFinished, this, &DeadlineLine::take);
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        take();
        if (m_deadline)
            emit chosen();
    });
}

void DeadlineLine::clear()
{
    m_words->clear();
}

bool DeadlineLine::isEmpty() const
{
    return m_words->text().trimmed().isEmpty();
}

void DeadlineLine::read()
{
    const QString text = m_words->text();
    const auto at = parseDeadline(text, m_store.clock().localNow(), WorkCalendar(*m_store.schema()));
    m_deadline = at;
    m_answer->setVisible(!text.trimmed().isEmpty());
    if (!at) {
        m_answer->setText(tr("not understood"));
        return;
    }
    m_answer->setText(momentOf(*at));
}

QString DeadlineLine::momentOf(const QDateTime &deadline) const
{
    const QLocale locale;
    return locale.dayName(deadline.date().dayOfWeek(), QLocale::ShortFormat) + u' '
        + locale.toString(deadline, QLocale::ShortFormat);
}

/// The usual ones are words like those that are typed; what cannot be any more, today's evening, is left out.
void DeadlineLine::offer()
{
    QMenu menu(this);
    menu.setObjectName(u"deadlineUsualMenu"_s);
    const QDateTime now = m_store.clock().localNow();
    const WorkCalendar calendar(*m_store.schema());
    for (const QString &words : usualDeadlines()) {
        const auto at = parseDeadline(words, now, calendar);
        if (!at)
            continue;
        const QString text = words.left(1).toUpper() + words.mid(1);
        menu.addAction(menuText(text) + u'\t' + momentOf(*at), this, [this, words] {
            m_words->setText(words);
            take();
        });
    }
    menu.exec(m_usual->mapToGlobal(QPoint(0, m_usual->height())));
}

QStringList DeadlineLine::usualDeadlines()
{
    return {tr("today 18:00", "a deadline in words"), tr("tomorrow", "a deadline in words"),
            tr("in 2 days", "a deadline in words"),   tr("in 3 days", "a deadline in words"),
            tr("Monday", "a deadline in words"),      tr("in a week", "a deadline in words"),
            tr("end of month", "a deadline in words")};
}

bool DeadlineLine::finish()
{
    take();
    return m_deadline || m_words->text().trimmed().isEmpty();
}

void DeadlineLine::take()
{
    if (m_deadline)
        emit understood(*m_deadline);
}

} // namespace Kartoteka
