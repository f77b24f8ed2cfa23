// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reminders/reminder_window.h"

#include "core/base/durations.h"
#include "core/schedule/scheduler.h"
#include "models/base/moment_text.h"
#include "views/reminders/reminder_delegate.h"
#include "views/reminders/reminder_place.h"
#include "views/reminders/snooze_menu.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_heading.h"
#include "views/widgets/menu_text.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Kartoteka {

namespace {

constexpr int windowWidth = 360;
constexpr int mostOfWidth = 40; ///< per cent of a screen, where that is less
constexpr int mostRows = 5;     ///< that are seen at once
constexpr int settledMs = 300;  ///< all that moves has come to rest
constexpr int mostGiven = 64;   ///< by how much the desktop puts it elsewhere than it asked

} // namespace

ReminderWindow::ReminderWindow(Store &store, ReminderModel &model, QWidget *parent)
    : QWidget(parent, Qt::Tool | Qt::WindowStaysOnTopHint), m_store(store), m_model(model)
{
    setObjectName(u"reminderWindow"_s);
    setWindowTitle(tr("Reminders"));
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    setAttribute(Qt::WA_AlwaysShowToolTips);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, Space::s, 1, 1); // not every desktop puts a frame around it
    layout->setSpacing(Space::xs);
    layout->addWidget(makeHead());
    m_list = new QListView(this);
    m_list->setObjectName(u"reminderList"_s);
    m_list->setAccessibleName(tr("Reminders"));
    m_list->setModel(&model);
    m_list->setItemDelegate(new ReminderDelegate(store, model, m_list));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    layout->addWidget(m_list, 1);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"reminderProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(Space::m, 0, Space::m, 0);
    m_problem->hide();
    layout->addWidget(m_problem);
    m_putOff = makePutOff();
    auto *putOffLine = new QHBoxLayout; // begins where the other buttons do
    putOffLine->setContentsMargins(Space::m, Space::xs, Space::m, 0);
    putOffLine->addWidget(m_putOff);
    putOffLine->addStretch(1);
    layout->addLayout(putOffLine);
    m_foot = makeFoot();
    layout->addWidget(m_foot);
    connect(m_list, &QListView::doubleClicked, this, &ReminderWindow::open);
    connect(m_list, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { showMenu(m_list->viewport()->mapToGlobal(at)); });
    connect(&model, &ReminderModel::changed, this, &ReminderWindow::follow);
    connect(&model, &ReminderModel::failed, this, [this](const Error &error) {
        m_problem->setText(error.message);
        m_problem->show();
    });
    Scheduler::of(store).add(this,
                             {[this](qint64) { return m_minuteAt; },
                              [this](qint64 now, qint64) {
                                  m_minuteAt = now + minuteMs;
                                  m_list->viewport()->update();
                              }});
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (!now || now->window() == this)
            return;
        stand();
        m_settled.start(); // cards slide in, panels find their size
    });
    m_settled.setSingleShot(true);
    m_settled.setInterval(settledMs);
    connect(&m_settled, &QTimer::timeout, this, &ReminderWindow::stand);
    follow();
}

QWidget *ReminderWindow::makeHead()
{
    auto *head = new QWidget(this);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(Space::m, 0, Space::s, 0);
    m_title = new QLabel(head);
    m_title->setObjectName(u"reminderTitle"_s);
    m_title->setFont(Theme::strong(font()));
    m_dismissAll = new QPushButton(tr("Dismiss all"), head);
    m_dismissAll->setObjectName(u"reminderDismissAll"_s);
    m_dismissAll->setAutoDefault(false);
    m_dismissAll->setFocusPolicy(Qt::TabFocus);
    m_dismissAll->setToolTip(tr("Their later reminders will still come; the activities stay open"));
    connect(m_dismissAll, &QPushButton::clicked, &m_model, &ReminderModel::dismissAll);
    line->addWidget(m_title, 1);
    line->addWidget(m_dismissAll);
    return head;
}

QWidget *ReminderWindow::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *line = new QHBoxLayout(foot);
    line->setContentsMargins(Space::m, Space::xs, Space::m, Space::m);
    line->setSpacing(Space::s);
    const auto button = [&](const QString &name, const QString &text, const QString &tip) {
        auto *made = new QPushButton(text, foot);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setAutoDefault(false);
        made->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the list
        line->addWidget(made, 1);
        return made;
    };
    QPushButton *openIt = button(u"reminderOpen"_s, tr("Open"), tr("Open (Enter)"));
    connect(openIt, &QPushButton::clicked, this, &ReminderWindow::open);
    makePrimary(openIt);
    QPushButton *doneIt = button(u"reminderDone"_s, tr("Done"), tr("Done (Space)"));
    connect(doneIt, &QPushButton::clicked, this, &ReminderWindow::complete);
    m_snooze = button(u"reminderSnooze"_s, tr("Snooze"), tr("Snooze (1 to 4)"));
    m_snoozeMenu = new QMenu(this);
    m_snoozeMenu->setObjectName(u"reminderSnoozeMenu"_s);
    m_snooze->setIcon(Theme::of(palette()).icon(u"chevron-down"_s));
    m_snooze->setLayoutDirection(Qt::RightToLeft); // the arrow behind the word
    connect(m_snooze, &QPushButton::clicked, this, [this] {
        m_snoozeMenu->clear();
        fillSnoozeMenu(*m_snoozeMenu, m_store, this, [this](const QDateTime &until) { snooze(until); });
        m_snoozeMenu->popup(m_snooze->mapToGlobal(QPoint(0, m_snooze->height())));
    });
    return foot;
}

QPushButton *ReminderWindow::makePutOff()
{
    auto *button = new QPushButton(this);
    button->setObjectName(u"reminderPutOff"_s);
    button->setFlat(true);
    button->setAutoDefault(false);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(tr("What is snoozed, and until when"));
    button->hide();
    connect(button, &QPushButton::clicked, this, &ReminderWindow::showPutOff);
    return button;
}

/// One that is chosen is due again at once.
void ReminderWindow::showPutOff()
{
    QMenu menu(this);
    menu.setObjectName(u"reminderPutOffMenu"_s);
    addMenuHeading(menu, tr("Remind now"));
    for (const DueReminder &one : m_model.putOff()) {
        const QDateTime until = QDateTime::fromMSecsSinceEpoch(one.moment);
        const QString when = momentText(until, m_store.clock().localNow().date());
        menu.addAction(menuText(u"%1 · %2"_s.arg(when, one.activity.title)), this,
                       [this, id = one.activity.id] { m_model.remindNow(id); });
    }
    menu.exec(m_putOff->mapToGlobal(QPoint(0, m_putOff->height())));
}

bool ReminderWindow::showOnDemand()
{
    if (m_model.rows().isEmpty() && m_model.putOff().isEmpty())
        return false;
    m_isAskedFor = true;
    pop();
    follow();
    activateWindow();
    return true;
}

void ReminderWindow::pop()
{
    m_isWanted = true;
    if (!m_model.rows().isEmpty() && !isActiveWindow()) { // else somebody is about to act on a row
        m_list->setCurrentIndex(m_model.index(0));
        m_list->scrollToTop();
        m_list->setFocus(); // once somebody comes to the window
    }
    setWindowState(windowState() & ~Qt::WindowMinimized);
    comeUp();
}

void ReminderWindow::comeUp()
{
    stand();
    if (isVisible())
        raise();
}

void ReminderWindow::stand()
{
    const bool isEmpty = m_model.rows().isEmpty() && (!m_isAskedFor || m_model.putOff().isEmpty());
    if (isEmpty) {
        shut(); // what comes from elsewhere later disturbs nobody
        return;
    }
    if (!m_isWanted || isShutOut(*this) || !settle()) {
        hide();
        return;
    }
    if (!isVisible()) {
        show();
        raise();
    }
}

void ReminderWindow::shut()
{
    m_isWanted = false;
    m_isAskedFor = false;
    hide();
}

void ReminderWindow::follow()
{
    const int count = m_model.rowCount();
    const int putOff = int(m_model.putOff().size());
    if (count == 0 && (putOff == 0 || !m_isAskedFor)) {
        m_problem->hide();
        stand();
        return;
    }
    m_putOff->setVisible(putOff > 0);
    m_putOff->setText(tr("Snoozed: %1…", "number of reminders").arg(putOff));
    m_list->setVisible(count > 0);
    m_foot->setVisible(count > 0);
    m_title->setText(count == 0                      ? tr("Nothing is due now")
                         : m_model.missed() == count ? tr("While you were away: %1").arg(m_model.missed())
                         : m_model.missed() > 0      ? tr("While you were away: %1 of %2").arg(m_model.missed()).arg(count)
                                                     : tr("%n reminder(s)", nullptr, count));
    m_dismissAll->setVisible(count > 1);
    // When one has gone the next one takes the keys.
    if (QItemSelectionModel *chosen = m_list->selectionModel(); !chosen->hasSelection()) {
        const QModelIndex current = chosen->currentIndex();
        chosen->setCurrentIndex(current.isValid() ? current : m_model.index(0), QItemSelectionModel::ClearAndSelect);
    }
    stand();
}

bool ReminderWindow::settle()
{
    const QRect room = (screen() ? screen() : QGuiApplication::primaryScreen())->availableGeometry();
    const int row = qMax(1, m_list->sizeHintForRow(0));
    const int rows = std::min({mostRows, m_model.rowCount(), qMax(1, room.height() / 3 / row)});
    m_list->setFixedHeight(rows * row);
    layout()->activate();
    // It grows upwards from where it stands, which a person may have chosen; the frame is known once it was shown.
    const QSize frame = isVisible() ? frameGeometry().size() - geometry().size()
                                    : QSize(0, style()->pixelMetric(QStyle::PM_TitleBarHeight));
    if (isVisible() && (!m_isAside || (pos() - m_put).manhattanLength() > mostGiven))
        m_corner = frameGeometry().bottomRight();
    constexpr int pageFoot = 56; // of a card or a list, with what saves it: that stays free
    const QPoint margin(Space::l, Space::l + scaled(pageFoot, fontMetrics()));
    const int narrow = qMax(layout()->totalMinimumSize().width(), room.width() * mostOfWidth / 100);
    const QSize size(qMin(scaled(windowWidth, fontMetrics()), narrow), layout()->totalSizeHint().height());
    QRect home(QPoint(), size + frame);
    home.moveBottomRight(m_corner.value_or(room.bottomRight() - margin));
    QList<QRect> asking = whatAsks(!m_isAskedFor);
    for (const QPointer<QWidget> &question : std::as_const(m_questions)) {
        if (question && question->isVisible() && !m_isAskedFor)
            asking << QRect(question->mapToGlobal(QPoint(0, 0)), question->size());
    }
    const std::optional<QRect> place = freePlace(room, home, asking);
    if (!place)
        return false;
    setFixedSize(size);
    m_isAside = *place != home;
    m_put = place->topLeft();
    move(m_put);
    return true;
}

void ReminderWindow::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    shut();
}

void ReminderWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_minuteAt = m_store.clock().now() + minuteMs;
    Scheduler::of(m_store).wake();
}

void ReminderWindow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minuteAt.reset();
}

bool ReminderWindow::eventFilter(QObject *watched, QEvent *event)
{
    // A question begins and ends with that, told to each window: once all is said, it is looked where there is room.
    const bool isQuestion = event->type() == QEvent::WindowBlocked || event->type() == QEvent::WindowUnblocked;
    if (isQuestion && !std::exchange(m_looks, true)) {
        const auto look = [this] {
            m_looks = false;
            comeUp();
        };
        QMetaObject::invokeMethod(this, look, Qt::QueuedConnection);
    }
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        noteQuestion(watched);
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *pressed = static_cast<QKeyEvent *>(event);
        const bool isMove = pressed->key() == Qt::Key_Up || pressed->key() == Qt::Key_Down;
        if ((pressed->isAutoRepeat() && !isMove) || press(pressed->key()))
            return true; // a key that is held does one thing
    }
    return QWidget::eventFilter(watched, event);
}

/// Once it has found its place, there is looked for another one.
void ReminderWindow::noteQuestion(QObject *watched)
{
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || !widget->property("question").toBool())
        return;
    m_questions.removeIf([widget](const QPointer<QWidget> &one) { return !one || one == widget; });
    if (widget->isVisible())
        m_questions << widget;
    m_settled.start();
}

bool ReminderWindow::press(int key)
{
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        open();
    } else if (key == Qt::Key_Space) {
        complete();
    } else if (key == Qt::Key_Delete) {
        dismiss();
    } else if (key == Qt::Key_Escape) {
        shut();
    } else {
        const QList<SnoozeStep> steps = snoozeSteps(m_store);
        const auto step = std::ranges::find(steps, key, &SnoozeStep::key);
        if (step == steps.cend() || step->key == 0)
            return false;
        snooze(step->until);
    }
    return true;
}

QList<qint64> ReminderWindow::chosen() const
{
    QList<qint64> ids;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        ids << index.data(ReminderModel::ActivityRole).toLongLong();
    return ids;
}

void ReminderWindow::open()
{
    if (const QModelIndex current = m_list->currentIndex(); current.isValid())
        emit openWanted(current.data(ReminderModel::ActivityRole).toLongLong());
}

void ReminderWindow::complete()
{
    for (const qint64 id : chosen())
        m_model.complete(id);
}

void ReminderWindow::snooze(const QDateTime &until)
{
    if (const QList<qint64> ids = chosen(); !ids.isEmpty())
        m_model.snooze(ids, until);
}

void ReminderWindow::dismiss()
{
    if (const QList<qint64> ids = chosen(); !ids.isEmpty())
        m_model.dismiss(ids);
}

void ReminderWindow::showMenu(const QPoint &global)
{
    if (chosen().isEmpty())
        return;
    QMenu menu(this);
    menu.setObjectName(u"reminderMenu"_s);
    menu.addAction(tr("Open"), this, &ReminderWindow::open)->setShortcut(QKeySequence(Qt::Key_Return));
    menu.addAction(tr("Done"), this, &ReminderWindow::complete)->setShortcut(QKeySequence(Qt::Key_Space));
    fillSnoozeMenu(*menu.addMenu(tr("Snooze")), m_store, this, [this](const QDateTime &until) { snooze(until); });
    menu.addAction(tr("Dismiss"), this, &ReminderWindow::dismiss)->setShortcut(QKeySequence(Qt::Key_Delete));
    menu.exec(global);
}

} // namespace Kartoteka
