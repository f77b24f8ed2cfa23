// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_office.h"

#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/value_parse.h"
#include "core/office.h"
#include "core/pipeline/stage_move.h"
#include "core/store/upkeep/database_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace Kartoteka {

namespace {

/// What all offices of a test program are copies of: to make one anew is what most tests would spend their time with.
QString blankFile()
{
    static const QTemporaryDir folder;
    static const QString path = [] {
        const QString made = folder.filePath(u"blank.kartoteka"_s);
        if (auto done = createBlankDatabase(made); !done)
            qFatal("%s", qUtf8Printable(done.error().message + done.error().detail));
        return made;
    }();
    return path;
}

} // namespace

TestOffice::TestOffice() : m_path(m_dir.filePath(u"office.kartoteka"_s))
{
    const NewDatabase options{.language = u"en"_s,
                              .userName = u"Test Person"_s,
                              .login = systemLogin(),
                              .currency = u"RUB"_s,
                              .phoneRegion = u"RU"_s};
    if (!QFile::copy(blankFile(), m_path))
        qFatal("The blank file could not be copied.");
    if (auto made = claimBlankDatabase(m_path, options, m_clock); !made)
        qFatal("%s", qUtf8Printable(made.error().message + made.error().detail));
    reopen();
}

void TestOffice::reopen()
{
    m_store.reset();
    auto store = openOffice(m_path, m_clock);
    if (!store)
        qFatal("%s", qUtf8Printable(store.error().message + store.error().detail));
    m_store = std::move(*store);
}

qint64 TestOffice::stageId(const QString &type, const QString &stage)
{
    return findStage(schema(), typeId(type), 0, stage);
}

qint64 TestOffice::create(const QString &type, const QHash<QString, Value> &values)
{
    QUuid uid;
    auto receipt = store().commitAndWait(planCreate(schema(), *schema().type(type), values, &uid));
    if (!receipt)
        qFatal("%s", qUtf8Printable(receipt.error().message + receipt.error().detail));
    return receipt->created.value(uid);
}

void TestOffice::move(const QString &type, qint64 id, const QString &stage)
{
    auto changes = planMove(store().reader(), {typeId(type), id, {}}, stageId(type, stage));
    if (!changes)
        qFatal("%s", qUtf8Printable(changes.error().message));
    if (auto receipt = store().commitAndWait(*changes); !receipt)
        qFatal("%s", qUtf8Printable(receipt.error().message));
}

Item TestOffice::item(const QString &type, qint64 id)
{
    auto item = readItem(store().reader(), {typeId(type), id, {}});
    return item ? *item : Item{};
}

QStringList TestOffice::problems()
{
    const Result<QStringList> found = store().maintain<QStringList>(checkDatabase).result();
    return found ? *found : QStringList{found.error().message + found.error().detail};
}

QStringList TestOffice::contents()
{
    // The journal, the acts, the counters and the known sets of filled fields only grow; all else must be as it was.
    static const QString tables =
        u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE '%\\_search%' ESCAPE '\\' "
        "AND name NOT IN ('journal', 'act', 'replica', 'hybrid_clock', 'number_counter', 'exchange_log', 'replica_has', "
        "'conflict', 'erased_id', 'filled_fields', 'replica_secret', 'chain_mark', 'set_aside', 'seat_counter', "
        "'unfinished_copy', 'journal_item', 'stage_visit', 'follow_up', 'given_number') ORDER BY name"_s;
    static const QStringList definitions{u"entity_type"_s,      u"section"_s, u"field"_s,        u"list_value"_s,
                                         u"pipeline"_s,         u"stage"_s,   u"user_account"_s, u"activity_kind"_s,
                                         u"series_exception"_s, u"notice"_s};
    QStringList out;
    Connection &connection = store().reader().connection;
    QStringList names;
    {
        auto cursor = connection.query(tables);
        while (cursor && cursor->next())
            names << cursor->text(0);
    }
    for (const QString &name : std::as_const(names)) {
        const QString columns = name == u"multi_value"
            ? u"entity_type, item, field, position, value, label, key, ref, ref_type"_s
            : u"*"_s;
        QStringList rows;
        const int count = connection.scalar(u"SELECT count(*) FROM pragma_table_info('%1')"_s.arg(name))->toInt();
        // Definitions and notices whose making is taken back are hidden, not erased.
        const QString where = definitions.contains(name) ? u" WHERE deleted_at IS NULL"_s : QString();
        auto cursor = connection.query(u"SELECT %1 FROM %2"_s.arg(columns, name) + where);
        while (cursor && cursor->next()) {
            QStringList row{name};
            for (int i = 0; i < (name == u"multi_value" ? 9 : count); ++i)
                row << (cursor->value(i).typeId() == QMetaType::QByteArray ? QString::fromLatin1(cursor->bytes(i).toHex())
                                                                           : cursor->text(i));
            rows << row.join(u'|');
        }
        rows.sort();
        out += rows;
    }
    return out;
}

} // namespace Kartoteka
