// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card/card_layout_model.h"
#include "views/widgets/walked_dialog.h"

class QMenu;

namespace Kartoteka {

class DefinitionList;

/// The views of a type's cards: made, named, ordered, given to people and departments, forced, reset and deleted. What is
/// changed holds at once.
class CardViewsDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    CardViewsDialog(CardLayoutModel &layouts, QWidget *parent);

private:
    void fill();
    void addView();
    void showMenu(qint64 row, const QPoint &at);
    void addNamedActs(QMenu &menu, const CardView &view);
    void askWhom(const CardView &view);
    void reset(const CardView &view);
    const CardView *viewOf(qint64 row) const;

    CardLayoutModel &m_layouts;
    DefinitionList *m_list;
    QList<CardView> m_views; ///< in the order of the list
};

} // namespace Kartoteka
