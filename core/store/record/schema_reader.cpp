// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record/schema_reader.h"

#include "core/base/fold.h"
#include "core/base/uid.h"
#include "core/schema/code_ending.h"
#include "core/schema/codes.h"
#include "core/schema/system_codes.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace Kartoteka {

namespace {

/// What stands at one place is read in the order of identities, which travel: row ids differ from seat to seat.
template<typename T, typename Read>
Result<void> readAll(Connection &connection, const QString &sql, QList<T> &out, Read read)
{
    auto cursor = connection.query(sql);
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        T record;
        record.id = cursor->integer(0);
        record.uid = uidFromBytes(cursor->bytes(1));
        read(*cursor, record);
        out.append(std::move(record));
    }
    return {};
}

/// What pipelines, stages, sections and values of lists begin with: what they belong to, a code and a name.
template<typename T>
void readHead(const Cursor &c, T &record, qint64 T::*parent)
{
    record.*parent = c.integer(2);
    record.code = c.text(3);
    record.name = c.text(4);
}

StageGroup groupFromName(const QString &name)
{
    return name == u"won" ? StageGroup::Won : name == u"lost" ? StageGroup::Lost : StageGroup::InProgress;
}

/// What is yes or no of a record as the bits of one number, the first column its lowest: a large office has thousands of fields,
/// and every value that is read costs.
QString asOneNumber(const QStringList &columns)
{
    QStringList bits;
    for (qsizetype i = 0; i < columns.size(); ++i)
        bits << u"(ifnull(%1, 0) <> 0) * %2"_s.arg(columns[i]).arg(1 << i);
    return bits.join(u" + "_s);
}

Result<void> readTypes(Connection &connection, Schema::Content &content)
{
    auto done = readAll(
        connection,
        u"SELECT id, uid, code, name, table_name, icon, position, is_item, has_stages, has_pipelines, "
        "has_client, has_products, has_activities, converts_to, deleted_at IS NOT NULL, name_plural, colour, "
        "title_pattern, coalesce(is_listed, 1) FROM entity_type "
        "ORDER BY position, uid"_s,
        content.types, [](const Cursor &c, EntityType &t) {
            t.code = c.text(2);
            t.name = c.text(3);
            t.table = c.text(4);
            t.icon = c.text(5);
            t.position = int(c.integer(6));
            t.isItem = c.integer(7) != 0;
            t.hasStages = c.integer(8) != 0;
            t.hasPipelines = c.integer(9) != 0;
            t.hasClient = c.integer(10) != 0;
            t.hasProducts = c.integer(11) != 0;
            t.hasActivities = c.integer(12) != 0;
            t.convertsTo = c.text(13).split(u',', Qt::SkipEmptyParts);
            t.hidden = c.integer(14) != 0;
            t.plural = c.text(15);
            t.colour = c.text(16);
            t.titlePattern = c.text(17);
            t.listed = c.integer(18) != 0;
        });
    if (!done)
        return done;
    return readAll(
        connection,
        u"SELECT id, uid, entity_type, code, name, type, %1, column_name, target, section, position, values_from, "
        "default_value, uniqueness, help, former_codes FROM field ORDER BY entity_type, position, uid"_s.arg(
            asOneNumber({u"multiple"_s, u"required"_s, u"indexed"_s, u"system"_s, u"editable"_s, u"significant"_s,
                         u"deleted_at"_s, u"as_tab"_s})),
        content.fields, [](const Cursor &c, Field &f) {
            f.typeId = c.integer(2);
            f.code = c.text(3);
            f.name = c.text(4);
            f.type = fieldTypeFromName(c.text(5)).value_or(FieldType::String);
            const qint64 yes = c.integer(6);
            f.multiple = yes & 1;
            f.required = yes & 2;
            f.indexed = yes & 4;
            f.system = yes & 8;
            f.editable = yes & 16;
            f.significant = yes & 32;
            f.hidden = yes & 64;
            f.asTab = yes & 128;
            f.column = c.text(7);
            f.target = c.text(8);
            f.section = c.integer(9);
            f.position = int(c.integer(10));
            f.valuesFrom = c.integer(11);
            f.defaultValue = c.text(12);
            f.uniqueness = c.text(13);
            f.help = c.text(14);
            f.formerCodes = c.text(15).split(u',', Qt::SkipEmptyParts);
        });
}

Result<void> readStages(Connection &connection, Schema::Content &content)
{
    auto done = readAll(connection,
                        u"SELECT id, uid, entity_type, code, name, position, is_default FROM pipeline "
                        "WHERE deleted_at IS NULL ORDER BY position, uid"_s,
                        content.pipelines, [](const Cursor &c, Pipeline &p) {
                            readHead(c, p, &Pipeline::typeId);
                            p.position = int(c.integer(5));
                            p.isDefault = c.integer(6) != 0;
                        });
    if (!done)
        return done;
    return readAll(connection,
                   u"SELECT id, uid, pipeline, code, name, colour, stage_group, position, probability FROM stage "
                   "WHERE deleted_at IS NULL ORDER BY pipeline, position, uid"_s,
                   content.stages, [](const Cursor &c, Stage &s) {
                       readHead(c, s, &Stage::pipeline);
                       s.colour = c.text(5);
                       s.group = groupFromName(c.text(6));
                       s.position = int(c.integer(7));
                       if (!c.isNull(8))
                           s.probability = int(c.integer(8));
                   });
}

/// A type is as its fields let it be: without a stage it has none, and without a title nobody can work with it. Such types
/// come from files only; they keep their tables.
void trimTypes(Schema::Content &content)
{
    struct Bearing
    {
        bool title = false;
        bool stage = false;
        bool pipeline = false;
    };
    QHash<qint64, Bearing> bearings;
    for (const Field &f : std::as_const(content.fields)) {
        if (f.multiple)
            continue;
        if (f.type == FieldType::String && f.column == Codes::title)
            bearings[f.typeId].title = true;
        else if (f.type == FieldType::Stage && !f.hidden && f.column == Codes::stage)
            bearings[f.typeId].stage = true;
        else if (f.type == FieldType::Pipeline && !f.hidden && f.column == Codes::pipeline)
            bearings[f.typeId].pipeline = true;
    }
    for (EntityType &type : content.types) {
        const Bearing has = bearings.value(type.id);
        type.hasStages = type.hasStages && has.stage && has.pipeline;
        type.hasPipelines = type.hasPipelines && type.hasStages;
        type.hidden = type.hidden || (type.isItem && !has.title);
    }
}

/// Two seats may give a code to two values of one list: the program's own has it, else the first that was made.
void tellApart(const QList<ListValue *> &values)
{
    const auto isBefore = [](const ListValue &a, const ListValue &b) {
        const QByteArray one = uidBytes(a.uid);
        const QByteArray other = uidBytes(b.uid);
        return isBuiltIn(one) == isBuiltIn(other) ? one < other : isBuiltIn(one);
    };
    QHash<std::pair<qint64, QString>, ListValue *> called;
    for (ListValue *value : values) {
        ListValue *&first = called[{value->field, value->code}];
        if (!first) {
            first = value;
            continue;
        }
        ListValue *later = isBefore(*value, *first) ? std::exchange(first, value) : value;
        later->code = codeWithSuffix(later->code, later->uid);
    }
}

/// Values of lists; behind them, in no field, those that were merged into one that stands, each as that one under its own id.
Result<void> readListValues(Connection &connection, Schema::Content &content)
{
    struct Stored : ListValue
    {
        qint64 mergedInto = 0;
        bool isDeleted = false;
    };
    QList<Stored> all;
    auto done = readAll(connection,
                        u"SELECT id, uid, field, code, name, colour, position, merged_into, deleted_at IS NOT NULL "
                        "FROM list_value WHERE deleted_at IS NULL OR merged_into IS NOT NULL ORDER BY position, uid"_s,
                        all, [](const Cursor &c, Stored &v) {
                            readHead(c, static_cast<ListValue &>(v), &ListValue::field);
                            v.colour = c.text(5);
                            v.position = int(c.integer(6));
                            v.mergedInto = c.integer(7);
                            v.isDeleted = c.integer(8) != 0;
                        });
    if (!done)
        return done;
    QHash<qint64, const Stored *> byId;
    for (const Stored &value : std::as_const(all))
        byId.insert(value.id, &value);
    // Where two merged in a circle, each in its own file, the one with the lowest uid stands. No way is gone twice: files of others
    // may have merged thousands of values one into the next.
    QHash<const Stored *, const Stored *> known;
    const auto standingFor = [&byId, &known](const Stored *value) {
        QList<const Stored *> way;
        QSet<const Stored *> onWay;
        while (value && value->mergedInto != 0 && !known.contains(value) && !onWay.contains(value)) {
            way << value;
            onWay.insert(value);
            value = byId.value(value->mergedInto);
        }
        if (const auto found = known.constFind(value); found != known.cend())
            value = *found;
        else if (value && value->mergedInto != 0)
            value = *std::min_element(way.cbegin() + way.indexOf(value), way.cend(),
                                      [](const Stored *a, const Stored *b) { return uidBytes(a->uid) < uidBytes(b->uid); });
        for (const Stored *one : std::as_const(way))
            known.insert(one, value);
        return value;
    };
    QList<ListValue *> standingThemselves;
    for (Stored &value : all) {
        if (value.mergedInto == 0 && !value.isDeleted)
            standingThemselves << &value;
    }
    tellApart(standingThemselves);
    QList<ListValue> merged;
    for (const Stored &value : std::as_const(all)) {
        const Stored *standing = standingFor(&value);
        if (standing == &value && !value.isDeleted) {
            content.listValues.append(value);
        } else if (standing && standing != &value && !standing->isDeleted) {
            ListValue alias = *standing;
            alias.id = value.id;
            alias.field = 0;
            merged.append(alias);
        }
    }
    content.listValues += merged;
    return {};
}

Result<void> readRest(Connection &connection, Schema::Content &content)
{
    auto done = readAll(connection,
                        u"SELECT id, uid, entity_type, code, name, position FROM section "
                        "WHERE deleted_at IS NULL ORDER BY position, uid"_s,
                        content.sections, [](const Cursor &c, Section &s) {
                            readHead(c, s, &Section::typeId);
                            s.position = int(c.integer(5));
                        });
    if (done)
        done = readListValues(connection, content);
    if (done) {
        done = readAll(connection,
                       u"SELECT id, uid, login, name, active, department, job, phone, email, absent_from, absent_until "
                       "FROM user_account WHERE deleted_at IS NULL ORDER BY uid"_s,
                       content.users, [](const Cursor &c, User &u) {
                           u.login = c.text(2);
                           u.name = c.text(3);
                           u.active = c.integer(4) != 0;
                           u.department = c.integer(5);
                           u.job = c.text(6);
                           u.phone = c.text(7);
                           u.email = c.text(8);
                           u.absentFrom = QDate::fromString(c.text(9), Qt::ISODate);
                           u.absentUntil = QDate::fromString(c.text(10), Qt::ISODate);
                       });
        // As people look for one another; those of one name everywhere alike.
        std::ranges::stable_sort(content.users, {}, [](const User &user) { return fold(user.name); });
    }
    if (done) {
        done = readAll(connection,
                       u"SELECT id, uid, field, pipeline, first_stage, last_stage FROM stage_rule "
                       "WHERE deleted_at IS NULL ORDER BY uid"_s,
                       content.stageRules, [](const Cursor &c, StageRule &r) {
                           r.field = c.integer(2);
                           r.pipeline = c.integer(3);
                           r.firstStage = c.integer(4);
                           r.lastStage = c.integer(5);
                       });
    }
    if (!done)
        return done;
    auto cursor = connection.query(u"SELECT code, value FROM setting"_s);
    if (!cursor)
        return cursor.error();
    while (cursor->next())
        content.settings.insert(cursor->text(0), cursor->text(1));
    return {};
}

/// An index of a large table is made when there is time for it: until then the field has none.
Result<void> trimIndexes(Connection &connection, Schema::Content &content)
{
    QSet<QString> standing;
    {
        auto cursor = connection.query(u"SELECT name FROM sqlite_master WHERE type = 'index'"_s);
        if (!cursor)
            return cursor.error();
        while (cursor->next())
            standing.insert(cursor->text(0));
    }
    QHash<qint64, QString> tables;
    for (const EntityType &type : std::as_const(content.types))
        tables.insert(type.id, type.table);
    for (Field &field : content.fields)
        field.indexed = field.indexed && standing.contains(tables.value(field.typeId) + u'_' + field.column);
    return {};
}

CalendarDay::Kind dayKind(const QString &name)
{
    return name == u"work" ? CalendarDay::Kind::Work : name == u"short" ? CalendarDay::Kind::Short : CalendarDay::Kind::Off;
}

Result<void> readOffice(Connection &connection, Schema::Content &content)
{
    auto done = readAll(connection,
                        u"SELECT id, uid, name, parent, head, position FROM department "
                        "WHERE deleted_at IS NULL ORDER BY position, uid"_s,
                        content.departments, [](const Cursor &c, Department &d) {
                            d.name = c.text(2);
                            d.parent = c.integer(3);
                            d.head = c.integer(4);
                            d.position = int(c.integer(5));
                        });
    if (done) {
        done = readAll(connection,
                       u"SELECT id, uid, code, position FROM currency WHERE deleted_at IS NULL ORDER BY position, uid"_s,
                       content.currencies, [](const Cursor &c, Currency &currency) {
                           currency.code = c.text(2);
                           currency.position = int(c.integer(3));
                       });
    }
    if (done) {
        done = readAll(connection,
                       u"SELECT id, uid, day, kind, name FROM calendar_day WHERE deleted_at IS NULL ORDER BY day, uid"_s,
                       content.calendarDays, [](const Cursor &c, CalendarDay &d) {
                           d.day = QDate::fromString(c.text(2), Qt::ISODate);
                           d.kind = dayKind(c.text(3));
                           d.name = c.text(4);
                       });
    }
    if (!done)
        return done;
    return readAll(connection,
                   u"SELECT id, uid, from_stage, to_pipeline, to_stage FROM tunnel WHERE deleted_at IS NULL ORDER BY uid"_s,
                   content.tunnels, [](const Cursor &c, Tunnel &t) {
                       t.fromStage = c.integer(2);
                       t.toPipeline = c.integer(3);
                       t.toStage = c.integer(4);
                   });
}

/// "none" says that there is nothing, where nothing says that it is as the program has it.
std::optional<QString> textOrNone(const Cursor &c, int column)
{
    if (c.isNull(column))
        return std::nullopt;
    const QString text = c.text(column);
    return text == u"none" ? QString() : text;
}

Result<void> readActivityKinds(Connection &connection, Schema::Content &content)
{
    return readAll(
        connection,
        u"SELECT id, uid, value, icon, duration, reminders, deadline, blocks, suggests, suggests_after, asks_result, "
        "reminds_participants FROM activity_kind WHERE deleted_at IS NULL ORDER BY uid"_s,
        content.activityKinds, [](const Cursor &c, ActivityKind &k) {
            k.value = c.integer(2);
            k.icon = textOrNone(c, 3);
            if (!c.isNull(4))
                k.duration = int(c.integer(4));
            k.reminders = textOrNone(c, 5);
            k.deadline = textOrNone(c, 6);
            if (const auto blocks = textOrNone(c, 7))
                k.blocks = blocks->split(u',', Qt::SkipEmptyParts);
            if (!c.isNull(8))
                k.suggests = c.integer(8);
            k.suggestsAfter = textOrNone(c, 9);
            if (!c.isNull(10))
                k.asksResult = c.integer(10) != 0;
            if (!c.isNull(11))
                k.remindsParticipants = c.integer(11) != 0;
        });
}

} // namespace

Result<SchemaPtr> readSchema(Connection &connection, Indexes indexes)
{
    Schema::Content content;
    for (auto *read : {readTypes, readStages, readRest, readOffice, readActivityKinds}) {
        if (auto done = read(connection, content); !done)
            return done.error();
    }
    trimTypes(content);
    if (indexes == Indexes::Standing) {
        if (auto done = trimIndexes(connection, content); !done)
            return done.error();
    }
    return SchemaPtr(std::make_shared<const Schema>(std::move(content)));
}

} // namespace Kartoteka
