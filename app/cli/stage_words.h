// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "core/items/bulk.h"

namespace Kartoteka::Cli {

/// The pipeline of a type that a word or option names; the default one when nothing does. Usage error when there is none.
Result<Pipeline> pipelineOf(const Session &session, const EntityType &type, const QString &name);
/// A stage by name, in the pipeline that is named, else in any of the type.
Result<Stage> stageOf(const Session &session, const EntityType &type, const QString &pipelineName, const QString &name);

/// As scripts get them.
QJsonObject stageJson(const Schema &schema, const Stage &stage);
QJsonObject tunnelJson(const Schema &schema, const Tunnel &tunnel);

/// Commits, and tells what has the uid as it is then. @return the exit status.
int commitAnd(const Session &session, const Result<ChangeSet> &changes, const QUuid &uid,
              int (*tell)(const Session &, const QUuid &));
/// What was deleted, and where the file used it.
struct Removed
{
    QString code;
    qint64 id = 0;
    QUuid uid;
    QStringList uses;
};
/// Tells that, and how many items were moved out of its way. @return the exit status.
int tellRemoval(const Session &session, const Result<BulkReport> &report, const Removed &removed);

} // namespace Kartoteka::Cli
