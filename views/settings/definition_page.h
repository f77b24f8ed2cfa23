// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/settings/settings_page.h"

#include <functional>

namespace Kartoteka {

/// A page on which the office defines something. Whatever is changed on it is an act of its own.
class DefinitionPage : public SettingsPage
{
    Q_OBJECT
public:
    DefinitionPage(Store &store, const QString &code, const QString &title, const QString &icon, QWidget *parent);

protected:
    Store &store() const { return m_store; }
    /// Says what was done once it is. @p after is told what was made.
    void commit(const Result<ChangeSet> &changes, const QString &what,
                const std::function<void(const Receipt &)> &after = {});

private:
    Store &m_store;
};

} // namespace Kartoteka
