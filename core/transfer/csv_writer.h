// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QStringList>

namespace Kartoteka {

/// Writes CSV in UTF-8 with a byte order mark, so that spreadsheets read it right. What they would run
/// is guarded (`guarded`); import takes that away again.
class CsvWriter
{
public:
    explicit CsvWriter(QIODevice &device, QChar delimiter = u';');
    bool write(const QStringList &fields);

private:
    QIODevice &m_device;
    QChar m_delimiter;
};

} // namespace Kartoteka
