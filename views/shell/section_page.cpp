// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/section_page.h"

#include "core/query/condition_words.h"
#include "core/schema/builtin_names.h"
#include "views/board/board_view.h"
#include "views/board/quick_form.h"
#include "views/board/stage_menu.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/list/item_list_view.h"
#include "views/list/list_delegate.h"
#include "views/list/list_footer.h"
#include "views/shell/bulk_desk.h"
#include "views/shell/section_bar.h"
#include "views/theme/theme.h"

#include <QHeaderView>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

bool asksInProgress(const Condition &c)
{
    return c.field == u"stage" && c.comparison == Comparison::Equal && c.values == QStringList{u"group in_progress"_s};
}

constexpr int totalsPauseMs = 250;

} // namespace

SectionPage::SectionPage(Store &store, qint64 typeId, BulkDesk &bulk, QWidget *parent)
    : QWidget(parent), m_store(store), m_typeId(typeId), m_bulk(bulk), m_hasBoard(store.schema()->type(typeId)->hasStages)
{
    setObjectName(u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_query.typeId = typeId;
    if (const Pipeline *pipeline = store.schema()->defaultPipeline(typeId))
        m_query.pipeline = pipeline->id;
    m_filter = new FilterModel(store, typeId, this);
    m_table = new ItemTableModel(store, this);
    if (m_hasBoard)
        m_board = new BoardModel(store, this);
    m_stages = new StageMenu(store, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    makeBar();
    layout->addWidget(m_bar);
    makeViews();
    layout->addWidget(m_views, 1);
    m_totalsSoon.setSingleShot(true);
    m_totalsSoon.setInterval(totalsPauseMs);
    connect(&m_totalsSoon, &QTimer::timeout, this, &SectionPage::showTotals);
    connect(m_filter, &FilterModel::changed, this, &SectionPage::applyQuery);
    connect(m_filter, &FilterModel::failed, this, &SectionPage::failed);
    connect(m_stages, &StageMenu::failed, this, &SectionPage::failed);
    connect(m_stages, &StageMenu::done, this, &SectionPage::done);
    connect(m_stages, &StageMenu::emptyWanted, &m_bulk, &BulkDesk::emptyStage);
    connect(m_stages, &StageMenu::pipelineMade, this, [this](const QUuid &uid) {
        for (const Pipeline &pipeline : m_store.schema()->pipelines(m_typeId)) {
            if (pipeline.uid == uid)
                choosePipeline(pipeline.id);
        }
    });
    connect(&store, &Store::schemaChanged, this, &SectionPage::fillPipelines);
    connect(&store, &Store::userChanged, this, &SectionPage::applyQuery);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (notice.concerns(m_typeId)) {
            m_countStale = true;
            refreshCount();
        }
    });
    m_midnight.setSingleShot(true);
    connect(&m_midnight, &QTimer::timeout, this, [this] {
        applyQuery();
        scheduleMidnight();
    });
    scheduleMidnight();
    // What people work on: the filter they know from elsewhere, unless they pin another.
    if (m_hasBoard)
        filterBar()->panel()->setPinned(u"in_progress"_s);
    if (const Preset *first = m_filter->preset(filterBar()->panel()->pinned()))
        m_filter->use(*first); // which applies it
    else
        applyQuery();
    setView(m_hasBoard ? View::Board : View::List);
}

/// Filters say "today": they are asked again when the day changes.
void SectionPage::scheduleMidnight()
{
    const QDateTime now = m_store.clock().localNow();
    m_midnight.start(int(qMin<qint64>(now.msecsTo(now.date().addDays(1).startOfDay()) + 1000, 24LL * 3600 * 1000)));
}

void SectionPage::makeBar()
{
    QList<SectionBar::ViewName> views;
    if (m_hasBoard)
        views << SectionBar::ViewName{u"boardButton"_s, tr("Board"), u"board"_s};
    views << SectionBar::ViewName{u"listButton"_s, tr("List"), u"list"_s};
    m_bar = new SectionBar(*m_filter, *m_store.schema()->type(m_typeId), views, this);
    connect(m_bar, &SectionBar::viewChosen, this,
            [this](int index) { setView(m_hasBoard && index == 0 ? View::Board : View::List); });
    connect(m_bar, &SectionBar::pipelineChosen, this, &SectionPage::choosePipeline);
    connect(m_bar, &SectionBar::createWanted, this, &SectionPage::createWanted);
    connect(m_bar, &SectionBar::importWanted, this, &SectionPage::importWanted);
    connect(m_bar, &SectionBar::exportWanted, this, &SectionPage::exportWanted);
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

/// "In progress" and the final stages exclude each other: columns that the filter keeps empty would be a lie. The filter is
/// set aside, which is said, and comes back when the final stages go.
void SectionPage::showFinal(bool on)
{
    if (!m_board || m_board->showsFinal() == on)
        return;
    m_board->setShowFinal(on);
    m_boardStale = true;
    QList<Condition> conditions = m_filter->conditions();
    if (on && conditions.removeIf(asksInProgress) > 0) {
        m_setAside = {{u"stage"_s, Comparison::Equal, {u"group in_progress"_s}, 0, {}}};
        emit told(tr("The filter “%1” is off while final stages are shown.")
                      .arg(conditionWords(*m_store.schema(), m_typeId, m_setAside.constFirst())));
        m_filter->setConditions(conditions);
        return;
    }
    const QList<Condition> back = std::exchange(m_setAside, {});
    if (!on && !back.isEmpty() && std::ranges::none_of(conditions, asksInProgress))
        m_filter->setConditions(back + conditions);
    else
        fillView();
}

void SectionPage::fillPipelines()
{
    const SchemaPtr schema = m_store.schema();
    if (!schema->pipeline(m_query.pipeline) && m_hasBoard) {
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

void SectionPage::makeViews()
{
    m_views = new QStackedWidget(this);
    const EntityType type = *m_store.schema()->type(m_typeId);
    m_table->prepare(m_query);
    m_table->setColumns(ItemTableModel::defaultColumns(*m_store.schema(), type));
    m_listPage = new QWidget(m_views);
    auto *layout = new QVBoxLayout(m_listPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_listView = new ItemListView(m_store, *m_table, m_listPage);
    m_listView->restoreState({});
    m_footer = new ListFooter(m_store, m_listPage);
    layout->addWidget(m_listView, 1);
    layout->addWidget(m_footer);
    if (m_hasBoard) {
        m_boardView = new BoardView(m_store, *m_board, m_views);
        m_views->addWidget(m_boardView);
        connectBoard();
    }
    m_views->addWidget(m_listPage);
    connectList();
}

void SectionPage::connectBoard()
{
    connect(m_boardView, &BoardView::opened, this, &SectionPage::opened);
    connect(m_boardView, &BoardView::planRequested, this, &SectionPage::planRequested);
    connect(m_boardView, &BoardView::dragBegan, this, &SectionPage::dragBegan);
    connect(m_boardView, &BoardView::callRequested, this, [this](qint64 id) { reach(id, u"tel"_s); });
    connect(m_boardView, &BoardView::mailRequested, this, [this](qint64 id) { reach(id, u"mailto"_s); });
    connect(m_boardView, &BoardView::dropped, this, &SectionPage::moveTo);
    connect(m_boardView, &BoardView::finishRequested, this, &SectionPage::finish);
    connect(m_boardView, &BoardView::convertRequested, this, &SectionPage::convert);
    connect(m_boardView, &BoardView::deleteRequested, this, &SectionPage::deleteRequested);
    connect(m_boardView, &BoardView::deleteDropped, this,
            [this](const QList<qint64> &ids) { m_bulk.remove(m_typeId, ids); });
    connect(m_boardView, &BoardView::finalWanted, this, &SectionPage::showFinal);
    connect(m_boardView, &BoardView::outcomeWanted, this, &SectionPage::askOutcome);
    connect(m_boardView, &BoardView::pipelineRequested, this, &SectionPage::askPipeline);
    connect(m_boardView, &BoardView::headerMenuWanted, this, &SectionPage::showHeaderMenu);
    connect(m_boardView, &BoardView::columnsReordered, this,
            [this](const QList<qint64> &stages) { m_stages->setOrder(m_query.pipeline, stages); });
    connect(m_boardView, &BoardView::contextMenuWanted, this, [this](qint64 id, const QPoint &global) {
        const QList<qint64> selected = m_boardView->selectedCards();
        emit contextMenuWanted(selected.contains(id) ? selected : QList<qint64>{id}, global);
    });
    connect(m_boardView->quickForm(), &QuickForm::made, this,
            [this](qint64, const QString &title) { emit done(tr("Created: %1").arg(title)); });
    connect(m_board, &BoardModel::moveRefused, this, [this](qint64, const Error &error) { emit failed(error); });
    connect(m_board, &BoardModel::readFailed, this, &SectionPage::failed);
    connect(m_board, &BoardModel::totalsChanged, this, &SectionPage::showFound);
    connect(m_board, &BoardModel::moved, this, [this](qint64, const QString &title, const QString &stage) {
        emit done(tr("“%1” moved to “%2”").arg(title, stage));
    });
    connect(m_board, &BoardModel::movedMany, this, [this](int count, const QString &stage) {
        m_boardView->clearSelection();
        emit done(tr("%n card(s) moved to “%1”", nullptr, count).arg(stage));
    });
    connect(m_board, &BoardModel::manyToMove, this,
            [this](const QList<qint64> &ids, qint64 stage, const QList<FieldValue> &values) {
                const SchemaPtr schema = m_store.schema();
                m_bulk.run(m_typeId, ids, bulkMove(schema, stage, values),
                           tr("Moved to “%2”: %1").arg(u"%1"_s, displayName(*schema, *schema->stage(stage))),
                           [this] { m_boardView->clearSelection(); });
            });
}

void SectionPage::connectList()
{
    connect(m_listView, &ItemListView::opened, this, &SectionPage::opened);
    connect(m_listView, &ItemListView::failed, this, &SectionPage::failed);
    connect(m_listView, &ItemListView::groupWanted, this, &SectionPage::setGroupBy);
    connect(m_listView, &ItemListView::copied, this,
            [this](qsizetype rows) { emit done(tr("Copied as a table: %n row(s)", nullptr, int(rows))); });
    connect(m_listView, &ItemListView::deleteRequested, this, [this](const QList<qint64> &ids) {
        if (!m_query.deleted)
            emit deleteRequested(ids);
    });
    connect(m_listView, &ItemListView::contextMenuWanted, this, [this](qint64 id, const QPoint &global) {
        const QList<qint64> selected = m_listView->selectedItems();
        emit contextMenuWanted(selected.contains(id) ? selected : QList<qint64>{id}, global);
    });
    connect(m_listView, &ItemListView::selectionCountChanged, m_footer, &ListFooter::setSelected);
    connect(m_footer, &ListFooter::allWanted, m_listView, [this] {
        m_listView->setFocus();
        m_listView->selectAll();
    });
    connect(m_footer, &ListFooter::actsWanted, this, [this](const QPoint &global) {
        if (const QList<qint64> ids = m_listView->selectedItems(); !ids.isEmpty())
            emit contextMenuWanted(ids, global);
    });
    connect(m_table, &ItemTableModel::readFailed, this, &SectionPage::failed);
    connect(m_table, &ItemTableModel::editRefused, this, [this](qint64, const Error &error) { emit failed(error); });
    connect(m_table, &ItemTableModel::edited, this,
            [this](const QString &title) { emit done(tr("Changed: %1").arg(title)); });
    connect(m_table, &ItemTableModel::stageChosen, this, [this](qint64 id, qint64 stage) { finish({id}, stage); });
    connect(static_cast<ListDelegate *>(m_listView->itemDelegate()), &ListDelegate::editFailed, this, &SectionPage::failed);
}

SectionPage::View SectionPage::view() const
{
    return m_views->currentWidget() == m_listPage ? View::List : View::Board;
}

void SectionPage::setView(View view)
{
    const bool board = view == View::Board && m_hasBoard;
    if (board)
        setBin(false); // the bin is a list
    m_views->setCurrentWidget(board ? static_cast<QWidget *>(m_boardView) : m_listPage);
    m_bar->setView(m_hasBoard && !board ? 1 : 0);
    fillView();
    focusView();
}

/// Only the view that is seen is asked for: a million rows beside the board would be read for nobody.
void SectionPage::fillView()
{
    if (view() == View::Board && std::exchange(m_boardStale, false)) {
        m_board->setQuery(boardQuery());
    } else if (view() == View::List && std::exchange(m_listStale, false)) {
        m_table->setQuery(query());
        showTotals();
    }
}

ItemQuery SectionPage::query() const
{
    ItemQuery list = m_query;
    list.sort = m_table->query().sort;
    return list;
}

void SectionPage::setBin(bool shown)
{
    m_bar->setBin(shown);
    if (m_query.deleted == shown)
        return;
    m_query.deleted = shown;
    if (shown) {
        m_beforeBin = view();
        m_filter->clear(); // what was thrown away is looked for everywhere
        setView(View::List);
    } else if (const Preset *first = m_filter->preset(filterBar()->panel()->pinned()); first && m_filter->isEmpty()) {
        m_filter->use(*first);
    }
    const QString name = pluralName(*m_store.schema()->type(m_typeId));
    m_bar->setTitle(shown ? tr("%1 · recycle bin").arg(name) : name);
    applyQuery();
    if (!shown && view() != m_beforeBin)
        setView(m_beforeBin); // where the person came from
}

void SectionPage::focusView()
{
    if (view() == View::List)
        m_listView->setFocus();
    else
        m_boardView->setFocus();
}

void SectionPage::setGroupBy(const QString &field)
{
    m_query.groupBy = field;
    applyQuery();
}

void SectionPage::setCardOrder(CardOrder order)
{
    m_query.order = order;
    applyQuery();
}

/// Columns in progress hold nothing but what is in progress: that condition is left out, and the kept totals serve.
ItemQuery SectionPage::boardQuery() const
{
    ItemQuery query = m_query;
    query.groupBy.clear();
    if (!m_board->showsFinal())
        query.conditions.removeIf(asksInProgress);
    return query;
}

void SectionPage::applyQuery()
{
    m_query.search = m_filter->search();
    m_query.conditions = m_filter->conditions();
    m_query.user = m_store.user();
    m_query.now = m_store.clock().now();
    if (m_board && std::ranges::any_of(m_query.conditions, asksInProgress))
        m_board->setShowFinal(false);
    m_listStale = true;
    m_boardStale = m_hasBoard && !m_query.deleted;
    fillView();
    showEmptyText();
    showCount();
}

void SectionPage::showEmptyText()
{
    const EntityType type = *m_store.schema()->type(m_typeId);
    const bool searching = !m_query.search.trimmed().isEmpty();
    const bool filtered = !m_query.conditions.isEmpty();
    if (m_isNew && !m_query.deleted) {
        // Nothing is there to be filtered: that a filter is on is beside the point.
        const QString text = tr("%1: nothing here yet").arg(pluralName(type));
        const QString how = tr("Press “Create” (Ctrl+N) to add the first one, or import a CSV file from your old program.");
        m_listView->setEmptyState(text, how);
        if (m_boardView)
            m_boardView->setEmptyState(text, how);
        return;
    }
    const QString empty = searching || (filtered && !m_query.deleted) ? tr("Nothing found")
        : m_query.deleted                                             ? tr("The recycle bin is empty")
                                                                      : tr("%1: nothing here yet").arg(pluralName(type));
    const QString hint = searching
        ? tr("No text, phone or e-mail matches “%1”. Clear the search to see everything.").arg(m_query.search)
        : m_query.deleted ? tr("What is deleted waits here until it is restored.")
        : filtered ? tr("Nothing answers the filter. Take a field off, or press “Create” (Ctrl+N) to add the first one.")
                   : tr("Press “Create” (Ctrl+N) to add the first one, or import a CSV file from your old program.");
    m_listView->setEmptyState(empty, hint);
    if (m_boardView)
        m_boardView->setEmptyState(empty, hint);
}

/// A page that nobody sees counts when it is seen again.
void SectionPage::refreshCount()
{
    if (!isVisible() || !std::exchange(m_countStale, false))
        return;
    showCount();
    m_totalsSoon.start();
}

void SectionPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshCount();
}

void SectionPage::showTotals()
{
    if (view() == View::List)
        m_footer->showTotals(m_table->query(), m_table->columns());
}

void SectionPage::showCount()
{
    m_countLoad.cancel();
    m_countLoad = CancelToken();
    m_store.read<qint64>(m_countLoad, [query = m_query](ReadContext &context) { return queryCount(context, query); })
        .then(this, [this, token = m_countLoad](const Result<qint64> &count) {
            if (token.isCancelled() || !count)
                return;
            m_found = *count;
            showFound();
            if (*count == 0)
                askWhetherNew();
            else
                m_isNew = false;
        });
}

void SectionPage::showFound()
{
    const QString count = QLocale().toString(m_found);
    ItemTotals totals;
    for (int column = 0; view() == View::Board && column < m_board->columnCount(); ++column) {
        const ItemTotals &one = m_board->totals(column);
        for (auto it = one.sums.cbegin(); it != one.sums.cend(); ++it)
            totals.sums[it.key()] += it.value();
    }
    m_bar->setFound(count, sumText(totals, true),
                    m_filter->isEmpty() ? tr("In all: %1").arg(count) : tr("Found: %1").arg(count));
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

} // namespace Kartoteka
