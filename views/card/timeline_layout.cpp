// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/timeline_layout.h"

#include "core/timeline/entry_words.h"
#include "models/base/moment_text.h"
#include "views/card/file_pictures.h"
#include "views/theme/theme.h"
#include "views/widgets/wrapped_text.h"

#include <QAbstractTextDocumentLayout>
#include <QCoreApplication>

namespace Kartoteka {

namespace {

using Kind = TimelineModel::RowKind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::TimelineDelegate)
};

constexpr int lineHeight = 28; ///< of an event that takes one line
constexpr int pictureWidth = 200;
constexpr int pictureHeight = 120;

bool hasLinks(const QModelIndex &index)
{
    return !index.data(TimelineModel::LinksRole).toList().isEmpty();
}

bool isComment(const QModelIndex &index)
{
    return index.data(TimelineModel::CommentRole).toLongLong() != 0;
}

} // namespace

int TimelineLayout::iconSize(const QStyleOptionViewItem &option)
{
    return scaled(18, option.fontMetrics);
}

QString TimelineLayout::takeText()
{
    return Words::tr("Use the other one");
}

QString TimelineLayout::keepText()
{
    return Words::tr("Keep");
}

QFont TimelineLayout::headFont(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return TimelineModel::kindOf(index) == Kind::Planned ? Theme::strong(option.font) : option.font;
}

bool TimelineLayout::isLine(const QModelIndex &index) const
{
    return index.data(TimelineModel::MutedRole).toBool() && TimelineModel::kindOf(index) == Kind::Entry;
}

QString TimelineLayout::headOf(const QModelIndex &index) const
{
    const QString text = index.data(TimelineModel::TextRole).toString();
    const QString detail = index.data(TimelineModel::DetailRole).toString();
    if (!index.data(TimelineModel::MutedRole).toBool() || detail.isEmpty() || hasLinks(index))
        return text;
    const auto kind = EntryKind(index.data(TimelineModel::EntryKindRole).toInt());
    const bool saysItself = kind == EntryKind::StageChanged || kind == EntryKind::FieldsChanged;
    return saysItself ? detail : textAndDetail(text, detail);
}

QString TimelineLayout::footOf(const QModelIndex &index) const
{
    const Value time = index.data(TimelineModel::TimeRole);
    QStringList parts;
    if (TimelineModel::kindOf(index) == Kind::Planned && !time.isValid()) {
        parts << (index.data(TimelineModel::IncomingRole).toBool() ? TimelineModel::tr("incoming")
                                                                   : TimelineModel::tr("no deadline"));
    } else if (time.isValid()) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(time.toLongLong());
        const QString hour = QLocale().toString(at.time(), QLocale::ShortFormat);
        parts << (TimelineModel::kindOf(index) == Kind::Entry ? hour : momentText(at, m_clock.localNow().date()));
        const qint64 late = TimelineModel::kindOf(index) == Kind::Planned ? at.daysTo(m_clock.localNow()) : 0;
        if (late > 0)
            parts << Words::tr("%n day(s) late", nullptr, int(late));
    }
    for (const int role : {int(TimelineModel::AuthorRole), int(TimelineModel::MarkRole)}) {
        if (const QString said = index.data(role).toString(); !said.isEmpty())
            parts << said;
    }
    return parts.join(u" · "_s);
}

QString TimelineLayout::moreOf(const QModelIndex &index)
{
    if (!isComment(index))
        return {};
    const qsizetype lines = shownPart(index.data(TimelineModel::MarkdownRole).toString()).lines;
    return lines == 0 ? QString() : Words::tr("Show all (%n line(s))", nullptr, int(lines));
}

QTextDocument &TimelineLayout::commentOf(const QStyleOptionViewItem &option, const QModelIndex &index, int width) const
{
    return m_comments.laidOut(shownPart(index.data(TimelineModel::MarkdownRole).toString()).text, width, option.font,
                              Theme::of(option.palette));
}

/// What stands below text and detail.
void TimelineLayout::placeBelow(const QStyleOptionViewItem &option, const QModelIndex &index, int inner,
                                TimelinePlaces &places) const
{
    const QFont small = Theme::small(option.font);
    const QFontMetrics metrics(option.font);
    int top = places.detail.bottom() + 1;
    const bool isFile = index.data(TimelineModel::AttachmentRole).toLongLong() != 0;
    if (isFile && FilePictures::isPicture(index.data(TimelineModel::TextRole).toString())) {
        const QSize room = QSize(scaled(pictureWidth, metrics), scaled(pictureHeight, metrics)).boundedTo({inner, inner});
        places.picture = QRect(QPoint(places.text.left(), top + Space::xs), room);
        top = places.picture.bottom() + 1 + Space::xs;
    }
    if (!moreOf(index).isEmpty()) {
        places.more = QRect(places.text.left(), top + 2, metrics.horizontalAdvance(moreOf(index)), metrics.height());
        top = places.more.bottom() + 1;
    }
    if (index.data(TimelineModel::ConflictRole).toLongLong() != 0) {
        const int height = metrics.height() + Space::s;
        const int take = metrics.horizontalAdvance(takeText()) + 2 * Space::m;
        places.take = QRect(places.text.left(), top + Space::s, qMin(take, inner), height);
        places.keep = QRect(places.take.right() + Space::s, top + Space::s,
                            metrics.horizontalAdvance(keepText()) + 2 * Space::m, height);
        top += height + Space::s + Space::xs;
    }
    places.foot = QRect(places.text.left(), top + 2, inner, QFontMetrics(small).height());
}

TimelinePlaces TimelineLayout::placesOf(const QStyleOptionViewItem &option, const QModelIndex &index, int width) const
{
    const QFont small = Theme::small(option.font);
    const QFontMetrics smallMetrics(small);
    const bool line = isLine(index);
    const int icon = iconSize(option);
    const int left = option.rect.left() + Space::l;
    const int top = option.rect.top() + (line ? 0 : Space::xs);
    const int indent = Space::m + icon + Space::s;
    const int acts = index.data(TimelineModel::EntryRole).toLongLong() == 0 ? 0 : icon + Space::xs;
    const int inner = qMax(80, width - 2 * Space::l - indent - Space::m - acts);
    const QString head = headOf(index);
    TimelinePlaces places;
    const int textHeight = isComment(index) ? qCeil(commentOf(option, index, inner).size().height())
                                            : wrappedHeight(headFont(option, index), head, inner);
    const int above = line ? qMax(0, (scaled(lineHeight, option.fontMetrics) - option.fontMetrics.height()) / 2) : Space::s;
    places.text = QRect(left + indent, top + above, inner, textHeight);
    const bool isTold = index.data(TimelineModel::MutedRole).toBool() && !hasLinks(index); // by the head
    const QString detail = isTold ? QString() : index.data(TimelineModel::DetailRole).toString();
    const int detailHeight = wrappedHeight(small, detail, inner);
    places.detail = QRect(left + indent, places.text.bottom() + 1 + (detailHeight > 0 ? 2 : 0), inner, detailHeight);
    placeBelow(option, index, inner, places);
    const int beside = option.fontMetrics.horizontalAdvance(head) + Space::s;
    const bool fits = line && detailHeight == 0 && textHeight <= option.fontMetrics.height() + 1
        && beside + smallMetrics.horizontalAdvance(footOf(index)) <= inner;
    if (fits)
        places.foot = QRect(places.text.left() + beside, places.text.top(), inner - beside, places.text.height());
    places.frame = QRect(left, top, width - 2 * Space::l, places.foot.bottom() + 1 + above - top);
    places.icon = QRect(left + Space::m, places.text.top() + (option.fontMetrics.height() - icon) / 2, icon, icon);
    if (acts > 0)
        places.acts = QRect(places.frame.right() - icon - Space::xs, places.icon.top(), icon, icon);
    places.height = places.frame.bottom() + 1 + (line ? 0 : Space::xs) - option.rect.top();
    return places;
}

} // namespace Kartoteka
