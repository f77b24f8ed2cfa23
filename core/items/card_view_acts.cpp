// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/card_view_acts.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/items/card_layout_plan.h"
#include "core/items/person_setting.h"
#include "core/schema/act_kinds.h"

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

ChangeSet changed(const CardView &view, const QList<FieldValue> &values)
{
    ChangeSet changes = ChangeSet::of(ActKinds::cardView, viewName(view));
    changes.update(u"card_view"_s, view.id, values);
    return changes;
}

} // namespace

Result<ChangeSet> planAddView(const Schema &schema, const CardLayout &layout, const QString &name, QUuid *uid)
{
    auto checked = checkedViewName(name);
    if (!checked)
        return checked.error();
    CardLayout made = layout;
    made.view = {};
    made.view.kind = CardView::Kind::Named;
    made.view.uid = makeUid();
    made.view.name = *checked;
    const QList<Section> ofType = schema.sections(layout.typeId);
    for (PlacedSection &section : made.sections) {
        const auto defined = std::ranges::find(ofType, section.section, &Section::id);
        section.uid = placedSectionUid(made.view.uid, defined != ofType.end() ? defined->uid : section.uid);
        section.record = 0;
        section.isAway = false;
        for (PlacedField &field : section.fields)
            field.isAway = false;
    }
    made.tabs.removeIf([](const PlacedTab &tab) { return tab.isAway; });
    double last = 0;
    for (const CardView &view : layout.views)
        last = qMax(last, view.rank);
    ChangeSet changes = ChangeSet::of(ActKinds::cardView, *checked);
    changes.create(u"card_view"_s, {{u"entity_type"_s, layout.typeId}, {u"name"_s, *checked}, {u"rank"_s, last + 1}},
                   made.view.uid);
    const ChangeSet content = planLayout(schema, layout, made, 0);
    changes.changes += content.changes.mid(content.isEmpty() ? 0 : 1); // the view itself stands above
    if (uid)
        *uid = made.view.uid;
    return changes;
}

Result<ChangeSet> planRenameView(const CardView &view, const QString &name)
{
    auto checked = checkedViewName(name);
    return checked ? Result<ChangeSet>(changed(view, {{u"name"_s, *checked}})) : Result<ChangeSet>(checked.error());
}

ChangeSet planAssignView(const Schema &schema, const CardView &known, const QList<qint64> &people,
                         const QList<qint64> &departments, qint64 nowMs)
{
    ChangeSet changes = ChangeSet::of(ActKinds::cardView, viewName(known));
    for (const CardView::Whom &one : known.whom) {
        if (!people.contains(one.person) && !departments.contains(one.department))
            changes.update(u"card_view_for"_s, one.row, {{u"deleted_at"_s, nowMs}});
    }
    const auto add = [&](const QString &column, qint64 id, const QString &key) {
        changes.create(u"card_view_for"_s, {{u"card_view"_s, known.id}, {column, id}},
                       derivedUid(u"card_view_for", uidText(known.uid) + u'/' + key));
    };
    for (const User &user : schema.users()) {
        if (people.contains(user.id) && !known.people().contains(user.id))
            add(u"person"_s, user.id, uidText(user.uid) + u'/');
    }
    for (const Department &department : schema.departments()) {
        if (departments.contains(department.id) && !known.departments().contains(department.id))
            add(u"department"_s, department.id, u'/' + uidText(department.uid));
    }
    return changes;
}

ChangeSet planForceView(const Schema &schema, qint64 typeId, const CardView &view, bool forced)
{
    if (view.id != 0)
        return changed(view, {{u"forced"_s, forced}});
    ChangeSet changes = ChangeSet::of(ActKinds::cardView, viewName(view));
    changes.create(u"card_view"_s, {{u"entity_type"_s, typeId}, {u"forced"_s, forced}}, cardViewUid(schema, typeId, 0));
    return changes;
}

ChangeSet planViewPipeline(const CardView &view, qint64 pipeline)
{
    return changed(view, {{u"pipeline"_s, pipeline == 0 ? Value() : Value(pipeline)}});
}

ChangeSet planOrderViews(const QList<CardView> &views)
{
    ChangeSet changes = ChangeSet::of(ActKinds::cardView, {});
    for (qsizetype i = 0; i < views.size(); ++i) {
        if (views[i].rank != double(i + 1))
            changes.update(u"card_view"_s, views[i].id, {{u"rank"_s, double(i + 1)}});
    }
    return changes;
}

ChangeSet planDeleteView(const CardView &view, qint64 nowMs)
{
    return changed(view, {{u"deleted_at"_s, nowMs}});
}

Result<ChangeSet> planChooseView(const Schema &schema, const CardLayout &layout, const CardView &view)
{
    if (layout.isForced && view.uid != layout.view.uid) {
        return Error{
            ErrorCode::Refused,
            Texts::tr("The office has set “%1” for you: you cannot choose another view.").arg(viewName(layout.view)),
            {},
            {}};
    }
    return planPersonSetting(schema, layout.person, chosenViewCode(schema, layout.typeId, layout.pipeline),
                             uidText(view.uid));
}

} // namespace Kartoteka
