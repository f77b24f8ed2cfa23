// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/empty_state.h"

#include "views/theme/theme.h"

#include <QPainter>

namespace Kartoteka {

using namespace Qt::StringLiterals;

void paintEmptyState(QPainter &painter, const QWidget &widget, const QRect &area, const QString &text, const QString &hint)
{
    const int iconSize = scaled(48, widget.fontMetrics());
    const Theme &theme = Theme::of(widget.palette());
    const QPoint centre = area.center();
    // Lanes may run behind the words.
    const int lineHeight = widget.fontMetrics().height();
    const int widest = qMax(QFontMetrics(Theme::title(widget.font())).horizontalAdvance(text),
                            widget.fontMetrics().horizontalAdvance(hint));
    QRect plate(0, 0, qMin(widest + 3 * Space::xl, area.width() - Space::xl), iconSize + 4 * Space::xl + 3 * lineHeight);
    plate.moveCenter(centre);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(ColourRole::Surface));
    painter.drawRoundedRect(plate, Space::laneRadius, Space::laneRadius);
    painter.restore();
    theme.icon(u"empty"_s, ColourRole::Muted)
        .paint(&painter, QRect(centre.x() - iconSize / 2, centre.y() - iconSize - Space::xl, iconSize, iconSize));
    painter.setFont(Theme::title(widget.font()));
    painter.setPen(theme.colour(ColourRole::Text));
    painter.drawText(QRect(area.left(), centre.y() - Space::l, area.width(), QFontMetrics(painter.font()).height()),
                     int(Qt::AlignHCenter), text);
    painter.setFont(widget.font());
    painter.setPen(theme.colour(ColourRole::Muted));
    painter.drawText(QRect(area.left() + Space::xl, centre.y() + Space::l, area.width() - 2 * Space::xl,
                           4 * QFontMetrics(widget.font()).height()),
                     int(Qt::AlignHCenter | Qt::TextWordWrap), hint);
}

} // namespace Kartoteka
