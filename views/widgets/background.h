// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

#include <utility>

namespace Kartoteka {

/// Runs @p work on a thread of its own, a child of @p owner, and then @p done with its answer on the owner's thread.
/// Whoever closes the owner waits for its threads first.
template<typename Work, typename Done>
void runInBackground(QObject *owner, Work work, Done done)
{
    auto *thread = QThread::create([owner, work = std::move(work), done = std::move(done)]() mutable {
        auto answer = work();
        QMetaObject::invokeMethod(
            owner, [answer = std::move(answer), done = std::move(done)] { done(answer); }, Qt::QueuedConnection);
    });
    thread->setParent(owner);
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace Kartoteka
