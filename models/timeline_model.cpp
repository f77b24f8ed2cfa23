// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline_model.h"

#include "core/exchange/exchange_texts.h"
#include "core/items/value_text.h"
#include "core/timeline/entry_words.h"

#include <QDateTime>

namespace Kartoteka {

namespace {

constexpr int pageEntries = 40;
constexpr int shownPlanned = 200; ///< the next ones; whoever plans more reads them in the list of activities

QDate dayOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).date();
}

} // namespace

TimelineModel::TimelineModel(Store &store, QObject *parent) : QAbstractListModel(parent), m_store(store)
{
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const bool mine = std::any_of(notice.records.begin(), notice.records.end(), [this](const RecordChange &r) {
            return r.owner == m_item || r.table == u"activity" || (r.typeId == m_item.type && r.id == m_item.id);
        });
        if (mine || notice.whole)
            reload();
    });
}

void TimelineModel::setItem(const ItemRef &item)
{
    m_item = item;
    reload();
}

void TimelineModel::reload()
{
    m_load.cancel();
    m_load = CancelToken();
    m_fetching = false;
    const ItemRef item = m_item;
    struct First
    {
        QList<Activity> planned;
        qint64 open = 0;
        TimelinePage page;
    };
    m_store
        .read<First>(m_load,
                     [item](ReadContext &context) -> Result<First> {
                         auto planned = plannedActivities(context, item, shownPlanned);
                         auto open = countPlanned(context, item);
                         if (!planned || !open)
                             return planned ? open.error() : planned.error();
                         auto page = readTimeline(context, item, {}, pageEntries);
                         if (!page)
                             return page.error();
                         return First{*planned, *open, *page};
                     })
        .then(this, [this, token = m_load](const Result<First> &first) {
            if (!token.isCancelled() && first)
                takeFirst(first->planned, first->open, first->page);
        });
}

void TimelineModel::takeFirst(const QList<Activity> &planned, qint64 open, const TimelinePage &page)
{
    beginResetModel();
    m_rows.clear();
    m_lastDay = {};
    Row header;
    header.kind = RowKind::PlannedHeader;
    header.text = tr("Planned");
    m_rows.append(header);
    for (const Activity &activity : planned) {
        Row row;
        row.kind = RowKind::Planned;
        row.activity = activity;
        row.text = activity.title;
        row.detail = activity.description;
        m_rows.append(row);
    }
    if (planned.isEmpty() || open > planned.size()) {
        Row row;
        row.kind = RowKind::NothingPlanned;
        row.text = planned.isEmpty() ? tr("Nothing is planned. Plan the next step so that the client is not forgotten.")
                                     : tr("And %n more. The nearest are shown.", nullptr, int(open - planned.size()));
        m_rows.append(row);
    }
    endResetModel();
    append(page);
}

void TimelineModel::append(const TimelinePage &page)
{
    QList<Row> rows;
    for (const TimelineEntry &entry : page.entries) {
        const QDate day = dayOf(entry.at);
        if (day != m_lastDay) {
            Row header;
            header.kind = RowKind::DayHeader;
            header.day = day;
            const QDate today = m_store.clock().localNow().date();
            header.text = day == today     ? tr("Today")
                : day == today.addDays(-1) ? tr("Yesterday")
                                           : shortDate(day, QLocale(), today);
            rows.append(header);
            m_lastDay = day;
        }
        rows.append(describe(entry));
    }
    m_end = page.end;
    m_atEnd = page.atEnd;
    m_fetching = false;
    if (rows.isEmpty())
        return;
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

bool TimelineModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_atEnd && !m_fetching && !m_rows.isEmpty();
}

void TimelineModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_fetching = true;
    const ItemRef item = m_item;
    const TimelinePosition from = m_end;
    m_store
        .read<TimelinePage>(m_load,
                            [item, from](ReadContext &context) { return readTimeline(context, item, from, pageEntries); })
        .then(this, [this, token = m_load](const Result<TimelinePage> &page) {
            if (!token.isCancelled() && page)
                append(*page);
        });
}

void TimelineModel::describeConflict(const TimelineEntry &entry, Row &row) const
{
    auto conflict = readConflict(m_store.reader(), entry.conflict);
    if (!conflict)
        return;
    const ConflictWords words = conflictWords(m_store.reader(), *conflict);
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

TimelineModel::Row TimelineModel::describe(const TimelineEntry &entry) const
{
    const EntryWords words = entryWords(m_store.reader(), m_item, entry);
    Row row;
    row.entry = entry;
    row.text = words.text;
    row.detail = words.detail;
    row.links = words.links;
    if (entry.kind == EntryKind::Conflict)
        describeConflict(entry, row);
    return row;
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
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
    case TextRole: return row.text;
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
        return planned && row.activity.deadline.isValid() && row.activity.deadline.toLongLong() < m_store.clock().now();
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
