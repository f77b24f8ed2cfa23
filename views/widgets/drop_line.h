// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace Kartoteka {

/// A line over widgets where what is dragged would stand.
class DropLine final : public QWidget
{
public:
    explicit DropLine(QWidget *parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }
    void showAt(const QRect &line)
    {
        setGeometry(line);
        raise();
        show();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), Theme::of(palette()).colour(ColourRole::Accent));
    }
};

} // namespace Kartoteka
