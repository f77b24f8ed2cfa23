// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/row_converter.h"
#include "core/base/texts.h"

#include "core/schema/builtin_names.h"
#include "core/schema/client_codes.h"
#include "core/schema/codes.h"
#include "core/store/record/value_codec.h"
#include "core/transfer/cell_text.h"

namespace Kartoteka {

namespace {

/// The label that an address book means: "* Work", "Mobile", "iPhone".
QString labelFromName(const QString &name)
{
    static const QList<std::pair<QString, QStringList>> labels{
        {u"work"_s, {u"work"_s, u"business"_s, u"рабоч"_s}},
        {u"mobile"_s, {u"mobile"_s, u"cell"_s, u"iphone"_s, u"мобил"_s, u"сотов"_s}},
        {u"home"_s, {u"home"_s, u"домаш"_s, u"личн"_s}},
        {u"other"_s, {u"other"_s, u"друг"_s}}};
    for (const auto &[label, words] : labels) {
        if (std::any_of(words.begin(), words.end(),
                        [&name](const QString &word) { return name.contains(word, Qt::CaseInsensitive); }))
            return label;
    }
    return {};
}

} // namespace

bool monthFirstAtHome(const Schema &schema)
{
    return schema.phoneRegion() == u"US" || schema.phoneRegion() == u"PH";
}

QHash<QString, Value> defaultsBeside(const Schema &schema, const ImportOptions &options, const DefaultMoment &moment)
{
    QHash<QString, Value> defaults;
    const QList<ColumnMapping> &columns = options.preview.columns;
    for (const Field &field : schema.fields(options.typeId)) {
        const bool isThere = std::any_of(columns.begin(), columns.end(),
                                         [&field](const ColumnMapping &column) { return column.field == field.code; });
        if (const Value value = isThere ? Value() : defaultOf(schema, field, moment); value.isValid())
            defaults.insert(field.column, value);
    }
    return defaults;
}

int latestYear(const ColumnMapping &mapping, const QDate &today)
{
    constexpr int yearsAhead = 20; // of a contract
    return today.year() + (mapping.field == Codes::birthDate ? 0 : yearsAhead);
}

RowConverter::RowConverter(SchemaPtr schema, const ImportOptions &options, const ImportSurvey &survey, ReadContext context,
                           const QDate &today)
    : m_schema(schema)
    , m_options(options)
    , m_parse{.schema = *m_schema, .currency = {}, .findItem = {}}
    , m_references(std::move(schema), options, std::move(context))
{
    for (qsizetype i = 0; i < options.preview.columns.size(); ++i) {
        const ColumnMapping &mapping = options.preview.columns[i];
        const ColumnSurvey seen = survey.columns.value(i);
        Column column;
        column.field = mapping.field.isEmpty() ? nullptr : m_schema->field(options.typeId, mapping.field);
        column.numbers = options.preview.isOwn ? NumberStyle{PointMeaning::Decimal, PointMeaning::Groups} : seen.numbers;
        const bool byHome = seen.dayFirstRow == 0 && seen.monthFirstRow == 0;
        column.dates.dayFirst = options.dayFirst.value_or(byHome ? !monthFirstAtHome(*m_schema) : seen.dayFirstRow != 0);
        column.dates.dotsToo = seen.monthWithDots && !column.dates.dayFirst;
        column.dates.latestYear = latestYear(mapping, today);
        column.datesContradict = seen.datesContradict() && !options.dayFirst;
        if (mapping.isCurrency)
            m_currencyColumn = i;
        m_columns.append(column);
    }
}

/// The header over a value; the number of a column without one.
QString RowConverter::columnName(qsizetype index) const
{
    const QList<ColumnMapping> &columns = m_options.preview.columns;
    const QString header = index >= 0 && index < columns.size() ? columns[index].header.trimmed() : QString();
    return header.isEmpty() ? Texts::tr("column %1").arg(index + 1) : header;
}

Value RowConverter::texts(qsizetype index, const CsvRecord &record, const QString &text,
                          QList<ImportProblem> &warnings) const
{
    const ColumnMapping &column = m_options.preview.columns[index];
    const Field &field = *m_columns[index].field;
    CellValues found;
    if (m_options.preview.isOwn) {
        for (const QString &part : splitValues(text)) {
            found.members.append(field.type == FieldType::Tags ? Member{.text = part, .label = {}, .ref = {}, .key = {}}
                                                               : labelledMember(part));
        }
    } else {
        found = field.type == FieldType::Phone ? phonesIn(text, m_schema->phoneRegion())
            : field.type == FieldType::Email   ? emailsIn(text)
            : field.type == FieldType::Tags    ? tagsIn(text)
                                               : linksIn(text);
    }
    if (found.hasRest) {
        const QString what = field.type == FieldType::Phone ? Texts::tr("a phone number") : Texts::tr("an e-mail address");
        warnings.append({record.row, columnName(index),
                         isSpoiltNumber(text) ? Texts::tr("“%1” was rounded by a spreadsheet: skipped.").arg(text.trimmed())
                                              : Texts::tr("“%1” is not %2: skipped.").arg(text.trimmed().left(60), what)});
    }
    const QString label = column.labelColumn < 0 ? column.label : labelFromName(record.fields.value(column.labelColumn));
    for (Member &member : found.members) {
        if (member.label.isEmpty() && field.type != FieldType::Tags)
            member.label = label;
        member.key = memberKey(field.type, member, m_schema->phoneRegion());
    }
    return membersValue(found.members);
}

Result<Value> RowConverter::parsed(const Column &column, const QString &text, const QString &currency)
{
    const Field &field = *column.field;
    if (field.type == FieldType::Date || field.type == FieldType::DateTime) {
        if (isNoDate(text))
            return Value();
        const DateOrderSign order = column.datesContradict ? dateSigns(text).order : DateOrderSign::None;
        if (order == DateOrderSign::Either || order == DateOrderSign::EitherWithDots) {
            return Error{
                ErrorCode::Refused,
                Texts::tr("“%1” may be day or month first: the column holds dates of both kinds.").arg(text.trimmed()),
                {},
                field.code};
        }
        m_parse.dates = column.dates;
        if (column.datesContradict) {
            m_parse.dates.dayFirst = order != DateOrderSign::MonthFirst;
            m_parse.dates.dotsToo = order == DateOrderSign::MonthFirst;
        }
    }
    const bool isNumber = field.type == FieldType::Number || field.type == FieldType::Integer
        || field.type == FieldType::Money;
    if (isNumber) {
        const auto amount = splitAmount(text);
        if (!amount && isPlaceholder(text))
            return Value();
        m_parse.numbers = column.numbers;
        const QString unit = amount && !amount->unit.isEmpty() ? currencyFromName(amount->unit) : currency;
        const bool manyDecimals = field.type == FieldType::Money
            && minorDigits(unit.isEmpty() ? m_schema->baseCurrency() : unit) > 2;
        const QChar point = amount ? ambiguousPoint(*amount) : QChar();
        const PointMeaning known = point == u'.' ? column.numbers.dot : column.numbers.comma;
        if (manyDecimals && !point.isNull())
            m_parse.numbers = {point == u'.' ? PointMeaning::Decimal : PointMeaning::Groups,
                               point == u',' ? PointMeaning::Decimal : PointMeaning::Groups};
        else if (!point.isNull() && known == PointMeaning::Unknown && field.type != FieldType::Integer) {
            return Error{
                ErrorCode::Refused,
                Texts::tr("“%1” may mean thousands or decimals: the column does not show which.").arg(text.trimmed()),
                {},
                field.code};
        }
    }
    m_parse.currency = currency;
    return parseValue(m_parse, field, text);
}

Result<Value> RowConverter::value(qsizetype index, const CsvRecord &record, const QString &currency, ChangeSet &changes,
                                  QList<ImportProblem> &warnings)
{
    const Column &column = m_columns[index];
    const Field &field = *column.field;
    const QString text = withoutGuard(record.fields[index]);
    if (text.trimmed().isEmpty())
        return Value();
    if (holdsTexts(field.type))
        return texts(index, record, text, warnings);
    if (!holdsReference(field.type))
        return parsed(column, text, currency);
    const Found found = m_references.find(field, text, changes);
    if (!found.remark.isEmpty())
        warnings.append({record.row, columnName(index), found.remark});
    return found.value;
}

Result<void> RowConverter::requireShape(const CsvRecord &record, QList<ImportProblem> &warnings) const
{
    const qsizetype width = m_columns.size();
    if (!record.error.isEmpty())
        return Error{ErrorCode::Refused, record.error, {}, columnName(record.errorColumn)};
    for (qsizetype i = width; i < record.fields.size(); ++i) {
        if (!record.fields[i].trimmed().isEmpty()) {
            return Error{ErrorCode::Refused,
                         Texts::tr("The row has %1 values, the header has %2.").arg(i + 1).arg(width),
                         {},
                         columnName(i)};
        }
    }
    if (record.fields.size() < width) {
        warnings.append({record.row, columnName(record.fields.size()),
                         Texts::tr("The row has %1 values, the header has %2; the missing ones are empty.")
                             .arg(record.fields.size())
                             .arg(width)});
    }
    if (record.cleaned >= 0)
        warnings.append({record.row, columnName(record.cleaned), Texts::tr("Characters that are not text were skipped.")});
    return {};
}

void RowConverter::takeName(const ColumnMapping &column, const QString &text, ConvertedRow &row) const
{
    const PersonName name = splitPersonName(text, column.nameOrder);
    for (const auto &[code, part] : {std::pair(Codes::lastName, name.last), std::pair(Codes::firstName, name.first),
                                     std::pair(Codes::middleName, name.middle)}) {
        const Field *field = m_schema->field(m_options.typeId, code);
        if (field && !part.isEmpty() && !row.values.contains(field->column))
            row.values.insert(field->column, part);
    }
}

/// Several columns may go into one field.
void RowConverter::take(const Field &field, const Value &value, ConvertedRow &row) const
{
    const auto before = row.values.constFind(field.column);
    if (before == row.values.cend()) {
        row.values.insert(field.column, value);
    } else if (field.multiple || holdsTexts(field.type)) {
        auto members = before->value<Members>();
        for (const Member &member : value.value<Members>()) {
            const bool known = std::any_of(members.cbegin(), members.cend(), [&](const Member &m) {
                return holdsTexts(field.type) ? m.key == member.key : m == member;
            });
            if (!known)
                members.append(member);
        }
        row.values[field.column] = toValue(members);
    } else if (field.type == FieldType::Address || field.type == FieldType::Text) {
        row.values[field.column] = QString(before->toString() + (field.type == FieldType::Text ? u"\n"_s : u", "_s)
                                           + value.toString().trimmed());
    }
}

QHash<QString, Value> RowConverter::reach(const CsvRecord &record) const
{
    ConvertedRow row;
    QList<ImportProblem> warnings; // are given when the row is converted
    for (qsizetype i = 0; i < qMin(record.fields.size(), m_columns.size()); ++i) {
        const Field *field = m_columns[i].field;
        const bool reaches = field && (field->type == FieldType::Phone || field->type == FieldType::Email);
        const Value value = reaches ? texts(i, record, withoutGuard(record.fields[i]), warnings) : Value();
        if (value.isValid())
            take(*field, value, row);
    }
    return row.values;
}

Result<ConvertedRow> RowConverter::convert(const CsvRecord &record, ChangeSet &changes, QList<ImportProblem> &warnings)
{
    if (auto shape = requireShape(record, warnings); !shape)
        return shape.error();
    const QList<ColumnMapping> &columns = m_options.preview.columns;
    QString currency;
    if (const QString named = record.fields.value(m_currencyColumn); m_currencyColumn >= 0 && !isPlaceholder(named)) {
        currency = currencyFromName(named);
        if (currency.isEmpty())
            return Error{
                ErrorCode::Refused, Texts::tr("“%1” is not a currency.").arg(named), {}, columns[m_currencyColumn].header};
    }
    ConvertedRow row;
    for (qsizetype i = 0; i < qMin(record.fields.size(), m_columns.size()); ++i) {
        const Field *field = m_columns[i].field;
        if (columns[i].isFullName)
            takeName(columns[i], record.fields[i], row);
        if (!field)
            continue;
        if (field->type == FieldType::Pipeline || field->type == FieldType::Stage) {
            (field->type == FieldType::Stage ? row.stage : row.pipeline) = record.fields[i];
            continue;
        }
        // A cell of several people: the first is the contact, all are among the contacts.
        if (field->type == FieldType::Link && !field->multiple) {
            const QStringList people = m_references.links().peopleIn(*field, record.fields[i]);
            const Field *others = m_schema->field(m_options.typeId, Codes::contacts);
            if (people.size() > 1 && others && others->target == field->target) {
                const Found all = m_references.find(*others, record.fields[i], changes);
                const auto members = all.value.value<Members>();
                warnings.append({record.row, columnName(i),
                                 Texts::tr("“%1” names several people: all were used.").arg(record.fields[i].simplified())
                                     + (all.remark.isEmpty() ? QString() : u' ' + all.remark)});
                if (!members.isEmpty()) {
                    const ItemRef first = members.first().ref;
                    take(*field, first.uid.isNull() ? Value(first.id) : QVariant::fromValue(first.uid), row);
                    take(*others, all.value, row);
                }
                continue;
            }
        }
        auto one = value(i, record, currency, changes, warnings);
        if (!one) {
            Error error = one.error();
            error.where = columns[i].header;
            return error;
        }
        if (one->isValid())
            take(*field, *one, row);
    }
    return row;
}

QString missingRequired(const Schema &schema, const EntityType &type, const QHash<QString, Value> &defaults,
                        const QHash<QString, Value> &values)
{
    for (const Field &field : schema.fields(type.id)) {
        // The responsible is the importer where the file names none.
        if (field.required && field.code != Codes::responsible && !values.value(field.column).isValid()
            && !defaults.contains(field.column))
            return displayName(field);
    }
    return {};
}

} // namespace Kartoteka
