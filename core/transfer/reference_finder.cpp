// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/reference_finder.h"
#include "core/base/texts.h"

#include "core/base/fold.h"
#include "core/pipeline/stage_acts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/people_identity.h"
#include "core/store/record/schema_reader.h"

#include <QRegularExpression>

namespace Kartoteka {

ReferenceFinder::ReferenceFinder(SchemaPtr schema, const ImportOptions &options, ReadContext context)
    : m_schema(schema)
    , m_options(options)
    , m_context(context)
    , m_links(std::move(schema), std::move(context), options.preview.isOwn)
{}

void ReferenceFinder::keep()
{
    m_fresh.clear();
    m_links.keep();
}

void ReferenceFinder::discard()
{
    for (const QString &key : std::as_const(m_fresh))
        m_known.remove(key);
    m_fresh.clear();
    m_links.discard();
}

/// What the person chose for a name, else what holds for all names of its kind.
NameChoice ReferenceFinder::choice(const Field &field, const QString &text) const
{
    const auto chosen = m_options.choices.constFind(nameKey(field.code, text));
    if (chosen != m_options.choices.cend())
        return *chosen;
    const bool make = field.type == FieldType::User ? m_options.createUsers
        : field.type == FieldType::List             ? m_options.createValues
                                                    : m_options.createStages;
    return {make ? NameChoice::Act::Make : NameChoice::Act::LeaveOut, 0};
}

Value ReferenceFinder::make(const Field &field, const QString &name, ChangeSet &changes)
{
    const QString trimmed = name.trimmed();
    if (field.type == FieldType::User)
        return QVariant::fromValue(
            changes.create(u"user"_s, {{u"name"_s, trimmed}, {u"active"_s, true}}, personUid(*m_schema, trimmed)));
    // Behind those that the list has, in the order of the file.
    const qint64 dictionary = m_schema->dictionary(field.id);
    if (!m_lastPositions.contains(dictionary)) {
        const QList<ListValue> values = m_schema->listValues(field.id);
        m_lastPositions.insert(dictionary, values.isEmpty() ? 0 : values.constLast().position);
    }
    return QVariant::fromValue(changes.create(u"list_value"_s,
                                              {{u"field"_s, dictionary},
                                               {u"code"_s, fold(trimmed)},
                                               {u"name"_s, trimmed},
                                               {u"position"_s, ++m_lastPositions[dictionary]}}));
}

/// A user or a list value.
Found ReferenceFinder::named(const Field &field, const QString &text, ChangeSet &changes)
{
    const QString key = field.type == FieldType::User ? nameKey(u"user"_s, text) : nameKey(field.code, text);
    if (const auto known = m_known.constFind(key); known != m_known.cend())
        return *known;
    Found found;
    const NameChoice wanted = choice(field, text);
    if (wanted.act == NameChoice::Act::Use)
        found.value = wanted.id;
    else if (const qint64 id = findNamed(*m_schema, field, text); id != 0)
        found.value = id;
    else if (wanted.act == NameChoice::Act::Make)
        found.value = make(field, text, changes);
    else
        found.remark = field.type == FieldType::User
            ? Texts::tr("There is no user “%1”: left empty.").arg(text.trimmed())
            : Texts::tr("The list has no value “%1”: left empty.").arg(text.trimmed());
    m_known.insert(key, found);
    m_fresh << key;
    return found;
}

Found ReferenceFinder::find(const Field &field, const QString &text, ChangeSet &changes)
{
    if (field.type == FieldType::Link)
        return m_links.find(field, text, changes);
    if (field.type == FieldType::File)
        return {{}, Texts::tr("“%1” holds files, which are attached and not imported: left empty.").arg(displayName(field))};
    if (!field.multiple)
        return named(field, text, changes);
    static const QRegularExpression separators(u"\\s*[|,;\\n]\\s*"_s);
    const QStringList names = m_options.preview.isOwn ? splitValues(text) : text.split(separators, Qt::SkipEmptyParts);
    Members members;
    Found all;
    for (const QString &name : names) {
        if (name.trimmed().isEmpty())
            continue;
        const Found found = named(field, name, changes);
        Member member;
        if (found.value.typeId() == QMetaType::QUuid)
            member.ref.uid = found.value.toUuid();
        else
            member.ref.id = found.value.toLongLong();
        if (found.value.isValid() && !members.contains(member))
            members.append(member);
        if (!found.remark.isEmpty())
            all.remark += (all.remark.isEmpty() ? u""_s : u" "_s) + found.remark;
    }
    all.value = membersValue(members);
    return all;
}

Result<qint64> ReferenceFinder::makePipeline(const QString &name, const Commit &commit)
{
    ChangeSet changes = planAddPipeline(*m_schema, m_options.typeId, name);
    if (auto done = commit(std::move(changes)); !done)
        return done.error();
    auto schema = readSchema(m_context.connection);
    if (!schema)
        return schema.error();
    m_schema = *schema;
    return findPipeline(*m_schema, m_options.typeId, name);
}

Result<qint64> ReferenceFinder::makeStage(qint64 pipeline, const QString &name, const Commit &commit)
{
    NewStage stage{name.trimmed(), nextStageColour(*m_schema, pipeline), StageGroup::InProgress, 0};
    for (const Stage &other : m_schema->stages(pipeline)) {
        if (other.group == StageGroup::InProgress)
            stage.after = other.id; // behind those that are there
    }
    auto changes = planAddStage(*m_schema, pipeline, stage);
    if (!changes)
        return changes.error();
    if (auto done = commit(std::move(*changes)); !done)
        return done.error();
    auto schema = readSchema(m_context.connection);
    if (!schema)
        return schema.error();
    m_schema = *schema;
    return findStage(*m_schema, m_options.typeId, pipeline, name);
}

Result<ReferenceFinder::Place> ReferenceFinder::place(const QString &pipelineName, const QString &stageName,
                                                      const Commit &commit)
{
    const QString key = fold(pipelineName) + u'/' + fold(stageName);
    if (const auto known = m_places.constFind(key); known != m_places.cend())
        return *known;
    Place place;
    const Field *pipelineField = m_schema->field(m_options.typeId, Codes::pipeline);
    const Field *stageField = m_schema->field(m_options.typeId, Codes::stage);
    qint64 pipeline = 0;
    if (!pipelineName.trimmed().isEmpty() && pipelineField) {
        const NameChoice wanted = choice(*pipelineField, pipelineName);
        pipeline = findPipeline(*m_schema, m_options.typeId, pipelineName);
        if (wanted.act == NameChoice::Act::Use)
            pipeline = wanted.id;
        const EntityType *type = m_schema->type(m_options.typeId);
        if (pipeline == 0 && wanted.act == NameChoice::Act::Make && type->hasPipelines && !m_options.dryRun) {
            auto made = makePipeline(pipelineName.trimmed(), commit);
            if (!made)
                return made.error();
            pipeline = *made;
        } else if (pipeline == 0 && wanted.act != NameChoice::Act::Make) {
            place.remarks.append(
                {Codes::pipeline,
                 Texts::tr("There is no pipeline “%1”: the default one was used.").arg(pipelineName.trimmed())});
        }
        if (pipeline != 0)
            place.values.insert(Codes::pipeline, pipeline);
    }
    if (!stageName.trimmed().isEmpty() && stageField) {
        const Pipeline *fallback = m_schema->defaultPipeline(m_options.typeId);
        const qint64 home = pipeline != 0 ? pipeline : fallback ? fallback->id : 0;
        const NameChoice wanted = choice(*stageField, stageName);
        qint64 stage = findStage(*m_schema, m_options.typeId, home, stageName);
        if (stage == 0 && pipelineName.trimmed().isEmpty())
            stage = findStage(*m_schema, m_options.typeId, 0, stageName);
        if (wanted.act == NameChoice::Act::Use) {
            const Stage *chosen = m_schema->stage(wanted.id);
            stage = chosen && chosen->pipeline != home && pipeline != 0 ? counterpart(*m_schema, *chosen, home) : wanted.id;
        }
        const auto outcome = outcomeMeant(stageName);
        if (stage == 0 && outcome && home != 0) {
            const QList<Stage> stages = m_schema->stages(home);
            const auto meant = std::find_if(stages.begin(), stages.end(),
                                            [&](const Stage &s) { return s.group == *outcome; });
            if (meant != stages.end()) {
                stage = meant->id;
                place.remarks.append({Codes::stage,
                                      Texts::tr("“%1” was read as the stage “%2”.")
                                          .arg(stageName.trimmed(), displayName(*m_schema, *meant))});
            }
        }
        if (stage == 0 && wanted.act == NameChoice::Act::Make && home != 0 && !m_options.dryRun) {
            auto made = makeStage(home, stageName, commit);
            if (!made)
                return made.error();
            stage = *made;
        } else if (stage == 0 && wanted.act != NameChoice::Act::Make) {
            place.remarks.append(
                {Codes::stage, Texts::tr("There is no stage “%1”: the first one was used.").arg(stageName.trimmed())});
        }
        if (stage != 0)
            place.values.insert(Codes::stage, stage);
    }
    // A stage that was taken for a known one is told once, what is left out in every row.
    Place later = place;
    later.remarks.removeIf([&](const std::pair<QString, QString> &r) {
        return r.first == Codes::stage && place.values.contains(Codes::stage);
    });
    m_places.insert(key, later);
    return place;
}

} // namespace Kartoteka
