// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace Kartoteka::Cli {

/// Words of a command line taken apart: what is named by position, and options. An option may be repeated.
struct Arguments
{
    QString database;
    QString command;
    QStringList words;
    QHash<QString, QStringList> options; ///< "--where" → values; a flag has none

    bool has(const QString &option) const { return options.contains(option); }
    QString value(const QString &option, const QString &fallback = {}) const
    {
        const QStringList all = options.value(option);
        return all.isEmpty() ? fallback : all.last();
    }
    QStringList values(const QString &option) const { return options.value(option); }
};

/// Usage error for an option that no verb knows, that lacks its value or has one it does not take. What follows a bare "--"
/// are words, however they begin.
Result<Arguments> parseArguments(const QStringList &arguments);

/// A line taken apart into words, as a shell would: quotes keep what is inside together, at the beginning of a word or after
/// its "=" (so that an apostrophe inside is a letter); inside double quotes \" and \\ stand for themselves, and so does """.
/// Usage error when a quote is not closed.
Result<QStringList> splitLine(const QString &line);

} // namespace Kartoteka::Cli
