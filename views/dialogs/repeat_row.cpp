// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/repeat_row.h"

#include "core/schema/repeat_words.h"
#include "views/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

namespace Kartoteka {

namespace {

/// What stands in the list for a rule that people write themselves.
const QString ownRule = u"own"_s;

const QStringList &usualRules()
{
    static const QStringList rules{u"FREQ=DAILY"_s,   u"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"_s,
                                   u"FREQ=WEEKLY"_s,  u"FREQ=WEEKLY;INTERVAL=2"_s,
                                   u"FREQ=MONTHLY"_s, u"FREQ=YEARLY"_s};
    return rules;
}

} // namespace

RepeatRow::RepeatRow(QWidget *parent)
    : QWidget(parent)
    , m_choice(new QComboBox(this))
    , m_own(new QLineEdit(this))
    , m_words(new QLabel(this))
    , m_whenDone(new QCheckBox(tr("counted from when it is done"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::s);
    m_choice->setObjectName(u"activityEditRepeats"_s);
    m_choice->setAccessibleName(tr("Repeats"));
    m_choice->addItem(tr("does not repeat"), QString());
    for (const QString &rule : usualRules())
        m_choice->addItem(repeatText(rule), rule);
    m_choice->addItem(tr("a rule of one's own"), ownRule);
    m_whenDone->setObjectName(u"activityEditRepeatWhenDone"_s);
    m_whenDone->setToolTip(tr("The next one is planned from the day on which this one is done, not from its deadline"));
    line->addWidget(m_choice, 1);
    line->addWidget(m_whenDone);
    layout->addLayout(line);
    m_own->setObjectName(u"activityEditRepeatRule"_s);
    m_own->setAccessibleName(tr("Rule of repetition"));
    m_own->setPlaceholderText(tr("for example FREQ=MONTHLY;BYDAY=2TU"));
    m_own->setMaxLength(int(longestRule));
    layout->addWidget(m_own);
    m_words->setObjectName(u"activityEditRepeatWords"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setFont(Theme::small(font()));
    m_words->setProperty("muted", true);
    m_words->setWordWrap(true);
    layout->addWidget(m_words);
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &RepeatRow::showChoice);
    connect(m_own, &QLineEdit::textChanged, this, &RepeatRow::showWords);
    showChoice();
}

void RepeatRow::setRepetition(const QString &rule, bool whenDone)
{
    const int usual = m_choice->findData(rule);
    m_own->setText(usual < 0 ? rule : QString());
    m_choice->setCurrentIndex(usual < 0 ? m_choice->findData(ownRule) : usual);
    m_whenDone->setChecked(whenDone);
    showChoice();
}

QString RepeatRow::rule() const
{
    const QString text = isOwn() ? m_own->text().trimmed() : m_choice->currentData().toString();
    const auto parsed = parseRepeatRule(text);
    return parsed ? repeatRuleCode(*parsed) : text;
}

bool RepeatRow::isWhenDone() const
{
    return m_whenDone->isEnabled() && m_whenDone->isChecked();
}

bool RepeatRow::isOwn() const
{
    return m_choice->currentData() == ownRule;
}

void RepeatRow::showChoice()
{
    m_own->setVisible(isOwn());
    m_whenDone->setEnabled(m_choice->currentIndex() > 0);
    showWords();
}

void RepeatRow::showWords()
{
    const QString text = isOwn() ? m_own->text() : QString();
    m_words->setVisible(!text.trimmed().isEmpty());
    const auto parsed = parseRepeatRule(text);
    m_words->setText(parsed ? repeatText(*parsed) : parsed.error().message);
    emit changed();
}

} // namespace Kartoteka
