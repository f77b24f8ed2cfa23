// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QDateEdit;
class QSpinBox;

namespace Kartoteka {

class Clock;

/// Chooses a period by every way that filters know (core/query/date_span.h).
class PeriodEditor final : public QWidget
{
    Q_OBJECT
public:
    /// @p field: whose period it is, for who hears it.
    PeriodEditor(const QString &field, const Clock &clock, Qt::DayOfWeek firstDay, QWidget *parent);

    /// Empty: at any time.
    QString period() const;
    void setPeriod(const QString &text);

signals:
    void changed();

private:
    void showInputs();

    const Clock &m_clock;
    QComboBox *m_kind;
    QSpinBox *m_number;
    QComboBox *m_quarter;
    QDateEdit *m_first;
    QDateEdit *m_last;
};

} // namespace Kartoteka
