// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline_model.h"

#include "core/exchange/exchange_texts.h"
#include "core/items/value_text.h"
#include "core/live/one_moment.h"
#include "core/schedule/scheduler.h"
#include "core/timeline/entry_words.h"
#include "models/row_steps.h"

#include <QDateTime>

#include <algorithm>
#include <tuple>

namespace Kartoteka {

namespace {

constexpr int pageEntries = 40;
constexpr int shownPlanned = 200; ///< the next ones; whoever plans more reads them in the list of activities

QDate dayOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).date();
}

/// Whether a write may show in the timeline of an item.
bool concerns(const TouchedRecord &entry, const QList<ItemRef> &owners)
{
    if (entry.table == u"activity" && entry.changesLinks)
        return true; // it may have been the item's
    return owners.contains(entry.owner)
        || std::ranges::any_of(entry.items, [&](const ItemRef &item) { return owners.contains(item); });
}

} // namespace

TimelineModel::TimelineModel(Store &store, QObject *parent) : QAbstractListModel(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this] {
        m_behind = true; // what it was is asked of the journal
        catchUp();
    });
    Scheduler &scheduler = Scheduler::of(store);
    scheduler.add(this, {[this](qint64 now) { return nextTurn(now); }, [this](qint64, qint64) { tellTime(); }});
    connect(&scheduler, &Scheduler::turnedBack, this, &TimelineModel::tellTime);
}

void TimelineModel::setItem(const ItemRef &item)
{
    m_item = item;
    reload();
}

/// Another for each row of one timeline, and the same for it after every change.
qint64 TimelineModel::keyOf(const Row &row)
{
    constexpr int shift = 56; // ids are far below
    constexpr qint64 conflict = qint64(RowKind::Entry) + 1;
    switch (row.kind) {
    case RowKind::Planned: return qint64(row.kind) << shift | row.activity.id;
    case RowKind::DayHeader: return qint64(row.kind) << shift | row.day.toJulianDay();
    case RowKind::Entry:
        return row.entry.conflict != 0 ? conflict << shift | row.entry.conflict : qint64(row.kind) << shift | row.entry.id;
    case RowKind::PlannedHeader:
    case RowKind::NothingPlanned: break;
    }
    return qint64(row.kind) << shift;
}

bool TimelineModel::looksLike(const Row &a, const Row &b)
{
    const auto look = [](const Row &row) {
        return std::tuple(row.text, row.detail, row.links, row.entry.kind, row.entry.author, row.entry.isOpen,
                          row.activity.deadline, row.activity.responsible, row.activity.incoming);
    };
    return look(a) == look(b);
}

Result<QList<TimelineModel::Row>> TimelineModel::plannedRows(const ReadContext &context, const ItemRef &item)
{
    auto planned = plannedActivities(context, item, shownPlanned);
    auto open = countPlanned(context, item);
    if (!planned || !open)
        return planned ? open.error() : planned.error();
    QList<Row> rows;
    Row header;
    header.kind = RowKind::PlannedHeader;
    header.text = tr("Planned");
    rows.append(header);
    for (const Activity &activity : std::as_const(*planned)) {
        Row row;
        row.kind = RowKind::Planned;
        row.activity = activity;
        row.text = activity.title;
        row.detail = activity.description;
        rows.append(row);
    }
    if (planned->isEmpty() || *open > planned->size()) {
        Row row;
        row.kind = RowKind::NothingPlanned;
        row.text = planned->isEmpty() ? tr("Nothing is planned. Plan the next step so that the client is not forgotten.")
                                      : tr("And %n more. The nearest are shown.", nullptr, int(*open - planned->size()));
        rows.append(row);
    }
    return rows;
}

/// History from below @p from, page by page until @p to is in it, with a heading for each day but @p lastDay.
Result<TimelineModel::Rows> TimelineModel::historyRows(const ReadContext &context, const ItemRef &item,
                                                       const TimelinePosition &from, const TimelinePosition &to,
                                                       QDate lastDay)
{
    Rows found;
    found.end = from;
    do {
        auto page = readTimeline(context, item, found.end, pageEntries);
        if (!page)
            return page.error();
        for (const TimelineEntry &entry : std::as_const(page->entries)) {
            if (const QDate day = dayOf(entry.at); day != lastDay) {
                Row header;
                header.kind = RowKind::DayHeader;
                header.day = day;
                found.rows.append(header);
                lastDay = day;
            }
            found.rows.append(describe(context, item, entry));
        }
        found.end = page->end;
        found.atEnd = page->atEnd;
    } while (!found.atEnd && (found.rows.isEmpty() || std::pair(found.end.at, found.end.id) > std::pair(to.at, to.id)));
    return found;
}

/// All of a timeline down to @p to.
Result<TimelineModel::Rows> TimelineModel::readRows(const ReadContext &context, const ItemRef &item,
                                                    const TimelinePosition &to)
{
    auto journal = lastJournalRow(context.connection);
    if (!journal)
        return journal.error();
    auto planned = plannedRows(context, item);
    if (!planned)
        return planned.error();
    auto rows = historyRows(context, item, {}, to, {});
    if (!rows)
        return rows;
    rows->journal = *journal;
    rows->rows = *planned + rows->rows;
    return rows;
}

void TimelineModel::reload()
{
    m_load.cancel();
    m_load = CancelToken();
    m_fetching = m_following = m_behind = false;
    m_journal = 0;
    beginResetModel();
    m_rows.clear();
    m_keys.clear();
    endResetModel();
    if (m_item.id == 0)
        return; // there is no history yet
    m_store
        .read<Rows>(m_load,
                    [item = m_item](ReadContext &context) {
                        return inOneMoment(context, [&] { return readRows(context, item, {}); });
                    })
        .then(this, [this, token = m_load](const Result<Rows> &rows) {
            if (token.isCancelled())
                return;
            if (!rows) {
                fail(rows.error());
                return;
            }
            take(*rows);
            catchUp();
        });
}

/// What stands stays.
void TimelineModel::fail(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        emit readFailed(error);
}

/// Follows what was committed, unless it is being done or nothing is shown yet.
void TimelineModel::catchUp()
{
    if (m_behind && !m_following && !m_fetching && !m_rows.isEmpty())
        follow();
}

void TimelineModel::follow()
{
    constexpr qsizetype fewEntries = 500; // of more it is not asked whom they concern
    m_following = true;
    m_behind = false;
    m_store
        .read<std::optional<Rows>>(
            m_load,
            [item = m_item, since = m_journal, to = m_end](ReadContext &context) -> Result<std::optional<Rows>> {
                return inOneMoment(context, [&]() -> Result<std::optional<Rows>> {
                    auto owners = timelineOwners(context, item);
                    auto touched = touchedSince(context.connection, *context.catalog, since, fewEntries);
                    if (!owners || !touched)
                        return owners ? touched.error() : owners.error();
                    if (touched->size() < fewEntries
                        && std::ranges::none_of(*touched, [&](const TouchedRecord &one) { return concerns(one, *owners); }))
                        return std::optional<Rows>();
                    auto rows = readRows(context, item, to);
                    return rows ? Result<std::optional<Rows>>(std::move(*rows)) : Result<std::optional<Rows>>(rows.error());
                });
            })
        .then(this, [this, token = m_load](const Result<std::optional<Rows>> &rows) {
            if (token.isCancelled())
                return;
            m_following = false;
            if (!rows)
                fail(rows.error());
            else if (*rows)
                take(**rows);
            catchUp();
        });
}

/// The next deadline that is not late yet, or the next day.
std::optional<qint64> TimelineModel::nextTurn(qint64 now) const
{
    if (m_rows.isEmpty())
        return {};
    qint64 next = dayAfter(dayOf(m_toldAt), now);
    for (const Row &row : m_rows) {
        const Value &deadline = row.activity.deadline;
        if (deadline.isValid() && deadline.toLongLong() > m_toldAt)
            next = qMin(next, deadline.toLongLong());
        if (row.kind == RowKind::DayHeader)
            break; // what is planned stands before it
    }
    return next;
}

void TimelineModel::tellTime()
{
    m_toldAt = m_store.clock().now();
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
}

/// Makes the rows what they are now, by those that differ.
void TimelineModel::take(const Rows &now)
{
    m_toldAt = m_store.clock().now();
    Scheduler::of(m_store).wake();
    QHash<qint64, Row> byKey;
    QList<qint64> keys;
    QSet<qint64> touched;
    for (const Row &row : now.rows) {
        keys.append(keyOf(row));
        byKey.insert(keys.constLast(), row);
    }
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        const auto it = byKey.constFind(m_keys[row]);
        if (it != byKey.cend() && !looksLike(*it, m_rows[row]))
            touched.insert(m_keys[row]);
    }
    m_end = now.end;
    m_atEnd = now.atEnd;
    m_journal = now.journal;
    if (m_rows.isEmpty()) {
        beginInsertRows({}, 0, int(now.rows.size()) - 1);
        m_rows = now.rows;
        m_keys = keys;
        endInsertRows();
        return;
    }
    carryOut(deltaBetween(m_keys, keys, touched), m_keys,
             {.remove =
                  [this](int row) {
                      beginRemoveRows({}, row, row);
                      m_rows.removeAt(row);
                      m_keys.removeAt(row);
                      endRemoveRows();
                  },
              .insert =
                  [&](int row, qint64 key) {
                      beginInsertRows({}, row, row);
                      m_rows.insert(row, byKey.value(key));
                      m_keys.insert(row, key);
                      endInsertRows();
                  },
              .move =
                  [this](int from, int before) {
                      const int to = before > from ? before - 1 : before;
                      beginMoveRows({}, from, from, {}, before);
                      m_rows.move(from, to);
                      m_keys.move(from, to);
                      endMoveRows();
                  },
              .changed =
                  [&](int row) {
                      m_rows[row] = byKey.value(m_keys[row]);
                      emit dataChanged(index(row), index(row));
                  }});
}

void TimelineModel::append(const Rows &page)
{
    m_end = page.end;
    m_atEnd = page.atEnd;
    // The day that the page goes on with has its heading already.
    QList<Row> rows = page.rows;
    if (!rows.isEmpty() && rows.constFirst().kind == RowKind::DayHeader && m_keys.contains(keyOf(rows.constFirst())))
        rows.removeFirst();
    if (rows.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    for (const Row &row : std::as_const(rows)) {
        m_rows.append(row);
        m_keys.append(keyOf(row));
    }
    endInsertRows();
}

bool TimelineModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd && !m_fetching && !m_following && !m_rows.isEmpty();
}

void TimelineModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    // Of the last heading, not of the last entry: headings stand for what is seen.
    const auto heading = std::find_if(m_rows.crbegin(), m_rows.crend(),
                                      [](const Row &row) { return row.kind == RowKind::DayHeader; });
    m_store
        .read<Rows>(m_load,
                    [item = m_item, from = m_end, day = heading == m_rows.crend() ? QDate() : heading->day](
                        ReadContext &context) { return historyRows(context, item, from, from, day); })
        .then(this, [this, token = m_load](const Result<Rows> &page) {
            if (token.isCancelled())
                return;
            m_fetching = false;
            if (page) {
                append(*page);
            } else {
                m_atEnd = true; // else the view would ask for it again at once
                fail(page.error());
            }
            catchUp();
        });
}

void TimelineModel::describeConflict(const ReadContext &context, const TimelineEntry &entry, Row &row)
{
    auto conflict = readConflict(context, entry.conflict);
    if (!conflict)
        return;
    const ConflictWords words = conflictWords(context, *conflict);
    const auto side = [](const QString &value, const QString &author) {
        return author.isEmpty() ? value : tr("%1 — %2", "value and who wrote it").arg(value, author);
    };
    row.text = conflict->field == u"deleted_at" ? tr("Deleted in one place, gone on with in another")
                                                : tr("Changed in two places at once: %1").arg(words.field);
    const QString kept = side(words.kept, words.keptBy);
    row.detail = (entry.isOpen ? tr("Stands: %1").arg(kept) : tr("One: %1").arg(kept)) + u'\n'
        + tr("The other one: %1").arg(side(words.other, words.otherBy));
    if (!entry.isOpen)
        row.text += u"  ·  "_s + tr("settled");
}

TimelineModel::Row TimelineModel::describe(const ReadContext &context, const ItemRef &item, const TimelineEntry &entry)
{
    const EntryWords words = entryWords(context, item, entry);
    Row row;
    row.entry = entry;
    row.text = words.text;
    row.detail = words.detail;
    row.links = words.links;
    if (entry.kind == EntryKind::Conflict)
        describeConflict(context, entry, row);
    return row;
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

/// Said when it is asked for: the card may stay open past midnight.
QString TimelineModel::dayWords(QDate day) const
{
    const QDate today = m_store.clock().localNow().date();
    if (day == today)
        return tr("Today");
    return day == today.addDays(-1) ? tr("Yesterday") : shortDate(day, QLocale(), today);
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    const bool planned = row.kind == RowKind::Planned;
    switch (role) {
    case KindRole: return QVariant::fromValue(row.kind);
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case TextRole: return row.kind == RowKind::DayHeader ? dayWords(row.day) : row.text;
    case DetailRole: return row.detail;
    case TimeRole: return planned ? row.activity.deadline : Value(row.entry.at);
    case AuthorRole: {
        const User *user = m_store.schema()->user(planned ? row.activity.responsible : row.entry.author);
        return user ? user->name : QString();
    }
    case ActivityRole: return planned ? row.activity.id : 0;
    case EntryKindRole: return int(row.entry.kind);
    case MutedRole: return row.kind == RowKind::Entry && isMuted(row.entry.kind);
    case AttachmentRole: return row.entry.attachment;
    case ConflictRole: return row.entry.isOpen ? row.entry.conflict : 0;
    case OverdueRole:
        return planned && row.activity.deadline.isValid() && row.activity.deadline.toLongLong() <= m_store.clock().now();
    case IncomingRole: return planned && row.activity.incoming;
    case LinksRole: {
        QVariantList links;
        for (const ItemRef &ref : row.links)
            links << toValue(ref);
        return links;
    }
    default: return {};
    }
}

} // namespace Kartoteka
