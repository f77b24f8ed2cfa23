// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/column_menu.h"

#include "core/query/group_query.h"
#include "models/list/item_table_model.h"
#include "models/list/list_columns.h"
#include "views/list/item_list_view.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_text.h"

#include <QHeaderView>
#include <QMenu>

namespace Kartoteka {

ColumnMenu::ColumnMenu(ItemListView &list, ItemTableModel &model, const Store &store)
    : m_list(list), m_model(model), m_store(store)
{}

void ColumnMenu::show(int section, const QPoint &global)
{
    const Theme &theme = Theme::of(m_list.palette());
    const QString code = m_model.columnCode(section);
    QMenu menu(&m_list);
    menu.setObjectName(u"columnMenu"_s);
    addOrder(menu, section);
    menu.addAction(theme.icon(u"columns"_s), ItemListView::tr("Choose columns…"), &m_list, &ItemListView::chooseColumns);
    addPlace(menu, section);
    addGroups(menu, code);
    if (code != ListColumn::number) {
        const QString name = ListColumn::name(*m_store.schema(), m_model.query().typeId, code);
        menu.addAction(ItemListView::tr("Hide “%1”").arg(menuText(name)), &m_list, [this, code] {
            QStringList columns = m_list.visibleColumns();
            columns.removeAll(code);
            columns.removeAll(ListColumn::number);
            m_list.setColumns(columns);
        });
    }
    addSettings(menu, code);
    menu.exec(global);
}

/// Where the field of the column is defined, be it one of what a link leads to.
void ColumnMenu::addSettings(QMenu &menu, const QString &code)
{
    const SchemaPtr schema = m_store.schema();
    const FieldPath path = pathOf(*schema, m_model.query().typeId, code);
    const EntityType *type = path ? schema->type(path.field->typeId) : nullptr;
    if (!type)
        return;
    menu.addSeparator();
    menu.addAction(
            Theme::of(m_list.palette()).icon(u"settings"_s), ItemListView::tr("Field settings…"), &m_list,
            [this, entry = QString(type->code + u'.' + path.field->code)] { emit m_list.settingsWanted(u"types"_s, entry); })
        ->setObjectName(u"columnSettings"_s);
}

void ColumnMenu::addOrder(QMenu &menu, int section)
{
    if (!m_model.canSort(section))
        return;
    const QString name = ListColumn::name(*m_store.schema(), m_model.query().typeId, m_model.columnCode(section));
    menu.addAction(Theme::of(m_list.palette()).icon(u"chevron-down"_s), ItemListView::tr("Sort by “%1”").arg(menuText(name)),
                   &m_list, [this, section] { m_model.toggleSort(section, false); })
        ->setObjectName(u"sortColumn"_s);
    menu.addSeparator();
}

void ColumnMenu::addPlace(QMenu &menu, int section)
{
    QHeaderView *head = m_list.horizontalHeader();
    const int place = head->visualIndex(section);
    if (m_list.frozen() == place + 1)
        menu.addAction(ItemListView::tr("Unfreeze columns"), &m_list, [this] { m_list.setFrozen(0); });
    else
        menu.addAction(Theme::of(m_list.palette()).icon(u"pin"_s), ItemListView::tr("Freeze up to this column"), &m_list,
                       [this, place] { m_list.setFrozen(place + 1); });
    menu.addSeparator();
    const auto move = [&](const QString &text, const QString &name, int to) {
        QAction *action = menu.addAction(text, &m_list, [head, place, to] { head->moveSection(place, to); });
        action->setObjectName(name);
        action->setEnabled(to >= 0 && to < head->count());
    };
    move(ItemListView::tr("Move the column left"), u"columnLeft"_s, place - 1);
    move(ItemListView::tr("Move the column right"), u"columnRight"_s, place + 1);
    const int step = scaled(48, m_list.fontMetrics());
    menu.addAction(ItemListView::tr("Wider"), &m_list, [this, section, step] { m_list.widen(section, step); })
        ->setObjectName(u"columnWider"_s);
    menu.addAction(ItemListView::tr("Narrower"), &m_list, [this, section, step] { m_list.widen(section, -step); });
}

void ColumnMenu::addGroups(QMenu &menu, const QString &code)
{
    const SchemaPtr schema = m_store.schema();
    const FieldPath path = pathOf(*schema, m_model.query().typeId, code);
    if (!path)
        return;
    menu.addSeparator();
    if (canGroup(path))
        menu.addAction(ItemListView::tr("Group by “%1”").arg(menuText(path.name())), &m_list,
                       [this, code] { emit m_list.groupWanted(code); });
    if (!m_model.query().groupBy.isEmpty())
        menu.addAction(ItemListView::tr("Do not group"), &m_list, [this] { emit m_list.groupWanted({}); });
}

} // namespace Kartoteka
