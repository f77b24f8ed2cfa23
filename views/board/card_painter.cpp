// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/card_painter.h"

#include "core/items/value_text.h"
#include "views/widgets/highlight.h"

#include <QTextLayout>

namespace Kartoteka {

namespace {

constexpr int titleLines = 2;
constexpr int edge = 3; ///< of the stage's colour

/// A text in at most @p lines lines, the last one elided.
void drawLines(QPainter &painter, const QRect &rect, const QString &text, int lines, const QString &search,
               const Theme &theme)
{
    const QFontMetrics metrics(painter.font());
    QTextLayout layout(text, painter.font());
    layout.beginLayout();
    int y = rect.top();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        const bool last = i == lines - 1;
        const QString rest = last ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, rect.width())
                                  : text.mid(line.textStart(), line.textLength());
        drawHighlighted(painter, QRect(rect.left(), y, rect.width(), metrics.height()), Qt::AlignLeft | Qt::AlignVCenter,
                        rest.trimmed(), search, theme);
        y += metrics.height();
    }
    layout.endLayout();
}

} // namespace

QString initials(const QString &name)
{
    QString out;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts).mid(0, 2))
        out += word[0].toUpper();
    return out;
}

CardPainter::CardPainter(const QFont &base, const QPalette &palette, const CardLook &look)
    : m_base(base)
    , m_small(Theme::small(base))
    , m_strong(base)
    , m_theme(Theme::of(palette))
    , m_look(look)
    , m_line(QFontMetrics(base).height())
    , m_smallLine(QFontMetrics(m_small).height())
    , m_height(clientTop() + (look.client ? m_smallLine + Space::xs : 0) + int(look.fields.size()) * (m_smallLine + 2)
               + Space::xs + m_smallLine + Space::xs + Space::m)
{
    m_strong.setWeight(QFont::DemiBold);
}

/// Height of what stands above the client.
int CardPainter::clientTop() const
{
    return Space::m + titleLines * m_line + Space::xs + (m_look.amount ? m_line + Space::xs : 0);
}

QRect CardPainter::clientRect(const QRect &card) const
{
    return {card.left() + Space::m, card.top() + clientTop(), card.width() - 2 * Space::m, m_smallLine};
}

QRect CardPainter::footerRect(const QRect &card) const
{
    const int height = m_smallLine + Space::xs;
    return {card.left() + Space::m, card.bottom() + 1 - Space::m - height, card.width() - 2 * Space::m, height};
}

QRect CardPainter::mailRect(const QRect &card) const
{
    const QRect line = clientRect(card);
    const int side = m_line + Space::xs;
    return {line.right() - side + 1, line.center().y() - side / 2, side, side};
}

QRect CardPainter::phoneRect(const QRect &card) const
{
    return mailRect(card).translated(-(m_line + Space::s), 0);
}

QRect CardPainter::counterRect(const QRect &card) const
{
    const QRect footer = footerRect(card);
    return {footer.right() - footer.height() * 2, footer.top(), footer.height() * 2 + 1, footer.height()};
}

void CardPainter::paintPlaceholder(QPainter &painter, const QRect &rect) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(ColourRole::Raised));
    painter.drawRoundedRect(rect, Space::cardRadius, Space::cardRadius);
    painter.setBrush(m_theme.colour(ColourRole::Line));
    const QRect line(rect.left() + Space::m, rect.top() + Space::m + Space::xs, rect.width() * 2 / 3, m_line / 2);
    painter.drawRoundedRect(line, Space::xs, Space::xs);
    painter.drawRoundedRect(line.adjusted(0, m_line * 2, -line.width() / 2, m_line * 2), Space::xs, Space::xs);
}

void CardPainter::paint(QPainter &painter, const QRect &rect, const Card &card, const CardState &state, const Schema &schema,
                        qint64 nowMs) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor background = state.selected ? m_theme.colour(ColourRole::Tint)
                                             : m_theme.colour(ColourRole::Raised);
    if (state.hovered || state.dragged) {
        // A soft shadow raises the card.
        QColor shadow(Qt::black);
        for (int i = state.dragged ? 5 : 3; i > 0; --i) {
            shadow.setAlpha(m_theme.isDark() ? 40 : 10);
            painter.setPen(Qt::NoPen);
            painter.setBrush(shadow);
            painter.drawRoundedRect(rect.adjusted(-i, 1 - i / 2, i, i + 1), Space::cardRadius + i, Space::cardRadius + i);
        }
    }
    const QRectF frame = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(m_theme.colour(ColourRole::Line), 1));
    painter.setBrush(background);
    painter.drawRoundedRect(frame, Space::cardRadius, Space::cardRadius);
    if (state.focused) {
        painter.setPen(QPen(m_theme.colour(ColourRole::Accent), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), Space::cardRadius, Space::cardRadius);
    }
    if (const Stage *stage = schema.stage(card.stage)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(stage->colour));
        painter.drawRoundedRect(QRectF(rect.left() + 4, rect.top() + Space::m, edge, m_line * titleLines - Space::xs), 1.5,
                                1.5);
    }

    const QRect inner = rect.adjusted(Space::m, Space::m, -Space::m, -Space::m);
    painter.setFont(m_base);
    painter.setPen(m_theme.colour(ColourRole::Text));
    drawLines(painter, QRect(inner.left(), inner.top(), inner.width(), titleLines * m_line), card.title, titleLines,
              state.search, m_theme);
    const QRect amount(inner.left(), inner.top() + titleLines * m_line + Space::xs, inner.width(), m_line);
    if (card.amount.isValid() && m_look.amount) {
        painter.setFont(m_strong);
        painter.drawText(amount, int(Qt::AlignLeft | Qt::AlignVCenter), moneyText(card.amount.value<Money>()));
    }
    QRect client = clientRect(rect);
    if (state.hovered && !state.dragged) {
        m_theme.icon(u"phone"_s, ColourRole::Muted).paint(&painter, phoneRect(rect).adjusted(2, 2, -2, -2));
        m_theme.icon(u"mail"_s, ColourRole::Muted).paint(&painter, mailRect(rect).adjusted(2, 2, -2, -2));
        client.setRight(phoneRect(rect).left() - Space::xs);
    }
    painter.setFont(m_small);
    painter.setPen(m_theme.colour(ColourRole::Muted));
    if (m_look.client)
        drawHighlighted(painter, client, Qt::AlignLeft | Qt::AlignVCenter, card.client, state.search, m_theme);
    paintFields(painter, rect, card);
    paintFooter(painter, rect, card, state, schema, nowMs);
    painter.restore();
}

/// Further fields: the name muted, the value as text.
void CardPainter::paintFields(QPainter &painter, const QRect &rect, const Card &card) const
{
    const QFontMetrics metrics(m_small);
    int y = rect.top() + clientTop() + (m_look.client ? m_smallLine + Space::xs : 0);
    for (qsizetype i = 0; i < m_look.fields.size(); ++i, y += m_smallLine + 2) {
        const QString value = card.more.value(i);
        if (value.isEmpty())
            continue;
        const QRect line(rect.left() + Space::m, y, rect.width() - 2 * Space::m, m_smallLine);
        const QString name = metrics.elidedText(m_look.fields[i].name + u':', Qt::ElideRight, line.width() / 2);
        painter.setPen(m_theme.colour(ColourRole::Muted));
        painter.drawText(line, int(Qt::AlignLeft | Qt::AlignVCenter), name);
        const int indent = metrics.horizontalAdvance(name) + Space::xs;
        painter.setPen(m_theme.colour(ColourRole::Text));
        painter.drawText(line.adjusted(indent, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter),
                         metrics.elidedText(value, Qt::ElideRight, line.width() - indent));
    }
}

int CardPainter::paintBadge(QPainter &painter, int right, const QRect &line, const QString &text, const QColor &colour) const
{
    const int width = qMax(line.height(), QFontMetrics(m_small).horizontalAdvance(text) + Space::s);
    const QRect badge(right - width, line.top(), width, line.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tint(colour, ColourRole::Raised));
    painter.drawRoundedRect(badge, line.height() / 2.0, line.height() / 2.0);
    painter.setPen(m_theme.readable(colour, ColourRole::Raised));
    painter.drawText(badge, int(Qt::AlignCenter), text);
    return badge.left() - Space::xs;
}

void CardPainter::paintFooter(QPainter &painter, const QRect &rect, const Card &card, const CardState &state,
                              const Schema &schema, qint64 nowMs) const
{
    const QRect line = footerRect(rect);
    painter.setFont(m_small);
    int left = line.left();
    if (const User *user = schema.user(card.responsible)) {
        const QRect circle(left, line.top(), line.height(), line.height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.hover());
        painter.drawEllipse(circle);
        painter.setPen(m_theme.colour(ColourRole::Muted));
        QFont tiny = Theme::caption(m_base);
        painter.setFont(tiny);
        painter.drawText(circle, int(Qt::AlignCenter), initials(user->name));
        painter.setFont(m_small);
        left = circle.right() + Space::s;
    }
    int right = line.right() + 1;
    if (card.lights.red > 0)
        right = paintBadge(painter, right, line, QString::number(card.lights.red),
                           m_theme.colour(state.mine ? ColourRole::Danger : ColourRole::Muted));
    if (card.lights.green > 0)
        right = paintBadge(painter, right, line, QString::number(card.lights.green),
                           m_theme.colour(state.mine ? ColourRole::Success : ColourRole::Muted));
    if (card.lights.red == 0 && card.lights.green == 0 && card.lights.planned > 0) {
        // Only future activities: a grey zero with a dot, blue if they are mine.
        right = paintBadge(painter, right, line, u"0"_s, m_theme.colour(ColourRole::Muted));
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(state.mine ? ColourRole::Accent : ColourRole::Muted));
        painter.drawEllipse(QPointF(line.right() - 2, line.top() + 3), 3, 3);
    }
    painter.setPen(m_theme.colour(ColourRole::Muted));
    const QString age = m_look.age && card.stageSince.isValid() && nowMs > card.stageSince.toLongLong()
        ? durationText(nowMs - card.stageSince.toLongLong())
        : QString();
    if (!age.isEmpty()) {
        painter.drawText(QRect(left, line.top(), right - left, line.height()), int(Qt::AlignLeft | Qt::AlignVCenter), age);
        left += QFontMetrics(m_small).horizontalAdvance(age) + Space::s;
    }
    if (m_look.tags && !card.tags.isEmpty() && right - left > 5 * Space::s) {
        const QString tags = QFontMetrics(m_small).elidedText(card.tags.join(u" · "_s), Qt::ElideRight,
                                                              right - left - Space::s);
        painter.drawText(QRect(left, line.top(), right - left, line.height()), int(Qt::AlignLeft | Qt::AlignVCenter), tags);
    }
}

} // namespace Kartoteka
