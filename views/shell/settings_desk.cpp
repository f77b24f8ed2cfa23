// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/settings_desk.h"

#include "core/base/texts.h"
#include "core/schema/settings.h"
#include "views/acts/bulk_desk.h"
#include "views/settings/activities_page.h"
#include "views/settings/company_page.h"
#include "views/settings/computer_page.h"
#include "views/settings/exchange_page.h"
#include "views/settings/lists_page.h"
#include "views/settings/money_page.h"
#include "views/settings/numbering_page.h"
#include "views/settings/office_page.h"
#include "views/settings/people_page.h"
#include "views/settings/settings_window.h"
#include "views/settings/stages_page.h"
#include "views/settings/time_page.h"
#include "views/settings/types_page.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/widgets/toast.h"

#include <QAction>

namespace Kartoteka {

SettingsDesk::SettingsDesk(MainWindow &window) : QObject(&window), m_window(window)
{}

void SettingsDesk::make()
{
    m_settings = new SettingsWindow(&m_window);
    if (OfficeWidget *office = m_window.office()) {
        auto *company = new CompanyPage(office->store(), m_settings);
        connect(company, &CompanyPage::itemWanted, office, [this, office](const ItemRef &ref) {
            office->openItem(ref);
            m_window.activateWindow();
        });
        m_settings->addPage(company);
        m_settings->addPage(new OfficePage(office->store(), m_settings));
        m_settings->addPage(new MoneyPage(office->store(), m_settings));
        m_settings->addPage(new TimePage(office->store(), m_settings));
        m_settings->addPage(new ActivitiesPage(office->store(), m_settings));
        auto *types = new TypesPage(office->store(), m_settings);
        connect(types, &TypesPage::stagesWanted, office->bulk(), &BulkDesk::bringStages);
        connect(types, &TypesPage::conversionWanted, office->bulk(), &BulkDesk::convertField);
        m_settings->addPage(new NumberingPage(office->store(), m_settings));
        m_settings->addPage(types);
        auto *stages = new StagesPage(office->store(), m_settings);
        connect(stages, &StagesPage::emptyWanted, office->bulk(), &BulkDesk::emptyStage);
        connect(stages, &StagesPage::emptyPipelineWanted, office->bulk(), &BulkDesk::emptyPipeline);
        m_settings->addPage(stages);
        m_settings->addPage(new ListsPage(office->store(), m_settings));
        m_settings->addPage(new PeoplePage(office->store(), m_settings));
        auto *exchange = new ExchangePage(office->store(), m_settings);
        // Later: an act may close the file, and this with it.
        connect(
            exchange, &ExchangePage::actWanted, this, [this](const QString &act) { m_window.action(act)->trigger(); },
            Qt::QueuedConnection);
        m_settings->addPage(exchange);
        connect(m_settings, &SettingsWindow::undoWanted, office, &OfficeWidget::undo);
        connect(m_settings, &SettingsWindow::redoWanted, office, &OfficeWidget::redo);
        connect(office, &OfficeWidget::said, m_settings, [this, office](const QString &text, bool undoable) {
            if (!m_settings->isActiveWindow())
                return;
            m_settings->say(text, undoable);
            office->toast()->hide(); // it is said where the person looks
        });
    }
    auto *computer = new ComputerPage(m_settings);
    connect(computer, &ComputerPage::lookChosen, &m_window, &MainWindow::rebuildWanted);
    m_settings->addPage(computer);
}

void SettingsDesk::open(const QString &page, const QString &entry)
{
    if (!m_settings)
        make();
    m_settings->openAt(page, entry);
}

void SettingsDesk::close()
{
    delete m_settings;
}

QString SettingsDesk::page() const
{
    return m_settings && m_settings->isVisible() ? m_settings->page() : QString();
}

QString SettingsDesk::entry() const
{
    return m_settings ? m_settings->entry() : QString();
}

QList<QAction *> SettingsDesk::acts()
{
    qDeleteAll(m_acts);
    m_acts.clear();
    const auto add = [this](const QString &text, const QString &page, const QString &entry = {}) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, this, [this, page, entry] { open(page, entry); });
        m_acts << action;
    };
    if (m_window.office()) {
        for (const SettingDef &setting : settingDefs())
            add(Texts::tr(setting.title), setting.page, setting.code);
        add(MoneyPage::tr("Currencies and rates"), u"money"_s);
        add(TimePage::tr("Working time and holidays"), u"time"_s);
        add(ActivitiesPage::tr("Activities"), u"activities"_s);
        add(PeoplePage::tr("Users and departments"), u"people"_s);
        add(TypesPage::tr("Types and fields"), u"types"_s);
        add(ListsPage::tr("Lists"), u"lists"_s);
        add(StagesPage::tr("Stages and pipelines"), u"stages"_s);
        add(ExchangePage::tr("Exchange and backups"), u"exchange"_s);
    }
    add(ComputerPage::tr("This computer"), u"computer"_s);
    return m_acts;
}

} // namespace Kartoteka
