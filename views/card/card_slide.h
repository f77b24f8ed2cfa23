// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QVariantAnimation>

class QWidget;

namespace Kartoteka {

class CardPanel;
class Scrim;

/// Slides a card over the right part of an area and away again. What is beside it is shaded; a click there wants it closed.
class CardSlide final : public QObject
{
    Q_OBJECT
public:
    CardSlide(QWidget *area, CardPanel *card);

    bool isShown() const { return m_isShown; }
    void show();
    void hide();

signals:
    void closeWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void slide(double from, double to);
    void place(double shown);

    QWidget *m_area;
    CardPanel *m_card;
    Scrim *m_scrim;
    QVariantAnimation m_motion;
    bool m_isShown = false;
};

} // namespace Kartoteka
