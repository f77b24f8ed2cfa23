// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/sidebar_button.h"

#include "views/theme/theme.h"

#include <QPainter>

namespace Kartoteka {

namespace {
int iconSide(const QWidget &widget)
{
    return scaled(20, widget.fontMetrics());
}
} // namespace

SidebarButton::SidebarButton(const QString &icon, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_icon(icon)
{
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setAutoExclusive(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SidebarButton::setLights(const Lights &lights)
{
    m_lights = lights;
    QStringList lines{text()};
    if (lights.red > 0)
        lines << tr("Deadline near or passed: %1").arg(lights.red);
    if (lights.green > 0)
        lines << tr("Incoming, waiting for an answer: %1").arg(lights.green);
    setToolTip(lines.join(u'\n'));
    update();
}

void SidebarButton::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    updateGeometry();
    update();
}

QSize SidebarButton::sizeHint() const
{
    return {m_collapsed ? iconSide(*this) + Space::xl : 160, fontMetrics().height() + Space::l};
}

void SidebarButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(palette());
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(theme.colour(ColourRole::Accent), 2) : QPen(Qt::NoPen));
    painter.setBrush(isChecked()        ? QBrush(theme.tint(theme.colour(ColourRole::Accent)))
                         : underMouse() ? QBrush(theme.hover())
                                        : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, Space::controlRadius, Space::controlRadius);
    const QColor accent = theme.readable(theme.colour(ColourRole::Accent));
    const QRect icon(Space::s, (height() - iconSide(*this)) / 2, iconSide(*this), iconSide(*this));
    theme.icon(m_icon, isChecked() ? accent : theme.colour(ColourRole::Muted)).paint(&painter, icon);
    int right = width() - Space::s;
    const auto badge = [&](int number, ColourRole role) {
        if (number == 0)
            return;
        const QString text = number > 99 ? u"99+"_s : QString::number(number);
        painter.setFont(Theme::small(font()));
        const QFontMetrics metrics(painter.font());
        const int side = metrics.height() + 2;
        const int wide = qMax(side, metrics.horizontalAdvance(text) + Space::s);
        const QRect area(right - wide, (height() - side) / 2, wide, side);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.tint(theme.colour(role)));
        painter.drawRoundedRect(area, side / 2.0, side / 2.0);
        painter.setPen(theme.readable(theme.colour(role)));
        painter.drawText(area, int(Qt::AlignCenter), text);
        right = area.left() - Space::xs;
    };
    if (m_collapsed) {
        if (m_lights.red + m_lights.green > 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.colour(m_lights.red > 0 ? ColourRole::Danger : ColourRole::Success));
            painter.drawEllipse(QPointF(icon.right(), icon.top()), 4, 4);
        }
        return;
    }
    badge(m_lights.red, ColourRole::Danger);
    badge(m_lights.green, ColourRole::Success);
    painter.setFont(font());
    painter.setPen(isChecked() ? accent : theme.colour(ColourRole::Text));
    const QRect text(icon.right() + Space::m, 0, right - icon.right() - Space::m, height());
    painter.drawText(text, int(Qt::AlignLeft | Qt::AlignVCenter),
                     fontMetrics().elidedText(this->text(), Qt::ElideRight, text.width()));
}

} // namespace Kartoteka
