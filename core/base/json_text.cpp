// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_text.h"

#include <QJsonDocument>

namespace Kartoteka {

void appendJsonText(const QString &text, QByteArray &json)
{
    json += '"';
    const QByteArray bytes = text.toUtf8();
    qsizetype plain = 0; // where the part begins that stands as it is
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quint8(c) >= 0x20 && c != '"' && c != '\\')
            continue;
        json.append(bytes.constData() + plain, i - plain);
        plain = i + 1;
        switch (c) {
        case '"': json += "\\\""; break;
        case '\\': json += "\\\\"; break;
        case '\n': json += "\\n"; break;
        case '\r': json += "\\r"; break;
        case '\t': json += "\\t"; break;
        default: json += "\\u00" + QByteArray(1, c).toHex();
        }
    }
    json.append(bytes.constData() + plain, bytes.size() - plain);
    json += '"';
}

QByteArray compactJson(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject jsonObject(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

} // namespace Kartoteka
