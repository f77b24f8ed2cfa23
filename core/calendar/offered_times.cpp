// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/offered_times.h"

#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QVariantList offers(const QList<TimeSpan> &times)
{
    QVariantList offered;
    for (const TimeSpan &time : times)
        offered << QVariant::fromValue(time);
    return offered;
}

QList<TimeSpan> offeredTimes(const Error &refusal)
{
    QList<TimeSpan> times;
    for (const QVariant &offer : refusal.offers) {
        if (offer.metaType() == QMetaType::fromType<TimeSpan>())
            times << offer.value<TimeSpan>();
    }
    return times;
}

std::optional<ChangeSet> bookedAt(const ChangeSet &changes, const TimeSpan &time)
{
    ChangeSet moved = changes;
    if (moved.changes.size() != 1 || moved.changes.constFirst().table != u"activity")
        return std::nullopt;
    QList<FieldValue> &values = moved.changes.first().values;
    const auto of = [&values](const QString &code) { return std::ranges::find(values, code, &FieldValue::field); };
    const auto start = of(Codes::start);
    if (start == values.end() || !start->value.isValid())
        return std::nullopt;
    if (const auto whole = of(Codes::allDay); whole != values.end() && whole->value.toBool())
        return std::nullopt;
    const qint64 further = time.starts - start->value.toLongLong();
    start->value = time.starts;
    if (const auto deadline = of(Codes::deadline); deadline != values.end() && deadline->value.isValid())
        deadline->value = deadline->value.toLongLong() + further;
    return moved;
}

} // namespace Kartoteka
