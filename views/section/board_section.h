// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/section/cards_section.h"

#include <QHash>

namespace Kartoteka {

class StageMenu;
class SwimlaneMenu;

/// A section as a board, by stage or by another field.
class BoardSection final : public CardsSection
{
    Q_OBJECT
public:
    BoardSection(const SectionContext &context, QWidget *page);

    StageMenu *stages() const { return m_stages; }
    SwimlaneMenu *lanes() const { return m_lanes; }
    void setCardOrder(CardOrder order);
    /// What the heads of columns say.
    void setFigure(ColumnFigure figure);
    /// Code of the field that the columns stand for; empty: the stages.
    void setColumnField(const QString &code);

    QString name() const override { return u"board"_s; }
    QString title() const override { return tr("Board"); }
    QString icon() const override { return u"board"_s; }
    QKeySequence key() const override { return Qt::CTRL | Qt::Key_1; }
    ItemQuery query() const override;
    QString sums() const override;
    void fillMenu(QMenu &menu) override;
    QStringList usesOf(const Field &field) const override;
    void save(QSettings &settings, const QString &prefix) const override;
    void restore(const QSettings &settings, const QString &prefix) override;

protected:
    void queryChanged() override;
    void moveTo(const QList<qint64> &ids, int column, int row) override;
    void fillHeaderMenu(QMenu &menu, int column) override;

private:
    void showFinal(bool on);
    /// How cards end that were dropped on the folded final stages.
    void askOutcome(const QList<qint64> &ids, const QPoint &global);
    void addColumnChoice(QMenu &menu);
    void addOrderChoice(QMenu &menu);
    void addFigureChoice(QMenu &menu);
    void addStageActs(QMenu &menu);
    void addPlaces(QMenu &menu, int column);

    StageMenu *m_stages;
    SwimlaneMenu *m_lanes;
    CardOrder m_order = CardOrder::Newest;
    ColumnFigure m_figure = ColumnFigure::Sum;
    QHash<QString, QString> m_widths; ///< saved columns of other fields than the one that is shown
    QList<Condition> m_setAside;      ///< a filter that final stages exclude, while they are shown
};

} // namespace Kartoteka
