// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/replica/clock_corrections.h"

#include "core/base/uid.h"

#include <QStringList>

#include <limits>

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
    auto branches = connection.query(u"SELECT b.uid, p.uid FROM replica b JOIN replica p ON p.id = b.branch_of"_s);
    if (!branches)
        return branches.error();
    while (branches->next())
        corrections.addBranch(uidFromBytes(branches->bytes(0)), uidFromBytes(branches->bytes(1)));
    return corrections;
}

void ClockCorrections::add(const ClockCorrection &correction)
{
    if (!correction.origin.isNull())
        m_corrections[correction.origin].append(correction);
}

void ClockCorrections::addBranch(const QUuid &branch, const QUuid &parent)
{
    if (!parent.isNull() && branch != parent)
        m_parents.insert(branch, parent);
}

QList<ClockCorrection> ClockCorrections::concerning(const QUuid &origin, qint64 sequence) const
{
    QList<ClockCorrection> found;
    QUuid name = origin;
    for (int depth = 0; !name.isNull() && depth < 100; ++depth) {
        const auto known = m_corrections.constFind(name);
        for (qsizetype i = 0; known != m_corrections.cend() && i < known->size(); ++i) {
            if (known->at(i).first <= sequence && sequence <= known->at(i).last)
                found.append(known->at(i));
        }
        name = m_parents.value(name);
    }
    return found;
}

bool ClockCorrections::concerns(const QUuid &origin, qint64 sequence) const
{
    return !m_corrections.isEmpty() && !concerning(origin, sequence).isEmpty();
}

qint64 ClockCorrections::clockOf(const QUuid &origin, qint64 sequence, qint64 clock) const
{
    const qint64 latest = std::numeric_limits<qint64>::max() >> 16;
    const qint64 at = timeOf(origin, sequence, latest);
    return at == latest ? clock : qMin(clock, at << 16);
}

qint64 ClockCorrections::timeOf(const QUuid &origin, qint64 sequence, qint64 at) const
{
    if (m_corrections.isEmpty())
        return at;
    const QList<ClockCorrection> corrections = concerning(origin, sequence);
    qint64 earliest = at;
    for (const ClockCorrection &one : corrections)
        earliest = qMin(earliest, one.at);
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

bool isClockSetting(const QString &code)
{
    return code.startsWith(prefix);
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
    const bool isWhole = correction.first > 0 && correction.last >= correction.first && correction.at > 0
        && correction.at < std::numeric_limits<qint64>::max() >> 16;
    return isWhole ? correction : ClockCorrection();
}

} // namespace Kartoteka
