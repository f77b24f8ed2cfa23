// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QToolButton;
class QWidget;

namespace Kartoteka {

/// A button that is an icon; @p tip says what it does, to the eye and to a screen reader.
QToolButton *makeIconButton(QWidget *parent, const QString &name, const QString &icon, const QString &tip);

/// The same in the bar of a page or the head of a card, where pictures are larger.
QToolButton *makeBarButton(QWidget *parent, const QString &name, const QString &icon, const QString &tip);

} // namespace Kartoteka
