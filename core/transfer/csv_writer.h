// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QStringList>

namespace Kartoteka {

/// Writes CSV in UTF-8 with a byte order mark, so that spreadsheets read it right. Cells that begin with
/// = + - @ are neutralised by an apostrophe unless they are plain numbers or phones (OWASP: CSV injection). Import takes it
/// away again.
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
