// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/definition_acts.h"

#include "core/definitions/field_acts.h"
#include "core/definitions/list_acts.h"
#include "core/definitions/type_acts.h"

namespace Kartoteka {

Result<ChangeSet> randomField(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word)
{
    NewField field;
    field.code = u"extra_%1"_s.arg(random.bounded(5));
    field.name = word;
    field.type = random.bounded(2) ? FieldType::String : FieldType::Integer;
    return planAddField(*store.schema(), type, field);
}

Result<ChangeSet> randomType(Store &store, QRandomGenerator &random, const QString &word)
{
    constexpr qsizetype most = 9;
    if (random.bounded(4) != 0 || store.schema()->types().size() > most)
        return ChangeSet();
    NewType type;
    type.code = u"process_%1"_s.arg(random.bounded(3));
    type.name = word;
    type.hasStages = random.bounded(2);
    return planAddType(*store.schema(), type);
}

Result<ChangeSet> randomFieldChange(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word)
{
    const SchemaPtr schema = store.schema();
    QList<Field> own = schema->fields(type.id) + schema->hiddenFields(type.id);
    own.removeIf([](const Field &field) { return field.system; });
    if (own.isEmpty())
        return ChangeSet();
    const Field field = own[random.bounded(int(own.size()))];
    if (field.hidden)
        return planRestoreField(*schema, field);
    if (random.bounded(4) == 0)
        return planDeleteField(*schema, field, store.clock().now());
    FieldSettings settings = settingsOf(field);
    settings.name = word;
    settings.help = random.bounded(2) ? word : QString();
    if (random.bounded(2))
        settings.code = u"extra_%1"_s.arg(random.bounded(5));
    return planEditField(*schema, field, settings);
}

Result<ChangeSet> randomListChange(Store &store, QRandomGenerator &random, const QString &word)
{
    const SchemaPtr schema = store.schema();
    const QList<Field> lists = dictionaries(*schema);
    const Field list = lists[random.bounded(int(lists.size()))];
    const QList<ListValue> values = schema->listValues(list.id);
    const auto any = [&] { return values[random.bounded(int(values.size()))]; };
    const QString colour = u"#%1"_s.arg(random.bounded(0xffffff), 6, 16, QChar(u'0'));
    switch (values.size() < 3 ? 0 : random.bounded(4)) {
    case 0: return planAddListValue(*schema, list, word, colour);
    case 1: return planEditListValue(*schema, any(), word, colour);
    case 2: {
        const ListValue from = any();
        return planMergeListValues(*schema, from, any());
    }
    default: return planDeleteListValue(*schema, any(), store.clock().now());
    }
}

Result<ChangeSet> randomTypeChange(Store &store, const EntityType &type, QRandomGenerator &random, const QString &word)
{
    const SchemaPtr schema = store.schema();
    const QList<EntityType> gone = deletedTypes(*schema);
    if (!gone.isEmpty() && random.bounded(2))
        return planRestoreType(*schema, gone.constFirst());
    if (!isOfProgram(type) && random.bounded(6) == 0)
        return planDeleteType(type, store.clock().now());
    TypeSettings settings = settingsOf(type);
    settings.plural = word;
    settings.isListed = random.bounded(2);
    if (!isOfProgram(type))
        settings.hasClient = random.bounded(2);
    return planEditType(*schema, type, settings, store.clock().now());
}

} // namespace Kartoteka
