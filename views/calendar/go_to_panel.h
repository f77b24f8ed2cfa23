// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/widgets/over_panel.h"

#include <QDate>

#include <optional>

class QLabel;
class QLineEdit;

namespace Kartoteka {

class MiniMonth;

/// Asks for a day to go to: in words, which it says how it has understood, or in a small month.
class GoToPanel final : public OverPanel
{
    Q_OBJECT
public:
    GoToPanel(Store &store, QWidget *parent);

    /// Opens it below a point of its parent, at a day.
    void ask(const QPoint &below, const QDate &day);

signals:
    void chosen(const QDate &day);

private:
    void read();
    void take(const QDate &day);

    Store &m_store;
    QLineEdit *m_words;
    QLabel *m_answer;
    MiniMonth *m_month;
    std::optional<QDate> m_day;
};

} // namespace Kartoteka
