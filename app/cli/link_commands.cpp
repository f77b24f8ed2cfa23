// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"
#include "app/cli/verbs.h"
#include "core/base/texts.h"
#include "core/items/link_groups.h"
#include "core/items/links.h"

namespace Kartoteka::Cli {

namespace {

/// Links two items, or takes what links them away.
int run(const Session &session, Result<ChangeSet> (*plan)(const ReadContext &, const ItemRef &, const ItemRef &))
{
    auto one = session.item(0, 1);
    auto other = session.item(2, 3);
    if (!one || !other)
        return session.output.fail(one ? other.error() : one.error());
    auto changes = plan(session.reader(), *one, *other);
    if (!changes)
        return session.output.fail(changes.error());
    if (!changes->isEmpty()) {
        if (auto receipt = session.store.commitAndWait(*changes); !receipt)
            return session.output.fail(receipt.error());
    }
    QJsonArray links;
    auto groups = linkGroups(session.reader(), *one, everyLinked);
    if (!groups)
        return session.output.fail(groups.error());
    for (const LinkGroup &group : std::as_const(*groups)) {
        const EntityType &type = *session.schema().type(group.typeId);
        const Field *field = session.schema().field(group.way.field);
        for (const qint64 id : group.items) {
            links.append(QJsonObject{{u"type"_s, type.code},
                                     {u"id"_s, session.number({type.id, id, {}})},
                                     {u"kind"_s, group.way.kind.isEmpty() ? u"field"_s : group.way.kind},
                                     {u"field"_s, field ? field->code : QString()}});
        }
    }
    session.output.line(Texts::tr("Linked items: %1").arg(links.size()));
    session.output.document(QJsonObject{{u"links"_s, links}});
    return 0;
}

int runLink(const Session &session)
{
    return run(session, planLink);
}

int runUnlink(const Session &session)
{
    return run(session, planUnlink);
}

} // namespace

QList<Verb> linkVerbs()
{
    return {{u"link"_s, u"TYPE ID TYPE ID"_s, 4, 4, {}, QT_TRANSLATE_NOOP("Kartoteka", "link two items"), runLink},
            {u"unlink"_s,
             u"TYPE ID TYPE ID"_s,
             4,
             4,
             {},
             QT_TRANSLATE_NOOP("Kartoteka", "take what links them away: links that people made, and fields"),
             runUnlink}};
}

} // namespace Kartoteka::Cli
