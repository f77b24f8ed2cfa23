// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/backup/backup_dialog.h"

#include "core/base/sealed_file.h"
#include "core/base/size_text.h"
#include "core/store/store.h"
#include "views/backup/backup_questions.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/file_chooser.h"
#include "views/widgets/plain_table.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

QString kindText(BackupFile::Kind kind)
{
    switch (kind) {
    case BackupFile::Kind::Daily: return BackupDialog::tr("automatically");
    case BackupFile::Kind::ByHand: return BackupDialog::tr("manually");
    case BackupFile::Kind::BeforeUpdate: return BackupDialog::tr("before an update of the format");
    case BackupFile::Kind::Replaced: return BackupDialog::tr("before restoring a backup");
    case BackupFile::Kind::Rescued: return BackupDialog::tr("open when the file was replaced");
    }
    return {};
}

} // namespace

BackupDialog::BackupDialog(const QString &databasePath, Store *store, QWidget *parent)
    : WalkedDialog(parent), m_path(databasePath), m_store(store)
{
    setWindowTitle(tr("Backups"));
    setObjectName(u"backups"_s);
    resize(dialogSize(*parent, {760, 480}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("Backups of “%1”").arg(QFileInfo(m_path).fileName()), this);
    title->setFont(Theme::title(font()));
    title->setWordWrap(true);
    layout->addWidget(title);
    m_plan = new QLabel(this);
    m_plan->setTextFormat(Qt::RichText);
    m_plan->setProperty("muted", true);
    m_plan->setWordWrap(true);
    m_plan->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_plan, &QLabel::linkActivated, this, &BackupDialog::askPlan);
    layout->addWidget(m_plan);
    m_table = makePlainTable({tr("Created"), tr("How"), tr("Size")}, this);
    m_table->setObjectName(u"backupList"_s);
    m_table->setAccessibleName(tr("Backups"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFocusPolicy(Qt::StrongFocus);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    layout->addWidget(m_table, 1);
    m_state = new QLabel(this);
    m_state->setObjectName(u"backupState"_s);
    m_state->setWordWrap(true);
    m_state->hide();
    layout->addWidget(m_state);
    auto *buttons = new QDialogButtonBox(this);
    auto *now = buttons->addButton(tr("Back up now"), QDialogButtonBox::AcceptRole); // and the dialog stays
    now->setObjectName(u"backupNow"_s);
    now->setEnabled(m_store != nullptr);
    now->setToolTip(m_store ? QString() : tr("The file is not open."));
    m_restore = buttons->addButton(tr("Restore…"), QDialogButtonBox::ActionRole);
    m_restore->setObjectName(u"backupRestore"_s);
    auto *other = buttons->addButton(tr("Restore another file…"), QDialogButtonBox::ActionRole);
    other->setObjectName(u"backupRestoreOther"_s);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    QPushButton *usual = m_store ? now : close;
    makePrimary(usual);
    usual->setDefault(true);
    layout->addWidget(buttons);
    connect(now, &QPushButton::clicked, this, &BackupDialog::backUp);
    connect(m_restore, &QPushButton::clicked, this, &BackupDialog::restore);
    connect(other, &QPushButton::clicked, this, &BackupDialog::chooseElsewhere);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_restore->setEnabled(!m_table->selectedItems().isEmpty()); });
    connect(m_table, &QTableWidget::itemActivated, this, &BackupDialog::restore);
    fill();
}

void BackupDialog::fill()
{
    const BackupPlan plan = chosenBackupPlan();
    m_plan->setText(tr("One backup a day is made automatically and kept next to the file: for the last %1, %2 and %3.")
                        .arg(tr("%n day(s)", nullptr, plan.days), tr("%n week(s)", nullptr, plan.weeks),
                             tr("%n month(s)", nullptr, plan.months))
                    + u" <a href=\"plan\">%1</a>"_s.arg(tr("Change…")));
    m_backups = backupsOf(m_path);
    const QLocale locale;
    m_table->setRowCount(int(m_backups.size()));
    for (int row = 0; row < m_backups.size(); ++row) {
        const BackupFile &backup = m_backups[row];
        const QString how = kindText(backup.kind) + (backup.isSealed ? u", "_s + tr("encrypted") : QString());
        m_table->setItem(
            row, 0, new QTableWidgetItem(locale.toString(QDateTime::fromMSecsSinceEpoch(backup.at), QLocale::ShortFormat)));
        m_table->setItem(row, 1, new QTableWidgetItem(how));
        m_table->setItem(row, 2, new QTableWidgetItem(sizeText(backup.size)));
        for (int column = 0; column < 3; ++column)
            m_table->item(row, column)->setToolTip(backup.path);
    }
    alignRight(*m_table, 2);
    m_restore->setEnabled(false);
    if (m_backups.isEmpty())
        say(tr("There are no backups yet."), false);
}

void BackupDialog::say(const QString &text, bool isProblem)
{
    m_state->setProperty("problem", isProblem);
    m_state->setProperty("muted", !isProblem);
    m_state->setStyleSheet(styleSheet()); // properties changed
    m_state->setText(text);
    m_state->show();
}

void BackupDialog::backUp()
{
    const auto passphrase = askBackupPassphrase(this);
    if (!passphrase)
        return;
    say(tr("Creating…"), false);
    const QString target = backupPath(m_path, BackupFile::Kind::ByHand, m_store->clock().now(), !passphrase->isEmpty());
    m_store
        ->read<QString>({},
                        [target, words = *passphrase](ReadContext &context) -> Result<QString> {
                            auto folder = ensureBackupFolder(target);
                            auto done = !folder   ? folder
                                : words.isEmpty() ? backupTo(context.connection, target)
                                                  : sealedBackupTo(context.connection, target, words);
                            return done ? Result<QString>(target) : Result<QString>(done.error());
                        })
        .then(this, [this](const Result<QString> &made) {
            fill();
            say(made ? tr("Created: %1").arg(*made) : made.error().message, !made);
        });
}

bool BackupDialog::askSealed(const QString &path)
{
    if (!isSealed(path))
        return true;
    const auto words = AskDialog::passphrase(this, tr("“%1” is encrypted").arg(QFileInfo(path).fileName()),
                                             tr("Enter the passphrase it was created with."), tr("Restore"));
    m_passphrase = words.value_or(QString());
    return words.has_value();
}

void BackupDialog::restore()
{
    const int row = m_table->currentRow();
    if (row < 0 || row >= m_backups.size() || m_table->selectedItems().isEmpty())
        return;
    const BackupFile &backup = m_backups[row];
    if (!askRestore(this, QFileInfo(m_path).fileName(), backup.at) || !askSealed(backup.path))
        return;
    m_chosen = backup.path;
    accept();
}

void BackupDialog::chooseElsewhere()
{
    const QString path = askForFile(this,
                                    {FileQuestion::Kind::Open,
                                     tr("Restore a backup"),
                                     tr("Backups (*.kartoteka *.kartoteka-sealed);;All files (*)"),
                                     {}});
    if (path.isEmpty() || !askRestore(this, QFileInfo(m_path).fileName(), QFileInfo(path).lastModified().toMSecsSinceEpoch())
        || !askSealed(path))
        return;
    m_chosen = path;
    accept();
}

void BackupDialog::askPlan()
{
    if (askBackupPlan(this))
        fill();
}

} // namespace Kartoteka
