// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/repeat_row.h"

#include "core/activities/recurrence.h"
#include "core/calendar/day_words.h"
#include "core/schema/repeat_words.h"
#include "views/dialogs/repeat_builder.h"
#include "views/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

/// What stands in the list for a rule that people write themselves.
const QString ownRule = u"own"_s;
/// … and for one that is put together.
const QString builtRule = u"built"_s;

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
    , m_builder(new RepeatBuilder(this))
    , m_own(new QLineEdit(this))
    , m_words(new QLabel(this))
    , m_misfit(new QLabel(this))
    , m_begin(new QPushButton(this))
    , m_whenDone(new QCheckBox(tr("count from completion"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    m_choice->setObjectName(u"activityEditRepeats"_s);
    m_choice->setAccessibleName(tr("Repeats"));
    m_choice->addItem(tr("does not repeat"), QString());
    for (const QString &rule : usualRules())
        m_choice->addItem(repeatText(rule), rule);
    m_choice->addItem(tr("custom…"), builtRule);
    m_choice->addItem(tr("calendar rule (RRULE)"), ownRule);
    m_whenDone->setObjectName(u"activityEditRepeatWhenDone"_s);
    m_whenDone->setToolTip(tr("The next one is planned from the day this one is done, not from its deadline"));
    layout->addWidget(m_choice);
    layout->addWidget(m_builder);
    m_own->setObjectName(u"activityEditRepeatRule"_s);
    m_own->setAccessibleName(tr("Repeat rule"));
    m_own->setPlaceholderText(tr("for example FREQ=MONTHLY;BYDAY=2TU"));
    m_own->setMaxLength(int(longestRule));
    layout->addWidget(m_own);
    m_words->setObjectName(u"activityEditRepeatWords"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setFont(Theme::small(font()));
    m_words->setProperty("muted", true);
    m_words->setWordWrap(true);
    layout->addWidget(m_words);
    m_misfit->setObjectName(u"activityEditRepeatMisfit"_s);
    m_misfit->setTextFormat(Qt::PlainText);
    m_misfit->setWordWrap(true);
    layout->addWidget(m_misfit);
    m_begin->setObjectName(u"activityEditRepeatBegin"_s);
    m_begin->setAutoDefault(false);
    layout->addWidget(m_begin, 0, Qt::AlignLeft);
    connect(m_begin, &QPushButton::clicked, this, [this] { emit dayWanted(m_nearest); });
    layout->addWidget(m_whenDone);
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &RepeatRow::showChoice);
    connect(m_own, &QLineEdit::textChanged, this, &RepeatRow::showWords);
    connect(m_builder, &RepeatBuilder::changed, this, &RepeatRow::showWords);
    showChoice();
}

void RepeatRow::setRepetition(const QString &rule, bool whenDone)
{
    int choice = m_choice->findData(rule);
    if (choice < 0) {
        const auto parsed = parseRepeatRule(rule);
        const bool isBuilt = parsed && RepeatBuilder::canShow(*parsed);
        if (isBuilt)
            m_builder->setRule(*parsed);
        m_own->setText(isBuilt ? QString() : rule);
        choice = m_choice->findData(isBuilt ? builtRule : ownRule);
    }
    m_choice->setCurrentIndex(choice);
    m_whenDone->setChecked(whenDone);
    m_givenRule = rule.isEmpty() ? QString() : this->rule();
    m_givenMoment = m_moment;
    showChoice();
}

void RepeatRow::setMoment(const QDateTime &moment)
{
    m_moment = moment;
    m_builder->setMoment(moment);
    showFirst();
}

QString RepeatRow::rule() const
{
    if (isBuilt())
        return repeatRuleCode(m_builder->rule());
    const QString text = isOwn() ? m_own->text().trimmed() : m_choice->currentData().toString();
    const auto parsed = parseRepeatRule(text);
    return parsed ? repeatRuleCode(*parsed) : text;
}

bool RepeatRow::isWhenDone() const
{
    return m_choice->currentIndex() > 0 && m_whenDone->isChecked();
}

bool RepeatRow::isOwn() const
{
    return m_choice->currentData() == ownRule;
}

bool RepeatRow::isBuilt() const
{
    return m_choice->currentData() == builtRule;
}

void RepeatRow::showChoice()
{
    m_own->setVisible(isOwn());
    m_builder->setVisible(isBuilt());
    m_whenDone->setVisible(m_choice->currentIndex() > 0);
    showWords();
}

void RepeatRow::showWords()
{
    const QString text = isOwn() ? m_own->text() : isBuilt() ? repeatRuleCode(m_builder->rule()) : QString();
    m_words->setVisible(!text.trimmed().isEmpty());
    const auto parsed = parseRepeatRule(text);
    m_words->setText(parsed ? repeatText(*parsed) : parsed.error().message);
    showFirst();
    emit changed();
}

/// The first one counts though its rule has no such day: the person is to know that, and may want another day.
void RepeatRow::showFirst()
{
    const QString code = rule();
    const auto parsed = parseRepeatRule(code);
    const bool isGiven = !m_givenRule.isEmpty() && code == m_givenRule && m_moment == m_givenMoment;
    const bool isAsked = !code.isEmpty() && parsed && !isGiven && m_moment.isValid();
    m_nearest = isAsked ? nearestDay(*parsed, QDateTime(m_moment.date(), m_moment.time(), Qt::UTC)) : QDate();
    const bool misfits = m_nearest.isValid() && m_nearest != m_moment.date();
    const bool isOther = m_misfit->isVisibleTo(this) != misfits;
    m_misfit->setVisible(misfits);
    m_begin->setVisible(misfits);
    if (misfits) {
        m_misfit->setText(
            tr("The first one, on %1, is outside this rule; the others follow it.").arg(shortDay(m_moment.date())));
        m_begin->setText(tr("Begin on %1").arg(shortDay(m_nearest)));
    }
    if (isOther)
        emit changed();
}

} // namespace Kartoteka
