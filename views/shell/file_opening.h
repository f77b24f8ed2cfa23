// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

class QWidget;

namespace Kartoteka {

class OpenStores;

/// Opens a file for a window: waits where a copy from another computer or a newer format takes long, shares the store of a
/// file that another window shows. @p parent: the window.
Result<std::shared_ptr<Store>> openForWindow(QWidget *parent, OpenStores &stores, const QString &path);

/// Where a new file is to be, and who works in it first.
struct NewFileWish
{
    QString path;
    QString person;
};
/// Nothing when the person thought better of it.
std::optional<NewFileWish> askForNewFile(QWidget *parent, bool demo);

/// Asks, of a file that was last written elsewhere, whether it is a copy; that may be left open. @p failed takes an error.
void askWhetherMoved(QWidget *parent, Store &store, const std::function<void(const Error &)> &failed);

/// Asks what is to become of long acts whose program was killed, and does it. @p failed takes an error.
void askAboutInterrupted(QWidget *parent, Store &store, const std::function<void(const Error &)> &failed);

} // namespace Kartoteka
