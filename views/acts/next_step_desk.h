// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/acts/next_step_bar.h"

#include <QObject>
#include <QTimer>

namespace Kartoteka {

/// Asks over the pages what comes next, where an activity was completed at this window or a card was closed, and nothing is
/// planned. A question goes by itself after a while.
class NextStepDesk final : public QObject
{
    Q_OBJECT
public:
    NextStepDesk(Store &store, QWidget *area);

    /// Somebody else asks at the moment.
    void setQuiet(bool quiet);
    void noteClosed(const ItemRef &item);
    NextStepBar *bar() const { return m_bar; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Look = std::function<Result<std::optional<NextStep>>(const ReadContext &)>;
    void look(const Look &look);
    void place();

    Store &m_store;
    QWidget *m_area;
    NextStepBar *m_bar;
    QTimer m_patience;
    CancelToken m_load;
    bool m_quiet = false;
};

} // namespace Kartoteka
