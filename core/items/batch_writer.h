// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <deque>

namespace Kartoteka {

/// Whether a rule refused a change, or what it is about is gone: others need not suffer for it.
bool isRefusal(const Error &error);

/// Writes a long act batch by batch: each is written while the next one is prepared, and one that is refused is tried again in
/// parts by whoever knows them.
class BatchWriter
{
public:
    using Written = std::function<void(const Receipt &)>;
    using Refused = std::function<Result<void>()>;

    explicit BatchWriter(Store &store) : m_store(store) {}

    /// Commits @p changes; waits for the first of those under way when there are two. One of the functions is called, later,
    /// by send() or flush(), in the order of the batches.
    Result<void> send(ChangeSet changes, Written written, Refused refused);
    /// Waits until everything is written.
    Result<void> flush();
    /// Commits a part by itself.
    Result<Receipt> commitPart(ChangeSet changes);

private:
    struct Pending
    {
        Answer<Receipt> answer;
        Written written;
        Refused refused;
    };
    Result<void> collect();

    Store &m_store;
    std::deque<Pending> m_pending;
};

} // namespace Kartoteka
