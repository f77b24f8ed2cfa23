// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/durations.h"
#include "core/calendar/busy.h"
#include "views/card/card_tab.h"

#include <array>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace Kartoteka {

/// When a resource can be booked, weekday by weekday: as the office works, at hours of its own, or not at all. Every change is an act
/// of its own.
class ResourceHoursTab final : public CardTab
{
    Q_OBJECT
public:
    explicit ResourceHoursTab(Store &store, QWidget *parent = nullptr);

    void setItem(const Item &item) override;
    bool hasUnsaved() const override;
    bool saveUnsaved() override;
    void discard() override { fill(); }

private:
    struct Row
    {
        QComboBox *how = nullptr;
        QLineEdit *hours = nullptr;
    };

    void addRow(int weekday, QVBoxLayout &rows);
    void read();
    void fill();
    void fillRow(int weekday);
    void choose(int weekday);
    /// Takes what was typed. @return false: it is no hours, and says so.
    bool take(int weekday);
    void asOnMonday();
    void expect(int weekday, const std::optional<WorkHours> &hours);
    void commit(const ChangeSet &changes);
    /// The hours of its own; none where it has none.
    std::optional<WorkHours> own(int weekday) const;

    Store &m_store;
    Item m_item;
    QHash<int, WorkHours> m_hours; ///< by weekday, as the file has them or will when what is on its way is written
    std::array<Row, weekDays> m_rows;
    QLabel *m_problem;
    QPushButton *m_same;
    CancelToken m_load;
    int m_writing = 0; ///< acts that are on their way into the file
};

} // namespace Kartoteka
