// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/fade.h"

#include "views/theme/motion.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPropertyAnimation>
#include <QWidget>

namespace Kartoteka {

using namespace Qt::StringLiterals;

Fade::Fade(QWidget &painted, int durationMs)
{
    m_motion.setDuration(durationMs);
    m_motion.setEasingCurve(QEasingCurve::OutCubic);
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    m_motion.setCurrentTime(durationMs);
    QObject::connect(&m_motion, &QVariantAnimation::valueChanged, &painted, qOverload<>(&QWidget::update));
}

void Fade::begin()
{
    m_motion.stop();
    if (isMotionWanted())
        m_motion.start();
    else
        m_motion.setCurrentTime(m_motion.duration());
}

double Fade::value() const
{
    return m_motion.currentValue().toDouble();
}

bool MenuFade::eventFilter(QObject *watched, QEvent *event)
{
    constexpr int menuMs = 100;
    auto *menu = qobject_cast<QWidget *>(watched);
    if (!menu || event->type() != QEvent::Show || event->spontaneous())
        return false;
    // Elsewhere windows are seen or not.
    static const bool canFade = QStringList{u"xcb"_s, u"windows"_s, u"cocoa"_s}.contains(QGuiApplication::platformName());
    if (!canFade || !isMotionWanted()) {
        if (menu->windowOpacity() < 1)
            menu->setWindowOpacity(1); // it was closed half way
        return false;
    }
    auto *motion = new QPropertyAnimation(menu, "windowOpacity", menu);
    motion->setDuration(menuMs);
    motion->setEasingCurve(QEasingCurve::OutCubic);
    motion->setStartValue(0.0);
    motion->setEndValue(1.0);
    motion->start(QAbstractAnimation::DeleteWhenStopped);
    return false;
}

} // namespace Kartoteka
