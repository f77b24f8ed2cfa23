// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shell/own_company_watch.h"

#include "core/schema/roles.h"

#include <QFileInfo>

namespace Kartoteka {

OwnCompanyWatch &OwnCompanyWatch::of(Store &store)
{
    if (auto *known = store.findChild<OwnCompanyWatch *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new OwnCompanyWatch(store);
}

OwnCompanyWatch::OwnCompanyWatch(Store &store) : QObject(&store), m_store(store)
{
    connect(&store, &Store::schemaChanged, this, &OwnCompanyWatch::refresh);
    connect(&store, &Store::committed, this, [this](const CommitNotice &notice) {
        const EntityType *type = m_store.schema()->type(typeOf(*m_store.schema(), TypeRole::Organisation));
        if (type && notice.concerns(type->id))
            refresh();
    });
    refresh();
}

QString OwnCompanyWatch::officeName() const
{
    return m_company ? m_company->name : QFileInfo(m_store.path()).completeBaseName();
}

void OwnCompanyWatch::refresh()
{
    m_load.cancel();
    m_load = CancelToken();
    using Found = std::optional<OwnCompany>;
    m_store.read<Found>(m_load, [](ReadContext &context) { return readOwnCompany(context); })
        .then(this, [this, token = m_load](const Result<Found> &company) {
            if (token.isCancelled() || !company || *company == m_company)
                return;
            m_company = *company;
            emit changed();
        });
}

} // namespace Kartoteka
