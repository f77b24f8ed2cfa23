// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/focus_ring.h"

#include "views/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace Kartoteka {

namespace {

bool keyboardInUse = false;

class InputWatcher final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
        if ((key || event->type() == QEvent::MouseButtonPress) && keyboardInUse != key) {
            keyboardInUse = key;
            if (QWidget *focused = QApplication::focusWidget())
                focused->update();
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void watchKeyboard(QApplication &application)
{
    static InputWatcher *watcher = nullptr;
    if (!watcher) {
        watcher = new InputWatcher(&application);
        application.installEventFilter(watcher);
    }
}

void paintFocusRing(QPainter &painter, const QRectF &rect, double radius, const QPalette &palette)
{
    if (!keyboardInUse)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(palette).colour(ColourRole::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

} // namespace Kartoteka
