// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/menu_item.h"

#include "views/theme/theme.h"

#include <QMenu>
#include <QPainter>
#include <QStyleOptionMenuItem>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 28;
constexpr int separatorHeight = 9;
constexpr int edge = 10; ///< before the first and behind the last thing
constexpr int side = 16; ///< of a picture
constexpr int keyGap = 24;
constexpr int arrow = 12;

/// Boxes and pictures each have a column of their own only where several lines have both; a single one that does has its tick in
/// the picture's place.
bool hasTwoColumns(const QStyleOptionMenuItem &option)
{
    if (!option.menuHasCheckableItems || option.maxIconWidth <= 0)
        return false;
    const auto *menu = qobject_cast<const QMenu *>(option.styleObject);
    if (!menu)
        return true;
    const QList<QAction *> actions = menu->actions();
    return std::count_if(actions.cbegin(), actions.cend(),
                         [](const QAction *action) { return action->isCheckable() && !action->icon().isNull(); })
        > 1;
}

/// What stands before the text.
int lead(const QStyleOptionMenuItem &option)
{
    const int column = scaled(side, option.fontMetrics) + Space::s;
    const bool isAny = option.menuHasCheckableItems || option.maxIconWidth > 0;
    return edge + (hasTwoColumns(option) ? 2 * column : isAny ? column : 0);
}

/// One of several, all of them alike, has a box; the one that was chosen has a tick alone.
void paintCheck(QPainter &painter, const QStyleOptionMenuItem &option, const QRect &room, const Theme &theme)
{
    const bool isBox = option.checkType == QStyleOptionMenuItem::NonExclusive;
    if (isBox) {
        painter.setPen(option.checked ? theme.accentFill() : theme.colour(ColourRole::Edge));
        painter.setBrush(option.checked ? theme.accentFill() : theme.colour(ColourRole::Surface));
        painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), Space::chipRadius, Space::chipRadius);
    }
    if (option.checked)
        theme.icon(isBox ? u"tick"_s : u"check"_s, isBox ? QColor(Qt::white) : theme.colour(ColourRole::Accent))
            .paint(&painter, room);
}

void paintArrow(QPainter &painter, const QRect &row, bool isRightToLeft)
{
    const double step = arrow / 3.0;
    const double x = isRightToLeft ? row.left() + edge + step : row.right() - edge - step;
    const double turn = isRightToLeft ? step : -step;
    const double y = row.center().y() + 0.5;
    painter.drawPolyline(QPolygonF{{x + turn, y - step}, {x, y}, {x + turn, y + step}});
}

} // namespace

QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {1, scaled(separatorHeight, option.fontMetrics)}; // of no width it would count for nothing
    return {lead(option) + contents.width() + keyGap + edge + Space::xs,
            qMax(scaled(rowHeight, option.fontMetrics), contents.height() + Space::s)};
}

void paintMenuItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    const Theme &theme = Theme::of(option.palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(
            QRect(option.rect.left() + Space::s, option.rect.center().y(), option.rect.width() - 2 * Space::s, 1),
            theme.colour(ColourRole::Line));
        painter.restore();
        return;
    }
    const bool isEnabled = option.state & QStyle::State_Enabled;
    if (isEnabled && (option.state & QStyle::State_Selected)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.hover());
        painter.drawRoundedRect(option.rect, Space::chipRadius, Space::chipRadius);
    }
    const bool isRightToLeft = option.direction == Qt::RightToLeft;
    const auto placed = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const int picture = scaled(side, option.fontMetrics);
    int x = option.rect.left() + edge;
    const auto column = [&] {
        const QRect room(x, option.rect.center().y() - picture / 2 + 1, picture, picture);
        x += picture + Space::s;
        return placed(room);
    };
    const bool hasOwnColumn = hasTwoColumns(option);
    const bool isChecked = option.checkType != QStyleOptionMenuItem::NotCheckable
        && (hasOwnColumn || option.icon.isNull() || option.checked);
    const bool isAny = option.menuHasCheckableItems || option.maxIconWidth > 0;
    const QRect first = isAny ? column() : QRect();
    if (isChecked)
        paintCheck(painter, option, first, theme);
    if (option.maxIconWidth > 0 && (hasOwnColumn || !isChecked))
        option.icon.paint(&painter, hasOwnColumn ? column() : first, Qt::AlignCenter,
                          isEnabled ? QIcon::Normal : QIcon::Disabled);
    const QString text = option.text.section(u'\t', 0, 0);
    const QString key = option.text.section(u'\t', 1);
    const QRect room = placed(QRect(x, option.rect.top(), option.rect.right() - edge - x + 1, option.rect.height()));
    painter.setFont(option.font);
    painter.setPen(theme.colour(isEnabled ? ColourRole::Text : ColourRole::Muted));
    painter.drawText(room, int(Qt::AlignVCenter | Qt::TextShowMnemonic) | (isRightToLeft ? Qt::AlignRight : Qt::AlignLeft),
                     text);
    painter.setPen(theme.colour(ColourRole::Muted));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        painter.setPen(QPen(theme.colour(ColourRole::Muted), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        paintArrow(painter, option.rect, isRightToLeft);
    } else if (!key.isEmpty()) {
        painter.drawText(room, int(Qt::AlignVCenter) | (isRightToLeft ? Qt::AlignLeft : Qt::AlignRight), key);
    }
    painter.restore();
}

void paintMenuPanel(QPainter &painter, const QRect &rect, const QPalette &palette, bool isRound)
{
    const Theme &theme = Theme::of(palette);
    painter.setPen(theme.colour(ColourRole::Line));
    painter.setBrush(theme.colour(ColourRole::Raised));
    if (!isRound) {
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Space::cardRadius, Space::cardRadius);
    painter.restore();
}

} // namespace Kartoteka
