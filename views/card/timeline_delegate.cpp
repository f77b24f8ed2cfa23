// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/timeline_delegate.h"

#include "core/items/value_text.h"
#include "models/timeline_model.h"
#include "views/theme/theme.h"
#include "views/widgets/wrapped_text.h"

#include <QListView>
#include <QPainter>

namespace Kartoteka {

namespace {

using Kind = TimelineModel::RowKind;

Kind kindOf(const QModelIndex &index)
{
    return index.data(TimelineModel::KindRole).value<Kind>();
}

/// Diameter of what completes an activity; icons of entries are as large.
int circleOf(const QStyleOptionViewItem &option)
{
    return scaled(18, option.fontMetrics);
}

QString iconOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Comment: return u"comment"_s;
    case EntryKind::StageChanged: return u"flag"_s;
    case EntryKind::FieldsChanged: return u"edit"_s;
    case EntryKind::ConvertedFrom:
    case EntryKind::ConvertedTo: return u"convert"_s;
    case EntryKind::Imported: return u"import"_s;
    case EntryKind::ActivityPlanned:
    case EntryKind::ActivityRescheduled:
    case EntryKind::ActivityReopened:
    case EntryKind::ActivityChanged: return u"clock"_s;
    case EntryKind::ActivityCompleted: return u"check"_s;
    case EntryKind::ActivityDeleted:
    case EntryKind::Deleted: return u"trash"_s;
    case EntryKind::Restored: return u"undo"_s;
    case EntryKind::Created: return u"plus"_s;
    case EntryKind::Conflict: return u"convert"_s;
    case EntryKind::File: return u"file"_s;
    case EntryKind::Merged:
    case EntryKind::Tunnelled: return u"convert"_s;
    }
    return {};
}

} // namespace

TimelineDelegate::TimelineDelegate(const Clock &clock, QObject *parent) : QStyledItemDelegate(parent), m_clock(clock)
{}

QString TimelineDelegate::footText(const QModelIndex &index) const
{
    const Value time = index.data(TimelineModel::TimeRole);
    QStringList parts;
    if (kindOf(index) == Kind::Planned) {
        if (time.isValid()) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(time.toLongLong());
            parts << shortDate(at.date(), QLocale(), m_clock.localNow().date()) + u' '
                    + QLocale().toString(at.time(), QLocale::ShortFormat);
        } else {
            parts << (index.data(TimelineModel::IncomingRole).toBool() ? TimelineModel::tr("incoming")
                                                                       : TimelineModel::tr("no deadline"));
        }
    } else if (time.isValid()) {
        parts << QLocale().toString(QDateTime::fromMSecsSinceEpoch(time.toLongLong()).time(), QLocale::ShortFormat);
    }
    if (const QString author = index.data(TimelineModel::AuthorRole).toString(); !author.isEmpty())
        parts << author;
    return parts.join(u"  ·  "_s);
}

TimelineDelegate::Layout TimelineDelegate::layoutOf(const QStyleOptionViewItem &option, const QModelIndex &index,
                                                    int width) const
{
    const QFont small = Theme::small(option.font);
    Layout layout;
    const int left = option.rect.left() + Space::l;
    int top = option.rect.top() + Space::xs;
    const int indent = Space::m + circleOf(option) + Space::s;
    const int inner = qMax(80, width - 2 * Space::l - indent - Space::m);
    layout.frame = QRect(left, top, width - 2 * Space::l, 0);
    top += Space::s;
    const int x = left + indent;
    layout.text = QRect(x, top, inner, wrappedHeight(option.font, index.data(TimelineModel::TextRole).toString(), inner));
    top += layout.text.height();
    layout.detail = QRect(x, top + 2, inner, wrappedHeight(small, index.data(TimelineModel::DetailRole).toString(), inner));
    top += layout.detail.height() + (layout.detail.height() > 0 ? 2 : 0);
    if (index.data(TimelineModel::ConflictRole).toLongLong() != 0) {
        const QFontMetrics metrics(option.font);
        const int height = metrics.height() + Space::s;
        const int take = metrics.horizontalAdvance(takeText()) + 2 * Space::m;
        layout.take = QRect(x, top + Space::s, qMin(take, inner), height);
        layout.keep = QRect(layout.take.right() + Space::s, top + Space::s,
                            metrics.horizontalAdvance(keepText()) + 2 * Space::m, height);
        top += height + Space::s + Space::xs;
    }
    layout.foot = QRect(x, top + 2, inner, QFontMetrics(small).height());
    top += layout.foot.height() + 2 + Space::s;
    layout.frame.setHeight(top - layout.frame.top());
    return layout;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const Kind kind = kindOf(index);
    if (kind == Kind::PlannedHeader || kind == Kind::DayHeader)
        return {width, option.fontMetrics.height() + Space::l};
    if (kind == Kind::NothingPlanned) {
        return {width,
                wrappedHeight(option.font, index.data(TimelineModel::TextRole).toString(), width - 2 * Space::xl)
                    + Space::l};
    }
    return {width, layoutOf(option, index, width).frame.height() + Space::s};
}

QString TimelineDelegate::takeText()
{
    return tr("Take the other one");
}

QString TimelineDelegate::keepText()
{
    return tr("Keep");
}

QRect TimelineDelegate::takeRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return layoutOf(option, index, option.rect.width()).take;
}

QRect TimelineDelegate::keepRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return layoutOf(option, index, option.rect.width()).keep;
}

int TimelineDelegate::linkAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const
{
    const int links = int(index.data(TimelineModel::LinksRole).toList().size());
    const int line = paragraphAt(Theme::small(option.font), index.data(TimelineModel::DetailRole).toString(),
                                 layoutOf(option, index, option.rect.width()).detail, point);
    return line < links ? line : -1;
}

QRect TimelineDelegate::checkRect(const QStyleOptionViewItem &option) const
{
    const int circle = circleOf(option);
    return {option.rect.left() + Space::l + Space::m, option.rect.top() + Space::xs + Space::s, circle, circle};
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    switch (kindOf(index)) {
    case Kind::PlannedHeader:
    case Kind::DayHeader: paintHeader(*painter, option, index); break;
    case Kind::NothingPlanned:
        painter->setPen(Theme::of(option.palette).colour(ColourRole::Muted));
        painter->setFont(option.font);
        drawWrapped(*painter, option.rect.adjusted(Space::xl, 0, -Space::xl, 0),
                    index.data(TimelineModel::TextRole).toString());
        break;
    case Kind::Planned: paintPlanned(*painter, option, index); break;
    case Kind::Entry: paintEntry(*painter, option, index); break;
    }
    painter->restore();
}

void TimelineDelegate::paintHeader(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Theme::of(option.palette).colour(ColourRole::Text));
    painter.drawText(option.rect.adjusted(Space::xl, Space::xs, -Space::xl, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                     index.data(TimelineModel::TextRole).toString());
}

void TimelineDelegate::paintPlanned(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const Layout layout = layoutOf(option, index, option.rect.width());
    const bool overdue = index.data(TimelineModel::OverdueRole).toBool();
    const bool incoming = index.data(TimelineModel::IncomingRole).toBool();
    const QColor colour = theme.colour(overdue ? ColourRole::Danger : incoming ? ColourRole::Success : ColourRole::Accent);
    painter.setPen(QPen(theme.colour(ColourRole::Line), 1));
    painter.setBrush(theme.colour(ColourRole::Surface));
    painter.drawRoundedRect(QRectF(layout.frame).adjusted(0.5, 0.5, -0.5, -0.5), Space::cardRadius, Space::cardRadius);
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(theme.colour(ColourRole::Accent), 2));
        painter.drawRoundedRect(QRectF(layout.frame).adjusted(1, 1, -1, -1), Space::cardRadius, Space::cardRadius);
    }
    painter.setPen(QPen(colour, 2));
    painter.setBrush(option.state & QStyle::State_MouseOver ? QBrush(theme.tint(colour)) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(checkRect(option)).adjusted(1, 1, -1, -1));
    painter.setFont(option.font);
    painter.setPen(theme.colour(ColourRole::Text));
    drawWrapped(painter, layout.text, index.data(TimelineModel::TextRole).toString());
    painter.setFont(Theme::small(option.font));
    painter.setPen(theme.colour(ColourRole::Muted));
    drawWrapped(painter, layout.detail, index.data(TimelineModel::DetailRole).toString());
    painter.setPen(overdue ? theme.readable(colour) : theme.colour(ColourRole::Muted));
    painter.drawText(layout.foot, int(Qt::AlignLeft | Qt::AlignVCenter), footText(index));
}

void TimelineDelegate::paintEntry(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const Layout layout = layoutOf(option, index, option.rect.width());
    const bool muted = index.data(TimelineModel::MutedRole).toBool();
    if (!muted) {
        painter.setPen(QPen(theme.colour(ColourRole::Line), 1));
        painter.setBrush(theme.colour(ColourRole::Surface));
        painter.drawRoundedRect(QRectF(layout.frame).adjusted(0.5, 0.5, -0.5, -0.5), Space::cardRadius, Space::cardRadius);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter.setPen(QPen(theme.colour(ColourRole::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(layout.frame).adjusted(1, 1, -1, -1), Space::cardRadius, Space::cardRadius);
    }
    const auto kind = EntryKind(index.data(TimelineModel::EntryKindRole).toInt());
    theme.icon(iconOf(kind), ColourRole::Muted).paint(&painter, checkRect(option));
    painter.setFont(option.font);
    const bool isFile = index.data(TimelineModel::AttachmentRole).toLongLong() != 0;
    painter.setPen(theme.colour(isFile ? ColourRole::Accent : muted ? ColourRole::Muted : ColourRole::Text));
    drawWrapped(painter, layout.text, index.data(TimelineModel::TextRole).toString());
    painter.setFont(Theme::small(option.font));
    const bool leads = !index.data(TimelineModel::LinksRole).toList().isEmpty();
    painter.setPen(theme.colour(leads ? ColourRole::Accent : muted ? ColourRole::Muted : ColourRole::Text));
    drawWrapped(painter, layout.detail, index.data(TimelineModel::DetailRole).toString());
    if (!layout.take.isNull()) {
        painter.setFont(option.font);
        for (const auto &[rect, text] : {std::pair(layout.take, takeText()), std::pair(layout.keep, keepText())}) {
            painter.setPen(QPen(theme.colour(ColourRole::Line), 1));
            painter.setBrush(theme.colour(ColourRole::Surface));
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Space::controlRadius, Space::controlRadius);
            painter.setPen(theme.colour(ColourRole::Accent));
            painter.drawText(rect, int(Qt::AlignCenter), text);
        }
        painter.setFont(Theme::small(option.font));
    }
    painter.setPen(theme.colour(ColourRole::Muted));
    painter.drawText(layout.foot, int(Qt::AlignLeft | Qt::AlignVCenter), footText(index));
}

} // namespace Kartoteka
