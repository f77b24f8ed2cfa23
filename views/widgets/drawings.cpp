// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/drawings.h"

#include "views/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace Kartoteka {

namespace {

/// Strokes and fillings that all pictures are made of, in the units of drawingSize.
class Sketch
{
public:
    Sketch(QPainter &painter, const Theme &theme) : m_painter(painter), m_theme(theme) {}

    void lane(const QRectF &rect, const QColor &top)
    {
        fill(m_theme.colour(ColourRole::Lane));
        m_painter.drawRoundedRect(rect, 6, 6);
        QPainterPath edge;
        edge.addRoundedRect(rect, 6, 6);
        m_painter.save();
        m_painter.setClipRect(QRectF(rect.left(), rect.top(), rect.width(), 3), Qt::IntersectClip);
        m_painter.fillPath(edge, top);
        m_painter.restore();
    }

    /// A sheet with two lines of writing, unless something else stands there, and a dot, as a card of the board.
    void card(const QRectF &rect, double tilt, bool isWritten = true)
    {
        m_painter.save();
        m_painter.translate(rect.center());
        m_painter.rotate(tilt);
        m_painter.translate(-rect.center());
        stroke(m_theme.accentFill(), m_theme.colour(ColourRole::Raised));
        m_painter.drawRoundedRect(rect, 5, 5);
        if (isWritten) {
            writing(rect.topLeft() + QPointF(8, 10), rect.width() * 0.55);
            writing(rect.topLeft() + QPointF(8, 17), rect.width() * 0.35);
        }
        fill(m_theme.accentFill());
        m_painter.drawEllipse(rect.bottomRight() - QPointF(10, 10), 4, 4);
        m_painter.restore();
    }

    void writing(const QPointF &from, double length)
    {
        stroke(quiet(), Qt::NoBrush);
        m_painter.drawLine(from, from + QPointF(length, 0));
    }

    void outline(const QRectF &rect)
    {
        m_painter.setPen(QPen(quiet(), 1.75, Qt::CustomDashLine, Qt::RoundCap, Qt::RoundJoin));
        QPen pen = m_painter.pen();
        pen.setDashPattern({1.7, 2.3});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(rect, 3, 3);
    }

    void stroke(const QColor &colour, const QBrush &brush)
    {
        m_painter.setPen(QPen(colour, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        m_painter.setBrush(brush);
    }
    void fill(const QColor &colour)
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(colour);
    }
    QColor quiet() const { return m_theme.colour(ColourRole::QuietEdge); }
    QColor soft() const { return m_theme.colour(ColourRole::Lane); }
    QColor accent() const { return m_theme.accentFill(); }
    QPainter &painter() { return m_painter; }

private:
    QPainter &m_painter;
    const Theme &m_theme;
};

void drawBoard(Sketch &sketch)
{
    const QColor tops[]{QColor(0x64738A), QColor(0x0F8FAF), QColor(0x7C4DE8)};
    for (int i = 0; i < 3; ++i)
        sketch.lane(QRectF(16 + 52 * i, 24, 40, 88), tops[i]);
    sketch.outline(QRectF(22, 36, 28, 20));
    sketch.card(QRectF(66, 42, 52, 34), 6);
}

void drawList(Sketch &sketch)
{
    sketch.fill(sketch.soft());
    sketch.painter().drawRoundedRect(QRectF(24, 20, 128, 92), 8, 8);
    for (const int y : {36, 54, 90}) {
        sketch.fill(sketch.quiet());
        sketch.painter().drawEllipse(QPointF(38, y), 3, 3);
        sketch.writing(QPointF(50, y), y == 54 ? 44 : 58);
        sketch.writing(QPointF(124, y), 16);
    }
    sketch.card(QRectF(34, 61, 112, 22), -2);
}

void drawPeople(Sketch &sketch)
{
    sketch.fill(sketch.soft());
    sketch.painter().drawRoundedRect(QRectF(44, 16, 96, 66), 8, 8);
    sketch.painter().drawRoundedRect(QRectF(32, 26, 112, 74), 8, 8);
    sketch.stroke(sketch.accent(), sketch.painter().background());
    sketch.card(QRectF(24, 40, 124, 68), 0, false);
    // A face, and what is written of it.
    sketch.stroke(sketch.accent(), sketch.soft());
    sketch.painter().drawEllipse(QPointF(52, 62), 9, 9);
    QPainterPath shoulders;
    shoulders.moveTo(36, 92);
    shoulders.cubicTo(38, 80, 46, 76, 52, 76);
    shoulders.cubicTo(58, 76, 66, 80, 68, 92);
    sketch.painter().drawPath(shoulders);
    sketch.writing(QPointF(84, 64), 48);
    sketch.writing(QPointF(84, 74), 36);
}

void drawNoHit(Sketch &sketch)
{
    QPainterPath funnel;
    funnel.moveTo(40, 24);
    funnel.lineTo(112, 24);
    funnel.lineTo(85, 60);
    funnel.lineTo(85, 92);
    funnel.lineTo(67, 104);
    funnel.lineTo(67, 60);
    funnel.closeSubpath();
    sketch.stroke(sketch.quiet(), sketch.soft());
    sketch.painter().drawPath(funnel);
    sketch.writing(QPointF(54, 36), 44);
    sketch.outline(QRectF(66, 110, 20, 10));
    // The one that went past it.
    sketch.card(QRectF(110, 64, 52, 34), 14);
}

void drawBin(Sketch &sketch)
{
    sketch.stroke(sketch.quiet(), sketch.soft());
    QPainterPath can;
    can.moveTo(58, 44);
    can.lineTo(118, 44);
    can.lineTo(112, 112);
    can.lineTo(64, 112);
    can.closeSubpath();
    sketch.painter().drawPath(can);
    for (const int x : {76, 88, 100})
        sketch.painter().drawLine(QPointF(x, 58), QPointF(x, 98));
    sketch.painter().save();
    sketch.painter().translate(118, 40);
    sketch.painter().rotate(14);
    sketch.stroke(sketch.accent(), QBrush());
    sketch.painter().drawLine(QPointF(-66, 0), QPointF(4, 0));
    sketch.painter().drawRoundedRect(QRectF(-42, -8, 22, 8), 3, 3);
    sketch.painter().restore();
}

void drawTimeline(Sketch &sketch)
{
    // What happened hangs on one line; what comes next stands on top of it.
    sketch.stroke(sketch.quiet(), Qt::NoBrush);
    sketch.painter().drawLine(QPointF(38, 44), QPointF(38, 112));
    sketch.card(QRectF(58, 16, 92, 34), 2);
    sketch.stroke(sketch.accent(), sketch.soft());
    sketch.painter().drawEllipse(QPointF(38, 33), 8, 8);
    for (const int y : {72, 100}) {
        sketch.stroke(sketch.quiet(), sketch.soft());
        sketch.painter().drawEllipse(QPointF(38, y), 5, 5);
        sketch.fill(sketch.soft());
        sketch.painter().drawRoundedRect(QRectF(58, y - 12, 92, 24), 5, 5);
        sketch.writing(QPointF(66, y - 4), y == 72 ? 60 : 44);
        sketch.writing(QPointF(66, y + 4), y == 72 ? 36 : 52);
    }
}

} // namespace

void paintDrawing(QPainter &painter, const QRectF &area, Drawing drawing, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(area.topLeft());
    painter.scale(area.width() / drawingSize.width(), area.height() / drawingSize.height());
    Sketch sketch(painter, theme);
    switch (drawing) {
    case Drawing::Board: drawBoard(sketch); break;
    case Drawing::List: drawList(sketch); break;
    case Drawing::People: drawPeople(sketch); break;
    case Drawing::NoHit: drawNoHit(sketch); break;
    case Drawing::Bin: drawBin(sketch); break;
    case Drawing::Timeline: drawTimeline(sketch); break;
    }
    painter.restore();
}

} // namespace Kartoteka
