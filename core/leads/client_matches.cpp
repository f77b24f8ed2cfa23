// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/leads/client_matches.h"

#include "core/base/phone.h"
#include "core/items/item_queries.h"
#include "core/schema/codes.h"
#include "core/store/record/value_codec.h"

namespace Kartoteka {

namespace {

const QString contact = u"contact"_s;
const QString company = u"company"_s;

void add(QList<ClientMatch> &matches, const ClientMatch &match)
{
    const bool known = std::any_of(matches.cbegin(), matches.cend(), [&](const ClientMatch &m) { return m.id == match.id; });
    if (!known)
        matches.append(match);
}

Result<void> addClient(const ReadContext &context, const Item &item, const EntityType &type, QList<ClientMatch> &matches)
{
    const qint64 id = item.reference(u"client_"_s + type.code);
    if (id == 0)
        return {};
    auto client = readItem(context, {type.id, id, {}});
    if (client && !client->deleted)
        add(matches, {id, MatchedBy::Client, client->text(Codes::title)});
    return {};
}

Result<void> addByKeys(const ReadContext &context, const Item &item, const EntityType &type, QList<ClientMatch> &matches)
{
    for (const auto &[code, by] : {std::pair(Codes::phone, MatchedBy::Phone), std::pair(Codes::email, MatchedBy::Email)}) {
        const Field *field = context.schema->field(item.typeId, code);
        if (!field)
            continue;
        for (const Member &member : item.members(code)) {
            const QString key = memberKey(field->type, member, context.schema->phoneRegion());
            if (field->type == FieldType::Phone && !isTellingPhone(key))
                continue; // many people have "112"
            auto ids = findByKey(context, type.id, key);
            if (!ids)
                return ids.error();
            for (const qint64 id : std::as_const(*ids))
                add(matches, {id, by, member.text});
        }
    }
    return {};
}

/// The same company but for legal form, quotes and case.
Result<void> addByTitle(const ReadContext &context, const QString &title, const EntityType &type,
                        QList<ClientMatch> &matches)
{
    constexpr int most = 50;
    auto ids = findCompany(context, type.id, title, most);
    if (!ids)
        return ids.error();
    std::sort(ids->begin(), ids->end()); // the eldest first: the one people know
    for (const qint64 id : std::as_const(*ids))
        add(matches, {id, MatchedBy::Title, title});
    return {};
}

} // namespace

Result<QHash<QString, QList<ClientMatch>>> clientMatches(const ReadContext &context, const Item &item)
{
    QHash<QString, QList<ClientMatch>> found;
    for (const QString &code : {contact, company}) {
        const EntityType *type = context.schema->type(code);
        if (!type)
            continue;
        QList<ClientMatch> matches;
        if (auto done = addClient(context, item, *type, matches); !done)
            return done.error();
        if (auto done = addByKeys(context, item, *type, matches); !done)
            return done.error();
        if (const QString title = item.text(Codes::companyTitle); code == company && !title.isEmpty()) {
            if (auto done = addByTitle(context, title, *type, matches); !done)
                return done.error();
        }
        if (!matches.isEmpty())
            found.insert(code, matches);
    }
    return found;
}

} // namespace Kartoteka
