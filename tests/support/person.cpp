// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/person.h"

#include "views/board/board_view.h"
#include "views/shell/main_window.h"
#include "views/widgets/file_chooser.h"

#include <QApplication>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

namespace Kartoteka {

namespace {
constexpr int askedIntervalMs = 60;
constexpr int dragSteps = 12;
} // namespace

void Person::click(QWidget *widget)
{
    click(widget, widget->rect().center());
}

void Person::click(QWidget *widget, const QPoint &at)
{
    // What lies on top there gets it, as it would from a hand: also what was made anew while the hand came there.
    const QPointer<QWidget> aimed(widget);
    QWidget *window = widget->window();
    const QPoint place = widget->mapTo(window, at);
    QTest::mouseMove(widget, at);
    const bool isThere = aimed && aimed->isVisible();
    QWidget *around = isThere ? widget : window;
    const QPoint aim = isThere ? at : place;
    QWidget *hit = around->childAt(aim);
    QWidget *under = hit ? hit : around;
    QTest::mouseClick(under, Qt::LeftButton, Qt::NoModifier, under->mapFrom(around, aim));
}

QWidget *Person::find(const QString &name) const
{
    // Several sections have a widget of the same name: the one that is seen is meant.
    const QList<QWidget *> all = m_window.findChildren<QWidget *>(name);
    for (QWidget *widget : all) {
        if (widget->isVisible())
            return widget;
    }
    qFatal("There is no visible widget called %s", qUtf8Printable(name));
}

void Person::type(QWidget *widget, const QString &text)
{
    // QTest::keyClicks knows Latin letters only: others arrive as an input method would send them.
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(widget, &press);
        QKeyEvent release(QEvent::KeyRelease, 0, Qt::NoModifier, QString(c));
        QApplication::sendEvent(widget, &release);
    }
}

void Person::press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers)
{
    // Shortcuts are those of the window in front, and without a window manager nobody gives it back after another one.
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier) && !QApplication::activePopupWidget())
        QApplication::setActiveWindow(widget->window());
    QTest::keyClick(widget, Qt::Key(key), modifiers);
}

void Person::shortcut(int key, Qt::KeyboardModifiers modifiers) const
{
    QApplication::setActiveWindow(&m_window);
    QTest::keyClick(&m_window, Qt::Key(key), modifiers);
}

void Person::dragCard(BoardView *board, qint64 id, int column, const std::function<void()> &halfway) const
{
    const BoardPlaces &places = board->places();
    const QRect whole = places.columnRect(column);
    QPoint target(whole.center().x(), whole.top() + 110);
    if (const QRect cards = places.bodyRect(column); places.isLaned())
        target.setY(cards.isEmpty() ? places.laneHeadRect(places.laneOf(column)).center().y() : cards.top() + 40);
    drag(
        board, id, [target] { return target; }, halfway);
}

void Person::dragCardToZone(BoardView *board, qint64 id, const QString &zone, const std::function<void()> &halfway) const
{
    const auto target = [board, zone] {
        const QList<DropBar::Zone> &zones = board->dropBar().zones();
        for (int i = 0; i < zones.size(); ++i) {
            if (zones[i].name == zone)
                return board->dropBar().zoneRect(i).center();
        }
        qFatal("There is no zone called %s", qUtf8Printable(zone));
    };
    drag(board, id, target, halfway);
}

void Person::drag(BoardView *board, qint64 id, const std::function<QPoint()> &target, const std::function<void()> &halfway)
{
    QWidget *viewport = board->viewport();
    const QPoint from = board->places().cardRect(id).center();
    QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, from);
    const auto moveTo = [viewport](const QPoint &at) {
        QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &move);
        QTest::qWait(10);
    };
    moveTo(from + QPoint(20, 20)); // what rises at the bottom has no place before
    settle();
    const QPoint to = target();
    for (int step = 1; step <= dragSteps; ++step)
        moveTo(from + (to - from) * step / dragSteps);
    if (halfway)
        halfway();
    QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, to);
}

void Person::clickFinal(BoardView *board)
{
    waitUntil([board] { return !board->model().isLoading(); });
    board->horizontalScrollBar()->setValue(board->horizontalScrollBar()->maximum());
    click(board->viewport(), board->places().finalRect().center());
}

bool Person::waitUntil(const std::function<bool()> &condition, int timeoutMs)
{
    return QTest::qWaitFor(condition, timeoutMs);
}

void Person::settle(int ms)
{
    QTest::qWait(ms);
}

void Person::whenAsked(const std::function<void(QWidget *)> &answer)
{
    whenOpen([](QWidget *) { return true; }, answer);
}

void Person::whenNamed(const QString &name, const std::function<void(QWidget *)> &answer)
{
    whenOpen([name](QWidget *asked) { return asked->objectName() == name; }, answer);
}

void Person::whenOffered(const QString &part, const std::function<void(QWidget *)> &answer)
{
    whenOpen([part](QWidget *asked) { return asked->findChild<QWidget *>(part) != nullptr; }, answer);
}

void Person::whenOpen(const std::function<bool(QWidget *)> &isWanted, const std::function<void(QWidget *)> &answer)
{
    auto *timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, isWanted, answer] {
        QWidget *asked = QApplication::activePopupWidget() ? QApplication::activePopupWidget()
                                                           : QApplication::activeModalWidget();
        if (!asked || !asked->isVisible() || !isWanted(asked))
            return;
        timer->stop();
        timer->deleteLater();
        answer(asked);
    });
    timer->start(askedIntervalMs);
}

void Person::chooseFile(const QString &path)
{
    // The real dialog has a test of its own (tst_file_chooser): here a person knows what to choose.
    static QStringList choices;
    choices << path;
    setFileAnswerer([](const FileQuestion &) -> std::optional<QStringList> {
        return choices.isEmpty() ? std::nullopt : std::optional(QStringList{choices.takeFirst()});
    });
}

} // namespace Kartoteka
