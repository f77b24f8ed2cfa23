// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline_model.h"

#include "core/exchange/exchange_texts.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"

#include <QDateTime>

namespace Kartoteka {

namespace {

constexpr int pageEntries = 40;

QDate dayOf(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms).date();
}

const Field *fieldOfColumn(const Schema &schema, qint64 typeId, const QString &column)
{
    for (const Field &field : schema.fields(typeId)) {
        if (field.column == column)
            return &field;
    }
    return nullptr;
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
    using First = std::pair<QList<Activity>, TimelinePage>;
    m_store
        .read<First>(m_load,
                     [item](ReadContext &context) -> Result<First> {
                         auto planned = plannedActivities(context, item);
                         if (!planned)
                             return planned.error();
                         auto page = readTimeline(context, item, {}, pageEntries);
                         if (!page)
                             return page.error();
                         return First{*planned, *page};
                     })
        .then(this, [this, token = m_load](const Result<First> &first) {
            if (!token.isCancelled() && first)
                takeFirst(first->first, first->second);
        });
}

void TimelineModel::takeFirst(const QList<Activity> &planned, const TimelinePage &page)
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
    if (planned.isEmpty()) {
        Row row;
        row.kind = RowKind::NothingPlanned;
        row.text = tr("Nothing is planned. Plan the next step so that the client is not forgotten.");
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

QString TimelineModel::describeChange(const FieldChange &change) const
{
    const SchemaPtr schema = m_store.schema();
    const Field *field = fieldOfColumn(*schema, m_item.type, change.field);
    if (!field)
        return {};
    const TitleSource titles = [this](const ItemRef &ref) { return itemTitle(m_store.reader(), ref); };
    const QString before = valueText(*schema, *field, change.before, titles).left(80);
    const QString after = valueText(*schema, *field, change.after, titles).left(80);
    const QString empty = tr("empty");
    return tr("%1: %2 → %3").arg(displayName(*field), before.isEmpty() ? empty : before, after.isEmpty() ? empty : after);
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
    const SchemaPtr schema = m_store.schema();
    Row row;
    row.entry = entry;
    const auto typeAndTitle = [&](const ItemRef &ref) {
        const EntityType *type = schema->type(ref.type);
        return type ? tr("%1 “%2”", "type and title of an item").arg(displayName(*type), itemTitle(m_store.reader(), ref))
                    : QString();
    };
    switch (entry.kind) {
    case EntryKind::Created: row.text = tr("Created"); break;
    case EntryKind::Imported: row.text = tr("Imported from a file"); break;
    case EntryKind::ConvertedFrom:
        row.text = tr("Made by conversion");
        row.detail = entry.record.isNull() ? QString() : tr("From: %1").arg(typeAndTitle(entry.record));
        row.links = {entry.record};
        break;
    case EntryKind::ConvertedTo: {
        row.text = tr("Converted");
        QStringList made;
        for (const ItemRef &ref : entry.items)
            made << typeAndTitle(ref);
        row.detail = made.join(u'\n');
        row.links = entry.items;
        break;
    }
    case EntryKind::StageChanged:
        row.text = tr("Stage changed");
        row.detail = describeChange(entry.changes.value(0)).section(u": "_s, 1);
        if (entry.inStageMs.isValid() && entry.inStageMs.toLongLong() >= 60'000)
            row.detail += u"  ·  "_s + tr("%1 in the stage").arg(durationText(entry.inStageMs.toLongLong()));
        break;
    case EntryKind::FieldsChanged: {
        row.text = tr("Changed");
        QStringList lines;
        for (const FieldChange &change : entry.changes)
            lines << describeChange(change);
        row.detail = lines.join(u'\n');
        break;
    }
    case EntryKind::Comment: row.text = entry.text; break;
    case EntryKind::ActivityPlanned: row.text = tr("Planned: %1").arg(entry.text); break;
    case EntryKind::ActivityCompleted: row.text = tr("Done: %1").arg(entry.text); break;
    case EntryKind::ActivityRescheduled: row.text = tr("Rescheduled: %1").arg(entry.text); break;
    case EntryKind::ActivityChanged: row.text = tr("Activity changed: %1").arg(entry.text); break;
    case EntryKind::Deleted: row.text = tr("Moved to the recycle bin"); break;
    case EntryKind::Restored: row.text = tr("Restored from the recycle bin"); break;
    case EntryKind::Conflict: describeConflict(entry, row); break;
    case EntryKind::File:
        row.text = entry.text;
        row.detail = QLocale().formattedDataSize(entry.size);
        break;
    case EntryKind::Merged:
        row.text = entry.into ? tr("Merged into another") : tr("Another was merged into this one");
        row.detail = typeAndTitle(entry.record);
        row.links = {entry.record};
        break;
    }
    if (entry.actKind == u"undo")
        row.text += u"  ·  "_s + tr("undo");
    else if (entry.actKind == u"redo")
        row.text += u"  ·  "_s + tr("redo");
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
