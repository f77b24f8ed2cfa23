// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/own_company.h"
#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// The company that the office of an open file is; follows commits and settings.
class OwnCompanyWatch final : public QObject
{
    Q_OBJECT
public:
    /// That of an open file; it lives as long as the store.
    static OwnCompanyWatch &of(Store &store);

    /// None before the first look.
    const std::optional<OwnCompany> &company() const { return m_company; }
    /// What the office is called: the company's name, else that of the file.
    QString officeName() const;

signals:
    void changed();

private:
    explicit OwnCompanyWatch(Store &store);
    void refresh();

    Store &m_store;
    std::optional<OwnCompany> m_company;
    CancelToken m_load;
};

} // namespace Kartoteka
