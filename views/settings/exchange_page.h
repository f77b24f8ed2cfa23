// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "views/settings/settings_page.h"

class QLabel;

namespace Kartoteka {

/// Where the office's copies are: backups and how many are kept, seats and the exchange folder.
class ExchangePage final : public SettingsPage
{
    Q_OBJECT
public:
    ExchangePage(Store &store, QWidget *parent);

signals:
    /// An act of the menus, by its name.
    void actWanted(const QString &action);

protected:
    bool event(QEvent *event) override;

private:
    QWidget *actButton(const QString &text, const QString &action);
    void addPlan();
    void showLast();

    Store &m_store;
    QLabel *m_last;
};

} // namespace Kartoteka
