// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worktime/day_acts.h"
#include "views/settings/office_settings_page.h"

class QLabel;
class QPushButton;

namespace Kartoteka {

class EditTable;

/// When the office works: the first day of the week, hours of each weekday, holidays and other days that are not as their weekday
/// is.
class TimePage final : public OfficeSettingsPage
{
    Q_OBJECT
public:
    TimePage(Store &store, QWidget *parent);

private:
    void fill();
    void ask();
    void remove();
    void changeKind();
    void readFile();
    /// The current one; nothing when there is none.
    std::optional<CalendarDay> current() const;

    EditTable *m_days;
    QList<CalendarDay> m_shown;
    QLabel *m_note;
    QPushButton *m_kind;
    QPushButton *m_remove;
};

} // namespace Kartoteka
