// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/field_row_menu.h"

#include "core/store/store.h"
#include "views/card/field_row.h"
#include "views/card/reach.h"
#include "views/settings/field_dialog.h"
#include "views/settings/value_list_dialog.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/menu_text.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
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

namespace {

/// What can be done with a phone or an address that stands there.
void addReach(QMenu &menu, FieldRow &row, const ReachTarget &target)
{
    const Theme &theme = Theme::of(row.palette());
    const auto add = [&](const QString &icon, const QString &text, const ReachTarget &one) {
        menu.addAction(icon.isEmpty() ? QIcon() : theme.icon(icon), menuText(text), &row,
                       [&row, link = reachLink(one)] { emit row.reachWanted(link); });
    };
    if (target.way == ReachWay::Mail) {
        add(u"mail"_s, FieldRowMenu::tr("Write to %1").arg(target.shown), target);
    } else {
        add(u"phone"_s, FieldRowMenu::tr("Call %1").arg(target.shown), target);
        for (ReachTarget one = target; const ReachWay way : messengers()) {
            one.way = way;
            add(way == ReachWay::Sms ? u"comment"_s : QString(), messengerName(way), one);
        }
    }
    menu.addAction(theme.icon(u"copy"_s), FieldRowMenu::tr("Copy"), &row,
                   [shown = target.shown] { QGuiApplication::clipboard()->setText(shown); });
}

/// Of each phone or address; of several each behind its own.
void addReaches(QMenu &menu, FieldRow &row)
{
    const bool isPhone = row.field().type == FieldType::Phone;
    const Members members = row.value().value<Members>();
    if (row.isEditing() || members.isEmpty() || (!isPhone && row.field().type != FieldType::Email))
        return;
    for (const Member &member : members) {
        const ReachTarget target = isPhone ? phoneTarget(member, {}) : mailTarget(member, {});
        addReach(members.size() == 1 ? menu : *menu.addMenu(menuText(target.shown)), row, target);
    }
    menu.addSeparator();
}

} // namespace

void FieldRowMenu::show(FieldRow &row, const QPoint &global)
{
    const Theme &theme = Theme::of(m_host->palette());
    QMenu menu(m_host);
    menu.setObjectName(u"fieldRowMenu"_s);
    addReaches(menu, row);
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
