// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/store/record/read_context.h"

namespace Kartoteka {

/// Largest file of settings that is read.
constexpr qint64 largestSettingsFile = 16 * 1024 * 1024;

/// How an office has made the program its own, as one JSON document: types, fields, lists, pipelines, stages, rules, currencies,
/// days of the calendar, the common and the named views of cards, and settings, each a record with its identity, and by name
/// whose they are. Items, people, for whom a view is, and rates are not in it. The same settings are the same bytes. Refused, with
/// the figures, when it would be more than can be read.
Result<QByteArray> writeSettings(const ReadContext &context);

/// What reading such a file would do.
struct SettingsDiff
{
    /// A record that comes or changes.
    struct Line
    {
        QString table;
        QString name;
        bool isNew = false;
        QStringList changes; ///< of a setting, and of one that is here: "Name: Old → New"; of a new one what is odd about it
    };
    QList<Line> lines;
    QString company;   ///< whose settings they are, as the file says; empty: it does not
    QStringList aside; ///< what this program does not know: it is left out
    int renamed = 0;   ///< types and fields that are given another code, because something else has theirs here
    ChangeSet changes;

    /// In words, a line each; one that says so when nothing would change.
    QStringList words() const;
};
/// Compares a file with the office: records of the same identity are updated, others made; none is deleted. Refused, with the
/// record's number and what is wrong with it: what is no such file, one of a newer program, values that cannot be.
Result<SettingsDiff> readSettings(const ReadContext &context, const QByteArray &bytes);

} // namespace Kartoteka
