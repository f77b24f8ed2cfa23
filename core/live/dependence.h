// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/item_query.h"
#include "core/store/change/journal_reader.h"

#include <QSet>

namespace Kartoteka {

/// What a query's answer depends on besides the items themselves: titles of linked items it is sorted by, fields of linked
/// items and activities that its conditions name.
class Dependence
{
public:
    /// @p ordered: codes of further fields that say where an item stands; "activity" for what its plan says.
    Dependence(const ReadContext &context, const ItemQuery &query, const QStringList &ordered = {});

    /// A change that may put any item elsewhere, so that only reading anew tells.
    bool isBroken(const TouchedRecord &entry) const;
    /// A change that other items than those of itemsOf() may show: a title of a linked one, a light of an activity that was
    /// taken from them.
    bool isShownElsewhere(const TouchedRecord &entry) const;
    /// Items of the query's type that a change concerns.
    QList<qint64> itemsOf(const TouchedRecord &entry) const;

private:
    void add(const QList<Condition> &conditions);
    void addField(const QString &path);

    const ReadContext &m_context;
    const ItemQuery &m_query;
    const RecordTable *m_table;
    QSet<QString> m_tables; ///< codes of other record tables
    QSet<QString> m_linked; ///< codes of the tables that the type's links lead to
    bool m_activities = false;
    bool m_clashes = false; ///< it asks what clashes: a booking is changed by what becomes of another one
};

} // namespace Kartoteka
