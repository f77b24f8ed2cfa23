// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/window_keys.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenuBar>
#include <QRadioButton>

namespace Kartoteka {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::WindowKeys)
};

class WindowKeyWatch final : public QObject
{
public:
    explicit WindowKeyWatch(QMainWindow &window) : QObject(&window), m_window(window) { window.installEventFilter(this); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && !key.isAutoRepeat();
        auto *button = qobject_cast<QAbstractButton *>(m_window.focusWidget());
        const bool isBox = qobject_cast<QCheckBox *>(button) || qobject_cast<QRadioButton *>(button); // Space alone ticks it
        const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
        QAction *first = m_window.menuBar()->isVisible() ? m_window.menuBar()->actions().value(0) : nullptr;
        if (isPlain && isEnter && button && !isBox)
            button->click();
        else if (isPlain && key.key() == Qt::Key_F10 && first)
            m_window.menuBar()->setActiveAction(first);
        else
            return QObject::eventFilter(watched, event);
        return true;
    }

private:
    QMainWindow &m_window;
};

} // namespace

void heedWindowKeys(QMainWindow &window)
{
    new WindowKeyWatch(window);
}

QList<KeyGroup> windowKeys()
{
    const QList<QKeySequence> alongside{QKeySequence(Qt::ALT | Qt::Key_Up), QKeySequence(Qt::ALT | Qt::Key_Down)};
    return {{Tr::tr("Window"), {{{QKeySequence(Qt::Key_F10)}, Tr::tr("Open the menus")}}},
            {Tr::tr("Sidebar"),
             {{{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Up), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Down)},
               Tr::tr("Move the section up or down")}}},
            {Tr::tr("Settings"),
             {{{QKeySequence(QKeySequence::Find)}, Tr::tr("Search settings")},
              {{QKeySequence(Qt::Key_Up), QKeySequence(Qt::Key_Down)}, Tr::tr("Go from page to page")},
              {{QKeySequence(Qt::Key_Return)}, Tr::tr("To what is found, open a row")},
              {{QKeySequence(Qt::Key_Delete)}, Tr::tr("Delete the row of a table")},
              {{QKeySequence(Qt::Key_Escape)}, Tr::tr("Close")},
              {{QKeySequence(Qt::CTRL | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
               Tr::tr("Take a change of the settings back, do it again")},
              {{QKeySequence(QKeySequence::Paste)}, Tr::tr("Paste rates from a table")}}},
            {Tr::tr("Lists that are put in order"),
             {{alongside, Tr::tr("Move the row up or down")},
              {{QKeySequence(Qt::Key_Return)}, Tr::tr("Open the row")},
              {{QKeySequence(Qt::Key_Escape)}, Tr::tr("Let go of what is dragged")},
              {{QKeySequence(Qt::Key_Delete)}, Tr::tr("Remove the row")}}},
            {Tr::tr("Reminders"),
             {{{QKeySequence(Qt::Key_Up), QKeySequence(Qt::Key_Down)}, Tr::tr("Go from reminder to reminder")},
              {{QKeySequence(Qt::Key_Return)}, Tr::tr("Open the card")},
              {{QKeySequence(Qt::Key_Space)}, Tr::tr("Complete the activity")},
              {{QKeySequence(Qt::Key_1), QKeySequence(Qt::Key_2), QKeySequence(Qt::Key_3), QKeySequence(Qt::Key_4)},
               Tr::tr("Snooze: for 15 minutes, an hour, a day, until the morning")},
              {{QKeySequence(Qt::Key_Delete)}, Tr::tr("Dismiss")},
              {{QKeySequence(Qt::Key_Escape)}, Tr::tr("Close")}}}};
}

} // namespace Kartoteka
