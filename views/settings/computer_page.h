// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/settings_page.h"

namespace Kartoteka {

/// What holds on this computer alone: the look of the window.
class ComputerPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit ComputerPage(QWidget *parent);

    bool takeBack() override;

signals:
    /// The windows are to be dressed anew.
    void lookChosen();
};

} // namespace Kartoteka
