// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/day_queries.h"
#include "core/store/store.h"
#include "views/card/reach.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace Kartoteka {

/// What of the day is at hand: the activity, what it is for, how the clients are reached, and what happened there last.
class DayCard final : public QWidget
{
    Q_OBJECT
public:
    explicit DayCard(Store &store, QWidget *parent = nullptr);

    /// @p when: how it stands with its time, in words.
    void show(const DayEntry &entry, const QString &when, bool isLate);
    void clear();
    /// Numbers, and addresses, of what is shown; empty while they are read.
    const QList<ReachTarget> &calls() const { return m_calls; }
    const QList<ReachTarget> &mails() const { return m_mails; }

signals:
    void openWanted(const Kartoteka::ItemRef &item);
    void reachWanted(const Kartoteka::ReachTarget &target);
    void failed(const Kartoteka::Error &error);

private:
    struct Details;
    void read();
    void take(const Details &details);
    QLabel *makeText(const QString &text);
    QLabel *addText(const QString &text, bool isMuted);
    void addFields(const QList<std::pair<QString, QString>> &fields);

    Store &m_store;
    DayEntry m_entry;
    QList<ReachTarget> m_calls;
    QList<ReachTarget> m_mails;
    CancelToken m_load;
    QLabel *m_title;
    QLabel *m_when;
    QLabel *m_description;
    QToolButton *m_item;
    QVBoxLayout *m_details;
};

} // namespace Kartoteka
