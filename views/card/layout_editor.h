// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card/card_layout_model.h"
#include "views/card/card_tabs_dialog.h"
#include "views/card/layout_row.h"

class QLabel;
class QPushButton;

namespace Kartoteka {

class LayoutMenu;

/// The card while it is configured: its sections and fields as rows that are dragged, or moved by Alt and the arrows; each
/// gesture is an act of its own, which undo takes back. Esc leaves.
class LayoutEditor final : public QWidget
{
    Q_OBJECT
public:
    /// @p tabs: those that the card has besides its first one.
    LayoutEditor(CardLayoutModel &layouts, const QList<CardTabName> &tabs, QWidget *parent);

    /// Gives the focus to the row that had it, or to the first.
    void takeFocus();
    /// The row of a field or, where there is none, of a section; null when there is none.
    LayoutRow *rowOf(qint64 field) const;
    LayoutRow *rowOf(const QUuid &section) const;

signals:
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeFoot(const QList<CardTabName> &tabs);
    void fill();
    QList<LayoutEntry> entries() const;
    LayoutRow *makeRow();
    QUuid sectionOfCurrent() const;
    void place();
    int currentRow() const;
    void focusRow(int row);
    void moveBy(int row, int step);
    void moveToSection(int row, int step);
    void moveTo(int row, int before);
    void dragTo(LayoutRow *row, const QPoint &global);
    void drop();

    CardLayoutModel &m_layouts;
    LayoutMenu *m_menus;
    QLabel *m_what;
    QWidget *m_area; ///< in which the rows stand
    QWidget *m_gap;  ///< where what is dragged lands
    QList<LayoutRow *> m_rows;
    LayoutRow *m_dragged = nullptr;
    int m_before = -1; ///< what is dragged is to stand before this row
    int m_last = 0;    ///< the row that had the focus last
};

} // namespace Kartoteka
