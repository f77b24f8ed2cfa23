// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/open_stores.h"

#include "core/office.h"

#include <QFileInfo>

namespace Kartoteka {

std::shared_ptr<Store> OpenStores::find(const QString &path) const
{
    return m_stores.value(QFileInfo(path).canonicalFilePath()).lock();
}

Result<std::shared_ptr<Store>> OpenStores::open(FileAccess access)
{
    const QString key = access.path;
    auto opened = openOffice(std::move(access));
    if (!opened)
        return opened.error();
    std::shared_ptr<Store> store = std::move(*opened);
    m_stores.insert(key, store);
    if (m_opened)
        m_opened(*store);
    return store;
}

} // namespace Kartoteka
