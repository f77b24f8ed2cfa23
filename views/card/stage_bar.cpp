// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/stage_bar.h"

#include "core/schema/builtin_names.h"
#include "views/card/stage_bar_accessible.h"
#include "views/theme/theme.h"
#include "views/widgets/tip_text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

namespace Kartoteka {

namespace {

constexpr int point = 8; ///< how far a chevron's tip stands out

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

void StageBar::setStages(const SchemaPtr &schema, qint64 pipeline, qint64 current)
{
    m_chevrons.clear();
    m_current = -1;
    m_isFinal = false;
    const QList<Stage> stages = schema->stages(pipeline);
    Chevron final{0, tr("Finish"), Theme::of(palette()).colour(ColourRole::Muted)};
    for (const Stage &stage : stages) {
        if (stage.group == StageGroup::InProgress) {
            if (stage.id == current)
                m_current = count();
            m_chevrons.append({stage.id, displayName(*schema, stage), QColor(stage.colour)});
        } else if (stage.id == current) {
            final.name = displayName(*schema, stage);
            final.colour = QColor(stage.colour);
            m_isFinal = true;
        }
    }
    m_chevrons.append(final);
    if (m_isFinal)
        m_current = count() - 1;
    m_focused = m_current;
    setAccessibleDescription(m_current >= 0 ? m_chevrons[m_current].name : QString());
    update();
}

QSize StageBar::sizeHint() const
{
    return {600, fontMetrics().height() + Space::m};
}

QRect StageBar::chevronRect(int index) const
{
    const int step = (width() + point * (count() - 1)) / qMax(1, count());
    const int left = index * (step - point);
    const int right = index == count() - 1 ? width() : left + step;
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
    for (int i = 0; i < count(); ++i) {
        const QRect rect = chevronRect(i);
        const bool passed = i <= m_current;
        const bool hovered = m_hovered >= 0 && i == m_hovered;
        const QColor colour = passed ? reached : m_chevrons[i].colour;
        QColor fill = passed ? theme.tint(colour) : theme.hover();
        if (hovered)
            fill = theme.tint(m_chevrons[i].colour);
        const QRectF shape = QRectF(rect).adjusted(1, 1, -1, -1);
        painter.setPen(hasFocus() && i == m_focused ? QPen(theme.colour(ColourRole::Accent), 2) : QPen(Qt::NoPen));
        painter.setBrush(fill);
        painter.drawPath(chevron(shape, i == 0, i == count() - 1));
        // The edge of the stage's colour, along the bottom.
        if (passed) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.mark(colour));
            painter.drawRect(
                QRectF(shape.left() + (i == 0 ? 0 : point / 4.0), shape.bottom() - 3, shape.width() - point, 3));
        }
        QFont text = font();
        text.setWeight(i == m_current ? QFont::DemiBold : QFont::Normal);
        painter.setFont(text);
        painter.setPen(passed ? theme.readable(colour) : theme.colour(ColourRole::Muted));
        if (!passed && !hovered)
            painter.setPen(theme.readable(theme.colour(ColourRole::Muted)));
        const QRect inner = rect.adjusted(point + Space::xs, 0, -point - Space::xs, 0);
        painter.drawText(inner, int(Qt::AlignCenter),
                         QFontMetrics(text).elidedText(m_chevrons[i].name, Qt::ElideRight, inner.width()));
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
