// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/reading.h"

#include "core/base/texts.h"
#include "core/notices/notice_queries.h"
#include "core/schema/act_kinds.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

Result<ChangeSet> reading(const ReadContext &context, const Result<QList<qint64>> &notices)
{
    if (!notices)
        return notices.error();
    ChangeSet changes;
    changes.kind = ActKinds::readNotice;
    changes.undoable = false;
    for (const qint64 notice : *notices)
        changes.update(u"notice"_s, notice, {{u"read_at"_s, context.clock->now()}});
    return changes;
}

} // namespace

Result<ChangeSet> planRead(const ReadContext &context, qint64 person, const QList<qint64> &notices)
{
    auto own = ownAmong(context, person, notices);
    if (!own)
        return own.error();
    for (const qint64 notice : notices) {
        if (!own->contains(notice))
            return Error{ErrorCode::NotFound,
                         Texts::tr("There is no notification %1 for you.").arg(notice),
                         {},
                         QString::number(notice)};
    }
    return reading(context, unreadAmong(context, person, notices));
}

Result<ChangeSet> planReadAll(const ReadContext &context, qint64 person)
{
    return reading(context, allUnread(context, person));
}

} // namespace Kartoteka
