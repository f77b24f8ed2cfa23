// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/csv_writer.h"

#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

QString neutralised(const QString &text)
{
    static const QRegularExpression harmless(u"^[+-]?[\\d\\s().,-]+$"_s);
    // An apostrophe that is the text's own gets another one, so that reading takes one away.
    qsizetype at = 0;
    while (at < text.size() && text[at] == u'\'')
        ++at;
    if (at == text.size() || !QStringView(u"=+-@\t\r").contains(text[at]) || (at == 0 && harmless.match(text).hasMatch()))
        return text;
    return u'\'' + text;
}

} // namespace

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
        QString text = neutralised(fields[i]);
        if (text.contains(m_delimiter) || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r')
            || text.startsWith(u' ') || text.endsWith(u' '))
            text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
        line += text;
    }
    const QByteArray bytes = line.toUtf8() + "\r\n";
    return m_device.write(bytes) == bytes.size();
}

} // namespace Kartoteka
