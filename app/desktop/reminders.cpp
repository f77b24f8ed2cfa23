// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/reminders.h"

#include "app/desktop/either_bubbles.h"
#include "app/desktop/tray_bubbles.h"
#include "core/exchange/seat_queries.h"
#include "core/office.h"
#include "views/reminders/reminder_choices.h"
#include "views/reminders/reminder_desk.h"
#include "views/reminders/reminder_window.h"

#ifdef KARTOTEKA_DBUS
#include "app/desktop/freedesktop_bubbles.h"
#include "app/desktop/taskbar_badge.h"
#endif

#include <QFileInfo>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// Whether a window that writes reminds this person already: both begin as whoever works at the computer.
bool isRemindedElsewhere(const FileAccess &access)
{
    if (access.kind != FileAccess::Kind::Read)
        return false;
    const auto writing = access.holder ? access.holder->other() : std::nullopt;
    return writing && writing->person == systemUserName();
}

QString problemOf(const QString &file)
{
    return Reminders::tr("No reminders of “%1”").arg(QFileInfo(file).completeBaseName());
}

} // namespace

Reminders::Reminders(QObject *parent) : QObject(parent)
{
    if (QSystemTrayIcon::isSystemTrayAvailable())
        makeTray();
    m_bubbles = makeBubbles();
    if (m_bubbles)
        connect(m_bubbles.get(), &Bubbles::acted, this, &Reminders::open);
#ifdef KARTOTEKA_DBUS
    m_badge = std::make_unique<TaskbarBadge>(QDBusConnection::sessionBus());
#endif
    noteOffers();
}

Reminders::~Reminders()
{
    m_desks.clear(); // their bubbles may be those of the tray
    m_bubbles.reset();
}

void Reminders::makeTray()
{
    m_tray = std::make_unique<ReminderTray>();
    connect(m_tray.get(), &ReminderTray::openWanted, this, &Reminders::open);
    connect(m_tray.get(), &ReminderTray::quitWanted, this, &Reminders::quitWanted);
    connect(m_tray.get(), &ReminderTray::chosen, this, [this](const ReminderTray::Coming &coming) {
        emit openWanted(coming.file, {coming.type, coming.item, {}});
    });
    m_tray->icon().show();
}

std::unique_ptr<Bubbles> Reminders::makeBubbles()
{
    std::unique_ptr<Bubbles> ofTray;
    if (m_tray)
        ofTray = std::make_unique<TrayBubbles>(m_tray->icon());
#ifdef KARTOTEKA_DBUS
    if (const QDBusConnection bus = QDBusConnection::sessionBus(); bus.isConnected()) {
        auto ofDesktop = std::make_unique<FreedesktopBubbles>(bus);
        if (!ofTray)
            return ofDesktop;
        return std::make_unique<EitherBubbles>(std::move(ofDesktop), std::move(ofTray));
    }
#endif
    return ofTray;
}

void Reminders::watch(Store &store)
{
    if (!isRemindedElsewhere(store.access())) {
        begin(store);
        return;
    }
    auto *waits = new QObject(&store);
    const auto beginOnce = [this, &store, waits] {
        store.disconnect(waits);
        waits->deleteLater();
        begin(store);
    };
    connect(&store, &Store::becameFree, waits, beginOnce);
    connect(&store, &Store::userChanged, waits, [&store, beginOnce, here = store.user()] {
        if (store.user() != here)
            beginOnce();
    });
}

void Reminders::begin(Store &store)
{
    auto desk = std::make_unique<ReminderDesk>(store, makeBubbles());
    ReminderDesk *made = desk.get();
    m_desks.push_back(std::move(desk));
    connect(made, &ReminderDesk::openWanted, this,
            [this, file = made->path()](const ItemRef &item) { emit openWanted(file, item); });
    connect(made, &ReminderDesk::outlookChanged, this, &Reminders::showOutlook);
    connect(made, &ReminderDesk::availabilityChanged, this, &Reminders::noteOffers);
    const auto uid = ownUid(store.reader().connection);
    const Stopped one{made->path(), uid ? *uid : QUuid(), false};
    takeBackStopped(one);
    connect(made, &ReminderDesk::stopped, this, [this, one](const Error &why, bool forGood) {
        tellStopped({one.file, one.replica, forGood}, why);
        if (forGood)
            emit stopped(one.file);
    });
    connect(made, &ReminderDesk::wentOn, this, [this, one] { takeBackStopped(one); });
    connect(&store, &QObject::destroyed, this, [this, made] {
        std::erase_if(m_desks, [made](const std::unique_ptr<ReminderDesk> &held) { return held.get() == made; });
        showOutlook();
    });
    noteOffers();
}

bool Reminders::hasAny() const
{
    return std::ranges::any_of(m_desks, [](const auto &desk) { return desk->model().hasAny(); });
}

ReminderDesk *Reminders::desk(const QString &path) const
{
    const auto it = std::ranges::find_if(m_desks, [&path](const auto &desk) { return desk->path() == path; });
    return it == m_desks.cend() ? nullptr : it->get();
}

void Reminders::showOutlook()
{
    constexpr qsizetype shown = 5;
    Lights lights;
    QList<std::pair<qint64, ReminderTray::Coming>> coming;
    const QLocale locale;
    for (const auto &desk : m_desks) {
        lights.red += desk->outlook().lights.red;
        lights.green += desk->outlook().lights.green;
        for (const DueReminder &one : desk->outlook().coming) {
            const QDateTime at = QDateTime::fromMSecsSinceEpoch(one.activity.deadline.toLongLong());
            coming.append({one.moment,
                           {u"%1 · %2"_s.arg(locale.toString(at, QLocale::ShortFormat), one.activity.title), desk->path(),
                            one.item.type, one.item.id}});
        }
    }
    std::ranges::stable_sort(coming, {}, [](const auto &one) { return one.first; });
#ifdef KARTOTEKA_DBUS
    m_badge->show(lights.red + lights.green);
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    qGuiApp->setBadgeNumber(lights.red + lights.green); // Windows and macOS
#endif
    if (!m_tray)
        return;
    QList<ReminderTray::Coming> lines;
    for (const auto &one : coming.first(qMin(shown, coming.size())))
        lines << one.second;
    m_tray->setNumbers(lights.red, lights.green);
    m_tray->setComing(lines);
}

void Reminders::tellStopped(const Stopped &one, const Error &why)
{
    if (std::ranges::find(m_stopped, one.file, &Stopped::file) != m_stopped.cend())
        return;
    m_stopped << one;
    if (m_bubbles)
        m_bubbles->show(qint64(m_stopped.size()), {problemOf(one.file), why.message, false});
    showStopped();
}

void Reminders::showStopped()
{
    if (m_tray)
        m_tray->setProblem(m_stopped.isEmpty() ? QString() : problemOf(m_stopped.constLast().file));
}

/// What cannot be read says why in its window, and whoever has seen that there knows it.
void Reminders::open()
{
    if (m_stopped.isEmpty()) {
        emit windowWanted();
        return;
    }
    const Stopped last = m_stopped.constLast();
    emit openWanted(last.file, {});
    if (last.forGood)
        takeBackStopped(last);
}

/// A file is known again where it was moved to.
void Reminders::takeBackStopped(const Stopped &one)
{
    m_stopped.removeIf([&one](const Stopped &other) {
        return other.file == one.file || (!one.replica.isNull() && other.replica == one.replica);
    });
    showStopped();
}

void Reminders::noteOffers()
{
    DesktopOffers offers;
    offers.tray = m_tray != nullptr;
    for (const auto &desk : m_desks) {
        offers.bubbles = offers.bubbles || (desk->bubbles() && desk->bubbles()->isAvailable());
        offers.acts = offers.acts || (desk->bubbles() && desk->bubbles()->offersActs());
    }
    setDesktopOffers(offers);
}

} // namespace Kartoteka
