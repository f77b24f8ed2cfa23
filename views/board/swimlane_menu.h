// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/swimlanes.h"

#include <QHash>
#include <QObject>

class QMenu;
class QSettings;

namespace Kartoteka {

class BoardView;

/// Which lanes go across a board, and which of them are folded: chosen from menus, remembered for every field.
class SwimlaneMenu final : public QObject
{
    Q_OBJECT
public:
    /// @p view outlives it.
    SwimlaneMenu(BoardView &view, qint64 typeId, QObject *parent);

    /// Code of the field that lanes stand for; empty: none. The board is to be read anew after.
    void setField(const QString &code);
    /// Adds the choice of lanes to the menu of a board.
    void addTo(QMenu &menu);

    void save(QSettings &settings, const QString &prefix) const;
    void restore(const QSettings &settings, const QString &prefix);

signals:
    /// Other lanes are to be shown.
    void changed();

private:
    void choose();
    void hide(int lane);
    void show(const QList<qint64> &lanes);
    void showMenuOf(int lane, const QPoint &global);
    void addFolds(QMenu &menu);
    const QString &field() const;

    BoardView &m_view;
    qint64 m_typeId;
    QHash<QString, QList<qint64>> m_shown; ///< by field
    QHash<QString, QString> m_folded;      ///< … of other fields than the one that is shown
};

} // namespace Kartoteka
