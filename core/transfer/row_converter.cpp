// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/row_converter.h"
#include "core/base/texts.h"

#include "core/base/fold.h"
#include "core/items/item_queries.h"
#include "core/store/value_codec.h"

#include <QRegularExpression>

namespace Kartoteka {

namespace {

/// A cell that spreadsheets were kept from reading as a formula: '+7 …
QString withoutGuard(const QString &text)
{
    static const QString guarded = u"=+-@"_s;
    return text.size() > 1 && text[0] == u'\'' && guarded.contains(text[1]) ? text.mid(1) : text;
}

/// The same before the digits of a phone.
QString withoutApostrophe(const QString &text)
{
    return text.startsWith(u'\'') ? text.mid(1) : text;
}

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

RowConverter::RowConverter(SchemaPtr schema, const ImportOptions &options, ReadContext context)
    : m_schema(std::move(schema))
    , m_options(options)
    , m_context(std::move(context))
    , m_parse{.schema = *m_schema, .currency = {}, .dayFirst = options.preview.dayFirst, .findItem = {}}
{
    for (qsizetype i = 0; i < options.preview.columns.size(); ++i) {
        const ColumnMapping &column = options.preview.columns[i];
        m_fields.append(column.field.isEmpty() ? nullptr : m_schema->field(options.typeId, column.field));
        if (column.isCurrency)
            m_currencyColumn = i;
    }
}

Value RowConverter::madeUser(const QString &name, ChangeSet &changes)
{
    return QVariant::fromValue(changes.create(u"user"_s, {{u"name"_s, name.trimmed()}, {u"active"_s, true}}));
}

Value RowConverter::madeListValue(const Field &field, const QString &name, ChangeSet &changes)
{
    const QString trimmed = name.trimmed();
    return QVariant::fromValue(changes.create(
        u"list_value"_s,
        {{u"field"_s, field.id}, {u"code"_s, fold(trimmed)}, {u"name"_s, trimmed}, {u"position"_s, qint64(1000)}}));
}

/// The item with exactly this title, or a new one that bears it.
Value RowConverter::linked(const Field &field, const QString &title, ChangeSet &changes)
{
    const EntityType *type = m_schema->type(field.target);
    if (!type)
        return {};
    if (auto ids = findByTitle(m_context, type->id, title, 1); ids && !ids->isEmpty())
        return ids->first();
    const Field *typeTitle = m_schema->field(type->id, u"title"_s);
    if (typeTitle->editable)
        return QVariant::fromValue(changes.create(type->code, {{u"title"_s, title.trimmed()}}));
    // A person is called by names: "First Last" as exports write them.
    const QString simple = title.simplified();
    const qsizetype space = simple.lastIndexOf(u' ');
    return QVariant::fromValue(changes.create(type->code,
                                              {{u"first_name"_s, textValue(space < 0 ? QString() : simple.left(space))},
                                               {u"last_name"_s, textValue(simple.mid(space + 1))}}));
}

Members RowConverter::texts(const Field &field, const QString &label, const QString &text) const
{
    // Several values in one cell: Google writes " ::: ", Bitrix24 and amoCRM a comma, ours "|".
    static const QRegularExpression separators(u"\\s*(?::::|\\||[,;\\n])\\s*"_s);
    Members members;
    const bool several = std::any_of(text.begin(), text.end(),
                                     [](QChar c) { return c == u':' || c == u'|' || c == u',' || c == u';' || c == u'\n'; });
    const QStringList parts = several ? text.split(separators, Qt::SkipEmptyParts) : QStringList(text);
    for (const QString &part : parts) {
        Member member = field.type == FieldType::Tags ? Member{.text = part.trimmed(), .label = {}, .ref = {}, .key = {}}
                                                      : labelledMember(withoutApostrophe(part.trimmed()));
        if (member.label.isEmpty())
            member.label = label;
        member.key = memberKey(field.type, member, m_schema->phoneRegion());
        members.append(member);
    }
    return members;
}

Result<Value> RowConverter::value(qsizetype index, const CsvRecord &record, const QString &currency, ChangeSet &changes,
                                  QList<ImportProblem> &warnings)
{
    const ColumnMapping &column = m_options.preview.columns[index];
    const Field &field = *m_fields[index];
    const QString text = withoutGuard(record.fields[index]);
    if (text.trimmed().isEmpty())
        return Value();
    if (holdsTexts(field.type))
        return membersValue(texts(
            field, column.labelColumn < 0 ? column.label : labelFromName(record.fields.value(column.labelColumn)), text));
    const bool isReference = holdsReference(field.type);
    if (!isReference) {
        m_parse.currency = currency;
        return parseValue(m_parse, field, text);
    }
    const QString key = field.code + u'/' + fold(text);
    if (const auto known = m_known.constFind(key); known != m_known.cend())
        return *known;
    Value found;
    if (field.type == FieldType::User) {
        const qint64 id = findUser(*m_schema, text);
        found = id != 0 ? Value(id) : madeUser(text, changes);
    } else if (field.type == FieldType::List && !field.multiple) {
        const qint64 id = findListValue(*m_schema, field, text);
        found = id != 0 ? Value(id) : madeListValue(field, text, changes);
    } else if (field.type == FieldType::Link) {
        found = linked(field, text, changes);
        if (field.multiple && found.isValid()) {
            Member member;
            if (found.typeId() == QMetaType::QUuid)
                member.ref.uid = found.toUuid();
            else
                member.ref.id = found.toLongLong();
            found = toValue(Members{member});
        }
    } else {
        auto parsed = parseValue(m_parse, field, text);
        if (!parsed) {
            // A stage or pipeline of the other program that this office has not: the item begins at the start.
            warnings.append({record.row, column.header, parsed.error().message});
            return Value();
        }
        found = *parsed;
    }
    m_known.insert(key, found);
    return found;
}

/// The header over a value; the number of a column beyond the header.
QString RowConverter::columnName(qsizetype index) const
{
    const QList<ColumnMapping> &columns = m_options.preview.columns;
    return index >= 0 && index < columns.size() ? columns[index].header : Texts::tr("column %1").arg(index + 1);
}

Result<QHash<QString, Value>> RowConverter::convert(const CsvRecord &record, ChangeSet &changes,
                                                    QList<ImportProblem> &warnings)
{
    const QList<ColumnMapping> &columns = m_options.preview.columns;
    if (!record.error.isEmpty())
        return Error{ErrorCode::Refused, record.error, {}, columnName(record.errorColumn)};
    if (record.fields.size() > columns.size()) {
        return Error{ErrorCode::Refused,
                     Texts::tr("The row has %1 values, the header has %2.").arg(record.fields.size()).arg(columns.size()),
                     {},
                     columnName(columns.size())};
    }
    if (record.fields.size() < columns.size()) {
        warnings.append({record.row, columns[record.fields.size()].header,
                         Texts::tr("The row has %1 values, the header has %2; the missing ones are empty.")
                             .arg(record.fields.size())
                             .arg(columns.size())});
    }
    QString currency;
    if (const QString named = record.fields.value(m_currencyColumn); m_currencyColumn >= 0 && !named.trimmed().isEmpty()) {
        currency = currencyFromName(named);
        if (currency.isEmpty())
            return Error{
                ErrorCode::Refused, Texts::tr("“%1” is not a currency.").arg(named), {}, columns[m_currencyColumn].header};
    }
    QHash<QString, Value> values;
    for (qsizetype i = 0; i < record.fields.size(); ++i) {
        const Field *field = m_fields[i];
        if (!field)
            continue;
        auto one = value(i, record, currency, changes, warnings);
        if (!one) {
            Error error = one.error();
            error.where = columns[i].header;
            return error;
        }
        if (!one->isValid())
            continue;
        if (values.contains(field->column) && (field->multiple || holdsTexts(field->type)))
            values[field->column] = toValue(values[field->column].value<Members>() + one->value<Members>());
        else if (values.contains(field->column) && field->type == FieldType::Address)
            values[field->column] = QString(values[field->column].toString() + u", "_s + one->toString());
        else
            values.insert(field->column, *one);
    }
    return values;
}

} // namespace Kartoteka
