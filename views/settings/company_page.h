// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/items/item.h"
#include "views/settings/office_settings_page.h"

class QLineEdit;
class QPushButton;

namespace Kartoteka {

class FilePicture;

/// The company that the office is: what it is called, its tax id and its logo. All else is on its card.
class CompanyPage final : public OfficeSettingsPage
{
    Q_OBJECT
public:
    CompanyPage(Store &store, QWidget *parent);

signals:
    void itemWanted(const Kartoteka::ItemRef &ref);

private:
    QWidget *makeLogo();
    void show();
    void setName();
    void setTaxId();
    void chooseLogo();

    QLineEdit *m_name;
    QLineEdit *m_taxId;
    FilePicture *m_logo;
    QPushButton *m_chooseLogo;
    QPushButton *m_removeLogo;
    QPushButton *m_card;
};

} // namespace Kartoteka
