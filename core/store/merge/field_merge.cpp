// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/field_merge.h"

#include <algorithm>

namespace Kartoteka {

namespace {

/// What makes a member of a list the same as another: the record it refers to, or its text; a label does not.
QString memberIdentity(const QJsonValue &member)
{
    const QString uid = member[u"u"].toString();
    return uid.isEmpty() ? u'v' + member[u"v"].toString() : u'u' + uid;
}

QHash<QString, QJsonValue> byIdentity(const QJsonArray &members)
{
    QHash<QString, QJsonValue> found;
    for (const auto &member : members)
        found.insert(memberIdentity(member), member);
    return found;
}

} // namespace

bool FieldWrite::isAwareOf(const FieldWrite &other) const
{
    return origin == other.origin ? other.sequence < sequence : other.sequence <= knows.value(other.origin);
}

bool operator<(const FieldWrite &a, const FieldWrite &b)
{
    if (a.clock != b.clock)
        return a.clock < b.clock;
    return a.origin == b.origin ? a.sequence < b.sequence : a.origin < b.origin;
}

QList<FieldWrite> inOrder(QList<FieldWrite> writes)
{
    std::sort(writes.begin(), writes.end());
    if (std::none_of(writes.begin(), writes.end(), [](const FieldWrite &one) { return one.isCorrected; }))
        return writes;
    QList<FieldWrite> ordered;
    while (!writes.isEmpty()) {
        // The first by clock of which no writer knew another one that is still to come.
        const auto next = std::find_if(writes.cbegin(), writes.cend(), [&](const FieldWrite &one) {
            return std::none_of(writes.cbegin(), writes.cend(),
                                [&](const FieldWrite &other) { return one.isAwareOf(other); });
        });
        const qsizetype at = next == writes.cend() ? 0 : next - writes.cbegin(); // none: forged, and in order all the same
        ordered.append(writes.takeAt(at));
    }
    return ordered;
}

QJsonValue mergedValue(const QList<FieldWrite> &writes)
{
    return writes.isEmpty() ? QJsonValue() : inOrder(writes).constLast().after;
}

QJsonArray mergedMembers(QList<FieldWrite> writes)
{
    writes = inOrder(std::move(writes));
    // The first write in order of versions knew of no other: it saw the list as it was made.
    QJsonArray merged = writes.isEmpty() ? QJsonArray() : writes.first().before.toArray();
    for (const FieldWrite &write : std::as_const(writes)) {
        const auto before = byIdentity(write.before.toArray());
        const QJsonArray after = write.after.toArray();
        const auto kept = byIdentity(after);
        const auto now = byIdentity(merged);
        QJsonArray next;
        for (const auto &member : after) {
            const QString identity = memberIdentity(member);
            const bool added = !before.contains(identity);
            const bool relabelled = !added && before.value(identity) != member;
            if (added || relabelled || now.contains(identity))
                next.append(added || relabelled ? QJsonValue(member) : now.value(identity));
        }
        for (const auto &member : std::as_const(merged)) {
            const QString identity = memberIdentity(member);
            if (!before.contains(identity) && !kept.contains(identity))
                next.append(member);
        }
        merged = next;
    }
    return merged;
}

bool isErased(const FieldWrite &loser, const FieldWrite &winner, const QList<FieldWrite> &erasures)
{
    return std::any_of(erasures.begin(), erasures.end(),
                       [&](const FieldWrite &erasure) { return erasure.isAwareOf(loser) && erasure.isAwareOf(winner); });
}

QList<LostWrite> lostWrites(QList<FieldWrite> writes, const QList<FieldWrite> &erasures)
{
    writes = inOrder(std::move(writes));
    QList<LostWrite> lost;
    for (qsizetype i = 0; i < writes.size(); ++i) {
        const FieldWrite &loser = writes[i];
        LostWrite found{.loser = loser.row};
        const FieldWrite *winner = nullptr;
        for (qsizetype j = i + 1; j < writes.size(); ++j) {
            if (writes[j].isAwareOf(loser))
                found.open = false;
            else if (writes[j].after != loser.after)
                winner = &writes[j];
        }
        if (!winner || isErased(loser, *winner, erasures))
            continue;
        found.winner = winner->row;
        lost.append(found);
    }
    return lost;
}

} // namespace Kartoteka
