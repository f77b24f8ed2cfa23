// SPDX-License-Identifier: GPL-3.0-or-later
// Views of the card: what they are, for whom, and what stands where in them.
#include "app/cli/card_view_words.h"
#include "app/cli/definitions.h"
#include "app/cli/stage_words.h"
#include "core/base/fold.h"
#include "core/items/card_layout_acts.h"
#include "core/items/card_layout_plan.h"
#include "core/items/card_view_acts.h"
#include "core/people/departments.h"
#include "core/schema/act_kinds.h"
#include "core/schema/builtin_names.h"

#include <QJsonArray>

#include <algorithm>

namespace Kartoteka::Cli {

namespace {

const Option pipelineOption{u"--pipeline"_s, u"P"_s};

/// What "card-view VERB TYPE [VIEW]" is about.
struct Named
{
    EntityType type;
    CardLayout layout; ///< of the view that is named, or of the one that applies
};

/// Names that people see go before those that scripts use.
const CardView *findView(const QList<CardView> &views, const QString &name)
{
    const auto is = [&](const CardView &view) { return fold(viewName(view)) == fold(name); };
    auto found = std::ranges::find_if(views, is);
    if (found == views.end() && (name == u"common" || name == u"my")) {
        const auto kind = name == u"my" ? CardView::Kind::Mine : CardView::Kind::Common;
        found = std::ranges::find(views, kind, &CardView::kind);
    }
    return found == views.end() ? nullptr : &*found;
}

Result<Named> named(const Session &session)
{
    auto type = session.type(1);
    if (!type)
        return type.error();
    qint64 pipelineId = 0;
    if (type->hasStages) {
        auto pipeline = pipelineOf(session, *type, session.arguments.value(pipelineOption.name));
        if (!pipeline)
            return pipeline.error();
        pipelineId = pipeline->id;
    }
    const qint64 me = session.store.user();
    auto layout = cardLayout(session.reader(), type->id, pipelineId, me);
    const QString name = session.arguments.words.value(2);
    if (!layout || name.isEmpty())
        return layout ? Result<Named>(Named{*type, *layout}) : Result<Named>(layout.error());
    // One may say of a view what it is without being one of those who see it.
    auto all = namedViews(session.reader(), type->id);
    if (!all)
        return all.error();
    const QList<CardView> views = layout->views + *all;
    const CardView *view = findView(views, name);
    if (!view)
        return Error{ErrorCode::NotFound, Texts::tr("There is no view “%1” of this card.").arg(name), {}, name};
    layout = cardLayout(session.reader(), *view, type->id, pipelineId, me);
    return layout ? Result<Named>(Named{*type, *layout}) : Result<Named>(layout.error());
}

Error noSuch(const QString &text)
{
    return {ErrorCode::Usage, text, {}, {}};
}

Result<qint64> fieldOf(const Session &session, const EntityType &type, const QString &name)
{
    const Field *field = findField(session.schema(), type.id, name);
    return field ? Result<qint64>(field->id) : Result<qint64>(noSuch(Texts::tr("There is no field “%1”.").arg(name)));
}

Result<QUuid> sectionOf(const CardLayout &layout, const QString &name)
{
    const auto found = std::ranges::find_if(layout.sections,
                                            [&](const PlacedSection &section) { return fold(section.name) == fold(name); });
    return found == layout.sections.end() ? Result<QUuid>(noSuch(Texts::tr("There is no section “%1”.").arg(name)))
                                          : Result<QUuid>(found->uid);
}

Result<Shown> shownOf(const QString &word)
{
    static const QHash<QString, Shown> words{
        {u"auto"_s, Shown::Auto}, {u"always"_s, Shown::Always}, {u"hidden"_s, Shown::Hidden}};
    const auto found = words.constFind(word);
    return found == words.cend()
        ? Result<Shown>(noSuch(Texts::tr("A field is shown auto, always or hidden, not “%1”.").arg(word)))
        : Result<Shown>(*found);
}

void tellLayout(const Session &session, const CardLayout &layout)
{
    session.output.line(viewName(layout.view) + u": "_s + viewAudience(session.schema(), layout.view));
    for (const PlacedSection &section : layout.sections) {
        if (section.isHidden)
            continue;
        session.output.line(section.name);
        for (const PlacedField &placed : section.fields) {
            if (placed.shown != Shown::Hidden)
                session.output.line(u"  "_s + displayName(*session.schema().field(placed.field)));
        }
    }
    session.output.document(layoutJson(session.schema(), layout));
}

int runViewList(const Session &session)
{
    auto named = Cli::named(session);
    if (!named)
        return session.output.fail(named.error());
    QJsonArray array;
    QList<QStringList> rows;
    for (const CardView &view : named->layout.views) {
        const bool applies = view.uid == named->layout.view.uid;
        QJsonObject object = viewJson(session.schema(), view);
        object[u"applies"_s] = applies;
        array.append(object);
        rows.append({applies ? u"*"_s : QString(), viewName(view), viewAudience(session.schema(), view),
                     view.isForced ? Texts::tr("forced", "view of the card") : QString()});
    }
    session.output.table({QString(), Texts::tr("View"), Texts::tr("For whom"), QString()}, rows);
    session.output.document(array);
    return 0;
}

int runViewShow(const Session &session)
{
    auto named = Cli::named(session);
    if (!named)
        return session.output.fail(named.error());
    tellLayout(session, named->layout);
    return 0;
}

/// Commits, and tells the layout of the view as it is then.
int told(const Session &session, const Result<ChangeSet> &changes)
{
    if (auto done = commit(session, changes); !done)
        return session.output.fail(done.error());
    return runViewShow(session);
}

/// Refused when another view than @p own is called so.
Result<void> checkName(const Session &session, const Named &named, const QString &name, const CardView *own = nullptr)
{
    auto all = namedViews(session.reader(), named.type.id);
    if (!all)
        return all.error();
    const QList<CardView> views = named.layout.views + *all;
    const CardView *found = findView(views, name);
    if (!found || (own && found->uid == own->uid))
        return {};
    return Error{ErrorCode::Refused, Texts::tr("There is already a view “%1”.").arg(name), {}, name};
}

int runViewAdd(const Session &session)
{
    // The name is of no view yet: what is shown now is what it begins with.
    Arguments withoutName = session.arguments;
    const QString name = withoutName.words.takeAt(2);
    auto named = Cli::named({session.store, withoutName, session.output});
    if (!named)
        return session.output.fail(named.error());
    if (auto free = checkName(session, *named, name); !free)
        return session.output.fail(free.error());
    return told(session, planAddView(session.schema(), named->layout, name));
}

Result<QList<qint64>> peopleOf(const Session &session, const QString &text)
{
    QList<qint64> people;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        const qint64 user = findUser(session.schema(), name.trimmed());
        if (user == 0)
            return noSuch(Texts::tr("There is no person “%1”.").arg(name));
        people << user;
    }
    return people;
}

Result<QList<qint64>> departmentsOf(const Session &session, const QString &text)
{
    QList<qint64> departments;
    for (const QString &name : text.split(u',', Qt::SkipEmptyParts)) {
        const Department *department = findDepartment(session.schema(), name.trimmed());
        if (!department)
            return noSuch(Texts::tr("There is no department “%1”.").arg(name));
        departments << department->id;
    }
    return departments;
}

/// One property of a view; adds to @p changes what gives it.
Result<void> setViewProperty(const Session &session, const Named &named, const QString &property, const QString &text,
                             ChangeSet &changes)
{
    const CardView &view = named.layout.view;
    const Schema &schema = session.schema();
    const bool isNamed = view.kind == CardView::Kind::Named;
    if (property == u"forced" && view.kind != CardView::Kind::Mine) {
        auto forced = yesNo(text);
        if (forced)
            changes.changes += planForceView(schema, named.type.id, view, *forced).changes;
        return forced ? Result<void>() : Result<void>(forced.error());
    }
    if (property == u"name" && isNamed) {
        if (auto free = checkName(session, named, text, &view); !free)
            return free;
        auto renamed = planRenameView(view, text);
        if (renamed)
            changes.changes += renamed->changes;
        return renamed ? Result<void>() : Result<void>(renamed.error());
    }
    if (property == u"pipeline" && isNamed) {
        auto pipeline = text.isEmpty() ? Result<Pipeline>(Pipeline()) : pipelineOf(session, named.type, text);
        if (pipeline)
            changes.changes += planViewPipeline(view, pipeline->id).changes;
        return pipeline ? Result<void>() : Result<void>(pipeline.error());
    }
    if (property == u"people" && isNamed) {
        auto people = peopleOf(session, text);
        if (people)
            changes.changes +=
                planAssignView(schema, view, *people, view.departments(), session.store.clock().now()).changes;
        return people ? Result<void>() : Result<void>(people.error());
    }
    if (property == u"departments" && isNamed) {
        auto departments = departmentsOf(session, text);
        if (departments)
            changes.changes +=
                planAssignView(schema, view, view.people(), *departments, session.store.clock().now()).changes;
        return departments ? Result<void>() : Result<void>(departments.error());
    }
    return noSuch(Texts::tr("Of this view one cannot say “%1”.").arg(property));
}

int runViewSet(const Session &session)
{
    auto named = Cli::named(session);
    if (!named)
        return session.output.fail(named.error());
    ChangeSet changes = ChangeSet::of(ActKinds::cardView, viewName(named->layout.view));
    Arguments after = session.arguments;
    auto done = takeProperties(session, 3, [&](const QString &property, const QString &text) {
        if (property == u"name")
            after.words[2] = text;
        return setViewProperty(session, *named, property, text, changes);
    });
    if (!done)
        return session.output.fail(done.error());
    return told({session.store, after, session.output}, changes);
}

int runViewDelete(const Session &session)
{
    auto named = Cli::named(session);
    if (!named)
        return session.output.fail(named.error());
    const CardView &view = named->layout.view;
    if (view.kind != CardView::Kind::Named)
        return session.output.fail({ErrorCode::Refused, Texts::tr("This view cannot be deleted; it can be reset."), {}, {}});
    return tell(session, commit(session, planDeleteView(view, session.store.clock().now())),
                Texts::tr("View deleted: %1").arg(view.name), viewJson(session.schema(), view));
}

int runViewReset(const Session &session)
{
    auto named = Cli::named(session);
    if (!named)
        return session.output.fail(named.error());
    return told(session, planResetLayout(session.schema(), named->layout, session.store.clock().now()));
}

int runViewChoose(const Session &session)
{
    auto named = Cli::named(session);
    if (!named)
        return session.output.fail(named.error());
    auto applies = cardLayout(session.reader(), named->type.id, named->layout.pipeline, session.store.user());
    if (!applies)
        return session.output.fail(applies.error());
    return told(session, planChooseView(session.schema(), *applies, named->layout.view));
}

int runViewField(const Session &session)
{
    auto named = Cli::named(session);
    auto field = named ? fieldOf(session, named->type, session.arguments.words[3]) : Result<qint64>(named.error());
    if (!field)
        return session.output.fail(field.error());
    const CardLayout &before = named->layout;
    CardLayout layout = before;
    QString section;
    QString next;
    std::optional<Shown> shown;
    auto done = takeProperties(session, 4, [&](const QString &property, const QString &text) -> Result<void> {
        if (property == u"section")
            section = text;
        else if (property == u"before")
            next = text;
        else if (property != u"shown")
            return noSuch(
                Texts::tr("Of a field on the card one can say %1, not “%2”.").arg(u"section, before, shown"_s, property));
        auto word = property == u"shown" ? shownOf(text) : Result<Shown>(Shown::Auto);
        if (word && property == u"shown")
            shown = *word;
        return word ? Result<void>() : Result<void>(word.error());
    });
    if (!done)
        return session.output.fail(done.error());
    if (!section.isEmpty() || !next.isEmpty()) {
        auto behind = next.isEmpty() ? Result<qint64>(0) : fieldOf(session, named->type, next);
        if (!behind)
            return session.output.fail(behind.error());
        const PlacedSection *stands = layout.sectionOf(*behind != 0 ? *behind : *field);
        auto into = section.isEmpty() ? Result<QUuid>(stands ? stands->uid : QUuid()) : sectionOf(layout, section);
        auto moved = into ? withFieldsAt(layout, {*field}, *into, *behind) : Result<CardLayout>(into.error());
        if (!moved)
            return session.output.fail(moved.error());
        layout = *moved;
    }
    if (shown) {
        auto said = withShown(layout, {*field}, *shown);
        if (!said)
            return session.output.fail(said.error());
        layout = *said;
    }
    return told(session, planLayout(session.schema(), before, layout, session.store.clock().now()));
}

/// One property of a section; @p layout becomes the layout that has it.
Result<void> setSectionProperty(const Session &session, CardLayout &layout, const QUuid &section, const QString &property,
                                const QString &text)
{
    auto changed = Result<CardLayout>(
        noSuch(Texts::tr("Of a section of the card one can say %1, not “%2”.").arg(u"name, before, hidden"_s, property)));
    if (property == u"name") {
        changed = withSectionNamed(layout, section, text);
    } else if (property == u"before") {
        auto next = text.isEmpty() ? Result<QUuid>(QUuid()) : sectionOf(layout, text);
        changed = next ? withSectionAt(layout, section, *next) : Result<CardLayout>(next.error());
    } else if (property == u"hidden") {
        auto hidden = yesNo(text);
        changed = hidden ? withSectionHidden(session.schema(), layout, section, *hidden)
                         : Result<CardLayout>(hidden.error());
    }
    if (!changed)
        return changed.error();
    layout = *changed;
    return {};
}

int runViewSection(const Session &session)
{
    auto named = Cli::named(session);
    if (!named)
        return session.output.fail(named.error());
    CardLayout layout = named->layout;
    const QString name = session.arguments.words[3];
    auto section = sectionOf(layout, name);
    if (!section) {
        QUuid made;
        auto added = withNewSection(layout, name, {}, &made);
        if (!added)
            return session.output.fail(added.error());
        layout = *added;
        section = made;
    }
    auto done = takeProperties(session, 4, [&](const QString &property, const QString &text) {
        return setSectionProperty(session, layout, *section, property, text);
    });
    if (!done)
        return session.output.fail(done.error());
    return told(session, planLayout(session.schema(), named->layout, layout, session.store.clock().now()));
}

/// "general,-products,history": in this order, and no products.
int runViewTabs(const Session &session)
{
    auto named = Cli::named(session);
    if (!named)
        return session.output.fail(named.error());
    QStringList order;
    QStringList shown;
    for (const QString &word : session.arguments.words[3].split(u',', Qt::SkipEmptyParts)) {
        order << (word.startsWith(u'-') ? word.mid(1) : word);
        if (!word.startsWith(u'-'))
            shown << word;
    }
    return told(
        session,
        planLayout(session.schema(), named->layout, withTabs(named->layout, order, shown), session.store.clock().now()));
}

} // namespace

QJsonObject viewJson(const Schema &schema, const CardView &view)
{
    QJsonArray people;
    for (const qint64 id : view.people()) {
        if (const User *user = schema.user(id))
            people.append(user->name);
    }
    QJsonArray departments;
    for (const qint64 id : view.departments()) {
        if (const Department *department = findDepartment(schema, id))
            departments.append(department->name);
    }
    static const QHash<CardView::Kind, QString> kinds{
        {CardView::Kind::Common, u"common"_s}, {CardView::Kind::Mine, u"my"_s}, {CardView::Kind::Named, u"named"_s}};
    const Pipeline *pipeline = schema.pipeline(view.pipeline);
    return {{u"uid"_s, uidText(view.uid)},
            {u"kind"_s, kinds.value(view.kind)},
            {u"name"_s, viewName(view)},
            {u"forced"_s, view.isForced},
            {u"pipeline"_s, pipeline ? QJsonValue(pipeline->code) : QJsonValue()},
            {u"people"_s, people},
            {u"departments"_s, departments}};
}

QJsonObject layoutJson(const Schema &schema, const CardLayout &layout)
{
    static const QHash<Shown, QString> words{
        {Shown::Auto, u"auto"_s}, {Shown::Always, u"always"_s}, {Shown::Hidden, u"hidden"_s}};
    const auto fieldsJson = [&](const QList<PlacedField> &fields) {
        QJsonArray array;
        for (const PlacedField &placed : fields)
            array.append(
                QJsonObject{{u"field"_s, schema.field(placed.field)->code}, {u"shown"_s, words.value(placed.shown)}});
        return array;
    };
    QJsonArray sections;
    for (const PlacedSection &section : layout.sections) {
        sections.append(QJsonObject{
            {u"name"_s, section.name}, {u"hidden"_s, section.isHidden}, {u"fields"_s, fieldsJson(section.fields)}});
    }
    QJsonArray tabs;
    for (const PlacedTab &tab : layout.tabs)
        tabs.append(QJsonObject{{u"tab"_s, tab.code}, {u"hidden"_s, tab.isHidden}});
    return {{u"view"_s, viewJson(schema, layout.view)},
            {u"sections"_s, sections},
            {u"off_card"_s, fieldsJson(layout.offCard)},
            {u"tabs"_s, tabs}};
}

QList<Verb> cardViewVerbs()
{
    const QList<Option> options{pipelineOption};
    return {
        {u"card-view list"_s, u"TYPE"_s, 1, 1, options,
         QT_TRANSLATE_NOOP("Kartoteka", "views of the card; the one with * applies"), runViewList},
        {u"card-view show"_s, u"TYPE [VIEW]"_s, 1, 2, options,
         QT_TRANSLATE_NOOP("Kartoteka", "what is where in a view: common, my, or a named one"), runViewShow},
        {u"card-view add"_s, u"TYPE NAME"_s, 2, 2, options,
         QT_TRANSLATE_NOOP("Kartoteka", "a named view that begins as what is shown now"), runViewAdd},
        {u"card-view set"_s, u"TYPE VIEW [name=N] [people=A,B] [departments=C,D] [pipeline=P] [forced=yes|no]"_s, 3, -1,
         options, QT_TRANSLATE_NOOP("Kartoteka", "for whom it is, and whether they may choose another"), runViewSet},
        {u"card-view delete"_s, u"TYPE VIEW"_s, 2, 2, options, QT_TRANSLATE_NOOP("Kartoteka", "delete a named view"),
         runViewDelete},
        {u"card-view reset"_s, u"TYPE VIEW"_s, 2, 2, options,
         QT_TRANSLATE_NOOP("Kartoteka", "everything in it as the type has it"), runViewReset},
        {u"card-view choose"_s, u"TYPE VIEW"_s, 2, 2, options, QT_TRANSLATE_NOOP("Kartoteka", "see this one from now on"),
         runViewChoose},
        {u"card-view field"_s, u"TYPE VIEW FIELD [section=S] [before=FIELD] [shown=auto|always|hidden]"_s, 4, -1, options,
         QT_TRANSLATE_NOOP("Kartoteka", "where a field is, and whether it is shown"), runViewField},
        {u"card-view section"_s, u"TYPE VIEW SECTION [name=N] [before=S] [hidden=yes|no]"_s, 3, -1, options,
         QT_TRANSLATE_NOOP("Kartoteka", "a section of the view; made where there is none of the name"), runViewSection},
        {u"card-view tabs"_s, u"TYPE VIEW CODE,-CODE…"_s, 3, 3, options,
         QT_TRANSLATE_NOOP("Kartoteka", "tabs in this order, without those after a minus"), runViewTabs},
    };
}

} // namespace Kartoteka::Cli
