// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Kartoteka::Cli {

namespace {

constexpr qsizetype widestColumn = 48;

QString oneLine(const QString &text)
{
    QString simple = text;
    simple.replace(u'\n', u' ');
    return simple.size() > widestColumn ? simple.left(widestColumn - 1) + u'…' : simple;
}

} // namespace

void Output::write(FILE *stream, const QString &text) const
{
    const QByteArray line = text.toUtf8() + '\n';
    const bool done = std::fwrite(line.constData(), 1, size_t(line.size()), stream) == size_t(line.size())
        && std::fflush(stream) == 0;
    m_written = m_written && (done || stream == stderr);
}

void Output::line(const QString &text) const
{
    if (!m_json)
        write(stdout, text);
}

void Output::remark(const QString &text) const
{
    write(stderr, text);
}

void Output::table(const QStringList &header, const QList<QStringList> &rows) const
{
    if (m_json)
        return;
    QList<qsizetype> widths(header.size(), 0);
    for (qsizetype c = 0; c < header.size(); ++c) {
        widths[c] = header[c].size();
        for (const QStringList &row : rows)
            widths[c] = qMax(widths[c], oneLine(row.value(c)).size());
    }
    const auto print = [&, this](const QStringList &row) {
        QString text;
        for (qsizetype c = 0; c < header.size(); ++c)
            text += oneLine(row.value(c)).leftJustified(widths[c] + 2);
        write(stdout, text.trimmed().isEmpty() ? QString() : text);
    };
    print(header);
    for (const QStringList &row : rows)
        print(row);
}

void Output::document(const QJsonValue &value) const
{
    if (!m_json)
        return;
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    write(stdout, QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed());
}

int exitStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Refused:
    case ErrorCode::NotFound:
    case ErrorCode::Cancelled: return 1;
    case ErrorCode::Usage: return 2;
    default: return 3;
    }
}

int Output::fail(const Error &error) const
{
    if (m_json) {
        QJsonObject what{{u"code"_s, errorCodeName(error.code)}, {u"message"_s, error.message}};
        if (!error.where.isEmpty())
            what[u"where"_s] = error.where;
        document(QJsonObject{{u"error"_s, what}});
    } else {
        write(stderr, error.message);
    }
    return exitStatus(error.code);
}

} // namespace Kartoteka::Cli
