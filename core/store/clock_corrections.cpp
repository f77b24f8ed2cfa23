// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/clock_corrections.h"

#include "core/base/uid.h"

#include <QStringList>

namespace Kartoteka {

namespace {

const QString prefix = u"exchange.clock."_s;

}

Result<ClockCorrections> ClockCorrections::read(Connection &connection)
{
    auto c = connection.query(u"SELECT code, value FROM setting WHERE code LIKE 'exchange.clock.%'"_s);
    if (!c)
        return c.error();
    ClockCorrections corrections;
    while (c->next())
        corrections.add(clockCorrection(c->text(0), c->text(1)));
    return corrections;
}

void ClockCorrections::add(const ClockCorrection &correction)
{
    if (!correction.origin.isNull())
        m_corrections[correction.origin].append(correction);
}

bool ClockCorrections::concerns(const QUuid &origin, qint64 sequence) const
{
    const QList<ClockCorrection> corrections = m_corrections.value(origin);
    return std::any_of(corrections.begin(), corrections.end(),
                       [=](const ClockCorrection &c) { return c.first <= sequence && sequence <= c.last; });
}

qint64 ClockCorrections::clockOf(const QUuid &origin, qint64 sequence, qint64 clock) const
{
    if (m_corrections.isEmpty())
        return clock;
    const QList<ClockCorrection> corrections = m_corrections.value(origin);
    qint64 earliest = clock;
    for (const ClockCorrection &one : corrections) {
        if (one.first <= sequence && sequence <= one.last)
            earliest = qMin(earliest, one.at << 16);
    }
    return earliest;
}

QString clockSetting(const ClockCorrection &correction)
{
    // The time is a part of it: two who put the same rows right say two things, of which the earlier one holds.
    return u"%1%2.%3.%4.%5"_s.arg(prefix, uidText(correction.origin))
        .arg(correction.first)
        .arg(correction.last)
        .arg(correction.at);
}

ClockCorrection clockCorrection(const QString &code, const QString &value)
{
    if (!code.startsWith(prefix))
        return {};
    const QStringList parts = code.mid(prefix.size()).split(u'.');
    if (parts.size() != 4 || parts[0].size() != 32 || value != u"1")
        return {};
    const ClockCorrection correction{uidFromText(parts[0]), parts[1].toLongLong(), parts[2].toLongLong(),
                                     parts[3].toLongLong()};
    const bool isWhole = correction.first > 0 && correction.last >= correction.first && correction.at > 0;
    return isWhole ? correction : ClockCorrection();
}

} // namespace Kartoteka
