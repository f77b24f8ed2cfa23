// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QCoreApplication>

namespace Kartoteka::Cli {

namespace {

const QStringList &flags()
{
    static const QStringList list{u"--json"_s,          u"--dry-run"_s,      u"--incoming"_s,      u"--help"_s,
                                  u"--mine"_s,          u"--overdue"_s,      u"--deleted"_s,       u"--accept-clock"_s,
                                  u"--create-stages"_s, u"--create-users"_s, u"--create-values"_s, u"--new"_s};
    return list;
}

const QStringList &valued()
{
    static const QStringList list{u"--lang"_s,       u"--where"_s,    u"--search"_s,       u"--sort"_s,     u"--columns"_s,
                                  u"--limit"_s,      u"--offset"_s,   u"--on-duplicate"_s, u"--errors"_s,   u"--to"_s,
                                  u"--contact"_s,    u"--company"_s,  u"--title"_s,        u"--deadline"_s, u"--kind"_s,
                                  u"--user"_s,       u"--seed"_s,     u"--pipeline"_s,     u"--for"_s,      u"--name"_s,
                                  u"--passphrase"_s, u"--encoding"_s, u"--delimiter"_s,    u"--dates"_s};
    return list;
}

Error usage(const QString &message)
{
    return {ErrorCode::Usage, message, {}, {}};
}

} // namespace

Result<Arguments> parseArguments(const QStringList &arguments)
{
    Arguments parsed;
    QStringList words;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (!word.startsWith(u"--")) {
            words << word;
            continue;
        }
        const QString name = word.section(u'=', 0, 0);
        if (flags().contains(word)) {
            parsed.options.insert(word, {});
        } else if (name == u"--demo") {
            // The number is optional: "init --demo" makes a small office.
            const QString next = word.contains(u'=') ? word.section(u'=', 1) : arguments.value(i + 1);
            bool isNumber = false;
            next.toInt(&isNumber);
            parsed.options[name] << (isNumber ? next : QString());
            i += isNumber && !word.contains(u'=') ? 1 : 0;
        } else if (valued().contains(name)) {
            if (word.contains(u'=')) {
                parsed.options[name] << word.section(u'=', 1);
            } else if (i + 1 < arguments.size()) {
                parsed.options[name] << arguments[++i];
            } else {
                return usage(QCoreApplication::translate("Kartoteka::Cli", "%1 needs a value.").arg(name));
            }
        } else {
            return usage(QCoreApplication::translate("Kartoteka::Cli", "There is no option %1.").arg(name));
        }
    }
    parsed.database = words.value(0);
    parsed.command = words.value(1);
    parsed.words = words.mid(2);
    return parsed;
}

} // namespace Kartoteka::Cli
