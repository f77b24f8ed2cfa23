// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/board/card_mover.h"
#include "views/section/section_view.h"

namespace Kartoteka {

class BoardView;
class PlanDesk;

/// A section as cards in columns, whatever these stand for.
class CardsSection : public SectionView
{
    Q_OBJECT
public:
    CardsSection(const SectionContext &context, QWidget *page);

    BoardView *view() const { return m_view; }
    BoardModel *model() const { return m_board; }

    QWidget *widget() const override;
    QList<KeyHint> keys() const override;
    QList<qint64> selectedItems() const override;
    void setCurrentItem(qint64 id) override;
    qint64 neighbour(qint64 id, int direction) const override;
    void setEmptyText(const EmptyText &text) override;
    void refreshLights() override { m_board->refreshLights(); }

protected:
    void show() override;
    void becameActive(bool active) override;
    void turned() override { m_board->turnTo(wanted().now); }
    /// Moves cards before row @p row of a column, after asking what that takes.
    virtual void moveTo(const QList<qint64> &ids, int column, int row) = 0;
    /// Adds what the menu of a column's head has besides.
    virtual void fillHeaderMenu(QMenu &, int /*column*/) {}

    const SectionContext &context() const { return m_context; }
    CardMover &mover() const { return *m_mover; }
    void finish(const QList<qint64> &ids, qint64 stage);
    void addCardLook(QMenu &menu);
    /// The cards show it.
    bool isOnCards(const Field &field) const;
    /// What cards show; @p prefix: of the keys.
    void saveLook(QSettings &settings, const QString &prefix) const;
    void restoreLook(const QSettings &settings, const QString &prefix);

private:
    void connectView();
    void connectMover();
    void askPipeline(const QList<qint64> &ids, const QPoint &global);
    void showOpen(qint64 id);
    void reach(qint64 id, const QString &scheme);
    void editCards();
    void showHeaderMenu(int column, const QPoint &global);

    SectionContext m_context;
    BoardModel *m_board;
    CardMover *m_mover;
    BoardView *m_view;
    PlanDesk *m_acts;
};

} // namespace Kartoteka
