// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "core/activities/activity.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/query/item_query.h"
#include "core/store/store.h"

#include <QJsonObject>

namespace Kartoteka::Cli {

/// An open file with the words of one command.
struct Session
{
    Store &store;
    const Arguments &arguments;
    const Output &output;

    const Schema &schema() const { return *store.schema(); }
    ReadContext reader() const { return store.reader(); }

    /// The entity type that word @p at names. Usage error when none does.
    Result<EntityType> type(qsizetype at) const;
    /// The item of the type in word 0 that word @p at names by its number.
    Result<ItemRef> item(qsizetype at) const { return item(0, at); }
    /// The same of the type in word @p typeAt.
    Result<ItemRef> item(qsizetype typeAt, qsizetype at) const;
    /// The activity that word @p at names by its number. Usage error when it is no number.
    Result<Activity> activity(qsizetype at) const;
    /// Word 0 names the type of activities, which are no items but may be named like them.
    bool isOfActivity() const { return arguments.words.value(0) == u"activity"; }
    /// Values of words "FIELD=VALUE" from @p from on, by field code. A field of several values may be named several times;
    /// any other one twice is a usage error.
    Result<QHash<QString, Value>> fieldValues(const EntityType &type, qsizetype from) const;
    ParseContext parseContext() const;
    /// --where, --search, --sort of a type.
    Result<ItemQuery> query(const EntityType &type) const;

    /// The whole number that an option names, not negative.
    Result<int> wholeNumber(const QString &option, int fallback) const;

    /// An item as scripts get it; only @p columns unless empty.
    QJsonObject json(const Item &item, const QStringList &columns = {}) const;
    /// An item that something leads to: its type, number and title.
    QJsonObject json(const ItemRef &ref) const;
    /// What --columns names, as paths of codes; "id" may be among them.
    Result<QStringList> columns(const EntityType &entity) const;
    QString number(const ItemRef &ref) const;
    /// An instant as scripts get it: UTC, ISO 8601.
    QString instant(qint64 ms) const;
    /// An instant as people read it: in their own time.
    QString moment(qint64 ms) const;
    QString userName(qint64 id) const;
};

/// A command: @return the exit status.
using Command = int (*)(const Session &);

int runTypes(const Session &session);
int runFields(const Session &session);
int runStages(const Session &session);
int runSettings(const Session &session);

int runList(const Session &session);
int runCount(const Session &session);
int runShow(const Session &session);
int runProducts(const Session &session);
int runHistory(const Session &session);
int runCounters(const Session &session);

int runCreate(const Session &session);
int runSet(const Session &session);
int runMove(const Session &session);
int runConvert(const Session &session);
int runComment(const Session &session);
int runDelete(const Session &session);
int runRestore(const Session &session);
int runUndo(const Session &session);
int runRedo(const Session &session);
int runMerge(const Session &session);
int runPurge(const Session &session);

int runActivitySet(const Session &session);
int runActivityDelete(const Session &session);
int runActivityShow(const Session &session);
QJsonObject activityJson(const Session &session, const Activity &activity);
/// When an activity is to be done, as people read it.
QString deadlineText(const Session &session, const Activity &activity);

int runAttach(const Session &session);
int runFiles(const Session &session);
int runSaveFile(const Session &session);

int runImport(const Session &session);
int runExport(const Session &session);
int runCheck(const Session &session);
int runBackup(const Session &session);

int runExchange(const Session &session);

int runSettingsExport(const Session &session);
int runSettingsImport(const Session &session);

int runCurrencies(const Session &session);
int runCurrencyAdd(const Session &session);
int runCurrencyDelete(const Session &session);
int runRate(const Session &session);
int runRateList(const Session &session);
int runRateImport(const Session &session);

int runDay(const Session &session);
int runDayList(const Session &session);
int runDayImport(const Session &session);
int runDayCount(const Session &session);

int runUserList(const Session &session);
int runUserAdd(const Session &session);
int runUserSet(const Session &session);
int runDepartmentList(const Session &session);
int runDepartmentAdd(const Session &session);
int runDepartmentSet(const Session &session);
int runDepartmentDelete(const Session &session);

} // namespace Kartoteka::Cli
