// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/board_accessible.h"

#include "models/base/rate_watch.h"
#include "views/board/board_view.h"
#include "views/board/quick_form.h"
#include "views/widgets/empty_state.h"

namespace Kartoteka {

namespace {

constexpr int rowsBeyond = 20;
constexpr qsizetype rememberedCards = 1000;

/// What lanes and cards have in common: parts of the board that are no widgets.
class Part : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    explicit Part(const BoardAccessible &owner) : m_owner(owner), m_board(owner.board()) {}

    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (QAccessibleInterface *one = child(i); one && one->rect().contains(x, y)) // none: not loaded yet
                return one;
        }
        return nullptr;
    }
    void setText(QAccessible::Text, const QString &) override {}
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface && !actionNames().isEmpty()
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    QWindow *window() const override { return m_board.window()->windowHandle(); }

protected:
    /// What columns have together, after their name.
    QString inWords(const QString &lane, const QString &name, const QList<int> &columns) const
    {
        const BoardModel &model = m_board.model();
        const QString said = figureText(model, RateWatch::of(m_board.store()).rates(), columns,
                                        m_board.store().clock().now(), false);
        QStringList parts{lane, name, QLocale().toString(cardsIn(model, columns))};
        if (model.query().figure != ColumnFigure::Sum && !said.isEmpty())
            parts << figureName(model.query().figure);
        parts << said;
        parts.removeAll(QString());
        return parts.join(u", "_s);
    }
    QRect onScreen(const QRect &rect) const { return {m_board.viewport()->mapToGlobal(rect.topLeft()), rect.size()}; }

    const BoardAccessible &m_owner;
    BoardView &m_board;
};

class LanePart final : public Part
{
public:
    LanePart(const BoardAccessible &owner, int column) : Part(owner), m_column(column) {}

    bool isValid() const override { return m_column < m_board.model().columnCount(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_board); }
    QAccessible::Role role() const override { return QAccessible::List; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.collapsed = m_board.isFolded(m_column);
        state.expanded = !state.collapsed;
        return state;
    }
    QRect rect() const override
    {
        const BoardPlaces &places = m_board.places();
        return onScreen(places.isLaned() ? places.seenBodyRect(m_column) : places.columnRect(m_column));
    }
    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name)
            return {};
        const BoardModel &model = m_board.model();
        const Swimlanes *lanes = model.swimlanes();
        return inWords(lanes ? lanes->laneOf(model.cellKey(m_column)).name : QString(), model.head(m_column).name,
                       {m_column});
    }
    int childCount() const override
    {
        const auto [first, last] = m_owner.spokenRows(m_column);
        return last - first + 1;
    }
    QAccessibleInterface *child(int index) const override
    {
        const Card *card = m_board.model().card(m_column, m_owner.spokenRows(m_column).first + index);
        return card ? m_owner.card(card->id) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (this->child(i) == child)
                return i;
        }
        return -1;
    }
    QStringList actionNames() const override { return {toggleAction(), showMenuAction(), add()}; }
    QString localizedActionName(const QString &name) const override
    {
        return name == add() ? BoardView::tr("New card here") : QAccessibleActionInterface::localizedActionName(name);
    }
    void doAction(const QString &action) override
    {
        if (action == toggleAction())
            m_board.setFolded(m_column, !m_board.isFolded(m_column));
        else if (action == showMenuAction())
            emit m_board.headerMenuWanted(m_column, rect().topLeft());
        else if (action == add())
            m_board.startQuickForm(m_column);
    }

private:
    static QString add() { return u"New card"_s; }

    int m_column;
};

/// The lane that shows or folds the final stages.
class FinalPart final : public Part
{
public:
    using Part::Part;

    bool isValid() const override { return !m_board.places().finalRect().isNull(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_board); }
    QAccessible::Role role() const override { return QAccessible::Button; }
    QAccessible::State state() const override { return {}; }
    QRect rect() const override { return onScreen(m_board.places().finalRect()); }
    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name)
            return {};
        if (m_board.model().showsFinal())
            return BoardView::tr("Fold the final stages");
        const std::optional<qint64> count = m_board.finalCount();
        const QString show = BoardView::tr("Show the final stages");
        return count ? show + u", "_s + QLocale().toString(*count) : show;
    }
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            m_board.toggleFinal();
    }
};

/// The head of a swimlane, which folds it.
class SwimlanePart final : public Part
{
public:
    SwimlanePart(const BoardAccessible &owner, int lane) : Part(owner), m_lane(lane) {}

    bool isValid() const override { return m_lane < m_board.model().laneCount(); }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(&m_board); }
    QAccessible::Role role() const override { return QAccessible::Button; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.expandable = true;
        state.collapsed = m_board.places().lanes().isFolded(m_lane);
        state.expanded = !state.collapsed;
        return state;
    }
    QRect rect() const override { return onScreen(m_board.places().laneHeadRect(m_lane) & m_board.places().lanesRect()); }
    QString text(QAccessible::Text kind) const override
    {
        const BoardModel &model = m_board.model();
        return kind == QAccessible::Name && isValid()
            ? inWords({}, model.swimlanes()->lanes()[m_lane].name, partsOfLane(model, m_lane))
            : QString();
    }
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            m_board.clickLane(m_lane);
    }

private:
    int m_lane;
};

class CardPart final : public Part
{
public:
    CardPart(const BoardAccessible &owner, qint64 id) : Part(owner), m_id(id) {}

    bool isValid() const override { return m_board.model().find(m_id).first >= 0; }
    QAccessibleInterface *parent() const override { return m_owner.lane(m_board.model().find(m_id).first); }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.multiSelectable = true;
        state.selected = m_board.selection().contains(m_id);
        state.focused = m_board.hasFocus() && m_board.selection().current() == m_id;
        state.offscreen = !m_board.viewport()->rect().intersects(m_board.places().cardRect(m_id));
        return state;
    }
    QRect rect() const override { return onScreen(m_board.places().cardRect(m_id)); }
    QString text(QAccessible::Text kind) const override
    {
        const auto [column, row] = m_board.model().find(m_id);
        const Card *card = column < 0 ? nullptr : m_board.model().card(column, row);
        if (card && kind == QAccessible::Description)
            return cardInWords(*card, *m_board.store().schema()).join(u"; "_s);
        if (!card || kind != QAccessible::Name)
            return {};
        QStringList parts{card->title, card->amount.isValid() ? moneyText(card->amount.value<Money>()) : QString(),
                          card->act ? card->act->title : QString(), card->client, badgeOf(*card)};
        parts += nextActInWords(*card, m_board.model().isFinal(column), m_board.store().clock().localNow());
        parts << BoardView::tr("%1 of %2").arg(row + 1).arg(m_board.model().cardCount(column));
        parts.removeAll(QString());
        return parts.join(u"; "_s);
    }
    int childCount() const override { return 0; }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QStringList actionNames() const override
    {
        return {pressAction(), toggleAction(), setFocusAction(), showMenuAction(), plan(), next(), previous()};
    }
    QString localizedActionName(const QString &name) const override
    {
        return name == plan()    ? BoardView::tr("Plan an activity")
            : name == next()     ? BoardView::tr("Move to the next stage")
            : name == previous() ? BoardView::tr("Move to the previous stage")
                                 : QAccessibleActionInterface::localizedActionName(name);
    }
    void doAction(const QString &action) override
    {
        const auto [column, row] = m_board.model().find(m_id);
        if (column < 0)
            return;
        m_board.setCurrentCard(m_id);
        if (action == pressAction())
            emit m_board.opened(m_id);
        else if (action == plan())
            emit m_board.planRequested(m_id);
        else if (action == toggleAction())
            m_board.selection().toggle(m_id);
        else if (action == setFocusAction())
            m_board.setFocus();
        else if (action == showMenuAction())
            emit m_board.contextMenuWanted(m_id, rect().center());
        else if (action == next() && m_board.places().across(column) + 1 < m_board.model().across())
            emit m_board.dropped({m_id}, column + 1, 0);
        else if (action == previous() && m_board.places().across(column) > 0)
            emit m_board.dropped({m_id}, column - 1, 0);
    }

private:
    static QString plan() { return u"Plan"_s; }
    static QString next() { return u"Move to next stage"_s; }
    static QString previous() { return u"Move to previous stage"_s; }

    qint64 m_id;
};

} // namespace

void BoardAccessible::install()
{
    static bool installed = false;
    if (std::exchange(installed, true))
        return;
    QAccessible::installFactory([](const QString &name, QObject *object) -> QAccessibleInterface * {
        auto *board = name == u"Kartoteka::BoardView" ? qobject_cast<BoardView *>(object) : nullptr;
        return board ? new BoardAccessible(*board) : nullptr;
    });
}

void BoardAccessible::tellCurrent(BoardView &board)
{
    if (!QAccessible::isActive() || !board.hasFocus())
        return;
    QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(&board);
    if (QAccessibleInterface *card = whole ? whole->focusChild() : nullptr) {
        QAccessibleEvent event(card, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

BoardAccessible::BoardAccessible(BoardView &board) : QAccessibleWidget(&board, QAccessible::Grouping), m_board(board)
{}

BoardAccessible::~BoardAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_lanes))
        QAccessible::deleteAccessibleInterface(id);
    for (const QAccessible::Id id : std::as_const(m_cards))
        QAccessible::deleteAccessibleInterface(id);
}

int BoardAccessible::childCount() const
{
    return int(parts().size() + widgets().size());
}

/// The columns, after the head of their lane where there are lanes, and the final stages.
QList<int> BoardAccessible::parts() const
{
    QList<int> parts;
    for (int column = 0; column < m_board.model().columnCount(); ++column) {
        if (m_board.places().isLaned() && m_board.places().across(column) == 0)
            parts << firstLaneHead - m_board.places().laneOf(column);
        parts << column;
    }
    if (!m_board.places().finalRect().isNull())
        parts << finalStages;
    return parts;
}

/// What lies over the lanes.
QList<QWidget *> BoardAccessible::widgets() const
{
    QList<QWidget *> shown{m_board.quickForm(), m_board.emptyState()};
    shown.removeIf([](const QWidget *widget) { return widget->isHidden(); });
    return shown;
}

QAccessibleInterface *BoardAccessible::child(int index) const
{
    const QList<int> shown = parts();
    if (index < 0 || index >= childCount())
        return nullptr;
    return index < shown.size() ? lane(shown[index])
                                : QAccessible::queryAccessibleInterface(widgets().at(index - shown.size()));
}

int BoardAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (this->child(i) == child)
            return i;
    }
    return -1;
}

QAccessibleInterface *BoardAccessible::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        if (child(i)->rect().contains(x, y))
            return child(i);
    }
    return nullptr;
}

QAccessibleInterface *BoardAccessible::focusChild() const
{
    if (!m_board.hasFocus())
        return QAccessibleWidget::focusChild();
    return m_board.model().find(m_board.selection().current()).first < 0 ? nullptr : card(m_board.selection().current());
}

QAccessibleInterface *BoardAccessible::lane(int column) const
{
    QAccessible::Id &id = m_lanes[column];
    if (id == 0) {
        Part *made = nullptr;
        if (column >= 0)
            made = new LanePart(*this, column);
        else if (column == finalStages)
            made = new FinalPart(*this);
        else
            made = new SwimlanePart(*this, firstLaneHead - column);
        id = QAccessible::registerAccessibleInterface(made);
    }
    return QAccessible::accessibleInterface(id);
}

QAccessibleInterface *BoardAccessible::card(qint64 item) const
{
    if (!m_cards.contains(item)) {
        forgetFarCards();
        m_cards.insert(item, QAccessible::registerAccessibleInterface(new CardPart(*this, item)));
    }
    return QAccessible::accessibleInterface(m_cards.value(item));
}

QPair<int, int> BoardAccessible::spokenRows(int column) const
{
    const auto [first, last] = m_board.places().seenRows(column);
    if (last < first)
        return {0, -1};
    return {qMax(0, first - rowsBeyond), qMin(m_board.model().cardCount(column) - 1, last + rowsBeyond)};
}

/// Those that have left the screen are made anew when they are asked for.
void BoardAccessible::forgetFarCards() const
{
    if (m_cards.size() < rememberedCards)
        return;
    m_cards.removeIf([this](const QHash<qint64, QAccessible::Id>::iterator &one) {
        const auto [column, row] = m_board.model().find(one.key());
        const auto [first, last] = column < 0 ? QPair(0, -1) : spokenRows(column);
        if (row >= first && row <= last)
            return false;
        QAccessible::deleteAccessibleInterface(one.value());
        return true;
    });
}

} // namespace Kartoteka
