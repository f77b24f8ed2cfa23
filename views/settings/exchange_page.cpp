// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/exchange_page.h"

#include "views/backup/backup_dialog.h"
#include "views/settings/published_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

namespace Kartoteka {

ExchangePage::ExchangePage(Store &store, QWidget *parent)
    : SettingsPage(u"exchange"_s, tr("Exchange and backups"), u"sync"_s, parent), m_store(store), m_last(new QLabel(this))
{
    setKeywords(tr("synchronization, laptop, restore, copies"));
    addHeading(tr("Backups"));
    auto *copies = new QWidget(this);
    auto *line = new QHBoxLayout(copies);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_last, 1);
    QWidget *open = actButton(tr("Backups…"), u"backups"_s);
    line->addWidget(open);
    copies->setFocusProxy(open);
    addRow(u"backups"_s, tr("Last backup"), tr("one a day, made automatically and kept next to the file"),
           SettingRow::Scope::Nobody, copies);
    addPlan();
    addHeading(tr("Exchange"));
    addNote(tr("Several people, or one with a laptop, work with copies of the same file, each at a seat of their own. "
               "What one of them changes goes to the others as a small file: by hand, or by itself through a shared folder. "
               "Nobody waits for anybody, and nothing is overwritten unseen: what was changed in two places is shown as a "
               "conflict."));
    addRow(u"seats"_s, tr("Seats and exchange folder"), tr("who has a copy, what is waiting, which folder is used"),
           SettingRow::Scope::Nobody, actButton(tr("Status and folder…"), u"exchangeStatus"_s));
    addRow(u"newSeat"_s, tr("Another seat"), tr("a copy of the file for a laptop, which exchanges with this one"),
           SettingRow::Scope::Nobody, actButton(tr("New seat for a laptop…"), u"newSeat"_s));
    addRow(u"conflicts"_s, tr("Conflicts"), tr("what was changed in two places at once"), SettingRow::Scope::Nobody,
           actButton(tr("Conflicts…"), u"exchangeConflicts"_s));
    addHeading(tr("Calendar for other programs"));
    addRow(u"published"_s, tr("Calendar kept in a folder"),
           tr("an .ics file that phones and other calendars subscribe to; updated on every change"),
           SettingRow::Scope::Computer, new PublishedEditor(store, this));
    addRow(u"publishedContent"_s, tr("What the calendar holds"), tr("open activities, and those done in the last 90 days"),
           SettingRow::Scope::Computer, makePublishedContent(store, this));
    showLast();
}

QWidget *ExchangePage::actButton(const QString &text, const QString &action)
{
    auto *button = new QPushButton(text, this);
    button->setAutoDefault(false);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(button, &QPushButton::clicked, this, [this, action] { emit actWanted(action); });
    return button;
}

void ExchangePage::addPlan()
{
    constexpr int most = 99;
    const auto add = [this](const QString &code, const QString &title, const QString &help, int least,
                            int BackupPlan::*number) {
        auto *box = new QSpinBox(this);
        box->setRange(least, most);
        box->setValue(chosenBackupPlan().*number);
        box->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        connect(box, &QSpinBox::valueChanged, this, [number](int value) {
            BackupPlan plan = chosenBackupPlan();
            plan.*number = value;
            chooseBackupPlan(plan);
        });
        addRow(code, title, help, SettingRow::Scope::Computer, box);
    };
    add(u"backupDays"_s, tr("Daily backups to keep"), tr("the latest of each day, for this many days"), 1,
        &BackupPlan::days);
    add(u"backupWeeks"_s, tr("Weekly backups to keep"), tr("the latest of each week, for this many weeks"), 0,
        &BackupPlan::weeks);
    add(u"backupMonths"_s, tr("Monthly backups to keep"), tr("the latest of each month, for this many months"), 0,
        &BackupPlan::months);
}

void ExchangePage::showLast()
{
    const QList<BackupFile> all = backupsOf(m_store.path());
    m_last->setText(all.isEmpty()
                        ? tr("none yet")
                        : QLocale().toString(QDateTime::fromMSecsSinceEpoch(all.constFirst().at), QLocale::ShortFormat));
}

bool ExchangePage::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate) // a dialog that makes one has been closed
        showLast();
    return SettingsPage::event(event);
}

} // namespace Kartoteka
