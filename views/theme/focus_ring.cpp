// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/focus_ring.h"

#include "views/theme/theme.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

namespace Kartoteka {

namespace {

bool keyboardInUse = false;

bool hasNothingToUndo(QObject *editor, const QKeyEvent &key)
{
    const bool undo = key.matches(QKeySequence::Undo);
    if (!undo && !key.matches(QKeySequence::Redo))
        return false;
    if (const auto *line = qobject_cast<QLineEdit *>(editor))
        return undo ? !line->isUndoAvailable() : !line->isRedoAvailable();
    const auto *text = qobject_cast<QPlainTextEdit *>(editor);
    return text && (undo ? !text->document()->isUndoAvailable() : !text->document()->isRedoAvailable());
}

/// Shift+F10, where the toolkit knows the menu key alone.
bool asksForMenu(const QKeyEvent &key)
{
    return key.key() == Qt::Key_F10 && key.modifiers() == Qt::ShiftModifier
        && QGuiApplication::platformName() != QLatin1String("windows");
}

/// The menu of what has the focus, asked for by key.
void askForMenu(QWidget &asked)
{
    const QPoint place = asked.inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, place, asked.mapToGlobal(place));
    QCoreApplication::sendEvent(&asked, &event);
}

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
        // An editor that has nothing of its own to undo leaves the key to the office.
        if (event->type() == QEvent::ShortcutOverride && hasNothingToUndo(watched, *static_cast<QKeyEvent *>(event))) {
            event->ignore();
            return true;
        }
        if (event->type() == QEvent::KeyPress && asksForMenu(*static_cast<QKeyEvent *>(event))) {
            if (auto *focused = qobject_cast<QWidget *>(watched)) {
                askForMenu(*focused);
                return true;
            }
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
