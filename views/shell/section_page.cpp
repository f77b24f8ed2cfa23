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
#include "views/theme/theme.h"
#include "views/widgets/icon_button.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

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
    layout->addWidget(makeToolbar());
    layout->addWidget(makeViewRow());
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
        m_filterBar->panel()->setPinned(u"in_progress"_s);
    if (const Preset *first = m_filter->preset(m_filterBar->panel()->pinned()))
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

QWidget *SectionPage::makeToolbar()
{
    const EntityType type = *m_store.schema()->type(m_typeId);
    auto *bar = new QWidget(this);
    bar->setObjectName(u"toolbar"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(Space::l, Space::m, Space::l, Space::xs);
    layout->setSpacing(Space::m);
    m_name = new QLabel(pluralName(type), bar);
    m_name->setFont(Theme::title(font()));
    auto *create = new QPushButton(Theme::of(palette()).icon(u"plus"_s, QColor(Qt::white)), tr("Create"), bar);
    create->setObjectName(u"createButton"_s);
    makePrimary(create);
    create->setToolTip(tr("New: %1 (Ctrl+N)").arg(displayName(type)));
    m_filterBar = new FilterBar(*m_filter, bar);
    QToolButton *import = makeIconButton(bar, u"importButton"_s, u"import"_s, tr("Import from a file…"));
    m_gear = makeIconButton(bar, u"gearButton"_s, u"settings"_s, tr("Settings of this view"));
    layout->addWidget(m_name);
    layout->addWidget(create);
    layout->addWidget(m_filterBar, 1);
    layout->addWidget(import);
    layout->addWidget(m_gear);
    connect(create, &QPushButton::clicked, this, &SectionPage::createWanted);
    connect(import, &QToolButton::clicked, this, &SectionPage::importWanted);
    connect(m_gear, &QToolButton::clicked, this, &SectionPage::showGearMenu);
    return bar;
}

QLineEdit *SectionPage::search() const
{
    return m_filterBar->edit();
}

QWidget *SectionPage::makeViewRow()
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"viewRow"_s);
    bar->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(Space::m, Space::xs, Space::l, Space::s);
    layout->setSpacing(Space::xs);
    auto *group = new QButtonGroup(this);
    const auto addView = [&](const QString &text, const QString &icon, const QString &objectName, View which) {
        auto *button = new QToolButton(bar);
        button->setObjectName(objectName);
        button->setText(text);
        button->setIcon(Theme::of(palette()).icon(icon, ColourRole::Muted));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        group->addButton(button);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, which] { setView(which); });
        return button;
    };
    m_boardButton = addView(tr("Board"), u"board"_s, u"boardButton"_s, View::Board);
    m_listButton = addView(tr("List"), u"list"_s, u"listButton"_s, View::List);
    m_boardButton->setVisible(m_hasBoard);
    layout->addSpacing(Space::m);
    m_pipelines = new QComboBox(bar);
    m_pipelines->setObjectName(u"pipelines"_s);
    m_pipelines->setAccessibleName(tr("Pipeline"));
    m_pipelines->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_pipelines, &QComboBox::activated, this, [this] { choosePipeline(m_pipelines->currentData().toLongLong()); });
    layout->addWidget(m_pipelines);
    fillPipelines();
    m_finalButton = new QToolButton(bar);
    m_finalButton->setObjectName(u"finalButton"_s);
    m_finalButton->setText(tr("Show final stages"));
    m_finalButton->setIcon(Theme::of(palette()).icon(u"flag"_s, ColourRole::Muted));
    m_finalButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_finalButton->setCheckable(true);
    connect(m_finalButton, &QToolButton::toggled, this, &SectionPage::showFinal);
    layout->addWidget(m_finalButton);
    layout->addStretch(1);
    m_binButton = makeIconButton(bar, u"binButton"_s, u"trash"_s, tr("Recycle bin"));
    m_binButton->setCheckable(true);
    connect(m_binButton, &QToolButton::toggled, this, &SectionPage::setBin);
    m_count = new QLabel(bar);
    m_count->setObjectName(u"count"_s);
    m_count->setProperty("muted", true);
    layout->addWidget(m_count);
    layout->addWidget(m_binButton);
    return bar;
}

/// "In progress" and the final stages exclude each other: columns that the filter keeps empty would be a lie. The filter is
/// set aside, which is said, and comes back when the final stages go.
void SectionPage::showFinal(bool on)
{
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
    m_pipelines->clear();
    for (const Pipeline &pipeline : schema->pipelines(m_typeId))
        m_pipelines->addItem(displayName(pipeline), pipeline.id);
    m_pipelines->setCurrentIndex(m_pipelines->findData(m_query.pipeline));
    m_pipelines->setVisible(m_pipelines->count() > 1);
}

void SectionPage::choosePipeline(qint64 id)
{
    if (m_query.pipeline == id)
        return;
    m_query.pipeline = id;
    m_pipelines->setCurrentIndex(m_pipelines->findData(id));
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
    m_boardButton->setChecked(board);
    m_listButton->setChecked(!board);
    m_finalButton->setVisible(board);
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
    m_binButton->setChecked(shown);
    if (m_query.deleted == shown)
        return;
    m_query.deleted = shown;
    if (shown) {
        m_beforeBin = view();
        m_filter->clear(); // what was thrown away is looked for everywhere
        setView(View::List);
    } else if (const Preset *first = m_filter->preset(m_filterBar->panel()->pinned()); first && m_filter->isEmpty()) {
        m_filter->use(*first);
    }
    const QString name = pluralName(*m_store.schema()->type(m_typeId));
    m_name->setText(shown ? tr("%1 · recycle bin").arg(name) : name);
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
    if (!m_finalButton->isChecked())
        query.conditions.removeIf(asksInProgress);
    return query;
}

void SectionPage::applyQuery()
{
    m_query.search = m_filter->search();
    m_query.conditions = m_filter->conditions();
    m_query.user = m_store.user();
    m_query.now = m_store.clock().now();
    if (m_finalButton && std::ranges::any_of(m_query.conditions, asksInProgress))
        m_finalButton->setChecked(false);
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
            m_count->setText(m_filter->isEmpty() ? tr("In all: %1").arg(QLocale().toString(*count))
                                                 : tr("Found: %1").arg(QLocale().toString(*count)));
            if (*count == 0)
                askWhetherNew();
            else
                m_isNew = false;
        });
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
