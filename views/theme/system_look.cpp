// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/system_look.h"

#include <QGuiApplication>
#include <QLibrary>

#include <cstdlib>
#include <memory>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

#if QT_CONFIG(xcb)
/// Asks the X server who composes its first screen. The library is the one that the toolkit's plugin has in use.
bool x11Composes()
{
    struct Cookie
    {
        unsigned sequence;
    };
    struct Reply // of both questions
    {
        quint8 type;
        quint8 unused;
        quint16 sequence;
        quint32 length;
        quint32 value;
    };
    using Answer = Reply *(*)(xcb_connection_t *, Cookie, void *);
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    QLibrary xcb(u"xcb"_s, 1);
    const auto atom = reinterpret_cast<Cookie (*)(xcb_connection_t *, quint8, quint16, const char *)>(
        xcb.resolve("xcb_intern_atom"));
    const auto owner = reinterpret_cast<Cookie (*)(xcb_connection_t *, quint32)>(xcb.resolve("xcb_get_selection_owner"));
    const auto atomReply = reinterpret_cast<Answer>(xcb.resolve("xcb_intern_atom_reply"));
    const auto ownerReply = reinterpret_cast<Answer>(xcb.resolve("xcb_get_selection_owner_reply"));
    if (!x11 || !atom || !owner || !atomReply || !ownerReply)
        return false;
    const auto value = [](Reply *reply) {
        const std::unique_ptr<Reply, decltype(&std::free)> kept(reply, &std::free);
        return kept ? kept->value : 0;
    };
    const QByteArray name = "_NET_WM_CM_S0"_ba;
    const quint32 manager = value(
        atomReply(x11->connection(), atom(x11->connection(), 0, quint16(name.size()), name.constData()), nullptr));
    return manager != 0 && value(ownerReply(x11->connection(), owner(x11->connection(), manager), nullptr)) != 0;
}
#endif

} // namespace

bool screenComposes()
{
    const QString platform = QGuiApplication::platformName();
#if QT_CONFIG(xcb)
    if (platform == u"xcb")
        return x11Composes();
#endif
    return platform.startsWith(u"wayland") || platform == u"windows" || platform == u"cocoa";
}

SystemLook &systemLook()
{
    static SystemLook look; // of the process, as the desktop is
    return look;
}

} // namespace Kartoteka
