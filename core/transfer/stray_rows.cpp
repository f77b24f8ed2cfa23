// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/stray_rows.h"

#include "core/base/texts.h"

#include <algorithm>

namespace Kartoteka {

StrayRows::StrayRows(const Schema &schema, qint64 typeId, const QList<ColumnMapping> &columns)
    : m_columns(columns), m_names(schema, typeId)
{
    for (const EntityType &type : schema.types()) {
        if (type.isItem && type.id != typeId)
            m_otherNames.emplace_back(schema, type.id);
    }
    for (const ColumnMapping &column : m_columns)
        m_words.insert(headerKey(column.header));
}

QString StrayRows::whyNoData(const CsvRecord &record)
{
    if (m_otherTable != 0)
        return Texts::tr("It belongs to another table, which begins in row %1. Import that as a file of its own.")
            .arg(m_otherTable);
    const auto first = std::find_if(record.fields.begin(), record.fields.end(),
                                    [](const QString &f) { return !f.trimmed().isEmpty(); });
    if (first == record.fields.end() || first->size() > 60)
        return {};
    const QString word = headerKey(*first);
    static const QSet<QString> sums{u"итого"_s,    u"всего"_s, u"total"_s, u"grand total"_s,
                                    u"subtotal"_s, u"итог"_s,  u"sum"_s};
    const auto filled = std::count_if(record.fields.begin(), record.fields.end(),
                                      [](const QString &f) { return !f.trimmed().isEmpty(); });
    if (sums.contains(word) && filled * 2 <= m_columns.size() + 1)
        return Texts::tr("It is a row of totals.");
    // Nearly every row of data holds a digit or an address; names of columns do not, but for those of this file.
    const bool maybe = m_words.contains(word)
        || std::none_of(record.fields.begin(), record.fields.end(), [](const QString &f) {
                           return f.size() > 60
                               || std::any_of(f.begin(), f.end(), [](QChar c) { return c.isDigit() || c == u'@'; });
                       });
    if (!maybe || (!m_words.contains(word) && !isNameOfColumn(*first)))
        return {};
    const bool repeated = m_words.contains(word)
        && std::all_of(record.fields.begin(), record.fields.end(),
                       [this](const QString &f) { return f.trimmed().isEmpty() || m_words.contains(headerKey(f)); });
    const auto known = std::count_if(record.fields.begin(), record.fields.end(),
                                     [this](const QString &f) { return isNameOfColumn(f); });
    if (repeated && filled * 2 > m_words.size())
        return Texts::tr("It repeats the header.");
    if (filled < 2 || known < filled)
        return {};
    if (namesSameFields(record))
        return Texts::tr("It repeats the header.");
    m_otherTable = record.row;
    return whyNoData(record);
}

/// In a file of this or of another type.
bool StrayRows::isNameOfColumn(const QString &text) const
{
    if (text.trimmed().isEmpty())
        return false;
    return m_names.isKnown(text)
        || std::any_of(m_otherNames.begin(), m_otherNames.end(), [&](const HeaderNames &n) { return n.isKnown(text); });
}

/// A second line of names, by code or in another language, over the same columns.
bool StrayRows::namesSameFields(const CsvRecord &record) const
{
    for (qsizetype i = 0; i < qMin(m_columns.size(), record.fields.size()); ++i) {
        const QList<HeaderMeaning> meanings = m_names.meanings(record.fields[i]);
        const bool same = m_columns[i].field.isEmpty() || record.fields[i].trimmed().isEmpty()
            || std::any_of(meanings.begin(), meanings.end(),
                           [&](const HeaderMeaning &m) { return m.field == m_columns[i].field; });
        if (!same)
            return false;
    }
    return true;
}

} // namespace Kartoteka
