// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/record/read_context.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>

class QThread;

namespace Kartoteka {

class TaskBar;

/// All long work of an open file: one piece after the other, each on a thread of its own, shown with progress and cancel.
class TaskRunner final : public QObject
{
    Q_OBJECT
public:
    /// @p done of @p total of whatever is measured; @p items done so far. May be called on the working thread.
    using Progress = std::function<void(qint64 done, qint64 total, qint64 items)>;
    template<typename T>
    using Work = std::function<Result<T>(const CancelToken &cancel, const Progress &progress)>;
    template<typename T>
    using Done = std::function<void(const Result<T> &result)>;

    explicit TaskRunner(TaskBar &bar, QObject *parent = nullptr);
    ~TaskRunner() override; ///< stopAll()

    /// Does @p work when what was asked for before it has ended; @p name says what it is. @p done gets its answer on this
    /// object's thread.
    template<typename T>
    void run(const QString &name, Work<T> work, Done<T> done)
    {
        add({name, {}, wrapped<T>(std::move(work), std::move(done))});
    }
    /// Does what takes moments, or what nobody has asked for, beside everything else: unseen and at once.
    template<typename T>
    void runQuietly(Work<T> work, Done<T> done)
    {
        begin({{}, {}, wrapped<T>(std::move(work), std::move(done))});
    }

    bool isBusy() const { return m_running > 0; }
    /// Asks all that runs to stop, drops what waits, and waits until nothing runs.
    void stopAll();

private:
    /// Runs on its thread; what it returns is run on the runner's.
    using Piece = std::function<std::function<void()>(const CancelToken &, const Progress &)>;
    struct Task
    {
        QString name; ///< empty: not shown
        CancelToken cancel;
        Piece piece;
    };

    template<typename T>
    static Piece wrapped(Work<T> work, Done<T> done)
    {
        return [work = std::move(work), done = std::move(done)](const CancelToken &cancel, const Progress &progress) {
            return [answer = work(cancel, progress), done] { done(answer); };
        };
    }
    void add(Task task);
    void begin(Task task);
    void end(const Task &task);
    void tellWaiting();

    TaskBar &m_bar;
    QList<Task> m_waiting;
    QList<CancelToken> m_tokens; ///< of what runs
    std::optional<CancelToken> m_shown;
    int m_running = 0;
};

} // namespace Kartoteka
