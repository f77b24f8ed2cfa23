// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/offered_times.h"

#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString offered = u"free "_s;

QString momentCode(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs);
}

qint64 momentOf(const QString &code)
{
    return QDateTime::fromString(code, Qt::ISODateWithMs).toMSecsSinceEpoch();
}

} // namespace

QString offeredCode(const QList<TimeSpan> &times)
{
    QStringList codes;
    for (const TimeSpan &time : times)
        codes << momentCode(time.starts) + u'/' + momentCode(time.ends);
    return codes.isEmpty() ? QString() : offered + codes.join(u' ');
}

QList<TimeSpan> offeredTimes(const Error &refusal)
{
    QList<TimeSpan> times;
    if (!refusal.detail.startsWith(offered))
        return times;
    for (const QString &code : refusal.detail.mid(offered.size()).split(u' ')) {
        const TimeSpan time{momentOf(code.section(u'/', 0, 0)), momentOf(code.section(u'/', 1))};
        if (time.starts < time.ends)
            times << time;
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
