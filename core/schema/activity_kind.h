// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace Kartoteka {

/// What the office says of a kind of activities, a value of the list `activity.kind`. What is absent is as the program has it
/// (core/activities/kinds).
struct ActivityKind
{
    qint64 id = 0;
    QUuid uid;
    qint64 value = 0; ///< list value
    std::optional<QString> icon;
    std::optional<int> duration;          ///< minutes
    std::optional<QString> reminders;     ///< minutes before the deadline, comma-separated; empty: none
    std::optional<QString> deadline;      ///< of a new one, in words; empty: the usual one
    std::optional<QStringList> blocks;    ///< shown on a new one
    std::optional<qint64> suggests;       ///< list value of the kind that comes after it; 0: none
    std::optional<QString> suggestsAfter; ///< … and when, in words
    std::optional<bool> asksResult;       ///< completing one asks what came of it
    std::optional<bool> remindsParticipants;

    bool operator==(const ActivityKind &) const = default;
};

} // namespace Kartoteka
