// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calendar/calendar_acts.h"

#include "core/activities/series_ahead.h"
#include "core/items/item_queries.h"
#include "core/products/rows.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/repeat_rule.h"
#include "core/schema/resource_codes.h"
#include "core/schema/roles.h"
#include "views/calendar/calendar_gesture.h"
#include "views/calendar/entry_painter.h"
#include "views/dialogs/booking_question.h"
#include "views/dialogs/series_question.h"

namespace Kartoteka {

namespace {

/// "Wed, 4 March 10:15".
QString placeText(const CalendarEntry &entry)
{
    QString words = shortDay(entry.first);
    if (entry.starts.isValid())
        words += u' ' + EntryPainter::timeText(entry, false);
    return words;
}

} // namespace

CalendarActs::CalendarActs(CalendarScene &scene, QWidget *window) : QObject(window), m_scene(scene), m_window(window)
{
    connect(&scene.model, &CalendarModel::done, this, &CalendarActs::done);
    connect(&scene.model, &CalendarModel::failed, this, &CalendarActs::failed);
}

bool CalendarActs::isActivity(const CalendarEntry &entry) const
{
    const EntityType *type = m_scene.store.schema()->type(entry.ref.type);
    return type && isActivities(*type);
}

void CalendarActs::refuseGhost()
{
    emit failed(
        {ErrorCode::Refused, tr("This one is not created yet. Move the open one, or change how it repeats."), {}, {}});
}

void CalendarActs::refuseMove(const CalendarEntry &entry)
{
    const EntityType *type = m_scene.store.schema()->type(entry.ref.type);
    const Field *field = type ? m_scene.store.schema()->field(type->id, entry.field) : nullptr;
    if (entry.isGhost) {
        refuseGhost();
    } else if (!m_scene.store.access().isWritable()) {
        emit failed({ErrorCode::ReadOnly, m_scene.store.access().reason, {}, {}});
    } else {
        emit failed({ErrorCode::Refused,
                     tr("“%1” stays on its day: the program sets “%2” itself.")
                         .arg(entry.title, field ? displayName(*field) : QString()),
                     {},
                     {}});
    }
}

/// What is let go in another's column becomes theirs.
Result<ChangeSet> CalendarActs::handedOver(const CalendarEntry &entry, Result<ChangeSet> changes, qint64 lane) const
{
    const QList<qint64> &has = m_scene.lanesAreResources ? entry.resources : entry.people;
    if (!changes || lane == 0 || !isActivity(entry) || has.contains(lane))
        return changes;
    FieldValue theirs{Codes::responsible, lane};
    if (m_scene.lanesAreResources) { // in place of the first one
        Members resources;
        for (const qint64 id : QList<qint64>{lane} + entry.resources.mid(1)) {
            Member member;
            member.ref = {0, id, {}};
            resources << member;
        }
        theirs = {Codes::resources, toValue(resources)};
    }
    if (changes->isEmpty()) {
        changes->kind = ActKinds::edit;
        changes->subject = entry.title;
        changes->update(m_scene.store.schema()->type(entry.ref.type)->table, entry.ref.id, {});
    }
    changes->changes.first().values.append(theirs);
    return changes;
}

Result<ChangeSet> CalendarActs::copied(const CalendarEntry &entry, const CalendarPlace &to) const
{
    const SchemaPtr schema = m_scene.store.schema();
    const ReadContext context = m_scene.store.reader();
    const EntityType *type = schema->type(entry.ref.type);
    const auto item = readItem(context, entry.ref);
    if (!item || !type)
        return item ? Result<ChangeSet>(ChangeSet()) : item.error();
    QUuid uid;
    auto changes = planCopyEntry(*schema, *item, entry, to, &uid);
    if (changes && type->hasProducts) {
        if (auto rows = copyProducts(context, entry.ref, {type->id, 0, uid}, *changes); !rows)
            return rows.error();
    }
    return changes;
}

void CalendarActs::move(const CalendarEntry &entry, const CalendarPlace &to, bool copies, qint64 lane)
{
    if (copies) {
        commit(copied(entry, to), tr("Copied to %1: %2").arg(placeText(movedEntry(entry, to)), entry.title));
        return;
    }
    if (entry.isGhost && !entry.isMovable) {
        refuseGhost();
        return;
    }
    const CalendarEntry after = inLane(movedEntry(entry, to), lane, m_scene.lanesAreResources);
    const auto changes = handedOver(entry, planMoveEntry(*m_scene.store.schema(), entry, to), lane);
    apply(entry, after, changes, tr("Moved to %1: %2").arg(placeText(after), entry.title), SeriesAct::Move);
}

void CalendarActs::stretch(const CalendarEntry &entry, const CalendarPlace &from, const CalendarPlace &until)
{
    const CalendarEntry after = stretchedEntry(entry, from, until);
    const QString when = after.starts.isValid()
        ? EntryPainter::timeText(after, true)
        : dayAndMonth(after.first, false) + u" – "_s + dayAndMonth(after.last, false);
    apply(entry, after, planStretchEntry(*m_scene.store.schema(), entry, from, until),
          tr("%1 now: %2", "when, what").arg(when, entry.title), SeriesAct::Change);
}

void CalendarActs::shift(const CalendarEntry &entry, int days, int minutes)
{
    CalendarPlace to{entry.first.addDays(days), {}};
    if (minutes != 0 && entry.starts.isValid()) {
        // On the wall, so that an hour that is skipped or comes twice does not move the rest.
        const QDateTime wall(entry.starts.date(), entry.starts.time(), Qt::UTC);
        to = {wall.addSecs(qint64(minutes) * 60).date(), wall.addSecs(qint64(minutes) * 60).time()};
    } else if (minutes != 0) {
        return; // whole days have no hours
    }
    move(entry, to, false, 0);
}

void CalendarActs::lengthen(const CalendarEntry &entry, int minutes)
{
    if (!entry.isStretchable)
        return;
    if (!entry.starts.isValid()) {
        stretch(entry, {entry.first, {}}, {qMax(entry.first, entry.last.addDays(minutes < 0 ? -1 : 1)), {}});
        return;
    }
    const QDateTime begins(entry.starts.date(), entry.starts.time(), Qt::UTC);
    const QDateTime ends = QDateTime(entry.ends.date(), entry.ends.time(), Qt::UTC).addSecs(qint64(minutes) * 60);
    if (ends > begins)
        stretch(entry, {begins.date(), begins.time()}, {ends.date(), ends.time()});
}

void CalendarActs::remove(const CalendarEntry &entry)
{
    if (entry.isGhost && !entry.isMovable) {
        refuseGhost();
        return;
    }
    if (!isActivity(entry)) {
        emit deleteWanted(entry.ref);
        return;
    }
    const auto activity = readActivity(m_scene.store.reader(), entry.ref.id);
    if (activity && !activity->series.isEmpty())
        removeOfSeries(entry, *activity);
    else
        commit(activity ? planDeleteActivity(*activity, m_scene.store.clock().now()) : Result<ChangeSet>(activity.error()),
               tr("Deleted: %1").arg(entry.title));
}

void CalendarActs::removeOfSeries(const CalendarEntry &entry, const Activity &activity)
{
    const auto scope = askSeriesScope(m_window, entry.title, SeriesAct::Delete);
    if (!scope)
        return;
    const ReadContext context = m_scene.store.reader();
    commit(entry.isGhost ? planDeleteAhead(context, activity.id, entry.times.value(Codes::occurrence).toString(), *scope)
                         : planSeriesDelete(context, activity, *scope),
           tr("Deleted: %1").arg(entry.title));
}

void CalendarActs::commit(const Result<ChangeSet> &changes, const QString &said, const Answer &answer)
{
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (changes->isEmpty())
        return;
    commitBooking(m_scene.store, this, m_window, *changes, [this, said, answer](const Result<Receipt> &receipt) {
        if (receipt)
            emit done(said);
        else if (receipt.error().code != ErrorCode::Cancelled)
            emit failed(receipt.error());
        if (answer)
            answer(receipt);
    });
}

void CalendarActs::apply(const CalendarEntry &before, const CalendarEntry &after, const Result<ChangeSet> &changes,
                         const QString &said, SeriesAct act)
{
    Result<ChangeSet> wanted = changes;
    const auto activity = changes && !changes->isEmpty() && isActivity(before)
        ? readActivity(m_scene.store.reader(), before.ref.id)
        : Result<Activity>(Activity());
    if (activity && !activity->series.isEmpty()) { // others come of the same rule
        const auto scope = askSeriesScope(m_window, before.title, act);
        if (!scope)
            return;
        QHash<QString, Value> values;
        for (const FieldValue &value : changes->changes.constFirst().values)
            values.insert(value.field, value.value);
        const ReadContext context = m_scene.store.reader();
        wanted = before.isGhost
            ? planChangeAhead(context, activity->id, before.times.value(Codes::occurrence).toString(), values, *scope)
            : planSeriesChange(context, *activity, values, *scope);
    }
    if (wanted && before.isGhost) {
        const QUuid uid = wanted->isEmpty() ? QUuid() : wanted->changes.constFirst().uid;
        commit(wanted, said, [this, uid, type = before.ref.type](const Result<Receipt> &receipt) {
            if (const qint64 id = receipt ? receipt->created.value(uid) : 0; id != 0)
                m_scene.current = {{type, id, {}}}; // the keys go on with what it has become
        });
    } else if (wanted && !after.resources.isEmpty()) // the file may refuse it, and the person may want it all the same
        commit(wanted, said);
    else
        m_scene.model.apply(before, after, wanted, said);
}

} // namespace Kartoteka
