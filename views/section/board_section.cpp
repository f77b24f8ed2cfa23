// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section/board_section.h"

#include "core/definitions/usage.h"
#include "core/query/asked_stages.h"
#include "core/query/condition_words.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "models/base/rate_watch.h"
#include "models/base/sum_text.h"
#include "models/filter/filter_model.h"
#include "views/acts/bulk_desk.h"
#include "views/acts/move_conversation.h"
#include "views/board/board_view.h"
#include "views/board/stage_menu.h"
#include "views/board/swimlane_menu.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_search.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/path_menu.h"

#include <QActionGroup>
#include <QMenu>
#include <QSettings>

#include <algorithm>
#include <utility>

namespace Kartoteka {

BoardSection::BoardSection(const SectionContext &context, QWidget *page)
    : CardsSection(context, page)
    , m_stages(new StageMenu(context.store, page))
    , m_lanes(new SwimlaneMenu(*view(), context.typeId, this))
{
    connect(m_lanes, &SwimlaneMenu::changed, this, &BoardSection::refresh);
    connect(m_stages, &StageMenu::failed, this, &BoardSection::failed);
    connect(m_stages, &StageMenu::done, this, &BoardSection::done);
    connect(m_stages, &StageMenu::emptyWanted, &context.bulk, &BulkDesk::emptyStage);
    connect(m_stages, &StageMenu::emptyPipelineWanted, &context.bulk, &BulkDesk::emptyPipeline);
    connect(m_stages, &StageMenu::pipelineMade, this, [this](const QUuid &uid) {
        for (const Pipeline &pipeline : this->context().store.schema()->pipelines(this->context().typeId)) {
            if (pipeline.uid == uid)
                emit pipelineWanted(pipeline.id);
        }
    });
    connect(view(), &BoardView::finalWanted, this, &BoardSection::showFinal);
    connect(view(), &BoardView::outcomeWanted, this, &BoardSection::askOutcome);
    connect(view(), &BoardView::columnsReordered, this,
            [this](const QList<qint64> &stages) { m_stages->setOrder(wanted().pipeline, stages); });
}

/// Columns in progress hold nothing but what is in progress: that condition is left out, and the kept totals serve.
ItemQuery BoardSection::query() const
{
    ItemQuery query = wanted();
    query.order = m_order;
    query.figure = m_figure;
    if (!model()->showsFinal() && model()->columnField().isEmpty())
        query.conditions.removeIf(asksInProgress);
    return query;
}

void BoardSection::queryChanged()
{
    if (std::ranges::any_of(wanted().conditions, asksInProgress))
        model()->setShowFinal(false);
}

QString BoardSection::sums() const
{
    ItemTotals all;
    for (int column = 0; column < model()->columnCount(); ++column) {
        addTotals(all, model()->totals(column));
    }
    return sumText(RateWatch::of(context().store).rates(), all.sums, all.closed, true);
}

/// "In progress" and the final stages exclude each other: columns that the filter keeps empty would be a lie. The filter is
/// set aside, which is said, and comes back when the final stages go.
void BoardSection::showFinal(bool on)
{
    if (model()->showsFinal() == on)
        return;
    model()->setShowFinal(on);
    QList<Condition> conditions = context().filter.conditions();
    if (on && conditions.removeIf(asksInProgress) > 0) {
        m_setAside = {inProgress()};
        emit told(tr("The filter “%1” is off while final stages are shown.")
                      .arg(conditionWords(*context().store.schema(), context().typeId, m_setAside.constFirst())));
        context().filter.setConditions(conditions);
        return;
    }
    const QList<Condition> back = std::exchange(m_setAside, {});
    if (!on && !back.isEmpty() && std::ranges::none_of(conditions, asksInProgress)) {
        emit told(tr("The filter “%1” is on again.")
                      .arg(conditionWords(*context().store.schema(), context().typeId, back.constFirst())));
        context().filter.setConditions(back + conditions);
    } else {
        refresh();
    }
}

void BoardSection::setCardOrder(CardOrder order)
{
    m_order = order;
    refresh();
}

void BoardSection::setFigure(ColumnFigure figure)
{
    m_figure = figure;
    refresh();
}

void BoardSection::setColumnField(const QString &code)
{
    const QString before = model()->columnField();
    if (code == before)
        return;
    m_widths.insert(before, view()->saveColumns());
    view()->restoreColumns(m_widths.value(code));
    model()->setColumnField(code);
    if (!code.isEmpty() && model()->showsFinal())
        showFinal(false); // it says which stages are columns
    else
        refresh();
}

void BoardSection::moveTo(const QList<qint64> &ids, int column, int row)
{
    const bool staysThere = std::ranges::all_of(ids, [&](qint64 id) { return model()->find(id).first == column; });
    if (staysThere && ids.size() > 1)
        return;
    const auto isInColumn = [&](qint64 id) {
        const int from = model()->find(id).first;
        return from >= 0 && model()->head(from).key == model()->head(column).key;
    };
    if (!model()->source()->isStages() || std::ranges::all_of(ids, isInColumn)) {
        mover().move(ids, column, row); // only into another lane: no stage asks for anything
        return;
    }
    const qint64 stage = model()->head(column).key;
    const qint64 lane = model()->swimlanes() ? model()->swimlanes()->laneOf(model()->cellKey(column)).key : 0;
    context().moves.begin(context().typeId, ids, stage, [this, ids, stage, lane, row](const QList<FieldValue> &values) {
        if (const int at = model()->columnOf(stage, lane); at >= 0) // the board may have changed while one was asked
            mover().move(ids, at, row, values);
    });
}

void BoardSection::askOutcome(const QList<qint64> &ids, const QPoint &global)
{
    const SchemaPtr schema = context().store.schema();
    const Theme &theme = Theme::of(view()->palette());
    QMenu menu(view());
    menu.setObjectName(u"outcomeMenu"_s);
    for (const Stage &stage : schema->stages(wanted().pipeline)) {
        if (stage.group != StageGroup::InProgress)
            menu.addAction(theme.icon(u"flag"_s, theme.readable(QColor(stage.colour))),
                           menuText(displayName(*schema, stage)), this, [this, ids, id = stage.id] { finish(ids, id); });
    }
    menu.exec(global);
}

void BoardSection::addColumnChoice(QMenu &menu)
{
    const SchemaPtr schema = context().store.schema();
    QMenu *columns = menu.addMenu(Theme::of(view()->palette()).icon(u"columns"_s), tr("Columns"));
    columns->setObjectName(u"boardColumns"_s);
    auto *group = new QActionGroup(columns);
    const auto prepare = [this, group](QAction &action, const QString &code) {
        action.setObjectName(u"columnsBy_"_s + code);
        action.setCheckable(true);
        action.setChecked(model()->columnField() == code);
        group->addAction(&action);
        connect(&action, &QAction::triggered, this, [this, code] { setColumnField(code); });
    };
    if (const Field *stage = schema->field(context().typeId, Codes::stage))
        prepare(*columns->addAction(menuText(displayName(*stage))), {});
    columns->addSeparator();
    addPathActions(*columns, *schema, context().typeId, givesColumns, prepare);
    addSearchToAll(*columns);
}

void BoardSection::addOrderChoice(QMenu &menu)
{
    QMenu *orders = menu.addMenu(Theme::of(view()->palette()).icon(u"sort"_s), tr("Order of the cards"));
    const QList<QPair<CardOrder, QString>> known{{CardOrder::Newest, tr("Newest first, then as you drag them")},
                                                 {CardOrder::LastChange, tr("Recently changed")},
                                                 {CardOrder::Deadline, tr("Nearest deadline")},
                                                 {CardOrder::Amount, tr("Largest amount")}};
    auto *group = new QActionGroup(orders);
    for (const auto &[order, text] : known) {
        QAction *action = orders->addAction(text, this, [this, order = order] { setCardOrder(order); });
        action->setCheckable(true);
        action->setChecked(m_order == order);
        group->addAction(action);
    }
}

void BoardSection::addFigureChoice(QMenu &menu)
{
    QMenu *figures = menu.addMenu(Theme::of(view()->palette()).icon(u"number"_s), tr("Column headers show"));
    figures->setObjectName(u"columnFigures"_s);
    auto *group = new QActionGroup(figures);
    for (const ColumnFigure figure : columnFigures(*context().store.schema(), context().typeId)) {
        QAction *action = figures->addAction(figureName(figure), this, [this, figure] { setFigure(figure); });
        action->setObjectName(u"columnFigure_%1"_s.arg(int(figure)));
        action->setCheckable(true);
        action->setChecked(m_figure == figure);
        group->addAction(action);
    }
}

void BoardSection::addStageActs(QMenu &menu)
{
    const qint64 pipeline = wanted().pipeline;
    QMenu *stages = menu.addMenu(Theme::of(view()->palette()).icon(u"flag"_s), tr("Add a stage"));
    const auto add = [&](const QString &text, StageGroup group) {
        stages->addAction(text, this, [this, pipeline, group] {
            qint64 after = 0; // the last of its group, or of all
            for (const Stage &stage : context().store.schema()->stages(pipeline))
                after = stage.group == group || group == StageGroup::Lost ? stage.id : after;
            m_stages->askAdd(pipeline, group, after);
        });
    };
    add(tr("In progress"), StageGroup::InProgress);
    add(tr("Lost"), StageGroup::Lost);
    if (context().store.schema()->type(context().typeId)->hasPipelines)
        m_stages->addPipelinesTo(menu.addMenu(Theme::of(view()->palette()).icon(u"board"_s), tr("Pipelines")),
                                 context().typeId, pipeline);
}

void BoardSection::fillMenu(QMenu &menu)
{
    addCardLook(menu);
    addColumnChoice(menu);
    m_lanes->addTo(menu);
    addOrderChoice(menu);
    addFigureChoice(menu);
    menu.addSeparator();
    addStageActs(menu);
}

/// What dragging the head does.
void BoardSection::addPlaces(QMenu &menu, int column)
{
    const auto add = [&](const QString &text, const QString &name, int step) {
        const int other = column + step;
        const bool fits = other >= 0 && other < model()->across()
            && model()->stage(other)->group == model()->stage(column)->group;
        QAction *action = menu.addAction(text, this, [this, column, other] {
            QList<qint64> keys;
            for (int at = 0; at < model()->across(); ++at)
                keys << model()->head(at).key;
            keys.move(column, other);
            m_stages->setOrder(wanted().pipeline, keys);
        });
        action->setObjectName(name);
        action->setEnabled(fits);
    };
    add(tr("Move the column left"), u"columnLeft"_s, -1);
    add(tr("Move the column right"), u"columnRight"_s, 1);
}

void BoardSection::fillHeaderMenu(QMenu &menu, int column)
{
    addFigureChoice(menu);
    if (!model()->source()->isStages())
        return;
    addPlaces(menu, view()->places().across(column));
    menu.addSeparator();
    m_stages->addTo(&menu, model()->head(column).key);
    menu.addAction(tr("All stages…"), this,
                   [this, id = model()->head(column).key] { emit settingsWanted(u"stages"_s, QString::number(id)); })
        ->setObjectName(u"stageSettings"_s);
}

QStringList BoardSection::usesOf(const Field &field) const
{
    QStringList uses;
    if (isOnCards(field))
        uses << tr("the cards of the board");
    if (!model()->columnField().isEmpty()
        && leadsOver(*context().store.schema(), context().typeId, model()->columnField(), field.id))
        uses << tr("the columns of the board");
    if (field.typeId == context().typeId && model()->swimlaneChoice().field == field.code)
        uses << tr("the lanes of the board");
    return uses;
}

void BoardSection::save(QSettings &settings, const QString &prefix) const
{
    saveLook(settings, prefix);
    settings.setValue(prefix + u"order"_s, int(m_order));
    settings.setValue(prefix + u"figure"_s, int(m_figure));
    settings.setValue(prefix + u"final"_s, model()->showsFinal());
    settings.setValue(prefix + u"columnField"_s, model()->columnField());
    m_lanes->save(settings, prefix);
    QHash<QString, QString> widths = m_widths;
    widths.insert(model()->columnField(), view()->saveColumns());
    for (auto it = widths.cbegin(); it != widths.cend(); ++it)
        settings.setValue(prefix + (it.key().isEmpty() ? u"columns"_s : u"columns_"_s + it.key()), it.value());
}

void BoardSection::restore(const QSettings &settings, const QString &prefix)
{
    const SchemaPtr schema = context().store.schema();
    restoreLook(settings, prefix);
    view()->restoreColumns(settings.value(prefix + u"columns"_s).toString());
    QStringList able = linkedPaths(*schema, context().typeId);
    for (const Field &field : schema->fields(context().typeId))
        able << field.code;
    for (const QString &path : std::as_const(able)) {
        if (givesColumns(pathOf(*schema, context().typeId, path)))
            m_widths.insert(path, settings.value(prefix + u"columns_"_s + path).toString());
    }
    m_order = CardOrder(settings.value(prefix + u"order"_s).toInt());
    const auto figure = ColumnFigure(settings.value(prefix + u"figure"_s).toInt());
    m_figure = columnFigures(*schema, context().typeId).contains(figure) ? figure : ColumnFigure::Sum;
    const QString field = settings.value(prefix + u"columnField"_s).toString();
    if (m_widths.contains(field))
        setColumnField(field);
    m_lanes->restore(settings, prefix);
    if (model()->columnField().isEmpty())
        showFinal(settings.value(prefix + u"final"_s).toBool());
}

} // namespace Kartoteka
