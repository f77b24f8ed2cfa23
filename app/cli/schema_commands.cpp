// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stage_words.h"
#include "core/base/texts.h"
#include "core/definitions/settings_file.h"
#include "core/definitions/type_acts.h"
#include "core/items/setting_acts.h"
#include "core/schema/builtin_names.h"
#include "core/schema/number_patterns.h"
#include "core/schema/settings.h"
#include "core/store/file/output_file.h"

#include <QFile>
#include <QJsonArray>

namespace Kartoteka::Cli {

namespace {

/// "lead.source"
QString fullCode(const Schema &schema, const Field &field)
{
    const EntityType *type = schema.type(field.typeId);
    return type ? type->code + u'.' + field.code : field.code;
}

} // namespace

int runTypes(const Session &session)
{
    const bool isOfDeleted = session.arguments.has(u"--deleted"_s);
    QJsonArray array;
    QList<QStringList> rows;
    for (const EntityType &type : isOfDeleted ? deletedTypes(session.schema()) : session.schema().types()) {
        array.append(QJsonObject{{u"code"_s, type.code},
                                 {u"name"_s, displayName(type)},
                                 {u"plural"_s, pluralName(type)},
                                 {u"icon"_s, type.icon},
                                 {u"colour"_s, type.colour},
                                 {u"title"_s, type.titlePattern},
                                 {u"number"_s, numberPattern(session.schema(), type)},
                                 {u"listed"_s, type.listed},
                                 {u"has_stages"_s, type.hasStages},
                                 {u"has_pipelines"_s, type.hasPipelines},
                                 {u"has_client"_s, type.hasClient},
                                 {u"has_products"_s, type.hasProducts},
                                 {u"has_activities"_s, type.hasActivities},
                                 {u"converts_to"_s, QJsonArray::fromStringList(type.convertsTo)}});
        rows.append({type.code, displayName(type)});
    }
    session.output.table({Texts::tr("Code"), Texts::tr("Name")}, rows);
    session.output.document(array);
    return 0;
}

namespace {

/// What is said of a field, as `field set` takes it.
QJsonObject fieldJson(const Schema &schema, const Field &field)
{
    QJsonObject one{{u"code"_s, field.code},
                    {u"name"_s, displayName(field)},
                    {u"type"_s, fieldTypeName(field.type)},
                    {u"multiple"_s, field.multiple || holdsTexts(field.type)},
                    {u"required"_s, field.required},
                    {u"editable"_s, field.editable},
                    {u"custom"_s, !field.system},
                    {u"default"_s, field.defaultValue},
                    {u"unique"_s, field.uniqueness},
                    {u"hint"_s, field.help},
                    {u"timeline"_s, field.significant}};
    for (const Section &section : schema.sections(field.typeId)) {
        if (section.id == field.section)
            one[u"section"_s] = displayName(section);
    }
    if (field.type == FieldType::List) {
        QJsonArray values;
        for (const ListValue &value : schema.listValues(field.id))
            values.append(
                QJsonObject{{u"code"_s, value.code}, {u"name"_s, displayName(schema, value)}, {u"colour"_s, value.colour}});
        one[u"values"_s] = values;
        if (const qint64 shared = schema.dictionary(field.id); shared != field.id)
            one[u"values_from"_s] = fullCode(schema, *schema.field(shared));
    }
    if (field.type == FieldType::Link) {
        one[u"target"_s] = field.target;
        one[u"tab"_s] = field.asTab;
    }
    return one;
}

} // namespace

int runFields(const Session &session)
{
    auto type = session.type(0);
    if (!type)
        return session.output.fail(type.error());
    const Schema &schema = session.schema();
    const bool isOfDeleted = session.arguments.has(u"--deleted"_s);
    QJsonArray array;
    QList<QStringList> rows;
    for (const Field &field : isOfDeleted ? schema.hiddenFields(type->id) : schema.fields(type->id)) {
        array.append(fieldJson(schema, field));
        rows.append({field.code, displayName(field), fieldTypeName(field.type), field.required ? u"*"_s : QString()});
    }
    session.output.table({Texts::tr("Code"), Texts::tr("Name"), Texts::tr("Type"), Texts::tr("Required")}, rows);
    session.output.document(array);
    return 0;
}

int runStages(const Session &session)
{
    auto type = session.type(0);
    if (!type)
        return session.output.fail(type.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const Pipeline &pipeline : session.schema().pipelines(type->id)) {
        auto totals = stageTotals(session.reader(), pipeline.id);
        if (!totals)
            return session.output.fail(totals.error());
        for (const Stage &stage : session.schema().stages(pipeline.id)) {
            const qint64 count = totals->value(stage.id).count;
            QJsonObject one = stageJson(session.schema(), stage);
            one[u"count"_s] = count;
            array.append(one);
            rows.append({displayName(pipeline), stage.code, displayName(session.schema(), stage),
                         stageGroupName(stage.group), QString::number(count)});
        }
    }
    session.output.table(
        {Texts::tr("Pipeline"), Texts::tr("Code"), Texts::tr("Name"), Texts::tr("Group"), Texts::tr("Items")}, rows);
    session.output.document(array);
    return 0;
}

int runSettings(const Session &session)
{
    QList<QPair<QString, QString>> values;
    QStringList asked;
    for (const QString &word : session.arguments.words) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 0 && findSetting(word)) {
            asked << word;
            continue;
        }
        if (equals < 0 && !word.isEmpty())
            return session.output.fail({ErrorCode::Usage, Texts::tr("There is no setting “%1”.").arg(word), {}, word});
        if (equals <= 0)
            return session.output.fail({ErrorCode::Usage, Texts::tr("Expected CODE=VALUE, not “%1”.").arg(word), {}, word});
        values.append({word.left(equals), word.mid(equals + 1)});
        asked << word.left(equals);
    }
    if (!values.isEmpty()) {
        auto changes = planSettings(values);
        if (!changes)
            return session.output.fail(changes.error());
        if (auto receipt = session.store.commitAndWait(std::move(*changes)); !receipt)
            return session.output.fail(receipt.error());
    }
    QJsonObject object;
    QList<QStringList> rows;
    for (const SettingDef &setting : settingDefs()) {
        if (!asked.isEmpty() && !asked.contains(setting.code))
            continue;
        const QString value = session.schema().setting(setting.code);
        object[setting.code] = value;
        rows.append(
            {setting.code, settingText(setting, value), Texts::tr(setting.title) + u": "_s + Texts::tr(setting.help)});
    }
    session.output.table({Texts::tr("Code"), Texts::tr("Value"), Texts::tr("What it is")}, rows);
    session.output.document(object);
    return 0;
}

int runSettingsExport(const Session &session)
{
    const QString path = session.arguments.words[1];
    auto written = writeSettings(session.reader());
    if (!written)
        return session.output.fail(written.error());
    auto file = OutputFile::open(path, {.kind = OutputKind::SameName, .ending = u"json"_s});
    if (!file)
        return session.output.fail(file.error());
    (*file)->device().write(*written);
    if (auto done = (*file)->commit(); !done)
        return session.output.fail(done.error());
    session.output.line(Texts::tr("Written: %1").arg(path));
    session.output.document(QJsonObject{{u"file"_s, path}, {u"bytes"_s, written->size()}});
    return 0;
}

int runSettingsImport(const Session &session)
{
    const QString path = session.arguments.words[1];
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return session.output.fail(
            {ErrorCode::File, Texts::tr("Cannot read “%1”: %2").arg(path, file.errorString()), {}, {}});
    auto diff = readSettings(session.reader(), file.read(largestSettingsFile + 1));
    if (!diff)
        return session.output.fail(diff.error());
    const bool isApplied = !session.arguments.has(u"--dry-run"_s) && !diff->changes.isEmpty();
    if (isApplied) {
        if (auto receipt = session.store.commitAndWait(diff->changes); !receipt)
            return session.output.fail(receipt.error());
    }
    QJsonArray lines;
    for (const SettingsDiff::Line &line : std::as_const(diff->lines)) {
        lines.append(QJsonObject{{u"table"_s, line.table},
                                 {u"name"_s, line.name},
                                 {u"new"_s, line.isNew},
                                 {u"changes"_s, QJsonArray::fromStringList(line.changes)}});
    }
    for (const QString &line : diff->words())
        session.output.line(line);
    session.output.document(QJsonObject{
        {u"applied"_s, isApplied}, {u"records"_s, lines}, {u"aside"_s, QJsonArray::fromStringList(diff->aside)}});
    return 0;
}

} // namespace Kartoteka::Cli
