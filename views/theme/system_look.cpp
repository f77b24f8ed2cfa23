// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/system_look.h"

#include <QGuiApplication>

#ifdef KARTOTEKA_XCB
#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>
#include <string_view>
#endif

namespace Kartoteka {

#ifdef KARTOTEKA_XCB
namespace {

template<typename Reply>
using Kept = std::unique_ptr<Reply, decltype(&std::free)>;

/// Whoever composes a screen owns its selection _NET_WM_CM_Sn (Extended Window Manager Hints, 7); asked of the first one.
bool x11Composes()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    if (!x11)
        return false;
    xcb_connection_t *server = x11->connection();
    constexpr std::string_view name = "_NET_WM_CM_S0";
    const Kept<xcb_intern_atom_reply_t> selection(
        xcb_intern_atom_reply(server, xcb_intern_atom(server, false, name.size(), name.data()), nullptr), &std::free);
    if (!selection)
        return false;
    const Kept<xcb_get_selection_owner_reply_t> owner(
        xcb_get_selection_owner_reply(server, xcb_get_selection_owner(server, selection->atom), nullptr), &std::free);
    return owner && owner->owner != XCB_WINDOW_NONE;
}

} // namespace
#endif

bool screenComposes()
{
    const QString platform = QGuiApplication::platformName();
#ifdef KARTOTEKA_XCB
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
