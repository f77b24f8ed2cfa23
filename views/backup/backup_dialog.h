// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/upkeep/backup.h"
#include "views/widgets/walked_dialog.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace Kartoteka {

class Store;

/// How many daily backups this computer keeps.
BackupPlan chosenBackupPlan();
void chooseBackupPlan(const BackupPlan &plan);

/// The backups of a file: what there is, one more now, one put back, and how many are kept.
class BackupDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    /// @p store: null where the file is damaged or not open, and only a backup can be put back.
    BackupDialog(const QString &databasePath, Store *store, QWidget *parent);

    /// The backup that is to take the file's place, when the dialog was accepted.
    QString chosen() const { return m_chosen; }
    QString passphrase() const { return m_passphrase; }

private:
    void fill();
    void backUp();
    void restore();
    void chooseElsewhere();
    void askPlan();
    void say(const QString &text, bool isProblem);
    bool askSealed(const QString &path);

    QString m_path;
    Store *m_store;
    QTableWidget *m_table;
    QLabel *m_plan;
    QLabel *m_state;
    QPushButton *m_restore;
    QList<BackupFile> m_backups;
    QString m_chosen;
    QString m_passphrase;
};

} // namespace Kartoteka
