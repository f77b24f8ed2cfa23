// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card_mover.h"
#include "views/section/section_view.h"

#include <QHash>

namespace Kartoteka {

class BoardView;
class StageMenu;

/// A section as a board, by stage or by another field.
class BoardSection final : public SectionView
{
    Q_OBJECT
public:
    BoardSection(const SectionContext &context, QWidget *page);

    BoardView *view() const { return m_view; }
    BoardModel *model() const { return m_board; }
    StageMenu *stages() const { return m_stages; }
    void setCardOrder(CardOrder order);
    /// What the heads of columns say.
    void setFigure(ColumnFigure figure);
    /// Code of the field that the columns stand for; empty: the stages.
    void setColumnField(const QString &code);

    QString name() const override { return u"board"_s; }
    QString title() const override { return tr("Board"); }
    QString icon() const override { return u"board"_s; }
    QWidget *widget() const override;
    QList<KeyHint> keys() const override;
    ItemQuery query() const override;
    QString sums() const override;
    QList<qint64> selectedItems() const override;
    void setCurrentItem(qint64 id) override;
    qint64 neighbour(qint64 id, int direction) const override;
    void setEmptyText(const EmptyText &text) override;
    void fillMenu(QMenu &menu) override;
    QStringList usesOf(const Field &field) const override;
    void refreshLights() override { m_board->refreshLights(); }
    void save(QSettings &settings, const QString &prefix) const override;
    void restore(const QSettings &settings, const QString &prefix) override;

protected:
    void show() override;
    void becameActive(bool active) override;
    void queryChanged() override;
    void turned() override { m_board->turnTo(wanted().now); }

private:
    void connectView();
    void connectMover();
    void showFinal(bool on);
    void moveTo(const QList<qint64> &ids, int column, int row);
    void finish(const QList<qint64> &ids, qint64 stage);
    /// How cards end that were dropped on the folded final stages.
    void askOutcome(const QList<qint64> &ids, const QPoint &global);
    void askPipeline(const QList<qint64> &ids, const QPoint &global);
    void reach(qint64 id, const QString &scheme);
    void editCards();
    void addColumnChoice(QMenu &menu);
    void addOrderChoice(QMenu &menu);
    void addFigureChoice(QMenu &menu);
    void addStageActs(QMenu &menu);
    void showHeaderMenu(int column, const QPoint &global);

    SectionContext m_context;
    BoardModel *m_board;
    CardMover *m_mover;
    BoardView *m_view;
    StageMenu *m_stages;
    CardOrder m_order = CardOrder::Newest;
    ColumnFigure m_figure = ColumnFigure::Sum;
    QHash<QString, QString> m_widths; ///< saved columns of other fields than the one that is shown
    QList<Condition> m_setAside;      ///< a filter that final stages exclude, while they are shown
};

} // namespace Kartoteka
