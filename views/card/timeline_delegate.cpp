// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/timeline_delegate.h"

#include "core/schema/text_pictures.h"
#include "views/theme/theme.h"
#include "views/widgets/highlight.h"
#include "views/widgets/wrapped_text.h"

#include <QAbstractTextDocumentLayout>
#include <QListView>
#include <QPainter>
#include <QTextCursor>

namespace Kartoteka {

namespace {

using Kind = TimelineModel::RowKind;

bool isHeading(Kind kind)
{
    return kind == Kind::PlannedHeader || kind == Kind::PinnedHeader || kind == Kind::DayHeader;
}

bool isNote(Kind kind)
{
    return kind == Kind::NothingPlanned || kind == Kind::NothingFound;
}

QString iconOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Comment: return u"comment"_s;
    case EntryKind::StageChanged: return u"flag"_s;
    case EntryKind::Parts:
    case EntryKind::FieldsChanged: return u"edit"_s;
    case EntryKind::ConvertedFrom:
    case EntryKind::ConvertedTo: return u"convert"_s;
    case EntryKind::Imported: return u"import"_s;
    case EntryKind::ActivityPlanned:
    case EntryKind::ActivityRescheduled:
    case EntryKind::ActivityReopened:
    case EntryKind::ActivityChanged: return u"clock"_s;
    case EntryKind::ActivityCompleted: return u"check"_s;
    case EntryKind::ReminderFired: return u"bell"_s;
    case EntryKind::ActivityDeleted:
    case EntryKind::Deleted: return u"trash"_s;
    case EntryKind::Restored: return u"undo"_s;
    case EntryKind::Created: return u"plus"_s;
    case EntryKind::Conflict: return u"convert"_s;
    case EntryKind::File: return u"file"_s;
    case EntryKind::Merged:
    case EntryKind::Tunnelled: return u"convert"_s;
    case EntryKind::Linked: return u"share"_s;
    }
    return {};
}

void paintFrame(QPainter &painter, const Theme &theme, const QRect &frame)
{
    painter.setPen(QPen(theme.colour(ColourRole::Line), 1));
    painter.setBrush(theme.colour(ColourRole::Surface));
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), Space::cardRadius, Space::cardRadius);
}

void paintFocus(QPainter &painter, const Theme &theme, const QRect &frame)
{
    painter.setPen(QPen(theme.colour(ColourRole::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), Space::cardRadius, Space::cardRadius);
}

void paintFoot(QPainter &painter, const QRect &place, const QString &text)
{
    painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
}

} // namespace

TimelineDelegate::TimelineDelegate(Store &store, QObject *parent)
    : QStyledItemDelegate(parent), m_pictures(store, this, [this] { emit stale(); }), m_layout(store.clock(), m_pictures)
{}

TimelinePlaces TimelineDelegate::placesOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Kind kind = TimelineModel::kindOf(index);
    return isHeading(kind) || isNote(kind) ? TimelinePlaces() : m_layout.placesOf(option, index, option.rect.width());
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const Kind kind = TimelineModel::kindOf(index);
    if (isHeading(kind))
        return {width, option.fontMetrics.height() + Space::l};
    if (isNote(kind)) {
        return {width,
                wrappedHeight(option.font, index.data(TimelineModel::TextRole).toString(), width - 2 * Space::xl)
                    + Space::l};
    }
    QStyleOptionViewItem at = option;
    at.rect.moveTop(0);
    return {width, m_layout.placesOf(at, index, width).height};
}

int TimelineDelegate::linkAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const
{
    const int links = int(index.data(TimelineModel::LinksRole).toList().size());
    const int line = paragraphAt(Theme::small(option.font), index.data(TimelineModel::DetailRole).toString(),
                                 placesOf(option, index).detail, point);
    return line < links ? line : -1;
}

QString TimelineDelegate::addressAt(const QStyleOptionViewItem &option, const QModelIndex &index, const QPoint &point) const
{
    if (index.data(TimelineModel::CommentRole).toLongLong() == 0)
        return {};
    const QRect place = placesOf(option, index).text;
    const QString address =
        m_layout.commentOf(option, index, place.width()).documentLayout()->anchorAt(point - place.topLeft());
    return isSafeLink(address) || !pictureDigest(address).isEmpty() ? address : QString();
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Kind kind = TimelineModel::kindOf(index);
    if (isHeading(kind)) {
        paintHeader(*painter, option, index);
    } else if (isNote(kind)) {
        painter->setPen(Theme::of(option.palette).colour(ColourRole::Muted));
        painter->setFont(option.font);
        drawWrapped(*painter, option.rect.adjusted(Space::xl, 0, -Space::xl, 0),
                    index.data(TimelineModel::TextRole).toString());
    } else if (kind == Kind::Planned) {
        paintPlanned(*painter, option, index);
    } else {
        paintEntry(*painter, option, index);
    }
    painter->restore();
}

void TimelineDelegate::paintHeader(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    if (option.state & QStyle::State_HasFocus)
        paintFocus(painter, theme, option.rect.adjusted(Space::l, Space::xs, -Space::l, 0));
    QRect place = option.rect.adjusted(Space::xl, Space::xs, -Space::xl, 0);
    const auto write = [&](const QFont &font, const QString &text) {
        painter.setFont(font);
        painter.setPen(theme.colour(ColourRole::Muted));
        painter.drawText(place, int(Qt::AlignLeft | Qt::AlignVCenter), text);
        if (!text.isEmpty())
            place.setLeft(place.left() + QFontMetrics(font).horizontalAdvance(text) + Space::s);
    };
    write(Theme::strong(option.font), index.data(TimelineModel::TextRole).toString());
    write(Theme::small(option.font), index.data(TimelineModel::DetailRole).toString());
    const QVariant folded = index.data(TimelineModel::FoldedRole);
    const bool isUnder = option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus);
    if (!folded.isValid() || (!folded.toBool() && !isUnder))
        return;
    const int side = scaled(16, option.fontMetrics);
    theme.icon(folded.toBool() ? u"chevron-right"_s : u"chevron-down"_s, ColourRole::Muted)
        .paint(&painter, QRect(place.left() - Space::xs, place.center().y() - side / 2 + 1, side, side));
}

void TimelineDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const QRect &rect, const QString &text) const
{
    const QString search = index.data(TimelineModel::SearchRole).toString();
    if (search.isEmpty()) {
        drawWrapped(painter, rect, text);
        return;
    }
    drawWrapped(painter, rect, text, highlightsOf(text, search, Theme::of(option.palette)));
}

void TimelineDelegate::paintComment(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                    const QRect &rect) const
{
    const Theme &theme = Theme::of(option.palette);
    QTextDocument &document = m_layout.commentOf(option, index, rect.width());
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette.setColor(QPalette::Text, theme.colour(ColourRole::Text));
    const QString search = index.data(TimelineModel::SearchRole).toString();
    if (!search.isEmpty()) {
        for (const QTextLayout::FormatRange &range : highlightsOf(document.toPlainText(), search, theme)) {
            QAbstractTextDocumentLayout::Selection selection;
            selection.cursor = QTextCursor(&document);
            selection.cursor.setPosition(range.start);
            selection.cursor.setPosition(range.start + range.length, QTextCursor::KeepAnchor);
            selection.format = range.format;
            context.selections.append(selection);
        }
    }
    painter.save();
    painter.translate(rect.topLeft());
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

void TimelineDelegate::paintPlanned(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const TimelinePlaces places = placesOf(option, index);
    const bool overdue = index.data(TimelineModel::OverdueRole).toBool();
    const bool incoming = index.data(TimelineModel::IncomingRole).toBool();
    const QColor colour = theme.colour(overdue ? ColourRole::Danger : incoming ? ColourRole::Success : ColourRole::Accent);
    paintFrame(painter, theme, places.frame);
    if (option.state & QStyle::State_HasFocus)
        paintFocus(painter, theme, places.frame);
    painter.setPen(QPen(colour, 2));
    painter.setBrush(option.state & QStyle::State_MouseOver ? QBrush(theme.tint(colour)) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(places.icon).adjusted(1, 1, -1, -1));
    painter.setFont(TimelineLayout::headFont(option, index));
    painter.setPen(theme.colour(ColourRole::Text));
    drawWrapped(painter, places.text, m_layout.headOf(index));
    painter.setFont(Theme::small(option.font));
    painter.setPen(theme.colour(ColourRole::Muted));
    drawWrapped(painter, places.detail, index.data(TimelineModel::DetailRole).toString());
    painter.setPen(overdue ? theme.readable(colour) : theme.colour(ColourRole::Muted));
    paintFoot(painter, places.foot, m_layout.footOf(index));
}

/// The icon, and the line through the column that holds a day together.
void TimelineDelegate::paintColumn(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                   const TimelinePlaces &places) const
{
    const Theme &theme = Theme::of(option.palette);
    const auto isEntry = [&](int row) {
        const QModelIndex other = index.siblingAtRow(row);
        return other.isValid() && TimelineModel::kindOf(other) == Kind::Entry;
    };
    const bool muted = index.data(TimelineModel::MutedRole).toBool();
    if (TimelineModel::kindOf(index) == Kind::Entry) {
        const qreal x = places.icon.center().x() + 0.5;
        const int middle = places.icon.center().y();
        painter.setPen(QPen(theme.colour(ColourRole::Line), 1));
        if (isEntry(index.row() - 1))
            painter.drawLine(QPointF(x, option.rect.top()), QPointF(x, muted ? middle : places.frame.top()));
        if (isEntry(index.row() + 1))
            painter.drawLine(QPointF(x, muted ? middle : places.frame.bottom()), QPointF(x, option.rect.bottom() + 1));
        if (muted) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.colour(ColourRole::Window));
            painter.drawEllipse(places.icon.adjusted(-2, -2, 2, 2));
        }
    }
    const auto kind = EntryKind(index.data(TimelineModel::EntryKindRole).toInt());
    theme.icon(iconOf(kind), ColourRole::Muted).paint(&painter, places.icon);
}

/// On a ground of its own, which keeps its place while it is read.
void TimelineDelegate::paintPicture(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                    const QRect &place) const
{
    const Theme &theme = Theme::of(option.palette);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(ColourRole::Lane));
    painter.drawRoundedRect(place, Space::xs, Space::xs);
    const qreal ratio = painter.device()->devicePixelRatioF();
    QImage picture = m_pictures.pictureOf(index.data(TimelineModel::AttachmentRole).toLongLong(),
                                          (QSizeF(place.size()) * ratio).toSize());
    if (picture.isNull())
        return;
    picture.setDevicePixelRatio(ratio);
    const QSizeF size = picture.deviceIndependentSize();
    const QPointF at(place.left() + (place.width() - size.width()) / 2, place.top() + (place.height() - size.height()) / 2);
    painter.drawImage(at, picture);
}

void TimelineDelegate::paintButtons(QPainter &painter, const QStyleOptionViewItem &option,
                                    const TimelinePlaces &places) const
{
    const Theme &theme = Theme::of(option.palette);
    painter.setFont(option.font);
    for (const auto &[rect, text] :
         {std::pair(places.take, TimelineLayout::takeText()), std::pair(places.keep, TimelineLayout::keepText())}) {
        painter.setPen(QPen(theme.colour(ColourRole::Line), 1));
        painter.setBrush(theme.colour(ColourRole::Surface));
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), Space::controlRadius, Space::controlRadius);
        painter.setPen(theme.colour(ColourRole::Accent));
        painter.drawText(rect, int(Qt::AlignCenter), text);
    }
}

void TimelineDelegate::paintEntry(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.palette);
    const TimelinePlaces places = placesOf(option, index);
    const bool muted = index.data(TimelineModel::MutedRole).toBool();
    const bool isCard = !muted || TimelineModel::kindOf(index) == Kind::Pinned;
    if (isCard)
        paintFrame(painter, theme, places.frame);
    paintColumn(painter, option, index, places);
    if (option.state & QStyle::State_HasFocus)
        paintFocus(painter, theme, places.frame);
    painter.setFont(option.font);
    const bool isFile = index.data(TimelineModel::AttachmentRole).toLongLong() != 0;
    painter.setPen(theme.colour(isFile ? ColourRole::Accent : muted ? ColourRole::Muted : ColourRole::Text));
    if (index.data(TimelineModel::CommentRole).toLongLong() != 0)
        paintComment(painter, option, index, places.text);
    else
        paintText(painter, option, index, places.text, m_layout.headOf(index));
    if (!places.more.isNull()) {
        painter.setPen(theme.colour(ColourRole::Accent));
        painter.drawText(places.more, int(Qt::AlignLeft | Qt::AlignVCenter), TimelineLayout::moreOf(index));
    }
    painter.setFont(Theme::small(option.font));
    const bool leads = !index.data(TimelineModel::LinksRole).toList().isEmpty();
    painter.setPen(theme.colour(leads ? ColourRole::Accent : muted ? ColourRole::Muted : ColourRole::Text));
    if (places.detail.height() > 0)
        paintText(painter, option, index, places.detail, index.data(TimelineModel::DetailRole).toString());
    if (!places.picture.isNull())
        paintPicture(painter, option, index, places.picture);
    if (!places.take.isNull())
        paintButtons(painter, option, places);
    painter.setFont(Theme::small(option.font));
    painter.setPen(theme.colour(ColourRole::Muted));
    paintFoot(painter, places.foot, m_layout.footOf(index));
    const bool isUnder = option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus);
    const bool isPinned = index.data(TimelineModel::PinnedRole).toBool() && TimelineModel::kindOf(index) == Kind::Entry;
    if (!places.acts.isNull() && (isUnder || isPinned))
        theme.icon(isUnder ? u"more"_s : u"pin"_s, ColourRole::Muted).paint(&painter, places.acts);
}

} // namespace Kartoteka
