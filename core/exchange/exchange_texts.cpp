// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/exchange_texts.h"

#include "core/base/texts.h"
#include "core/exchange/seats.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/money/rates.h"
#include "core/products/product_texts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/product_codes.h"
#include "core/schema/settings.h"

namespace Kartoteka {

namespace {

/// A value of a record that is no item, as people read it.
QString plainText(const Conflict &conflict, const QString &setting, const Value &value)
{
    if (conflict.table == u"rate" && conflict.field == u"value")
        return rateText(value.toLongLong());
    const SettingDef *known = conflict.table == u"setting" ? findSetting(setting) : nullptr;
    return known ? settingText(*known, value.toString()) : value.toString();
}

QString plainField(const QString &column)
{
    static const QHash<QString, const char *> names{{u"name"_s, QT_TRANSLATE_NOOP("Kartoteka", "Name")},
                                                    {u"value"_s, QT_TRANSLATE_NOOP("Kartoteka", "Value")},
                                                    {u"colour"_s, QT_TRANSLATE_NOOP("Kartoteka", "Colour")},
                                                    {u"kind"_s, QT_TRANSLATE_NOOP("Kartoteka", "Kind")},
                                                    {u"probability"_s, QT_TRANSLATE_NOOP("Kartoteka", "Probability")}};
    const char *name = names.value(column);
    return name ? QCoreApplication::translate("Kartoteka", name) : column;
}

/// What names a record: of a rate its currency and day, of a setting what the settings call it.
QString plainName(const QString &table, const QString &name)
{
    if (table == u"rate" || table == u"calendar_day") {
        const QDate day = QDate::fromString(name.section(u' ', -1), Qt::ISODate);
        const QString rest = name.section(u' ', 0, -2);
        const QString shown = QLocale().toString(day, QLocale::ShortFormat);
        return day.isValid() ? (rest.isEmpty() ? shown : rest + u' ' + shown) : name;
    }
    const SettingDef *known = table == u"setting" ? findSetting(name) : nullptr;
    return known ? Texts::tr(known->title) : name;
}

} // namespace

QString recordsName(const Schema &schema, const QString &code)
{
    if (const EntityType *type = schema.type(code))
        return pluralName(*type);
    static const QHash<QString, const char *> names{
        {u"comment"_s, QT_TRANSLATE_NOOP("Kartoteka", "Comments")},
        {u"attachment"_s, QT_TRANSLATE_NOOP("Kartoteka", "Attached files")},
        {u"pin"_s, QT_TRANSLATE_NOOP("Kartoteka", "Pinned entries")},
        {u"notice"_s, QT_TRANSLATE_NOOP("Kartoteka", "Notifications")},
        {u"preset"_s, QT_TRANSLATE_NOOP("Kartoteka", "Saved filters")},
        {u"card_view"_s, QT_TRANSLATE_NOOP("Kartoteka", "Card views")},
        {u"card_view_for"_s, QT_TRANSLATE_NOOP("Kartoteka", "People of card views")},
        {u"card_section"_s, QT_TRANSLATE_NOOP("Kartoteka", "Sections of card views")},
        {u"card_field"_s, QT_TRANSLATE_NOOP("Kartoteka", "Fields in card views")},
        {u"card_tab"_s, QT_TRANSLATE_NOOP("Kartoteka", "Tabs in card views")},
        {u"person_setting"_s, QT_TRANSLATE_NOOP("Kartoteka", "Settings of people")},
        {u"stage_rule"_s, QT_TRANSLATE_NOOP("Kartoteka", "Required fields")},
        {u"tunnel"_s, QT_TRANSLATE_NOOP("Kartoteka", "Tunnels")},
        {u"activity_kind"_s, QT_TRANSLATE_NOOP("Kartoteka", "Kinds of activities")},
        {u"checklist_item"_s, QT_TRANSLATE_NOOP("Kartoteka", "Steps of activities")},
        {u"series_exception"_s, QT_TRANSLATE_NOOP("Kartoteka", "Exceptions of series")},
        {u"resource_hours"_s, QT_TRANSLATE_NOOP("Kartoteka", "Hours of resources")},
        {u"link"_s, QT_TRANSLATE_NOOP("Kartoteka", "Links")},
        {u"product_row"_s, QT_TRANSLATE_NOOP("Kartoteka", "Products of items")},
        {u"user"_s, QT_TRANSLATE_NOOP("Kartoteka", "Users")},
        {u"field"_s, QT_TRANSLATE_NOOP("Kartoteka", "Fields")},
        {u"stage"_s, QT_TRANSLATE_NOOP("Kartoteka", "Stages")},
        {u"pipeline"_s, QT_TRANSLATE_NOOP("Kartoteka", "Pipelines")},
        {u"entity_type"_s, QT_TRANSLATE_NOOP("Kartoteka", "Types")},
        {u"section"_s, QT_TRANSLATE_NOOP("Kartoteka", "Sections")},
        {u"list_value"_s, QT_TRANSLATE_NOOP("Kartoteka", "List values")},
        {u"department"_s, QT_TRANSLATE_NOOP("Kartoteka", "Departments")},
        {u"currency"_s, QT_TRANSLATE_NOOP("Kartoteka", "Currencies")},
        {u"rate"_s, QT_TRANSLATE_NOOP("Kartoteka", "Rates")},
        {u"calendar_day"_s, QT_TRANSLATE_NOOP("Kartoteka", "Days of the calendar")},
        {u"setting"_s, QT_TRANSLATE_NOOP("Kartoteka", "Settings")}};
    const char *name = names.value(code);
    return name ? QCoreApplication::translate("Kartoteka", name) : code;
}

QStringList mergeLines(const Schema &schema, const MergeReport &report)
{
    QStringList lines;
    for (auto it = report.tables.cbegin(); it != report.tables.cend(); ++it) {
        QStringList parts;
        if (it->added > 0)
            parts << Texts::tr("%n new", nullptr, int(it->added));
        if (it->changed > 0)
            parts << Texts::tr("%n changed", nullptr, int(it->changed));
        if (it->deleted > 0)
            parts << Texts::tr("%n deleted", nullptr, int(it->deleted));
        if (!parts.isEmpty())
            lines << Texts::tr("%1: %2").arg(recordsName(schema, it.key()), parts.join(u", "_s));
    }
    if (lines.isEmpty())
        lines << Texts::tr("Nothing changes.");
    return lines + mergeNotes(report);
}

QString trustText(const ExchangeRead &read)
{
    switch (read.trust) {
    case SenderTrust::Known: return {};
    case SenderTrust::Retired: return Texts::tr("The seat %1 was retired here.").arg(read.sender);
    case SenderTrust::Stranger: break;
    }
    return Texts::tr("Nobody here knows who wrote this file; it says “%1”.").arg(read.sender);
}

QString newIdentityText(const CommitNotice &notice)
{
    if (notice.twin && !notice.newSeat.isEmpty())
        return Texts::tr("Another copy of this file was changed under the same name. This one continues as a "
                         "separate seat, %1: numbers of items created here begin with %1. Nothing was lost.")
            .arg(notice.newSeat);
    if (notice.twin)
        return Texts::tr("Another copy of this file was changed under the same name. This one continues under a "
                         "new identity. Nothing was lost.");
    return notice.newSeat.isEmpty()
        ? Texts::tr("This file was restored from a backup. It continues under a new identity so that "
                    "exchange can bring back what it lost.")
        : Texts::tr("This file is a copy of another one. It continues as a separate seat, %1: numbers of "
                    "items created here begin with %1.")
              .arg(notice.newSeat);
}

QStringList mergeNotes(const MergeReport &report)
{
    QStringList lines;
    if (report.conflicts > 0)
        lines << Texts::tr("%n conflict(s): both sides changed the same field. The later change is in effect, the "
                           "other one waits in the timeline.",
                           nullptr, int(report.conflicts));
    if (report.revived > 0)
        lines << Texts::tr("%n deleted record(s) stay, because work on them went on elsewhere.", nullptr,
                           int(report.revived));
    if (report.aside > 0)
        lines << Texts::tr("%n change(s) cannot be applied and were set aside; they are tried again at every reading.",
                           nullptr, int(report.aside));
    lines += report.asideReasons;
    if (report.late > 0)
        lines << Texts::tr("%n change(s) of a clock that is far ahead count as written now.", nullptr, int(report.late));
    for (const Fork &fork : report.forks)
        lines << Texts::tr("Two copies of one database were changed under the name of %1. The changes of both are "
                           "here; those of the second one are now under %2, and it will continue so when it reads "
                           "your next file.")
                     .arg(seatName(fork.named),
                          fork.branch.seat.isEmpty() ? seatName(fork.branch) + u" 2"_s : fork.branch.seat);
    if (report.newIdentity)
        lines << Texts::tr("The file brought back changes that this copy had lost; it continues under a new identity.");
    return lines;
}

QString stateText(const ExchangeRead &read)
{
    switch (read.state) {
    case ExchangeState::Applied: return {};
    case ExchangeState::AlreadyRead: return Texts::tr("Everything in this file is already here. Nothing was changed.");
    case ExchangeState::OwnFile: return Texts::tr("This file was written here; there is nothing to read in it.");
    case ExchangeState::Waiting: break;
    }
    if (read.merged.newIdentity) {
        return Texts::tr("The file builds on changes that this copy has lost: a backup was restored. It continues "
                         "under a new identity. Write a file for %1: the answer brings the lost changes back.")
            .arg(read.sender);
    }
    return Texts::tr("Changes before this file have not come yet (%1). It is put aside and will be read when they have.")
        .arg(read.missing.join(u"; "_s));
}

ConflictWords conflictWords(const ReadContext &context, const Conflict &conflict)
{
    const Schema &schema = *context.schema;
    const RecordTable *table = context.catalog->table(conflict.table);
    const EntityType *type = schema.type(conflict.table);
    ConflictWords words;
    QString recordName;
    const Field *field = nullptr;
    if (table && type) {
        for (const Field &one : schema.fields(type->id)) {
            if (one.column == conflict.field)
                field = schema.field(one.id);
        }
        const ItemRef ref{type->id, conflict.record, {}};
        words.record = Texts::tr("%1 “%2”", "type and title of an item").arg(displayName(*type), itemTitle(context, ref));
    } else if (table) {
        recordName = nameInFile(context, conflict).left(80);
        words.record = Texts::tr("%1: %2").arg(recordsName(schema, conflict.table), plainName(conflict.table, recordName));
    }
    const auto person = [&](qint64 id) {
        const User *user = schema.user(id);
        return user ? user->name : QString();
    };
    words.keptBy = person(conflict.kept.author);
    words.otherBy = person(conflict.other.author);
    if (conflict.field == u"deleted_at") {
        words.field = Texts::tr("Deletion");
        words.kept = Texts::tr("went on with it");
        words.other = Texts::tr("deleted it");
        return words;
    }
    const TitleSource titles = [&](const ItemRef &ref) { return itemTitle(context, ref); };
    const bool isProduct = conflict.table == Codes::productRow;
    const auto text = [&](const Value &value) {
        const QString shown = field ? valueText(schema, *field, value, titles)
            : isProduct             ? productValueText(conflict.field, value)
                                    : plainText(conflict, recordName, value);
        return shown.isEmpty() ? Texts::tr("empty") : shown;
    };
    words.field = field ? displayName(*field) : isProduct ? productColumnName(conflict.field) : plainField(conflict.field);
    words.kept = text(conflict.kept.value);
    words.other = text(conflict.other.value);
    return words;
}

} // namespace Kartoteka
