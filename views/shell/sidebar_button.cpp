// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/sidebar_button.h"

#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"
#include "views/widgets/spoken_role.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace Kartoteka {

namespace {
constexpr int counterMs = 120;

int iconSide(const QWidget &widget)
{
    return scaled(18, widget.fontMetrics());
}
} // namespace

SidebarButton::SidebarButton(const QString &icon, const QString &name, QWidget *parent, Kind kind)
    : QAbstractButton(parent), m_icon(icon), m_fade(*this, counterMs)
{
    setText(name);
    setAccessibleName(name);
    setCheckable(kind == Kind::Section);
    setAutoExclusive(kind == Kind::Section);
    speakAs(*this, kind == Kind::Section ? QAccessible::RadioButton : QAccessible::PushButton);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SidebarButton::setLights(const Lights &lights)
{
    setNumbers(lights);
    QStringList lines{text()};
    if (lights.red > 0)
        lines << tr("Due soon or overdue: %1").arg(lights.red);
    if (lights.green > 0)
        lines << tr("Incoming, waiting for a reply: %1").arg(lights.green);
    setAccessibleDescription(lines.mid(1).join(u". "_s));
    if (lines.size() > 1)
        lines << tr("Click a number to see what it counts.");
    setToolTip(lines.join(u'\n'));
    update();
}

void SidebarButton::setNumbers(const Lights &lights)
{
    if (lights == m_lights)
        return;
    m_before = std::exchange(m_lights, lights);
    m_fade.begin();
}

void SidebarButton::setCount(int number, const QString &words)
{
    setNumbers({number, 0});
    setAccessibleDescription(number == 0 ? QString() : words);
    setToolTip(number == 0 ? text() : text() + u'\n' + words);
    update();
}

void SidebarButton::setDetail(const QString &detail, const QString &words)
{
    m_detail = detail;
    setAccessibleDescription(QString(words).replace(u'\n', u". "_s));
    setToolTip(words.isEmpty() ? text() : text() + u'\n' + words);
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
    return {m_collapsed ? iconSide(*this) + Space::xl : 160, scaled(32, fontMetrics())};
}

namespace {
QString badgeText(int number)
{
    return number > 99 ? u"99+"_s : QString::number(number);
}
} // namespace

QRect SidebarButton::counterRect(const QString &which) const
{
    return counterRect(m_lights, which);
}

QRect SidebarButton::counterRect(const Lights &lights, const QString &which) const
{
    if (m_collapsed)
        return {};
    const QFontMetrics metrics(Theme::caption(font()));
    const int side = metrics.height() + 2;
    int right = width() - Space::s;
    for (const auto &[code, number] : {std::pair(u"due"_s, lights.red), std::pair(u"incoming"_s, lights.green)}) {
        if (number == 0)
            continue;
        const int wide = qMax(side, metrics.horizontalAdvance(badgeText(number)) + Space::s);
        if (code == which)
            return {right - wide, (height() - side) / 2, wide, side};
        right -= wide + Space::xs;
    }
    return {};
}

bool SidebarButton::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_lights.red + m_lights.green == 0)
        return QAbstractButton::event(event);
    emit explanationWanted(static_cast<QHelpEvent *>(event)->globalPos());
    return true;
}

void SidebarButton::mouseReleaseEvent(QMouseEvent *event)
{
    for (const QString &which : {u"due"_s, u"incoming"_s}) {
        if (isCheckable() && event->button() == Qt::LeftButton && isDown() && counterRect(which).contains(event->pos())) {
            setDown(false);
            emit counterChosen(which);
            return;
        }
    }
    QAbstractButton::mouseReleaseEvent(event);
}

/// While the number changes the new one comes over the old one, and one that goes fades away.
void SidebarButton::paintCounter(QPainter &painter, const QString &which) const
{
    const Theme &theme = Theme::of(palette());
    const bool isDue = which == u"due";
    const auto paint = [&](const Lights &lights, double opacity) {
        const QRect area = counterRect(lights, which);
        if (area.isNull() || opacity <= 0)
            return;
        painter.setOpacity(opacity);
        painter.setFont(Theme::caption(font()));
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDue ? theme.dangerFill() : Theme::underWhite(Theme::light().colour(ColourRole::Success)));
        painter.drawRoundedRect(area, area.height() / 2.0, area.height() / 2.0);
        painter.setPen(Qt::white);
        painter.drawText(area, int(Qt::AlignCenter), badgeText(isDue ? lights.red : lights.green));
    };
    const double come = m_fade.value();
    const bool isThere = !counterRect(m_lights, which).isNull();
    if (come < 1)
        paint(m_before, isThere ? 1 : 1 - come);
    paint(m_lights, come);
    painter.setOpacity(1);
}

void SidebarButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(palette());
    const QRectF box(rect());
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked()        ? QBrush(theme.colour(ColourRole::Tint))
                         : underMouse() ? QBrush(theme.hover())
                                        : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, Space::controlRadius, Space::controlRadius);
    if (hasFocus())
        paintFocusRing(painter, box, Space::controlRadius, palette());
    const QColor accent = theme.colour(ColourRole::Accent);
    const QRect icon(Space::s + 2, (height() - iconSide(*this)) / 2, iconSide(*this), iconSide(*this));
    const QColor own = m_colour.isValid() ? theme.mark(m_colour, ColourRole::Window) : theme.colour(ColourRole::Muted);
    theme.icon(m_icon, isChecked() && !m_colour.isValid() ? accent : own).paint(&painter, icon);
    int right = width() - Space::s;
    if (m_collapsed) {
        if (m_lights.red + m_lights.green > 0) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.colour(m_lights.red > 0 ? ColourRole::Danger : ColourRole::Success));
            painter.drawEllipse(QPointF(icon.right(), icon.top()), 4, 4);
        }
        return;
    }
    for (const QString &which : {u"due"_s, u"incoming"_s}) {
        paintCounter(painter, which);
        if (const QRect area = counterRect(which); !area.isNull())
            right = area.left() - Space::xs;
    }
    if (!m_detail.isEmpty()) {
        painter.setFont(Theme::small(font()));
        painter.setPen(theme.colour(ColourRole::Muted));
        painter.drawText(rect().adjusted(0, 0, right - width(), 0), int(Qt::AlignRight | Qt::AlignVCenter), m_detail);
        right -= painter.fontMetrics().horizontalAdvance(m_detail) + Space::s;
    }
    painter.setFont(isChecked() ? Theme::strong(font()) : font());
    painter.setPen(isChecked() ? accent : theme.colour(ColourRole::Text));
    const QRect text(icon.right() + Space::m, 0, right - icon.right() - Space::m, height());
    painter.drawText(text, int(Qt::AlignLeft | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(this->text(), Qt::ElideRight, text.width()));
}

} // namespace Kartoteka
