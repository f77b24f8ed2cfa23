// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/batch_writer.h"

namespace Kartoteka {

bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::Refused || error.code == ErrorCode::NotFound;
}

Result<void> BatchWriter::send(ChangeSet changes, Written written, Refused refused)
{
    constexpr size_t mostUnderWay = 2;
    while (m_pending.size() >= mostUnderWay) {
        if (auto done = collect(); !done)
            return done;
    }
    m_pending.push_back({m_store.commit(std::move(changes), Store::Priority::Bulk), std::move(written), std::move(refused)});
    return {};
}

Result<void> BatchWriter::flush()
{
    while (!m_pending.empty()) {
        if (auto done = collect(); !done)
            return done;
    }
    return {};
}

Result<Receipt> BatchWriter::commitPart(ChangeSet changes)
{
    return m_store.commit(std::move(changes), Store::Priority::Bulk).result();
}

Result<void> BatchWriter::collect()
{
    const Pending pending = std::move(m_pending.front());
    m_pending.pop_front();
    const Result<Receipt> receipt = pending.answer.result();
    if (!receipt)
        return isRefusal(receipt.error()) ? pending.refused() : Result<void>(receipt.error());
    pending.written(*receipt);
    return {};
}

} // namespace Kartoteka
