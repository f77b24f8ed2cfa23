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

/// Usage error for an option that no command knows or that lacks its value.
Result<Arguments> parseArguments(const QStringList &arguments);

} // namespace Kartoteka::Cli
