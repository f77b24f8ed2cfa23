// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/definition_page.h"

namespace Kartoteka {

DefinitionPage::DefinitionPage(Store &store, const QString &code, const QString &title, const QString &icon, QWidget *parent)
    : SettingsPage(code, title, icon, parent), m_store(store)
{
    holdFor(SettingRow::Scope::Everybody);
}

void DefinitionPage::commit(const Result<ChangeSet> &changes, const QString &what,
                            const std::function<void(const Receipt &)> &after)
{
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (changes->isEmpty())
        return;
    m_store.commit(*changes).then(this, [this, what, after](const Result<Receipt> &receipt) {
        if (!receipt) {
            emit failed(receipt.error());
            return;
        }
        emit done(what);
        if (after)
            after(*receipt);
    });
}

} // namespace Kartoteka
