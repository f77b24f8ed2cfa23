// SPDX-License-Identifier: GPL-3.0-or-later
// What a seat may say whose program does as it likes: every file is signed as it should be and says what cannot be. Each is
// refused in words or taken without harm, and the office works on.
#include "core/base/uid.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/items/item_acts.h"
#include "tests/support/hostile_office.h"
#include "tests/support/test_program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Kartoteka;

namespace {

const QByteArray leadType("7379732d65747970652d303030303031");
const QByteArray activityType("7379732d65747970652d303030303035");
const QByteArray newStage("7379732d73746167652d303030303031");
const QByteArray dealStage("7379732d73746167652d303030303036");
const QByteArray leadPipeline("7379732d70706c696e65303030303031");
const QByteArray titleField("7379732d6669656c642d303030303031");

QUuid fixed(const QByteArray &hex)
{
    return uidFromText(QString::fromLatin1(hex));
}

QByteArray text(const QString &words)
{
    return QJsonDocument(QJsonArray{words}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

} // namespace

class TestHostileRows final : public HostileOffice
{
    Q_OBJECT

    QUuid m_lead;
    QUuid m_person;
    QString m_said; ///< why the last file was refused

    /// Reads what was forged into a fresh copy of the office.
    void meet(const ForgedFile &forged)
    {
        makeFresh();
        forged.write(path(u"forged"_s));
        const auto office = this->office();
        ExchangeReadOptions options;
        options.path = path(u"forged"_s);
        const auto result = readExchange(*office, options);
        QVERIFY2(result || !result.error().message.isEmpty(), "refused without a word");
        m_said = result ? QString() : result.error().message + result.error().detail;
        if (!result)
            QVERIFY2(result.error().code != ErrorCode::Database, qPrintable(result.error().message + result.error().detail));
        QCoreApplication::sendPostedEvents(office.get());
        const Result<QStringList> problems = office->maintain<QStringList>(checkDatabase).result();
        QVERIFY2(problems && problems->isEmpty(), qPrintable(problems ? problems->join(u'\n') : problems.error().detail));
        // It works on: people write, and others read it.
        const EntityType *lead = office->schema()->type(u"lead"_s);
        QVERIFY(lead);
        const auto made = office->commitAndWait(planCreate(*office->schema(), *lead, {{u"title"_s, u"Later"_s}}));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message + made.error().detail));
        QVERIFY(office->undo().result());
        ExchangeWriteOptions back;
        back.path = path(u"back.kartoteka-exchange"_s);
        back.seat = u"S2"_s;
        const auto written = writeExchange(*office, back);
        QVERIFY2(written, qPrintable(written ? QString() : written.error().message + written.error().detail));
        // And what came can be taken back.
        if (result && result->merged.taken > 0) {
            const auto undone = office->undo().result();
            QVERIFY2(undone, qPrintable(undone ? QString() : undone.error().message + undone.error().detail));
        }
    }

    void add(const QString &name, const QString &entity, const QUuid &uid, const QString &operation, const QByteArray &patch)
    {
        QTest::newRow(qPrintable(name)) << entity << uid << operation << patch;
    }
    /// One column of the office's lead, as if its writer had known everything.
    void addLead(const QString &column, const QByteArray &value)
    {
        add(u"lead.%1 = %2"_s.arg(column, QString::fromUtf8(value.left(40))), u"lead"_s, m_lead, u"update"_s,
            "{\"" + column.toUtf8() + "\":[null," + value + "]}");
    }
    static QByteArray fieldPatch(const QByteArray &more, const QByteArray &type = "string", const QByteArray &code = "extra")
    {
        return "{\"entity_type\":\"" + leadType + "\",\"code\":\"" + code + "\",\"name\":\"F\",\"type\":\"" + type
            + "\",\"multiple\":false,\"required\":false,\"indexed\":true,\"system\":false,\"editable\":true,\"position\":99"
            + more + "}";
    }
    static QByteArray typePatch(const QByteArray &more, const QByteArray &code = "made")
    {
        return "{\"code\":\"" + code + "\",\"name\":\"T\",\"position\":99,\"is_item\":true" + more + "}";
    }

private slots:
    void initTestCase()
    {
        make([this](Store &made) {
            const EntityType *lead = made.schema()->type(u"lead"_s);
            QVERIFY(made.commitAndWait(planCreate(*made.schema(), *lead, {{u"title"_s, u"One"_s}}, &m_lead)));
            m_person = made.schema()->users().constFirst().uid;
        });
    }

    /// What is signed in this way is read at all.
    void aSoundRowIsTaken()
    {
        ForgedFile forged = letter();
        forged.addRow(u"lead"_s, m_lead, u"update"_s, "{\"title\":[\"One\",\"Two\"]}");
        forged.addRow(u"lead"_s, m_lead, u"update"_s, "{\"title\":[\"Two\",5]}");
        forged.addRow(u"lead"_s, m_lead, u"update"_s, "{\"comment\":[null,\"After\"]}");
        meet(forged);
        const auto office = this->office();
        QVERIFY2(m_said.isEmpty(), qPrintable(m_said));
        const auto row = office->reader().connection.scalar(
            u"SELECT group_concat(changes || '/' || (SELECT count(*) FROM set_aside)) FROM exchange_log WHERE direction = 'read'"_s);
        QCOMPARE(row->toString(), u"3/1"_s);
    }

    void rows_data()
    {
        QTest::addColumn<QString>("entity");
        QTest::addColumn<QUuid>("uid");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QByteArray>("patch");
        const QByteArrayList values{"null",
                                    "5",
                                    "-1",
                                    "1e300",
                                    "1.5",
                                    "true",
                                    "\"\"",
                                    "\"x\"",
                                    "\"a\\u0000b\"",
                                    "\"\\ud800\"",
                                    "[]",
                                    "[1]",
                                    "{}",
                                    "[1,2]",
                                    "[[]]",
                                    "[{}]",
                                    "9223372036854775807",
                                    "\"99999-99-99\"",
                                    "[9223372036854775807,\"USD\"]",
                                    "[1,\"U\\\"S'D\"]",
                                    "[{\"v\":5}]",
                                    "[{\"u\":\"x\"}]"};
        for (const QString &column : {u"title"_s, u"stage"_s, u"amount"_s, u"birth_date"_s, u"phone"_s, u"created_at"_s,
                                      u"responsible"_s, u"rank"_s}) {
            for (const QByteArray &value : values)
                addLead(column, value);
        }
        addLead(u"stage"_s, '"' + dealStage + '"');
        addLead(u"pipeline"_s, "null");
        addLead(u"client_contact"_s, '"' + uidText(m_lead).toLatin1() + '"');
        addLead(u"number"_s, "\"9223372036854775807\"");
        addLead(u"deleted_at"_s, "4611686018427387904");
        addLead(u"title"_s, text(QString(20'000, u'x')));
        addLead(u"amount"_s, "[1," + text(QString(100'000, u'X')) + ']');
        for (const QByteArray &patch :
             {"{\"title\":\"x\"}"_ba, "{\"title\":[]}"_ba, "{\"title\":[1,2,3]}"_ba, "{\"title\":{}}"_ba})
            add(u"no pair "_s + QString::fromUtf8(patch), u"lead"_s, m_lead, u"update"_s, patch);
        add(u"lead without a stage"_s, u"lead"_s, makeUid(1), u"create"_s, "{\"title\":\"x\"}");
        add(u"lead there already"_s, u"lead"_s, m_lead, u"create"_s, "{\"title\":\"x\"}");
        add(u"lead erased"_s, u"lead"_s, m_lead, u"erase"_s, "{\"title\":\"One\"}");
        add(u"lead restored that was never"_s, u"lead"_s, makeUid(2), u"restore"_s, "{}");
        add(u"lead changed that was never"_s, u"lead"_s, makeUid(3), u"update"_s, "{\"title\":[null,\"x\"]}");
        add(u"number of int64"_s, u"lead"_s, makeUid(4), u"create"_s,
            "{\"title\":\"x\",\"number\":\"9223372036854775807\",\"stage\":\"" + newStage + "\",\"pipeline\":\""
                + leadPipeline + "\"}");
        for (const QByteArray &repetition :
             {"\"recurrence\":\"FREQ=SECONDLY\""_ba, "\"recurrence\":\"FREQ=DAILY;COUNT=1000000000\""_ba,
              "\"recurrence\":\"FREQ=DAILY\",\"occurrence\":\"yesterday\""_ba, "\"recurrence\":[1]"_ba,
              "\"recurrence\":\"FREQ=DAILY\",\"series\":\"x\""_ba})
            add(u"activity "_s + QString::fromUtf8(repetition), u"activity"_s, makeUid(5), u"create"_s,
                "{\"title\":\"x\",\"done\":true," + repetition + '}');
        // Definitions of the program.
        for (const QByteArray &patch :
             {"{\"code\":[\"lead\",null]}"_ba, "{\"code\":[\"lead\",\"x\"]}"_ba, "{\"table_name\":[\"lead\",\"deal\"]}"_ba,
              "{\"table_name\":[\"lead\",\"journal\"]}"_ba, "{\"table_name\":[\"lead\",null]}"_ba,
              "{\"is_item\":[true,false]}"_ba, "{\"has_stages\":[true,false]}"_ba, "{\"deleted_at\":[null,1]}"_ba})
            add(u"type lead "_s + QString::fromUtf8(patch), u"entity_type"_s, fixed(leadType), u"update"_s, patch);
        add(u"type lead erased"_s, u"entity_type"_s, fixed(leadType), u"erase"_s, "{\"code\":\"lead\"}");
        add(u"type activity is an item"_s, u"entity_type"_s, fixed(activityType), u"update"_s, "{\"is_item\":[false,true]}");
        for (const QByteArray &patch :
             {"{\"type\":[\"string\",\"integer\"]}"_ba, "{\"multiple\":[false,true]}"_ba,
              "{\"column_name\":[\"title\",\"uid\"]}"_ba, "{\"column_name\":[\"title\",\"title, (SELECT 1)\"]}"_ba,
              "{\"entity_type\":[\"" + leadType + "\",null]}", "{\"deleted_at\":[null,5]}"_ba,
              "{\"system\":[true,false]}"_ba, "{\"target\":[null,\"x\"]}"_ba})
            add(u"field title "_s + QString::fromUtf8(patch), u"field"_s, fixed(titleField), u"update"_s, patch);
        add(u"field title erased"_s, u"field"_s, fixed(titleField), u"erase"_s, "{\"code\":\"title\"}");
        add(u"pipeline erased"_s, u"pipeline"_s, fixed(leadPipeline), u"erase"_s, "{\"code\":\"x\"}");
        add(u"last pipeline hidden"_s, u"pipeline"_s, fixed(leadPipeline), u"update"_s, "{\"deleted_at\":[null,5]}");
        add(u"stage erased"_s, u"stage"_s, fixed(newStage), u"erase"_s, "{\"code\":\"x\"}");
        add(u"stage in no group"_s, u"stage"_s, fixed(newStage), u"update"_s, "{\"stage_group\":[\"in_progress\",\"xx\"]}");
        add(u"stage moved"_s, u"stage"_s, fixed(newStage), u"update"_s,
            "{\"pipeline\":[\"" + leadPipeline + "\",\"7379732d70706c696e65303030303032\"]}");
        add(u"last person erased"_s, u"user"_s, m_person, u"erase"_s, "{\"name\":\"Ann\"}");
        add(u"last person hidden"_s, u"user"_s, m_person, u"update"_s, "{\"deleted_at\":[null,1]}");
        // Records that lack what they cannot be without.
        for (const QString &table : {u"setting"_s,
                                     u"user"_s,
                                     u"section"_s,
                                     u"list_value"_s,
                                     u"pipeline"_s,
                                     u"stage"_s,
                                     u"stage_rule"_s,
                                     u"preset"_s,
                                     u"comment"_s,
                                     u"pin"_s,
                                     u"product_row"_s,
                                     u"attachment"_s,
                                     u"link"_s,
                                     u"field"_s,
                                     u"entity_type"_s,
                                     u"activity"_s,
                                     u"contact"_s,
                                     u"currency"_s,
                                     u"rate"_s,
                                     u"calendar_day"_s,
                                     u"department"_s,
                                     u"card_view"_s,
                                     u"card_view_for"_s,
                                     u"card_section"_s,
                                     u"card_field"_s,
                                     u"card_tab"_s,
                                     u"person_setting"_s,
                                     u"notice"_s,
                                     u"activity_kind"_s,
                                     u"checklist_item"_s,
                                     u"series_exception"_s,
                                     u"resource_hours"_s}) {
            add(u"empty "_s + table, table, makeUid(5), u"create"_s, "{}");
            add(u"odd "_s + table, table, makeUid(6), u"create"_s, "{\"code\":5,\"name\":[],\"owner\":7,\"text\":{}}");
        }
        add(u"comment of nobody"_s, u"comment"_s, makeUid(7), u"create"_s,
            "{\"owner\":{\"t\":\"x' OR 1\",\"u\":\"" + leadType + "\"},\"text\":\"x\"}");
        const QByteArray onLead = "{\"item\":{\"t\":\"lead\",\"u\":\"" + uidText(m_lead).toLatin1() + "\"},\"version\":";
        const QString version = QString(32, u'a') + u":1"_s;
        add(u"pin of another identity"_s, u"pin"_s, makeUid(17), u"create"_s, onLead + text(version) + '}');
        add(u"pin of no version"_s, u"pin"_s, derivedUid(u"pin", uidText(m_lead) + u"/x' OR 1"_s), u"create"_s,
            onLead + "\"x' OR 1\"}");
        add(u"pin of nobody's"_s, u"pin"_s, derivedUid(u"pin", QString(32, u'f') + u'/' + version), u"create"_s,
            "{\"item\":{\"t\":\"lead\",\"u\":\"" + QByteArray(32, 'f') + "\"},\"version\":" + text(version) + '}');
        add(u"pin of what is not here"_s, u"pin"_s, derivedUid(u"pin", uidText(m_lead) + u'/' + version), u"create"_s,
            onLead + text(version) + '}');
        const auto addNotice = [&](const QString &name, const QUuid &uid, const QByteArray &person, const QByteArray &more) {
            add(name, u"notice"_s, uid, u"create"_s,
                "{\"item\":{\"t\":\"lead\",\"u\":\"" + uidText(m_lead).toLatin1() + "\"},\"person\":\"" + person
                    + "\",\"created_at\":1,\"comment\":\"" + leadType + "\"" + more + '}');
        };
        const QByteArray person = uidText(m_person).toLatin1();
        const QUuid notice = derivedUid(u"notice", QString::fromUtf8(person + '/' + leadType));
        const QByteArray mention = ",\"kind\":\"mention\"";
        addNotice(u"notice of what is not here"_s, notice, person, mention);
        addNotice(u"notice of another identity"_s, makeUid(18), person, mention);
        addNotice(u"notice of no kind"_s, notice, person, ",\"kind\":\"x' OR 1\"");
        addNotice(u"notice of nobody"_s, derivedUid(u"notice", QString(32, u'f') + u'/' + QString::fromUtf8(leadType)),
                  QByteArray(32, 'f'), mention);
        addNotice(u"notice read in no time"_s, notice, person, mention + ",\"read_at\":\"now\"");
        add(u"notice of another comment"_s, u"notice"_s, notice, u"update"_s, "{\"comment\":[\"a\",\"x' OR 1\"]}");
        add(u"language is a path"_s, u"setting"_s, makeUid(8), u"create"_s, "{\"code\":\"language\",\"value\":\"../../x\"}");
        add(u"currency is long"_s, u"setting"_s, makeUid(9), u"create"_s,
            "{\"code\":\"currency\",\"value\":" + text(QString(500, u'A')) + '}');
        const auto derived = [](const char *table, const char *key) {
            return derivedUid(QString::fromLatin1(table), QString::fromLatin1(key));
        };
        add(u"currency of another identity"_s, u"currency"_s, makeUid(14), u"create"_s, "{\"code\":\"EUR\"}");
        add(u"no currency"_s, u"currency"_s, derived("currency", "<b>"), u"create"_s, "{\"code\":\"<b>\"}");
        add(u"currency erased"_s, u"currency"_s, derived("currency", "EUR"), u"erase"_s, "{\"code\":\"EUR\"}");
        add(u"currency renamed"_s, u"currency"_s, derived("currency", "EUR"), u"update"_s, "{\"code\":[\"USD\",\"USD\"]}");
        add(u"rate of another identity"_s, u"rate"_s, derived("rate", "EUR/RUB/2026-03-02"), u"create"_s,
            "{\"currency\":\"USD\",\"base\":\"RUB\",\"day\":\"2026-03-02\",\"value\":1}");
        add(u"rate of no day"_s, u"rate"_s, derived("rate", "EUR/RUB/2026-02-30"), u"create"_s,
            "{\"currency\":\"EUR\",\"base\":\"RUB\",\"day\":\"2026-02-30\",\"value\":1}");
        add(u"rate of nothing"_s, u"rate"_s, derived("rate", "EUR/RUB/2026-03-02"), u"create"_s,
            "{\"currency\":\"EUR\",\"base\":\"RUB\",\"day\":\"2026-03-02\",\"value\":0}");
        add(u"rate as text"_s, u"rate"_s, derived("rate", "EUR/RUB/2026-03-02"), u"create"_s,
            "{\"currency\":\"EUR\",\"base\":\"RUB\",\"day\":\"2026-03-02\",\"value\":\"1\"}");
        add(u"day of no kind"_s, u"calendar_day"_s, derived("calendar_day", "2026-06-12"), u"create"_s,
            "{\"day\":\"2026-06-12\",\"kind\":\"never\"}");
        add(u"no day"_s, u"calendar_day"_s, derived("calendar_day", "12.06.2026"), u"create"_s,
            "{\"day\":\"12.06.2026\",\"kind\":\"off\"}");
        const QByteArray view = uidText(derivedUid(u"card_view", QString::fromUtf8(leadType) + u'/')).toLatin1();
        const QByteArray nowhere(32, 'f');
        add(u"card view of another identity"_s, u"card_view"_s, derived("card_view", "x"), u"create"_s,
            "{\"entity_type\":\"" + leadType + "\"}");
        add(u"card view of no type"_s, u"card_view"_s, makeUid(50), u"create"_s,
            "{\"name\":\"x\",\"entity_type\":\"" + nowhere + "\"}");
        add(u"field of no card view"_s, u"card_field"_s,
            derivedUid(u"card_field", QString::fromUtf8(nowhere + '/' + titleField)), u"create"_s,
            "{\"card_view\":\"" + nowhere + "\",\"field\":\"" + titleField + "\"}");
        add(u"field of a card view twice"_s, u"card_field"_s, makeUid(51), u"create"_s,
            "{\"card_view\":\"" + view + "\",\"field\":\"" + titleField + "\"}");
        add(u"section of no card view"_s, u"card_section"_s, makeUid(52), u"create"_s,
            "{\"card_view\":\"" + nowhere + "\",\"name\":\"x\",\"rank\":1}");
        add(u"section at no place"_s, u"card_section"_s, makeUid(53), u"create"_s,
            "{\"card_view\":\"" + view + "\",\"name\":\"x\",\"rank\":\"first\"}");
        add(u"setting of nobody"_s, u"person_setting"_s, derivedUid(u"person_setting", QString::fromUtf8(nowhere + "/x")),
            u"create"_s, "{\"person\":\"" + nowhere + "\",\"code\":\"x\"}");
        add(u"department in itself"_s, u"department"_s, makeUid(15), u"create"_s,
            "{\"name\":\"x\",\"parent\":\"" + uidText(makeUid(15)).toLatin1() + "\"}");
        add(u"department of nobody's"_s, u"department"_s, makeUid(16), u"create"_s,
            "{\"name\":\"x\",\"parent\":\"" + QByteArray(32, 'f') + "\",\"head\":\"" + QByteArray(32, 'e') + "\"}");
        add(u"person away until never"_s, u"user"_s, m_person, u"update"_s, "{\"absent_until\":[null,\"never\"]}");
        add(u"attachment without contents"_s, u"attachment"_s, makeUid(10), u"create"_s,
            "{\"owner\":{\"t\":\"lead\",\"u\":\"" + uidText(m_lead).toLatin1()
                + "\"},\"name\":\"a\",\"size\":5,\"digest\":\"" + QByteArray(64, 'a') + "\"}");
        add(u"attachment with a path"_s, u"attachment"_s, makeUid(11), u"create"_s,
            "{\"owner\":{\"t\":\"lead\",\"u\":\"" + uidText(m_lead).toLatin1()
                + "\"},\"name\":\"a\",\"size\":5,\"digest\":\"../../../etc/passwd\"}");
        add(u"a table of ours"_s, u"journal"_s, makeUid(12), u"create"_s, "{\"x\":1}");
        add(u"sqlite_master"_s, u"sqlite_master"_s, makeUid(13), u"create"_s, "{\"x\":1}");
    }
    void rows()
    {
        QFETCH(QString, entity);
        QFETCH(QUuid, uid);
        QFETCH(QString, operation);
        QFETCH(QByteArray, patch);
        ForgedFile forged = letter();
        forged.addRow(entity, uid, operation, patch);
        meet(forged);
    }

    /// An erasure tells what was erased: of a file that never was, whose bytes nobody has.
    void anAttachedFileThatNeverWasDoesNotComeBack()
    {
        const QByteArray owner = "{\"t\":\"lead\",\"u\":\"" + uidText(m_lead).toLatin1() + "\"}";
        const QByteArray told = "{\"owner\":" + owner + ",\"name\":\"a\",\"size\":5,\"digest\":\"" + QByteArray(64, 'a')
            + "\"}";
        for (const bool restored : {true, false}) {
            const QUuid file = makeUid(restored ? 40 : 41);
            ForgedFile forged = letter();
            forged.addRow(u"attachment"_s, file, u"erase"_s, told);
            if (restored)
                forged.addRow(u"attachment"_s, file, u"restore"_s, told);
            else
                forged.addRow(u"contact"_s, makeUid(42), u"create"_s,
                              "{\"title\":\"x\",\"photo\":\"" + uidText(file).toLatin1() + "\"}");
            meet(forged);
        }
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const QByteArray &name : {"("_ba,
                                       "a b\" c"_ba,
                                       "zz TEXT DEFAULT 'x' --"_ba,
                                       "(SELECT max(value) FROM setting)"_ba,
                                       "title = 'x', rank"_ba,
                                       "uid"_ba,
                                       "id"_ba,
                                       "deleted_at"_ba,
                                       "title"_ba,
                                       "filled"_ba,
                                       "rank"_ba,
                                       "rowid"_ba,
                                       ""_ba,
                                       "1x"_ba,
                                       "select"_ba,
                                       "a\nb"_ba,
                                       "replica"_ba,
                                       "journal"_ba,
                                       "act"_ba,
                                       "setting"_ba,
                                       "user_account"_ba,
                                       "content"_ba,
                                       "hybrid_clock"_ba,
                                       "multi_value"_ba,
                                       "lead"_ba,
                                       "lead_search"_ba,
                                       "sqlite_master"_ba,
                                       "sqlite_sequence"_ba,
                                       "temp.x"_ba,
                                       "main.lead"_ba,
                                       "x\"y"_ba,
                                       "x'y"_ba,
                                       "x;y"_ba,
                                       "user"_ba,
                                       "field"_ba,
                                       "entity_type"_ba,
                                       "replica_secret"_ba,
                                       "evil AS SELECT * FROM lead --"_ba,
                                       QByteArray(100'000, 'a')})
            QTest::newRow(name.left(40).constData()) << name;
    }
    /// Names of columns and tables, and codes: none of them gets into a statement.
    void names()
    {
        QFETCH(QByteArray, name);
        const QByteArray json = text(QString::fromUtf8(name));
        ForgedFile forged = letter();
        const QUuid field = makeUid(20);
        const QUuid type = makeUid(21);
        forged.addRow(u"field"_s, field, u"create"_s, fieldPatch(",\"column_name\":" + json));
        forged.addRow(u"field"_s, makeUid(22), u"create"_s, fieldPatch(",\"system\":true", "string", "other"));
        forged.addRow(u"entity_type"_s, type, u"create"_s, typePatch(",\"table_name\":" + json));
        forged.addRow(u"entity_type"_s, makeUid(23), u"create"_s, "{\"code\":" + json + ",\"name\":\"T\"}");
        forged.addRow(u"field"_s, makeUid(24), u"create"_s,
                      "{\"entity_type\":\"" + leadType + "\",\"type\":\"string\",\"code\":" + json + "}");
        forged.addRow(u"lead"_s, makeUid(25), u"create"_s,
                      "{\"title\":\"bait\",\"stage\":\"" + newStage + "\",\"pipeline\":\"" + leadPipeline + "\"," + json
                          + ":\"x\"}");
        forged.addRow(u"field"_s, field, u"update"_s, "{\"column_name\":[null," + json + "]}");
        forged.addRow(u"entity_type"_s, type, u"update"_s, "{\"table_name\":[null," + json + "]}");
        forged.addRow(u"lead"_s, m_lead, u"update"_s, "{" + json + ":[null,7]}");
        meet(forged);
        const auto office = this->office();
        const auto odd = office->reader().connection.scalar(
            u"SELECT (SELECT count(*) FROM field WHERE system = 0 AND column_name NOT GLOB 'f_[0-9a-f]*') + "
            "(SELECT count(*) FROM entity_type WHERE hex(uid) NOT LIKE '7379732D%' AND table_name NOT GLOB 'smart_[0-9a-f]*')"_s);
        QVERIFY(odd);
        QCOMPARE(odd->toInt(), 0);
        const auto title = office->reader().connection.scalar(u"SELECT title FROM lead WHERE number = '1'"_s);
        QCOMPARE(title->toString(), u"One"_s);
    }

    void fieldTypes_data()
    {
        QTest::addColumn<QByteArray>("type");
        for (const char *type :
             {"stage", "pipeline", "link",   "money",   "user", "list",     "file", "tags", "phone",   "nonsense",
              "",      "integer",  "number", "boolean", "date", "datetime", "text", "url",  "address", "email"})
            QTest::newRow(*type ? type : "(none)") << QByteArray(type);
    }
    void fieldTypes()
    {
        QFETCH(QByteArray, type);
        ForgedFile forged = letter();
        forged.addRow(u"field"_s, makeUid(30), u"create"_s, fieldPatch(",\"target\":\"nobody\"", type));
        forged.addRow(u"entity_type"_s, makeUid(31), u"create"_s,
                      typePatch(",\"has_stages\":true,\"converts_to\":\"made,x\""));
        meet(forged);
    }

    void twoThousandFields()
    {
        ForgedFile forged = letter();
        for (int i = 0; i < 2100; ++i)
            forged.addRow(u"field"_s, makeUid(100 + i), u"create"_s, fieldPatch({}, "string", "c" + QByteArray::number(i)));
        meet(forged);
    }
};

KARTOTEKA_TEST(tst_hostile_rows, TestHostileRows)
#include "tst_hostile_rows.moc"
