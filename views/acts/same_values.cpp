// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/acts/same_values.h"

#include "core/items/same_values.h"
#include "core/schema/act_kinds.h"

#include <algorithm>

namespace Kartoteka {

SameValues::SameValues(Store &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &Store::committed, this, &SameValues::look);
}

void SameValues::look(const CommitNotice &notice)
{
    const bool isByHand = notice.kind == ActKinds::create || notice.kind == ActKinds::edit;
    if (!isByHand || notice.external || notice.whole || notice.author != m_store.user())
        return;
    const SchemaPtr schema = m_store.schema();
    const auto isItem = [&schema](const RecordChange &record) {
        const EntityType *type = schema->type(record.typeId);
        return type && type->isItem && record.operation != Operation::Erase;
    };
    if (std::ranges::count_if(notice.records, isItem) != 1)
        return; // of many at once nobody would know which is meant
    const RecordChange record = *std::ranges::find_if(notice.records, isItem);
    QStringList columns;
    for (const FieldChange &change : record.fields)
        columns << change.field;
    m_store
        .read<QStringList>({},
                           [record, columns](const ReadContext &context) {
                               return sameValues(context, {record.typeId, record.id, {}}, columns);
                           })
        .then(this, [this](const Result<QStringList> &same) {
            if (same && !same->isEmpty())
                emit found(same->join(u' '));
        });
}

} // namespace Kartoteka
