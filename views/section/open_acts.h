// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/activity.h"
#include "core/store/store.h"

#include <QFrame>

class QVBoxLayout;

namespace Kartoteka {

class PlanDesk;

/// What is open of an item, beside the word of its card that tells the next of it: each is ticked off where it stands, its time
/// leads to all that can be done about it. It goes when nothing is open any more.
class OpenActs final : public QFrame
{
    Q_OBJECT
public:
    /// @p acts does what is chosen here, and tells it; it lives longer.
    OpenActs(Store &store, PlanDesk &acts, const ItemRef &item, QWidget *parent);

    /// Where nothing is open it goes at once.
    void showBeside(const QRect &global);

signals:
    void planWanted();
    void openWanted(); ///< the card has them all

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Row
    {
        qint64 activity;
        QWidget *widget;
    };

    void addRow(const Activity &activity);
    /// What is open no more is taken away.
    void look();

    Store &m_store;
    PlanDesk &m_acts;
    ItemRef m_item;
    QWidget *m_list;
    QVBoxLayout *m_lines;
    QList<Row> m_rows;
};

} // namespace Kartoteka
