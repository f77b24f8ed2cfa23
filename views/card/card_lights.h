// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activities/explanation.h"

#include <QAbstractButton>
#include <QColor>

namespace Kartoteka {

/// The counter in the head of a card: how much is due, red, and how much awaits an answer, green. Its tip says what, and why.
class CardLights final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit CardLights(QWidget *parent = nullptr);

    void show(const Explanation &explanation);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Pill
    {
        QColor colour;
        QString text;
        QRect place;
    };
    QList<Pill> pills() const;

    Lights m_lights;
};

} // namespace Kartoteka
