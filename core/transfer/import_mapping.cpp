// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/import_mapping.h"
#include "core/base/texts.h"

#include "core/base/fold.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/transfer/column_fit.h"
#include "core/transfer/header_names.h"

#include <QSet>

namespace Kartoteka {

namespace {

using Role = HeaderMeaning::Role;
using Certainty = HeaderMeaning::Certainty;

/// How many of the values must be of the field: one that is called as ours is may hold slips.
double leastFit(Certainty certainty)
{
    return certainty == Certainty::Own ? 0 : certainty == Certainty::Usual ? 0.5 : 0.8;
}

/// Works out where the columns of one file go.
class Mapper
{
public:
    Mapper(const Schema &schema, qint64 typeId, const QStringList &headers, const QList<CsvRecord> &sample)
        : m_schema(schema), m_typeId(typeId), m_names(schema, typeId), m_headers(headers)
    {
        m_values.resize(headers.size());
        for (const CsvRecord &record : sample) {
            for (qsizetype i = 0; i < qMin(headers.size(), record.fields.size()); ++i) {
                if (!record.fields[i].trimmed().isEmpty())
                    m_values[i] << record.fields[i];
            }
        }
        for (qsizetype i = 0; i < headers.size(); ++i)
            m_places.insert(headerKey(headers[i]), i);
    }

    QList<ColumnMapping> columns()
    {
        QList<ColumnMapping> columns;
        QList<QList<HeaderMeaning>> meanings;
        for (const QString &header : m_headers) {
            ColumnMapping column;
            column.header = header;
            columns << column;
            meanings << m_names.meanings(header);
        }
        // What bears our own name goes first, wherever it stands.
        for (const Certainty certainty : {Certainty::Own, Certainty::Usual, Certainty::Perhaps}) {
            for (qsizetype i = 0; i < columns.size(); ++i) {
                for (const HeaderMeaning &meaning : std::as_const(meanings[i])) {
                    if (!columns[i].isUsed() && meaning.certainty == certainty)
                        take(i, meaning, columns[i]);
                }
            }
        }
        settleAddress(columns, meanings);
        settleFullName(columns);
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (!columns[i].isUsed() && !columns[i].isService && columns[i].reason.isEmpty())
                columns[i].reason = whyNot(i);
        }
        return columns;
    }

private:
    void take(qsizetype i, const HeaderMeaning &meaning, ColumnMapping &column)
    {
        if (meaning.role == Role::FullName) {
            column.isFullName = true;
            column.nameOrder = meaning.lastNameFirst ? NameOrder::LastFirst : NameOrder::FirstLast;
            return;
        }
        if (meaning.role == Role::Currency) {
            column.isCurrency = !std::exchange(m_hasCurrency, true);
            return;
        }
        const Field &field = *m_schema.field(m_typeId, meaning.field);
        if (!isFree(field)) {
            column.reason = Texts::tr("The field “%1” is filled from another column.").arg(displayName(field));
            return;
        }
        const bool unknown = meaning.needsKnownValues && knownShare(m_schema, field, m_values[i]) < 0.5;
        if (unknown || fitOf(m_schema, field, m_values[i]) < leastFit(meaning.certainty)) {
            column.reason = Texts::tr("Its values do not fit the field “%1”.").arg(displayName(field));
            return;
        }
        column.field = field.code;
        column.label = meaning.label;
        column.reason.clear();
        column.labelColumn = labelColumnOf(m_headers[i]);
        m_used.insert(field.code);
    }

    bool isFree(const Field &field) const
    {
        return field.multiple || holdsTexts(field.type) || field.type == FieldType::Address || field.type == FieldType::Text
            || !m_used.contains(field.code);
    }

    /// Google writes "Phone 1 - Label" beside "Phone 1 - Value". -1 when the value has no such neighbour.
    qsizetype labelColumnOf(const QString &header)
    {
        static const QString value = u" - value"_s;
        const QString key = headerKey(header);
        if (!key.endsWith(value))
            return -1;
        const QString stem = key.chopped(value.size());
        const qsizetype place = m_places.value(stem + u" - label"_s, m_places.value(stem + u" - type"_s, -1));
        if (place >= 0)
            m_labels.insert(place);
        return place;
    }

    /// One address of a file that has several: the one that is filled most. Its whole text where there is one, else its parts.
    void settleAddress(QList<ColumnMapping> &columns, const QList<QList<HeaderMeaning>> &meanings)
    {
        struct Group
        {
            qsizetype filled = 0;
            qsizetype wholeFilled = 0;
        };
        QHash<QString, Group> groups;
        QStringList order;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (columns[i].field != Codes::address)
                continue;
            const HeaderMeaning &meaning = meanings[i].first();
            if (!groups.contains(meaning.group))
                order << meaning.group;
            Group &group = groups[meaning.group];
            group.filled += m_values[i].size();
            group.wholeFilled += meaning.isWhole ? m_values[i].size() : 0;
        }
        if (order.isEmpty())
            return;
        QString best = order.first();
        for (const QString &one : std::as_const(order)) {
            if (groups[one].filled > groups[best].filled)
                best = one;
        }
        const bool byWhole = best.startsWith(u"address "_s) && groups[best].wholeFilled > 0;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (columns[i].field != Codes::address)
                continue;
            const HeaderMeaning &meaning = meanings[i].first();
            if (meaning.group == best && (!byWhole || meaning.isWhole))
                continue;
            columns[i].field.clear();
            columns[i].isService = meaning.group == best; // the whole text says it already
            columns[i].reason = Texts::tr("The address is taken from other columns.");
        }
    }

    /// A whole name beside its parts says nothing new.
    void settleFullName(QList<ColumnMapping> &columns)
    {
        const bool hasParts = m_used.contains(Codes::lastName) || m_used.contains(Codes::firstName);
        bool taken = hasParts;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            ColumnMapping &column = columns[i];
            const bool composed = hasParts && (column.isFullName || isComposed(i, columns));
            if (composed) {
                column.field.clear();
                m_used.remove(Codes::position);
            }
            if (column.isFullName && taken)
                column.reason = Texts::tr("The name is taken from other columns.");
            else if (composed)
                column.reason = Texts::tr("It repeats the names.");
            column.isService = column.isService || (composed && repeatsNames(i, columns));
            column.isFullName = column.isFullName && !taken;
            taken = taken || column.isFullName;
        }
    }

    /// "Title" of our own people is their name put together.
    bool isComposed(qsizetype i, const QList<ColumnMapping> &columns) const
    {
        const QString key = headerKey(m_headers[i]);
        const Field *title = m_schema.field(m_typeId, Codes::title);
        if (!title || title->editable || !m_names.isKnown(m_headers[i]))
            return false;
        const QStringList names = knownNames(*title);
        const bool named = std::any_of(names.begin(), names.end(), [&](const QString &n) { return headerKey(n) == key; });
        return named && repeatsNames(i, columns);
    }

    bool repeatsNames(qsizetype i, const QList<ColumnMapping> &columns) const
    {
        const qsizetype rows = m_values[i].size();
        if (rows == 0)
            return true;
        // Only where each of the columns has a value in as many rows do the samples stand side by side.
        for (qsizetype r = 0; r < rows; ++r) {
            const QString key = u' ' + personKey(m_values[i][r]) + u' ';
            for (qsizetype c = 0; c < columns.size(); ++c) {
                if (columns[c].field != Codes::lastName || m_values[c].size() != rows)
                    continue;
                for (const QString &word : fold(m_values[c][r]).split(u' ', Qt::SkipEmptyParts)) {
                    if (!key.contains(u' ' + word + u' '))
                        return false;
                }
            }
        }
        return true;
    }

    QString whyNot(qsizetype i)
    {
        const QString &header = m_headers[i];
        if (m_labels.contains(i))
            return {};
        if (m_names.isNumber(header))
            return Texts::tr("Numbers are assigned anew.");
        if (HeaderNames::isKey(header))
            return Texts::tr("It is an ID from another program.");
        return Texts::tr("No field has this name.");
    }

    const Schema &m_schema;
    qint64 m_typeId;
    HeaderNames m_names;
    QStringList m_headers;
    QList<QStringList> m_values; ///< of each column, those that are not empty
    QHash<QString, qsizetype> m_places;
    QSet<QString> m_used;
    QSet<qsizetype> m_labels; ///< columns that name the labels of others
    bool m_hasCurrency = false;
};

} // namespace

bool ImportPreview::isMapped() const
{
    return std::any_of(columns.begin(), columns.end(),
                       [](const ColumnMapping &c) { return !c.field.isEmpty() || c.isFullName; });
}

QList<ColumnMapping> guessMapping(const Schema &schema, qint64 typeId, const QStringList &headers,
                                  const QList<CsvRecord> &sample)
{
    return Mapper(schema, typeId, headers, sample).columns();
}

} // namespace Kartoteka
