// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/board/card_motion.h"

#include "views/theme/motion.h"

#include <utility>

namespace Kartoteka {

namespace {

constexpr int liftMs = 120;
constexpr int gapMs = 140;
constexpr int flightMs = 140;

QRect between(const QRect &from, const QRect &to, double share)
{
    const auto at = [share](int first, int last) { return qRound(first + (last - first) * share); };
    return {at(from.left(), to.left()), at(from.top(), to.top()), at(from.width(), to.width()),
            at(from.height(), to.height())};
}

} // namespace

CardMotion::CardMotion(QObject *parent) : QObject(parent)
{
    for (QVariantAnimation *motion : {&m_lift, &m_opening, &m_flight}) {
        motion->setEasingCurve(QEasingCurve::OutCubic);
        motion->setStartValue(0.0);
        motion->setEndValue(1.0);
        connect(motion, &QVariantAnimation::valueChanged, this, &CardMotion::moved);
    }
    connect(&m_flight, &QVariantAnimation::finished, this, &CardMotion::moved);
}

void CardMotion::begin(QVariantAnimation &motion, int duration)
{
    motion.stop();
    motion.setDuration(duration);
    if (isMotionWanted())
        motion.start();
    else
        motion.setCurrentTime(duration);
}

void CardMotion::lift(const QRect &place)
{
    m_flight.stop();
    m_place = place;
    m_gap = m_before = {};
    m_isFirst = true;
    begin(m_lift, liftMs);
}

QRect CardMotion::lifted(const QRect &hand) const
{
    return between(m_place, hand, lifted());
}

void CardMotion::openGap(int column, int row)
{
    const Gap gap{column, row};
    if (gap == m_gap)
        return;
    m_before = std::exchange(m_gap, gap);
    begin(m_opening, gapMs);
    if (std::exchange(m_isFirst, false))
        m_opening.setCurrentTime(gapMs);
}

double CardMotion::gapAt(int column, int row) const
{
    const Gap gap{column, row};
    const double open = m_opening.currentValue().toDouble();
    return gap == m_gap ? open : gap == m_before ? 1 - open : 0;
}

void CardMotion::land(qint64 id, const QRect &from)
{
    m_id = id;
    m_from = from;
    if (isMotionWanted())
        begin(m_flight, flightMs);
}

qint64 CardMotion::landing() const
{
    return m_flight.state() == QAbstractAnimation::Running ? m_id : 0;
}

QRect CardMotion::landing(const QRect &place) const
{
    return between(m_from, place, m_flight.currentValue().toDouble());
}

} // namespace Kartoteka
