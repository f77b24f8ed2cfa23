// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/list/group_head.h"

#include "models/base/sum_text.h"
#include "models/list/item_table_model.h"

#include <QLocale>

namespace Kartoteka {

namespace {

QHash<QString, qint64> sumsOf(const ItemGroup &group)
{
    QHash<QString, qint64> sums;
    for (const auto &[currency, amount] : group.sums)
        sums.insert(currency, amount);
    return sums;
}

/// One sum in the base currency where all can be turned into it; its parts are told beside.
QString sumOf(const ItemGroup &group, const Rates &rates)
{
    const QString whole = sumText(rates, sumsOf(group), group.closed);
    return whole.startsWith(u'≈') ? whole.section(u" = "_s, 0, 0) : whole;
}

} // namespace

QVariant groupHeadData(const GroupLayout::Group &group, int column, int role, const Rates &rates)
{
    const QString title = group.group.title.isEmpty() ? ItemTableModel::tr("empty") : group.group.title;
    switch (role) {
    case ItemTableModel::GroupRole:
    case ItemTableModel::LoadedRole: return true;
    case ItemTableModel::GroupFoldedRole: return group.folded;
    case ItemTableModel::GroupCountRole: return group.group.count;
    case ItemTableModel::GroupSumRole: return sumOf(group.group, rates);
    case ItemTableModel::StageRole: return group.group.stage == 0 ? QVariant() : QVariant(group.group.stage);
    case ItemTableModel::IdRole: return 0;
    case Qt::DisplayRole: return column == 0 ? title : QString();
    case Qt::AccessibleTextRole: {
        if (column != 0)
            return {};
        QStringList parts{title, QLocale().toString(group.group.count), sumOf(group.group, rates)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    case Qt::ToolTipRole: return sumText(rates, sumsOf(group.group), group.group.closed);
    default: return {};
    }
}

} // namespace Kartoteka
