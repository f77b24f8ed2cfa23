// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/icon_button.h"

#include "views/theme/theme.h"

#include <QToolButton>

namespace Kartoteka {

QToolButton *makeIconButton(QWidget *parent, const QString &name, const QString &icon, const QString &tip)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(Theme::of(parent->palette()).icon(icon, ColourRole::Muted));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    return button;
}

QToolButton *makeBarButton(QWidget *parent, const QString &name, const QString &icon, const QString &tip)
{
    constexpr int inBars = 18;
    QToolButton *button = makeIconButton(parent, name, icon, tip);
    const int side = scaled(inBars, button->fontMetrics());
    button->setIconSize(QSize(side, side));
    return button;
}

} // namespace Kartoteka
