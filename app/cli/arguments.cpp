// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/cli/verbs.h"
#include "core/base/texts.h"

#include <QRegularExpression>

namespace Kartoteka::Cli {

namespace {

bool isNumber(const QString &text)
{
    bool ok = false;
    text.toInt(&ok);
    return ok;
}

/// Reads the option at @p i with its value, and leaves @p i at the last word it took. @p verb: whose it is, as far as is known.
Result<void> readOption(const QStringList &arguments, qsizetype &i, const Verb *verb, Arguments &parsed)
{
    const QString word = arguments[i] == u"-h" ? u"--help"_s : arguments[i];
    const QString name = word.section(u'=', 0, 0);
    const bool hasValue = word.contains(u'=');
    const Option *option = findOption(name, verb);
    if (!option)
        return Error::usage(Texts::tr("There is no option %1.").arg(name));
    if (parsed.has(name) && !option->repeats)
        return Error::usage(Texts::tr("%1 is given twice.").arg(name));
    QStringList &values = parsed.options[name];
    if (option->value.isEmpty()) {
        if (hasValue)
            return Error::usage(Texts::tr("%1 takes no value.").arg(name));
    } else if (hasValue) {
        values << word.section(u'=', 1);
    } else if (option->isOptional) {
        const bool follows = i + 1 < arguments.size()
            && (isNumber(arguments[i + 1]) || option->value.split(u'|').contains(arguments[i + 1]));
        values << (follows ? arguments[++i] : QString());
    } else if (i + 1 < arguments.size()) {
        values << arguments[++i];
    } else {
        return Error::usage(Texts::tr("%1 needs a value.").arg(name));
    }
    return {};
}

} // namespace

Result<Arguments> parseArguments(const QStringList &arguments)
{
    static const QRegularExpression shortOption(u"^-[A-Za-z]$"_s);
    Arguments parsed;
    QStringList words;
    bool onlyWords = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (!onlyWords && word == u"--") {
            onlyWords = true;
        } else if (!onlyWords && (word.startsWith(u"--") || shortOption.match(word).hasMatch())) {
            const Verb *verb = words.size() > 1 ? findVerb(words[1], words.mid(2)) : nullptr;
            if (auto done = readOption(arguments, i, verb, parsed); !done)
                return done.error();
        } else {
            words << word;
        }
    }
    parsed.database = words.value(0);
    parsed.command = words.value(1);
    parsed.words = words.mid(2);
    return parsed;
}

Result<QStringList> splitLine(const QString &line)
{
    QStringList words;
    QString word;
    bool inWord = false;
    QChar quote; // null outside
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (quote.isNull() && c.isSpace()) {
            if (inWord)
                words << word;
            word.clear();
            inWord = false;
            continue;
        }
        const bool begins = !inWord || word.endsWith(u'=');
        inWord = true;
        const bool isTriple = c == u'"' && QStringView(line).mid(i).startsWith(u"\"\"\"");
        if (isTriple && quote != u'\'') {
            word += c;
            i += 2;
        } else if (quote.isNull() && (c == u'"' || (c == u'\'' && begins))) {
            quote = c;
        } else if (c == quote) {
            quote = {};
        } else if (quote == u'"' && c == u'\\' && i + 1 < line.size() && (line[i + 1] == u'"' || line[i + 1] == u'\\')) {
            word += line[++i];
        } else {
            word += c;
        }
    }
    if (!quote.isNull())
        return Error::usage(Texts::tr("A quote is not closed."));
    if (inWord)
        words << word;
    return words;
}

} // namespace Kartoteka::Cli
