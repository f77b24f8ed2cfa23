// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/settings_file.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/definitions/code_names.h"
#include "core/definitions/definition_queries.h"
#include "core/definitions/settings_codes.h"
#include "core/definitions/settings_names.h"
#include "core/definitions/settings_stages.h"
#include "core/items/own_company.h"
#include "core/items/uid_queries.h"
#include "core/schema/act_kinds.h"
#include "core/schema/limits.h"
#include "core/schema/settings.h"
#include "core/store/merge/row_check.h"
#include "core/store/record/record_identity.h"
#include "core/store/record/record_reader.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <optional>

namespace Kartoteka {

namespace {

constexpr int version = 1;
constexpr qsizetype mostRecords = 20'000;

/// In the order in which records refer to each other.
const QStringList &copiedTables()
{
    static const QStringList tables{u"entity_type"_s,  u"section"_s,      u"field"_s,         u"list_value"_s,
                                    u"pipeline"_s,     u"stage"_s,        u"stage_rule"_s,    u"tunnel"_s,
                                    u"currency"_s,     u"calendar_day"_s, u"activity_kind"_s, u"card_view"_s,
                                    u"card_section"_s, u"card_field"_s,   u"card_tab"_s,      u"setting"_s};
    return tables;
}

/// Settings that say how the office works; others are the program's own notes.
bool isCopied(const QString &setting)
{
    return findSetting(setting) || setting.startsWith(u"stage.idle_days.") || setting.startsWith(u"number_pattern.");
}

/// What is kept of a record in the file: not what the program computes, nor that it is deleted.
bool isCopied(const RecordColumn &column)
{
    return !column.computed && column.code != u"deleted_at";
}

QJsonValue journalled(const RecordColumn &column, const Value &value, Identity &identity)
{
    if (!value.isValid())
        return QJsonValue();
    QByteArray json("[");
    appendJournal(column, value, identity, json);
    return QJsonDocument::fromJson(json + ']').array().at(0);
}

/// Also finds the records that the file itself brings: as id -1.
class FileIdentity final : public Identity
{
public:
    FileIdentity(Connection &connection, const Catalog &catalog) : m_here(connection, catalog) {}

    void add(const QUuid &uid) { m_brought.insert(uid); }
    bool brings(const QUuid &uid) const { return m_brought.contains(uid); }
    RecordIdentity &here() { return m_here; }

    QUuid uidOf(const QString &table, qint64 id) override { return m_here.uidOf(table, id); }
    qint64 idOf(const QString &table, const QUuid &uid) override
    {
        const qint64 id = m_here.idOf(table, uid);
        return id == 0 && brings(uid) ? -1 : id;
    }
    QString tableOfType(qint64 typeId) const override { return m_here.tableOfType(typeId); }
    qint64 typeOfTable(const QString &code) const override { return m_here.typeOfTable(code); }

private:
    RecordIdentity m_here;
    QSet<QUuid> m_brought;
};

Error noSettings(const QString &why)
{
    return {ErrorCode::Usage, Texts::tr("This is not a settings file: %1").arg(why), {}, {}};
}

class Reader
{
public:
    Reader(const ReadContext &context, QJsonArray records)
        : m_context(context)
        , m_records(std::move(records))
        , m_identity(context.connection, *context.catalog)
        , m_codes(*context.schema)
    {}

    Result<SettingsDiff> read()
    {
        m_diff.changes.kind = ActKinds::settings;
        m_diff.changes.subject = Texts::tr("copy of another office");
        if (auto done = survey(); !done)
            return done.error();
        for (const QString &table : copiedTables()) {
            if (auto done = takeTable(table); !done)
                return done.error();
        }
        return m_diff;
    }

private:
    struct Record
    {
        qsizetype number = 0; ///< in the file, from 1
        QUuid uid;
        QJsonObject values;
    };

    /// What the file brings, by table.
    Result<void> survey()
    {
        for (qsizetype at = 0; at < m_records.size(); ++at) {
            const QJsonObject object = m_records[at].toObject();
            const QString table = object[u"table"].toString();
            const QString uid = object[u"uid"].toString();
            const QJsonValue values = object[u"values"];
            const Record record{at + 1, uidFromText(uid), values.toObject()};
            if (table.isEmpty() || uid.size() != 32 || uidText(record.uid) != uid || !values.isObject())
                return wrong(record, Texts::tr("it is not a record."));
            if (!copiedTables().contains(table)) {
                m_diff.aside << Texts::tr("record %1: “%2” is not known here").arg(record.number).arg(table.left(60));
                continue;
            }
            if (m_identity.brings(record.uid))
                return wrong(record, Texts::tr("its identity is in the file twice."));
            m_identity.add(record.uid);
            m_names.add(table, record.uid, record.values);
            m_codes.add(table, record.uid, record.values);
            m_stages.add(table, record.uid, record.values);
            m_byTable[table].append(record);
        }
        m_codes.settle();
        return {};
    }

    Result<void> takeTable(const QString &code)
    {
        QList<Record> waiting = m_byTable.value(code);
        const RecordTable &table = *m_context.catalog->table(code);
        // Those that refer to others of their kind come after them.
        while (!waiting.isEmpty()) {
            QList<Record> later;
            for (const Record &record : std::as_const(waiting)) {
                if (refersToLater(table, record)) {
                    later.append(record);
                    continue;
                }
                if (auto done = take(table, record); !done)
                    return done;
                m_taken.insert(record.uid);
            }
            if (later.size() == waiting.size())
                return wrong(later.constFirst(), Texts::tr("it refers to itself."));
            waiting = later;
        }
        return {};
    }

    bool refersToLater(const RecordTable &table, const Record &record)
    {
        return std::ranges::any_of(table.columns, [&](const RecordColumn &column) {
            if (!holdsReference(column.type) || column.target != table.code)
                return false;
            const QUuid to = uidFromText(record.values[column.code].toString());
            return m_identity.brings(to) && !m_taken.contains(to) && m_identity.here().idOf(table.code, to) == 0;
        });
    }

    Result<void> take(const RecordTable &table, const Record &record)
    {
        const QString code = record.values[u"code"].toString();
        if (table.code == u"setting" && !isCopied(code)) {
            m_diff.aside << Texts::tr("record %1: there is no setting “%2”").arg(record.number).arg(code.left(60));
            return {};
        }
        if (const SettingDef *setting = table.code == u"setting" ? findSetting(code) : nullptr) {
            const QString value = record.values[u"value"].toString();
            if (auto parsed = parseSetting(*setting, value); !value.isEmpty() && !parsed)
                return wrong(record, parsed.error().message);
        }
        auto known = standing(table, record);
        if (!known)
            return known.error();
        JournalRow row;
        row.entity = table.code;
        row.uid = known->id == 0 ? record.uid : known->uid;
        row.operation = known->id == 0 ? u"create"_s : u"update"_s;
        QList<FieldValue> values;
        QStringList changes;
        const QJsonObject written = m_codes.here(table.code, record.uid, record.values);
        for (auto it = written.begin(); it != written.end(); ++it) {
            const int at = table.indexOf(it.key());
            if (at < 0 || !isCopied(table.columns[at])) {
                m_diff.aside << Texts::tr("record %1: “%2” of “%3” is not known here")
                                    .arg(record.number)
                                    .arg(it.key().left(60), nameOf(table, record));
                continue;
            }
            const RecordColumn &column = table.columns[at];
            const Value stored = known->row.value(at);
            const QJsonValue before = journalled(column, stored, m_identity);
            if (known->id != 0 && before == it.value())
                continue;
            row.patch[it.key()] = known->id == 0 ? it.value() : QJsonValue(QJsonArray{before, it.value()});
            values.append({column.code, decoded(column, it.value())});
            const SettingDef *setting = table.code == u"setting" ? findSetting(code) : nullptr;
            const QString change = u"%1 → %2"_s.arg(shown(it.key(), before, setting), shown(it.key(), it.value(), setting));
            if (setting && it.key() != u"value")
                continue; // its name says it
            const QString name = SettingsNames::valueName(it.key());
            changes << (table.code == u"setting"          ? change
                            : holdsReference(column.type) ? name
                                                          : u"%1: %2"_s.arg(name, change));
        }
        const RowCheck check{m_context.connection, *m_context.schema, *m_context.catalog, m_identity, m_noContents};
        auto problem = known->id != 0 && row.patch.isEmpty() ? Result<QString>(QString())
                                                             : check.problemOf(table, row, known->id);
        if (!problem)
            return problem.error();
        if (problem->isEmpty() && known->id == 0)
            problem = m_stages.lackOf(table.code, record.uid, record.values);
        if (!problem->isEmpty())
            return wrong(record, Texts::tr("“%1”: %2").arg(nameOf(table, record), *problem));
        if (auto done = known->id == 0 ? checkRoom(table, record) : Result<void>(); !done)
            return done;
        const int deleted = table.indexOf(u"deleted_at"_s);
        const bool isBack = known->id != 0 && deleted >= 0 && known->row[deleted].isValid();
        if (isBack) {
            values.append({u"deleted_at"_s, {}});
            changes << Texts::tr("it comes back");
        }
        if (values.isEmpty())
            return {};
        if (known->id == 0)
            m_diff.changes.create(table.code, values, record.uid);
        else
            m_diff.changes.update(table.code, known->id, values);
        const bool isNew = known->id == 0;
        if (isNew && table.code != u"setting")
            changes.clear(); // its name is enough
        const QString other = isNew ? m_codes.otherCode(record.uid) : QString();
        if (!other.isEmpty())
            changes << Texts::tr("its code here is “%1”, because “%2” is taken").arg(other, code.left(60));
        m_diff.lines.append({table.code, nameOf(table, record), isNew, changes});
        m_diff.renamed += other.isEmpty() ? 0 : 1;
        return {};
    }

    /// The record as it stands here; a setting is one by its code. id 0: it is not here.
    Result<StoredRecord> standing(const RecordTable &table, const Record &record)
    {
        // Not by the identity, which has another value of a list stand for one that was merged into it.
        auto found = table.code == u"setting" ? idOfSetting(m_context, record.values[u"code"].toString())
                                              : rowOfUid(m_context, table.code, record.uid);
        if (!found)
            return found.error();
        if (*found == 0)
            return StoredRecord{};
        auto stored = readRecord(m_context.connection, *m_context.schema, table, *found);
        if (!stored)
            return stored.error();
        return *stored ? **stored : StoredRecord{};
    }

    /// What a type has with what the file adds to it: RowCheck counts what it has.
    Result<void> checkRoom(const RecordTable &table, const Record &record)
    {
        if (table.code != u"field")
            return {};
        constexpr qint64 ofEveryItem = 10; // number, rank and the like
        constexpr qint64 ofField = 2;      // its value, and what it is searched by
        const QUuid owner = uidFromText(record.values[u"entity_type"].toString());
        const qint64 typeId = m_identity.here().idOf(u"entity_type"_s, owner);
        const Schema &schema = *m_context.schema;
        const qint64 here = schema.fields(typeId).size() + schema.hiddenFields(typeId).size();
        const bool fits = (here + ++m_newFields[owner]) * ofField + ofEveryItem <= mostColumns;
        return fits ? Result<void>() : Result<void>(wrong(record, Texts::tr("the type has too many fields.")));
    }

    Value decoded(const RecordColumn &column, const QJsonValue &json)
    {
        if (!holdsReference(column.type) || column.multiple || json.isNull())
            return fromJournal(column, json, m_identity);
        const QUuid uid = uidFromText(json.toString());
        const qint64 id = m_identity.here().idOf(column.target, uid);
        return id != 0 ? Value(id) : Value(uid); // made by this very act
    }

    QString shown(const QString &column, const QJsonValue &json, const SettingDef *setting) const
    {
        constexpr qsizetype longest = 60;
        const QString value = m_names.valueText(column, json);
        const QString text = setting && !json.isNull() ? settingText(*setting, value) : value;
        return text.size() > longest ? text.left(longest) + u'…' : text;
    }

    QString nameOf(const RecordTable &table, const Record &record) const
    {
        return m_names.nameOf(table.code, record.uid, record.values);
    }

    static Error wrong(const Record &record, const QString &why)
    {
        return {ErrorCode::Usage,
                Texts::tr("Record %1 of the file cannot be: %2").arg(record.number).arg(why),
                {},
                QString::number(record.number)};
    }

    const ReadContext &m_context;
    QJsonArray m_records;
    FileIdentity m_identity;
    SettingsNames m_names;
    SettingsCodes m_codes;
    SettingsStages m_stages;
    QHash<QString, QList<Record>> m_byTable;
    QSet<QUuid> m_taken;
    QHash<QUuid, qint64> m_newFields; ///< by the type that gets them
    QHash<QString, qint64> m_noContents;
    SettingsDiff m_diff;
};

/// Columns that a record can be without when what they name is deleted; without any other it is left out of the file.
bool isSpared(const QString &table, const QString &column)
{
    static const QSet<QString> columns{u"field.section"_s, u"tunnel.to_stage"_s, u"activity_kind.suggests"_s,
                                       u"card_field.card_section"_s};
    return columns.contains(table + u'.' + column);
}

/// What a record says; nothing where it belongs to what is deleted, or links to a deleted type: nothing in another office could hold
/// it. @p written: the records of tables before its own.
std::optional<QJsonObject> valuesOf(const StoredRecord &record, const RecordTable &table, const Schema &schema,
                                    RecordIdentity &identity, const QSet<QString> &written)
{
    QJsonObject values;
    for (int at = 0; at < table.columns.size(); ++at) {
        const RecordColumn &column = table.columns[at];
        if (!isCopied(column) || !record.row[at].isValid())
            continue;
        const QJsonValue value = journalled(column, record.row[at], identity);
        const bool isLost = holdsReference(column.type) && !column.multiple && column.target != table.code
            && copiedTables().contains(column.target) && !written.contains(value.toString());
        if (!isLost)
            values[column.code] = value;
        else if (!isSpared(table.code, column.code))
            return std::nullopt;
    }
    if (table.code == u"field" && values.contains(u"target")) {
        const EntityType *target = schema.type(values[u"target"].toString());
        if (!target || target->hidden)
            return std::nullopt;
    }
    return values;
}

/// Live records of a table, in the order of their identities. @p written: those of tables before it, and of it in the end.
Result<QJsonArray> recordsOf(const ReadContext &context, const RecordTable &table, QSet<QString> &written)
{
    auto ids = standingRecords(context, table);
    if (!ids)
        return ids.error();
    auto stored = readRecordsById(context.connection, *context.schema, table, *ids);
    if (!stored)
        return stored.error();
    RecordIdentity identity(context.connection, *context.catalog);
    QMap<QByteArray, std::pair<QUuid, QJsonObject>> found;
    for (const StoredRecord &record : std::as_const(*stored)) {
        if (identity.idOf(table.code, record.uid) != record.id)
            continue; // a value that was merged into another one
        const auto values = valuesOf(record, table, *context.schema, identity, written);
        if (!values)
            continue;
        QUuid uid = record.uid;
        if (table.code == u"setting") {
            const QString code = (*values)[u"code"].toString();
            if (!isCopied(code))
                continue;
            uid = derivedUid(u"setting", code); // whatever identity it was given here
        }
        found.insert(uidBytes(uid), {uid, *values});
    }
    for (const auto &[uid, values] : std::as_const(found))
        written.insert(uidText(uid));
    QJsonArray records;
    for (auto &[uid, values] : found) {
        for (const RecordColumn &column : table.columns) { // what refers to its own table can be without all that
            if (column.target == table.code && !written.contains(values[column.code].toString()))
                values.remove(column.code);
        }
        records.append(QJsonObject{{u"table"_s, table.code}, {u"uid"_s, uidText(uid)}, {u"values"_s, values}});
    }
    return records;
}

} // namespace

Result<QByteArray> writeSettings(const ReadContext &context)
{
    QJsonArray records;
    QSet<QString> written;
    for (const QString &code : copiedTables()) {
        auto some = recordsOf(context, *context.catalog->table(code), written);
        if (!some)
            return some.error();
        for (const QJsonValue &record : std::as_const(*some))
            records.append(record);
    }
    if (records.size() > mostRecords) {
        return Error::refused(
            Texts::tr("The settings have %1 records, and a settings file holds at most %2: nobody could load it.")
                .arg(records.size())
                .arg(mostRecords));
    }
    QJsonObject file{{u"kartoteka_settings"_s, version}, {u"records"_s, records}};
    auto company = readOwnCompany(context);
    if (!company)
        return company.error();
    if (*company)
        file.insert(u"company"_s, (*company)->name);
    QByteArray bytes = QJsonDocument(file).toJson();
    if (bytes.size() > largestSettingsFile) {
        return Error::refused(
            Texts::tr("The settings take more than the %1 MB that a settings file may have: nobody could load it.")
                .arg(largestSettingsFile / 1024 / 1024));
    }
    return bytes;
}

Result<SettingsDiff> readSettings(const ReadContext &context, const QByteArray &bytes)
{
    if (bytes.size() > largestSettingsFile)
        return noSettings(Texts::tr("it is larger than %1 MB.").arg(largestSettingsFile / 1024 / 1024));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const QByteArray read = bytes.left(error.offset);
        const auto column = QString::fromUtf8(read.mid(read.lastIndexOf('\n') + 1)).size() + 1;
        Error broken = noSettings(Texts::tr("line %1, column %2: this is not JSON.").arg(read.count('\n') + 1).arg(column));
        broken.detail = error.errorString();
        return broken;
    }
    const int written = document[u"kartoteka_settings"].toInt();
    if (written < 1 || !document[u"records"].isArray())
        return noSettings(Texts::tr("it does not say that it is one."));
    if (written > version) {
        return Error{
            ErrorCode::Newer, Texts::tr("The file was written by a newer program; this one cannot read it."), {}, {}};
    }
    const QJsonArray records = document[u"records"].toArray();
    if (records.size() > mostRecords)
        return noSettings(Texts::tr("it has more than %1 records.").arg(mostRecords));
    auto diff = Reader(context, records).read();
    if (diff)
        diff->company = document[u"company"].toString().simplified().left(longestName);
    return diff;
}

QStringList SettingsDiff::words() const
{
    QStringList said;
    for (const Line &line : lines) {
        const QString text = (line.isNew ? Texts::tr("new: %1 “%2”") : Texts::tr("changed: %1 “%2”"))
                                 .arg(SettingsNames::kindOf(line.table), line.name);
        said << (line.changes.isEmpty() ? text : text + u": "_s + line.changes.join(u"; "_s));
    }
    if (said.isEmpty())
        said << Texts::tr("Nothing would change: all that the file says is so here already.");
    for (const QString &one : aside)
        said << Texts::tr("left out: %1").arg(one);
    return said;
}

} // namespace Kartoteka
