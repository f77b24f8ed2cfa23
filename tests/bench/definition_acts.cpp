// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/definitions/field_acts.h"
#include "core/definitions/list_acts.h"
#include "core/definitions/type_acts.h"
#include "core/office.h"
#include "core/query/item_query.h"
#include "core/store/record/schema_reader.h"
#include "core/store/upkeep/database_file.h"
#include "models/list/item_table_model.h"
#include "tests/bench/acts.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

namespace Kartoteka {

namespace {

constexpr int types = 60;
constexpr int fields = 3000;

Store &take(Result<std::unique_ptr<Store>> &opened)
{
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return **opened;
}

qint64 commit(Store &store, const Result<ChangeSet> &changes)
{
    if (!changes)
        qFatal("%s", qPrintable(changes.error().message));
    QElapsedTimer timer;
    timer.start();
    if (const auto done = store.commitAndWait(*changes); !done)
        qFatal("%s %s", qPrintable(done.error().message), qPrintable(done.error().detail));
    return timer.elapsed();
}

void make(const QString &path)
{
    if (auto made = createDatabase(path, {u"en"_s, u"Bench"_s, u"bench"_s, u"USD"_s, u"US"_s}, systemClock()); !made)
        qFatal("%s", qPrintable(made.error().message));
}

/// Adds types and fields until there are as many as an office may have.
void define(const QString &path)
{
    auto opened = openOffice(path);
    Store &store = take(opened);
    const auto fieldsOf = [&](qint64 type) { return store.schema()->fields(type).size(); };
    while (store.schema()->types().size() < types) {
        NewType type;
        type.code = type.name = u"own_%1"_s.arg(store.schema()->types().size());
        commit(store, planAddType(*store.schema(), type));
        const EntityType made = *store.schema()->type(type.code);
        const int wanted = fields / types - int(fieldsOf(made.id));
        ChangeSet all;
        for (int i = 0; i < wanted; ++i) {
            NewField field;
            field.code = field.name = u"field_%1"_s.arg(i);
            field.type = i % 5 == 0 ? FieldType::List : i % 5 == 1 ? FieldType::Date : FieldType::String;
            if (field.type == FieldType::List)
                field.listValues = QStringList{u"One"_s, u"Two"_s, u"Three"_s};
            auto one = planAddField(*store.schema(), made, field);
            if (!one)
                qFatal("%s", qPrintable(one.error().message));
            all.kind = one->kind;
            all.changes += one->changes;
        }
        commit(store, all);
    }
    if (auto closed = store.close(); !closed)
        qFatal("%s", qPrintable(closed.error().message));
}

double openMs(const QString &path)
{
    return medianMs(
        [&path] {
            auto opened = openOffice(path);
            take(opened);
        },
        7);
}

} // namespace

void benchLargeSchema(Report &report, const QString &folder)
{
    report.section(u"An office with %1 types and %2 fields"_s.arg(types).arg(fields));
    const QTemporaryDir work(folder + u"/schema-XXXXXX"_s);
    const QString plain = work.filePath(u"plain.kartoteka"_s);
    const QString large = work.filePath(u"large.kartoteka"_s);
    make(plain);
    make(large);
    define(large);
    constexpr double reloadLimitMs = 60;
    constexpr double openLimitMs = 40;
    auto connection = Connection::open(large, Connection::Mode::ReadOnly);
    if (!connection)
        qFatal("%s", qPrintable(connection.error().message));
    const double reload = medianMs([&] {
        if (!readSchema(**connection))
            qFatal("schema");
    });
    report.figure(u"reading it anew, off the window's thread, ms"_s, QString::number(reload, 'f', 1),
                  reload <= reloadLimitMs);
    const double more = openMs(large) - openMs(plain);
    report.figure(u"opening the file, ms more than a new one"_s, QString::number(more, 'f', 1), more <= openLimitMs);
}

void benchDefinitions(Report &report, const QString &path, int leads)
{
    report.section(u"What the office defines, %1 leads"_s.arg(leads));
    auto opened = openOffice(path);
    Store &store = take(opened);
    const EntityType lead = *store.schema()->type(u"lead"_s);
    ItemTableModel list(store);
    int rebuilt = 0;
    ItemQuery query;
    query.typeId = lead.id;
    list.setQuery(query);
    QElapsedTimer wait;
    for (wait.start(); list.rowCount() == 0 && wait.elapsed() < 60'000;)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    QObject::connect(&list, &QAbstractItemModel::modelReset, &list, [&rebuilt] { ++rebuilt; });
    NewField field;
    field.code = field.name = u"bench"_s;
    field.type = FieldType::List;
    field.listValues = QStringList{u"One"_s, u"Two"_s};
    constexpr qint64 addLimitMs = 50;
    const qint64 added = commit(store, planAddField(*store.schema(), lead, field));
    QCoreApplication::processEvents();
    report.figure(u"add a list field, ms"_s, QString::number(added), added <= addLimitMs);
    report.figure(u"  lists rebuilt by it"_s, QString::number(rebuilt), rebuilt == 0);

    const Field source = *store.schema()->field(lead.id, u"source"_s);
    const QList<ListValue> values = store.schema()->listValues(source.id);
    const auto countOf = [&](const ListValue &value) {
        ItemQuery of = query;
        of.conditions = {{source.code, Comparison::Equal, {value.code}}};
        const auto count = queryCount(store.reader(), of);
        return count ? *count : -1;
    };
    const qint64 before = countOf(values[0]) + countOf(values[1]);
    constexpr qint64 mergeLimitMs = 3000;
    QElapsedTimer timer;
    timer.start();
    commit(store, planMergeListValues(*store.schema(), values[1], values[0]));
    const qint64 after = countOf(store.schema()->listValues(source.id).constFirst());
    const qint64 merged = timer.elapsed();
    report.figure(u"merge two values of a list, until %1 items are counted as one, ms"_s.arg(before),
                  QString::number(merged), merged <= mergeLimitMs && after == before);
    const bool isBack = bool(store.undo().result());
    for (wait.start(); store.schema()->listValues(source.id).size() < values.size() && wait.elapsed() < 5'000;)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    const bool undone = isBack && countOf(values[0]) + countOf(values[1]) == before;
    report.figure(u"  one undo puts them apart"_s, undone ? u"yes"_s : u"no"_s, undone);
}

} // namespace Kartoteka
