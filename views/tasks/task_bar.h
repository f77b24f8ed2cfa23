// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/record/read_context.h"

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace Kartoteka {

/// A quiet bar at the bottom of the window while something long runs: name, rate, time left, cancel.
class TaskBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TaskBar(QWidget *parent = nullptr);

    void start(const QString &name, const CancelToken &cancel);
    /// @p done of @p total of whatever is measured; @p items done so far, for the rate.
    void progress(qint64 done, qint64 total, qint64 items);
    void finish();
    /// What comes after it.
    void setWaiting(const QStringList &names);
    bool isRunning() const { return isVisible(); }
    void cancel();

private:
    QLabel *m_name;
    QLabel *m_state;
    QLabel *m_waiting;
    QProgressBar *m_bar;
    CancelToken m_cancel;
    QElapsedTimer m_elapsed;
};

} // namespace Kartoteka
