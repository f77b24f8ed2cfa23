// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QColor>
#include <QPainter>
#include <QRect>

namespace Kartoteka {

/// What rises at the bottom of the board while a card is dragged: ways to end it, and the recycle bin.
class DropBar
{
public:
    enum class Act { Finish, Pipeline, Delete };
    struct Zone
    {
        Act act = Act::Finish;
        qint64 stage = 0; ///< of Finish
        QString name;
        QColor colour;
    };

    /// The final stages of a pipeline.
    void setZones(const Schema &schema, const EntityType &type, qint64 pipeline, const QColor &danger);
    const QList<Zone> &zones() const { return m_zones; }

    /// Lies on the bottom of @p area; @p risen goes from 0, out of sight, to 1.
    void place(const QRect &area, int height, double risen);
    QRect rect() const { return m_rect; }
    QRect zoneRect(int index) const;
    /// -1 when there is none.
    int zoneAt(const QPoint &point) const;

    void paint(QPainter &painter, const QWidget &board, int hovered) const;

private:
    QList<Zone> m_zones;
    QRect m_rect;
};

} // namespace Kartoteka
