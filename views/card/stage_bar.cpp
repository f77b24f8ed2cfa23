// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/stage_bar.h"

#include "core/schema/builtin_names.h"
#include "views/card/stage_bar_accessible.h"
#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"
#include "views/widgets/tip_text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <numeric>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int point = 8; ///< how far a chevron's tip stands out

/// A quarter of a colour over what is below.
QColor faint(const Theme &theme, const QColor &colour)
{
    QColor out = theme.isStark() ? theme.colour(ColourRole::Surface) : colour;
    out.setAlphaF(theme.isStark() ? 1 : 0.25F);
    return out;
}

QPainterPath chevron(const QRectF &r, bool first, bool last)
{
    QPainterPath path;
    path.moveTo(r.left(), r.top());
    path.lineTo(r.right() - (last ? 0 : point), r.top());
    if (!last)
        path.lineTo(r.right(), r.center().y());
    path.lineTo(r.right() - (last ? 0 : point), r.bottom());
    path.lineTo(r.left(), r.bottom());
    if (!first)
        path.lineTo(r.left() + point, r.center().y());
    path.closeSubpath();
    return path;
}

} // namespace

StageBar::StageBar(QWidget *parent) : QWidget(parent)
{
    StageBarAccessible::install();
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Stages"));
}

void StageBar::setStages(const SchemaPtr &schema, qint64 pipeline, qint64 current, const QString &standing)
{
    m_chevrons.clear();
    m_current = -1;
    m_isFinal = false;
    m_standing = standing;
    const QList<Stage> stages = schema->stages(pipeline);
    for (const Stage &stage : stages) {
        const bool isFinal = stage.group != StageGroup::InProgress;
        if (isFinal && stage.id != current)
            continue;
        if (stage.id == current)
            m_current = count();
        m_isFinal = m_isFinal || isFinal;
        m_chevrons.append({isFinal ? 0 : stage.id, displayName(*schema, stage), QColor(stage.colour)});
    }
    m_focused = qMax(0, m_current);
    setAccessibleDescription(m_current >= 0 ? m_chevrons[m_current].name : QString());
    updateGeometry();
    update();
}

QSize StageBar::sizeHint() const
{
    return {600, scaled(sizes().control, fontMetrics())};
}

QString StageBar::textOf(int index) const
{
    const QString &name = m_chevrons[index].name;
    return index == m_current && !m_standing.isEmpty() ? name + u" · "_s + m_standing : name;
}

QFont StageBar::fontOf(int index) const
{
    return index == m_current ? Theme::strong(font()) : font();
}

QList<int> StageBar::widths() const
{
    QList<int> wanted;
    for (int i = 0; i < count(); ++i)
        wanted << QFontMetrics(fontOf(i)).horizontalAdvance(textOf(i)) + 2 * (point + Space::xs) + 1;
    const int room = width() + point * (count() - 1);
    const bool allFit = std::accumulate(wanted.cbegin(), wanted.cend(), 0) <= room;
    // The width that the others share: as great as there is room for. Where it is scarce the stage that is reached is read first.
    const auto at = [&](int share, int index) {
        const int least = index == m_current ? qMax(share, room / 2) : share;
        return allFit ? qMax(share, wanted[index]) : qMin(least, wanted[index]);
    };
    int least = 0;
    int most = room;
    while (least < most) {
        const int share = (least + most + 1) / 2;
        int taken = 0;
        for (int i = 0; i < count(); ++i)
            taken += at(share, i);
        taken <= room ? least = share : most = share - 1;
    }
    QList<int> shared;
    for (int i = 0; i < count(); ++i)
        shared << at(least, i);
    return shared;
}

QRect StageBar::chevronRect(int index) const
{
    const QList<int> all = widths();
    int left = 0;
    for (int i = 0; i < index; ++i)
        left += all[i] - point;
    const int right = index == count() - 1 ? width() : left + all.value(index);
    return {left, 0, right - left, height()};
}

QRect StageBar::stageRect(qint64 stage) const
{
    for (int i = 0; i < count(); ++i) {
        if (m_chevrons[i].stage == stage)
            return chevronRect(i);
    }
    return chevronRect(count() - 1);
}

int StageBar::indexAt(const QPoint &at) const
{
    for (int i = 0; i < count(); ++i) {
        if (chevron(chevronRect(i), i == 0, i == count() - 1).contains(at))
            return i;
    }
    return -1;
}

void StageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(palette());
    const QColor reached = m_current >= 0 ? m_chevrons[m_current].colour : QColor();
    // The ends are rounded as a button's.
    QPainterPath ends;
    ends.addRoundedRect(QRectF(rect()), Space::controlRadius, Space::controlRadius);
    painter.setClipPath(ends);
    for (int i = 0; i < count(); ++i) {
        const QRect rect = chevronRect(i);
        const bool isCurrent = i == m_current;
        QColor fill = theme.hover();
        QColor ink = theme.readable(theme.colour(ColourRole::Muted));
        if (isCurrent) {
            fill = Theme::underWhite(reached);
            ink = Qt::white;
        } else if (i < m_current || i == m_hovered) {
            fill = faint(theme, i < m_current ? reached : m_chevrons[i].colour);
            ink = theme.colour(ColourRole::Text);
        }
        const QRectF shape = QRectF(rect).adjusted(i == 0 ? 0 : 1, 0, i == count() - 1 ? 0 : -1, 0);
        const QPainterPath path = chevron(shape, i == 0, i == count() - 1);
        painter.fillPath(path, fill);
        const QString said = textOf(i);
        const QFont text = fontOf(i);
        painter.setFont(text);
        painter.setPen(ink);
        const QRect inner = rect.adjusted(point + Space::xs, 0, -point - Space::xs, 0);
        painter.drawText(inner, int(Qt::AlignCenter), QFontMetrics(text).elidedText(said, Qt::ElideRight, inner.width()));
        if (hasFocus() && i == m_focused)
            paintFocusRing(painter, shape.adjusted(i == 0 ? 0 : point / 2.0, 0, 0, 0), Space::controlRadius, palette());
    }
}

void StageBar::press(int index)
{
    if (index < 0)
        return;
    if (m_chevrons[index].stage == 0)
        emit finishWanted(mapToGlobal(chevronRect(index).bottomLeft()));
    else if (index != m_current)
        emit chosen(m_chevrons[index].stage);
}

void StageBar::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = indexAt(event->pos());
    update();
}

void StageBar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        press(indexAt(event->pos()));
}

void StageBar::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void StageBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: m_focused = qMax(0, m_focused - 1); break;
    case Qt::Key_Right: m_focused = qMin(count() - 1, m_focused + 1); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: press(m_focused); break;
    default: QWidget::keyPressEvent(event); return;
    }
    StageBarAccessible::tellFocused(*this);
    update();
}

bool StageBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = indexAt(help->pos());
        QToolTip::showText(help->globalPos(), index >= 0 ? tipText({m_chevrons[index].name}) : QString(), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace Kartoteka
