// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/import_survey.h"
#include "core/base/texts.h"

#include "core/base/fold.h"
#include "core/store/file/open_files.h"
#include "core/transfer/cell_text.h"

#include <QFile>
#include <QSet>

namespace Kartoteka {

namespace {

constexpr qsizetype mostUnknown = 1000;

void noteDate(const QString &text, qint64 row, ColumnSurvey &column)
{
    const DateSigns signs = dateSigns(text);
    if (signs.order == DateOrderSign::None || isNoDate(text))
        return;
    column.shortYears = column.shortYears || signs.shortYear;
    const auto note = [row](qint64 &first) { first = first == 0 ? row : first; };
    switch (signs.order) {
    case DateOrderSign::DayFirst: note(column.dayFirstRow); break;
    case DateOrderSign::MonthFirst:
        note(column.monthFirstRow);
        column.monthWithDots = column.monthWithDots || text.contains(u'.');
        break;
    case DateOrderSign::Either: note(column.eitherRow); break;
    case DateOrderSign::EitherWithDots:
    case DateOrderSign::None: break;
    }
}

void notePoint(PointMeaning seen, PointMeaning &known, bool &contradict)
{
    if (seen == PointMeaning::Unknown)
        return;
    contradict = contradict || (known != PointMeaning::Unknown && known != seen);
    known = seen;
}

void noteNumber(const QString &text, const QString &namedCurrency, bool isMoney, ColumnSurvey &column)
{
    if (!text.contains(u'.') && !text.contains(u','))
        return;
    const auto amount = splitAmount(text);
    const QString currency = amount && !amount->unit.isEmpty() ? currencyFromName(amount->unit) : namedCurrency;
    if (!amount || minorDigits(currency) > 2)
        return; // three decimals are usual there
    // No money of two decimals ends so: "12.345".
    if (const QChar point = ambiguousPoint(*amount); !point.isNull() && isMoney && !amount->number.endsWith(u'0'))
        notePoint(PointMeaning::Groups, point == u'.' ? column.numbers.dot : column.numbers.comma, column.numbersContradict);
    const NumberStyle style = styleOf(*amount);
    notePoint(style.dot, column.numbers.dot, column.numbersContradict);
    notePoint(style.comma, column.numbers.comma, column.numbersContradict);
}

/// What the other sign means follows from the one that is known; a point that can be no decimal one groups.
void concludeNumbers(ColumnSurvey &column)
{
    NumberStyle &style = column.numbers;
    if (style.dot == PointMeaning::Unknown && style.comma == PointMeaning::Decimal)
        style.dot = PointMeaning::Groups;
    if (style.comma == PointMeaning::Unknown && style.dot == PointMeaning::Decimal)
        style.comma = PointMeaning::Groups;
    if (column.numbersContradict)
        style = {};
}

} // namespace

QString nameKey(const QString &field, const QString &text)
{
    return field + u'/' + fold(text);
}

qint64 findNamed(const Schema &schema, const Field &field, const QString &text)
{
    switch (field.type) {
    case FieldType::User: {
        const QString folded = fold(text);
        for (const User &user : schema.users()) {
            if (fold(user.name) == folded || (!user.login.isEmpty() && user.login == text.trimmed()))
                return user.id;
        }
        return 0;
    }
    case FieldType::List: return findListValue(schema, field, text);
    case FieldType::Stage: return findStage(schema, field.typeId, 0, text);
    case FieldType::Pipeline: return findPipeline(schema, field.typeId, text);
    default: return 0;
    }
}

std::optional<StageGroup> outcomeMeant(const QString &stage)
{
    static const QSet<QString> won{u"успешно реализовано"_s,
                                   u"успешно реализована"_s,
                                   u"сделка успешна"_s,
                                   u"выиграна"_s,
                                   u"выиграно"_s,
                                   u"успех"_s,
                                   u"won"_s,
                                   u"closed won"_s,
                                   u"closedwon"_s,
                                   u"win"_s};
    static const QSet<QString> lost{u"закрыто и не реализовано"_s,
                                    u"не реализовано"_s,
                                    u"сделка провалена"_s,
                                    u"проиграна"_s,
                                    u"проиграно"_s,
                                    u"провал"_s,
                                    u"lost"_s,
                                    u"closed lost"_s,
                                    u"closedlost"_s,
                                    u"loose"_s,
                                    u"проваленная"_s};
    const QString folded = fold(stage);
    if (won.contains(folded))
        return StageGroup::Won;
    return lost.contains(folded) ? std::optional(StageGroup::Lost) : std::nullopt;
}

Result<ImportSurvey> surveyImport(const Schema &schema, qint64 typeId, const ImportPreview &preview,
                                  const CancelToken &cancel)
{
    enum class Look { Nothing, Date, Number, Name };
    struct Column
    {
        Look look = Look::Nothing;
        const Field *field = nullptr;
        QHash<QString, qsizetype> names; ///< seen → place among the unknown, -1: known
    };
    QList<Column> columns(preview.columns.size());
    QList<bool> wanted(preview.columns.size(), false);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const Field *field = preview.columns[i].field.isEmpty() ? nullptr : schema.field(typeId, preview.columns[i].field);
        columns[i].field = field;
        if (!field)
            continue;
        if (field->type == FieldType::Date || field->type == FieldType::DateTime)
            columns[i].look = Look::Date;
        else if (field->type == FieldType::Money || field->type == FieldType::Number || field->type == FieldType::Integer)
            columns[i].look = Look::Number;
        else if (holdsReference(field->type) && field->type != FieldType::Link)
            columns[i].look = Look::Name;
        wanted[i] = columns[i].look != Look::Nothing;
    }
    qsizetype currencyColumn = -1;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (preview.columns[i].isCurrency) {
            currencyColumn = i;
            wanted[i] = true;
        }
    }
    QFile file(preview.path);
    if (auto opened = openToRead(file); !opened)
        return opened.error();
    ImportSurvey survey;
    survey.columns.resize(preview.columns.size());
    const QString currency = schema.baseCurrency();
    CsvReader reader(file, preview.dialect);
    CsvRecord record;
    // Records as wide as the header and no wider matter here; those at fault are told when they are imported.
    while (reader.next(record, wanted)) {
        if (record.row <= preview.headerRow)
            continue;
        if (cancel.isCancelled())
            return Error{ErrorCode::Cancelled, {}, {}, {}};
        ++survey.rows;
        for (qsizetype i = 0; i < qMin(columns.size(), record.fields.size()); ++i) {
            const QString &text = record.fields[i];
            if (text.isEmpty())
                continue;
            ColumnSurvey &seen = survey.columns[i];
            seen.isFilled = true;
            switch (columns[i].look) {
            case Look::Nothing: break;
            case Look::Date: noteDate(text, record.row, seen); break;
            case Look::Number: {
                const QString named = record.fields.value(currencyColumn);
                noteNumber(text, named.trimmed().isEmpty() ? currency : currencyFromName(named),
                           columns[i].field->type == FieldType::Money, seen);
                break;
            }
            case Look::Name:
                if (const auto known = columns[i].names.constFind(text); known != columns[i].names.cend()) {
                    if (*known >= 0)
                        ++survey.unknown[*known].rows;
                } else if (columns[i].names.size() < 100'000) {
                    const bool unknown = !text.trimmed().isEmpty() && !columns[i].field->multiple
                        && findNamed(schema, *columns[i].field, text) == 0 && survey.unknown.size() < mostUnknown;
                    columns[i].names.insert(text, unknown ? survey.unknown.size() : -1);
                    if (unknown)
                        survey.unknown.append({columns[i].field->code, text.trimmed(), 1, record.row});
                }
                break;
            }
        }
    }
    for (ColumnSurvey &column : survey.columns)
        concludeNumbers(column);
    return survey;
}

} // namespace Kartoteka
