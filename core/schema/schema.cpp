// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"

#include "core/schema/settings.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, 19> typeNames{"string",   "text",  "integer", "number",   "money", "boolean", "date",
                                                 "datetime", "list",  "link",    "user",     "file",  "url",     "address",
                                                 "phone",    "email", "tags",    "pipeline", "stage"};

template<typename T>
QHash<qint64, qsizetype> indexById(const QList<T> &list)
{
    QHash<qint64, qsizetype> index;
    index.reserve(list.size());
    for (qsizetype i = 0; i < list.size(); ++i)
        index.insert(list[i].id, i);
    return index;
}

template<typename T>
const T *byId(const QList<T> &list, const QHash<qint64, qsizetype> &index, qint64 id)
{
    const auto it = index.constFind(id);
    return it == index.cend() ? nullptr : &list[*it];
}

template<typename T, typename Predicate>
QList<T> matching(const QList<T> &list, Predicate predicate)
{
    QList<T> out;
    std::copy_if(list.begin(), list.end(), std::back_inserter(out), predicate);
    return out;
}

} // namespace

QString fieldTypeName(FieldType type)
{
    return QString::fromLatin1(typeNames[size_t(type)]);
}

std::optional<FieldType> fieldTypeFromName(const QString &name)
{
    for (size_t i = 0; i < typeNames.size(); ++i) {
        if (name == QLatin1String(typeNames[i]))
            return FieldType(i);
    }
    return std::nullopt;
}

bool holdsTexts(FieldType type)
{
    return type == FieldType::Phone || type == FieldType::Email || type == FieldType::Url || type == FieldType::Tags;
}

bool holdsReference(FieldType type)
{
    return type == FieldType::List || type == FieldType::Link || type == FieldType::User || type == FieldType::Pipeline
        || type == FieldType::File || type == FieldType::Stage;
}

bool hasTitle(FieldType type)
{
    return type == FieldType::Link || type == FieldType::File;
}

QString stageGroupName(StageGroup group)
{
    switch (group) {
    case StageGroup::InProgress: return u"in_progress"_s;
    case StageGroup::Won: return u"won"_s;
    case StageGroup::Lost: return u"lost"_s;
    }
    return {};
}

Schema::Schema(Content content)
    : m_content(std::move(content))
    , m_typeById(indexById(m_content.types))
    , m_fieldById(indexById(m_content.fields))
    , m_stageById(indexById(m_content.stages))
    , m_listValueById(indexById(m_content.listValues))
    , m_userById(indexById(m_content.users))
{
    m_hiddenTypes = matching(m_content.types, [](const EntityType &t) { return t.hidden; });
    m_content.types.removeIf([](const EntityType &t) { return t.hidden; });
    m_typeById = indexById(m_content.types);
    for (qsizetype i = 0; i < m_content.types.size(); ++i)
        m_typeByCode.insert(m_content.types[i].code, i);
    for (const Field &field : std::as_const(m_content.fields))
        if (!field.hidden)
            m_fieldsByType[field.typeId].append(field);
    // The bar's order: the groups one after another, inside a group by position.
    std::stable_sort(m_content.stages.begin(), m_content.stages.end(),
                     [](const Stage &a, const Stage &b) { return a.group < b.group; });
    m_stageById = indexById(m_content.stages);
    // A program that did not know of the dictionary made values for the field itself.
    for (ListValue &value : m_content.listValues)
        value.field = dictionary(value.field);
    // Those that were merged into others stand at the end, in no field and with the uid of the one that stands for them.
    QHash<QUuid, qsizetype> standing;
    for (qsizetype i = 0; i < m_content.listValues.size(); ++i) {
        const ListValue &value = m_content.listValues[i];
        if (value.field != 0)
            standing.insert(value.uid, i);
        else if (const auto it = standing.constFind(value.uid); it != standing.cend())
            m_listValueById[value.id] = *it;
    }
}

const EntityType *Schema::type(qint64 id) const
{
    return byId(m_content.types, m_typeById, id);
}

const EntityType *Schema::type(const QString &code) const
{
    const auto it = m_typeByCode.constFind(code);
    return it == m_typeByCode.cend() ? nullptr : &m_content.types[*it];
}

const QList<Field> &Schema::fields(qint64 typeId) const
{
    static const QList<Field> none;
    const auto it = m_fieldsByType.constFind(typeId);
    return it == m_fieldsByType.cend() ? none : *it;
}

QList<Field> Schema::hiddenFields(qint64 typeId) const
{
    return matching(m_content.fields, [=](const Field &f) { return f.hidden && f.typeId == typeId; });
}

const Field *Schema::field(qint64 id) const
{
    return byId(m_content.fields, m_fieldById, id);
}

const Field *Schema::field(qint64 typeId, const QString &code) const
{
    const QList<Field> &all = fields(typeId);
    auto it = std::find_if(all.begin(), all.end(), [&](const Field &f) { return f.code == code; });
    if (it == all.end()) // as texts call it that were written before it was renamed
        it = std::find_if(all.begin(), all.end(), [&](const Field &f) { return f.formerCodes.contains(code); });
    return it == all.end() ? nullptr : &*it;
}

QList<Pipeline> Schema::pipelines(qint64 typeId) const
{
    return matching(m_content.pipelines, [=](const Pipeline &p) { return p.typeId == typeId; });
}

const Pipeline *Schema::pipeline(qint64 id) const
{
    const auto it = std::find_if(m_content.pipelines.begin(), m_content.pipelines.end(),
                                 [=](const Pipeline &p) { return p.id == id; });
    return it == m_content.pipelines.end() ? nullptr : &*it;
}

const Pipeline *Schema::defaultPipeline(qint64 typeId) const
{
    const Pipeline *first = nullptr;
    for (const Pipeline &p : m_content.pipelines) {
        if (p.typeId != typeId)
            continue;
        if (p.isDefault)
            return &p;
        if (!first)
            first = &p;
    }
    return first;
}

QList<Stage> Schema::stages(qint64 pipelineId) const
{
    return matching(m_content.stages, [=](const Stage &s) { return s.pipeline == pipelineId; });
}

const Stage *Schema::stage(qint64 id) const
{
    return byId(m_content.stages, m_stageById, id);
}

const Stage *Schema::firstStage(qint64 pipelineId) const
{
    const auto it = std::find_if(m_content.stages.begin(), m_content.stages.end(), [=](const Stage &s) {
        return s.pipeline == pipelineId && s.group == StageGroup::InProgress;
    });
    return it == m_content.stages.end() ? nullptr : &*it;
}

const Stage *Schema::wonStage(qint64 pipelineId) const
{
    const auto it = std::find_if(m_content.stages.begin(), m_content.stages.end(),
                                 [=](const Stage &s) { return s.pipeline == pipelineId && s.group == StageGroup::Won; });
    return it == m_content.stages.end() ? nullptr : &*it;
}

QList<Section> Schema::sections(qint64 typeId) const
{
    return matching(m_content.sections, [=](const Section &s) { return s.typeId == typeId; });
}

qint64 Schema::dictionary(qint64 fieldId) const
{
    const Field *own = field(fieldId);
    const Field *shared = own ? field(own->valuesFrom) : nullptr;
    return shared && shared->type == FieldType::List && shared->valuesFrom == 0 ? shared->id : fieldId;
}

QList<ListValue> Schema::listValues(qint64 fieldId) const
{
    return matching(m_content.listValues, [owner = dictionary(fieldId)](const ListValue &v) { return v.field == owner; });
}

const ListValue *Schema::listValue(qint64 id) const
{
    return byId(m_content.listValues, m_listValueById, id);
}

const User *Schema::user(qint64 id) const
{
    return byId(m_content.users, m_userById, id);
}

QList<Field> Schema::requiredFields(qint64 typeId, qint64 stageId) const
{
    QSet<qint64> byRule;
    if (const Stage *target = stage(stageId)) {
        const QList<Stage> order = stages(target->pipeline);
        const auto placeOf = [&order](qint64 id) {
            const auto it = std::find_if(order.begin(), order.end(), [=](const Stage &s) { return s.id == id; });
            return it - order.begin();
        };
        const auto place = placeOf(stageId);
        for (const StageRule &rule : m_content.stageRules) {
            // A stage that is gone stands past the end: such a rule holds no more.
            if (rule.pipeline == target->pipeline && placeOf(rule.firstStage) <= place && place <= placeOf(rule.lastStage))
                byRule.insert(rule.field);
        }
    }
    QList<Field> required;
    for (const Field &field : fields(typeId)) {
        if (field.editable && (field.required || byRule.contains(field.id)))
            required.append(field);
    }
    return required;
}

QString Schema::setting(const QString &code) const
{
    const QString kept = m_content.settings.value(code);
    return kept.isEmpty() ? settingFallback(code) : kept;
}

} // namespace Kartoteka
