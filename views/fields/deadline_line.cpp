// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fields/deadline_line.h"

#include "core/activities/deadline_words.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace Kartoteka {

DeadlineLine::DeadlineLine(Store &store, QWidget *parent)
    : QWidget(parent), m_store(store), m_words(new QLineEdit(this)), m_answer(new QLabel(this))
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
    const QLocale locale;
    m_answer->setText(locale.dayName(at->date().dayOfWeek(), QLocale::ShortFormat) + u' '
                      + locale.toString(*at, QLocale::ShortFormat));
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
