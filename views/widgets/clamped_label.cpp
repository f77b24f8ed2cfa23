// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/clamped_label.h"

#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"
#include "views/widgets/tip_text.h"
#include "views/widgets/wrapped_text.h"

#include <QMouseEvent>
#include <QPainter>

namespace Kartoteka {

namespace {
constexpr int narrowest = 80;
}

ClampedLabel::ClampedLabel(int lines, QWidget *parent) : QLabel(parent), m_lines(lines)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setTextFormat(Qt::PlainText);
}

QStringList ClampedLabel::linesFor(int width, bool *isCut) const
{
    constexpr int mostShown = 4000; // a title can be megabytes
    return wrappedLines(font(), text().left(mostShown).simplified(), width, m_lines, isCut);
}

int ClampedLabel::heightForWidth(int width) const
{
    return int(qMax<qsizetype>(1, linesFor(width).size())) * fontMetrics().lineSpacing();
}

QSize ClampedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text().left(200)), fontMetrics().lineSpacing()};
}

QSize ClampedLabel::minimumSizeHint() const
{
    return {narrowest, fontMetrics().lineSpacing()};
}

void ClampedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    bool isCut = false;
    int top = 0;
    for (const QString &line : linesFor(width(), &isCut)) {
        painter.drawText(QRect(0, top, width(), fontMetrics().lineSpacing()), int(Qt::AlignLeft | Qt::AlignVCenter), line);
        top += fontMetrics().lineSpacing();
    }
    const QString tip = isCut ? tipText({text()}) : QString();
    if (toolTip() != tip)
        setToolTip(tip);
    if (hasFocus())
        paintFocusRing(painter, rect(), Space::xs, palette());
}

void ClampedLabel::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit clicked();
}

void ClampedLabel::focusInEvent(QFocusEvent *event)
{
    QLabel::focusInEvent(event);
    update();
}

void ClampedLabel::focusOutEvent(QFocusEvent *event)
{
    QLabel::focusOutEvent(event);
    update();
}

} // namespace Kartoteka
