// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/day_queries.h"
#include "core/store/store.h"

#include <QWidget>

class QLabel;

namespace Kartoteka {

/// The activity of the day that is at hand: what is to be done, when, and what is written about it.
class DayTask final : public QWidget
{
public:
    explicit DayTask(Store &store, QWidget *parent = nullptr);

    /// @p when: how it stands with its time, in words.
    void setEntry(const DayEntry &entry, const QString &when, bool isLate);

private:
    Store &m_store;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_when;
    QLabel *m_description;
};

} // namespace Kartoteka
