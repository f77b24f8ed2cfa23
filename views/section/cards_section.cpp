// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section/cards_section.h"

#include "core/items/item_queries.h"
#include "core/schema/builtin_names.h"
#include "models/base/rate_watch.h"
#include "views/acts/bulk_desk.h"
#include "views/acts/move_conversation.h"
#include "views/acts/plan_desk.h"
#include "views/board/board_keys.h"
#include "views/board/board_view.h"
#include "views/board/card_look_dialog.h"
#include "views/board/quick_form.h"
#include "views/section/created_words.h"
#include "views/section/open_acts.h"
#include "views/theme/theme.h"
#include "views/widgets/empty_state.h"
#include "views/widgets/menu_text.h"

#include <QDesktopServices>
#include <QMenu>
#include <QSettings>
#include <QUrl>

#include <algorithm>

namespace Kartoteka {

CardsSection::CardsSection(const SectionContext &context, QWidget *page)
    : SectionView(page)
    , m_context(context)
    , m_board(new BoardModel(context.store, this))
    , m_mover(new CardMover(context.store, *m_board, this))
    , m_view(new BoardView(context.store, *m_board, page))
    , m_acts(new PlanDesk(context.store, m_view))
{
    m_board->setShown(false);
    connectView();
    connectMover();
}

void CardsSection::connectView()
{
    connect(m_view, &BoardView::opened, this, &CardsSection::opened);
    connect(m_view, &BoardView::failed, this, &CardsSection::failed);
    connect(m_view, &BoardView::told, this, &CardsSection::told);
    connect(m_view, &BoardView::planRequested, this, &CardsSection::showOpen);
    connect(m_acts, &PlanDesk::done, this, &CardsSection::done);
    connect(m_acts, &PlanDesk::failed, this, &CardsSection::failed);
    connect(m_view, &BoardView::dragBegan, this, &CardsSection::dragBegan);
    connect(m_view, &BoardView::callRequested, this, [this](qint64 id) { reach(id, u"tel"_s); });
    connect(m_view, &BoardView::mailRequested, this, [this](qint64 id) { reach(id, u"mailto"_s); });
    connect(m_view, &BoardView::dropped, this, &CardsSection::moveTo);
    connect(m_view, &BoardView::finishRequested, this, &CardsSection::finish);
    connect(m_view, &BoardView::deleteRequested, this, &CardsSection::deleteRequested);
    connect(m_view, &BoardView::deleteDropped, this,
            [this](const QList<qint64> &ids) { m_context.bulk.remove(m_context.typeId, ids); });
    connect(m_view, &BoardView::pipelineRequested, this, &CardsSection::askPipeline);
    connect(m_view, &BoardView::headerMenuWanted, this, &CardsSection::showHeaderMenu);
    connect(m_view, &BoardView::contextMenuWanted, this, [this](qint64 id, const QPoint &global) {
        const QList<qint64> selected = m_view->selection().cards().values();
        emit contextMenuWanted(selected.contains(id) ? selected : QList<qint64>{id}, global);
    });
    connect(m_view->quickForm(), &QuickForm::made, this, [this](qint64 id) {
        if (const auto item = readItem(m_context.store.reader(), {m_context.typeId, id, {}}))
            emit done(createdWords(m_context.store, query(), *item));
    });
    connect(m_board, &BoardModel::readFailed, this, &CardsSection::failed);
    connect(m_board, &BoardModel::totalsChanged, this, &CardsSection::totalsChanged);
    connect(m_board, &BoardModel::reset, this, &CardsSection::totalsChanged);
    connect(&RateWatch::of(m_context.store), &RateWatch::changed, this, [this] {
        m_view->viewport()->update();
        emit totalsChanged();
    });
}

void CardsSection::connectMover()
{
    connect(m_mover, &CardMover::refused, this, [this](qint64, const Error &error) { emit failed(error); });
    connect(m_mover, &CardMover::moved, this, [this](qint64, const QString &title, const QString &where) {
        emit done(tr("“%1” moved to “%2”").arg(title, where));
    });
    connect(m_mover, &CardMover::stays, this, [this](qint64, const QString &title, const QString &where) {
        emit done(tr("“%1” stays in “%2”: something else planned for it comes first").arg(title, where));
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

QWidget *CardsSection::widget() const
{
    return m_view;
}

QList<KeyHint> CardsSection::keys() const
{
    return BoardKeys::hints();
}

void CardsSection::show()
{
    m_board->setQuery(query());
}

void CardsSection::becameActive(bool active)
{
    m_board->setShown(active);
}

void CardsSection::finish(const QList<qint64> &ids, qint64 stage)
{
    m_context.moves.begin(m_context.typeId, ids, stage,
                          [this, ids, stage](const QList<FieldValue> &values) { m_mover->finish(ids, stage, values); });
}

void CardsSection::askPipeline(const QList<qint64> &ids, const QPoint &global)
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

/// What is open already is shown before another one is planned.
void CardsSection::showOpen(qint64 id)
{
    const ItemRef item{m_context.typeId, id, {}};
    const auto [column, row] = m_board->find(id);
    const auto open = countPlanned(m_context.store.reader(), item);
    if (column < 0 || !open || *open == 0 || !m_context.store.access().isWritable()) {
        emit planRequested(id);
        return;
    }
    auto *acts = new OpenActs(m_context.store, *m_acts, item, m_view);
    connect(acts, &OpenActs::planWanted, this, [this, id] { emit planRequested(id); });
    connect(acts, &OpenActs::openWanted, this, [this, id] { emit opened(id); });
    const QRect word = m_view->places().nextActRect(column, row);
    acts->showBeside(QRect(m_view->viewport()->mapToGlobal(word.topLeft()), word.size()));
}

void CardsSection::reach(qint64 id, const QString &scheme)
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

void CardsSection::editCards()
{
    Card sample;
    for (int column = 0; column < m_board->columnCount() && sample.id == 0; ++column) {
        if (const Card *first = m_board->card(column, 0))
            sample = *first;
    }
    if (sample.id == 0) // nothing is there yet to be shown
        sample.title = displayName(*m_context.store.schema()->type(m_context.typeId));
    CardLookDialog dialog(m_context.store, m_context.typeId, m_view->cardLook(), sample, m_view);
    if (dialog.exec() == QDialog::Accepted)
        m_view->setCardLook(dialog.look());
}

QList<qint64> CardsSection::selectedItems() const
{
    return m_view->selection().cards().values();
}

void CardsSection::setCurrentItem(qint64 id)
{
    m_view->setCurrentCard(id);
}

qint64 CardsSection::neighbour(qint64 id, int direction) const
{
    const auto [column, row] = m_board->find(id);
    const Card *card = column < 0 || row + direction < 0 ? nullptr : m_board->card(column, row + direction);
    return card ? card->id : 0;
}

void CardsSection::setEmptyText(const EmptyText &text)
{
    EmptyText ours = text;
    if (ours.drawing == Drawing::List)
        ours.drawing = Drawing::Board;
    m_view->setEmptyText(ours);
}

void CardsSection::addCardLook(QMenu &menu)
{
    menu.addAction(Theme::of(m_view->palette()).icon(u"edit"_s), tr("What cards show…"), this, &CardsSection::editCards)
        ->setObjectName(u"cardLook"_s);
}

void CardsSection::showHeaderMenu(int column, const QPoint &global)
{
    QMenu menu(m_view);
    menu.setObjectName(u"headerMenu"_s);
    menu.addAction(Theme::of(m_view->palette()).icon(u"plus"_s), tr("New card here"), this,
                   [this, column] { m_view->startQuickForm(m_view->places().firstOpen(column)); });
    menu.addAction(tr("Select all cards"), this, [this, column] {
        for (const int part : partsOfColumn(*m_board, column)) {
            if (!m_view->places().lanes().canOnlyFold(m_view->places().laneOf(part)))
                m_view->selectColumn(part);
        }
    });
    const bool folded = m_view->places().columns().isFolded(m_view->places().across(column));
    menu.addAction(folded ? tr("Unfold the column") : tr("Fold the column"), this,
                   [this, column, folded] { m_view->setFolded(column, !folded); });
    if (!folded) {
        const int step = scaled(48, m_view->fontMetrics());
        menu.addAction(tr("Wider"), this, [this, column, step] { m_view->widen(column, step); })
            ->setObjectName(u"columnWider"_s);
        menu.addAction(tr("Narrower"), this, [this, column, step] { m_view->widen(column, -step); });
    }
    fillHeaderMenu(menu, column);
    menu.exec(global);
}

bool CardsSection::isOnCards(const Field &field) const
{
    const QList<CardLook::Field> &shown = m_view->cardLook().fields;
    return field.typeId == m_context.typeId
        && std::ranges::any_of(shown, [&](const CardLook::Field &one) { return one.code == field.code; });
}

void CardsSection::saveLook(QSettings &settings, const QString &prefix) const
{
    const CardLook &look = m_view->cardLook();
    QStringList fields;
    for (const CardLook::Field &field : look.fields)
        fields << field.code;
    settings.setValue(prefix + u"cardFields"_s, fields);
    settings.setValue(prefix + u"cardParts"_s,
                      int(look.amount) | int(look.client) << 1 | int(look.age) << 2 | int(look.tags) << 3);
}

void CardsSection::restoreLook(const QSettings &settings, const QString &prefix)
{
    const int parts = settings.value(prefix + u"cardParts"_s, 15).toInt();
    CardLook look{(parts & 1) != 0, (parts & 2) != 0, (parts & 4) != 0, (parts & 8) != 0, {}};
    for (const QString &code : settings.value(prefix + u"cardFields"_s).toStringList()) {
        if (const Field *field = m_context.store.schema()->field(m_context.typeId, code))
            look.fields.append({code, displayName(*field)});
    }
    m_view->setCardLook(look);
}

} // namespace Kartoteka
