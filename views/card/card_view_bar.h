// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/card/card_layout_model.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace Kartoteka {

/// At the foot of the fields: the view that is shown, to be exchanged for another one, and the way to change it.
class CardViewBar final : public QWidget
{
    Q_OBJECT
public:
    CardViewBar(CardLayoutModel &layouts, QWidget *parent);

signals:
    void configureWanted();

private:
    void fill();
    void choose(CardView::Kind kind);
    void showNamed();
    void manage();

    CardLayoutModel &m_layouts;
    QToolButton *m_common;
    QToolButton *m_mine;
    QToolButton *m_named;
    QLabel *m_why;
};

} // namespace Kartoteka
