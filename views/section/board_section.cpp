// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section/board_section.h"

#include "core/items/item_queries.h"
#include "core/query/condition_words.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "models/filter_model.h"
#include "models/rate_watch.h"
#include "models/sum_text.h"
#include "views/acts/bulk_desk.h"
#include "views/acts/move_conversation.h"
#include "views/board/board_keys.h"
#include "views/board/board_view.h"
#include "views/board/card_look_dialog.h"
#include "views/board/quick_form.h"
#include "views/board/stage_menu.h"
#include "views/section/created_words.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/menu_text.h"

#include <QActionGroup>
#include <QDesktopServices>
#include <QMenu>
#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

bool asksInProgress(const Condition &c)
{
    return c.field == Codes::stage && c.comparison == Comparison::Equal && c.values == QStringList{u"group in_progress"_s};
}

} // namespace

BoardSection::BoardSection(const SectionContext &context, QWidget *page)
    : SectionView(page)
    , m_context(context)
    , m_board(new BoardModel(context.store, this))
    , m_mover(new CardMover(context.store, *m_board, this))
    , m_view(new BoardView(context.store, *m_board, page))
    , m_stages(new StageMenu(context.store, page))
{
    m_board->setShown(false);
    connect(m_stages, &StageMenu::failed, this, &BoardSection::failed);
    connect(m_stages, &StageMenu::done, this, &BoardSection::done);
    connect(m_stages, &StageMenu::emptyWanted, &context.bulk, &BulkDesk::emptyStage);
    connect(m_stages, &StageMenu::emptyPipelineWanted, &context.bulk, &BulkDesk::emptyPipeline);
    connect(m_stages, &StageMenu::pipelineMade, this, [this](const QUuid &uid) {
        for (const Pipeline &pipeline : m_context.store.schema()->pipelines(m_context.typeId)) {
            if (pipeline.uid == uid)
                emit pipelineWanted(pipeline.id);
        }
    });
    connectView();
    connectMover();
}

void BoardSection::connectView()
{
    connect(m_view, &BoardView::opened, this, &BoardSection::opened);
    connect(m_view, &BoardView::failed, this, &BoardSection::failed);
    connect(m_view, &BoardView::planRequested, this, &BoardSection::planRequested);
    connect(m_view, &BoardView::dragBegan, this, &BoardSection::dragBegan);
    connect(m_view, &BoardView::callRequested, this, [this](qint64 id) { reach(id, u"tel"_s); });
    connect(m_view, &BoardView::mailRequested, this, [this](qint64 id) { reach(id, u"mailto"_s); });
    connect(m_view, &BoardView::dropped, this, &BoardSection::moveTo);
    connect(m_view, &BoardView::finishRequested, this, &BoardSection::finish);
    connect(m_view, &BoardView::deleteRequested, this, &BoardSection::deleteRequested);
    connect(m_view, &BoardView::deleteDropped, this,
            [this](const QList<qint64> &ids) { m_context.bulk.remove(m_context.typeId, ids); });
    connect(m_view, &BoardView::finalWanted, this, &BoardSection::showFinal);
    connect(m_view, &BoardView::outcomeWanted, this, &BoardSection::askOutcome);
    connect(m_view, &BoardView::pipelineRequested, this, &BoardSection::askPipeline);
    connect(m_view, &BoardView::headerMenuWanted, this, &BoardSection::showHeaderMenu);
    connect(m_view, &BoardView::columnsReordered, this,
            [this](const QList<qint64> &stages) { m_stages->setOrder(wanted().pipeline, stages); });
    connect(m_view, &BoardView::contextMenuWanted, this, [this](qint64 id, const QPoint &global) {
        const QList<qint64> selected = m_view->selection().cards().values();
        emit contextMenuWanted(selected.contains(id) ? selected : QList<qint64>{id}, global);
    });
    connect(m_view->quickForm(), &QuickForm::made, this, [this](qint64 id) {
        if (const auto item = readItem(m_context.store.reader(), {m_context.typeId, id, {}}))
            emit done(createdWords(m_context.store, query(), *item));
    });
    connect(m_board, &BoardModel::readFailed, this, &BoardSection::failed);
    connect(m_board, &BoardModel::totalsChanged, this, &BoardSection::totalsChanged);
    connect(m_board, &BoardModel::reset, this, &BoardSection::totalsChanged);
    connect(&RateWatch::of(m_context.store), &RateWatch::changed, this, [this] {
        m_view->viewport()->update();
        emit totalsChanged();
    });
}

void BoardSection::connectMover()
{
    connect(m_mover, &CardMover::refused, this, [this](qint64, const Error &error) { emit failed(error); });
    connect(m_mover, &CardMover::moved, this, [this](qint64, const QString &title, const QString &where) {
        emit done(tr("“%1” moved to “%2”").arg(title, where));
    });
    connect(m_mover, &CardMover::movedMany, this, [this](int count, const QString &where) {
        m_view->selection().clear();
        emit done(tr("%n card(s) moved to “%1”", nullptr, count).arg(where));
    });
    connect(m_mover, &CardMover::manyToMove, this,
            [this](const QList<qint64> &ids, const BulkAct &act, const QString &where) {
                m_context.bulk.run(m_context.typeId, ids, act, tr("Moved to “%2”: %1").arg(u"%1"_s, where),
                                   [this] { m_view->selection().clear(); });
            });
}

QWidget *BoardSection::widget() const
{
    return m_view;
}

/// Columns in progress hold nothing but what is in progress: that condition is left out, and the kept totals serve.
QList<KeyHint> BoardSection::keys() const
{
    return BoardKeys::hints();
}

ItemQuery BoardSection::query() const
{
    ItemQuery query = wanted();
    query.order = m_order;
    query.figure = m_figure;
    if (!m_board->showsFinal() && m_board->columnField().isEmpty())
        query.conditions.removeIf(asksInProgress);
    return query;
}

void BoardSection::show()
{
    m_board->setQuery(query());
}

void BoardSection::becameActive(bool active)
{
    m_board->setShown(active);
}

void BoardSection::queryChanged()
{
    if (std::ranges::any_of(wanted().conditions, asksInProgress))
        m_board->setShowFinal(false);
}

QString BoardSection::sums() const
{
    ItemTotals all;
    for (int column = 0; column < m_board->columnCount(); ++column) {
        const ItemTotals &one = m_board->totals(column);
        for (auto it = one.sums.cbegin(); it != one.sums.cend(); ++it)
            all.sums[it.key()] += it.value();
    }
    return sumText(RateWatch::of(m_context.store).rates(), all.sums, true);
}

/// "In progress" and the final stages exclude each other: columns that the filter keeps empty would be a lie. The filter is
/// set aside, which is said, and comes back when the final stages go.
void BoardSection::showFinal(bool on)
{
    if (m_board->showsFinal() == on)
        return;
    m_board->setShowFinal(on);
    QList<Condition> conditions = m_context.filter.conditions();
    if (on && conditions.removeIf(asksInProgress) > 0) {
        m_setAside = {{Codes::stage, Comparison::Equal, {u"group in_progress"_s}, 0, {}}};
        emit told(tr("The filter “%1” is off while final stages are shown.")
                      .arg(conditionWords(*m_context.store.schema(), m_context.typeId, m_setAside.constFirst())));
        m_context.filter.setConditions(conditions);
        return;
    }
    const QList<Condition> back = std::exchange(m_setAside, {});
    if (!on && !back.isEmpty() && std::ranges::none_of(conditions, asksInProgress))
        m_context.filter.setConditions(back + conditions);
    else
        refresh();
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
    const QString before = m_board->columnField();
    if (code == before)
        return;
    m_widths.insert(before, m_view->saveColumns());
    m_view->restoreColumns(m_widths.value(code));
    m_board->setColumnField(code);
    if (!code.isEmpty() && m_board->showsFinal())
        showFinal(false); // it says which stages are columns
    else
        refresh();
}

void BoardSection::moveTo(const QList<qint64> &ids, int column, int row)
{
    const bool staysThere = std::ranges::all_of(ids, [&](qint64 id) { return m_board->find(id).first == column; });
    if (staysThere && ids.size() > 1)
        return;
    if (staysThere || !m_board->source()->isStages()) {
        m_mover->move(ids, column, row);
        return;
    }
    const qint64 stage = m_board->head(column).key;
    m_context.moves.begin(m_context.typeId, ids, stage, [this, ids, stage, row](const QList<FieldValue> &values) {
        if (const int at = m_board->columnOf(stage); at >= 0) // the board may have changed while one was asked
            m_mover->move(ids, at, row, values);
    });
}

void BoardSection::finish(const QList<qint64> &ids, qint64 stage)
{
    m_context.moves.begin(m_context.typeId, ids, stage,
                          [this, ids, stage](const QList<FieldValue> &values) { m_mover->finish(ids, stage, values); });
}

void BoardSection::askOutcome(const QList<qint64> &ids, const QPoint &global)
{
    const SchemaPtr schema = m_context.store.schema();
    const Theme &theme = Theme::of(m_view->palette());
    QMenu menu(m_view);
    menu.setObjectName(u"outcomeMenu"_s);
    for (const Stage &stage : schema->stages(wanted().pipeline)) {
        if (stage.group != StageGroup::InProgress)
            menu.addAction(theme.icon(u"flag"_s, theme.readable(QColor(stage.colour))),
                           menuText(displayName(*schema, stage)), this, [this, ids, id = stage.id] { finish(ids, id); });
    }
    menu.exec(global);
}

void BoardSection::askPipeline(const QList<qint64> &ids, const QPoint &global)
{
    const SchemaPtr schema = m_context.store.schema();
    QMenu menu(m_view);
    menu.setObjectName(u"pipelineMenu"_s);
    for (const Pipeline &pipeline : schema->pipelines(m_context.typeId)) {
        if (pipeline.id == wanted().pipeline)
            continue;
        menu.addAction(menuText(displayName(pipeline)), this, [this, ids, pipeline, schema] {
            m_context.bulk.run(m_context.typeId, ids, bulkChangePipeline(schema, pipeline.id),
                               tr("Moved to “%2”: %1").arg(u"%1"_s, displayName(pipeline)),
                               [this] { m_view->selection().clear(); });
        });
    }
    menu.exec(global);
}

void BoardSection::reach(qint64 id, const QString &scheme)
{
    auto found = readReach(m_context.store.reader(), {m_context.typeId, id, {}});
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

void BoardSection::editCards()
{
    Card sample;
    for (int column = 0; column < m_board->columnCount() && sample.id == 0; ++column) {
        if (const Card *first = m_board->card(column, 0))
            sample = *first;
    }
    CardLookDialog dialog(m_context.store, m_context.typeId, m_view->cardLook(), sample, m_view);
    if (dialog.exec() == QDialog::Accepted)
        m_view->setCardLook(dialog.look());
}

void BoardSection::addColumnChoice(QMenu &menu)
{
    const SchemaPtr schema = m_context.store.schema();
    QMenu *columns = menu.addMenu(Theme::of(m_view->palette()).icon(u"columns"_s), tr("Columns"));
    columns->setObjectName(u"boardColumns"_s);
    auto *group = new QActionGroup(columns);
    const auto add = [&](const QString &text, const QString &code) {
        QAction *action = columns->addAction(menuText(text), this, [this, code] { setColumnField(code); });
        action->setObjectName(u"columnsBy_"_s + code);
        action->setCheckable(true);
        action->setChecked(m_board->columnField() == code);
        group->addAction(action);
    };
    if (const Field *stage = schema->field(m_context.typeId, Codes::stage))
        add(displayName(*stage), {});
    columns->addSeparator();
    for (const Field &field : columnFields(*schema, m_context.typeId))
        add(displayName(field), field.code);
}

void BoardSection::addOrderChoice(QMenu &menu)
{
    QMenu *orders = menu.addMenu(tr("Order of the cards"));
    const QList<QPair<CardOrder, QString>> known{{CardOrder::Newest, tr("Newest on top, and as you drag them")},
                                                 {CardOrder::LastChange, tr("Changed last")},
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
    QMenu *figures = menu.addMenu(tr("Heads of the columns say"));
    figures->setObjectName(u"columnFigures"_s);
    auto *group = new QActionGroup(figures);
    for (const ColumnFigure figure : columnFigures(*m_context.store.schema(), m_context.typeId)) {
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
    QMenu *stages = menu.addMenu(Theme::of(m_view->palette()).icon(u"flag"_s), tr("Add a stage"));
    const auto add = [&](const QString &text, StageGroup group) {
        stages->addAction(text, this, [this, pipeline, group] {
            qint64 after = 0; // the last of its group, or of all
            for (const Stage &stage : m_context.store.schema()->stages(pipeline))
                after = stage.group == group || group == StageGroup::Lost ? stage.id : after;
            m_stages->askAdd(pipeline, group, after);
        });
    };
    add(tr("In progress"), StageGroup::InProgress);
    add(tr("Lost"), StageGroup::Lost);
    if (m_context.store.schema()->type(m_context.typeId)->hasPipelines)
        m_stages->addPipelinesTo(menu.addMenu(tr("Pipelines")), m_context.typeId, pipeline);
}

void BoardSection::fillMenu(QMenu &menu)
{
    menu.addAction(Theme::of(m_view->palette()).icon(u"edit"_s), tr("What cards show…"), this, &BoardSection::editCards)
        ->setObjectName(u"cardLook"_s);
    addColumnChoice(menu);
    addOrderChoice(menu);
    addFigureChoice(menu);
    menu.addSeparator();
    addStageActs(menu);
}

void BoardSection::showHeaderMenu(int column, const QPoint &global)
{
    QMenu menu(m_view);
    menu.setObjectName(u"headerMenu"_s);
    menu.addAction(Theme::of(m_view->palette()).icon(u"plus"_s), tr("New card here"), this,
                   [this, column] { m_view->startQuickForm(column); });
    menu.addAction(tr("Select all cards"), this, [this, column] { m_view->selectColumn(column); });
    menu.addAction(m_view->isFolded(column) ? tr("Unfold the column") : tr("Fold the column"), this,
                   [this, column] { m_view->setFolded(column, !m_view->isFolded(column)); });
    addFigureChoice(menu);
    if (m_board->source()->isStages()) {
        menu.addSeparator();
        m_stages->addTo(&menu, m_board->head(column).key);
        menu.addAction(tr("All stages…"), this,
                       [this, id = m_board->head(column).key] { emit settingsWanted(u"stages"_s, QString::number(id)); })
            ->setObjectName(u"stageSettings"_s);
    }
    menu.exec(global);
}

QList<qint64> BoardSection::selectedItems() const
{
    return m_view->selection().cards().values();
}

void BoardSection::setCurrentItem(qint64 id)
{
    m_view->setCurrentCard(id);
}

qint64 BoardSection::neighbour(qint64 id, int direction) const
{
    const auto [column, row] = m_board->find(id);
    const Card *card = column < 0 || row + direction < 0 ? nullptr : m_board->card(column, row + direction);
    return card ? card->id : 0;
}

void BoardSection::setEmptyText(const EmptyText &text)
{
    EmptyText ours = text;
    if (ours.drawing == Drawing::List)
        ours.drawing = Drawing::Board;
    m_view->setEmptyText(ours);
}

QStringList BoardSection::usesOf(const Field &field) const
{
    QStringList uses;
    if (field.typeId != m_context.typeId)
        return uses;
    if (std::ranges::any_of(m_view->cardLook().fields, [&](const CardLook::Field &one) { return one.code == field.code; }))
        uses << tr("the cards of the board");
    if (m_board->columnField() == field.code)
        uses << tr("the columns of the board");
    return uses;
}

void BoardSection::save(QSettings &settings, const QString &prefix) const
{
    const CardLook &look = m_view->cardLook();
    QStringList fields;
    for (const CardLook::Field &field : look.fields)
        fields << field.code;
    settings.setValue(prefix + u"cardFields"_s, fields);
    settings.setValue(prefix + u"cardParts"_s,
                      int(look.amount) | int(look.client) << 1 | int(look.age) << 2 | int(look.tags) << 3);
    settings.setValue(prefix + u"order"_s, int(m_order));
    settings.setValue(prefix + u"figure"_s, int(m_figure));
    settings.setValue(prefix + u"final"_s, m_board->showsFinal());
    settings.setValue(prefix + u"columnField"_s, m_board->columnField());
    QHash<QString, QString> widths = m_widths;
    widths.insert(m_board->columnField(), m_view->saveColumns());
    for (auto it = widths.cbegin(); it != widths.cend(); ++it)
        settings.setValue(prefix + (it.key().isEmpty() ? u"columns"_s : u"columns_"_s + it.key()), it.value());
}

void BoardSection::restore(const QSettings &settings, const QString &prefix)
{
    const SchemaPtr schema = m_context.store.schema();
    const int parts = settings.value(prefix + u"cardParts"_s, 15).toInt();
    CardLook look{(parts & 1) != 0, (parts & 2) != 0, (parts & 4) != 0, (parts & 8) != 0, {}};
    for (const QString &code : settings.value(prefix + u"cardFields"_s).toStringList()) {
        if (const Field *field = schema->field(m_context.typeId, code))
            look.fields.append({code, displayName(*field)});
    }
    m_view->setCardLook(look);
    m_view->restoreColumns(settings.value(prefix + u"columns"_s).toString());
    for (const Field &field : columnFields(*schema, m_context.typeId))
        m_widths.insert(field.code, settings.value(prefix + u"columns_"_s + field.code).toString());
    m_order = CardOrder(settings.value(prefix + u"order"_s).toInt());
    const auto figure = ColumnFigure(settings.value(prefix + u"figure"_s).toInt());
    m_figure = columnFigures(*schema, m_context.typeId).contains(figure) ? figure : ColumnFigure::Sum;
    const QString field = settings.value(prefix + u"columnField"_s).toString();
    if (m_widths.contains(field))
        setColumnField(field);
    if (m_board->columnField().isEmpty())
        showFinal(settings.value(prefix + u"final"_s).toBool());
}

} // namespace Kartoteka
