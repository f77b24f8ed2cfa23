// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"

#include <QString>
#include <QWidget>

#include <functional>

namespace Kartoteka {

class BoardView;
class MainWindow;

/// Works the program by mouse and keys as a person does, for the tour and the tests of the window.
class Person
{
public:
    explicit Person(MainWindow &window) : m_window(window) {}

    /// Presses the left button in the middle of a widget, or at a point of it.
    static void click(QWidget *widget);
    static void click(QWidget *widget, const QPoint &at);
    /// A child of the window by object name; fails loudly when there is none.
    QWidget *find(const QString &name) const;
    template<typename T>
    T *find(const QString &name) const
    {
        return qobject_cast<T *>(find(name));
    }
    void click(const QString &name) const { click(find(name)); }
    static void type(QWidget *widget, const QString &text);
    static void press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// A shortcut of the window.
    void shortcut(int key, Qt::KeyboardModifiers modifiers) const;

    /// Drags a card to the middle of a column's top, or its part in a swimlane, in small steps. @p halfway runs before the
    /// release.
    void dragCard(BoardView *board, qint64 id, int column, const std::function<void()> &halfway = {}) const;

    /// Drags a card to the zone of the drop bar that has this name. @p halfway runs before the release.
    void dragCardToZone(BoardView *board, qint64 id, const QString &zone, const std::function<void()> &halfway = {}) const;

    /// Shows the final stages of a board, or folds them.
    static void clickFinal(BoardView *board);

    /// Waits until @p condition holds, handling events. @return false after @p timeoutMs.
    static bool waitUntil(const std::function<bool()> &condition, int timeoutMs = patienceMs);
    static void settle(int ms = 250);

    /// Runs @p answer as soon as a modal dialog or a menu is open; for what blocks until it is answered.
    static void whenAsked(const std::function<void(QWidget *)> &answer);
    /// The same, once what is open is a T: a dialog that follows another one.
    template<typename T>
    static void whenShown(const std::function<void(T *)> &answer)
    {
        whenOpen([](QWidget *asked) { return qobject_cast<T *>(asked) != nullptr; },
                 [answer](QWidget *asked) { answer(qobject_cast<T *>(asked)); });
    }
    /// The same, once what is open has this object name.
    static void whenNamed(const QString &name, const std::function<void(QWidget *)> &answer);
    /// The same, once what is open has a part of this object name: questions look alike but for their answers.
    static void whenOffered(const QString &part, const std::function<void(QWidget *)> &answer);
    /// Answers the next question for a file.
    static void chooseFile(const QString &path);

private:
    static void drag(BoardView *board, qint64 id, const std::function<QPoint()> &target,
                     const std::function<void()> &halfway);
    static void whenOpen(const std::function<bool(QWidget *)> &isWanted, const std::function<void(QWidget *)> &answer);

    MainWindow &m_window;
};

} // namespace Kartoteka
