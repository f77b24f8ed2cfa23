// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/section/open_acts.h"

#include "core/activities/activity_queries.h"
#include "models/base/moment_text.h"
#include "models/base/next_act.h"
#include "views/acts/plan_desk.h"
#include "views/theme/theme.h"
#include "views/widgets/activity_icon.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/menu_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int popupWidth = 360;
constexpr int mostRows = 8; ///< the card has the others

/// The time of one activity, as the card says that of the next one; here is room for the hour of tomorrow.
NextAct timeOf(const Schema &schema, const Activity &activity, const QDateTime &now)
{
    Card card;
    card.nextDeadline = activity.deadline;
    const Light light = lightOf(schema, activity, now.toMSecsSinceEpoch());
    card.lights = {light == Light::Red ? 1 : 0, light == Light::Green ? 1 : 0, 1};
    NextAct act = nextActOf(card, false, now);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(activity.deadline.toLongLong()).toTimeZone(now.timeZone());
    const bool isWholeDay = at.time() == QTime(0, 0) || (at.time().hour() == 23 && at.time().minute() == 59);
    if (activity.deadline.isValid() && now.date().daysTo(at.date()) == 1 && !isWholeDay)
        act.text = momentText(at, now.date());
    return act;
}

} // namespace

OpenActs::OpenActs(Store &store, PlanDesk &acts, const ItemRef &item, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_store(store), m_acts(acts), m_item(item), m_list(new QWidget(this))
{
    setObjectName(u"openActs"_s);
    setAccessibleName(tr("Open activities"));
    setAttribute(Qt::WA_StyledBackground);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::s, Space::s, Space::s, Space::s);
    layout->setSpacing(Space::xs);
    m_lines = new QVBoxLayout(m_list);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(Space::xs);
    layout->addWidget(m_list);
    const auto open = plannedActivities(store.reader(), item, mostRows);
    for (const Activity &activity : open ? *open : QList<Activity>())
        addRow(activity);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Space::s);
    const auto all = countPlanned(store.reader(), item);
    const auto addButton = [this, foot](const QString &name, const QString &text, void (OpenActs::*wanted)()) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setAutoDefault(false);
        foot->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, wanted] {
            close();
            emit(this->*wanted)();
        });
    };
    if (const qint64 more = all ? *all - m_rows.size() : 0; more > 0)
        addButton(u"openActsAll"_s, tr("%Ln more…", "open activities", int(more)), &OpenActs::openWanted);
    foot->addStretch(1);
    addButton(u"openActsPlan"_s, tr("Plan…"), &OpenActs::planWanted);
    layout->addLayout(foot);
    connect(&store, &Store::committed, this, &OpenActs::look);
}

void OpenActs::addRow(const Activity &activity)
{
    const SchemaPtr schema = m_store.schema();
    const qint64 id = activity.id;
    auto *row = new QWidget(m_list);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::s);
    auto *done = new QCheckBox(row);
    done->setObjectName(u"openActDone"_s);
    done->setToolTip(tr("Done (Space)"));
    done->setAccessibleName(tr("Done: %1").arg(activity.title));
    connect(done, &QCheckBox::clicked, this, [this, done, id] {
        done->setEnabled(false); // until it is written
        m_acts.complete(id);
    });
    line->addWidget(done);
    auto *icon = new QLabel(row);
    const int side = scaled(16, fontMetrics());
    icon->setPixmap(Theme::of(palette()).icon(activityIcon(*schema, activity.kind)).pixmap(side, side));
    line->addWidget(icon);
    auto *title = new ElidedLabel(activity.title, row);
    title->setTextFormat(Qt::PlainText);
    line->addWidget(title, 1);
    const NextAct time = timeOf(*schema, activity, m_store.clock().localNow());
    auto *when = new QToolButton(row);
    when->setObjectName(u"openActTime"_s);
    when->setProperty("pill", true);
    when->setProperty("late", time.kind == NextAct::Kind::Late);
    when->setText(menuText(time.text));
    when->setToolTip(tr("Put off, change, hand over"));
    when->setAccessibleName(u"%1: %2"_s.arg(activity.title, time.text));
    connect(when, &QToolButton::clicked, this, [this, when, id] {
        const QPoint at = when->mapToGlobal(QPoint(0, when->height()));
        close(); // what it asks has no room beside a popup
        m_acts.showMenu(id, at);
    });
    line->addWidget(when);
    m_lines->addWidget(row);
    m_rows << Row{id, row};
}

void OpenActs::showBeside(const QRect &global)
{
    if (m_rows.isEmpty()) {
        close();
        return;
    }
    setFixedWidth(scaled(popupWidth, fontMetrics()));
    adjustSize();
    const QRect room = parentWidget()->screen()->availableGeometry();
    QPoint at(qBound(room.left(), global.left(), room.right() - width()), global.bottom() + Space::xs);
    if (at.y() + height() > room.bottom())
        at.setY(qMax(room.top(), global.top() - Space::xs - height()));
    move(at);
    show();
    m_rows.constFirst().widget->findChild<QCheckBox *>()->setFocus(Qt::PopupFocusReason);
}

/// Enter does what Space does: only buttons stand here.
void OpenActs::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QAbstractButton *>(focusWidget());
    if (button && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click();
    else
        QFrame::keyPressEvent(event);
}

void OpenActs::look()
{
    QList<qint64> ids;
    for (const Row &row : std::as_const(m_rows))
        ids << row.activity;
    const auto known = readActivities(m_store.reader(), ids);
    if (!known)
        return;
    m_rows.removeIf([&known](const Row &row) {
        const auto still = std::ranges::find(*known, row.activity, &Activity::id);
        const bool isOpen = still != known->end() && !still->done;
        if (!isOpen)
            row.widget->deleteLater();
        row.widget->setVisible(isOpen);
        return !isOpen;
    });
    if (m_rows.isEmpty()) {
        close();
        return;
    }
    m_lines->activate(); // or the size of what is gone still counts
    layout()->activate();
    resize(width(), sizeHint().height());
}

} // namespace Kartoteka
