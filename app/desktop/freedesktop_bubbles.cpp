// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/freedesktop_bubbles.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

QDBusMessage callOf(const QString &method, const QVariantList &arguments = {})
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, method);
    call.setArguments(arguments);
    return call;
}

} // namespace

FreedesktopBubbles::FreedesktopBubbles(const QDBusConnection &bus) : m_bus(bus)
{
    m_bus.connect(service, path, service, u"ActionInvoked"_s, this, SLOT(actInvoked(uint, QString)));
    m_bus.connect(service, path, service, u"NotificationClosed"_s, this, SLOT(closed(uint, uint)));
    auto *watcher = new QDBusServiceWatcher(service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &now) {
                m_shown.clear(); // another server knows nothing of them
                if (!now.isEmpty())
                    askWhatItCan();
                else if (std::exchange(m_isThere, false))
                    emit availabilityChanged();
            });
    askWhatItCan();
}

void FreedesktopBubbles::askWhatItCan()
{
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(callOf(u"GetCapabilities"_s)), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<QStringList> reply = *answer;
        m_isThere = !reply.isError();
        m_hasActs = m_isThere && reply.value().contains(u"actions"_s);
        m_hasMarkup = m_isThere && reply.value().contains(u"body-markup"_s);
        emit availabilityChanged();
    });
}

void FreedesktopBubbles::show(qint64 tag, const Bubble &bubble)
{
    QStringList acts;
    if (m_hasActs) {
        acts << u"default"_s << tr("Open");
        if (bubble.hasActs)
            acts << u"open"_s << tr("Open") << u"done"_s << tr("Done") << u"snooze"_s << tr("In 15 minutes");
    }
    Shown &shown = m_shown[tag];
    shown.isWithdrawn = false;
    const int asked = ++shown.asked;
    const QVariantMap hints{{u"desktop-entry"_s, u"kartoteka"_s}, {u"category"_s, u"presence"_s}};
    const QVariantList arguments{QCoreApplication::applicationName(),
                                 shown.number,
                                 u"kartoteka"_s,
                                 bubble.title,
                                 m_hasMarkup ? bubble.text.toHtmlEscaped() : bubble.text,
                                 acts,
                                 hints,
                                 -1};
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(callOf(u"Notify"_s, arguments)), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, tag, asked] {
        answer->deleteLater();
        const QDBusPendingReply<uint> reply = *answer;
        this->shown(tag, asked, reply.isError() ? 0 : reply.value());
    });
}

void FreedesktopBubbles::shown(qint64 tag, int asked, uint number)
{
    const auto it = m_shown.find(tag);
    if (it == m_shown.end() || it->asked != asked) {
        if (it == m_shown.end() || it->number != number)
            close(number); // another one has taken its place
        return;
    }
    it->number = number;
    if (it->isWithdrawn || number == 0) {
        m_shown.erase(it);
        close(number);
    }
}

void FreedesktopBubbles::withdraw(qint64 tag)
{
    const auto it = m_shown.find(tag);
    if (it == m_shown.end())
        return;
    if (it->number == 0) {
        it->isWithdrawn = true;
        return;
    }
    const uint number = it->number;
    m_shown.erase(it);
    close(number);
}

void FreedesktopBubbles::close(uint number)
{
    if (number != 0)
        m_bus.asyncCall(callOf(u"CloseNotification"_s, {number}));
}

void FreedesktopBubbles::actInvoked(uint number, const QString &act)
{
    for (auto it = m_shown.cbegin(); it != m_shown.cend(); ++it) {
        if (it->number == number) {
            emit acted(it.key(), act == u"default" ? u"open"_s : act);
            return;
        }
    }
}

void FreedesktopBubbles::closed(uint number, uint)
{
    m_shown.removeIf([number](auto it) { return it->number == number; });
}

} // namespace Kartoteka
