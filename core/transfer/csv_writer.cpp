// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/csv_writer.h"

#include "core/transfer/cell_text.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

CsvWriter::CsvWriter(QIODevice &device, QChar delimiter) : m_device(device), m_delimiter(delimiter)
{
    m_device.write("\xef\xbb\xbf");
}

bool CsvWriter::write(const QStringList &fields)
{
    QString line;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            line += m_delimiter;
        QString text = guarded(fields[i]);
        if (text.contains(m_delimiter) || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r')
            || text.startsWith(u' ') || text.endsWith(u' '))
            text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
        line += text;
    }
    const QByteArray bytes = line.toUtf8() + "\r\n";
    return m_device.write(bytes) == bytes.size();
}

} // namespace Kartoteka
