// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/company_page.h"

#include "core/items/own_company.h"
#include "models/shell/own_company_watch.h"
#include "views/fields/file_picture.h"
#include "views/theme/theme.h"
#include "views/widgets/file_chooser.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace Kartoteka {

CompanyPage::CompanyPage(Store &store, QWidget *parent)
    : OfficeSettingsPage(store, u"company"_s, tr("Company"), u"company"_s, parent)
    , m_name(new QLineEdit(this))
    , m_taxId(new QLineEdit(this))
    , m_logo(new FilePicture(store, this))
    , m_chooseLogo(makeButton(u"logoChoose"_s, tr("Choose…")))
    , m_removeLogo(makeButton(u"logoRemove"_s, tr("Remove")))
    , m_card(makeButton(u"companyCard"_s, tr("Open the card")))
{
    setKeywords(tr("details, logo, legal entity"));
    addRow(u"companyName"_s, tr("Name"), tr("shown above the sections and in the window title"),
           SettingRow::Scope::Everybody, m_name);
    addRow(u"companyTaxId"_s, tr("Tax ID"), {}, SettingRow::Scope::Everybody, m_taxId);
    addRow(u"companyLogo"_s, tr("Logo"), tr("shown before the name"), SettingRow::Scope::Everybody, makeLogo());
    m_card->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    addRow(u"companyCard"_s, tr("Everything else"), tr("addresses, phones and all other fields of companies"),
           SettingRow::Scope::Nobody, m_card);
    addNote(tr("Your company is one of those in “Companies”: if the name is already there, that one is "
               "used. Every change can be undone."));
    connect(m_name, &QLineEdit::editingFinished, this, &CompanyPage::setName);
    connect(m_taxId, &QLineEdit::editingFinished, this, &CompanyPage::setTaxId);
    connect(m_chooseLogo, &QPushButton::clicked, this, &CompanyPage::chooseLogo);
    connect(m_removeLogo, &QPushButton::clicked, this,
            [this] { commit(planCompanyLogo(this->store().reader(), {}), tr("The logo was removed")); });
    const OwnCompanyWatch &watch = OwnCompanyWatch::of(store);
    connect(m_card, &QPushButton::clicked, this, [this, &watch] {
        if (watch.company())
            emit itemWanted(watch.company()->item.ref());
    });
    connect(&watch, &OwnCompanyWatch::changed, this, &CompanyPage::show);
    show();
}

QWidget *CompanyPage::makeLogo()
{
    auto *box = new QWidget(this);
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::s);
    for (QWidget *part :
         {static_cast<QWidget *>(m_logo), static_cast<QWidget *>(m_chooseLogo), static_cast<QWidget *>(m_removeLogo)})
        line->addWidget(part, 0, Qt::AlignVCenter);
    line->addStretch(1);
    box->setFocusProxy(m_chooseLogo);
    return box;
}

void CompanyPage::show()
{
    const std::optional<OwnCompany> &company = OwnCompanyWatch::of(store()).company();
    const auto write = [](QLineEdit *line, const QString &text) {
        line->setText(text);
        line->setModified(false);
    };
    write(m_name, company ? company->name : QString());
    write(m_taxId, company ? company->taxId : QString());
    m_logo->setFile(company ? company->logo : 0);
    m_removeLogo->setVisible(company && company->logo != 0);
    const QString first = company ? QString() : tr("Enter the company's name first");
    for (QWidget *part :
         {static_cast<QWidget *>(m_taxId), static_cast<QWidget *>(m_chooseLogo), static_cast<QWidget *>(m_card)}) {
        part->setEnabled(company.has_value());
        part->setToolTip(first);
    }
}

void CompanyPage::setName()
{
    if (!m_name->isModified())
        return;
    const QString name = m_name->text().simplified();
    commit(planCompanyName(store().reader(), name), name.isEmpty() ? tr("No company is set") : tr("Company: %1").arg(name),
           [this] { show(); });
}

void CompanyPage::setTaxId()
{
    if (m_taxId->isModified())
        commit(planCompanyTaxId(store().reader(), m_taxId->text()), tr("Tax ID: %1").arg(m_taxId->text().simplified()),
               [this] { show(); });
}

void CompanyPage::chooseLogo()
{
    const QString path = askForFile(this,
                                    {.kind = FileQuestion::Kind::Open,
                                     .title = tr("Choose a logo"),
                                     .filter = tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)")});
    if (!path.isEmpty())
        commit(planCompanyLogo(store().reader(), path), tr("The logo was chosen"));
}

} // namespace Kartoteka
