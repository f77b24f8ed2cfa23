// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantAnimation>

class QWidget;

namespace Kartoteka {

/// How far something painted has come from what it was to what it is. Where nothing is to move it is there at once.
class Fade final
{
public:
    Fade(QWidget &painted, int durationMs);

    void begin();
    /// From 0 to 1, where it rests.
    double value() const;

private:
    QVariantAnimation m_motion;
};

/// Menus come to sight instead of jumping into it.
class MenuFade final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Kartoteka
