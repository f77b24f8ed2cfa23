// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/backup/backup_questions.h"

#include "core/store/upkeep/backup.h"
#include "views/backup/backup_dialog.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/walked_dialog.h"

#include <QCheckBox>
#include <QDateTime>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortestPassphrase = 8;

QVBoxLayout *dressed(QDialog &dialog, const QString &title, const QString &text)
{
    dialog.setWindowTitle(title);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *what = new QLabel(text, &dialog);
    what->setWordWrap(true);
    layout->addWidget(what);
    dialog.setMinimumWidth(scaled(440, dialog.fontMetrics()));
    return layout;
}

} // namespace

BackupPlan chosenBackupPlan()
{
    const QSettings settings;
    const BackupPlan usual;
    return {settings.value(u"backups/days"_s, usual.days).toInt(), settings.value(u"backups/weeks"_s, usual.weeks).toInt(),
            settings.value(u"backups/months"_s, usual.months).toInt()};
}

void chooseBackupPlan(const BackupPlan &plan)
{
    QSettings settings;
    settings.setValue(u"backups/days"_s, plan.days);
    settings.setValue(u"backups/weeks"_s, plan.weeks);
    settings.setValue(u"backups/months"_s, plan.months);
}

std::optional<QString> askBackupPassphrase(QWidget *parent)
{
    WalkedDialog dialog(parent);
    dialog.setObjectName(u"backupQuestion"_s);
    auto *layout = dressed(
        dialog, BackupDialog::tr("Back up now"),
        BackupDialog::tr("The backup contains everything, including files. It is saved next to the file."));
    auto *sealed = new QCheckBox(BackupDialog::tr("Encrypt it with a passphrase"), &dialog);
    sealed->setObjectName(u"backupSealed"_s);
    layout->addWidget(sealed);
    auto *words = new QLineEdit(&dialog);
    words->setObjectName(u"backupPassphrase"_s);
    words->setEchoMode(QLineEdit::Password);
    words->setAccessibleName(BackupDialog::tr("Passphrase"));
    words->setPlaceholderText(BackupDialog::tr("At least %n characters", nullptr, shortestPassphrase));
    words->setEnabled(false);
    layout->addWidget(words);
    auto *hint = new QLabel(BackupDialog::tr("Without the passphrase nobody can open it, not even us."), &dialog);
    hint->setProperty("muted", true);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    layout->addStretch();
    QPushButton *make = addDialogButtons(&dialog, layout, BackupDialog::tr("Back up"), u"backupMake"_s);
    const auto judge = [=] {
        words->setEnabled(sealed->isChecked());
        make->setEnabled(!sealed->isChecked() || words->text().size() >= shortestPassphrase);
    };
    QObject::connect(sealed, &QCheckBox::toggled, &dialog, judge);
    QObject::connect(words, &QLineEdit::textChanged, &dialog, judge);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    return sealed->isChecked() ? words->text() : QString();
}

bool askRestore(QWidget *parent, const QString &name, qint64 at)
{
    return AskDialog::confirm(
        parent,
        BackupDialog::tr("Replace “%2” with the backup of %1?")
            .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat), name),
        BackupDialog::tr("The current file is kept among the backups and can be restored the same way."),
        BackupDialog::tr("Restore"), u"restoreConfirm"_s);
}

bool askBackupPlan(QWidget *parent)
{
    constexpr int most = 99;
    WalkedDialog dialog(parent);
    dialog.setObjectName(u"backupPlan"_s);
    auto *layout = dressed(
        dialog, BackupDialog::tr("How many backups are kept"),
        BackupDialog::tr("The latest backup of each day, week and month is kept. Manual backups are never removed."));
    auto *form = new QFormLayout;
    layout->addLayout(form);
    const BackupPlan now = chosenBackupPlan();
    const auto add = [&](const QString &label, const QString &name, int least, int value) {
        auto *box = new QSpinBox(&dialog);
        box->setObjectName(name);
        box->setAccessibleName(label);
        box->setRange(least, most);
        box->setValue(value);
        form->addRow(label, box);
        return box;
    };
    auto *days = add(BackupDialog::tr("Days"), u"planDays"_s, 1, now.days);
    auto *weeks = add(BackupDialog::tr("Weeks"), u"planWeeks"_s, 0, now.weeks);
    auto *months = add(BackupDialog::tr("Months"), u"planMonths"_s, 0, now.months);
    layout->addStretch();
    addDialogButtons(&dialog, layout, BackupDialog::tr("Save"), u"planSave"_s);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    chooseBackupPlan({days->value(), weeks->value(), months->value()});
    return true;
}

} // namespace Kartoteka
