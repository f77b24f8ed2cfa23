// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does in the simulation.
#include "tests/simulation/activity_acts.h"
#include "tests/simulation/booking_acts.h"
#include "tests/simulation/card_acts.h"
#include "tests/simulation/definition_acts.h"
#include "tests/simulation/office_acts.h"
#include "tests/simulation/product_acts.h"
#include "tests/simulation/replica.h"
#include "tests/simulation/timeline_acts.h"

#include "core/exchange/conflicts.h"
#include "core/items/attachments.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/reference_acts.h"
#include "core/leads/conversion.h"
#include "core/leads/merge.h"
#include "core/money/rate_acts.h"
#include "core/people/departments.h"
#include "core/pipeline/stage_acts.h"
#include "core/pipeline/stage_move.h"
#include "core/pipeline/tunnels.h"
#include "core/store/record/contents.h"

#include <QCoreApplication>
#include <QTemporaryFile>

namespace Kartoteka {

namespace {

class Actor
{
public:
    Actor(Replica &replica, QRandomGenerator &random) : m_store(replica.store()), m_random(random) {}

    QString act()
    {
        using Act = QString (Actor::*)();
        static const QList<Act> acts{
            &Actor::create,       &Actor::create,       &Actor::edit,         &Actor::edit,        &Actor::edit,
            &Actor::move,         &Actor::move,         &Actor::comment,      &Actor::plan,        &Actor::activity,
            &Actor::book,         &Actor::remove,       &Actor::restore,      &Actor::tags,        &Actor::phones,
            &Actor::link,         &Actor::order,        &Actor::undo,         &Actor::convert,     &Actor::addField,
            &Actor::addStage,     &Actor::removeStage,  &Actor::renameStage,  &Actor::addType,     &Actor::settle,
            &Actor::redo,         &Actor::merge,        &Actor::attach,       &Actor::detach,      &Actor::setting,
            &Actor::newSetting,   &Actor::purge,        &Actor::rate,         &Actor::rate,        &Actor::currency,
            &Actor::day,          &Actor::day,          &Actor::person,       &Actor::department,  &Actor::removeDepartment,
            &Actor::tunnel,       &Actor::probability,  &Actor::changeField,  &Actor::changeList,  &Actor::changeType,
            &Actor::changeLayout, &Actor::changeLayout, &Actor::changeLayout, &Actor::products,    &Actor::products,
            &Actor::products,     &Actor::pin,          &Actor::unpin,        &Actor::editComment, &Actor::takeBack,
            &Actor::mention,      &Actor::mention,      &Actor::readNotice,   &Actor::series,      &Actor::series,
            &Actor::series,       &Actor::part,         &Actor::handOver,     &Actor::kind,        &Actor::kind,
            &Actor::pipeline,     &Actor::pipeline,     &Actor::preset,       &Actor::preset,      &Actor::remembered,
            &Actor::hold};
        return (this->*acts[m_random.bounded(int(acts.size()))])();
    }

private:
    QString word()
    {
        static const QStringList words{u"Альфа"_s,       u"Beta"_s,   u"Ёлка"_s, u"Delta “q”"_s,
                                       u"line\nbreak"_s, u"Ω mega"_s, u"7"_s};
        return words[m_random.bounded(int(words.size()))] + QString::number(m_random.bounded(50));
    }

    const EntityType *anyType()
    {
        QList<const EntityType *> types;
        for (const EntityType &type : m_store.schema()->types()) {
            if (type.isItem)
                types << &type;
        }
        return types[m_random.bounded(int(types.size()))];
    }

    qint64 anyRow(const QString &table, const QString &where = {})
    {
        auto id = m_store.reader().connection.scalar(
            u"SELECT id FROM %1 %2 ORDER BY uid LIMIT 1 OFFSET (SELECT abs(%3) % max(1, count(*)) FROM %1 %2)"_s
                .arg(table, where)
                .arg(m_random.bounded(1'000'000)));
        return id ? id->toLongLong() : 0;
    }

    ItemRef anyItem(const EntityType *type, bool deleted = false)
    {
        return {
            type->id, anyRow(type->table, deleted ? u"WHERE deleted_at IS NOT NULL"_s : u"WHERE deleted_at IS NULL"_s), {}};
    }

    QString done(const QString &what, Result<ChangeSet> changes)
    {
        if (!changes)
            return what + u" ("_s + changes.error().message + u')';
        auto receipt = m_store.commitAndWait(*changes);
        return receipt ? what : what + u" ("_s + receipt.error().message + u')' + receipt.error().detail;
    }

    QString update(const QString &what, const QString &table, qint64 id, const QList<FieldValue> &values)
    {
        if (id == 0)
            return what + u" (nothing there)"_s;
        ChangeSet changes;
        changes.update(table, id, values);
        return done(what, changes);
    }

    QString create()
    {
        const EntityType *type = anyType();
        QHash<QString, Value> values{{u"title"_s, word()}};
        if (m_store.schema()->field(type->id, u"amount"_s))
            values[u"amount"_s] = toValue(Money{m_random.bounded(100'000), m_random.bounded(2) ? u"RUB"_s : u"USD"_s});
        if (m_store.schema()->field(type->id, u"last_name"_s))
            values[u"last_name"_s] = word();
        if (m_store.schema()->field(type->id, u"phone"_s))
            values[u"phone"_s] = textMembers({u"+7912%1"_s.arg(1'000'000 + m_random.bounded(50))});
        return done(u"create "_s + type->code, planCreate(*m_store.schema(), *type, values));
    }

    QString edit()
    {
        const EntityType *type = anyType();
        QList<Field> fields;
        for (const Field &field : m_store.schema()->fields(type->id)) {
            if (field.editable && !field.multiple
                && (field.type == FieldType::String || field.type == FieldType::Text || field.type == FieldType::Money
                    || field.type == FieldType::Date || field.type == FieldType::Integer))
                fields << field;
        }
        const ItemRef item = anyItem(type);
        if (item.id == 0)
            return u"edit (nothing there)"_s;
        QHash<QString, Value> values;
        for (int i = 0; i < 1 + m_random.bounded(2); ++i) {
            const Field &field = fields[m_random.bounded(int(fields.size()))];
            values[field.code] = field.type == FieldType::Money ? toValue(Money{m_random.bounded(9999), u"RUB"_s})
                : field.type == FieldType::Date                 ? Value(QDate(2026, 1, 1).addDays(m_random.bounded(300)))
                : field.type == FieldType::Integer              ? Value(qint64(m_random.bounded(100)))
                : m_random.bounded(6) == 0 && field.code != u"title" ? Value()
                                                                     : Value(word());
        }
        QList<FieldValue> list;
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            list.append({m_store.schema()->field(type->id, it.key())->column, *it});
        return update(u"edit "_s + type->code, type->code, item.id, list);
    }

    QString move()
    {
        const EntityType *type = anyType();
        const Pipeline *pipeline = type->hasStages ? m_store.schema()->defaultPipeline(type->id) : nullptr;
        const ItemRef item = anyItem(type);
        if (!pipeline || item.id == 0)
            return u"move (nothing there)"_s;
        const QList<Stage> stages = m_store.schema()->stages(pipeline->id);
        return done(u"move "_s + type->code,
                    planMove(m_store.reader(), item, stages[m_random.bounded(int(stages.size()))].id));
    }

    QString comment()
    {
        const ItemRef item = anyItem(anyType(), m_random.bounded(8) == 0);
        if (item.id == 0)
            return u"comment (nothing there)"_s;
        ChangeSet changes;
        changes.create(u"comment"_s, {{u"owner"_s, toValue(item)}, {u"text"_s, word()}});
        return done(u"comment"_s, changes);
    }

    QString pin() { return done(u"pin"_s, randomPin(m_store, anyItem(anyType()), m_random)); }
    QString unpin() { return done(u"unpin"_s, randomUnpin(m_store, m_random)); }
    QString editComment() { return done(u"edit comment"_s, randomCommentChange(m_store, m_random, word())); }
    QString mention()
    {
        const ItemRef item = anyItem(anyType());
        return item.id == 0 ? u"mention (nothing there)"_s
                            : done(u"mention"_s, randomMention(m_store, item, m_random, word()));
    }
    QString handOver()
    {
        const ItemRef item = anyItem(anyType());
        return item.id == 0 ? u"hand over (nothing there)"_s : done(u"hand over"_s, randomHandOver(m_store, item, m_random));
    }
    QString readNotice() { return done(u"read notice"_s, randomReading(m_store, m_random)); }
    QString takeBack() { return done(u"take back"_s, randomTakeBack(m_store, m_random)); }

    QString plan()
    {
        const ItemRef item = anyItem(anyType());
        return item.id == 0 ? u"plan (nothing there)"_s : done(u"plan"_s, randomPlan(m_store, item, m_random, word()));
    }
    QString activity() { return done(u"activity"_s, randomActivityChange(m_store, m_random)); }
    QString book() { return done(u"book"_s, randomBooking(m_store, m_random, word())); }
    QString part() { return done(u"activity part"_s, randomActivityPart(m_store, m_random, word())); }
    QString kind() { return done(u"kind of activities"_s, randomKind(m_store, m_random)); }
    QString pipeline() { return done(u"pipeline"_s, randomPipeline(m_store, *anyType(), m_random, word())); }
    QString preset() { return done(u"preset"_s, randomPreset(m_store, *anyType(), m_random, word())); }
    QString remembered() { return done(u"remember"_s, randomPersonSetting(m_store, m_random, word())); }
    QString series() { return done(u"series"_s, randomSeriesAct(m_store, m_random, word())); }

    QString remove()
    {
        const EntityType *type = anyType();
        return update(u"delete "_s + type->code, type->code, anyItem(type).id, {{u"deleted_at"_s, m_store.clock().now()}});
    }

    QString restore()
    {
        const EntityType *type = anyType();
        return update(u"restore "_s + type->code, type->code, anyItem(type, true).id, {{u"deleted_at"_s, {}}});
    }

    QString members(const QString &what, const QString &code, const QStringList &texts)
    {
        const EntityType *type = m_store.schema()->type(u"lead"_s);
        return update(what, type->code, anyItem(type).id, {{code, textMembers(texts)}});
    }

    QString tags()
    {
        QStringList list;
        for (int i = m_random.bounded(4); i > 0; --i)
            list << u"tag%1"_s.arg(m_random.bounded(6));
        list.removeDuplicates();
        return members(u"tags"_s, u"tags"_s, list);
    }

    QString phones()
    {
        QStringList list;
        for (int i = m_random.bounded(3); i > 0; --i)
            list << u"+7912%1"_s.arg(1'000'000 + m_random.bounded(9));
        list.removeDuplicates();
        return members(u"phones"_s, u"phone"_s, list);
    }

    QString link()
    {
        const ItemRef item = anyItem(m_store.schema()->type(m_random.bounded(2) ? u"deal"_s : u"lead"_s));
        return done(u"link"_s, randomLink(m_store, item, m_random, [this](const QString &type) {
                        return anyItem(type.isEmpty() ? anyType() : m_store.schema()->type(type));
                    }));
    }

    QString order()
    {
        const EntityType *type = m_store.schema()->type(u"deal"_s);
        return update(u"order"_s, type->code, anyItem(type).id, {{u"rank"_s, m_random.generateDouble() * 1000}});
    }

    QString undo()
    {
        auto receipt = m_store.undo().result();
        QCoreApplication::sendPostedEvents(&m_store);
        return receipt ? u"undo"_s : u"undo ("_s + receipt.error().message + u')';
    }

    QString redo()
    {
        auto receipt = m_store.redo().result();
        QCoreApplication::sendPostedEvents(&m_store);
        return receipt ? u"redo"_s : u"redo ("_s + receipt.error().message + u')';
    }

    QString convert()
    {
        const ItemRef lead = anyItem(m_store.schema()->type(u"lead"_s));
        if (lead.id == 0)
            return u"convert (nothing there)"_s;
        ConversionRequest request;
        request.source = lead;
        request.targets = m_random.bounded(2) ? QStringList{u"deal"_s, u"contact"_s} : QStringList{u"company"_s};
        auto planned = planConversion(m_store.reader(), request);
        return planned ? done(u"convert"_s, planned->changes) : u"convert ("_s + planned.error().message + u')';
    }

    QString addField() { return done(u"add field"_s, randomField(m_store, *anyType(), m_random, word())); }
    QString addType() { return done(u"add type"_s, randomType(m_store, m_random, word())); }
    QString changeField() { return done(u"change field"_s, randomFieldChange(m_store, *anyType(), m_random, word())); }
    QString changeList() { return done(u"change list"_s, randomListChange(m_store, m_random, word())); }
    QString changeType() { return done(u"change type"_s, randomTypeChange(m_store, *anyType(), m_random, word())); }

    QString changeLayout() { return done(u"change layout"_s, randomLayoutChange(m_store, *anyType(), m_random, word())); }

    QString addStage()
    {
        const Pipeline *pipeline = m_store.schema()->defaultPipeline(m_store.schema()->type(u"deal"_s)->id);
        if (m_store.schema()->stages(pipeline->id).size() > 12)
            return u"add stage (enough)"_s;
        ChangeSet changes;
        changes.create(u"stage"_s,
                       {{u"pipeline"_s, pipeline->id},
                        {u"code"_s, u"extra_%1"_s.arg(m_random.bounded(100))},
                        {u"name"_s, word()},
                        {u"colour"_s, u"#112233"_s},
                        {u"stage_group"_s, u"in_progress"_s},
                        {u"position"_s, qint64(m_random.bounded(10))}});
        return done(u"add stage"_s, changes);
    }

    QString removeStage()
    {
        // Only an empty one may go, as the stage editor will see to.
        return update(
            u"remove stage"_s, u"stage"_s,
            anyRow(
                u"stage"_s,
                u"WHERE deleted_at IS NULL AND code LIKE 'extra%' AND NOT EXISTS (SELECT 1 FROM deal WHERE deal.stage = stage.id)"_s),
            {{u"deleted_at"_s, m_store.clock().now()}});
    }

    QString renameStage()
    {
        return update(u"rename stage"_s, u"stage"_s, anyRow(u"stage"_s, u"WHERE deleted_at IS NULL"_s),
                      {{u"name"_s, word()}});
    }

    QString probability()
    {
        const qint64 id = anyRow(u"stage"_s, u"WHERE deleted_at IS NULL"_s);
        const Stage *stage = m_store.schema()->stage(id);
        if (!stage)
            return u"probability (nothing there)"_s;
        if (m_random.bounded(2))
            return done(u"required field"_s, randomStageRule(m_store, *stage, m_random));
        const int percent = m_random.bounded(120);
        return done(
            u"probability"_s,
            planProbability(*m_store.schema(), *stage, percent > 100 ? std::optional<int>() : std::optional(percent)));
    }

    /// Between stages of leads and the pipeline of deals, and back: chains and meetings of two seats.
    QString tunnel()
    {
        const SchemaPtr schema = m_store.schema();
        const QList<Tunnel> all = schema->tunnels();
        if (!all.isEmpty() && m_random.bounded(3) == 0)
            return done(u"delete tunnel"_s,
                        planDeleteTunnel(*schema, all[m_random.bounded(int(all.size()))], m_store.clock().now()));
        const bool fromLeads = m_random.bounded(2);
        const qint64 from = schema->defaultPipeline(schema->type(fromLeads ? u"lead"_s : u"deal"_s)->id)->id;
        const qint64 to = schema->defaultPipeline(schema->type(fromLeads ? u"deal"_s : u"lead"_s)->id)->id;
        const QList<Stage> stages = schema->stages(from);
        const QList<Stage> landings = schema->stages(to);
        return done(u"tunnel"_s,
                    planTunnel(m_store.reader(), stages[m_random.bounded(int(stages.size()))].id, to,
                               m_random.bounded(2) ? 0 : landings[m_random.bounded(int(landings.size()))].id));
    }

    QString merge()
    {
        const EntityType *type = anyType();
        const ItemRef keep = anyItem(type);
        MergeRequest request{keep, {}, {}};
        for (int i = 1 + m_random.bounded(2); i > 0; --i)
            request.others << anyItem(type).id;
        request.others.removeAll(keep.id);
        if (keep.id == 0 || request.others.isEmpty())
            return u"merge (nothing there)"_s;
        auto planned = planMerge(m_store.reader(), request, m_store.clock().now());
        return planned ? done(u"merge "_s + type->code, planned->changes) : u"merge ("_s + planned.error().message + u')';
    }

    QString products()
    {
        const EntityType *type = anyType();
        const qint64 product = anyItem(m_store.schema()->type(u"product"_s)).id;
        return done(u"products"_s,
                    randomProducts(m_store, anyItem(type, m_random.bounded(8) == 0), product, m_random, word()));
    }

    /// A few only, so that several name the same.
    QByteArray anyContents() { return {1 + 700 * m_random.bounded(6), char('a' + m_random.bounded(3))}; }

    /// A file in a field: that of another person's hand goes, or both stay where the field holds several.
    QString hold()
    {
        const EntityType *type = m_store.schema()->type(m_random.bounded(2) ? u"contact"_s : u"company"_s);
        const ItemRef ref = anyItem(type);
        const auto item = ref.id == 0 ? Result<Item>(Item()) : readItem(m_store.reader(), ref);
        const Field *field = m_store.schema()->field(type->id, type->code == u"contact" ? u"photo"_s : u"logo"_s);
        if (ref.id == 0 || !item || !field)
            return u"hold (nothing there)"_s;
        const QList<qint64> held = filesIn(*field, item->value(field->code));
        const auto files = readAttachments(m_store.reader(), ref);
        if (!held.isEmpty() && files && m_random.bounded(3) == 0) {
            for (const Attachment &file : *files) {
                if (held.contains(file.id))
                    return done(u"let go"_s, planLetGo(*m_store.schema(), *item, *field, file, m_store.clock().now()));
            }
        }
        QTemporaryFile file;
        if (!file.open() || file.write(anyContents()) < 1 || !file.flush())
            return u"hold (no room)"_s;
        return done(u"hold"_s, planHold(*m_store.schema(), *item, *field, file.fileName(), m_store.clock().now()));
    }

    QString attach()
    {
        const ItemRef item = anyItem(anyType());
        if (item.id == 0)
            return u"attach (nothing there)"_s;
        const QByteArray bytes = anyContents();
        const QString digest = contentDigest(bytes);
        ChangeSet changes;
        changes.kind = u"attach"_s;
        changes.contents.insert(digest, bytes);
        changes.create(
            u"attachment"_s,
            {{u"owner"_s, toValue(item)}, {u"name"_s, word()}, {u"size"_s, qint64(bytes.size())}, {u"digest"_s, digest}});
        return done(u"attach"_s, changes);
    }

    QString detach()
    {
        return update(u"detach"_s, u"attachment"_s, anyRow(u"attachment"_s, u"WHERE deleted_at IS NULL"_s),
                      {{u"deleted_at"_s, m_store.clock().now()}});
    }

    QString setting()
    {
        return update(u"setting"_s, u"setting"_s, anyRow(u"setting"_s, u"WHERE code = 'currency'"_s),
                      {{u"value"_s, m_random.bounded(2) ? u"RUB"_s : u"USD"_s}});
    }

    /// As a program would that makes a setting of its own on each of two seats.
    QString newSetting()
    {
        const QString code = u"week_%1"_s.arg(m_random.bounded(3));
        const qint64 known = anyRow(u"setting"_s, u"WHERE code = '%1'"_s.arg(code));
        if (known != 0)
            return update(u"setting "_s + code, u"setting"_s, known, {{u"value"_s, word()}});
        ChangeSet changes;
        changes.create(u"setting"_s, {{u"code"_s, code}, {u"value"_s, word()}},
                       m_random.bounded(2) ? derivedUid(u"setting", code) : makeUid(m_store.clock().now()));
        return done(u"new setting "_s + code, changes);
    }

    QString rate()
    {
        if (m_random.bounded(3) == 0)
            return update(u"remove rate"_s, u"rate"_s, anyRow(u"rate"_s, u"WHERE deleted_at IS NULL"_s),
                          {{u"deleted_at"_s, m_store.clock().now()}});
        static const QStringList codes{u"EUR"_s, u"KZT"_s, u"JPY"_s};
        const DayRate rate{codes[m_random.bounded(int(codes.size()))], QDate(2026, 3, 1 + m_random.bounded(3)),
                           1 + m_random.bounded(1'000'000)};
        return done(u"rate "_s + rate.currency, planRates(*m_store.schema(), {rate}));
    }

    QString currency() { return done(u"currency"_s, randomCurrency(m_store, m_random)); }
    QString day() { return done(u"day"_s, randomDay(m_store, m_random, word())); }
    QString person() { return done(u"person"_s, randomPerson(m_store, m_random, word())); }
    QString department() { return done(u"department"_s, randomDepartment(m_store, m_random, word())); }

    QString removeDepartment()
    {
        return done(u"remove department"_s,
                    planDeleteDepartment(*m_store.schema(), anyRow(u"department"_s, u"WHERE deleted_at IS NULL"_s),
                                         m_store.clock().now()));
    }

    QString purge()
    {
        const EntityType *type = anyType();
        const ItemRef item = anyItem(type, true);
        if (item.id == 0)
            return u"purge (nothing there)"_s;
        return done(u"purge "_s + type->code, planPurge(m_store.reader(), *type, {item.id}));
    }

    QString settle()
    {
        auto open = openConflicts(m_store.reader(), 20);
        if (!open || open->isEmpty())
            return u"settle (nothing)"_s;
        const Conflict &conflict = (*open)[m_random.bounded(int(open->size()))];
        return done(u"settle"_s, m_random.bounded(2) ? planTakeOther(conflict) : planKeep(conflict));
    }

    Store &m_store;
    QRandomGenerator &m_random;
};

} // namespace

QString randomAct(Replica &replica, QRandomGenerator &random)
{
    return Actor(replica, random).act();
}

} // namespace Kartoteka
