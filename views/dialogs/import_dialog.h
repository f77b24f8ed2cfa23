// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/importer.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace Kartoteka {

/// Shows how a file will be read — encoding, delimiter, where each column goes — and lets it be changed.
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(const Store &store, qint64 typeId, const ImportPreview &preview, QWidget *parent = nullptr);

    /// The options as the person left them.
    ImportOptions options() const;

private:
    void fillTable();
    void rereadWithDialect();
    void showState();

    const Store &m_store;
    qint64 m_typeId;
    ImportPreview m_preview;
    QTableWidget *m_table;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QComboBox *m_duplicates;
    QComboBox *m_dates;
    QLabel *m_state;
    QPushButton *m_import;
};

/// After an import: what was done, and every row that was not, with the reason.
class ImportReportDialog final : public QDialog
{
    Q_OBJECT
public:
    ImportReportDialog(const ImportReport &report, QWidget *parent = nullptr);
};

/// "60 imported, 0 rejected": one line.
QString importSummary(const ImportReport &report);

} // namespace Kartoteka
