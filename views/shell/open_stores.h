// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QHash>

#include <functional>

namespace Kartoteka {

/// The files that this program has open. Windows of one file share its store, so that they are in step at once.
class OpenStores
{
public:
    /// The store of a file that is open; null when it is not.
    std::shared_ptr<Store> find(const QString &path) const;
    /// Opens a file. Shared: it closes with the last window that shows it.
    Result<std::shared_ptr<Store>> open(FileAccess access);
    /// Takes each file that is opened, before any window shows it.
    void setOpened(std::function<void(Store &)> opened) { m_opened = std::move(opened); }

private:
    std::function<void(Store &)> m_opened;
    QHash<QString, std::weak_ptr<Store>> m_stores;
};

} // namespace Kartoteka
