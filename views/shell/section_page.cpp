// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/section_page.h"

#include "core/definitions/usage.h"
#include "core/query/presets.h"
#include "core/schedule/scheduler.h"
#include "core/schema/builtin_names.h"
#include "core/schema/roles.h"
#include "models/base/shown_uses.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/filter/search_words.h"
#include "views/shell/first_use.h"
#include "views/shell/section_bar.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"

#include <QKeyEvent>
#include <QMenu>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Kartoteka {

SectionPage::SectionPage(Store &store, qint64 typeId, BulkDesk &bulk, MoveConversation &moves, QWidget *parent)
    : QWidget(parent), m_store(store), m_typeId(typeId), m_hasStages(store.schema()->type(typeId)->hasStages)
{
    setObjectName(u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_query.typeId = typeId;
    if (const Pipeline *pipeline = m_hasStages ? store.schema()->defaultPipeline(typeId) : nullptr)
        m_query.pipeline = pipeline->id;
    m_filter = new FilterModel(store, typeId, this);
    m_stack = new QStackedWidget(this);
    m_sectionViews = makeSectionViews({store, typeId, *m_filter, bulk, moves}, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeBar();
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    connect(m_filter, &FilterModel::changed, this, &SectionPage::applyQuery);
    filterBar()->panel()->setScope([this] { return m_query; });
    // From what is searched to what was found.
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Return, Qt::Key_Enter})
        new QShortcut(key, search(), this, &SectionPage::focusView, Qt::WidgetShortcut);
    connect(m_filter, &FilterModel::failed, this, &SectionPage::failed);
    connect(&store, &Store::schemaChanged, this, &SectionPage::fillPipelines);
    ShownUses::of(store).add(this, [this](const Field &field) { return usesOf(field); });
    connect(&store, &Store::userChanged, this, &SectionPage::applyQuery);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (notice.concerns(m_typeId)) {
            m_countStale = true;
            refreshCount();
        }
    });
    // Filters say "today": they are asked again when the day changes.
    Scheduler::of(store).add(
        this,
        {[this](qint64 now) { return dayAfter(QDateTime::fromMSecsSinceEpoch(m_query.now).date(), now); },
         [this](qint64 now, qint64) { turnTo(now); }});
    setView(m_sectionViews.constFirst()->name());
    // What people work on: the filter they know from elsewhere, unless they pin another.
    const bool isOfActivities = isActivities(*store.schema()->type(typeId));
    if (m_hasStages || isOfActivities)
        filterBar()->panel()->setPinned(isOfActivities ? u"planned"_s : u"in_progress"_s);
    if (const Preset *first = m_filter->preset(filterBar()->panel()->pinned()))
        m_filter->use(*first); // which applies it
    else
        applyQuery();
}

void SectionPage::makeBar()
{
    QList<SectionBar::ViewName> views;
    for (SectionView *view : std::as_const(m_sectionViews)) {
        views << SectionBar::ViewName{view->name() + u"Button"_s, view->title(), view->icon(), view->key()};
        addView(view);
    }
    m_bar = new SectionBar(*m_filter, *m_store.schema()->type(m_typeId), views, this);
    connect(m_bar, &SectionBar::viewChosen, this, [this](int index) { setView(m_sectionViews[index]->name()); });
    connect(m_bar, &SectionBar::pipelineChosen, this, &SectionPage::choosePipeline);
    connect(m_bar, &SectionBar::createWanted, this, &SectionPage::createWanted);
    connect(m_bar, &SectionBar::importWanted, this, &SectionPage::importWanted);
    connect(m_bar, &SectionBar::exportWanted, this, [this] { emit exportWanted(); });
    connect(m_bar, &SectionBar::binWanted, this, &SectionPage::setBin);
    connect(m_bar, &SectionBar::gearWanted, this, &SectionPage::showGearMenu);
    fillPipelines();
}

FilterBar *SectionPage::filterBar() const
{
    return m_bar->filterBar();
}

QLineEdit *SectionPage::search() const
{
    return filterBar()->edit();
}

void SectionPage::startSearch()
{
    search()->setFocus();
    search()->selectAll();
}

void SectionPage::addView(SectionView *view)
{
    m_stack->addWidget(view->widget());
    connect(view, &SectionView::opened, this, &SectionPage::opened);
    connect(view, &SectionView::itemWanted, this, &SectionPage::itemWanted);
    connect(view, &SectionView::contextMenuWanted, this, &SectionPage::contextMenuWanted);
    connect(view, &SectionView::deleteRequested, this, &SectionPage::deleteRequested);
    connect(view, &SectionView::planRequested, this, &SectionPage::planRequested);
    connect(view, &SectionView::pipelineWanted, this, &SectionPage::choosePipeline);
    connect(view, &SectionView::exportWanted, this, &SectionPage::exportWanted);
    connect(view, &SectionView::dragBegan, this, &SectionPage::dragBegan);
    connect(view, &SectionView::settingsWanted, this, &SectionPage::settingsWanted);
    connect(view, &SectionView::totalsChanged, this, &SectionPage::showFound);
    connect(view, &SectionView::failed, this, &SectionPage::failed);
    connect(view, &SectionView::done, this, &SectionPage::done);
    connect(view, &SectionView::told, this, &SectionPage::told);
}

void SectionPage::fillPipelines()
{
    const SchemaPtr schema = m_store.schema();
    if (m_query.pipeline != 0 && !schema->pipeline(m_query.pipeline)) {
        if (const Pipeline *fallback = schema->defaultPipeline(m_typeId))
            choosePipeline(fallback->id); // the one that was shown is gone
    }
    m_bar->setPipelines(schema->pipelines(m_typeId), m_query.pipeline);
}

void SectionPage::choosePipeline(qint64 id)
{
    if (m_query.pipeline == id)
        return;
    m_query.pipeline = id;
    m_bar->setPipelines(m_store.schema()->pipelines(m_typeId), id);
    applyQuery();
}

void SectionPage::setView(const QString &name)
{
    const auto wanted = std::ranges::find_if(m_sectionViews, [&](SectionView *view) { return view->name() == name; });
    SectionView *view = wanted == m_sectionViews.end() ? m_view : *wanted;
    if (!view)
        return;
    if (!view->showsBin())
        setBin(false);
    if (SectionView *before = std::exchange(m_view, view); before && before != view)
        before->setActive(false);
    m_stack->setCurrentWidget(view->widget());
    m_bar->setView(int(m_sectionViews.indexOf(view)));
    // Only what is seen is asked for: a million rows beside the board would be read for nobody.
    view->setActive(isVisible());
    showFound();
    focusView();
}

void SectionPage::setBin(bool shown)
{
    m_bar->setBin(shown);
    if (m_query.deleted == shown)
        return;
    m_query.deleted = shown;
    emit binTurned(shown);
    if (shown) {
        m_beforeBin = m_view;
        m_filter->clear(); // what was thrown away is looked for everywhere
        const auto able = std::ranges::find_if(m_sectionViews, &SectionView::showsBin);
        if (able != m_sectionViews.end() && !m_view->showsBin())
            setView((*able)->name());
    } else if (const Preset *first = m_filter->preset(filterBar()->panel()->pinned()); first && m_filter->isEmpty()) {
        m_filter->use(*first);
    }
    const QString name = pluralName(*m_store.schema()->type(m_typeId));
    m_bar->setTitle(shown ? tr("%1 · recycle bin").arg(name) : name);
    applyQuery();
    if (!shown && m_beforeBin && m_view != m_beforeBin)
        setView(m_beforeBin->name()); // where the person came from
}

void SectionPage::focusItem(const ItemRef &item)
{
    if (item.type == m_typeId)
        m_view->setCurrentItem(item.id);
    focusView();
}

void SectionPage::refreshLights()
{
    for (SectionView *view : std::as_const(m_sectionViews))
        view->refreshLights();
}

void SectionPage::applyQuery()
{
    m_query.search = m_filter->search();
    m_query.conditions = m_filter->conditions();
    m_query.user = m_store.user();
    m_query.now = m_store.clock().now();
    for (SectionView *view : std::as_const(m_sectionViews)) {
        if (!m_query.deleted || view->showsBin())
            view->setQuery(m_query);
    }
    showCount();
}

void SectionPage::turnTo(qint64 now)
{
    m_query.now = now;
    for (SectionView *view : std::as_const(m_sectionViews))
        view->turnTo(now);
    showCount();
}

/// Said once it is known whether there is anything to be filtered.
void SectionPage::showEmptyText()
{
    const EntityType *known = m_store.schema()->type(m_typeId);
    if (!known)
        return; // the type was deleted, and this page with it
    const EntityType type = *known;
    const QString one = displayName(type);
    EmptyText empty;
    const EmptyText::Act create{u"emptyCreate"_s, one, u"plus"_s, [this] { emit createWanted(0); }};
    if (m_query.deleted && !m_filter->isEmpty()) {
        empty = {Drawing::NoHit, tr("Nothing found"), tr("Nothing in the recycle bin matches the filter.")};
    } else if (m_query.deleted) {
        empty = {Drawing::Bin, tr("The recycle bin is empty"), tr("Deleted cards stay here until you restore them.")};
    } else if (m_isNew) {
        empty = firstUse(*m_store.schema(), type);
        empty.acts = {create};
        if (type.isItem)
            empty.acts << EmptyText::Act{u"emptyImport"_s, tr("Import from a file…"), {}, [this] { emit importWanted(); }};
    } else if (m_filter->isEmpty() && m_query.pipeline != 0 && m_store.schema()->pipelines(m_typeId).size() > 1) {
        empty = {Drawing::Board, tr("This pipeline is empty"), tr("What other pipelines have is shown there.")};
        empty.acts = {create};
    } else {
        const QString words = m_query.search.trimmed();
        empty = {Drawing::NoHit, tr("Nothing found"),
                 words.isEmpty() ? tr("Nothing matches the filter.") : nothingHas(*m_store.schema(), m_typeId, words)};
        empty.acts = {{u"emptyReset"_s,
                       words.isEmpty() ? tr("Reset the filter") : tr("Show everything"),
                       {},
                       [this, isSearch = !words.isEmpty()] { isSearch ? m_filter->setSearch({}) : m_filter->clear(); }}};
    }
    for (SectionView *view : std::as_const(m_sectionViews))
        view->setEmptyText(empty);
}

/// It names what is no longer there: nothing is found by it until somebody changes it.
void SectionPage::showBrokenFilter(const Error &error)
{
    m_found = 0;
    showFound();
    EmptyText empty{Drawing::NoHit, tr("This filter no longer works"), error.message};
    empty.acts = {{u"emptyFilter"_s, tr("Change the filter"), {}, [this] { filterBar()->openPanel(); }},
                  {u"emptyReset"_s, tr("Reset the filter"), {}, [this] { m_filter->clear(); }}};
    for (SectionView *view : std::as_const(m_sectionViews))
        view->setEmptyText(empty);
}

/// A page that nobody sees counts when it is seen again.
void SectionPage::refreshCount()
{
    if (isVisible() && std::exchange(m_countStale, false))
        showCount();
}

void SectionPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_view->setActive(true);
    refreshCount();
}

void SectionPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_view->setActive(false);
}

void SectionPage::showCount()
{
    if (!isVisible()) {
        m_countStale = true;
        return;
    }
    m_countLoad.cancel();
    m_countLoad = CancelToken();
    m_store.read<qint64>(m_countLoad, [query = m_query](ReadContext &context) { return queryCount(context, query); })
        .then(this, [this, token = m_countLoad](const Result<qint64> &count) {
            if (token.isCancelled())
                return;
            if (!count) {
                if (count.error().code == ErrorCode::Usage)
                    showBrokenFilter(count.error());
                return;
            }
            m_found = *count;
            showFound();
            if (*count == 0) {
                askWhetherNew();
            } else {
                m_isNew = false;
                showEmptyText();
            }
        });
}

void SectionPage::showFound()
{
    const QString count = QLocale().toString(m_found);
    m_bar->setFound(count, m_view->sums(), m_filter->isEmpty() ? tr("Total: %1").arg(count) : tr("Found: %1").arg(count));
}

/// Nothing was found: because there is nothing?
void SectionPage::askWhetherNew()
{
    ItemQuery any;
    any.typeId = m_typeId;
    m_store.read<QList<qint64>>(m_countLoad, [any](ReadContext &context) { return queryIds(context, any, 1); })
        .then(this, [this, token = m_countLoad](const Result<QList<qint64>> &ids) {
            if (token.isCancelled() || !ids)
                return;
            m_isNew = ids->isEmpty();
            showEmptyText();
        });
}

void SectionPage::showGearMenu()
{
    QMenu menu(this);
    menu.setObjectName(u"gearMenu"_s);
    m_view->fillMenu(menu);
    // Where what stands here is defined.
    const SchemaPtr schema = m_store.schema();
    const EntityType *type = schema->type(m_typeId);
    const Stage *first = m_query.pipeline != 0 ? schema->firstStage(m_query.pipeline) : nullptr;
    const auto lead = [&](const QString &name, const QString &text, const QString &page, const QString &entry) {
        menu.addAction(Theme::of(palette()).icon(u"settings"_s), text, this,
                       [this, page, entry] { emit settingsWanted(page, entry); })
            ->setObjectName(name);
    };
    menu.addSeparator();
    if (type)
        lead(u"typeSettings"_s, tr("Type and fields…"), u"types"_s, type->code);
    if (first)
        lead(u"pipelineSettings"_s, tr("Stages and pipelines…"), u"stages"_s, QString::number(first->id));
    if (!schema->currencies().isEmpty())
        lead(u"rateSettings"_s, tr("Currencies and rates…"), u"money"_s, u"currencies"_s);
    menu.exec(m_bar->gear()->mapToGlobal(QPoint(0, m_bar->gear()->height())));
}

QList<KeyGroup> SectionPage::keys() const
{
    QList<KeyGroup> groups;
    for (const SectionView *view : m_sectionViews)
        groups << KeyGroup{view->title(), view->keys()};
    if (m_store.schema()->pipelines(m_typeId).size() > 1)
        groups << KeyGroup{tr("Pipeline"), {{{SectionBar::pipelineKey()}, tr("Choose another pipeline")}}};
    groups << KeyGroup{tr("Search and filter"),
                       {{{QKeySequence(Qt::ALT | Qt::Key_Down)}, tr("Filter form")},
                        {{QKeySequence(Qt::Key_Return)}, tr("Close the form: its conditions apply")},
                        {{QKeySequence(Qt::Key_Backspace)}, tr("Remove the last condition")},
                        {{QKeySequence(Qt::Key_Escape)}, tr("Clear the search")}}};
    return groups;
}

void SectionPage::showFiltered(const QList<Condition> &conditions, bool isSeen)
{
    const Asked shown{m_filter->conditions(), m_filter->search(), showsBin()};
    const Asked counted{conditions};
    if (shown != counted && shown != m_counted)
        m_askedBefore = shown;
    m_counted = counted;
    const Asked &wanted = shown == counted && isSeen ? m_askedBefore : counted;
    setBin(wanted.bin);
    m_filter->set(wanted.conditions, wanted.search);
}

void SectionPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit escaped();
    else
        QWidget::keyPressEvent(event);
}

QStringList SectionPage::usesOf(const Field &field) const
{
    const SchemaPtr schema = m_store.schema();
    const EntityType *type = schema->type(m_typeId);
    if (!type)
        return {};
    QStringList uses;
    for (const SectionView *view : m_sectionViews)
        uses << view->usesOf(field);
    const QList<Condition> &set = m_filter->conditions();
    if (std::ranges::any_of(set, [&](const Condition &one) { return asksField(*schema, m_typeId, one, field.id); }))
        uses << tr("the filter that is set");
    for (QString &use : uses)
        use = tr("%1 (%2)", "what of a section uses a field, and the section").arg(use, pluralName(*type));
    return uses;
}

bool SectionPage::fits(const Schema &schema) const
{
    const EntityType *type = schema.type(m_typeId);
    return type && type->hasStages == m_hasStages;
}

QString SectionPage::key(const QString &name) const
{
    return u"section/%1/%2"_s.arg(m_store.schema()->type(m_typeId)->code, name);
}

void SectionPage::save(QSettings &settings) const
{
    settings.setValue(key(u"view"_s), m_view->name());
    settings.setValue(key(u"filter"_s), m_filter->text());
    settings.setValue(key(u"pinned"_s), filterBar()->panel()->pinned());
    settings.setValue(key(u"filterFields"_s), filterBar()->panel()->shownFields());
    settings.setValue(key(u"pipeline"_s), m_query.pipeline);
    for (const SectionView *view : m_sectionViews)
        view->save(settings, key({}));
}

void SectionPage::restore(const QSettings &settings)
{
    if (const qint64 id = settings.value(key(u"pipeline"_s)).toLongLong(); m_store.schema()->pipeline(id))
        choosePipeline(id);
    FilterPanel *panel = filterBar()->panel();
    panel->setPinned(settings.value(key(u"pinned"_s), panel->pinned()).toString());
    if (const QStringList fields = settings.value(key(u"filterFields"_s)).toStringList(); !fields.isEmpty())
        panel->setShownFields(fields);
    // A section starts with the pinned filter; without one, with what was looked at last.
    if (const Preset *pinned = m_filter->preset(panel->pinned()))
        m_filter->use(*pinned);
    else if (const auto last = m_filter->setText(settings.value(key(u"filter"_s)).toString()); !last)
        m_filter->clear(); // it names a field that is gone
    for (SectionView *view : std::as_const(m_sectionViews))
        view->restore(settings, key({}));
    applyQuery();
    setView(settings.value(key(u"view"_s), m_view->name()).toString());
}

} // namespace Kartoteka
