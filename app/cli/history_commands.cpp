// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/change_json.h"
#include "core/base/texts.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/query/date_span.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/store/change/journal_wish.h"
#include "core/timeline/history.h"
#include "core/timeline/history_queries.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace Kartoteka::Cli {

const Field *fieldOfColumn(const Schema &schema, qint64 typeId, const QString &column)
{
    for (const Field &field : schema.fields(typeId)) {
        if (field.column == column)
            return &field;
    }
    return nullptr;
}

QJsonObject changeJson(const Session &session, qint64 typeId, const FieldChange &change)
{
    const TitleSource numbers = [&](const ItemRef &ref) { return session.number(ref); };
    const Field *field = fieldOfColumn(session.schema(), typeId, change.field);
    if (!field)
        return {{u"field"_s, change.field},
                {u"from"_s, QJsonValue::fromVariant(change.before)},
                {u"to"_s, QJsonValue::fromVariant(change.after)}};
    return {{u"field"_s, field->code},
            {u"from"_s, valueToJson(session.schema(), *field, change.before, numbers)},
            {u"to"_s, valueToJson(session.schema(), *field, change.after, numbers)}};
}

namespace {

/// One line: for people, and for scripts.
struct Line
{
    std::pair<qint64, qint64> place; ///< of its row in the journal
    QJsonObject json;
    QStringList texts; ///< none: people are not told what the program keeps itself
};

/// What --user and --from ask for.
Result<HistoryFilter> wantedHistory(const Session &session)
{
    HistoryFilter filter;
    if (const QString name = session.arguments.value(u"--user"_s); !name.isEmpty()) {
        filter.person = findUser(session.schema(), name);
        if (filter.person == 0)
            return Error{ErrorCode::Usage, Texts::tr("There is no user “%1”.").arg(name), {}, name};
    }
    if (const QString text = session.arguments.value(u"--from"_s); !text.isEmpty()) {
        const QDate today = session.store.clock().localNow().date();
        const auto days = parseDateSpan(text, today, firstDayOfWeek(session.schema()));
        if (!days || !days->first.isValid())
            return Error{ErrorCode::Usage, Texts::tr("“%1” is not a date.").arg(text), {}, text};
        filter.from = days->first.startOfDay().toMSecsSinceEpoch();
    }
    return filter;
}

/// Of the records of one type: what stands beside them in a history is read by itself.
JournalCondition wantedRows(const Session &session, const EntityType &type, const HistoryFilter &filter)
{
    JournalWish wish{.author = filter.person};
    if (const RecordTable *table = session.store.catalog()->table(type.code))
        wish.entities << table->entity;
    if (filter.from != HistoryFilter().from)
        wish.from = filter.from;
    return conditionOf(wish);
}

/// What was written about the activity that word 1 names, also a deleted one.
Result<QList<JournalEntry>> activityEntries(const Session &session, const EntityType &type, const JournalCondition &wanted)
{
    auto id = findByNumber(session.reader(), type.id, session.arguments.words[1].trimmed().toUpper());
    return id ? activityJournal(session.reader(), *id, wanted) : Result<QList<JournalEntry>>(id.error());
}

Result<QList<JournalEntry>> itemEntries(const Session &session, const JournalCondition &wanted)
{
    auto ref = session.item(1);
    if (!ref)
        return ref.error();
    constexpr qint64 any = std::numeric_limits<qint64>::max();
    return journalOf(session.reader().connection, *session.store.catalog(), *ref, any, any, std::numeric_limits<int>::max(),
                     wanted);
}

/// What was written into fields of the items or of the activity, each of them.
QList<Line> fieldLines(const Session &session, const QList<JournalEntry> &entries, const Field *only)
{
    const auto title = [&](const ItemRef &ref) { return itemTitle(session.reader(), ref); };
    QList<Line> lines;
    for (const JournalEntry &entry : entries) {
        const EntityType &type = *session.schema().type(entry.table);
        const RecordTable *table = session.store.catalog()->table(type.code);
        for (const FieldChange &change : entry.fields) {
            if (only && change.field != only->column)
                continue;
            Line line{{entry.at, entry.id}, changeJson(session, type.id, change), {}};
            line.json[u"record"_s] = type.code;
            line.json[u"at"_s] = session.instant(entry.at);
            line.json[u"author"_s] = session.userName(entry.author);
            line.json[u"act"_s] = entry.actKind;
            if (const Field *field = fieldOfColumn(session.schema(), type.id, change.field);
                field && table && isTold(session.schema(), *table, field->column))
                line.texts = {session.moment(entry.at),
                              session.userName(entry.author),
                              displayName(type),
                              displayName(*field),
                              valueText(session.schema(), *field, change.before, title),
                              valueText(session.schema(), *field, change.after, title)};
            lines << line;
        }
    }
    return lines;
}

QString codeOf(HistoryRow::What what)
{
    switch (what) {
    case HistoryRow::What::Made: return u"created"_s;
    case HistoryRow::What::Deleted: return u"deleted"_s;
    case HistoryRow::What::Restored: return u"restored"_s;
    case HistoryRow::What::Gone: return u"deleted_for_good"_s;
    case HistoryRow::What::Field: break;
    }
    return u"changed"_s;
}

/// What became of the comments, activities, product rows, links and files of the item that word 1 names.
Result<QList<Line>> partLines(const Session &session, HistoryFilter filter)
{
    auto item = session.item(1);
    if (!item)
        return item.error();
    const ReadContext context = session.reader();
    filter.partsOnly = true;
    auto page = readHistory(context, *item, filter, {}, std::numeric_limits<int>::max());
    if (!page)
        return page.error();
    QList<Line> lines;
    for (const HistoryRow &row : std::as_const(page->rows)) {
        const HistoryWords words = historyWords(context, row);
        const QString author = session.userName(row.author);
        Line line{{row.at, row.journal}, {}, {}};
        line.json = {{u"record"_s, row.table},  {u"name"_s, words.record}, {u"what"_s, codeOf(row.what)},
                     {u"from"_s, words.before}, {u"to"_s, words.after},    {u"at"_s, session.instant(row.at)},
                     {u"author"_s, author},     {u"act"_s, row.actKind}};
        if (row.what == HistoryRow::What::Field)
            line.json[u"field"_s] = row.change.field;
        line.texts = {session.moment(row.at), author, words.record, words.field, words.before, words.after};
        lines << line;
    }
    return lines;
}

} // namespace

int runHistory(const Session &session)
{
    auto type = session.type(0);
    if (!type)
        return session.output.fail(type.error());
    auto wanted = wantedHistory(session);
    if (!wanted)
        return session.output.fail(wanted.error());
    const QString name = session.arguments.value(u"--field"_s);
    const Field *only = name.isEmpty() ? nullptr : findField(session.schema(), type->id, name);
    if (!only && !name.isEmpty())
        return session.output.fail({ErrorCode::Usage, Texts::tr("There is no field “%1”.").arg(name), {}, name});
    const JournalCondition condition = wantedRows(session, *type, *wanted);
    const auto entries = session.isOfActivity() ? activityEntries(session, *type, condition)
                                                : itemEntries(session, condition);
    if (!entries)
        return session.output.fail(entries.error());
    QList<Line> lines = fieldLines(session, *entries, only);
    if (!only && !session.isOfActivity()) {
        const auto parts = partLines(session, *wanted);
        if (!parts)
            return session.output.fail(parts.error());
        lines += *parts;
    }
    std::ranges::stable_sort(lines, std::ranges::greater(), &Line::place);
    QJsonArray array;
    QList<QStringList> rows;
    for (const Line &line : std::as_const(lines)) {
        array.append(line.json);
        if (!line.texts.isEmpty())
            rows << line.texts;
    }
    session.output.table(
        {Texts::tr("When"), Texts::tr("Who"), Texts::tr("What"), Texts::tr("Field"), Texts::tr("From"), Texts::tr("To")},
        rows);
    session.output.document(array);
    return 0;
}

} // namespace Kartoteka::Cli
