// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section/list_section.h"

#include "core/activities/activity_bulk.h"
#include "core/definitions/usage.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/roles.h"
#include "models/base/rate_watch.h"
#include "views/acts/activity_menu.h"
#include "views/acts/bulk_desk.h"
#include "views/acts/move_conversation.h"
#include "views/list/item_list_view.h"
#include "views/list/list_delegate.h"
#include "views/list/list_footer.h"
#include "views/list/selection_bar.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/menu_search.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/path_menu.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

namespace {
constexpr int totalsPauseMs = 250;
}

ListSection::ListSection(const SectionContext &context, QWidget *page)
    : SectionView(page)
    , m_context(context)
    , m_table(new ItemTableModel(context.store, this))
    , m_page(new QWidget(page))
    , m_view(nullptr)
    , m_footer(new ListFooter(context.store, m_page))
{
    const SchemaPtr schema = context.store.schema();
    ItemQuery query;
    query.typeId = context.typeId;
    if (isActivities(*schema->type(context.typeId))) { // day by day, what is due first on top
        m_groupBy = Codes::deadline;
        query.sort = {{Codes::deadline, false}};
    }
    m_table->prepare(query);
    m_table->setColumns(ListColumn::usual(*schema, *schema->type(context.typeId)));
    m_view = new ItemListView(context.store, *m_table, m_page);
    m_view->restoreState({});
    auto *layout = new QVBoxLayout(m_page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_footer);
    m_bar = new SelectionBar(m_page);
    m_bar->setFoot(m_footer->totals());
    fillBar();
    m_totalsSoon.setSingleShot(true);
    m_totalsSoon.setInterval(totalsPauseMs);
    connect(&m_totalsSoon, &QTimer::timeout, this, &ListSection::showTotals);
    connect(&context.store, &Store::committed, this, [this](const CommitNotice &notice) {
        if (!notice.concerns(m_context.typeId))
            return;
        m_totalsStale = true;
        if (isActive() && !m_totalsSoon.isActive())
            m_totalsSoon.start();
    });
    connect(&RateWatch::of(context.store), &RateWatch::pastChanged, this, [this] {
        m_totalsStale = true;
        if (isActive())
            m_totalsSoon.start();
    });
    connectView();
}

void ListSection::connectView()
{
    connect(m_footer, &ListFooter::summed, this, [this](const QString &amounts) {
        m_sums = amounts;
        emit totalsChanged();
    });
    connect(m_view, &ItemListView::opened, this, &ListSection::opened);
    connect(m_view, &ItemListView::failed, this, &ListSection::failed);
    connect(m_view, &ItemListView::groupWanted, this, &ListSection::setGroupBy);
    connect(m_view, &ItemListView::settingsWanted, this, &ListSection::settingsWanted);
    connect(m_view, &ItemListView::copied, this,
            [this](qsizetype rows) { emit done(tr("Copied as a table: %n row(s)", nullptr, int(rows))); });
    connect(m_view, &ItemListView::deleteRequested, this, [this](const QList<qint64> &ids) {
        if (!wanted().deleted)
            emit deleteRequested(ids);
    });
    connect(m_view, &ItemListView::contextMenuWanted, this, [this](qint64 id, const QPoint &global) {
        const QList<qint64> selected = m_view->selectedItems();
        emit contextMenuWanted(selected.contains(id) ? selected : QList<qint64>{id}, global);
    });
    connect(m_view, &ItemListView::tickedChanged, this,
            [this](qsizetype count) { m_bar->setTicked(count, m_table->ids().size()); });
    connect(m_view, &ItemListView::stageWanted, this, [this](qint64 id, const QPoint &global) {
        QMenu menu(m_view);
        menu.setObjectName(u"stageMenu"_s);
        m_context.bulk.addStagesTo(&menu, m_context.typeId, {id});
        menu.exec(global);
    });
    connect(m_bar, &SelectionBar::allWanted, m_view, [this] {
        m_view->setFocus();
        m_view->selectAll();
    });
    connect(m_bar, &SelectionBar::dismissed, m_view, [this] {
        m_view->setFocus();
        m_view->tickNothing();
    });
    connect(m_table, &ItemTableModel::readFailed, this, &ListSection::failed);
    connect(m_table, &ItemTableModel::editRefused, this, [this](qint64, const Error &error) { emit failed(error); });
    connect(m_table, &ItemTableModel::edited, this,
            [this](const QString &title) { emit done(tr("Changed: %1").arg(title)); });
    connect(m_table, &ItemTableModel::stageChosen, this, &ListSection::moveTo);
    connect(static_cast<ListDelegate *>(m_view->itemDelegate()), &ListDelegate::editFailed, this, &ListSection::failed);
}

void ListSection::queryChanged()
{
    if (wanted().deleted != m_outside.has_value())
        turnBin(wanted().deleted);
    fillBar();
}

/// What was thrown away tells when and by whom, the last on top.
void ListSection::turnBin(bool shown)
{
    ItemQuery list = m_table->query();
    if (shown) {
        m_outside = Outside{m_view->saveState(), list.sort};
        const SchemaPtr schema = m_context.store.schema();
        m_view->showColumns(ListColumn::ofBin(*schema, *schema->type(m_context.typeId)));
        list.sort = {{ListColumn::deletedAt, true}};
    } else {
        m_view->restoreState(m_outside->columns);
        list.sort = m_outside->sort;
        m_outside.reset();
    }
    m_table->prepare(list);
}

/// What can be done to the ticked ones; the rest of it stands behind the dots.
void ListSection::fillBar()
{
    if (m_barIsOfBin == wanted().deleted)
        return;
    m_barIsOfBin = wanted().deleted;
    const SchemaPtr schema = m_context.store.schema();
    const EntityType &type = *schema->type(m_context.typeId);
    const qint64 typeId = m_context.typeId;
    BulkDesk &bulk = m_context.bulk;
    const auto withIds = [this](const std::function<void(const QList<qint64> &)> &act) {
        return [this, act](const QPoint &) { act(m_view->selectedItems()); };
    };
    // A menu opens above its button: the bar stands at the foot of the window.
    const auto menuOf = [this](const std::function<void(QMenu &, const QList<qint64> &)> &fill) {
        return [this, fill](const QPoint &global) {
            QMenu menu(m_page);
            menu.setObjectName(u"selectionMenu"_s);
            fill(menu, m_view->selectedItems());
            menu.exec(global - QPoint(0, menu.sizeHint().height() + Space::xs));
        };
    };
    const auto act = [](const QString &name, const QString &icon, const QString &text, const auto &run) {
        return SelectionBar::Act{name, icon, text, run};
    };
    QList<SelectionBar::Act> acts;
    if (wanted().deleted) {
        acts << act(u"bulkRestore"_s, u"undo"_s, tr("Restore"),
                    withIds([&bulk, typeId](const QList<qint64> &ids) { bulk.restore(typeId, ids); }))
             << act(u"bulkPurge"_s, u"trash"_s, tr("Delete for good…"),
                    withIds([&bulk, typeId](const QList<qint64> &ids) { bulk.purge(typeId, ids); }));
        acts.last().isDanger = true;
        m_bar->setActs(acts);
        return;
    }
    const auto addMenu = [&](const QString &name, const QString &icon, const QString &text, const auto &fill) {
        acts << act(name, icon, text, menuOf(fill));
        acts.last().opensMenu = true;
    };
    if (isActivities(type)) {
        acts << act(u"bulkDone"_s, u"check"_s, tr("Done"), withIds([&bulk, typeId](const QList<qint64> &ids) {
                        bulk.run(typeId, ids, bulkComplete(true), tr("Completed: %1"));
                    }));
        addMenu(u"bulkPutOff"_s, u"clock"_s, tr("Postpone"),
                [this, &bulk](QMenu &menu, const QList<qint64> &ids) { addPutOffTo(menu, m_context.store, bulk, ids); });
    }
    if (const Field *stage = schema->field(typeId, Codes::stage); stage && type.hasStages)
        addMenu(u"bulkStage"_s, u"flag"_s, displayName(*stage),
                [&bulk, typeId](QMenu &menu, const QList<qint64> &ids) { bulk.addStagesTo(&menu, typeId, ids); });
    if (const Field *responsible = schema->field(typeId, Codes::responsible))
        addMenu(u"bulkPerson"_s, u"user"_s, displayName(*responsible),
                [&bulk, typeId](QMenu &menu, const QList<qint64> &ids) { bulk.addPeopleTo(&menu, typeId, ids); });
    if (type.hasActivities)
        acts << act(u"bulkActivity"_s, u"activity"_s, tr("Activity…"),
                    withIds([&bulk, typeId](const QList<qint64> &ids) { bulk.askActivity(typeId, ids); }));
    acts << act(u"bulkActs"_s, u"more"_s, tr("More"), [this](const QPoint &global) {
        if (const QList<qint64> ids = m_view->selectedItems(); !ids.isEmpty())
            emit contextMenuWanted(ids, global);
    });
    acts.last().opensMenu = acts.last().isPicture = true;
    acts << act(u"bulkDelete"_s, u"trash"_s, tr("To the recycle bin"),
                withIds([this](const QList<qint64> &ids) { emit deleteRequested(ids); }));
    acts.last().isDanger = true;
    m_bar->setActs(acts);
}

void ListSection::moveTo(qint64 id, qint64 stage)
{
    m_context.bulk.moveTo(m_context.typeId, {id}, stage);
}

void ListSection::setGroupBy(const QString &field)
{
    m_groupBy = field;
    refresh();
}

QList<KeyHint> ListSection::keys() const
{
    return {
        {{QKeySequence(Qt::Key_Left), QKeySequence(Qt::Key_Right), QKeySequence(Qt::Key_Up), QKeySequence(Qt::Key_Down)},
         tr("Go from cell to cell")},
        {{QKeySequence(Qt::CTRL | Qt::Key_Home), QKeySequence(Qt::CTRL | Qt::Key_End)}, tr("To the first and the last row")},
        {{QKeySequence(Qt::Key_Return)}, tr("Open the card, fold a group")},
        {{QKeySequence(Qt::Key_F2)}, tr("Edit the cell")},
        {{QKeySequence(Qt::ALT | Qt::Key_Up)}, tr("Menu of the column")},
        {{QKeySequence(Qt::SHIFT | Qt::Key_Up), QKeySequence(Qt::SHIFT | Qt::Key_Down)}, tr("Select several rows")},
        {{QKeySequence(Qt::Key_Space)}, tr("Tick or untick the row")},
        {{QKeySequence(Qt::SHIFT | Qt::Key_Space)}, tr("Tick the rows up to here")},
        {{QKeySequence(Qt::Key_Escape)}, tr("Untick all")},
        {{QKeySequence(QKeySequence::SelectAll)}, tr("Select all rows")},
        {{QKeySequence(QKeySequence::Copy)}, tr("Copy the rows as a table")},
        {{QKeySequence(Qt::Key_Delete)}, tr("To the recycle bin")}};
}

ItemQuery ListSection::query() const
{
    ItemQuery query = wanted();
    query.sort = m_table->query().sort;
    query.groupBy = m_groupBy;
    return query;
}

void ListSection::show()
{
    m_table->setQuery(query());
    showTotals();
}

void ListSection::becameActive(bool active)
{
    if (active && m_totalsStale)
        m_totalsSoon.start();
}

void ListSection::turned()
{
    m_table->turnTo(wanted().now);
    m_totalsStale = true;
    if (isActive())
        m_totalsSoon.start();
}

void ListSection::showTotals()
{
    if (!isActive())
        return;
    m_totalsStale = false;
    m_footer->showTotals(m_table->query(), m_table->columns());
}

QList<qint64> ListSection::selectedItems() const
{
    return m_view->selectedItems();
}

void ListSection::setCurrentItem(qint64 id)
{
    m_view->setCurrentItem(id);
}

qint64 ListSection::neighbour(qint64 id, int direction) const
{
    const int row = m_table->rowOf(id);
    return row < 0 ? 0 : m_table->idAt(row + direction);
}

void ListSection::focus()
{
    m_view->setFocus();
}

void ListSection::setEmptyText(const EmptyText &text)
{
    m_view->setEmptyText(text);
}

void ListSection::fillMenu(QMenu &menu)
{
    const Theme &theme = Theme::of(m_page->palette());
    menu.addAction(theme.icon(u"columns"_s), tr("Choose columns…"), m_view, &ItemListView::chooseColumns)
        ->setObjectName(u"chooseColumns"_s);
    QMenu *groups = menu.addMenu(theme.icon(u"list"_s), tr("Group by"));
    groups->setObjectName(u"groupMenu"_s);
    auto *one = new QActionGroup(groups);
    QAction *none = groups->addAction(tr("Do not group"), this, [this] { setGroupBy({}); });
    none->setCheckable(true);
    none->setChecked(m_groupBy.isEmpty());
    one->addAction(none);
    groups->addSeparator();
    const SchemaPtr schema = m_context.store.schema();
    addPathActions(
        *groups, *schema, m_context.typeId, [](const FieldPath &path) { return canGroup(path); },
        [this, one](QAction &action, const QString &path) {
            action.setObjectName(u"groupBy_"_s + path);
            action.setCheckable(true);
            action.setChecked(m_groupBy == path);
            one->addAction(&action);
            connect(&action, &QAction::triggered, this, [this, path] { setGroupBy(path); });
        });
    addSearchToAll(*groups);
    menu.addAction(theme.icon(u"copy"_s), tr("Copy selection as a table"), m_view, &ItemListView::copySelected)
        ->setShortcut(QKeySequence::Copy);
    menu.addAction(theme.icon(u"share"_s), tr("Export these columns…"), this,
                   [this] {
                       QStringList columns = ListColumn::fieldsOf(*m_context.store.schema(), m_context.typeId,
                                                                  m_view->visibleColumns());
                       columns.removeAll(ListColumn::number); // every row of a file begins with it
                       emit exportWanted(columns);
                   })
        ->setObjectName(u"exportColumns"_s);
}

QStringList ListSection::usesOf(const Field &field) const
{
    const SchemaPtr schema = m_context.store.schema();
    const auto leads = [&](const QString &path) { return leadsOver(*schema, m_context.typeId, path, field.id); };
    QStringList uses;
    if (std::ranges::any_of(ListColumn::fieldsOf(*schema, m_context.typeId, m_view->visibleColumns()), leads))
        uses << tr("a column of the list");
    if (std::ranges::any_of(m_table->query().sort, leads, &SortKey::field))
        uses << tr("the order of the list");
    if (!m_groupBy.isEmpty() && leads(m_groupBy))
        uses << tr("the groups of the list");
    return uses;
}

void ListSection::save(QSettings &settings, const QString &prefix) const
{
    settings.setValue(prefix + u"list"_s, m_outside ? m_outside->columns : m_view->saveState());
    settings.setValue(prefix + u"group"_s, m_groupBy);
    QStringList sort;
    for (const SortKey &one : m_outside ? m_outside->sort : m_table->query().sort)
        sort << (one.descending ? u"-"_s : QString()) + one.field;
    settings.setValue(prefix + u"sort"_s, sort);
}

void ListSection::restore(const QSettings &settings, const QString &prefix)
{
    m_groupBy = settings.value(prefix + u"group"_s).toString();
    if (!canGroup(pathOf(*m_context.store.schema(), m_context.typeId, m_groupBy)))
        m_groupBy.clear();
    m_view->restoreState(settings.value(prefix + u"list"_s).toByteArray());
    ItemQuery list = m_table->query();
    list.sort.clear();
    for (const QString &one : settings.value(prefix + u"sort"_s).toStringList())
        list.sort.append({one.startsWith(u'-') ? one.mid(1) : one, one.startsWith(u'-')});
    m_table->prepare(list);
}

} // namespace Kartoteka
