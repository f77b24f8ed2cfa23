// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/card_views.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/card_view_queries.h"
#include "core/items/person_setting.h"

#include <QSet>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Whether a named view names the person or a department they belong to, be it at some distance.
bool namesPerson(const Schema &schema, const CardView &view, qint64 person)
{
    if (view.people().contains(person))
        return true;
    const QList<qint64> departments = view.departments();
    const User *user = schema.user(person);
    QSet<qint64> seen; // two seats may have put each of two departments below the other
    qint64 department = user ? user->department : 0;
    while (department != 0 && !seen.contains(department)) {
        if (departments.contains(department))
            return true;
        seen.insert(department);
        const auto found = std::ranges::find(schema.departments(), department, &Department::id);
        department = found == schema.departments().end() ? 0 : found->parent;
    }
    return false;
}

bool isOffered(const Schema &schema, const CardView &view, qint64 pipeline, qint64 person)
{
    const bool fits = view.pipeline == 0 || view.pipeline == pipeline;
    return fits && (view.whom.isEmpty() || namesPerson(schema, view, person));
}

} // namespace

QList<qint64> CardView::people() const
{
    QList<qint64> ids;
    for (const Whom &one : whom) {
        if (one.person != 0)
            ids << one.person;
    }
    return ids;
}

QList<qint64> CardView::departments() const
{
    QList<qint64> ids;
    for (const Whom &one : whom) {
        if (one.department != 0)
            ids << one.department;
    }
    return ids;
}

QString viewName(const CardView &view)
{
    switch (view.kind) {
    case CardView::Kind::Common: return Texts::tr("Common", "view of the card");
    case CardView::Kind::Mine: return Texts::tr("Mine", "view of the card");
    case CardView::Kind::Named: break;
    }
    return view.name;
}

QString viewAudience(const Schema &schema, const CardView &view)
{
    if (view.kind == CardView::Kind::Mine)
        return Texts::tr("only you see it");
    QStringList whom;
    for (const qint64 id : view.departments()) {
        const auto department = std::ranges::find(schema.departments(), id, &Department::id);
        if (department != schema.departments().end())
            whom << department->name;
    }
    for (const qint64 id : view.people()) {
        if (const User *user = schema.user(id))
            whom << user->name;
    }
    if (!whom.isEmpty())
        return Texts::tr("visible to %1").arg(whom.join(u", "_s));
    return view.kind == CardView::Kind::Named && !view.isForced ? Texts::tr("visible to anyone who chooses it")
                                                                : Texts::tr("visible to everyone");
}

Result<QString> checkedViewName(const QString &name)
{
    constexpr qsizetype longest = 120;
    const QString trimmed = name.simplified();
    if (trimmed.isEmpty())
        return Error{ErrorCode::Refused, Texts::tr("Enter a name."), {}, u"name"_s};
    if (trimmed.size() > longest)
        return Error{ErrorCode::Refused, Texts::tr("The name is too long."), {}, u"name"_s};
    return trimmed;
}

QUuid cardViewUid(const Schema &schema, qint64 typeId, qint64 person)
{
    const EntityType *type = schema.type(typeId);
    const User *user = schema.user(person);
    return derivedUid(u"card_view", uidText(type ? type->uid : QUuid()) + u'/' + (user ? uidText(user->uid) : QString()));
}

QString chosenViewCode(const Schema &schema, qint64 typeId, qint64 pipelineId)
{
    const EntityType *type = schema.type(typeId);
    const Pipeline *pipeline = schema.pipeline(pipelineId);
    return u"card_view/%1/%2"_s.arg(type ? uidText(type->uid) : QString(), pipeline ? uidText(pipeline->uid) : QString());
}

Result<ViewChoice> viewChoice(const ReadContext &context, qint64 typeId, qint64 pipeline, qint64 person)
{
    const Schema &schema = *context.schema;
    if (!schema.type(typeId))
        return Error{ErrorCode::NotFound, Texts::tr("This type no longer exists."), {}, {}};
    auto views = readCardViews(context, typeId, person);
    if (!views)
        return views.error();
    views->removeIf([&](const CardView &view) { return !isOffered(schema, view, pipeline, person); });
    auto chosen = personSetting(context, person, chosenViewCode(schema, typeId, pipeline));
    if (!chosen)
        return chosen.error();
    const auto firstOf = [&](auto is) {
        const auto named = std::ranges::find_if(
            *views, [&](const CardView &view) { return view.kind == CardView::Kind::Named && is(view); });
        return named == views->end() ? nullptr : &*named;
    };
    const CardView *common = &views->constFirst();
    const CardView *forced = firstOf([](const CardView &view) { return view.isForced; });
    if (!forced && common->isForced)
        forced = common;
    const CardView *usual = firstOf([&](const CardView &view) { return namesPerson(schema, view, person); });
    if (!usual)
        usual = common;
    const auto wanted = std::ranges::find(*views, *chosen, [](const CardView &view) { return uidText(view.uid); });
    const CardView &applies = forced ? *forced : wanted != views->end() ? *wanted : *usual;
    return ViewChoice{*views, applies, usual->id, forced != nullptr};
}

Result<QList<CardView>> namedViews(const ReadContext &context, qint64 typeId)
{
    auto views = readCardViews(context, typeId, 0);
    if (views)
        views->removeIf([](const CardView &view) { return view.kind != CardView::Kind::Named; });
    return views;
}

} // namespace Kartoteka
