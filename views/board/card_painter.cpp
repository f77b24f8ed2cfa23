// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/card_painter.h"

#include "core/base/durations.h"
#include "core/items/value_text.h"
#include "models/base/short_sum.h"
#include "views/board/board_view.h"
#include "views/theme/focus_ring.h"
#include "views/theme/shadow.h"
#include "views/widgets/activity_icon.h"
#include "views/widgets/chip_look.h"
#include "views/widgets/highlight.h"
#include "views/widgets/initials.h"
#include "views/widgets/next_act_look.h"

#include <QTextLayout>

namespace Kartoteka {

namespace {

constexpr int titleLinesAtMost = 2;
constexpr int rememberedCards = 4000;
constexpr int besideIcon = 1; ///< to the words: a picture is two smaller than its line, and has two of its own around it
constexpr qsizetype longestTitle = 300; ///< more is never seen in two lines

/// What is to be done next as it fits in a width of @p room: an hour that is cut tells none.
QString fitting(const NextAct &act, const QFontMetrics &metrics, int room)
{
    return act.brief.isEmpty() || metrics.horizontalAdvance(act.text) < room ? act.text : act.brief;
}

/// Lays a title out; @p draw gets what stands in each line.
int layOut(const QString &text, const QFont &font, int width, const std::function<void(int, const QString &)> &draw)
{
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    layout.beginLayout();
    int lines = 0;
    while (lines < titleLinesAtMost) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        if (draw)
            draw(lines,
                 lines == titleLinesAtMost - 1 ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, width)
                                               : text.mid(line.textStart(), line.textLength()));
        ++lines;
    }
    layout.endLayout();
    return qMax(1, lines);
}

/// Between the edges of a card and its words; above and below there is less.
int besides()
{
    return sizes().cardPadding + 2;
}

QString shown(const QString &title)
{
    return title.left(longestTitle).simplified();
}

} // namespace

CardPainter::CardPainter(const QFont &base, const QPalette &palette, const CardLook &look)
    : m_base(base)
    , m_small(Theme::small(base))
    , m_strong(Theme::strong(base))
    , m_tag(Theme::caption(base))
    , m_palette(palette)
    , m_theme(Theme::of(palette))
    , m_look(look)
    , m_line(QFontMetrics(m_strong).height())
    , m_smallLine(QFontMetrics(m_small).height())
    , m_tagLine(qMax(16, QFontMetrics(m_tag).height()))
    , m_footer(qMax(20, m_smallLine + 2))
    , m_measured(rememberedCards)
{
    m_tag.setWeight(QFont::Normal);
}

int CardPainter::titleLines(const Card &card, int width) const
{
    if (const Measured *known = m_measured.object(card.id); known && known->width == width && known->title == card.title)
        return known->lines;
    const int lines = layOut(shown(card.title), m_strong, width, {});
    m_measured.insert(card.id, new Measured{card.title, width, lines});
    return lines;
}

QString CardPainter::ageOf(const Card &card, qint64 now) const
{
    if (!hasAge(card))
        return {};
    const qint64 days = (now - card.idleSince.toLongLong()) / dayMs;
    return BoardView::tr("%n day(s) without movement", nullptr, int(days));
}

QString CardPainter::shortAgeOf(const Card &card, qint64 now) const
{
    return durationText(now - card.idleSince.toLongLong());
}

CardPainter::Parts CardPainter::partsOf(const Card &card, const QRect &rect) const
{
    const int padding = sizes().cardPadding;
    const int left = rect.left() + besides();
    const int width = rect.width() - 2 * besides();
    Parts parts;
    int y = rect.top() + padding;
    const auto take = [&](int gap, int height) {
        const QRect part(left, y + gap, width, height);
        y += gap + height;
        return part;
    };
    parts.lines = titleLines(card, width);
    parts.title = take(0, parts.lines * m_line);
    if (card.act)
        parts.act = take(2, m_smallLine);
    if ((m_look.client && !card.client.isEmpty()) || card.repeat || hasAge(card))
        parts.client = take(2, m_smallLine);
    const auto filled = std::count_if(card.more.begin(), card.more.end(),
                                      [](const QString &text) { return !text.isEmpty(); });
    if (filled > 0)
        parts.fields = take(2, int(filled) * (m_smallLine + 2));
    if (m_look.tags && !card.tags.isEmpty())
        parts.tags = take(6, m_tagLine);
    parts.footer = take(8, m_footer);
    parts.height = y + padding - rect.top();
    return parts;
}

int CardPainter::height(const Card &card, int width) const
{
    return partsOf(card, QRect(0, 0, width, 0)).height;
}

int CardPainter::usualHeight() const
{
    return 2 * sizes().cardPadding + m_line + (m_look.client ? 2 + m_smallLine : 0) + 8 + m_footer;
}

QRect CardPainter::signRect(const QRect &card, const Card &of, int fromRight) const
{
    if (!m_look.client || of.client.isEmpty())
        return {};
    const int side = m_line + Space::xs;
    const int top = card.top() + sizes().cardPadding + titleLines(of, card.width() - 2 * besides()) * m_line + actHeight(of)
        + 2;
    return {card.right() + 1 - besides() - side - fromRight * (side + Space::xs), top + (m_smallLine - side) / 2, side,
            side};
}

QRect CardPainter::mailRect(const QRect &card, const Card &of) const
{
    return of.hasMail ? signRect(card, of, 0) : QRect();
}

QRect CardPainter::phoneRect(const QRect &card, const Card &of) const
{
    return of.hasPhone ? signRect(card, of, of.hasMail ? 1 : 0) : QRect();
}

QRect CardPainter::personRect(const QRect &footer) const
{
    return {footer.right() + 1 - footer.height(), footer.top(), footer.height(), footer.height()};
}

/// Not where a picture of what is planned stands above, and not where the amount would find no room.
bool CardPainter::showsActIcon(const QRect &card, const Card &of) const
{
    constexpr int narrow = 200;
    return !of.act && card.width() >= scaled(narrow, QFontMetrics(m_base));
}

/// The amount keeps its place: what is planned is cut short beside it, and left out where nothing of it could be read.
QRect CardPainter::nextActRect(const QRect &card, const Card &of, bool isFinal, qint64 now) const
{
    constexpr int fewestLetters = 4;
    const NextAct act = nextActOf(of, isFinal, QDateTime::fromMSecsSinceEpoch(now));
    if (act.text.isEmpty())
        return {};
    const QRect footer = partsOf(of, card).footer;
    const int right = personRect(footer).left() - Space::s;
    const QFontMetrics metrics(act.isUrgent() ? Theme::strong(m_small) : m_small);
    const int icon = showsActIcon(card, of) ? m_smallLine + besideIcon : 0;
    const int kept = m_look.amount && of.amount.isValid()
        ? QFontMetrics(m_strong).horizontalAdvance(shortSum(of.amount.value<Money>())) + 1
            + Space::s // widths are rounded: one more
        : 0;
    const int room = right - footer.left() - kept - icon;
    const int text = metrics.horizontalAdvance(fitting(act, metrics, room)) + 1;
    // A word that asks for something and is cut says less than its sign.
    const bool hasSign = act.kind == NextAct::Kind::Unplanned || act.kind == NextAct::Kind::Answer;
    if (hasSign && room < text)
        return room + icon < m_smallLine ? QRect() : QRect(right - m_smallLine, footer.top(), m_smallLine, footer.height());
    if (room < text && room < fewestLetters * metrics.averageCharWidth())
        return {};
    const int width = qMin(text, room) + icon;
    return {right - width, footer.top(), width, footer.height()};
}

void CardPainter::paintPlaceholder(QPainter &painter, const QRect &rect) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(ColourRole::Raised));
    painter.drawRoundedRect(rect, Space::cardRadius, Space::cardRadius);
    painter.setBrush(m_theme.colour(ColourRole::Line));
    const QRect line(rect.left() + besides(), rect.top() + besides() + Space::xs, rect.width() * 2 / 3, m_line / 2);
    painter.drawRoundedRect(line, Space::xs, Space::xs);
    painter.drawRoundedRect(line.adjusted(0, m_line + Space::xs, -line.width() / 2, m_line + Space::xs), Space::xs,
                            Space::xs);
    painter.restore();
}

void CardPainter::paint(QPainter &painter, const QRect &rect, const Card &card, const CardState &state,
                        const SchemaPtr &schema, qint64 now) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintFrame(painter, rect, state);
    if (state.dragged)
        paintInside(painter, rect, card, state, *schema, now); // it is tilted
    else
        paintPicture(painter, rect, card, state, schema, now);
    if (showsSigns(state))
        paintSigns(painter, rect, card, state.light);
    painter.restore();
}

void CardPainter::paintPicture(QPainter &painter, const QRect &rect, const Card &card, const CardState &state,
                               const SchemaPtr &schema, qint64 now) const
{
    constexpr int edge = Space::xs; // less than any text's distance, and enough for the corners to be round
    const QRect inside = rect.adjusted(edge, edge, -edge, -edge);
    const double ratio = painter.device()->devicePixelRatio();
    m_pictures.setSeen(QSize(painter.device()->width(), painter.device()->height()) * ratio);
    const QPixmap &picture = m_pictures.picture({.card = card,
                                                 .size = inside.size(),
                                                 .ratio = ratio,
                                                 .minute = now / minuteMs,
                                                 .isFinal = state.isFinal,
                                                 .isSelected = state.selected,
                                                 .isReached = showsSigns(state),
                                                 .search = state.search,
                                                 .schema = schema},
                                                [&](QPainter &on) {
                                                    on.fillRect(QRect({}, inside.size() + QSize(1, 1)),
                                                                m_theme.colour(groundOf(state)));
                                                    on.translate(-inside.topLeft());
                                                    on.setRenderHint(QPainter::Antialiasing);
                                                    paintInside(on, rect, card, state, *schema, now);
                                                });
    // On whole pixels of the screen, so that letters stay sharp where it has one and a half for each of ours.
    const QTransform onScreen = painter.deviceTransform();
    const QPoint at = onScreen.map(QPointF(inside.topLeft())).toPoint();
    painter.drawPixmap(onScreen.inverted().map(QPointF(at)), picture);
}

/// All but the frame, and the signs that fade.
void CardPainter::paintInside(QPainter &painter, const QRect &rect, const Card &card, const CardState &state,
                              const Schema &schema, qint64 now) const
{
    const Parts parts = partsOf(card, rect);
    paintTitle(painter, parts, card, state.search);
    painter.setFont(m_small);
    if (!parts.act.isNull())
        paintAct(painter, parts.act, card, schema, now);
    if (!parts.client.isNull())
        paintClient(painter, rect, parts, card, state, now);
    if (!parts.fields.isNull())
        paintFields(painter, parts.fields, card);
    if (!parts.tags.isNull())
        paintTags(painter, parts.tags, card.tags);
    paintFooter(painter, rect, parts, card, state, schema, now);
}

void CardPainter::paintFrame(QPainter &painter, const QRect &rect, const CardState &state) const
{
    const double raised = state.dragged ? 1 : state.light;
    if (raised < 1)
        paintShadow(painter, rect, Space::cardRadius, Elevation::Card, m_theme);
    if (raised > 0) {
        const double opacity = painter.opacity();
        painter.setOpacity(opacity * raised);
        paintShadow(painter, rect, Space::cardRadius, Elevation::Raised, m_theme);
        painter.setOpacity(opacity);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(groundOf(state)));
    painter.drawRoundedRect(rect, Space::cardRadius, Space::cardRadius);
    if (state.selected) {
        const int side = m_line;
        const QRect tick(rect.right() - side / 2 - 2, rect.top() - side / 2 + 4, side, side);
        painter.setBrush(m_theme.accentFill());
        painter.drawEllipse(tick);
        m_theme.icon(u"check"_s, QColor(Qt::white)).paint(&painter, tick.adjusted(3, 3, -3, -3));
    }
    if (state.focused)
        paintFocusRing(painter, QRectF(rect).adjusted(-1, -1, 1, 1), Space::cardRadius + 1, m_palette);
}

void CardPainter::paintTitle(QPainter &painter, const Parts &parts, const Card &card, const QString &search) const
{
    painter.setFont(m_strong);
    painter.setPen(m_theme.colour(ColourRole::Text));
    layOut(shown(card.title), m_strong, parts.title.width(), [&](int line, const QString &text) {
        drawHighlighted(painter, QRect(parts.title.left(), parts.title.top() + line * m_line, parts.title.width(), m_line),
                        Qt::AlignLeft | Qt::AlignVCenter, text.trimmed(), search, m_theme);
    });
}

/// The picture of its kind says how near it is.
void CardPainter::paintAct(QPainter &painter, const QRect &line, const Card &card, const Schema &schema, qint64 now) const
{
    const PlacingAct &act = *card.act;
    const bool isLate = act.deadline.isValid() && act.deadline.toLongLong() <= now;
    const ColourRole role = act.incoming ? ColourRole::Success : isLate ? ColourRole::Danger : ColourRole::Muted;
    const int side = m_smallLine - 2;
    m_theme.icon(activityIcon(schema, act.kind), role)
        .paint(&painter, QRect(line.left(), line.center().y() - side / 2 + 1, side, side));
    const QRect text = line.adjusted(m_smallLine + besideIcon, 0, 0, 0);
    painter.setPen(m_theme.colour(ColourRole::Text));
    painter.drawText(text, int(Qt::AlignLeft | Qt::AlignVCenter),
                     QFontMetrics(m_small).elidedText(shown(act.title), Qt::ElideRight, text.width()));
}

std::optional<int> CardPainter::signsLeft(const QRect &rect, const Card &card) const
{
    const QRect phone = phoneRect(rect, card);
    const QRect first = phone.isNull() ? mailRect(rect, card) : phone;
    return first.isNull() ? std::nullopt : std::optional(first.left());
}

/// ☎ and ✉, come up as far as the card is lit.
void CardPainter::paintSigns(QPainter &painter, const QRect &rect, const Card &card, double light) const
{
    const double opacity = painter.opacity();
    painter.setOpacity(opacity * light);
    for (const auto &[sign, at] :
         {std::pair(u"mail"_s, mailRect(rect, card)), std::pair(u"phone"_s, phoneRect(rect, card))}) {
        if (!at.isNull())
            m_theme.icon(sign, ColourRole::Muted).paint(&painter, at.adjusted(3, 3, -3, -3));
    }
    painter.setOpacity(opacity);
}

void CardPainter::paintClient(QPainter &painter, const QRect &rect, const Parts &parts, const Card &card,
                              const CardState &state, qint64 now) const
{
    QRect line = parts.client;
    if (const auto signs = showsSigns(state) ? signsLeft(rect, card) : std::nullopt) {
        line.setRight(qMin(line.right(), *signs - Space::xs));
    } else if (QString age = ageOf(card, now); !age.isEmpty()) {
        // The client is what the line is for.
        if (!card.client.isEmpty() && QFontMetrics(m_small).horizontalAdvance(age) > line.width() / 2)
            age = shortAgeOf(card, now);
        painter.setPen(m_theme.colour(ColourRole::Warning));
        painter.drawText(line, int(Qt::AlignRight | Qt::AlignVCenter), age);
        line.setRight(line.right() - QFontMetrics(m_small).horizontalAdvance(age) - Space::s);
    }
    if (card.repeat) {
        painter.setFont(m_tag);
        line.setLeft(paintChip(painter, line, line.left(), badgeOf(card), ColourRole::Tint, ColourRole::Accent) + Space::s);
        painter.setFont(m_small);
    }
    painter.setPen(m_theme.colour(ColourRole::Muted));
    if (m_look.client)
        drawHighlighted(painter, line, Qt::AlignLeft | Qt::AlignVCenter, card.client, state.search, m_theme);
}

/// Further fields: the name muted, the value as text.
void CardPainter::paintFields(QPainter &painter, const QRect &area, const Card &card) const
{
    const QFontMetrics metrics(m_small);
    int y = area.top();
    for (qsizetype i = 0; i < m_look.fields.size(); ++i) {
        const QString value = card.more.value(i);
        if (value.isEmpty())
            continue;
        const QRect line(area.left(), y, area.width(), m_smallLine);
        y += m_smallLine + 2;
        const QString name = metrics.elidedText(m_look.fields[i].name + u':', Qt::ElideRight, line.width() / 2);
        painter.setPen(m_theme.colour(ColourRole::Muted));
        painter.drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter), name);
        const int indent = metrics.horizontalAdvance(name) + Space::xs;
        painter.setPen(m_theme.colour(ColourRole::Text));
        painter.drawText(line.adjusted(indent, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                         metrics.elidedText(value, Qt::ElideRight, line.width() - indent));
    }
}

int CardPainter::paintChip(QPainter &painter, const QRect &line, int left, const QString &text, ColourRole ground,
                           ColourRole ink) const
{
    const QRect chip(left, line.top(), QFontMetrics(m_tag).horizontalAdvance(text) + Space::m, line.height());
    Kartoteka::paintChip(painter, chip, text, m_theme, ground, ink);
    return chip.right() + 1;
}

/// On one line; the rest as a number.
void CardPainter::paintTags(QPainter &painter, const QRect &line, const QStringList &tags) const
{
    const QFontMetrics metrics(m_tag);
    painter.setFont(m_tag);
    int left = line.left();
    const auto paintTag = [&](const QString &text) {
        left = paintChip(painter, line, left, text, ColourRole::Hover, ColourRole::Muted) + Space::xs;
    };
    for (qsizetype i = 0; i < tags.size(); ++i) {
        const int more = int(tags.size() - i - 1);
        const int kept = more > 0 ? metrics.horizontalAdvance(u"+%1"_s.arg(more)) + Space::l : 0;
        const int room = line.right() - left - Space::m - kept;
        if (i > 0 && metrics.horizontalAdvance(tags[i]) > room) {
            paintTag(u"+%1"_s.arg(tags.size() - i));
            return;
        }
        paintTag(metrics.elidedText(tags[i], Qt::ElideRight, room));
    }
}

void CardPainter::paintFooter(QPainter &painter, const QRect &rect, const Parts &parts, const Card &card,
                              const CardState &state, const Schema &schema, qint64 now) const
{
    const QRect line = parts.footer;
    if (const User *user = schema.user(card.responsible))
        paintInitials(painter, personRect(line), *user);
    int right = personRect(line).left() - Space::s;
    if (const QRect area = nextActRect(rect, card, state.isFinal, now); !area.isNull()) {
        const NextAct act = nextActOf(card, state.isFinal, QDateTime::fromMSecsSinceEpoch(now));
        const int side = m_smallLine - 2;
        const bool isSign = area.width() <= m_smallLine;
        if (isSign || showsActIcon(rect, card))
            m_theme.icon(iconOf(act.kind), roleOf(act.kind))
                .paint(&painter, QRect(area.left(), area.center().y() - side / 2 + 1, side, side));
        painter.setFont(act.isUrgent() ? Theme::strong(m_small) : m_small);
        painter.setPen(m_theme.colour(roleOf(act.kind)));
        const int room = area.width() - (showsActIcon(rect, card) ? m_smallLine + besideIcon : 0);
        if (!isSign)
            painter.drawText(
                area, int(Qt::AlignRight | Qt::AlignVCenter),
                painter.fontMetrics().elidedText(fitting(act, painter.fontMetrics(), room), Qt::ElideRight, room));
        right = area.left() - Space::s;
    }
    if (!m_look.amount)
        return;
    const bool known = card.amount.isValid();
    painter.setFont(known ? m_strong : m_small);
    painter.setPen(m_theme.colour(known ? ColourRole::Text : ColourRole::Placeholder));
    QString text = known ? moneyText(card.amount.value<Money>()) : BoardView::tr("no amount");
    if (painter.fontMetrics().horizontalAdvance(text) > right - line.left())
        text = known ? shortSum(card.amount.value<Money>()) : QString();
    painter.drawText(QRect(line.left(), line.top(), right - line.left(), line.height()),
                     int(Qt::AlignLeft | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, right - line.left()));
}

} // namespace Kartoteka
