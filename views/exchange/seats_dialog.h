// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QTableWidget;
class QVBoxLayout;

namespace Kartoteka {

/// Who has what: seats, when they were last heard of, what they lack; files that wait; the exchange folder.
class SeatsDialog final : public QDialog
{
    Q_OBJECT
public:
    SeatsDialog(Store &store, const QString &folder, QWidget *parent);

signals:
    void conflictsWanted();
    /// A folder is to be kept in step; empty: none any more.
    void folderChosen(const QString &path);

private:
    void fill();
    void showProblem(const Error &error);
    void showWaiting();
    void showFolder(const QString &path);

    Store &m_store;
    QTableWidget *m_table;
    QVBoxLayout *m_waiting;
    QLabel *m_conflicts;
    QCheckBox *m_folderOn;
    QLabel *m_folder;
};

} // namespace Kartoteka
