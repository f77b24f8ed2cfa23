// SPDX-License-Identifier: GPL-3.0-or-later
// What followers do after a commit, on the writer's thread.
#include "core/store/store.h"

namespace Kartoteka {

namespace {

Result<QList<Change>> whatFollows(const ReadContext &context, const Follower &follower, const FollowUp &waiting)
{
    const RecordTable *table = context.catalog->table(waiting.table);
    return table ? follower.follow(context, *table, waiting.records) : QList<Change>();
}

/// What was refused is not tried again: it must not stand in anybody's way. What could not be written goes on waiting.
bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::Refused || error.code == ErrorCode::NotFound || error.code == ErrorCode::Usage;
}

} // namespace

void Store::follow(Connection &connection, const QUuid &act)
{
    const auto waiting = waitingFollowUps(connection, act);
    if (!waiting)
        return; // it goes on waiting
    for (const FollowUp &one : *waiting) {
        const auto follower = std::find_if(m_options.followers.cbegin(), m_options.followers.cend(),
                                           [&one](const Follower &known) { return known.name == one.follower; });
        if (follower != m_options.followers.cend() && !m_nothingFollows.contains(one.id))
            follow(connection, *follower, one);
    }
}

void Store::follow(Connection &connection, const Follower &follower, const FollowUp &waiting)
{
    const auto changesNow = [&](bool isTakenBack) {
        const ReadContext context{connection, m_writerSchema, m_writerCatalog, {}, m_options.clock};
        return isTakenBack ? Result<QList<Change>>(QList<Change>()) : whatFollows(context, follower, waiting);
    };
    // Mostly nothing follows: that is found out without a transaction, whose end waits for the disk.
    auto changes = changesNow(waiting.isTakenBack);
    if (changes && changes->isEmpty()) {
        m_nothingFollows << waiting.id;
        return;
    }
    ChangeSet header;
    header.act = waiting.act;
    header.kind = waiting.actKind;
    header.author = waiting.author;
    const Body body = [&](Transaction &transaction, const Catalog &) -> Result<Receipt> {
        auto taken = takeFollowUp(connection, waiting.id);
        if (!taken)
            return taken.error();
        if (*taken == FollowUpState::Gone)
            return Receipt{};
        changes = changesNow(*taken == FollowUpState::TakenBack); // as things stand now that nobody else can write
        if (!changes)
            return changes.error();
        if (auto done = transaction.applyAll(*changes); !done)
            return done.error();
        return transaction.commit();
    };
    const auto done = write(connection, header, body, waiting.author);
    if (!done && isRefusal(done.error()))
        m_nothingFollows << waiting.id;
}

} // namespace Kartoteka
