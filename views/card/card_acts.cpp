// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_acts.h"

#include "core/items/item_acts.h"
#include "core/items/item_rules.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/acts/move_conversation.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_text.h"

#include <QMenu>

namespace Kartoteka {

CardActs::CardActs(Store &store, MoveConversation &moves, QWidget *card)
    : QObject(card), m_store(store), m_moves(moves), m_card(card)
{}

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
    menu.addAction(theme.icon(u"edit"_s), tr("Edit all fields"), this, &CardActs::editAllWanted);
    if (!type.convertsTo.isEmpty())
        menu.addAction(theme.icon(u"convert"_s), tr("Convert…"), this, [this, ref] { emit convertWanted(ref); });
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

void CardActs::commit(ChangeSet changes, const QString &said, const std::function<void()> &after)
{
    m_store.commit(std::move(changes)).then(this, [this, said, after](const Result<Receipt> &receipt) {
        if (!receipt) {
            emit refused(receipt.error());
            return;
        }
        emit done(said);
        if (after)
            after();
    });
}

} // namespace Kartoteka
