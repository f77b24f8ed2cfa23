// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/group_head.h"

#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "models/item_table_model.h"

namespace Kartoteka {

namespace {

QString sumOf(const ItemGroup &group)
{
    QStringList parts;
    for (const auto &[currency, amount] : group.sums) {
        if (amount != 0)
            parts << moneyText({amount, currency});
    }
    return parts.join(u" + "_s);
}

} // namespace

QVariant groupHeadData(const GroupLayout::Group &group, int column, int role)
{
    const QString title = group.group.title.isEmpty() ? ItemTableModel::tr("empty") : group.group.title;
    switch (role) {
    case ItemTableModel::GroupRole:
    case ItemTableModel::LoadedRole: return true;
    case ItemTableModel::GroupFoldedRole: return group.folded;
    case ItemTableModel::GroupCountRole: return group.group.count;
    case ItemTableModel::GroupSumRole: return sumOf(group.group);
    case ItemTableModel::StageRole: return group.group.stage == 0 ? QVariant() : QVariant(group.group.stage);
    case ItemTableModel::IdRole: return 0;
    case Qt::DisplayRole: return column == 0 ? title : QString();
    case Qt::AccessibleTextRole: {
        if (column != 0)
            return {};
        QStringList parts{title, QLocale().toString(group.group.count), sumOf(group.group)};
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    default: return {};
    }
}

} // namespace Kartoteka
