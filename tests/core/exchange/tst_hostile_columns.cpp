// SPDX-License-Identifier: GPL-3.0-or-later
// Every column of every record that travels, filled with what cannot be: the program that reads it goes on, shows everything,
// and two that read the same hold the same.
#include "core/activities/activity.h"
#include "core/activities/reminder_queries.h"
#include "core/base/json_text.h"
#include "core/base/uid.h"
#include "core/calendar/calendar_query.h"
#include "core/demo/demo_data.h"
#include "core/exchange/exchange_reader.h"
#include "core/items/card_layout.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/notices/notice_queries.h"
#include "core/query/presets.h"
#include "core/schema/codes.h"
#include "core/store/db/sql_name.h"
#include "core/store/record/contents.h"
#include "core/store/record/record_identity.h"
#include "core/store/record/record_reader.h"
#include "core/timeline/timeline.h"
#include "tests/support/hostile_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestHostileColumns final : public HostileOffice
{
    Q_OBJECT

    struct Sample
    {
        QUuid uid;
        QHash<QString, QByteArray> values; ///< by column, as they stand in the journal
    };

    QMap<QString, Sample> m_samples; ///< a record of each table
    QByteArray m_lead;
    QByteArray m_activity;

    static qint64 first(Store &store, const QString &sql)
    {
        auto id = store.reader().connection.scalar(sql);
        return id ? id->toLongLong() : 0;
    }

    /// What the demo office has none of.
    static void makeTheRest(Store &store)
    {
        const QString leads = u"SELECT min(id) FROM lead"_s;
        const qint64 lead = first(store, u"SELECT min(id) FROM entity_type WHERE code = 'lead'"_s);
        const qint64 person = first(store, u"SELECT min(id) FROM user_account"_s);
        const qint64 field = first(store, u"SELECT id FROM field WHERE entity_type = 1 AND code = 'comment'"_s);
        const qint64 pipeline = first(store, u"SELECT min(id) FROM pipeline WHERE entity_type = 1"_s);
        const qint64 stage = first(store, u"SELECT min(id) FROM stage WHERE pipeline = %1"_s.arg(pipeline));
        const qint64 section = first(store, u"SELECT min(id) FROM section WHERE entity_type = 1"_s);
        const qint64 kind = first(store,
                                  u"SELECT v.id FROM list_value v JOIN field f ON f.id = v.field "
                                  "WHERE f.code = 'kind' ORDER BY v.id LIMIT 1"_s);
        const qint64 activity = first(store, u"SELECT min(id) FROM activity"_s);
        const Value item = toValue(ItemRef{lead, first(store, u"SELECT min(id) FROM lead"_s), {}});
        const ReadContext context = store.reader();
        RecordIdentity identity(context.connection, *context.catalog);
        const auto uid = [&](const char *table, qint64 id) {
            return uidText(identity.uidOf(QString::fromLatin1(table), id));
        };
        ChangeSet c;
        const auto keyed = [&](const QString &table, const QString &key, const QList<FieldValue> &values) {
            return uidText(c.create(table, values, derivedUid(table, key)));
        };
        const QByteArray bytes("bytes");
        c.contents.insert(contentDigest(bytes), bytes);
        const QUuid department = c.create(u"department"_s, {{u"name"_s, u"Sales"_s}});
        keyed(u"currency"_s, u"EUR"_s, {{u"code"_s, u"EUR"_s}});
        keyed(u"rate"_s, u"EUR/RUB/2026-03-02"_s,
              {{u"currency"_s, u"EUR"_s}, {u"base"_s, u"RUB"_s}, {u"day"_s, u"2026-03-02"_s}, {u"value"_s, qint64(9)}});
        keyed(u"calendar_day"_s, u"2026-06-12"_s, {{u"day"_s, u"2026-06-12"_s}, {u"kind"_s, u"off"_s}});
        c.create(u"stage_rule"_s,
                 {{u"field"_s, field}, {u"pipeline"_s, pipeline}, {u"first_stage"_s, stage}, {u"last_stage"_s, stage}});
        c.create(u"tunnel"_s,
                 {{u"from_stage"_s, stage},
                  {u"to_pipeline"_s, first(store, u"SELECT min(id) FROM pipeline WHERE entity_type <> 1"_s)}});
        keyed(u"activity_kind"_s, uid("list_value", kind), {{u"value"_s, kind}, {u"duration"_s, qint64(30)}});
        c.create(u"preset"_s, {{u"entity_type"_s, lead}, {u"name"_s, u"Mine"_s}, {u"conditions"_s, u"title = a"_s}});
        const QString view = keyed(u"card_view"_s, uid("entity_type", lead) + u'/' + uid("user", person),
                                   {{u"entity_type"_s, lead}, {u"person"_s, person}});
        const Value ofView = uidFromText(view);
        keyed(u"card_view_for"_s, view + u"//"_s + uidText(department),
              {{u"card_view"_s, ofView}, {u"department"_s, department}});
        const QString place = keyed(u"card_section"_s, view + u'/' + uid("section", section),
                                    {{u"card_view"_s, ofView}, {u"section"_s, section}, {u"rank"_s, 1.0}});
        keyed(u"card_field"_s, view + u'/' + uid("field", field),
              {{u"card_view"_s, ofView}, {u"field"_s, field}, {u"card_section"_s, uidFromText(place)}});
        keyed(u"card_tab"_s, view + u"/history"_s, {{u"card_view"_s, ofView}, {u"code"_s, u"history"_s}, {u"rank"_s, 1.0}});
        keyed(u"person_setting"_s, uid("user", person) + u"/x"_s,
              {{u"person"_s, person}, {u"code"_s, u"x"_s}, {u"value"_s, u"1"_s}});
        const QString version = QString(32, u'a') + u":1"_s;
        keyed(u"pin"_s, uid("lead", first(store, leads)) + u'/' + version, {{u"item"_s, item}, {u"version"_s, version}});
        keyed(u"notice"_s, uid("user", person) + u'/' + QString(32, u'b'),
              {{u"person"_s, person},
               {u"kind"_s, u"mention"_s},
               {u"item"_s, item},
               {u"comment"_s, QString(32, u'b')},
               {u"created_at"_s, qint64(1)}});
        c.create(u"attachment"_s,
                 {{u"owner"_s, item},
                  {u"name"_s, u"a.txt"_s},
                  {u"size"_s, qint64(bytes.size())},
                  {u"digest"_s, contentDigest(bytes)}});
        c.create(u"checklist_item"_s, {{u"activity"_s, activity}, {u"text"_s, u"Step"_s}});
        const QString series(32, u'c');
        keyed(u"series_exception"_s, series + u"/20260302T120000"_s,
              {{u"series"_s, series}, {u"occurrence"_s, u"20260302T120000"_s}, {u"kind"_s, u"skipped"_s}});
        const QUuid room = c.create(u"resource"_s, {{u"title"_s, u"Room"_s}});
        keyed(u"resource_hours"_s, uidText(room) + u"/1"_s,
              {{u"resource"_s, room}, {u"weekday"_s, u"1"_s}, {u"hours"_s, u"10:00-16:00"_s}});
        c.create(u"link"_s,
                 {{u"kind"_s, u"related"_s},
                  {u"source"_s, item},
                  {u"target"_s, toValue(ItemRef{lead, first(store, u"SELECT max(id) FROM lead"_s), {}})}});
        c.changes.removeIf([&](const Change &change) { // the demo office has some
            return first(store, u"SELECT count(*) FROM %1"_s.arg(sqlName(change.table))) > 3;
        });
        auto done = store.commitAndWait(c);
        if (!done)
            qFatal("%s", qUtf8Printable(done.error().message + done.error().detail));
    }

    void takeSamples(Store &store)
    {
        const ReadContext context = store.reader();
        RecordIdentity identity(context.connection, *context.catalog);
        const QStringList codes = context.catalog->codes();
        for (const QString &code : codes) {
            const RecordTable &table = *context.catalog->table(code);
            const qint64 id = first(store, u"SELECT max(id) FROM %1"_s.arg(sqlName(table.name)));
            auto record = readRecord(context.connection, *context.schema, table, id);
            if (!record || !*record)
                qFatal("make a record of %s above, so that its columns are tried", qUtf8Printable(code));
            Sample sample{(*record)->uid, {}};
            for (int at = 0; at < table.columns.size(); ++at) {
                if (table.columns[at].computed)
                    continue;
                QByteArray json;
                appendJournal(table.columns[at], (*record)->row[at], identity, json);
                sample.values.insert(table.columns[at].code, json);
            }
            m_samples.insert(code, sample);
        }
        m_lead = uidText(m_samples[u"lead"_s].uid).toLatin1();
        m_activity = uidText(m_samples[u"activity"_s].uid).toLatin1();
    }

    QByteArrayList hostileValues(const Sample &sample) const
    {
        const auto text = [](const QString &words) {
            QByteArray json;
            appendJsonText(words, json);
            return json;
        };
        return {"null",
                "5",
                "-1",
                "0",
                "1e300",
                "1.5",
                "-9.3e18",
                "9223372036854775807",
                "253402300800000",
                "true",
                "\"\"",
                "\"x\"",
                "\"a\\u0000b\"",
                "\"\\ud800\"",
                "\"\\u202e\\u0007\"",
                "\"../../x\"",
                "\"<img src=x>\"",
                "[]",
                "[1]",
                "{}",
                "[[]]",
                "[{}]",
                "\"99999-99-99\"",
                "\"0000-00-00\"",
                "[9223372036854775807,\"USD\"]",
                "[1,\"U\\\"S'D\"]",
                "[{\"v\":5}]",
                "[{\"u\":\"x\"}]",
                "[{\"v\":\"a\",\"u\":\"" + m_lead + "\"}]",
                '"' + m_lead + '"',
                '"' + m_activity + '"',
                '"' + uidText(sample.uid).toLatin1() + '"',
                '"' + QByteArray(32, 'f') + '"',
                '"' + QByteArray(32, '0') + '"',
                "{\"t\":\"lead\",\"u\":\"" + QByteArray(32, 'f') + "\"}",
                "{\"t\":\"activity\",\"u\":\"" + m_activity + "\"}",
                "{\"t\":\"setting\",\"u\":\"" + m_lead + "\"}",
                "\"FREQ=DAILY;INTERVAL=2147483647;COUNT=2147483647\"",
                "\"20:00-8:00,,99:99\"",
                text(QString(10'001, u'(')),

                text(u"не "_s.repeated(3500)),
                text(u"{number}{{{"_s.repeated(950))};
    }

    /// Everything that a person sees at once.
    static void showEverything(Store &store, qint64 now)
    {
        const ReadContext context = store.reader();
        const auto shown = [](const auto &result) {
            QVERIFY2(result, qPrintable(result ? QString() : result.error().message + result.error().detail));
        };
        for (const EntityType &type : context.schema->types()) {
            shown(readPresets(context, type, store.user()));
            shown(cardLayout(context, type.id, 0, store.user()));
        }
        const qint64 leads = context.schema->type(u"lead"_s)->id;
        for (const qint64 id : {first(store, u"SELECT min(id) FROM lead"_s), first(store, u"SELECT max(id) FROM lead"_s)}) {
            shown(readItem(context, {leads, id, {}}));
            shown(readTimeline(context, {leads, id, {}}, {}, 50));
        }
        CalendarQuery query;
        query.mode = CalendarMode::People;
        query.from = QDateTime::fromMSecsSinceEpoch(now).date().addDays(-40);
        query.to = query.from.addDays(80);
        shown(readCalendar(context, query));
        shown(dueReminders(context, store.user(), now));
        shown(comingReminders(context, store.user(), now, 50));
        shown(readNotices(context, store.user(), {}, 50));
    }

    /// The office reads a file and works on.
    void meet(const QString &file, const QString &computer)
    {
        makeFresh(computer);
        auto office = this->office(computer);
        ExchangeReadOptions options;
        options.path = path(file);
        const auto result = readExchange(*office, options);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message + result.error().detail));
        QCoreApplication::sendPostedEvents(office.get());
        const Result<QStringList> problems = office->maintain<QStringList>(checkDatabase).result();
        QVERIFY2(problems && problems->isEmpty(),
                 qPrintable(problems ? problems->join(u'\n') : problems.error().message + problems.error().detail));
        showEverything(*office, m_clock.now());
        ChangeSet later;
        later.create(
            u"comment"_s,
            {{u"owner"_s, toValue(ItemRef{office->schema()->type(u"lead"_s)->id, 1, {}})}, {u"text"_s, u"Later"_s}});
        const auto made = office->commitAndWait(later);
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message + made.error().detail));
        QVERIFY(office->undo().result());
        const auto undone = office->undo().result();
        QVERIFY2(undone, qPrintable(undone ? QString() : undone.error().message + undone.error().detail));
        showEverything(*office, m_clock.now());
        office.reset();
        this->office(computer);
    }

private slots:
    void initTestCase()
    {
        make([this](Store &made) {
            QVERIFY(fillDemo(made, {.leads = 6, .seed = 1, .language = u"en"_s, .progress = {}, .cancel = {}}));
            makeTheRest(made);
            takeSamples(made);
        });
    }

    void columns_data()
    {
        QTest::addColumn<QString>("table");
        for (auto it = m_samples.cbegin(); it != m_samples.cend(); ++it)
            QTest::newRow(qPrintable(it.key())) << it.key();
    }
    void columns()
    {
        QFETCH(QString, table);
        const Sample sample = m_samples.value(table);
        ForgedFile forged = letter();
        const QByteArrayList hostile = hostileValues(sample);
        qint64 made = 1000;
        for (auto it = sample.values.cbegin(); it != sample.values.cend(); ++it) {
            for (const QByteArray &value : hostile) {
                forged.addRow(table, sample.uid, u"update"_s, "{\"" + it.key().toUtf8() + "\":[" + *it + ',' + value + "]}");
                QByteArrayList whole{'"' + it.key().toUtf8() + "\":" + value};
                for (auto other = sample.values.cbegin(); other != sample.values.cend(); ++other) {
                    if (other != it && *other != "null")
                        whole << '"' + other.key().toUtf8() + "\":" + *other;
                }
                const QByteArray patch = '{' + whole.join(',') + '}';
                forged.addRow(table, ++made % 3 == 0 ? sample.uid : makeUid(made), u"create"_s, patch);
                forged.addRow(table, made % 5 == 0 ? sample.uid : makeUid(made + 1), u"restore"_s, patch);
            }
        }
        forged.write(path(u"forged"_s));
        meet(u"forged"_s, u"office"_s);
    }

    /// Whoever makes the identities can make them end alike.
    void itemsWithOneNumberWhoseIdentitiesEndAlike()
    {
        ForgedFile forged = letter();
        const QByteArray number = m_samples[u"company"_s].values[u"number"_s];
        for (int i : {3, 1, 4, 2}) {
            QByteArray uid = makeUid(i).toRfc4122();
            uid.replace(uid.size() - 2, 2, "\xab\xcd");
            forged.addRow(u"company"_s, QUuid::fromRfc4122(uid), u"create"_s, "{\"title\":\"x\",\"number\":" + number + '}');
        }
        forged.write(path(u"forged"_s));
        meet(u"forged"_s, u"office"_s);
        const auto office = this->office();
        const auto made = office->reader().connection.scalar(u"SELECT count(DISTINCT number) FROM company"_s);
        const auto all = office->reader().connection.scalar(u"SELECT count(*) FROM company"_s);
        QCOMPARE(made->toInt(), all->toInt());
    }
};

KARTOTEKA_TEST(tst_hostile_columns, TestHostileColumns)
#include "tst_hostile_columns.moc"
