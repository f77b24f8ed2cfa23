// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_look.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

#include <utility>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

const QString service = u"org.freedesktop.portal.Desktop"_s;
const QString path = u"/org/freedesktop/portal/desktop"_s;
const QString settings = u"org.freedesktop.portal.Settings"_s;
const QString appearance = u"org.freedesktop.appearance"_s;
const QString gnome = u"org.gnome.desktop.interface"_s;
const QString kde = u"org.kde.kdeglobals.KDE"_s;

using Groups = QMap<QString, QVariantMap>;

} // namespace

DesktopLook::DesktopLook(const QDBusConnection &bus) : m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service, path, settings, u"SettingChanged"_s, this, SLOT(note(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, settings, u"ReadAll"_s);
    call.setArguments({QStringList{appearance, gnome, kde}});
    const auto *asked = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(asked, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *answered) {
        answered->deleteLater();
        take(answered->reply());
        emit this->answered();
    });
}

void DesktopLook::take(const QDBusMessage &answer)
{
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return; // no portal: its changes are heard when one comes
    const auto given = answer.arguments().constFirst().value<QDBusArgument>();
    if (given.currentType() != QDBusArgument::MapType)
        return;
    Groups groups;
    given >> groups;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
        for (auto value = group->cbegin(); value != group->cend(); ++value)
            note(group.key(), value.key(), QDBusVariant(value.value()));
    }
}

void DesktopLook::note(const QString &group, const QString &key, const QDBusVariant &value)
{
    SystemLook look = m_look;
    const QVariant said = value.variant();
    if (group == appearance && key == u"color-scheme") {
        const uint scheme = said.toUInt(); // 1 dark, 2 light, else as the program likes it
        look.isDark = scheme == 1 || scheme == 2 ? std::optional(scheme == 1) : std::nullopt;
    } else if (group == appearance && key == u"contrast") {
        look.isStark = said.toUInt() == 1 ? std::optional(true) : std::nullopt;
    } else if (group == gnome && key == u"enable-animations") {
        look.isStill = !said.toBool();
    } else if (group == kde && key == u"AnimationDurationFactor") {
        bool isNumber = false;
        const double factor = said.toDouble(&isNumber);
        look.isStill = isNumber && factor == 0;
    }
    if (std::exchange(m_look, look) != look)
        emit changed();
}

} // namespace Kartoteka
