// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity.h"
#include "core/base/uid.h"
#include "core/items/value_parse.h"
#include "core/office.h"
#include "core/store/record/record_identity.h"
#include "core/store/upkeep/backup.h"
#include "core/store/upkeep/database_file.h"
#include "core/store/upkeep/format_update.h"
#include "core/store/upkeep/migrations.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Kartoteka;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void run(const QString &path, const QString &sql)
{
    auto connection = Connection::open(path, Connection::Mode::ReadWrite);
    QVERIFY(connection);
    QVERIFY((*connection)->run(sql));
}

} // namespace

/// A file that must not be opened says why, in words that differ, and is left untouched.
class TestOpenRules : public QObject
{
    Q_OBJECT
    /// Takes a closed file of format 6 back to what the program before wrote.
    static void makeFormatFive(const QString &path)
    {
        auto connection = Connection::open(path, Connection::Mode::ReadWrite);
        QVERIFY(connection);
        for (const QString &sql : {u"PRAGMA foreign_keys = 0"_s,
                                   u"DROP TABLE product_row"_s,
                                   u"DROP TABLE product"_s,
                                   u"DROP TABLE product_search"_s,
                                   u"DROP TABLE resource"_s,
                                   u"DROP TABLE resource_search"_s,
                                   u"DROP TABLE activity_search"_s,
                                   u"DROP INDEX activity_number"_s,
                                   u"ALTER TABLE activity DROP COLUMN number"_s,
                                   u"DROP INDEX activity_link_past"_s,
                                   u"DROP INDEX activity_link_held"_s,
                                   u"DROP INDEX activity_link_early"_s,
                                   u"DROP INDEX activity_moment"_s,
                                   u"DROP INDEX activity_whole"_s,
                                   u"DROP INDEX activity_long"_s,
                                   u"DROP INDEX activity_series"_s,
                                   u"DROP INDEX activity_repeats"_s,
                                   u"DELETE FROM list_value WHERE CAST(uid AS TEXT) LIKE 'sys-value-00075%'"_s,
                                   u"DELETE FROM list_value WHERE CAST(uid AS TEXT) LIKE 'sys-value-008%'"_s,
                                   u"DELETE FROM list_value WHERE CAST(uid AS TEXT) LIKE 'sys-value-00084%'"_s,
                                   u"DELETE FROM field WHERE CAST(uid AS TEXT) LIKE 'sys-field-0083%'"_s,
                                   u"DELETE FROM field WHERE CAST(uid AS TEXT) LIKE 'sys-field-0084%'"_s,
                                   u"DELETE FROM section WHERE CAST(uid AS TEXT) LIKE 'sys-sectn-00084%'"_s,
                                   u"DELETE FROM field WHERE CAST(uid AS TEXT) LIKE 'sys-field-0007%'"_s,
                                   u"DELETE FROM field WHERE CAST(uid AS TEXT) LIKE 'sys-field-00081%'"_s,
                                   u"DELETE FROM section WHERE CAST(uid AS TEXT) LIKE 'sys-sectn-0007%'"_s,
                                   u"DELETE FROM entity_type WHERE code IN ('product', 'resource')"_s,
                                   u"ALTER TABLE lead DROP COLUMN amount_auto"_s,
                                   u"ALTER TABLE deal DROP COLUMN amount_auto"_s})
            QVERIFY((*connection)->run(sql));
        for (const QString &column : {u"recurrence"_s, u"recurrence_fold"_s, u"repeat_when_done"_s, u"series"_s,
                                      u"series_fold"_s, u"occurrence"_s, u"occurrence_fold"_s})
            QVERIFY((*connection)->run(u"ALTER TABLE activity DROP COLUMN "_s + column));
        for (const QString &type : {u"lead"_s, u"deal"_s, u"contact"_s, u"company"_s, u"activity"_s}) {
            QVERIFY((*connection)->run(u"DROP INDEX %1_filled"_s.arg(type)));
            QVERIFY((*connection)->run(u"ALTER TABLE %1 DROP COLUMN filled"_s.arg(type)));
        }
        QVERIFY((*connection)->run(u"DROP TABLE filled_fields"_s));
        QVERIFY((*connection)->run(u"DROP INDEX act_unfinished"_s));
        QVERIFY((*connection)->run(u"ALTER TABLE act DROP COLUMN unfinished"_s));
        for (
            const QString &sql :
            {u"DROP TABLE activity_count"_s, u"DROP TABLE lit_day"_s, u"DROP TABLE journal_item"_s,
             u"DROP INDEX journal_activity"_s, u"DROP INDEX activity_link_lit"_s, u"DROP INDEX activity_link_plan"_s,
             u"DROP INDEX item_plan_deadline"_s, u"DROP INDEX item_plan_incoming"_s, u"DROP INDEX item_plan_undated"_s,
             u"DROP INDEX activity_link_own"_s,
             u"CREATE INDEX activity_link_own_lit ON activity_link (activity_responsible, item_type, lit_at) WHERE done = 0"_s,
             u"DROP INDEX multi_value_key"_s, u"CREATE INDEX multi_value_key ON multi_value (key) WHERE key IS NOT NULL"_s,
             u"DELETE FROM stage_total WHERE stage < 0"_s, u"DROP TABLE stage_plan"_s, u"DROP TABLE closed_total"_s,
             u"ALTER TABLE stage_total DROP COLUMN weighted"_s, u"ALTER TABLE stage_total DROP COLUMN created"_s})
            QVERIFY((*connection)->run(sql));
        for (const QString &column :
             {u"public_key"_s, u"introduced_by"_s, u"introduction"_s, u"branch_of"_s, u"branch_after"_s})
            QVERIFY((*connection)->run(u"ALTER TABLE replica DROP COLUMN %1"_s.arg(column)));
        for (const QString &column : {u"author_uid"_s, u"wrote_at"_s})
            QVERIFY((*connection)->run(u"ALTER TABLE journal DROP COLUMN %1"_s.arg(column)));
        for (const QString &type : {u"lead"_s, u"deal"_s, u"contact"_s, u"company"_s}) {
            QVERIFY((*connection)->run(u"UPDATE %1_search_content SET c0 = rtrim(c0, char(10))"_s.arg(type)));
            QVERIFY((*connection)->run(u"INSERT INTO %1_search (%1_search) VALUES ('rebuild')"_s.arg(type)));
        }
        for (const QString &table :
             {u"replica_secret"_s, u"chain_mark"_s, u"set_aside"_s, u"seat_counter"_s, u"unfinished_copy"_s})
            QVERIFY((*connection)->run(u"DROP TABLE "_s + table));
        for (const QString &sql : {u"DROP TABLE follow_up"_s, u"DROP TABLE stage_visit"_s,
                                   u"ALTER TABLE lead DROP COLUMN repeat"_s, u"DELETE FROM field WHERE code = 'repeat'"_s,
                                   u"DELETE FROM field WHERE uid = CAST('sys-field-000320' AS BLOB)"_s})
            QVERIFY((*connection)->run(sql));
        for (const QString &sql :
             {u"ALTER TABLE attachment DROP COLUMN role"_s, u"DROP INDEX contact_photo"_s,
              u"ALTER TABLE contact DROP COLUMN photo"_s, u"ALTER TABLE contact ADD COLUMN photo TEXT"_s})
            QVERIFY((*connection)->run(sql));
        for (const QString &sql :
             {u"ALTER TABLE field DROP COLUMN values_from"_s, u"ALTER TABLE list_value DROP COLUMN merged_into"_s})
            QVERIFY((*connection)->run(sql));
        const QList<std::pair<QString, QStringList>> definitions{
            {u"entity_type"_s, {u"name_plural"_s, u"colour"_s, u"is_listed"_s, u"title_pattern"_s}},
            {u"field"_s, {u"default_value"_s, u"uniqueness"_s, u"help"_s, u"as_tab"_s, u"former_codes"_s}},
            {u"user_account"_s, {u"department"_s, u"job"_s, u"phone"_s, u"email"_s, u"absent_from"_s, u"absent_until"_s}},
            {u"stage"_s, {u"probability"_s}},
        };
        for (const auto &[table, columns] : definitions) {
            for (const QString &column : columns)
                QVERIFY((*connection)->run(u"ALTER TABLE %1 DROP COLUMN %2"_s.arg(table, column)));
        }
        for (const QString &table : {u"card_tab"_s,       u"card_field"_s,       u"card_section"_s,   u"card_view_for"_s,
                                     u"card_view"_s,      u"person_setting"_s,   u"currency"_s,       u"rate"_s,
                                     u"calendar_day"_s,   u"department"_s,       u"tunnel"_s,         u"reminder_due"_s,
                                     u"reminder_done"_s,  u"reminder_snooze"_s,  u"reminder_desk"_s,  u"activity_kind"_s,
                                     u"checklist_item"_s, u"series_exception"_s, u"resource_hours"_s, u"busy"_s})
            QVERIFY((*connection)->run(u"DROP TABLE "_s + table));
        for (const QString &index : {u"deal_lead"_s, u"contact_lead"_s, u"company_lead"_s})
            QVERIFY((*connection)->run(u"DROP INDEX "_s + index));
        QVERIFY((*connection)->run(u"UPDATE field SET indexed = 0 WHERE code = 'lead'"_s));
        for (const QString &sql : {u"DROP TABLE notice"_s, u"DROP TABLE pin"_s, u"DROP TABLE given_number"_s,
                                   u"ALTER TABLE comment DROP COLUMN edited_at"_s,
                                   u"ALTER TABLE comment ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0"_s})
            QVERIFY((*connection)->run(sql));
        QVERIFY((*connection)->run(u"PRAGMA user_version = 5"_s));
    }

    /// What somebody who sends a file may have put into it.
    static QStringList sqlOf(const QString &tag)
    {
        static const QHash<QString, QStringList> planted{
            {u"trigger"_s, {u"CREATE TRIGGER t AFTER INSERT ON journal BEGIN UPDATE user_account SET name = 'x'; END"_s}},
            {u"view"_s, {u"CREATE VIEW v AS SELECT * FROM lead"_s}},
            {u"endless view in place of a table"_s,
             {u"ALTER TABLE lead RENAME TO l2"_s,
              u"CREATE VIEW lead AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT l2.* FROM l2, c"_s}},
            {u"index over an expression"_s, {u"CREATE INDEX i ON lead (abs(id))"_s}},
            {u"generated column"_s, {u"ALTER TABLE lead ADD COLUMN g AS (title || 'x')"_s}},
            {u"nasty name"_s, {u"CREATE TABLE \"x\"\"; DROP TABLE lead; --\" (a)"_s}},
            {u"column name of a field"_s, {u"UPDATE field SET column_name = '(' WHERE code = 'comment'"_s}},
            {u"table name of a type"_s, {u"UPDATE entity_type SET table_name = 'lead; --' WHERE code = 'lead'"_s}},
            {u"type in a table of the program"_s, {u"UPDATE entity_type SET table_name = 'setting' WHERE code = 'lead'"_s}},
            {u"type called as a table of the program"_s,
             {u"UPDATE entity_type SET code = 'setting', table_name = 'setting' WHERE code = 'lead'"_s}},
            {u"type called as one in capitals"_s,
             {u"UPDATE entity_type SET code = 'Journal', table_name = 'Journal' WHERE code = 'lead'"_s}},
            {u"type called as what is searched"_s,
             {u"UPDATE entity_type SET code = 'deal_search_data', table_name = 'deal_search_data' WHERE code = 'lead'"_s}},
            {u"two fields in one column"_s, {u"UPDATE field SET column_name = 'title' WHERE code = 'comment'"_s}},
            {u"field in a column of every item"_s, {u"UPDATE field SET column_name = 'uid' WHERE code = 'comment'"_s}},
            {u"field in one in capitals"_s, {u"UPDATE field SET column_name = 'UID' WHERE code = 'comment'"_s}},
            {u"two fields in one column but for the case"_s,
             {u"UPDATE field SET column_name = 'Title' WHERE code = 'comment'"_s}},
            {u"field in what is kept of another"_s,
             {u"UPDATE field SET column_name = 'title_fold' WHERE code = 'comment'"_s}},
            {u"field in the currency of another"_s,
             {u"UPDATE field SET column_name = 'amount_currency' WHERE code = 'comment'"_s}},
            {u"field in the id under another word"_s, {u"UPDATE field SET column_name = 'rowid' WHERE code = 'comment'"_s}},
            {u"column name that ends before its end"_s,
             {u"UPDATE field SET column_name = 'comment' || char(0) || ')' WHERE code = 'comment'"_s}},
            {u"table name that ends before its end"_s,
             {u"UPDATE entity_type SET table_name = 'lead' || char(0), code = 'lead' || char(0) WHERE code = 'lead'"_s}},
            {u"type in no table"_s, {u"UPDATE entity_type SET table_name = NULL WHERE code = 'lead'"_s}},
            {u"name of 20,000 characters"_s, {u"UPDATE stage SET name = hex(zeroblob(10000)) WHERE id = 1"_s}},
            {u"negative format"_s, {u"PRAGMA user_version = -1"_s}},
            {u"format 0"_s, {u"PRAGMA user_version = 0"_s}},
            {u"greatest format"_s, {u"PRAGMA user_version = 2147483647"_s}},
            {u"no self"_s, {u"UPDATE replica SET is_self = 0"_s}},
            {u"two selves"_s, {u"INSERT INTO replica (uid, is_self) VALUES (randomblob(16), 1)"_s}},
            {u"nobody"_s, {u"PRAGMA foreign_keys = 0"_s, u"DELETE FROM user_account"_s}}};
        return planted.value(tag);
    }

private slots:
    void refusesAndLeavesAlone_data()
    {
        QTest::addColumn<int>("code");
        for (const auto &[name, code] : {std::pair{"not sqlite", ErrorCode::NotOurs},
                                         {"other database", ErrorCode::NotOurs},
                                         {"newer", ErrorCode::Newer},
                                         {"truncated", ErrorCode::Damaged},
                                         {"broken inside", ErrorCode::Damaged},
                                         {"trigger", ErrorCode::Damaged},
                                         {"view", ErrorCode::Damaged},
                                         {"endless view in place of a table", ErrorCode::Damaged},
                                         {"index over an expression", ErrorCode::Damaged},
                                         {"generated column", ErrorCode::Damaged},
                                         {"nasty name", ErrorCode::Damaged},
                                         {"column name of a field", ErrorCode::Damaged},
                                         {"table name of a type", ErrorCode::Damaged},
                                         {"type in a table of the program", ErrorCode::Damaged},
                                         {"type called as a table of the program", ErrorCode::Damaged},
                                         {"type called as one in capitals", ErrorCode::Damaged},
                                         {"type called as what is searched", ErrorCode::Damaged},
                                         {"two fields in one column", ErrorCode::Damaged},
                                         {"field in a column of every item", ErrorCode::Damaged},
                                         {"field in one in capitals", ErrorCode::Damaged},
                                         {"two fields in one column but for the case", ErrorCode::Damaged},
                                         {"field in what is kept of another", ErrorCode::Damaged},
                                         {"field in the currency of another", ErrorCode::Damaged},
                                         {"field in the id under another word", ErrorCode::Damaged},
                                         {"column name that ends before its end", ErrorCode::Damaged},
                                         {"table name that ends before its end", ErrorCode::Damaged},
                                         {"type in no table", ErrorCode::Damaged},
                                         {"name of 20,000 characters", ErrorCode::Damaged},
                                         {"negative format", ErrorCode::Damaged},
                                         {"format 0", ErrorCode::Damaged},
                                         {"greatest format", ErrorCode::Newer},
                                         {"no self", ErrorCode::Damaged},
                                         {"two selves", ErrorCode::Damaged},
                                         {"nobody", ErrorCode::Damaged}})
            QTest::newRow(name) << int(code);
    }
    void refusesAndLeavesAlone()
    {
        QFETCH(int, code);
        const QString tag = QString::fromLatin1(QTest::currentDataTag());
        TestOffice office;
        office.close();
        const QString path = office.path();
        QFile file(path);
        if (tag == u"not sqlite") {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(
                "Just a text file, long enough to be looked at by anybody who opens it and wonders what it is about.......");
            file.close();
        } else if (tag == u"other database") {
            run(path, u"PRAGMA application_id = 7"_s);
        } else if (tag == u"newer") {
            run(path, u"PRAGMA user_version = %1"_s.arg(currentFormat() + 1));
        } else if (tag == u"truncated") {
            QVERIFY(file.resize(file.size() / 2));
        } else if (tag == u"broken inside") {
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(100);
            file.write(QByteArray(6000, '\x5a'));
            file.close();
        } else if (const QStringList planted = sqlOf(tag); !planted.isEmpty()) {
            for (const QString &sql : planted)
                run(path, sql);
        } else {
            QFAIL("what is to be done is not said");
        }
        const QByteArray before = bytesOf(path);
        auto store = openOffice(path);
        QVERIFY(!store);
        QCOMPARE(int(store.error().code), code);
        QVERIFY(!store.error().message.isEmpty());
        QCOMPARE(bytesOf(path), before);
    }

    void saysWhenAnotherProgramHoldsTheFile()
    {
        TestOffice office;
        office.close();
        auto other = Connection::open(office.path(), Connection::Mode::ReadWrite);
        QVERIFY(other);
        QVERIFY((*other)->run(u"PRAGMA locking_mode=EXCLUSIVE"_s));
        QVERIFY((*other)->run(u"BEGIN EXCLUSIVE"_s));
        auto store = openOffice(office.path());
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Locked);
    }

    void saysThatThereIsNoFile()
    {
        auto store = openOffice(u"/nowhere/office.kartoteka"_s);
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::File);
    }

    void newFilesHaveTheSchemaOfTheSnapshot()
    {
        TestOffice office;
        QStringList lines;
        auto cursor = office.store().reader().connection.query(
            u"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%\\_search\\_%' ESCAPE '\\' ORDER BY type, name"_s);
        QVERIFY(cursor);
        while (cursor->next())
            lines << cursor->text(0).simplified() + u';';
        const QString now = lines.join(u'\n') + u'\n';
        const QString path = QStringLiteral(KARTOTEKA_SOURCES "/tests/data/schema.sql");
        if (qEnvironmentVariableIsSet("KARTOTEKA_UPDATE_SNAPSHOT")) {
            QFile out(path);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(now.toUtf8());
        }
        QCOMPARE(now, QString::fromUtf8(bytesOf(path)));
    }

    void aFileOfFormatFiveLearnsWhichFieldsAreFilledIn()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"With"_s}, {u"email"_s, textMembers({u"a@b.example"_s})}});
        office.create(u"lead"_s, {{u"title"_s, u"Without"_s}, {u"comment"_s, u"Said nothing"_s}});
        office.close();
        makeFormatFive(office.path());
        office.reopen();
        QCOMPARE(office.problems(), QStringList());
        QCOMPARE(office.store().reader().connection.scalar(u"SELECT count(DISTINCT filled) FROM lead"_s)->toInt(), 2);
    }

    void aFileOfFormatFiveLearnsToFindShortWords()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"Ends with qz"_s}});
        office.close();
        makeFormatFive(office.path());
        office.reopen();
        QCOMPARE(office.problems(), QStringList());
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        query.search = u"qz"_s;
        QCOMPARE(*queryCount(office.store().reader(), query), 1);
    }

    void aFileOfFormatFiveLearnsWhenItReminds()
    {
        TestOffice office;
        for (const QString &reminders : {u"0,15"_s, u"60"_s, QString()}) {
            ActivityDraft draft;
            draft.title = u"Call"_s;
            draft.deadline = office.clock().now() + 3'600'000;
            draft.reminders = reminders;
            QVERIFY(office.store().commitAndWait(planActivity(office.schema(), draft)));
        }
        office.close();
        makeFormatFive(office.path());
        office.reopen();
        QCOMPARE(office.problems(), QStringList());
        QCOMPARE(office.store().reader().connection.scalar(u"SELECT count(*) FROM reminder_due"_s)->toInt(), 3);
    }

    /// What the program brings later finds its code free, whoever has taken it.
    void fieldsOfTheOfficeMakeWayForThoseOfTheProgram()
    {
        TestOffice office;
        office.close();
        makeFormatFive(office.path());
        for (const QString &code : {u"repeat"_s, u"amount_auto"_s, u"contacts"_s, u"ours"_s})
            run(office.path(),
                u"INSERT INTO field (uid, entity_type, code, name, type, column_name) SELECT randomblob(16), id, '%1', "
                "'Our own', 'string', 'f_%1' FROM entity_type WHERE code = 'lead'"_s.arg(code));
        office.reopen();
        QCOMPARE(office.problems(), QStringList());
        const qint64 lead = office.typeId(u"lead"_s);
        QCOMPARE(office.schema().field(lead, u"contacts"_s)->type, FieldType::Link);
        QStringList own;
        for (const Field &field : office.schema().fields(lead)) {
            if (field.name == u"Our own")
                own << field.code.section(u'_', 0, 0);
        }
        own.sort();
        QCOMPARE(own, (QStringList{u"amount"_s, u"contacts"_s, u"ours"_s, u"repeat"_s}));
        QVERIFY(office.schema().field(lead, u"ours"_s));
    }

    /// Deals had a list of sources of their own.
    void aFileOfFormatFiveLearnsToShareItsLists()
    {
        TestOffice office;
        const qint64 deal = office.create(u"deal"_s, {{u"title"_s, u"Ours"_s}});
        const Field &source = *office.schema().field(office.typeId(u"lead"_s), u"source"_s);
        const qint64 recommended = findListValue(office.schema(), source, u"recommendation"_s);
        office.close();
        makeFormatFive(office.path());
        run(office.path(),
            u"UPDATE deal SET source = (SELECT v.id FROM list_value v JOIN field f ON f.id = v.field JOIN entity_type t "
            "ON t.id = f.entity_type WHERE t.code = 'deal' AND f.code = 'source' AND v.code = 'recommendation')"_s);
        office.reopen();
        QCOMPARE(office.problems(), QStringList());
        QCOMPARE(office.item(u"deal"_s, deal).value(u"source"_s).toLongLong(), recommended);
        // What other seats go on saying of the value of deals is read as the one that all share.
        const Catalog catalog(office.schema());
        RecordIdentity identity(office.store().reader().connection, catalog);
        const qint64 old = identity.idOf(u"list_value"_s, uidFromBytes("sys-value-000020"));
        QVERIFY(old != recommended);
        QCOMPARE(office.schema().listValue(old)->id, recommended);
    }

    void anUpdateSaysWhatItDoesAndKeepsACopy()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"Kept"_s}});
        office.close();
        makeFormatFive(office.path());
        QCOMPARE(*isOfOlderFormat(office.path()), true);
        QList<UpdateStep> steps;
        UpdateOptions options;
        options.step = [&](UpdateStep step) { steps << step; };
        QVERIFY(updateFormat(office.path(), office.clock(), options));
        QCOMPARE(steps, (QList{UpdateStep::Backup, UpdateStep::Tables}));
        QCOMPARE(*isOfOlderFormat(office.path()), false);
        const QStringList copies = QDir(backupFolder(office.path())).entryList({u"*-before-update-*"_s}, QDir::Files);
        QCOMPARE(copies.size(), 1);
        QCOMPARE(*isOfOlderFormat(backupFolder(office.path()) + u'/' + copies[0]), true);
        QVERIFY(updateFormat(office.path(), office.clock(), options)); // nothing more to do
        QCOMPARE(steps.size(), 2);
    }

    void aStoppedUpdateLeavesTheFileAsItWas()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"Kept"_s}});
        office.close();
        makeFormatFive(office.path());
        UpdateOptions options;
        options.step = [&](UpdateStep step) {
            if (step == UpdateStep::Tables)
                options.cancel.cancel();
        };
        const auto stopped = updateFormat(office.path(), office.clock(), options);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        QCOMPARE(*isOfOlderFormat(office.path()), true);
        QCOMPARE(QDir(backupFolder(office.path())).entryList({u"*-before-update-*"_s}, QDir::Files), QStringList());
        office.reopen(); // and the next try works
        QCOMPARE(office.problems(), QStringList());
    }

    void aFailedMigrationLeavesTheFileAsItWas()
    {
        TestOffice office;
        office.close();
        auto connection = Connection::open(office.path(), Connection::Mode::ReadWrite);
        QVERIFY(connection);
        // Running the first migration again must fail at its first table, and change nothing.
        QVERIFY(!migrate(**connection, 0));
        QCOMPARE((*connection)->scalar(u"PRAGMA user_version"_s)->toInt(), currentFormat());
        QCOMPARE((*connection)->scalar(u"SELECT count(*) FROM entity_type"_s)->toInt(), 7);
    }

    void dailyBackupsRotate()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        QString last;
        const BackupPlan plan{.days = 3, .weeks = 0, .months = 0};
        for (int day = 0; day < plan.days + 3; ++day) {
            const Result<QString> saved = office.store()
                                              .maintain<QString>([&](Connection &c) {
                                                  return dailyBackup(c, office.path(), office.clock(), plan);
                                              })
                                              .result();
            QVERIFY(saved);
            QVERIFY(!saved->isEmpty());
            last = *saved;
            const Result<QString> again = office.store()
                                              .maintain<QString>([&](Connection &c) {
                                                  return dailyBackup(c, office.path(), office.clock(), plan);
                                              })
                                              .result();
            QVERIFY(again && again->isEmpty());
            office.clock().advance(24LL * 3600 * 1000);
        }
        QCOMPARE(QDir(backupFolder(office.path())).entryList({u"*.kartoteka"_s}).size(), plan.days);
        auto store = openOffice(last);
        QVERIFY(store);
        ItemQuery leads;
        leads.typeId = (*store)->schema()->type(u"lead"_s)->id;
        QCOMPARE(queryTotals((*store)->reader(), leads)->count, 1);
    }

    /// Whoever copies the file after the program has closed it must have everything.
    void aClosedFileIsWhole()
    {
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"Lead"_s}});
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        QVERIFY(queryIds(office.store().reader(), query));
        auto read = office.store().read<qint64>(CancelToken(), [](ReadContext &) -> Result<qint64> { return 1; });
        QVERIFY(read.result());
        office.close();
        QVERIFY(!QFile::exists(office.path() + u"-wal"_s));
    }
};

KARTOTEKA_TEST(tst_open_rules, TestOpenRules)
#include "tst_open_rules.moc"
