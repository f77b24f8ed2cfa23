// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QVariantAnimation>

namespace Kartoteka {

/// How a card in a person's hand glides: off its place, the gap opening where it would land, and to its place when it is let go.
/// Where nothing is to move all of it is at its end at once.
class CardMotion final : public QObject
{
    Q_OBJECT
public:
    explicit CardMotion(QObject *parent);

    /// Takes a card off the place where it stands.
    void lift(const QRect &place);
    /// How far it has come off, from 0 to 1.
    double lifted() const { return m_lift.currentValue().toDouble(); }
    /// Where it is on its way from its place to @p hand.
    QRect lifted(const QRect &hand) const;

    /// The gap is before a row of a column from now on; column -1: nowhere.
    void openGap(int column, int row);
    /// How far the gap before a row is open, from 0 to 1: the one that opens, and the one that closes.
    double gapAt(int column, int row) const;

    /// An item was let go at @p from and goes to its place.
    void land(qint64 id, const QRect &from);
    /// The item that is on its way; 0: none.
    qint64 landing() const;
    /// Where it is on its way to @p place.
    QRect landing(const QRect &place) const;

signals:
    void moved();

private:
    struct Gap
    {
        int column = -1;
        int row = -1;
        bool operator==(const Gap &) const = default;
    };
    void begin(QVariantAnimation &motion, int duration);

    QVariantAnimation m_lift;
    QRect m_place;
    QVariantAnimation m_opening;
    Gap m_gap;
    Gap m_before;
    bool m_isFirst = false; ///< no gap was opened yet: that which the card leaves is open already
    QVariantAnimation m_flight;
    QRect m_from;
    qint64 m_id = 0;
};

} // namespace Kartoteka
