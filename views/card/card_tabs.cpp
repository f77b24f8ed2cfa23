// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_tab.h"

#include "core/base/texts.h"
#include "core/items/attachments.h"
#include "core/items/link_groups.h"
#include "core/products/rows.h"
#include "core/schema/builtin_names.h"
#include "core/schema/resource_codes.h"
#include "views/card/files_tab.h"
#include "views/card/history_tab.h"
#include "views/card/links_tab.h"
#include "views/card/product_tab.h"
#include "views/card/resource_hours_tab.h"

namespace Kartoteka {

namespace {

template<typename Tab>
CardTab *make(Store &store, QWidget *parent)
{
    return new Tab(store, parent);
}

/// Items of other types that belong to one, where the office wants to see them so.
QList<CardTabInfo> fieldTabs(const Schema &schema, const EntityType &type)
{
    QList<CardTabInfo> tabs;
    for (const EntityType &other : schema.types()) {
        for (const Field &field : schema.fields(other.id)) {
            if (!field.asTab || field.type != FieldType::Link || field.target != type.code)
                continue;
            tabs << CardTabInfo{u"field:"_s + field.uid.toString(QUuid::WithoutBraces), pluralName(other),
                                [id = field.id](Store &store, QWidget *parent) { return new LinksTab(store, parent, id); },
                                [field](const ReadContext &context, const Item &item) -> Result<qint64> {
                                    auto group = linkGroup(context, item.ref(), field, 0);
                                    return group ? Result<qint64>(group->count) : Result<qint64>(group.error());
                                }};
        }
    }
    return tabs;
}

} // namespace

QList<CardTabInfo> cardTabs(const Schema &schema, const EntityType &type)
{
    QList<CardTabInfo> tabs;
    if (type.hasProducts)
        tabs << CardTabInfo{u"products"_s, Texts::tr("Products"), make<ProductTab>,
                            [](const ReadContext &context, const Item &item) { return countProducts(context, item.ref()); }};
    if (type.code == Codes::resourceType) // the records of its hours know no other
        tabs << CardTabInfo{u"hours"_s, Texts::tr("Hours"), make<ResourceHoursTab>};
    tabs << CardTabInfo{u"links"_s, Texts::tr("Links"), make<LinksTab>,
                        [](const ReadContext &context, const Item &item) { return countLinks(context, item.ref()); }};
    tabs += fieldTabs(schema, type);
    tabs << CardTabInfo{u"files"_s, Texts::tr("Files"), make<FilesTab>,
                        [](const ReadContext &context, const Item &item) -> Result<qint64> {
                            auto files = readAttachments(context, item.ref());
                            return files ? Result<qint64>(files->size()) : Result<qint64>(files.error());
                        }};
    tabs << CardTabInfo{u"history"_s, Texts::tr("History"), make<HistoryTab>};
    return tabs;
}

} // namespace Kartoteka
