// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/acts/next_step_bar.h"
#include "views/acts/result_bar.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Kartoteka {

class Toast;

/// Asks over the pages what came of an activity that was completed at this window and what comes next, and what comes next where a
/// card was closed and nothing is planned. A question goes by itself after a while.
class NextStepDesk final : public QObject
{
    Q_OBJECT
public:
    NextStepDesk(Store &store, QWidget *area);

    /// Somebody else asks at the moment.
    void setQuiet(bool quiet);
    void noteClosed(const ItemRef &item);
    /// What is being looked up of what was closed just now is not asked.
    void forgetClosed() { m_load.cancel(); }
    NextStepBar *bar() const { return m_bar; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Questions
    {
        std::optional<Activity> result;
        std::optional<NextStep> next;
        ItemRef closed;     ///< null: none
        qint64 journal = 0; ///< its last row then
    };
    using Look = std::function<Result<Questions>(const ReadContext &)>;
    void look(const Look &look);
    void noteAsked(const ItemRef &closed, qint64 journal);
    void askNext();
    void show(QuestionBar &bar);
    QuestionBar *shown() const;
    void place();

    Store &m_store;
    QWidget *m_area;
    Toast *m_message = nullptr; ///< of the area; null where it has none
    NextStepBar *m_bar;
    ResultBar *m_result;
    std::optional<NextStep> m_next;  ///< asked when the other question is answered
    qint64 m_journal = 0;            ///< last row of the journal when this began, or forgot what was closed
    QHash<ItemRef, qint64> m_closed; ///< the last row when the card of an item was closed last
    QTimer m_patience;
    CancelToken m_load;
    bool m_quiet = false;
};

} // namespace Kartoteka
