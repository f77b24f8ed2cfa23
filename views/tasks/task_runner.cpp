// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tasks/task_runner.h"

#include "views/tasks/task_bar.h"

#include <QThread>

namespace Kartoteka {

TaskRunner::TaskRunner(TaskBar &bar, QObject *parent) : QObject(parent), m_bar(bar)
{}

TaskRunner::~TaskRunner()
{
    stopAll();
}

void TaskRunner::add(Task task)
{
    if (m_shown) {
        m_waiting.append(std::move(task));
        tellWaiting();
        return;
    }
    m_shown = task.cancel;
    m_bar.start(task.name, task.cancel);
    begin(std::move(task));
}

void TaskRunner::begin(Task task)
{
    ++m_running;
    m_tokens.append(task.cancel);
    Progress progress = [](qint64, qint64, qint64) {};
    if (!task.name.isEmpty()) {
        progress = [this](qint64 done, qint64 total, qint64 items) {
            QMetaObject::invokeMethod(
                this, [this, done, total, items] { m_bar.progress(done, total, items); }, Qt::QueuedConnection);
        };
    }
    auto *thread = QThread::create([this, task, progress] {
        std::function<void()> tell = task.piece(task.cancel, progress);
        QMetaObject::invokeMethod(
            this,
            [this, task, tell = std::move(tell)] {
                end(task);
                tell();
            },
            Qt::QueuedConnection);
    });
    thread->setParent(this);
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

void TaskRunner::end(const Task &task)
{
    --m_running;
    m_tokens.removeIf([&task](const CancelToken &token) { return token == task.cancel; });
    if (task.name.isEmpty())
        return;
    m_shown.reset();
    m_bar.finish();
    if (!m_waiting.isEmpty())
        add(m_waiting.takeFirst());
    tellWaiting();
}

void TaskRunner::tellWaiting()
{
    QStringList names;
    for (const Task &task : std::as_const(m_waiting))
        names << task.name;
    m_bar.setWaiting(names);
}

void TaskRunner::stopAll()
{
    m_waiting.clear();
    for (const CancelToken &token : std::as_const(m_tokens))
        token.cancel();
    const QList<QThread *> threads = findChildren<QThread *>();
    for (QThread *thread : threads)
        thread->wait();
}

} // namespace Kartoteka
