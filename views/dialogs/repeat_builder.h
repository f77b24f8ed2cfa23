// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/repeat_rule.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QSpinBox;
class QToolButton;

namespace Kartoteka {

/// How something repeats, put together by hand: how often, on which days of the week or which day of the month, and until when.
class RepeatBuilder final : public QWidget
{
    Q_OBJECT
public:
    explicit RepeatBuilder(QWidget *parent);

    /// Whether it has all that a rule says.
    static bool canShow(const RepeatRule &rule);
    void setRule(const RepeatRule &rule);
    RepeatRule rule() const;
    /// When the one that bears the rule is: from it come the days that are offered.
    void setMoment(const QDateTime &moment);

signals:
    void changed();

private:
    QWidget *makeOften();
    QWidget *makeDays();
    QWidget *makeEnd();
    Frequency every() const;
    void offerDaysOfMonth();
    void showParts();

    QDateTime m_moment;
    QSpinBox *m_interval;
    QComboBox *m_every;
    QWidget *m_week;
    QList<QToolButton *> m_weekdays; ///< from Monday on
    bool m_hasWeekdays = false;      ///< they were chosen
    QComboBox *m_ofMonth;
    QList<RepeatRule> m_daysOfMonth; ///< what it offers
    QComboBox *m_ends;
    QDateEdit *m_until;
    QDateTime m_givenUntil; ///< by a rule, perhaps with a time of day or before the moment; it stays while its day does
    QSpinBox *m_count;
};

} // namespace Kartoteka
