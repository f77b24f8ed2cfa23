// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/card_views.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/person_setting.h"

#include <QSet>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

CardView viewWithoutRecord(const Schema &schema, qint64 typeId, qint64 person)
{
    CardView view;
    view.kind = person == 0 ? CardView::Kind::Common : CardView::Kind::Mine;
    view.uid = cardViewUid(schema, typeId, person);
    return view;
}

/// The views of a type that a person can have to do with: the common one, their own, all named ones.
Result<QList<CardView>> readViews(const ReadContext &context, qint64 typeId, qint64 person)
{
    const Schema &schema = *context.schema;
    QList<CardView> views{viewWithoutRecord(schema, typeId, 0)};
    if (person != 0)
        views << viewWithoutRecord(schema, typeId, person);
    QList<CardView> named;
    {
        auto cursor = context.connection.query(
            u"SELECT id, uid, pipeline, name, forced, rank FROM card_view WHERE entity_type = ? AND deleted_at IS NULL "
            "AND (person IS NULL OR person = ?) ORDER BY rank, id"_s,
            {typeId, person});
        if (!cursor)
            return cursor.error();
        while (cursor->next()) {
            CardView view;
            view.id = cursor->integer(0);
            view.uid = uidFromBytes(cursor->bytes(1));
            view.isForced = cursor->integer(4) != 0;
            const auto known = std::ranges::find(views, view.uid, &CardView::uid);
            if (known != views.end()) {
                known->id = view.id;
                known->isForced = view.isForced;
                continue;
            }
            view.kind = CardView::Kind::Named;
            view.pipeline = cursor->integer(2);
            view.name = cursor->text(3);
            view.rank = cursor->value(5).toDouble();
            if (!view.name.isEmpty())
                named << view;
        }
    }
    auto cursor = context.connection.query(
        u"SELECT f.card_view, f.person, f.department, f.id FROM card_view v JOIN card_view_for f ON f.card_view = v.id "
        "WHERE v.entity_type = ? AND v.deleted_at IS NULL AND f.deleted_at IS NULL ORDER BY f.id"_s,
        {typeId});
    if (!cursor)
        return cursor.error();
    while (cursor->next()) {
        const auto view = std::ranges::find(named, cursor->integer(0), &CardView::id);
        if (view == named.end())
            continue;
        view->whom.append({cursor->integer(3), cursor->integer(1), cursor->integer(2)});
    }
    return views + named;
}

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
    case CardView::Kind::Mine: return Texts::tr("My", "view of the card");
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
    auto views = readViews(context, typeId, person);
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
    auto views = readViews(context, typeId, 0);
    if (views)
        views->removeIf([](const CardView &view) { return view.kind != CardView::Kind::Named; });
    return views;
}

} // namespace Kartoteka
