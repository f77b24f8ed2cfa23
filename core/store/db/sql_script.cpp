// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/db/sql_script.h"

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

/// End (one past) of the quoted text that begins at @p at.
qsizetype endOfQuoted(const QString &script, qsizetype at)
{
    const QChar close = script[at] == u'[' ? QChar(u']') : script[at];
    for (qsizetype i = at + 1; i < script.size(); ++i) {
        if (script[i] != close)
            continue;
        if (close != u']' && i + 1 < script.size() && script[i + 1] == close)
            ++i; // a doubled quote stands for itself
        else
            return i + 1;
    }
    return script.size();
}

/// End (one past) of the comment that begins at @p at; @p at itself when none does.
qsizetype endOfComment(const QString &script, qsizetype at)
{
    const QStringView rest = QStringView(script).mid(at);
    if (rest.startsWith(u"--")) {
        const qsizetype end = script.indexOf(u'\n', at);
        return end < 0 ? script.size() : end;
    }
    if (rest.startsWith(u"/*")) {
        const qsizetype end = script.indexOf(u"*/"_s, at + 2);
        return end < 0 ? script.size() : end + 2;
    }
    return at;
}

} // namespace

QStringList splitSqlScript(const QString &script)
{
    QStringList statements;
    QString current;
    QStringList words; // of the current statement, upper case
    int depth = 0;     // of BEGIN and CASE inside a trigger
    qsizetype i = 0;
    while (i < script.size()) {
        const QChar c = script[i];
        if (const qsizetype end = endOfComment(script, i); end > i) {
            i = end;
            current += u' ';
        } else if (c == u'\'' || c == u'"' || c == u'`' || c == u'[') {
            const qsizetype quoted = endOfQuoted(script, i);
            current += script.mid(i, quoted - i);
            i = quoted;
        } else if (c.isLetter() || c == u'_') {
            qsizetype wordEnd = i;
            while (wordEnd < script.size() && (script[wordEnd].isLetterOrNumber() || script[wordEnd] == u'_'))
                ++wordEnd;
            const QString word = script.mid(i, wordEnd - i).toUpper();
            words << word;
            const bool inTrigger = words.value(0) == u"CREATE" && words.mid(1, 3).contains(u"TRIGGER"_s);
            if (inTrigger && (word == u"BEGIN" || word == u"CASE"))
                ++depth;
            else if (inTrigger && word == u"END")
                --depth;
            current += script.mid(i, wordEnd - i);
            i = wordEnd;
        } else if (c == u';' && depth <= 0) {
            if (const QString statement = current.trimmed(); !statement.isEmpty())
                statements << statement;
            current.clear();
            words.clear();
            depth = 0;
            ++i;
        } else {
            current += c;
            ++i;
        }
    }
    if (const QString statement = current.trimmed(); !statement.isEmpty())
        statements << statement;
    return statements;
}

} // namespace Kartoteka
