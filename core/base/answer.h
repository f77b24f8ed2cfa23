// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>

#include <utility>

namespace Kartoteka {

/// What a store's thread will answer. A QFuture whose receiver may die before the answer comes:
/// QFuture::then() with a context looks at the context on the answering thread, where it may be dying (Qt 6.4).
template<typename T>
class Answer
{
public:
    explicit Answer(QFuture<Result<T>> future) : m_future(std::move(future)) {}

    /// Waits for the answer. Not for the thread of a window.
    Result<T> result() const { return m_future.result(); }

    /// Calls @p receive with the answer, on the thread of @p context and always later than this call;
    /// never when @p context is gone by then.
    template<typename Receive>
    void then(QObject *context, Receive receive) const
    {
        auto *watcher = new QFutureWatcher<Result<T>>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, receive = std::move(receive)] {
            watcher->deleteLater();
            if (watcher->future().resultCount() > 0) // none when the store closed first
                receive(watcher->result());
        });
        watcher->setFuture(m_future);
    }

private:
    QFuture<Result<T>> m_future;
};

} // namespace Kartoteka
