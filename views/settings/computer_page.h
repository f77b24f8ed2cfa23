// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/settings/settings_page.h"

namespace Kartoteka {

class ChoiceButton;
struct LookChoice;

/// What holds on this computer alone: the look of the window, and how a person is reminded.
class ComputerPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit ComputerPage(QWidget *parent);

    bool takeBack() override;

signals:
    /// The windows are to be dressed anew.
    void lookChosen();

private:
    /// A row for one of them; @p help says what it does.
    ChoiceButton *addChoice(const LookChoice &choice, const QString &help = {});
    void addReminders();
};

} // namespace Kartoteka
