// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/board/board_places.h"

#include <QObject>

class QWidget;

namespace Kartoteka {

class QuickForm;

/// The form for a new card where it lies on a board: over the cards of a column.
class ColumnForm final : public QObject
{
    Q_OBJECT
public:
    ColumnForm(QWidget &viewport, Store &store, const BoardModel &model, BoardPlaces &places);

    QuickForm *form() const { return m_form; }
    /// The column that it lies on; -1: it is closed.
    int column() const { return m_column; }
    /// Refused where nothing new stands.
    Result<void> open(int column);
    /// Puts it where its column is now.
    void place();
    /// Shows it in its place and gives it the keyboard.
    void show();

signals:
    void closed();

private:
    Store &m_store;
    const BoardModel &m_model;
    BoardPlaces &m_places;
    QuickForm *m_form;
    int m_column = -1;
};

} // namespace Kartoteka
