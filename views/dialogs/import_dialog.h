// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/importer.h"
#include "views/widgets/walked_dialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace Kartoteka {

class UnknownNamesTable;

/// Shows how a file will be read — encoding, delimiter, where each column goes, what becomes of names that the office has
/// not — and lets it be changed.
class ImportDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    ImportDialog(const Store &store, qint64 typeId, const ImportPreview &preview, QWidget *parent = nullptr);

    ~ImportDialog() override; ///< waits for the file's being looked through to stop

    /// The options as the person left them.
    ImportOptions options() const;

private:
    void fillTable();
    void rereadWithDialect();
    void showWhetherTaken(int row, const QComboBox *field);
    void showState();
    void survey();

    const Store &m_store;
    qint64 m_typeId;
    ImportPreview m_preview;
    CancelToken m_looking; ///< the last look through the file
    bool m_isLookedThrough = false;
    QLabel *m_unknownTitle; ///< over the names, while there are some
    UnknownNamesTable *m_unknown;
    QCheckBox *m_tunnels; ///< asked only where there are some
    QTableWidget *m_table;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QComboBox *m_duplicates;
    QComboBox *m_dates;
    QPushButton *m_makeAll; ///< of the unknown names that wait for a choice
    QLabel *m_state;
    QPushButton *m_import;
};

/// After an import: what was done, and every row that was not, with the reason.
class ImportReportDialog final : public WalkedDialog
{
    Q_OBJECT
public:
    ImportReportDialog(const ImportReport &report, QWidget *parent = nullptr);
};

/// "60 imported, 0 rejected": one line.
QString importSummary(const ImportReport &report);

} // namespace Kartoteka
