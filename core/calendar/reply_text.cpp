// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calendar/reply_text.h"

#include <QRegularExpression>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

bool isIn(const QString &line, const QRegularExpression &form)
{
    return form.match(line).hasMatch();
}

/// "Sent: …", «Тема: …».
bool isHead(const QString &line)
{
    static const QRegularExpression head(
        u"^\\*?(?:from|sent|date|to|cc|subject|reply-to|от|от кого|отправлено|дата|кому|копия|тема)\\*?:(?:\\s|$)"_s,
        anyCase);
    return isIn(line, head);
}

/// "On … Anna wrote:", «28.11.2026 10:15, Анна пишет:», «вт, 1 дек. 2026 г. в 10:15, Анна <anna@example.org>:»; «Как вы писали:» is
/// the writer's own: no program begins a quotation so.
bool isIntroduction(const QString &line)
{
    static const QRegularExpression introduction(
        u"(?:\\b(?:wrote|writes|пишет|писал\\S*|написал\\S*)|<[^<>@\\s]+@[^<>\\s]+>)\\s*:$"_s, anyCase);
    static const QRegularExpression own(u"^(?:как|as)\\b|\\b(?:как|as)\\s+(?:вы|ты|you)\\b"_s, anyCase);
    return isIn(line, introduction) && !isIn(line, own);
}

/// Where a program put the letter that is answered, whole.
bool isRule(const QString &line)
{
    static const QRegularExpression rule(u"^(?:_{5,}|-{2,}\\s*\\p{L}[^-]*-{2,})$"_s, anyCase);
    return isIn(line, rule);
}

bool isQuoted(const QString &line)
{
    return line.startsWith(u'>') || line.startsWith(u'|');
}

/// How many lines introduce what is quoted; a name and an address may be too long for one.
qsizetype introductionAt(const QStringList &lines, qsizetype i)
{
    static const QRegularExpression beginning(u"^on\\s|\\b\\d{4}\\b|@"_s, anyCase);
    if (isIntroduction(lines[i]))
        return 1;
    return isIntroduction(lines.value(i + 1)) && !isQuoted(lines[i]) && isIn(lines[i], beginning) ? 2 : 0;
}

} // namespace

QStringList ownLines(const QString &mail)
{
    QStringList lines;
    for (const QString &line : mail.split(u'\n'))
        lines << line.trimmed();
    QStringList own;
    bool hasWords = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString &line = lines[i];
        if (line == u"--" || isRule(line))
            break;
        if (const qsizetype count = introductionAt(lines, i); count > 0) {
            i += count - 1;
            // All that follows is what was answered; where nothing was said before, it is what is said: a message out of a chat.
            if (hasWords && !isQuoted(lines.value(i + 1)) && !isQuoted(lines.value(i + 2)))
                break;
            continue;
        }
        // One alone may be said by hand: "Date: Tuesday".
        if (isHead(line) && (isHead(lines.value(i + 1)) || (i > 0 && isHead(lines[i - 1])))) {
            if (hasWords)
                break;
            continue;
        }
        if (isQuoted(line))
            continue;
        hasWords = hasWords || !line.isEmpty();
        own << line;
    }
    return own;
}

} // namespace Kartoteka
