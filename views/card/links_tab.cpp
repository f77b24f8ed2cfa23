// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/links_tab.h"

#include "core/clients/clients.h"
#include "core/items/links.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/card/link_groups.h"
#include "views/theme/theme.h"
#include "views/widgets/carry_out.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/item_picker.h"
#include "views/widgets/menu_text.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {
constexpr int mostFound = 8;
constexpr int pickerWidth = 360;
} // namespace

LinksTab::LinksTab(Store &store, QWidget *parent, qint64 field) : CardTab(parent), m_store(store), m_field(field)
{
    setObjectName(u"linksTab"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Space::m, 0, 0);
    layout->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::xl, 0, Space::xl, 0);
    row->setSpacing(Space::s);
    m_picker = new ItemPicker(store, this);
    m_picker->setObjectName(u"linkSearch"_s);
    m_picker->setPlaceholderText(tr("Link: name or number"));
    m_picker->setAccessibleName(tr("Link with"));
    m_picker->setMaximumWidth(scaled(pickerWidth, fontMetrics()));
    m_create = new QToolButton(this);
    m_create->setObjectName(u"linkCreate"_s);
    m_create->setText(tr("Create"));
    m_create->setIcon(Theme::of(palette()).icon(u"plus"_s, ColourRole::Accent));
    m_create->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    row->addWidget(m_picker, 1);
    row->addWidget(m_create);
    row->addStretch(1);
    layout->addLayout(row);
    auto *area = new QScrollArea(this);
    auto *inside = new QWidget;
    inside->setObjectName(u"cardFields"_s); // as transparent as the fields
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(Space::xl, 0, Space::xl, Space::l);
    m_groups = new LinkGroups(store, {}, inside);
    m_groups->setField(field);
    column->addWidget(m_groups);
    column->addStretch(1);
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    layout->addWidget(area, 1);
    m_empty = new EmptyState(area, false);
    const SchemaPtr schema = store.schema();
    const Field *by = schema->field(field);
    const EntityType *belonging = by ? schema->type(by->typeId) : nullptr;
    m_empty->setText({.drawing = Drawing::List,
                      .title = belonging ? tr("%1: none yet", "plural of a type").arg(pluralName(*belonging))
                                         : tr("Nothing is linked yet"),
                      .text = field == 0 ? tr("Related deals, contacts, companies and other cards will be here.")
                                         : tr("Create the first one, or find one that exists.")});
    setFocusProxy(m_picker);
    connect(m_picker, &ItemPicker::picked, this, &LinksTab::link);
    connect(m_picker, &ItemPicker::failed, this, &LinksTab::failed);
    connect(m_create, &QToolButton::clicked, this, &LinksTab::create);
    connect(m_groups, &LinkGroups::opened, this, &LinksTab::opened);
    connect(m_groups, &LinkGroups::unlinkWanted, this, &LinksTab::unlink);
    connect(m_groups, &LinkGroups::createWanted, this, &LinksTab::createWanted);
    connect(m_groups, &LinkGroups::sectionWanted, this, &LinksTab::sectionWanted);
    connect(m_groups, &LinkGroups::failed, this, &LinksTab::failed);
    connect(m_groups, &LinkGroups::shown, m_empty, &QWidget::setVisible);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        // Links have no item of their own in a notice: whatever touches items or links may concern what is shown.
        const bool mayConcern = notice.whole || notice.schemaChanged
            || std::any_of(notice.records.cbegin(), notice.records.cend(),
                           [](const RecordChange &record) { return record.typeId != 0 || record.table == u"link"; });
        if (mayConcern && isVisible())
            m_groups->read();
    });
}

void LinksTab::setItem(const Item &item)
{
    m_item = item;
    const Field *field = m_store.schema()->field(m_field);
    m_picker->setFind([own = item.ref(), typeId = field ? field->typeId : 0](const ReadContext &context,
                                                                             const QString &text) -> Result<QList<PickRow>> {
        auto found = typeId == 0 ? findAnywhere(context, text, mostFound) : findOfType(context, typeId, text, mostFound);
        if (!found)
            return found.error();
        found->removeIf([&](const FoundItem &one) { return one.ref == own; });
        return pickRows(*context.schema, *found);
    });
    m_groups->setItem(item.ref());
}

void LinksTab::link(const PickRow &row)
{
    const Field *field = m_store.schema()->field(m_field);
    carryOut(m_store, this,
             field ? planLinkBy(m_store.reader(), *field, m_item.ref(), row.ref)
                   : planLink(m_store.reader(), m_item.ref(), row.ref),
             tr("Linked: %1").arg(row.title));
}

void LinksTab::create()
{
    const SchemaPtr schema = m_store.schema();
    if (const Field *field = schema->field(m_field)) {
        // What belongs to a deal is for the deal's client.
        QHash<QString, Value> values = clientValues(*schema, field->typeId, clientsIn(*schema, m_item));
        values.insert(field->code, linkValue(*field, m_item.id));
        emit createWanted(field->typeId, values);
    } else {
        showCreateMenu();
    }
}

void LinksTab::unlink(const ItemRef &item, const ItemRef &other)
{
    auto changes = planUnlink(m_store.reader(), item, other);
    carryOut(m_store, this, changes, tr("Unlinked: %1").arg(changes ? changes->subject : QString()));
}

/// Whatever can name this item in a field.
void LinksTab::showCreateMenu()
{
    const SchemaPtr schema = m_store.schema();
    const EntityType &own = *schema->type(m_item.typeId);
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    menu.setObjectName(u"linkCreateMenu"_s);
    for (const EntityType &type : schema->types()) {
        if (!type.isItem)
            continue;
        for (const Field &field : schema->fields(type.id)) {
            if (field.type != FieldType::Link || field.target != own.code || !field.editable)
                continue;
            const Value value = linkValue(field, m_item.id);
            menu.addAction(theme.icon(type.icon), menuText(u"%1 · %2"_s.arg(displayName(type), displayName(field))), this,
                           [this, typeId = type.id, code = field.code, value] {
                               emit createWanted(typeId, {{code, value}});
                           });
        }
    }
    if (menu.isEmpty())
        menu.addAction(tr("No type has a field that links here"))->setEnabled(false);
    menu.exec(m_create->mapToGlobal(QPoint(0, m_create->height())));
}

} // namespace Kartoteka
