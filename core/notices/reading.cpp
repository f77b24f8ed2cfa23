// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/reading.h"

#include "core/notices/notice_queries.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

Result<ChangeSet> reading(const ReadContext &context, const Result<QList<qint64>> &notices)
{
    if (!notices)
        return notices.error();
    ChangeSet changes;
    changes.kind = u"read_notice"_s;
    changes.undoable = false;
    for (const qint64 notice : *notices)
        changes.update(u"notice"_s, notice, {{u"read_at"_s, context.clock->now()}});
    return changes;
}

} // namespace

Result<ChangeSet> planRead(const ReadContext &context, qint64 person, const QList<qint64> &notices)
{
    return reading(context, unreadAmong(context, person, notices));
}

Result<ChangeSet> planReadAll(const ReadContext &context, qint64 person)
{
    return reading(context, allUnread(context, person));
}

} // namespace Kartoteka
