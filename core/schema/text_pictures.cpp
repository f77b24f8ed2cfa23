// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/text_pictures.h"

#include "core/schema/markdown_signs.h"
#include "core/schema/mentions.h"

#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QList<TextPicture> picturesIn(const QString &text)
{
    QList<TextPicture> pictures;
    if (!text.contains(contentScheme))
        return pictures;
    static const QRegularExpression form(
        u"(?<!\\\\)!\\[((?:\\\\[^\\n]|[^\\\\\\[\\]\\n]){0,400})\\]\\(content:([0-9a-f]{64})\\)"_s);
    for (auto found = form.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        pictures.append({one.capturedStart(), one.capturedLength(), unescapedSigns(one.captured(1)), one.captured(2)});
    }
    return pictures;
}

QString pictureText(const QString &name, const QString &digest)
{
    return u"![%1](%2%3)"_s.arg(escapedSigns(name.left(180)), contentScheme, digest);
}

QString pictureDigest(const QString &address)
{
    static const QRegularExpression form(u"^content:([0-9a-f]{64})$"_s);
    return form.match(address).captured(1);
}

QString plainComment(const QString &text, const Schema *schema)
{
    QString out = plainMentions(text, schema);
    const QList<TextPicture> pictures = picturesIn(out);
    for (auto it = pictures.crbegin(); it != pictures.crend(); ++it)
        out.replace(it->at, it->length, u'[' + it->name + u']');
    return out;
}

} // namespace Kartoteka
