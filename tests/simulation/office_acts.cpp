// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/office_acts.h"

#include "core/items/person_setting.h"
#include "core/money/rate_acts.h"
#include "core/people/departments.h"
#include "core/people/user_acts.h"
#include "core/pipeline/stage_acts.h"
#include "core/query/presets.h"
#include "core/schema/codes.h"
#include "core/worktime/day_acts.h"

namespace Kartoteka {

Result<ChangeSet> randomCurrency(Store &store, QRandomGenerator &random)
{
    static const QStringList codes{u"EUR"_s, u"KZT"_s, u"JPY"_s};
    const QString code = codes[random.bounded(int(codes.size()))];
    return random.bounded(2) ? planAddCurrency(*store.schema(), code)
                             : planRemoveCurrency(store.reader(), code, store.clock().now());
}

Result<ChangeSet> randomDay(Store &store, QRandomGenerator &random, const QString &word)
{
    const QDate date(2026, 6, 10 + random.bounded(4));
    if (random.bounded(3) == 0)
        return planUsualDay(*store.schema(), date, store.clock().now());
    static const QList<CalendarDay::Kind> kinds{CalendarDay::Kind::Off, CalendarDay::Kind::Work, CalendarDay::Kind::Short};
    return planDays({{date, kinds[random.bounded(3)], random.bounded(2) ? word : QString()}});
}

Result<ChangeSet> randomPerson(Store &store, QRandomGenerator &random, const QString &word)
{
    const QList<User> &users = store.schema()->users();
    const bool isNew = users.size() < 6 && random.bounded(3) == 0;
    const qint64 id = isNew ? 0 : users[random.bounded(int(users.size()))].id;
    const QList<Department> &departments = store.schema()->departments();
    QList<QPair<QString, QString>> values{{u"job"_s, word}};
    if (isNew)
        values.append({u"name"_s, word});
    if (random.bounded(2) && !departments.isEmpty())
        values.append({u"department"_s, QString::number(departments[random.bounded(int(departments.size()))].id)});
    if (random.bounded(4) == 0)
        values.append({u"active"_s, random.bounded(2) ? u"yes"_s : u"no"_s});
    if (random.bounded(3) == 0)
        values.append({u"absent_until"_s, QDate(2026, 3, 1 + random.bounded(20)).toString(Qt::ISODate)});
    return planUser(*store.schema(), id, values, store.user());
}

Result<ChangeSet> randomDepartment(Store &store, QRandomGenerator &random, const QString &word)
{
    const QList<Department> &known = store.schema()->departments();
    const auto any = [&] { return known.isEmpty() ? 0 : known[random.bounded(int(known.size()))].id; };
    const QList<User> &users = store.schema()->users();
    DepartmentValues values;
    const qint64 id = known.size() < 5 && random.bounded(2) ? 0 : any();
    if (id == 0 || random.bounded(2))
        values.name = word;
    if (random.bounded(2))
        values.parent = any();
    if (random.bounded(2))
        values.head = users[random.bounded(int(users.size()))].id;
    return planDepartment(*store.schema(), id, values);
}

Result<ChangeSet> randomPipeline(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word)
{
    const SchemaPtr schema = store.schema();
    const QList<Pipeline> pipelines = schema->pipelines(type.id);
    if (!type.hasStages || pipelines.isEmpty())
        return ChangeSet();
    const Pipeline any = pipelines[random.bounded(int(pipelines.size()))];
    switch (random.bounded(5)) {
    case 0:
        return pipelines.size() < 4 ? planAddPipeline(*schema, type.id, word, random.bounded(2) ? any.id : 0) : ChangeSet();
    case 1: return planRenamePipeline(any, word);
    case 2: return planDefaultPipeline(*schema, any);
    case 3: return planDeletePipeline(store.reader(), any.id, store.clock().now());
    default: {
        const QList<Field> fields = fieldsToRequire(*schema, type.id);
        const QList<Stage> stages = schema->stages(any.id);
        if (fields.isEmpty() || stages.isEmpty())
            return ChangeSet();
        const qint64 first = random.bounded(3) ? 0 : stages[random.bounded(int(stages.size()))].id;
        return planRequiredFrom(*schema, fields[random.bounded(int(fields.size()))].id, any.id, first, store.clock().now());
    }
    }
}

Result<ChangeSet> randomPreset(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word)
{
    auto presets = readPresets(store.reader(), type, store.user());
    if (!presets)
        return presets.error();
    presets->removeIf([](const Preset &one) { return one.isBuiltIn(); });
    Preset preset;
    preset.name = word;
    preset.person = random.bounded(2) ? store.user() : 0;
    preset.conditions = {{Codes::title, Comparison::Contains, {word}, 0, {}}};
    if (presets->isEmpty() || (presets->size() < 6 && random.bounded(3) == 0))
        return planSavePreset(type, preset, presets->size() + 1);
    Preset any = (*presets)[random.bounded(int(presets->size()))];
    any.conditions = preset.conditions;
    switch (random.bounded(5)) {
    case 0: return planRenamePreset(any, word);
    case 1: return planChangePreset(any);
    case 2: return planSharePreset(any, random.bounded(2), store.user());
    case 3: return planOrderPresets(*presets);
    default: return planDeletePreset(any, store.clock().now());
    }
}

Result<ChangeSet> randomPersonSetting(Store &store, QRandomGenerator &random, const QString &word)
{
    const QList<User> &users = store.schema()->users();
    return planPersonSetting(*store.schema(), users[random.bounded(int(users.size()))].id,
                             u"remembered.%1"_s.arg(random.bounded(3)), random.bounded(3) ? word : QString());
}

} // namespace Kartoteka
