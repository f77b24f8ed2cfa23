// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_acts.h"

#include "core/items/carried_values.h"
#include "core/items/item_acts.h"
#include "core/items/item_rules.h"
#include "core/people/offered_name.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/acts/copy_link.h"
#include "views/acts/move_conversation.h"
#include "views/card/card_print.h"
#include "views/theme/theme.h"
#include "views/widgets/initials.h"
#include "views/widgets/menu_key.h"
#include "views/widgets/menu_search.h"
#include "views/widgets/menu_text.h"

#include <QMenu>
#include <QPixmap>

namespace Kartoteka {

CardActs::CardActs(Store &store, MoveConversation &moves, QWidget *card)
    : QObject(card), m_store(store), m_moves(moves), m_card(card), m_print(new CardPrint(store, card))
{
    connect(m_print, &CardPrint::failed, this, &CardActs::refused);
    connect(m_print, &CardPrint::told, this, &CardActs::told);
}

void CardActs::print(const ItemRef &ref)
{
    m_print->show(ref);
}

void CardActs::moveTo(const ItemRef &ref, qint64 stage)
{
    m_moves.begin(ref.type, {ref.id}, stage, [this, ref, stage](const QList<FieldValue> &values) {
        const SchemaPtr schema = m_store.schema();
        auto changes = planMove(m_store.reader(), ref, stage, {}, values);
        if (changes)
            commit(std::move(*changes), tr("Moved to “%1”").arg(displayName(*schema, *schema->stage(stage))));
        else
            emit refused(changes.error());
    });
}

void CardActs::showFinishMenu(const Item &item, const QPoint &global)
{
    const SchemaPtr schema = m_store.schema();
    const EntityType *type = schema->type(item.typeId);
    const Pipeline *pipeline = schema->pipeline(item.reference(Codes::pipeline));
    if (!type || !pipeline)
        return;
    const ItemRef ref{item.typeId, item.id, {}};
    const Theme &theme = Theme::of(m_card->palette());
    QMenu menu(m_card);
    menu.setObjectName(u"finishMenu"_s);
    if (!type->convertsTo.isEmpty())
        menu.addAction(theme.icon(u"convert"_s), tr("Convert…"), this, [this, ref] { emit convertWanted(ref); });
    for (const Stage &stage : schema->stages(pipeline->id)) {
        if (stage.group == StageGroup::InProgress || isWonByConversion(*type, stage))
            continue; // "Convert" stands for the latter
        menu.addAction(theme.icon(u"flag"_s, theme.mark(QColor(stage.colour), ColourRole::Raised)),
                       menuText(displayName(*schema, stage)), this, [this, ref, id = stage.id] { moveTo(ref, id); });
    }
    menu.exec(global);
}

void CardActs::showMoreMenu(const Item &item, const QPoint &global)
{
    const Theme &theme = Theme::of(m_card->palette());
    const EntityType type = *m_store.schema()->type(item.typeId);
    const ItemRef ref{item.typeId, item.id, {}};
    const QString title = item.text(Codes::title);
    QMenu menu(m_card);
    menu.setObjectName(u"cardMenu"_s);
    menu.addAction(theme.icon(u"edit"_s), withKey(tr("Edit all fields"), QKeySequence(Qt::CTRL | Qt::Key_E)), this,
                   &CardActs::editAllWanted);
    if (!m_isAlone)
        menu.addAction(theme.icon(u"share"_s), withKey(tr("Open in a window"), QKeySequence(Qt::SHIFT | Qt::Key_Return)),
                       this, [this, ref] { emit windowWanted(ref); });
    menu.addAction(theme.icon(u"sliders"_s), withKey(tr("Configure the card"), Qt::CTRL | Qt::SHIFT | Qt::Key_K), this,
                   &CardActs::configureWanted)
        ->setObjectName(u"cardConfigure"_s);
    if (!type.convertsTo.isEmpty())
        menu.addAction(theme.icon(u"convert"_s), tr("Convert…"), this, [this, ref] { emit convertWanted(ref); });
    addCopyLink(menu, m_store, ref, [this](const QString &said) { emit told(said); });
    menu.addAction(theme.icon(u"print"_s), withKey(tr("Print…"), QKeySequence::Print), this, [this, ref] { print(ref); })
        ->setObjectName(u"cardPrint"_s);
    menu.addSeparator();
    addNewOnes(menu, item);
    menu.addSeparator();
    if (item.deleted) {
        menu.addAction(theme.icon(u"undo"_s), tr("Restore"), this,
                       [this, type, ref, title] { commit(planRestore(type, {ref.id}, title), tr("Restored")); });
    } else {
        menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete"), this, [this, type, ref, title] {
            commit(planDelete(type, {ref.id}, title, m_store.clock().now()), tr("Deleted: %1").arg(title),
                   [this] { emit deleted(); });
        });
    }
    menu.exec(global);
}

/// What can be made of an item beside a conversion: items that name it, and another one like it.
void CardActs::addNewOnes(QMenu &menu, const Item &item)
{
    const SchemaPtr schema = m_store.schema();
    const Theme &theme = Theme::of(m_card->palette());
    const EntityType &own = *schema->type(item.typeId);
    const auto productsFor = [&](const EntityType &type) {
        return own.hasProducts && type.hasProducts ? item.ref() : ItemRef();
    };
    QMenu *basis = menu.addMenu(theme.icon(u"plus"_s), tr("Create from this"));
    for (const EntityType &type : schema->types()) {
        const Field *origin = type.isItem && type.listed && type.id != own.id ? originField(*schema, type, own) : nullptr;
        if (!origin || !origin->editable || own.convertsTo.contains(type.code))
            continue;
        QHash<QString, Value> values = copiedValues(*schema, item, type);
        values.insert(origin->code, item.id);
        basis->addAction(
            theme.icon(type.icon), menuText(displayName(type)), this,
            [this, typeId = type.id, values, products = productsFor(type)] { emit createWanted(typeId, values, products); });
    }
    basis->menuAction()->setVisible(!basis->isEmpty());
    QHash<QString, Value> copy = copiedValues(*schema, item, own);
    if (const Field *title = schema->field(own.id, Codes::title); title && title->editable)
        copy.insert(Codes::title, tr("%1 (copy)", "title of an item").arg(item.text(Codes::title)));
    menu.addAction(theme.icon(u"copy"_s), tr("Copy"), this, [this, typeId = own.id, copy, products = productsFor(own)] {
        emit createWanted(typeId, copy, products);
    });
}

void CardActs::showPeopleMenu(const Item &item, const QPoint &global)
{
    const SchemaPtr schema = m_store.schema();
    QMenu menu(m_card);
    menu.setObjectName(u"peopleMenu"_s);
    for (const User &user : schema->users()) {
        if (!user.active)
            continue;
        QAction *act = menu.addAction(initialsIcon(user, menu),
                                      menuText(offeredName(user, m_store.clock().localNow().date())), this,
                                      [this, item, id = user.id, name = user.name] {
                                          commit(planEdit(*m_store.schema(), item, {{Codes::responsible, id}},
                                                          {{Codes::responsible, item.value(Codes::responsible)}}),
                                                 tr("Handed over to %1").arg(name));
                                      });
        act->setEnabled(user.id != item.reference(Codes::responsible));
    }
    addSearchIfLong(menu);
    menu.exec(global);
}

void CardActs::commit(ChangeSet changes, const QString &said, const std::function<void()> &after)
{
    m_store.commit(std::move(changes)).then(this, [this, said, after](const Result<Receipt> &receipt) {
        if (!receipt) {
            emit refused(receipt.error());
            return;
        }
        if (receipt->keptNewer > 0) {
            emit refused({ErrorCode::Refused, tr("Somebody else changed it meanwhile, so it was left as is."), {}, {}});
            return;
        }
        emit done(said);
        if (after)
            after();
    });
}

} // namespace Kartoteka
