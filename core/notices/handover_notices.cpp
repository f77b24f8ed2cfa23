// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/handover_notices.h"

#include "core/base/uid.h"
#include "core/notices/notice_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/activity_codes.h"
#include "core/schema/codes.h"
#include "core/store/record/record_reader.h"

#include <QMap>

namespace Kartoteka {

namespace {

/// What of a record a follower heeds.
struct Heeded
{
    NoticeKind kind;
    QString name; ///< of the follower
    QString column;
};

/// A record that somebody is told of, by one act.
struct Occasion
{
    ItemRef item;
    QUuid uid;
    QUuid act;
    qint64 at = 0;
    qint64 author = 0;
};

bool isOf(const RecordTable &table, NoticeKind kind)
{
    const bool isActivity = kind == NoticeKind::Activity || kind == NoticeKind::ActivityDone;
    return isActivity ? table.code == Codes::activity : table.isItem;
}

bool wants(const Heeded &heeded, const NotedChange &change)
{
    const int at = isOf(change.table, heeded.kind) ? change.table.indexOf(heeded.column) : -1;
    if (at < 0 || change.after.isEmpty())
        return false;
    const Value before = change.before.isEmpty() ? Value() : change.before[at];
    if (change.after[at] == before)
        return false;
    if (heeded.kind == NoticeKind::ActivityDone) {
        const auto after = [&change](const QString &column) { return change.after[change.table.indexOf(column)]; };
        return change.after[at].toBool() && after(Codes::responsible) != after(Codes::modifiedBy);
    }
    // What a person takes on is nobody's news: told apart here, for most acts are of that kind.
    const int author = change.table.indexOf(Codes::modifiedBy);
    const bool isOwn = author >= 0 && change.after[author] == change.after[at];
    return !isOwn || before.isValid();
}

QList<qint64> peopleIn(const Value &value)
{
    if (!value.canConvert<Members>())
        return value.isValid() ? QList<qint64>{value.toLongLong()} : QList<qint64>();
    QList<qint64> people;
    for (const Member &member : value.value<Members>())
        people << member.ref.id;
    return people;
}

class Telling
{
public:
    Telling(const ReadContext &context, const RecordTable &table, const Heeded &heeded)
        : m_context(context), m_table(table), m_heeded(heeded)
    {}

    Result<QList<Change>> changesFor(const QList<qint64> &ids)
    {
        auto records = readRecordsById(m_context.connection, *m_context.schema, m_table, ids);
        if (!records)
            return records.error();
        for (const qint64 id : ids) {
            const auto record = records->constFind(id);
            if (record == records->cend())
                continue;
            if (auto done = look(*record); !done)
                return done.error();
        }
        for (auto it = m_told.cbegin(); it != m_told.cend(); ++it) {
            if (auto done = tell(it.key(), it.value()); !done)
                return done.error();
        }
        return m_changes.changes;
    }

private:
    bool isGone(const StoredRecord &record) const
    {
        const int deleted = m_table.indexOf(u"deleted_at"_s);
        return deleted >= 0 && record.row[deleted].isValid();
    }

    /// The item; of an activity the first that it is for: an activity may be gone while the notice of it travels.
    ItemRef placeOf(const StoredRecord &record) const
    {
        if (m_table.isItem)
            return {m_table.typeId, record.id, {}};
        const Members items = record.row[m_table.indexOf(u"items"_s)].value<Members>();
        return items.isEmpty() ? ItemRef() : items.constFirst().ref;
    }

    /// Whom a record concerns that did not before.
    Result<void> look(const StoredRecord &record)
    {
        auto written = lastWritten(m_context, m_table, record.id, m_heeded.column);
        if (!written)
            return written.error();
        if (!*written)
            return {};
        // What a conversion makes goes on in the hands of who answers for its source.
        if ((*written)->actKind == ActKinds::convert && !(*written)->before.isValid())
            return {};
        const bool isDone = m_heeded.kind == NoticeKind::ActivityDone;
        const QList<qint64> now = peopleIn(record.row[m_table.indexOf(isDone ? Codes::responsible : m_heeded.column)]);
        const QList<qint64> before = isDone ? QList<qint64>() : peopleIn((*written)->before);
        for (const qint64 person : before) {
            if (!now.contains(person)) {
                if (auto done = relieve(person, record.uid); !done)
                    return done;
            }
        }
        if (isGone(record) || (isDone && !record.row[m_table.indexOf(m_heeded.column)].toBool()))
            return {};
        const ItemRef item = placeOf(record);
        for (const qint64 person : now) {
            const User *user = m_context.schema->user(person);
            if (user && !item.isNull() && user->active && person != (*written)->author && !before.contains(person))
                m_told[person] << Occasion{item, record.uid, (*written)->act, (*written)->at, (*written)->author};
        }
        return {};
    }

    Result<void> relieve(qint64 person, const QUuid &subject)
    {
        auto told = toldOf(m_context, m_heeded.kind, subject);
        if (!told)
            return told.error();
        if (const auto known = told->constFind(person); known != told->cend() && !known->hasRead)
            m_changes.update(u"notice"_s, known->notice, {{u"deleted_at"_s, m_context.clock->now()}});
        return {};
    }

    /// One by one, or all of an act in one notice. Of an act in parts the parts before may have told of many already.
    Result<void> tell(qint64 person, const QList<Occasion> &occasions)
    {
        auto told = toldOf(m_context, m_heeded.kind, occasions.constFirst().act);
        if (!told)
            return told.error();
        const auto known = told->constFind(person);
        if (known == told->cend() && occasions.size() <= mostToldSingly) {
            for (const Occasion &occasion : occasions)
                write(person, occasion, occasion.uid, {});
        } else if (known == told->cend()) {
            write(person, occasions.constFirst(), occasions.constFirst().act, qint64(occasions.size()));
        } else {
            m_changes.update(u"notice"_s, known->notice, {{u"how_many"_s, known->count + qint64(occasions.size())}});
        }
        return {};
    }

    void write(qint64 person, const Occasion &occasion, const QUuid &subject, const Value &howMany)
    {
        const QString kind = noticeKindName(m_heeded.kind);
        m_changes.create(
            u"notice"_s,
            {{u"person"_s, person},
             {u"kind"_s, kind},
             {u"item"_s, toValue(occasion.item)},
             {u"comment"_s, uidText(subject)},
             {u"how_many"_s, howMany},
             {Codes::createdAt, occasion.at},
             {Codes::createdBy, occasion.author == 0 ? Value() : Value(occasion.author)},
             {u"read_at"_s, {}}},
            derivedUid(u"notice",
                       QStringList{uidText(m_context.schema->user(person)->uid), uidText(subject), kind}.join(u'/')));
    }

    const ReadContext &m_context;
    const RecordTable &m_table;
    const Heeded &m_heeded;
    QMap<qint64, QList<Occasion>> m_told; ///< by person
    ChangeSet m_changes;
};

} // namespace

QList<Follower> handoverFollowers()
{
    const QList<Heeded> all{{NoticeKind::Responsible, u"responsible_notices"_s, Codes::responsible},
                            {NoticeKind::Observer, u"observer_notices"_s, Codes::observers},
                            {NoticeKind::Activity, u"activity_notices"_s, Codes::responsible},
                            {NoticeKind::ActivityDone, u"done_notices"_s, u"done"_s}};
    QList<Follower> followers;
    for (const Heeded &heeded : all) {
        followers.append({heeded.name, [heeded](const NotedChange &change) { return wants(heeded, change); },
                          [heeded](const ReadContext &context, const RecordTable &table, const QList<qint64> &ids) {
                              return Telling(context, table, heeded).changesFor(ids);
                          }});
    }
    return followers;
}

} // namespace Kartoteka
