// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_slide.h"

#include "views/card/card_panel.h"
#include "views/theme/motion.h"
#include "views/theme/theme.h"
#include "views/widgets/scrim.h"

#include <QEvent>

#include <utility>

namespace Kartoteka {

namespace {
constexpr int slideMs = 160;
constexpr int cardWidth = 960;
constexpr int leastBeside = 64; ///< of the page that is worth seeing beside the card
} // namespace

CardSlide::CardSlide(QWidget *area, CardPanel *card) : QObject(area), m_area(area), m_card(card), m_scrim(new Scrim(area))
{
    card->hide();
    area->installEventFilter(this);
    m_motion.setDuration(slideMs);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) { place(value.toDouble()); });
    connect(&m_motion, &QVariantAnimation::finished, this, [this] { m_card->setVisible(m_isShown); });
    connect(m_scrim, &Scrim::clicked, this, &CardSlide::closeWanted);
}

void CardSlide::show()
{
    const bool wasShown = std::exchange(m_isShown, true);
    m_scrim->show();
    m_card->show();
    m_card->raise();
    slide(wasShown ? 1 : 0, 1);
}

void CardSlide::hide()
{
    if (!std::exchange(m_isShown, false))
        return;
    m_scrim->hide();
    slide(1, 0);
}

void CardSlide::slide(double from, double to)
{
    m_motion.stop();
    if (from == to || !isMotionWanted()) {
        place(to);
        m_card->setVisible(m_isShown);
        return;
    }
    m_motion.setStartValue(from);
    m_motion.setEndValue(to);
    m_motion.start();
}

void CardSlide::place(double shown)
{
    const int wanted = scaled(cardWidth, m_card->fontMetrics());
    const bool isWhole = m_area->width() - wanted < scaled(leastBeside, m_card->fontMetrics());
    const int width = isWhole ? m_area->width() : wanted;
    m_card->setGeometry(m_area->width() - int(width * shown), 0, width, m_area->height());
}

bool CardSlide::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_isShown)
        place(1);
    return QObject::eventFilter(watched, event);
}

} // namespace Kartoteka
