// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/field_row_menu.h"

#include "core/store/store.h"
#include "views/card/field_row.h"
#include "views/settings/field_dialog.h"
#include "views/settings/value_list_dialog.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_key.h"

#include <QContextMenuEvent>
#include <QMenu>

namespace Kartoteka {

FieldRowMenu::FieldRowMenu(Store &store, QWidget *host) : QObject(host), m_store(store), m_host(host)
{}

void FieldRowMenu::serve(FieldRow &row)
{
    row.installEventFilter(this);
}

bool FieldRowMenu::eventFilter(QObject *watched, QEvent *event)
{
    auto *row = event->type() == QEvent::ContextMenu ? qobject_cast<FieldRow *>(watched) : nullptr;
    if (!row)
        return QObject::eventFilter(watched, event);
    const auto *asked = static_cast<QContextMenuEvent *>(event);
    const bool byKey = asked->reason() == QContextMenuEvent::Keyboard;
    show(*row, byKey ? row->mapToGlobal(QPoint(Space::xl, row->height())) : asked->globalPos());
    return true;
}

void FieldRowMenu::show(FieldRow &row, const QPoint &global)
{
    const Theme &theme = Theme::of(m_host->palette());
    QMenu menu(m_host);
    menu.setObjectName(u"fieldRowMenu"_s);
    if (row.field().editable && !row.isEditing())
        menu.addAction(theme.icon(u"edit"_s), withKey(tr("Edit"), Qt::Key_F2), &row, &FieldRow::beginEdit)
            ->setObjectName(u"fieldRowEdit"_s);
    menu.addAction(theme.icon(u"settings"_s), tr("Field settings…"), this, [this, id = row.field().id] { openSettings(id); })
        ->setObjectName(u"fieldRowSettings"_s);
    if (row.field().type == FieldType::List)
        menu.addAction(theme.icon(u"tag"_s), tr("Values of the list…"), this,
                       [this, id = row.field().id] { openValues(id); })
            ->setObjectName(u"fieldRowValues"_s);
    menu.exec(global);
}

void FieldRowMenu::openSettings(qint64 field)
{
    const SchemaPtr schema = m_store.schema();
    const Field *known = schema->field(field);
    if (!known || known->hidden)
        return;
    auto *dialog = new FieldDialog(m_store, known->typeId, field, 0, m_host->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FieldDialog::done, this, &FieldRowMenu::done);
    dialog->open();
}

void FieldRowMenu::openValues(qint64 field)
{
    auto *dialog = new ValueListDialog(m_store, field, m_host->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ValueListDialog::done, this, &FieldRowMenu::done);
    dialog->open();
}

} // namespace Kartoteka
