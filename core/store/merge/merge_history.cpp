// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/merge/merge_history.h"

#include "core/base/json_text.h"
#include "core/base/texts.h"
#include "core/base/uid.h"

namespace Kartoteka {

namespace {

Error notSigned(const QUuid &origin)
{
    return {ErrorCode::Damaged,
            Texts::tr("The exchange file is damaged: %1").arg(Texts::tr("it holds changes that their seat has not signed.")),
            uidText(origin),
            {}};
}

} // namespace

Error damagedBy(const JournalRow &row, const QString &why)
{
    return {ErrorCode::Damaged, Texts::tr("The exchange file is damaged: %1").arg(why),
            u"%1 %2 %3"_s.arg(uidText(row.origin)).arg(row.sequence).arg(row.entity), QString::number(row.sequence)};
}

Result<void> MergeHistory::reload()
{
    QHash<QUuid, Origin> before = std::exchange(m_origins, {});
    m_uids.clear();
    m_left.clear();
    auto c = connection().query(u"SELECT r.id, r.uid, r.last_sequence, r.is_self, p.uid, r.branch_after FROM replica r "
                                "LEFT JOIN replica p ON p.id = r.branch_of"_s);
    if (!c)
        return c.error();
    while (c->next()) {
        const QUuid uid = uidFromBytes(c->bytes(1));
        Origin origin{.id = c->integer(0),
                      .last = c->integer(2),
                      .parent = uidFromBytes(c->bytes(4)),
                      .after = c->integer(5),
                      .knows = {},
                      .isSelf = c->integer(3) != 0};
        if (const auto known = before.constFind(uid); known != before.cend() && known->changed) {
            origin.last = known->last;
            origin.knows = known->knows;
            origin.changed = true;
        }
        m_origins.insert(uid, origin);
        m_uids.insert(origin.id, uid);
        if (!origin.parent.isNull())
            m_left.insert({origin.parent, origin.after});
    }
    m_loaded = true;
    return {};
}

Result<void> MergeHistory::addReplicas(const QList<ReplicaInfo> &replicas)
{
    auto done = keepReplicas(connection(), replicas);
    return done ? reload() : done;
}

void MergeHistory::expect(const QHash<QUuid, OriginHead> &heads, const QHash<QUuid, QUuid> &aliases)
{
    for (auto it = heads.cbegin(); it != heads.cend(); ++it)
        m_courses.insert(it.key(), {.head = *it, .value = it->chainFrom, .keptAs = aliases.value(it.key())});
}

Result<bool> MergeHistory::isSame(const Origin &origin, const JournalRow &row)
{
    // Acts are never the same by chance, clocks and records may be.
    auto c = connection().query(u"SELECT j.clock, j.uid, a.uid FROM journal j JOIN act a ON a.id = j.act "
                                "WHERE j.origin = ? AND j.sequence = ?"_s,
                                {origin.id, row.sequence});
    if (!c)
        return c.error();
    return !c->next()
        || (c->integer(0) == row.clock && uidFromBytes(c->bytes(1)) == row.uid && uidFromBytes(c->bytes(2)) == row.act);
}

Result<bool> MergeHistory::follow(JournalRow &row, const ActRow &act)
{
    const QUuid name = row.origin;
    const auto course = m_courses.find(name);
    QByteArray before;
    if (course != m_courses.end()) {
        before = course->value;
        course->value = chainNext(before, row, act, row.knows ? compactJson(vectorToJson(*row.knows)) : QByteArray());
        if (!course->keptAs.isNull())
            row.origin = course->keptAs;
    }
    auto found = m_origins.find(row.origin);
    if (found == m_origins.end())
        return damagedBy(row, Texts::tr("it does not say whose change this is."));
    if (course != m_courses.end() && row.sequence == found->last + 1 && m_left.contains({row.origin, found->last})) {
        // The first row of a second history that this file knows by its name already.
        if (const auto branch = m_origins.find(branchUid(course->value)); branch != m_origins.end()) {
            course->keptAs = row.origin = branch.key();
            found = branch;
        }
    }
    if (row.sequence <= found->last) {
        auto same = isSame(*found, row);
        if (!same || *same)
            return same;
        if (course == m_courses.end())
            return damagedBy(row, Texts::tr("number %1 is another change here.").arg(row.sequence));
        if (auto done = branch(row, *course); !done)
            return done.error();
        found = m_origins.find(row.origin);
        if (row.sequence <= found->last)
            return true;
    }
    if (row.sequence > found->last + 1)
        return damagedBy(row, Texts::tr("changes are missing before number %1.").arg(row.sequence));
    if (course != m_courses.end() && !course->joined) {
        if (auto done = join(row.origin, *course, before); !done)
            return done.error();
        found = m_origins.find(row.origin);
    }
    if (found->isSelf) {
        // What this replica wrote came back to it and is not here: the file was put back from a backup.
        if (auto done = m_transaction.ownIdentity().renew(false); !done)
            return done.error();
        if (auto done = reload(); !done)
            return done.error();
        m_identityLost = true;
        found = m_origins.find(row.origin);
    }
    auto taken = takeIn(row, *found);
    if (taken && row.sequence % rowsBetweenMarks == 0 && course != m_courses.end())
        taken = keepMark(connection(), {found->id, row.sequence, course->value});
    return taken ? Result<bool>(false) : Result<bool>(taken.error());
}

Result<void> MergeHistory::takeIn(const JournalRow &row, Origin &origin)
{
    if (row.knows) {
        if (!canKnow(*row.knows))
            return damagedBy(row, Texts::tr("it says that it knows changes which are not here."));
        origin.knows = *row.knows;
        addLineage(row.origin, origin.knows);
    } else if (!origin.changed) {
        auto before = knowsAt(row.origin, row.sequence);
        if (!before)
            return before.error();
        origin.knows = *before;
    }
    origin.last = row.sequence;
    origin.changed = true;
    return {};
}

/// A row comes after all that its writer knew. One that claims to know what is still to come would win over it here and lose
/// there. Where names have parted, a number may be of either history.
bool MergeHistory::canKnow(const VersionVector &knows) const
{
    QSet<QUuid> parted;
    for (const auto &[name, after] : m_left)
        parted.insert(name);
    for (auto it = knows.cbegin(); it != knows.cend(); ++it) {
        const auto origin = m_origins.constFind(it.key());
        const bool isHere = origin != m_origins.cend();
        if (parted.contains(it.key()) || (isHere && !origin->parent.isNull()) || !m_courses.value(it.key()).keptAs.isNull())
            continue;
        if (!isHere || origin->last < it.value())
            return false;
    }
    return true;
}

/// What stands here before the first new row must be what the file's writer had there.
Result<void> MergeHistory::join(const QUuid &origin, Course &course, const QByteArray &before)
{
    course.joined = true;
    const Origin known = m_origins.value(origin);
    auto book = ReplicaBook::read(connection());
    if (!book)
        return book.error();
    if (!known.parent.isNull() && known.last == known.after)
        return joinParent(*book, origin, before);
    auto here = chainAt(connection(), *book, known.id, known.last);
    if (!here)
        return here.error();
    return *here == before ? Result<void>() : Result<void>(notSigned(origin));
}

/// A history begins that left another one: that one may go by another name here than where the file was written.
Result<void> MergeHistory::joinParent(const ReplicaBook &book, const QUuid &origin, const QByteArray &before)
{
    const Origin known = m_origins.value(origin);
    QUuid root = known.parent;
    for (int depth = 0; !m_origins.value(root).parent.isNull() && depth < 100; ++depth)
        root = m_origins.value(root).parent;
    QList<QUuid> candidates = withBranches(root);
    candidates.removeAll(known.parent);
    candidates.prepend(known.parent);
    for (const QUuid &one : std::as_const(candidates)) {
        const Origin parent = m_origins.value(one);
        const bool holds = parent.last >= known.after && (parent.parent.isNull() || parent.after < known.after);
        if (one == origin || !holds)
            continue;
        auto chain = chainAt(connection(), book, parent.id, known.after);
        if (!chain)
            return chain.error();
        if (*chain != before)
            continue;
        if (one == known.parent)
            return {};
        auto done = connection().run(u"UPDATE replica SET branch_of = ? WHERE id = ?"_s, {parent.id, known.id});
        return done ? reload() : done;
    }
    return notSigned(origin);
}

/// Two files wrote under one name. What came second is kept as a history of its own from where the two part.
Result<void> MergeHistory::branch(JournalRow &row, Course &course)
{
    const QUuid uid = branchUid(course.value);
    const qint64 after = row.sequence - 1;
    Fork fork;
    {
        auto c = connection().query(u"SELECT uid, seat_code, name FROM replica WHERE id = ?"_s,
                                    {m_origins.value(row.origin).id});
        if (!c)
            return c.error();
        if (c->next())
            fork.named = {uidFromBytes(c->bytes(0)), c->text(1), c->text(2)};
    }
    fork.branch = fork.named;
    fork.branch.uid = uid;
    fork.branch.seat = branchSeat(fork.named.seat, uid);
    fork.branch.branchOf = row.origin;
    fork.branch.branchAfter = after;
    if (!m_origins.contains(uid))
        m_forks.append(fork);
    auto done = addReplicas({fork.branch});
    // Two told under one name what they have.
    const qint64 named = m_origins.value(row.origin).id;
    if (done)
        done = connection().run(u"DELETE FROM replica_has WHERE replica = ?"_s, {named});
    if (done)
        done = connection().run(u"UPDATE replica SET heard_at = NULL WHERE id = ?"_s, {named});
    if (!done)
        return done;
    course.keptAs = row.origin = uid;
    // Up to where the two part they are one: that was compared row by row.
    course.joined = m_origins.value(uid).last == after;
    return {};
}

void MergeHistory::addLineage(const QUuid &origin, VersionVector &knows) const
{
    Origin one = m_origins.value(origin);
    for (int depth = 0; !one.parent.isNull() && depth < 100; ++depth) {
        knows[one.parent] = qMax(knows.value(one.parent), one.after);
        one = m_origins.value(one.parent);
    }
}

QList<QUuid> MergeHistory::withBranches(const QUuid &origin) const
{
    QList<QUuid> found{origin};
    for (qsizetype i = 0; i < found.size(); ++i) {
        for (auto it = m_origins.cbegin(); it != m_origins.cend(); ++it) {
            if (it->parent == found[i] && !found.contains(it.key()))
                found.append(it.key());
        }
    }
    return found;
}

Result<VersionVector> MergeHistory::knowsAt(const QUuid &origin, qint64 sequence)
{
    constexpr qsizetype keptRanges = 10'000;
    QMap<qint64, KnowsRange> &ranges = m_knows[origin];
    if (auto after = ranges.upperBound(sequence); after != ranges.begin()) {
        const KnowsRange &range = *std::prev(after);
        if (sequence <= range.to)
            return range.knows;
    }
    qint64 first = 0;
    std::optional<VersionVector> knows;
    {
        auto c = connection().query(u"SELECT sequence, knows FROM journal WHERE origin = ? AND sequence <= ? "
                                    "AND knows IS NOT NULL ORDER BY sequence DESC LIMIT 1"_s,
                                    {m_origins.value(origin).id, sequence});
        if (!c)
            return c.error();
        if (c->next()) {
            first = c->integer(0);
            knows = vectorFromJson(jsonObject(c->text(1)));
        }
    }
    const Origin known = m_origins.value(origin);
    if (!knows && !known.parent.isNull()) {
        auto before = knowsAt(known.parent, known.after);
        if (!before)
            return before;
        knows = *before;
    }
    if (!knows)
        knows = VersionVector();
    addLineage(origin, *knows);
    QMap<qint64, KnowsRange> &kept = m_knows[origin]; // the look at the parent may have moved it
    if (kept.size() > keptRanges)
        kept.clear();
    KnowsRange &range = kept[first];
    range.to = qMax(range.to, sequence);
    range.knows = *knows;
    return range.knows;
}

QUuid MergeHistory::keptAs(const QUuid &origin) const
{
    const QUuid kept = m_courses.value(origin).keptAs;
    return kept.isNull() ? origin : kept;
}

Result<void> MergeHistory::finish()
{
    for (auto it = m_courses.cbegin(); it != m_courses.cend(); ++it) {
        if (it->value != it->head.chainTo)
            return notSigned(it.key());
        const QUuid kept = keptAs(it.key());
        const Origin origin = m_origins.value(kept);
        if (!origin.changed || origin.last != it->head.to)
            continue;
        const QUuid signedAs = it->head.signedAs.isNull() && kept != it.key() ? it.key() : it->head.signedAs;
        if (auto done = keepMark(connection(), {origin.id, it->head.to, it->value, it->head.signature, signedAs}); !done)
            return done;
    }
    for (const Origin &origin : std::as_const(m_origins)) {
        if (!origin.changed)
            continue;
        auto done = connection().run(u"UPDATE replica SET last_sequence = ? WHERE id = ?"_s, {origin.last, origin.id});
        if (!done)
            return done;
        m_transaction.noteNews();
    }
    return {};
}

} // namespace Kartoteka
