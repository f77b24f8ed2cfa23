// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_lights.h"

#include "views/theme/focus_ring.h"
#include "views/theme/theme.h"
#include "views/widgets/tip_text.h"

#include <QPainter>

namespace Kartoteka {

using namespace Qt::StringLiterals;

CardLights::CardLights(QWidget *parent) : QAbstractButton(parent)
{
    setObjectName(u"cardLights"_s);
    setFont(Theme::caption(font()));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void CardLights::show(const Explanation &explanation)
{
    m_lights = explanation.lights;
    setVisible(m_lights.red + m_lights.green > 0);
    QStringList said;
    if (m_lights.red > 0)
        said << tr("Due: %1", "a number of activities").arg(m_lights.red);
    if (m_lights.green > 0)
        said << tr("To be answered: %1", "a number of activities").arg(m_lights.green);
    setAccessibleName(said.join(u", "_s));
    const QStringList why = explanationLines(explanation);
    setAccessibleDescription(why.join(u". "_s));
    setToolTip(tipText(said + why));
    updateGeometry();
    update();
}

/// Colour, number and place of each.
QList<CardLights::Pill> CardLights::pills() const
{
    const Theme &theme = Theme::of(palette());
    QList<Pill> pills;
    const int height = fontMetrics().height() + 2;
    int left = 0;
    for (const auto &[number, colour] :
         {std::pair(m_lights.red, theme.dangerFill()),
          std::pair(m_lights.green, Theme::underWhite(Theme::light().colour(ColourRole::Success)))}) {
        if (number == 0)
            continue;
        const QString text = number > 99 ? u"99+"_s : QString::number(number);
        const int width = qMax(height, fontMetrics().horizontalAdvance(text) + Space::s);
        pills.append({colour, text, QRect(left, 0, width, height)});
        left += width + Space::xs;
    }
    return pills;
}

QSize CardLights::sizeHint() const
{
    const QList<Pill> all = pills();
    return all.isEmpty() ? QSize() : QSize(all.constLast().place.right() + 1, all.constLast().place.height());
}

void CardLights::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<Pill> all = pills();
    for (const Pill &pill : all) {
        const double round = pill.place.height() / 2.0;
        painter.setPen(Qt::NoPen);
        painter.setBrush(pill.colour);
        painter.drawRoundedRect(pill.place, round, round);
        painter.setPen(Qt::white);
        painter.drawText(pill.place, int(Qt::AlignCenter), pill.text);
    }
    if (hasFocus())
        paintFocusRing(painter, rect(), height() / 2, palette());
}

} // namespace Kartoteka
