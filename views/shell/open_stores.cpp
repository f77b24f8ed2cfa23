// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/open_stores.h"

#include "core/office.h"

#include <QFileInfo>

namespace Kartoteka {

Result<std::shared_ptr<Store>> OpenStores::open(const QString &path)
{
    const QString key = QFileInfo(path).canonicalFilePath();
    if (std::shared_ptr<Store> known = m_stores.value(key).lock())
        return known;
    auto opened = openOffice(path);
    if (!opened)
        return opened.error();
    std::shared_ptr<Store> store = std::move(*opened);
    m_stores.insert(key, store);
    return store;
}

} // namespace Kartoteka
