// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/schema.h"
#include "core/store/change/change_set.h"

#include <QDateTime>

#include <optional>

namespace Kartoteka {

/// What a kind of activities, a value of the list `activity.kind`, has and does: what the office says of it, else what the program
/// says of the kinds that it brings. Nothing else in the program knows one kind from another.
struct KindProperties
{
    QString icon = QStringLiteral("activity");  ///< name of a picture, one of kindIcons()
    int duration = 0;                           ///< minutes; 0: none
    QString reminders = QStringLiteral("0,15"); ///< minutes before the deadline, comma-separated
    QString deadline;                           ///< of a new one, in words; empty: the usual one
    QStringList blocks;                         ///< shown on a new one, codes of activityBlocks()
    qint64 suggests = 0;                        ///< list value of the kind that comes after it; 0: none
    QString suggestsAfter;                      ///< … and when, in words
    bool asksResult = false;                    ///< completing one asks what came of it
    bool remindsParticipants = false;

    bool operator==(const KindProperties &) const = default;
};
KindProperties kindProperties(const Schema &schema, qint64 kind);

/// The kinds in their order.
QList<ListValue> activityKinds(const Schema &schema);
/// When a new one of a kind is due.
QDateTime kindDeadline(const Schema &schema, const KindProperties &kind, const QDateTime &now);
/// What is planned after one of a kind was done: kind and deadline; nothing when it suggests none.
struct SuggestedNext
{
    qint64 kind = 0;
    QDateTime deadline;
};
std::optional<SuggestedNext> suggestedNext(const Schema &schema, qint64 kind, const QDateTime &now);

/// Parts of an activity that are shown only where they have something, or where its kind wants them, by their codes.
const QStringList &activityBlocks();
/// What people call one.
QString blockName(const QString &block);
/// Pictures that a kind may have.
const QStringList &kindIcons();

/// The properties of a kind as the command line and settings write them, by their codes, in the order in which they are shown.
QList<QPair<QString, QString>> kindTexts(const Schema &schema, qint64 kind);
/// What people call a property.
QString kindPropertyName(const QString &code);
/// Sets properties of a kind, code → text: empty as the program has it, "none" nothing. Refused in words where one makes no
/// sense. @p now: in local time, for words.
Result<ChangeSet> planKind(const Schema &schema, qint64 kind, const QList<QPair<QString, QString>> &properties,
                           const QDateTime &now);

} // namespace Kartoteka
