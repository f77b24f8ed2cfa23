// SPDX-License-Identifier: GPL-3.0-or-later
// What a section does with cards and columns, its menus and its memory.
#include "views/shell/section_page.h"

#include "core/items/item_rules.h"
#include "core/schema/builtin_names.h"
#include "views/board/board_view.h"
#include "views/board/card_look_dialog.h"
#include "views/board/stage_menu.h"
#include "views/dialogs/move_dialog.h"
#include "views/filter/filter_bar.h"
#include "views/filter/filter_panel.h"
#include "views/list/item_list_view.h"
#include "views/shell/bulk_desk.h"
#include "views/shell/section_bar.h"
#include "views/theme/theme.h"

#include <QActionGroup>
#include <QDesktopServices>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSettings>
#include <QToolButton>
#include <QUrl>

namespace Kartoteka {

void SectionPage::moveTo(const QList<qint64> &ids, int column, int row)
{
    const EntityType type = *m_store.schema()->type(m_typeId);
    const Stage stage = m_board->stage(column);
    const bool staysThere = std::all_of(ids.begin(), ids.end(),
                                        [&](qint64 id) { return m_board->find(id).first == column; });
    // What is won by conversion converts, however it comes to that column.
    if (!staysThere && isWonByConversion(type, stage)) {
        convert(ids);
        return;
    }
    if (staysThere) {
        if (ids.size() == 1)
            m_board->moveCards(ids, column, row);
        return;
    }
    if (const auto values = MoveDialog::ask(m_store, m_typeId, ids, stage.id, this))
        m_board->moveCards(ids, m_board->columnOfStage(stage.id), row, *values);
}

void SectionPage::finish(const QList<qint64> &ids, qint64 stageId)
{
    const SchemaPtr schema = m_store.schema();
    const Stage *stage = schema->stage(stageId);
    if (!stage) {
        emit failed({ErrorCode::Refused, tr("The stage does not exist any more."), {}, {}});
        return;
    }
    if (isWonByConversion(*schema->type(m_typeId), *stage)) {
        convert(ids);
        return;
    }
    const auto values = MoveDialog::ask(m_store, m_typeId, ids, stageId, this);
    if (!values)
        return;
    if (m_board && view() == View::Board)
        m_board->finishCards(ids, stageId, *values);
    else
        m_bulk.run(m_typeId, ids, bulkMove(schema, stageId, *values),
                   tr("Moved to “%2”: %1").arg(u"%1"_s, displayName(*schema, *stage)));
}

void SectionPage::convert(const QList<qint64> &ids)
{
    if (ids.size() == 1) {
        emit convertRequested(ids.constFirst());
        return;
    }
    QMenu menu(this); // the same choices as in the list, for all of them
    m_bulk.addTo(&menu, m_typeId, ids);
    for (QAction *action : menu.actions()) {
        if (action->menu() && action->text() == BulkDesk::tr("Convert")) {
            action->menu()->exec(QCursor::pos());
            return;
        }
    }
}

void SectionPage::askOutcome(const QList<qint64> &ids, const QPoint &global)
{
    const SchemaPtr schema = m_store.schema();
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    menu.setObjectName(u"outcomeMenu"_s);
    for (const Stage &stage : schema->stages(m_query.pipeline)) {
        if (stage.group != StageGroup::InProgress)
            menu.addAction(theme.icon(u"flag"_s, theme.readable(QColor(stage.colour))), displayName(*schema, stage), this,
                           [this, ids, id = stage.id] { finish(ids, id); });
    }
    menu.exec(global);
}

void SectionPage::askPipeline(const QList<qint64> &ids, const QPoint &global)
{
    const SchemaPtr schema = m_store.schema();
    QMenu menu(this);
    menu.setObjectName(u"pipelineMenu"_s);
    for (const Pipeline &pipeline : schema->pipelines(m_typeId)) {
        if (pipeline.id == m_query.pipeline)
            continue;
        menu.addAction(displayName(pipeline), this, [this, ids, pipeline, schema] {
            m_bulk.run(m_typeId, ids, bulkChangePipeline(schema, pipeline.id),
                       tr("Moved to “%2”: %1").arg(u"%1"_s, displayName(pipeline)),
                       [this] { m_boardView->clearSelection(); });
        });
    }
    menu.exec(global);
}

void SectionPage::editCards()
{
    Card sample;
    for (int column = 0; column < m_board->columnCount() && sample.id == 0; ++column) {
        if (const Card *first = m_board->card(column, 0))
            sample = *first;
    }
    CardLookDialog dialog(m_store, m_typeId, m_boardView->cardLook(), sample, this);
    if (dialog.exec() == QDialog::Accepted)
        m_boardView->setCardLook(dialog.look());
}

void SectionPage::showGearMenu()
{
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    menu.setObjectName(u"gearMenu"_s);
    if (view() == View::Board) {
        menu.addAction(theme.icon(u"edit"_s), tr("What cards show…"), this, &SectionPage::editCards)
            ->setObjectName(u"cardLook"_s);
        QMenu *orders = menu.addMenu(tr("Order of the cards"));
        const QList<QPair<CardOrder, QString>> known{{CardOrder::Newest, tr("Newest on top, and as you drag them")},
                                                     {CardOrder::LastChange, tr("Changed last")},
                                                     {CardOrder::Deadline, tr("Nearest deadline")},
                                                     {CardOrder::Amount, tr("Largest amount")}};
        auto *group = new QActionGroup(&menu);
        for (const auto &[order, text] : known) {
            QAction *action = orders->addAction(text, this, [this, order = order] { setCardOrder(order); });
            action->setCheckable(true);
            action->setChecked(m_query.order == order);
            group->addAction(action);
        }
        menu.addSeparator();
        QMenu *stages = menu.addMenu(theme.icon(u"flag"_s), tr("Add a stage"));
        stages->addAction(tr("In progress"), this, [this] {
            const int last = m_board->columnCount() - 1;
            qint64 after = 0;
            for (int i = 0; i <= last; ++i)
                after = m_board->stage(i).group == StageGroup::InProgress ? m_board->stage(i).id : after;
            m_stages->askAdd(m_query.pipeline, StageGroup::InProgress, after);
        });
        stages->addAction(tr("Lost"), this, [this] {
            const QList<Stage> all = m_store.schema()->stages(m_query.pipeline);
            m_stages->askAdd(m_query.pipeline, StageGroup::Lost, all.constLast().id);
        });
        if (m_store.schema()->type(m_typeId)->hasPipelines)
            m_stages->addPipelinesTo(menu.addMenu(tr("Pipelines")), m_typeId, m_query.pipeline);
    } else {
        menu.addAction(theme.icon(u"columns"_s), tr("Choose columns…"), m_listView, &ItemListView::chooseColumns)
            ->setObjectName(u"chooseColumns"_s);
        QMenu *groups = menu.addMenu(tr("Group by"));
        QAction *none = groups->addAction(tr("Do not group"), this, [this] { setGroupBy({}); });
        none->setCheckable(true);
        none->setChecked(m_query.groupBy.isEmpty());
        groups->addSeparator();
        for (const Field &field : m_store.schema()->fields(m_typeId)) {
            const bool groupable = !field.multiple && !holdsTexts(field.type) && field.type != FieldType::Text
                && field.type != FieldType::File && field.code != u"title";
            if (!groupable)
                continue;
            QAction *action = groups->addAction(displayName(field), this, [this, code = field.code] { setGroupBy(code); });
            action->setCheckable(true);
            action->setChecked(m_query.groupBy == field.code);
        }
        menu.addAction(theme.icon(u"copy"_s), tr("Copy the selected as a table (Ctrl+C)"), m_listView,
                       &ItemListView::copySelected);
    }
    menu.exec(m_bar->gear()->mapToGlobal(QPoint(0, m_bar->gear()->height())));
}

void SectionPage::showHeaderMenu(int column, const QPoint &global)
{
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    menu.setObjectName(u"headerMenu"_s);
    menu.addAction(theme.icon(u"plus"_s), tr("New card here"), this,
                   [this, column] { m_boardView->startQuickForm(column); });
    menu.addAction(tr("Select all cards"), this, [this, column] { m_boardView->selectColumn(column); });
    menu.addAction(m_boardView->isFolded(column) ? tr("Unfold the column") : tr("Fold the column"), this,
                   [this, column] { m_boardView->setFolded(column, !m_boardView->isFolded(column)); });
    menu.addSeparator();
    m_stages->addTo(&menu, m_board->stage(column).id);
    menu.exec(global);
}

void SectionPage::showCounted(const QString &which)
{
    setBin(false);
    m_filter->set(
        {{u"responsible"_s, Comparison::Equal, {u"me"_s}, 0, {}}, {u"activity"_s, Comparison::Equal, {which}, 0, {}}}, {});
}

void SectionPage::focusItem(const ItemRef &item)
{
    if (item.type == m_typeId && view() == View::List)
        m_listView->setCurrentItem(item.id);
    else if (item.type == m_typeId)
        m_boardView->setCurrentCard(item.id);
    focusView();
}

void SectionPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit escaped();
    else
        QWidget::keyPressEvent(event);
}

void SectionPage::reach(qint64 id, const QString &scheme)
{
    auto found = readReach(m_store.reader(), {m_typeId, id, {}});
    const QString address = !found ? QString() : scheme == u"tel" ? found->phone : found->email;
    if (address.isEmpty()) {
        emit failed({ErrorCode::NotFound,
                     scheme == u"tel" ? tr("The client has no phone yet.") : tr("The client has no e-mail yet."),
                     {},
                     {}});
        return;
    }
    QDesktopServices::openUrl(QUrl(scheme + u':' + address));
}

QList<qint64> SectionPage::selectedItems() const
{
    return view() == View::List ? m_listView->selectedItems() : m_boardView->selectedCards();
}

qint64 SectionPage::neighbour(qint64 id, int direction) const
{
    if (view() == View::List) {
        const int row = m_table->rowOf(id);
        return row < 0 ? 0 : m_table->idAt(row + direction);
    }
    const auto [column, row] = m_board->find(id);
    const Card *card = column < 0 || row + direction < 0 ? nullptr : m_board->card(column, row + direction);
    return card ? card->id : 0;
}

QString SectionPage::key(const QString &name) const
{
    return u"section/%1/%2"_s.arg(m_store.schema()->type(m_typeId)->code, name);
}

void SectionPage::save(QSettings &settings) const
{
    settings.setValue(key(u"view"_s), view() == View::List ? u"list"_s : u"board"_s);
    settings.setValue(key(u"list"_s), m_listView->saveState());
    settings.setValue(key(u"group"_s), m_query.groupBy);
    QStringList sort;
    for (const SortKey &one : m_table->query().sort)
        sort << (one.descending ? u"-"_s : QString()) + one.field;
    settings.setValue(key(u"sort"_s), sort);
    settings.setValue(key(u"filter"_s), m_filter->text());
    settings.setValue(key(u"pinned"_s), filterBar()->panel()->pinned());
    settings.setValue(key(u"filterFields"_s), filterBar()->panel()->shownFields());
    settings.setValue(key(u"final"_s), m_board && m_board->showsFinal());
    settings.setValue(key(u"pipeline"_s), m_query.pipeline);
    if (!m_boardView)
        return;
    const CardLook &look = m_boardView->cardLook();
    QStringList fields;
    for (const CardLook::Field &field : look.fields)
        fields << field.code;
    settings.setValue(key(u"cardFields"_s), fields);
    settings.setValue(key(u"cardParts"_s),
                      int(look.amount) | int(look.client) << 1 | int(look.age) << 2 | int(look.tags) << 3);
    settings.setValue(key(u"order"_s), int(m_query.order));
    settings.setValue(key(u"columns"_s), m_boardView->saveColumns());
}

void SectionPage::restore(const QSettings &settings)
{
    if (m_boardView) {
        const int parts = settings.value(key(u"cardParts"_s), 15).toInt();
        CardLook look{(parts & 1) != 0, (parts & 2) != 0, (parts & 4) != 0, (parts & 8) != 0, {}};
        for (const QString &code : settings.value(key(u"cardFields"_s)).toStringList()) {
            if (const Field *field = m_store.schema()->field(m_typeId, code))
                look.fields.append({code, displayName(*field)});
        }
        m_boardView->setCardLook(look);
        m_boardView->restoreColumns(settings.value(key(u"columns"_s)).toString());
        m_query.order = CardOrder(settings.value(key(u"order"_s)).toInt());
        choosePipeline(m_store.schema()->pipeline(settings.value(key(u"pipeline"_s)).toLongLong())
                           ? settings.value(key(u"pipeline"_s)).toLongLong()
                           : m_query.pipeline);
    }
    FilterPanel *panel = filterBar()->panel();
    panel->setPinned(settings.value(key(u"pinned"_s), panel->pinned()).toString());
    if (const QStringList fields = settings.value(key(u"filterFields"_s)).toStringList(); !fields.isEmpty())
        panel->setShownFields(fields);
    // A section starts with the pinned filter; without one, with what was looked at last.
    if (const Preset *pinned = m_filter->preset(panel->pinned()))
        m_filter->use(*pinned);
    else if (const auto last = m_filter->setText(settings.value(key(u"filter"_s)).toString()); !last)
        m_filter->clear(); // it names a field that is gone
    m_query.groupBy = settings.value(key(u"group"_s)).toString();
    m_listView->restoreState(settings.value(key(u"list"_s)).toByteArray());
    ItemQuery list = m_table->query();
    list.sort.clear();
    for (const QString &one : settings.value(key(u"sort"_s)).toStringList())
        list.sort.append({one.startsWith(u'-') ? one.mid(1) : one, one.startsWith(u'-')});
    m_table->prepare(list);
    applyQuery();
    showFinal(settings.value(key(u"final"_s)).toBool());
    setView(settings.value(key(u"view"_s), u"board"_s).toString() == u"list" ? View::List : View::Board);
}

} // namespace Kartoteka
