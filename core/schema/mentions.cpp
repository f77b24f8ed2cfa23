// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/mentions.h"

#include "core/base/texts.h"
#include "core/base/uid.h"
#include "core/schema/markdown_signs.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// The text with something else in the place of each mention.
QString replaced(const QString &text, const std::function<QString(const Mention &)> &by)
{
    QString out;
    qsizetype from = 0;
    const QList<Mention> mentions = mentionsIn(text);
    for (const Mention &mention : mentions) {
        out += QStringView(text).sliced(from, mention.at - from);
        out += by(mention);
        from = mention.at + mention.length;
    }
    return from == 0 ? text : out + text.sliced(from);
}

/// Whom the office does not know is not told of it: that is to be seen.
QString unknownName(const QString &name)
{
    return Texts::tr("%1 (unknown here)", "a person who is mentioned").arg(name);
}

} // namespace

QList<Mention> mentionsIn(const QString &text)
{
    QList<Mention> mentions;
    if (!text.contains(mentionScheme))
        return mentions;
    static const QRegularExpression form(
        u"(?<![\\\\!])\\[@((?:\\\\[^\\n]|[^\\\\\\[\\]\\n]){1,400})\\]\\(person:([0-9a-f]{32})\\)"_s);
    for (auto found = form.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch one = found.next();
        mentions.append(
            {one.capturedStart(), one.capturedLength(), unescapedSigns(one.captured(1)), uidFromText(one.captured(2))});
    }
    return mentions;
}

QString mentionText(const QString &name, const QUuid &person)
{
    return u"[@%1](%2%3)"_s.arg(escapedSigns(name), mentionScheme, uidText(person));
}

const User *personOf(const Schema &schema, const QUuid &uid)
{
    const auto it = std::ranges::find(schema.users(), uid, &User::uid);
    return it == schema.users().cend() ? nullptr : &*it;
}

QString plainMentions(const QString &text, const Schema *schema)
{
    return replaced(text, [schema](const Mention &mention) {
        const User *person = schema ? personOf(*schema, mention.person) : nullptr;
        if (person || !schema)
            return u'@' + (person ? person->name : mention.name);
        return u'@' + unknownName(mention.name);
    });
}

QString currentMentions(const QString &text, const Schema &schema)
{
    return replaced(text, [&schema](const Mention &mention) {
        const User *person = personOf(schema, mention.person);
        return person ? mentionText(person->name, mention.person) : u'@' + escapedSigns(unknownName(mention.name));
    });
}

} // namespace Kartoteka
