// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item_defaults.h"
#include "core/items/value_parse.h"
#include "core/store/change/change_set.h"
#include "core/transfer/importer.h"
#include "core/transfer/reference_finder.h"

namespace Kartoteka {

/// Values of a row by column, and where it says that it stands.
struct ConvertedRow
{
    QHash<QString, Value> values; ///< by physical column
    QString pipeline;             ///< names as the file has them; the stage is looked up when the row is taken
    QString stage;
};

/// Whether 3/4 is the fourth of March where the office is.
bool monthFirstAtHome(const Schema &schema);
/// By column, what new items have in fields that the file does not speak of. A column that is empty is empty.
QHash<QString, Value> defaultsBeside(const Schema &schema, const ImportOptions &options, const DefaultMoment &moment);
/// The last year that a year of two digits may mean in a column.
int latestYear(const ColumnMapping &mapping, const QDate &today);

/// Turns records of a file into values. What it makes for a row stands in a change set and is forgotten by discard().
class RowConverter
{
public:
    RowConverter(SchemaPtr schema, const ImportOptions &options, const ImportSurvey &survey, ReadContext context,
                 const QDate &today);

    /// Adds to @p changes what the record calls for. Refused with the column's header in Error::where.
    Result<ConvertedRow> convert(const CsvRecord &record, ChangeSet &changes, QList<ImportProblem> &warnings);
    /// Only the phones and e-mails of a record, which may be asked for ahead: nothing is made for them.
    QHash<QString, Value> reach(const CsvRecord &record) const;
    ReferenceFinder &references() { return m_references; }
    QString columnName(qsizetype index) const;

private:
    /// How one column is read.
    struct Column
    {
        const Field *field = nullptr; ///< null when left out
        DateReading dates;
        bool datesContradict = false;
        NumberStyle numbers;
    };
    Result<Value> value(qsizetype index, const CsvRecord &record, const QString &currency, ChangeSet &changes,
                        QList<ImportProblem> &warnings);
    Result<Value> parsed(const Column &column, const QString &text, const QString &currency);
    Value texts(qsizetype index, const CsvRecord &record, const QString &text, QList<ImportProblem> &warnings) const;
    Result<void> requireShape(const CsvRecord &record, QList<ImportProblem> &warnings) const;
    void takeName(const ColumnMapping &column, const QString &text, ConvertedRow &row) const;
    void take(const Field &field, const Value &value, ConvertedRow &row) const;

    SchemaPtr m_schema;
    const ImportOptions &m_options;
    ParseContext m_parse;
    ReferenceFinder m_references;
    QList<Column> m_columns;
    qsizetype m_currencyColumn = -1;
};

/// The name of a field that an item of a row must have and has not; empty when it lacks none. @p defaults: what it gets where
/// the file has nothing, by column.
QString missingRequired(const Schema &schema, const EntityType &type, const QHash<QString, Value> &defaults,
                        const QHash<QString, Value> &values);

} // namespace Kartoteka
