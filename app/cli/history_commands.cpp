// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/change_json.h"
#include "core/base/texts.h"
#include "core/items/date_parse.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/store/change/journal_wish.h"
#include "core/timeline/history_queries.h"

#include <QJsonArray>

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

/// What --user and --from ask for.
Result<JournalCondition> wantedHistory(const Session &session)
{
    JournalWish wish;
    if (const QString name = session.arguments.value(u"--user"_s); !name.isEmpty()) {
        wish.author = findUser(session.schema(), name);
        if (wish.author == 0)
            return Error{ErrorCode::Usage, Texts::tr("There is no user “%1”.").arg(name), {}, name};
    }
    if (const QString text = session.arguments.value(u"--from"_s); !text.isEmpty()) {
        const auto day = parseDate(text);
        if (!day)
            return Error{ErrorCode::Usage, Texts::tr("“%1” is not a date.").arg(text), {}, text};
        wish.from = day->startOfDay().toMSecsSinceEpoch();
    }
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
    auto entries = journalOf(session.reader().connection, *session.store.catalog(), *ref, any, any,
                             std::numeric_limits<int>::max(), wanted);
    if (entries) {
        entries->removeIf([&](const JournalEntry &entry) {
            const EntityType *type = session.schema().type(entry.table);
            return !type || !type->isItem;
        });
    }
    return entries;
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
    const auto entries = session.isOfActivity() ? activityEntries(session, *type, *wanted) : itemEntries(session, *wanted);
    if (!entries)
        return session.output.fail(entries.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const JournalEntry &entry : *entries) {
        const qint64 typeId = session.schema().type(entry.table)->id;
        for (const FieldChange &change : entry.fields) {
            if (only && change.field != only->column)
                continue;
            QJsonObject one = changeJson(session, typeId, change);
            one[u"at"_s] = session.instant(entry.at);
            one[u"author"_s] = session.userName(entry.author);
            one[u"act"_s] = entry.actKind;
            array.append(one);
            // People are told what people change; what the program keeps itself is for scripts.
            const Field *field = fieldOfColumn(session.schema(), typeId, change.field);
            if (!field || !field->editable)
                continue;
            const auto text = [&](const Value &v) {
                return valueText(session.schema(), *field, v,
                                 [&](const ItemRef &r) { return itemTitle(session.reader(), r); });
            };
            rows.append({session.moment(entry.at), session.userName(entry.author), displayName(*field), text(change.before),
                         text(change.after)});
        }
    }
    session.output.table({Texts::tr("When"), Texts::tr("Who"), Texts::tr("Field"), Texts::tr("From"), Texts::tr("To")},
                         rows);
    session.output.document(array);
    return 0;
}

} // namespace Kartoteka::Cli
