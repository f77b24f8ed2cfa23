// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/import_mapping.h"
#include "core/base/texts.h"

#include "core/base/fold.h"
#include "core/items/value_parse.h"
#include "core/schema/builtin_names.h"
#include "core/store/file/open_files.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace Kartoteka {

namespace {

constexpr int sampleRecords = 50;

struct Synonym
{
    QString pattern; ///< regular expression over the folded header, matched whole
    QString field;
    QString label;
};

/// Column names of other programs' exports. The first that the type has wins.
const QList<Synonym> &synonyms()
{
    static const QList<Synonym> list{
        {u"(название|наименование) (лида|сделки|компании|элемента)|(lead|deal|company) (name|title)|subject"_s,
         u"title"_s,
         {}},
        {u"название компании|компания|организация|company|company name|account name|organization name|organization"_s,
         u"company_title"_s,
         {}},
        {u"название компании|компания|company|company name|name|organization name"_s, u"title"_s, {}},
        {u"компания контакта|компания сделки|компания|company|company name"_s, u"client_company"_s, {}},
        {u"основной контакт|контакт|contact|primary contact"_s, u"client_contact"_s, {}},
        {u"организация|компания|organization name|company|company name"_s, u"companies"_s, {}},
        {u"мобильн.*(телефон)?|mobile( phone)?( number)?|cell.*|сотовый.*"_s, u"phone"_s, u"mobile"_s},
        {u"домашн.* телефон|home phone.*"_s, u"phone"_s, u"home"_s},
        {u"рабоч.* телефон|business phone.*|work phone.*"_s, u"phone"_s, u"work"_s},
        {u"друг.* телефон|other phone.*"_s, u"phone"_s, u"other"_s},
        {u"телефон.*|phone( number)?|phone \\d+ - value|tel"_s, u"phone"_s, {}},
        {u"рабоч.* e?-?mail|work e-?mail"_s, u"email"_s, u"work"_s},
        {u"(частн|личн|домашн).* e?-?mail|(home|personal|private) e-?mail"_s, u"email"_s, u"home"_s},
        {u"друг.* e-?mail|other e-?mail"_s, u"email"_s, u"other"_s},
        {u"e-?mail.*( address| - value)?|e-?mail|почта|электронная почта|e-mail address|e-mail \\d+ - value"_s,
         u"email"_s,
         {}},
        {u"(корпоративный |рабочий |личный )?(сайт|веб-сайт)|website( url)?|web page|site"_s, u"website"_s, {}},
        {u"сумма|бюджет|amount|budget|deal amount|value|price|возможная сумма"_s, u"amount"_s, {}},
        {u"стадия|статус|этап|этап сделки|стадия сделки|stage|status|deal stage|lead status"_s, u"stage"_s, {}},
        {u"воронка|pipeline"_s, u"pipeline"_s, {}},
        {u"ответственный|responsible|owner|assigned to|(lead|deal|contact) owner|ответственный пользователь"_s,
         u"responsible"_s,
         {}},
        {u"источник|source|lead source|original source"_s, u"source"_s, {}},
        {u"дата создания( .*)?|created( at| date| on)?|create date|date created"_s, u"created_at"_s, {}},
        {u"дата изменения|modified|last modified( date)?"_s, u"modified_at"_s, {}},
        {u"имя|first name|given name"_s, u"first_name"_s, {}},
        {u"фамилия|last name|surname|family name"_s, u"last_name"_s, {}},
        {u"отчество|middle name"_s, u"middle_name"_s, {}},
        {u"обращение|name prefix|title|salutation"_s, u"honorific"_s, {}},
        {u"должность|job title|position|organization title|title"_s, u"position"_s, {}},
        {u"комментар.*|примечани.*|notes?|comments?|description"_s, u"comment"_s, {}},
        {u"теги.*|tags?"_s, u"tags"_s, {}},
        {u"адрес|address|street|business (street|city|country.*)"_s, u"address"_s, {}},
        {u"дата рождения|birthday|birth date|date of birth"_s, u"birth_date"_s, {}},
        {u"инн|tax id|vat.*"_s, u"tax_id"_s, {}},
    };
    return list;
}

/// Not data of ours: keys of the other program and labels that stand beside values.
bool isIgnored(const QString &folded)
{
    static const QRegularExpression ignored(
        QRegularExpression::anchoredPattern(u"id|№|record id.*|labels|.* - label|.* - type|валюта|currency"_s));
    return ignored.match(folded).hasMatch();
}

/// Google writes "Phone 1 - Label" beside "Phone 1 - Value". -1 when the value has no such neighbour.
qsizetype labelColumnOf(const QStringList &headers, const QString &header)
{
    static const QString value = u" - Value"_s;
    if (!header.endsWith(value, Qt::CaseInsensitive))
        return -1;
    const QString stem = header.chopped(value.size());
    for (qsizetype i = 0; i < headers.size(); ++i) {
        if (headers[i].compare(stem + u" - Label"_s, Qt::CaseInsensitive) == 0
            || headers[i].compare(stem + u" - Type"_s, Qt::CaseInsensitive) == 0)
            return i;
    }
    return -1;
}

bool isFree(const Field &field, const QSet<QString> &used)
{
    return field.multiple || holdsTexts(field.type) || field.type == FieldType::Address || !used.contains(field.code);
}

const Field *fieldFor(const Schema &schema, qint64 typeId, const QString &folded, const QSet<QString> &used, QString &label)
{
    // The program's own names first, so that what it exports comes back to the same fields.
    for (const Field &field : schema.fields(typeId)) {
        const QStringList names = knownNames(field);
        const bool named = std::any_of(names.begin(), names.end(), [&](const QString &n) { return fold(n) == folded; });
        if (named && field.editable && isFree(field, used))
            return &field;
    }
    for (const Synonym &synonym : synonyms()) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(synonym.pattern));
        if (!pattern.match(folded).hasMatch())
            continue;
        const Field *field = schema.field(typeId, synonym.field);
        if (field && (field->editable || field->type == FieldType::DateTime || field->type == FieldType::Pipeline)
            && isFree(*field, used)) {
            label = synonym.label;
            return field;
        }
    }
    return nullptr;
}

/// False when a date such as 12/31/2026 stands in the sample.
bool guessDayFirst(const QList<CsvRecord> &sample)
{
    static const QRegularExpression slashed(u"^(\\d{1,2})/(\\d{1,2})/\\d{4}"_s);
    for (const CsvRecord &record : sample) {
        for (const QString &field : record.fields) {
            const auto match = slashed.match(field);
            if (match.hasMatch() && match.captured(2).toInt() > 12)
                return false;
        }
    }
    return true;
}

} // namespace

QList<ColumnMapping> guessMapping(const Schema &schema, qint64 typeId, const QStringList &headers)
{
    QList<ColumnMapping> columns;
    QSet<QString> used;
    for (const QString &header : headers) {
        ColumnMapping column;
        column.header = header;
        column.labelColumn = labelColumnOf(headers, header);
        const QString folded = fold(header);
        column.isCurrency = folded == u"валюта" || folded == u"currency";
        if (!isIgnored(folded)) {
            if (const Field *field = fieldFor(schema, typeId, folded, used, column.label)) {
                column.field = field->code;
                used.insert(field->code);
            }
        }
        columns.append(column);
    }
    return columns;
}

Result<ImportPreview> previewImport(const Schema &schema, qint64 typeId, const QString &path)
{
    QFile file(path);
    if (auto opened = openToRead(file); !opened)
        return opened.error();
    return previewImport(schema, typeId, path, detectDialect(file));
}

Result<ImportPreview> previewImport(const Schema &schema, qint64 typeId, const QString &path, const CsvDialect &dialect)
{
    QFile file(path);
    if (auto opened = openToRead(file); !opened)
        return opened.error();
    CsvReader reader(file, dialect);
    CsvRecord header;
    if (!reader.next(header) || !header.error.isEmpty()) {
        return Error{ErrorCode::File,
                     header.error.isEmpty() ? Texts::tr("“%1” is empty.").arg(path)
                                            : Texts::tr("“%1”, line 1: %2").arg(path, header.error),
                     {},
                     path};
    }
    ImportPreview preview;
    preview.path = path;
    preview.dialect = dialect;
    preview.size = file.size();
    preview.columns = guessMapping(schema, typeId, header.fields);
    CsvRecord record;
    while (preview.sample.size() < sampleRecords && reader.next(record))
        preview.sample.append(record);
    preview.dayFirst = guessDayFirst(preview.sample);
    return preview;
}

} // namespace Kartoteka
