// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_link.h"

#include "core/base/uid.h"
#include "core/store/record/record_identity.h"

#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

QRegularExpressionMatch matched(const QString &text)
{
    static const QRegularExpression form(u"^\\s*kartoteka:(?://)?item/([0-9a-f]{32})\\s*$"_s);
    return form.match(text);
}

} // namespace

QString itemLink(const ReadContext &context, const ItemRef &item)
{
    const RecordTable *table = context.table(item.type);
    if (!table)
        return {};
    RecordIdentity identity(context.connection, *context.catalog);
    const QUuid uid = identity.uidOf(table->code, item.id);
    return uid.isNull() ? QString() : u"kartoteka:item/"_s + uidText(uid);
}

bool isItemLink(const QString &text)
{
    return matched(text).hasMatch();
}

ItemRef itemOfLink(const ReadContext &context, const QString &text)
{
    const QRegularExpressionMatch match = matched(text);
    if (!match.hasMatch())
        return {};
    const QUuid uid = uidFromText(match.captured(1));
    RecordIdentity identity(context.connection, *context.catalog);
    for (const EntityType &type : context.schema->types()) {
        if (const qint64 id = type.isItem ? identity.idOf(type.code, uid) : 0)
            return {type.id, id, {}};
    }
    return {};
}

} // namespace Kartoteka
