// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activities/day_tally.h"

#include "core/schema/act_kinds.h"
#include "core/schema/codes.h"

namespace Kartoteka {

namespace {

template<typename T>
void put(QSet<T> &set, const T &one, bool isIn)
{
    if (isIn)
        set.insert(one);
    else
        set.remove(one);
}

/// Nobody planned what a series made by its dates, though it is written in the name of who is responsible: its uid is derived
/// (derivedUid), as those of all that any seat may make are.
bool isMadeByItself(const RecordChange &change)
{
    return change.uid.version() == QUuid::Sha1;
}

} // namespace

DayTally::DayTally(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, &DayTally::note);
    connect(&store, &Store::userChanged, this, &DayTally::forget);
}

int DayTally::today(qsizetype count) const
{
    return m_day == m_store.clock().localNow().date() ? int(count) : 0;
}

void DayTally::forget()
{
    m_done.clear();
    m_moved.clear();
    m_planned.clear();
    m_won.clear();
}

void DayTally::note(const CommitNotice &notice)
{
    if (notice.external || notice.author != m_store.user())
        return;
    if (const QDate today = m_store.clock().localNow().date(); m_day != today) {
        forget();
        m_day = today;
    }
    for (const RecordChange &change : notice.records) {
        if (change.table == u"activity") {
            noteActivity(change, notice.kind);
        } else if (const FieldChange *stage = change.field(Codes::stage)) {
            const Stage *now = m_store.schema()->stage(stage->after.toLongLong());
            put(m_won, ItemRef{change.typeId, change.id, {}}, now && now->group == StageGroup::Won);
        }
    }
}

void DayTally::noteActivity(const RecordChange &change, const QString &act)
{
    const FieldChange *gone = change.field(u"deleted_at"_s);
    if (change.operation == Operation::Create) {
        if (act != ActKinds::complete && !isMadeByItself(change)) // the next one of what repeats is nobody's plan
            m_planned.insert(change.id);
    } else if (change.operation != Operation::Update || (gone && gone->after.isValid())) {
        m_done.remove(change.id);
        m_moved.remove(change.id);
        m_planned.remove(change.id);
    } else if (const FieldChange *done = change.field(u"done"_s)) {
        put(m_done, change.id, done->after.toBool());
    } else if (const FieldChange *deadline = change.field(Codes::deadline);
               deadline && deadline->before != deadline->after) {
        put(m_moved, change.id, act != ActKinds::undo && act != ActKinds::takeBack);
    }
}

} // namespace Kartoteka
