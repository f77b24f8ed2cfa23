// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_folder.h"
#include "views/widgets/walked_dialog.h"

class QCheckBox;
class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace Kartoteka {

/// Who has what: seats, when they were last heard of, what they lack; files that wait; the exchange folder.
class SeatsDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    SeatsDialog(Store &store, const FolderChoice &folder, QWidget *parent);

signals:
    void conflictsWanted();
    void writeWanted();
    void readWanted();
    void newSeatWanted();
    /// A folder is to be kept in step, or none any more.
    void folderChosen(const Kartoteka::FolderChoice &choice);

private:
    void fill();
    QWidget *makeAlone();
    void showProblem(const Error &error);
    void showWaiting();
    void chooseFolder(bool on);
    /// Nothing when the person thought better of it.
    std::optional<QString> askPassphrase();
    void showFolder(const FolderChoice &choice);

    Store &m_store;
    FolderChoice m_choice;
    QTableWidget *m_table;
    QWidget *m_alone; ///< what the exchange is for, while nobody takes part in it
    QVBoxLayout *m_waiting;
    QLabel *m_conflicts;
    QCheckBox *m_folderOn;
    QLabel *m_folder;
};

} // namespace Kartoteka
