// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

class TestCli : public QObject, protected CommandLine
{
    Q_OBJECT

private slots:
    void init() { makeOffice(); }

    void entriesArePinnedAndCommentsEdited()
    {
        const QString id = json({u"create"_s, u"lead"_s, u"title=Новый"_s})[u"id"_s].toString();
        run({u"comment"_s, u"lead"_s, id, u"Перезвонить"_s});
        const auto entry = [&](int place) { return json({u"show"_s, u"lead"_s, id})[u"timeline"_s][place].toObject(); };
        const QString comment = entry(0)[u"id"_s].toString();
        QVERIFY(!comment.isEmpty());
        QCOMPARE(json({u"pin"_s, u"lead"_s, id, comment})[u"pins"_s].toArray(), QJsonArray({comment}));
        QCOMPARE(json({u"show"_s, u"lead"_s, id})[u"pins"_s][0][u"text"_s].toString(), u"Перезвонить"_s);
        // Whoever reads it finds the number by which an entry is pinned and edited.
        QVERIFY(run({u"show"_s, u"lead"_s, id}).contains(comment.toUtf8() + "  "));
        run({u"comment"_s, u"edit"_s, u"lead"_s, id, comment, u"Позвонить"_s, u"завтра"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(entry(0)[u"text"_s].toString(), u"Позвонить завтра"_s);
        QVERIFY(entry(0).contains(u"edited_at"_s));
        QCOMPARE(json({u"unpin"_s, u"lead"_s, id, comment})[u"pins"_s].toArray(), QJsonArray());
        run({u"unpin"_s, u"lead"_s, id, comment});
        QCOMPARE(m_status, 1);
        run({u"pin"_s, u"lead"_s, id, u"first"_s});
        QCOMPARE(m_status, 2);
        run({u"comment"_s, u"delete"_s, u"lead"_s, id, comment});
        QCOMPARE(m_status, 0);
        QCOMPARE(entry(0)[u"kind"_s].toString(), u"created"_s);
        run({u"comment"_s, u"delete"_s, u"lead"_s, id, comment});
        QCOMPARE(m_status, 1);
        run({u"undo"_s});
        QCOMPARE(entry(0)[u"text"_s].toString(), u"Позвонить завтра"_s);
    }

    void whoIsNamedIsToldAndReads()
    {
        const QString id = json({u"create"_s, u"lead"_s, u"title=Забор"_s})[u"id"_s].toString();
        const QString uid = json({u"user"_s, u"add"_s, u"Ольга"_s, u"login=olga"_s})[u"uid"_s].toString();
        run({u"comment"_s, u"lead"_s, id, u"Спросить [@Оля](person:%1)"_s.arg(uid)});
        QCOMPARE(m_status, 0);
        QVERIFY(run({u"show"_s, u"lead"_s, id}).contains("Спросить @Ольга"));
        QCOMPARE(json({u"notices"_s}).array(), QJsonArray()); // one's own words
        const QStringList olga{u"USER=olga"_s};
        const auto asOlga = [&](const QStringList &words) {
            return QJsonDocument::fromJson(run(words + QStringList(u"--json"_s), {}, olga));
        };
        const QJsonObject notice = asOlga({u"notices"_s})[0].toObject();
        QCOMPARE(notice[u"text"_s].toString(), u"Спросить @Ольга"_s);
        QCOMPARE(notice[u"item"_s][u"type"_s].toString(), u"lead"_s);
        QCOMPARE(notice[u"item"_s][u"id"_s].toString(), id);
        QCOMPARE(notice[u"read"_s].toBool(), false);
        QCOMPARE(json({u"notice"_s, u"read"_s, notice[u"id"_s].toString()})[u"read"_s].toInt(), 0); // it is Olga's
        QCOMPARE(asOlga({u"notice"_s, u"read"_s, notice[u"id"_s].toString()})[u"read"_s].toInt(), 1);
        QCOMPARE(asOlga({u"notices"_s}).array(), QJsonArray());
        QCOMPARE(asOlga({u"notices"_s, u"--all"_s})[0][u"read"_s].toBool(), true);
        QCOMPARE(asOlga({u"notice"_s, u"read"_s, u"all"_s})[u"read"_s].toInt(), 0);
        run({u"notice"_s, u"read"_s, u"some"_s});
        QCOMPARE(m_status, 2);
    }

    void anActivityHasAHistoryToo()
    {
        const QString lead = json({u"create"_s, u"lead"_s, u"title=Новый"_s})[u"id"_s].toString();
        const QString id =
            json({u"activity"_s, u"add"_s, u"lead"_s, lead, u"--title"_s, u"Позвонить"_s})[u"id"_s].toString();
        run({u"activity"_s, u"set"_s, id, u"title=Написать"_s});
        const QJsonArray titles = json({u"history"_s, u"activity"_s, id, u"--field"_s, u"title"_s}).array();
        QCOMPARE(titles.size(), 2);
        QCOMPARE(titles[0][u"from"_s].toString(), u"Позвонить"_s);
        QCOMPARE(titles[0][u"to"_s].toString(), u"Написать"_s);
        QVERIFY(run({u"history"_s, u"activity"_s, id}).contains("Написать"));
        QCOMPARE(json({u"history"_s, u"activity"_s, id, u"--from"_s, u"2999-01-01"_s}).array(), QJsonArray());
        run({u"activity"_s, u"delete"_s, id});
        QVERIFY(!json({u"history"_s, u"activity"_s, id}).array().isEmpty()); // of what is gone as well
        run({u"history"_s, u"activity"_s, u"9999"_s});
        QCOMPARE(m_status, 1);
    }

    void historyIsNarrowed()
    {
        const QString id = json({u"create"_s, u"lead"_s, u"title=Новый"_s})[u"id"_s].toString();
        run({u"set"_s, u"lead"_s, id, u"title=Старый"_s, u"comment=Важно"_s});
        const auto lines = [&](const QStringList &options) {
            return json(QStringList{u"history"_s, u"lead"_s, id} + options).array().size();
        };
        QCOMPARE(lines({u"--field"_s, u"title"_s}), 2);
        QCOMPARE(lines({u"--field"_s, u"title"_s, u"--from"_s, u"2000-01-01"_s}), 2);
        QCOMPARE(lines({u"--from"_s, u"2999-01-01"_s}), 0);
        QCOMPARE(lines({u"--field"_s, u"title"_s, u"--from"_s, u"yesterday"_s}), 2);
        QCOMPARE(lines({u"--from"_s, u"tomorrow"_s}), 0);
        const QString me = json({u"user"_s, u"list"_s})[0][u"name"_s].toString();
        QCOMPARE(lines({u"--field"_s, u"title"_s, u"--user"_s, me}), 2);
        run({u"history"_s, u"lead"_s, id, u"--user"_s, u"Nobody"_s});
        QCOMPARE(m_status, 2);
        run({u"history"_s, u"lead"_s, id, u"--field"_s, u"nothing"_s});
        QCOMPARE(m_status, 2);
    }

    void historyTellsOfWhatBelongsToTheItem()
    {
        const QString id = json({u"create"_s, u"lead"_s, u"title=Новый"_s})[u"id"_s].toString();
        const QString other = json({u"create"_s, u"deal"_s, u"title=Другая"_s})[u"id"_s].toString();
        run({u"comment"_s, u"lead"_s, id, u"Позвонил"_s});
        run({u"link"_s, u"lead"_s, id, u"deal"_s, other});
        const QJsonArray lines = json({u"history"_s, u"lead"_s, id}).array();
        QCOMPARE(lines[0][u"record"_s].toString(), u"link"_s); // the newest is the first
        QCOMPARE(lines[1][u"record"_s].toString(), u"comment"_s);
        QCOMPARE(lines[1][u"what"_s].toString(), u"created"_s);
        QCOMPARE(lines[1][u"to"_s].toString(), u"Позвонил"_s);
        QCOMPARE(lines[2][u"record"_s].toString(), u"lead"_s);
        QVERIFY(run({u"history"_s, u"lead"_s, id}).contains("Позвонил"));
    }

    void thePathOfALead()
    {
        const QString leads = QStringLiteral(KARTOTEKA_SOURCES "/resources/samples/leads-bitrix24.csv");
        QJsonDocument report = json({u"import"_s, u"lead"_s, leads});
        QCOMPARE(report[u"imported"_s].toInt(), 60);
        QCOMPARE(count({u"lead"_s}), 60);
        run({u"undo"_s});
        QCOMPARE(count({u"lead"_s}), 0);
        run({u"redo"_s});
        QCOMPARE(count({u"lead"_s}), 60);
        QVERIFY(json({u"types"_s}).array().size() >= 4);
        QVERIFY(json({u"fields"_s, u"lead"_s}).array().size() > 20);
        QCOMPARE(json({u"stages"_s, u"lead"_s}).array().size(), 5);

        const QString id = json({u"create"_s, u"lead"_s, u"title=Новый"_s, u"last_name=Ёлкин"_s, u"amount=1500.50"_s,
                                 u"phone=work:+7 916 123-45-67|home:8 495 111-22-33"_s})[u"id"_s]
                               .toString();
        QVERIFY(!id.isEmpty());
        run({u"set"_s, u"lead"_s, id, u"comment=Важно"_s});
        QCOMPARE(m_status, 0);
        run({u"move"_s, u"lead"_s, id, u"В работе"_s});
        QCOMPARE(m_status, 0);
        run({u"comment"_s, u"lead"_s, id, u"Позвонил"_s});
        QCOMPARE(m_status, 0);
        const QString activity = json({u"activity"_s, u"add"_s, u"lead"_s, id, u"--title"_s, u"Встреча"_s, u"--deadline"_s,
                                       u"2020-01-01T10:00"_s})[u"id"_s]
                                     .toString();
        QCOMPARE(m_status, 0);

        QJsonObject shown = json({u"show"_s, u"lead"_s, id}).object();
        QJsonObject item = shown.contains(u"item"_s) ? shown[u"item"_s].toObject() : shown;
        QCOMPARE(item[u"stage"_s].toString(), u"in_progress"_s);
        QCOMPARE(item[u"stage_name"_s].toString(), u"В работе"_s);
        QCOMPARE(item[u"amount"_s][u"amount"_s].toString(), u"1500.50"_s);
        QCOMPARE(item[u"amount"_s][u"currency"_s].toString(), u"RUB"_s);
        QCOMPARE(item[u"phone"_s].toArray().size(), 2);
        QCOMPARE(item[u"phone"_s][0][u"label"_s].toString(), u"work"_s);
        QCOMPARE(shown[u"activities"_s].toArray().size(), 1);
        QStringList kinds;
        for (const QJsonValue &entry : shown[u"timeline"_s].toArray())
            kinds << entry[u"kind"_s].toString();
        QCOMPARE(kinds.size(), 5); // created, comment field, moved, comment, activity
        QVERIFY(json({u"counters"_s}).toJson().contains("1"));
        run({u"activity"_s, u"done"_s, activity});
        QCOMPARE(m_status, 0);

        QJsonDocument made = json({u"convert"_s, id, u"--to"_s, u"deal,contact"_s});
        QCOMPARE(m_status, 0);
        const QString deal = made[u"deal"_s].toString();
        QVERIFY(!deal.isEmpty() && !made[u"contact"_s].toString().isEmpty());
        run({u"move"_s, u"deal"_s, deal, u"won"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(count({u"deal"_s, u"--where"_s, u"stage = won"_s}), 1);
        QVERIFY(!json({u"history"_s, u"deal"_s, deal}).isEmpty());

        run({u"delete"_s, u"deal"_s, deal});
        QCOMPARE(count({u"deal"_s}), 0);
        run({u"restore"_s, u"deal"_s, deal});
        QCOMPARE(count({u"deal"_s}), 1);

        const QString exported = m_dir.filePath(u"out.csv"_s);
        run({u"export"_s, u"lead"_s, exported});
        QVERIFY(QFile::exists(exported));
        const QString copy = m_dir.filePath(u"copy.kartoteka"_s);
        run({u"backup"_s, copy});
        QCOMPARE(m_status, 0);
        m_file = copy;
        QCOMPARE(count({u"lead"_s}), 61);
        run({u"check"_s});
        QCOMPARE(m_status, 0);
    }

    void anAmountThatIsSaidWithProductsStands()
    {
        const QString products = u"products=[{\"name\":\"Кабель\",\"quantity\":\"2\",\"price\":\"10\"}]"_s;
        const auto amount = [this](const QStringList &words) {
            const QString deal = json({u"create"_s, u"deal"_s, u"title=Сделка"_s, u"amount=100"_s})[u"id"_s].toString();
            json(QStringList{u"set"_s, u"deal"_s, deal} + words);
            return json({u"show"_s, u"deal"_s, deal})[u"amount"_s][u"amount"_s].toString();
        };
        QCOMPARE(amount({u"amount=500"_s, products}), u"500.00"_s);
        QCOMPARE(amount({products}), u"20.00"_s);
        run({u"check"_s});
        QCOMPARE(m_status, 0);
    }

    void conversionNamesKnownClientsAndMakesNewOnesOnRequest()
    {
        const QString known =
            json({u"create"_s, u"contact"_s, u"last_name=Лис"_s, u"phone=+7 916 555-01-77"_s})[u"id"_s].toString();
        const QString lead =
            json({u"create"_s, u"lead"_s, u"title=Заказ"_s, u"phone=8 (916) 555-01-77"_s})[u"id"_s].toString();
        QCOMPARE(m_status, 0);
        run({u"convert"_s, lead, u"--to"_s, u"contact"_s});
        QCOMPARE(m_status, 1);
        QVERIFY2(m_error.contains(known.toUtf8()) && m_error.contains("--new"), m_error.constData());
        QCOMPARE(count({u"contact"_s, u"--search"_s, u"5550177"_s}), 1); // nothing was made
        const QString taken =
            json({u"convert"_s, lead, u"--to"_s, u"contact"_s, u"--contact"_s, known})[u"contact"_s].toString();
        QCOMPARE(m_status, 0);
        QCOMPARE(taken, known);
        const QString second = json({u"create"_s, u"lead"_s, u"title=Ещё"_s, u"phone=+79165550177"_s})[u"id"_s].toString();
        QVERIFY(!json({u"convert"_s, second, u"--to"_s, u"contact"_s, u"--new"_s})[u"contact"_s].toString().isEmpty());
        QCOMPARE(m_status, 0);
        QCOMPARE(count({u"contact"_s, u"--search"_s, u"5550177"_s}), 2);

        // Of another type than the first that converts.
        run({u"type"_s, u"set"_s, u"deal"_s, u"converts_to=company"_s});
        const QString deal = json({u"create"_s, u"deal"_s, u"title=Сделка"_s})[u"id"_s].toString();
        QVERIFY(!json({u"convert"_s, u"deal"_s, deal, u"--to"_s, u"company"_s, u"title=Дуб"_s})[u"company"_s]
                     .toString()
                     .isEmpty());
        QCOMPARE(m_status, 0);
    }

    void listsWithFiltersSortAndPages()
    {
        for (int i = 1; i <= 5; ++i)
            run({u"create"_s, u"lead"_s, u"title=Lead %1"_s.arg(i), u"amount=%1 USD"_s.arg(i * 100)});
        const QJsonArray page = json({u"list"_s, u"lead"_s, u"--where"_s, u"amount > 100"_s, u"--sort"_s, u"amount:desc"_s,
                                      u"--limit"_s, u"2"_s, u"--offset"_s, u"1"_s, u"--columns"_s, u"title,amount"_s})
                                    .array();
        QCOMPARE(page.size(), 2);
        QCOMPARE(page[0][u"title"_s].toString(), u"Lead 4"_s);
        QCOMPARE(page[0][u"amount"_s][u"amount"_s].toString(), u"400.00"_s);
        QVERIFY(page[0].toObject().contains(u"id"_s) && page[0].toObject().contains(u"uid"_s));
        QVERIFY(!page[0].toObject().contains(u"stage"_s));
        QCOMPARE(json({u"count"_s, u"lead"_s})[u"sums"_s][u"amount"_s][u"USD"_s].toString(), u"1500.00"_s);
        QCOMPARE(json({u"list"_s, u"lead"_s, u"--search"_s, u"lead 3"_s}).array().size(), 1);
    }

    void exitStatuses_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addRow("no such command") << QStringList{u"fly"_s} << 2;
        QTest::addRow("no such field") << QStringList{u"create"_s, u"lead"_s, u"nosuch=1"_s} << 2;
        QTest::addRow("bad where") << QStringList{u"list"_s, u"lead"_s, u"--where"_s, u"amount >"_s} << 2;
        QTest::addRow("a company needs a name") << QStringList{u"create"_s, u"company"_s, u"tax_id=1"_s} << 1;
        QTest::addRow("an option of another command") << QStringList{u"list"_s, u"lead"_s, u"--dry-run"_s} << 2;
        QTest::addRow("no such option") << QStringList{u"list"_s, u"lead"_s, u"--fast"_s} << 2;
        QTest::addRow("a flag with a value") << QStringList{u"activities"_s, u"--mine=yes"_s} << 2;
        QTest::addRow("an option without its value") << QStringList{u"list"_s, u"lead"_s, u"--where"_s} << 2;
        QTest::addRow("too many words") << QStringList{u"delete"_s, u"lead"_s, u"1"_s, u"2"_s} << 2;
        QTest::addRow("too few words") << QStringList{u"set"_s, u"lead"_s, u"1"_s} << 2;
        QTest::addRow("no command") << QStringList{} << 2;
        QTest::addRow("half a command") << QStringList{u"activity"_s} << 2;
        QTest::addRow("an activity by its title") << QStringList{u"activity"_s, u"done"_s, u"Call"_s} << 2;
        QTest::addRow("no such activity") << QStringList{u"activity"_s, u"done"_s, u"77"_s} << 1;
        QTest::addRow("one value twice") << QStringList{u"create"_s, u"lead"_s, u"title=a"_s, u"title=b"_s} << 2;
        QTest::addRow("one option twice") << QStringList{u"list"_s, u"lead"_s, u"--limit"_s, u"1"_s, u"--limit"_s, u"2"_s}
                                          << 2;
        QTest::addRow("no such setting") << QStringList{u"settings"_s, u"nosuch=1"_s} << 2;
        QTest::addRow("no such currency") << QStringList{u"settings"_s, u"currency=gold"_s} << 2;
        QTest::addRow("a setting without a code") << QStringList{u"settings"_s, u"=RUB"_s} << 2;
        QTest::addRow("no such language") << QStringList{u"types"_s, u"--lang"_s, u"de"_s} << 2;
        QTest::addRow("no number of rows") << QStringList{u"list"_s, u"lead"_s, u"--limit"_s, u"few"_s} << 2;
        QTest::addRow("no such direction") << QStringList{u"list"_s, u"lead"_s, u"--sort"_s, u"title:down"_s} << 2;
        QTest::addRow("no such item") << QStringList{u"show"_s, u"lead"_s, u"77"_s} << 1;
        QTest::addRow("no such file") << QStringList{u"import"_s, u"lead"_s, u"/nonexistent.csv"_s} << 3;
    }
    void exitStatuses()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        const QJsonDocument error = json(arguments);
        QCOMPARE(m_status, status);
        QVERIFY(!error[u"error"_s][u"message"_s].toString().isEmpty());
        QVERIFY(!error[u"error"_s][u"code"_s].toString().isEmpty());
    }

    void aValueTwiceInAConversionIsRefused()
    {
        run({u"create"_s, u"lead"_s, u"title=A"_s});
        run({u"convert"_s, u"1"_s, u"--to"_s, u"deal"_s, u"title=a"_s, u"title=b"_s});
        QCOMPARE(m_status, 2);
        QCOMPARE(count({u"deal"_s}), 0);
    }

    void settingsAreSetAndUndone()
    {
        QCOMPARE(json({u"settings"_s})[u"week_start"_s].toString(), QString());
        const QString currency = json({u"settings"_s})[u"currency"_s].toString();
        const QJsonDocument after = json({u"settings"_s, u"currency=kzt"_s, u"week_start=sunday"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(after[u"currency"_s].toString(), u"KZT"_s);
        QCOMPARE(after[u"week_start"_s].toString(), u"7"_s);
        QCOMPARE(json({u"create"_s, u"lead"_s, u"title=A"_s, u"amount=5"_s})[u"amount"_s][u"currency"_s].toString(),
                 u"KZT"_s);
        run({u"undo"_s, u"2"_s});
        QCOMPARE(json({u"settings"_s})[u"currency"_s].toString(), currency);
    }

    void helpAndVersionNeedNoFile()
    {
        const QString file = std::exchange(m_file, u"--help"_s);
        const QByteArray all = run({});
        QCOMPARE(m_status, 0);
        for (const char *verb : {"activities", "activity snooze ID", "exchange write FILE", "batch"})
            QVERIFY2(all.contains(verb), verb);
        m_file = u"--version"_s;
        QVERIFY(run({}).startsWith("kartoteka-cli "));
        QCOMPARE(m_status, 0);
        m_file = file;
        const QByteArray one = run({u"activity"_s, u"add"_s, u"--help"_s});
        QCOMPARE(m_status, 0);
        QVERIFY(one.contains("--deadline"));
        QVERIFY(!one.contains("--where"));
    }

    void aValueThatIsRepeatedIsAdded()
    {
        run({u"create"_s, u"lead"_s, u"title=A"_s, u"phone=work:+79160000001"_s, u"phone=+79160000002|+79160000003"_s,
             u"tags=x"_s, u"tags=y"_s});
        QCOMPARE(m_status, 0);
        const QJsonDocument lead = json({u"show"_s, u"lead"_s, u"1"_s});
        QCOMPARE(lead[u"phone"_s].toArray().size(), 3);
        QCOMPARE(lead[u"phone"_s][0][u"label"_s].toString(), u"work"_s);
        QCOMPARE(lead[u"tags"_s].toArray().size(), 2);
    }

    void activitiesAreListedChangedMovedAndDeleted()
    {
        run({u"create"_s, u"lead"_s, u"title=A"_s});
        run({u"create"_s, u"deal"_s, u"title=B"_s});
        const QString call = json({u"activity"_s, u"add"_s, u"lead"_s, u"1"_s, u"--title"_s, u"Call"_s, u"--kind"_s,
                                   u"call"_s, u"--deadline"_s, u"2020-01-01T10:00:00Z"_s})[u"id"_s]
                                 .toString();
        const QString answer = json({u"activity"_s, u"add"_s, u"deal"_s, u"1"_s, u"--title"_s, u"Answer"_s,
                                     u"--incoming"_s})[u"id"_s]
                                   .toString();
        const QJsonArray all = json({u"activities"_s}).array();
        QCOMPARE(all.size(), 2);
        const QJsonObject first = all[0].toObject();
        QCOMPARE(first[u"id"_s].toString(), call);
        QCOMPARE(first[u"kind"_s].toString(), u"call"_s);
        QCOMPARE(first[u"deadline"_s].toString(), u"2020-01-01T10:00:00Z"_s);
        QCOMPARE(first[u"lit"_s].toString(), u"red"_s);
        QCOMPARE(first[u"items"_s][0][u"type"_s].toString(), u"lead"_s);
        QCOMPARE(first[u"items"_s][0][u"id"_s].toString(), u"1"_s);
        QCOMPARE(all[1].toObject()[u"lit"_s].toString(), u"green"_s);
        QVERIFY(all[1].toObject()[u"deadline"_s].isNull());
        QCOMPARE(json({u"activities"_s, u"--overdue"_s, u"--mine"_s}).array().size(), 1);
        QCOMPARE(json({u"activities"_s, u"--incoming"_s}).array()[0].toObject()[u"id"_s].toString(), answer);
        QCOMPARE(json({u"activities"_s, u"--where"_s, u"kind = call"_s}).array().size(), 1);
        QCOMPARE(json({u"list"_s, u"activity"_s, u"--where"_s, u"id = "_s + call}).array()[0].toObject()[u"id"_s].toString(),
                 call);

        QCOMPARE(json({u"activity"_s, u"move"_s, call, u"2100-01-01T10:00:00Z"_s})[u"deadline"_s].toString(),
                 u"2100-01-01T10:00:00Z"_s);
        QCOMPARE(json({u"activity"_s, u"snooze"_s, call, u"2h"_s})[u"deadline"_s].toString(), u"2100-01-01T12:00:00Z"_s);
        QCOMPARE(json({u"show"_s, u"lead"_s, u"1"_s})[u"timeline"_s][0][u"kind"_s].toString(), u"activity_rescheduled"_s);
        run({u"activity"_s, u"snooze"_s, answer});
        QCOMPARE(m_status, 1); // it waits until it is done
        QCOMPARE(json({u"activity"_s, u"set"_s, call, u"title=Visit"_s, u"kind=meeting"_s})[u"title"_s].toString(),
                 u"Visit"_s);
        QCOMPARE(json({u"set"_s, u"activity"_s, call, u"title=Call"_s})[u"title"_s].toString(), u"Call"_s);
        QCOMPARE(json({u"activity"_s, u"done"_s, call})[u"done"_s].toBool(), true);
        QCOMPARE(json({u"activities"_s, u"--done"_s}).array().size(), 1);
        QCOMPARE(json({u"activity"_s, u"reopen"_s, call})[u"done"_s].toBool(), false);
        run({u"activity"_s, u"delete"_s, call});
        QCOMPARE(json({u"activities"_s}).array().size(), 1);
        run({u"undo"_s});
        QCOMPARE(json({u"activities"_s}).array().size(), 2);
        run({u"check"_s});
        QCOMPARE(m_status, 0);
    }

    void batchGoesOnAfterWhatIsRefused()
    {
        const QByteArray lines = "create lead \"title=a b\" phone=+79160000001 phone=+79160000002\n"
                                 "nonsense\n"
                                 "create lead title='c d'\n"
                                 "\n"
                                 "show lead 99\n"
                                 "create lead title=O'Brien\n"
                                 "create lead \"title=never\n"
                                 "create lead \"title=\\\"quoted\\\"\" --json\n";
        run({u"batch"_s}, lines);
        QCOMPARE(m_status, 1);
        QStringList titles;
        for (const QJsonValue &lead : json({u"list"_s, u"lead"_s, u"--sort"_s, u"id"_s}).array())
            titles << lead[u"title"_s].toString();
        QCOMPARE(titles, (QStringList{u"a b"_s, u"c d"_s, u"O'Brien"_s, u"\"quoted\""_s}));
        run({u"batch"_s}, "create lead title=last");
        QCOMPARE(m_status, 0);
    }

    void peopleAreAnsweredInTheirOwnTimeAndScriptsInUtc()
    {
        run({u"create"_s, u"lead"_s, u"title=A"_s});
        run({u"activity"_s, u"add"_s, u"lead"_s, u"1"_s, u"--deadline"_s, u"2030-01-01T10:00:00Z"_s});
        const QStringList tokyo{u"TZ=Asia/Tokyo"_s};
        QVERIFY2(run({u"activities"_s}, {}, tokyo).contains("19:00"), run({u"activities"_s}, {}, tokyo).constData());
        QVERIFY(run({u"activities"_s, u"--json"_s}, {}, tokyo).contains("T10:00:00Z"));
        QVERIFY(run({u"show"_s, u"lead"_s, u"1"_s}, {}, tokyo).contains("19:00"));
    }

    void theDemoIsTheSameForASeed()
    {
        QByteArray lists[2];
        for (QByteArray &list : lists) {
            QFile::remove(m_file);
            run({u"init"_s, u"--demo"_s, u"50"_s, u"--lang"_s, u"en"_s});
            QCOMPARE(m_status, 0);
            list = run(
                {u"list"_s, u"lead"_s, u"--columns"_s, u"title,last_name,amount,stage,phone"_s, u"--sort"_s, u"title"_s});
        }
        QVERIFY(lists[0].size() > 1000);
        QCOMPARE(lists[0], lists[1]);
    }

    void fieldsOfClientsAreListedSortedAndExported()
    {
        run({u"create"_s, u"company"_s, u"title=Acme"_s, u"address=Tver"_s});
        run({u"create"_s, u"company"_s, u"title=Beta"_s, u"address=Omsk"_s});
        run({u"create"_s, u"deal"_s, u"title=Doors"_s, u"client_company=Acme"_s});
        run({u"create"_s, u"deal"_s, u"title=Tables"_s, u"client_company=Beta"_s});
        QCOMPARE(m_status, 0);
        const QStringList columns{u"--columns"_s, u"title,company.address,client_company.name"_s, u"--sort"_s,
                                  u"company.address"_s};
        const QJsonArray deals = json(QStringList{u"list"_s, u"deal"_s} + columns).array();
        QCOMPARE(deals.size(), 2);
        QCOMPARE(deals[0][u"client_company.address"_s].toString(), u"Omsk"_s);
        QCOMPARE(deals[0][u"client_company.title"_s].toString(), u"Beta"_s);
        QCOMPARE(deals[1][u"title"_s].toString(), u"Doors"_s);
        const QString listed = QString::fromUtf8(run(QStringList{u"list"_s, u"deal"_s} + columns));
        QVERIFY(listed.indexOf(u"Omsk"_s) > 0 && listed.indexOf(u"Omsk"_s) < listed.indexOf(u"Tver"_s));
        QCOMPARE(count({u"deal"_s, u"--where"_s, u"company.name = acme"_s}), 1);
        const QString file = m_dir.filePath(u"deals.csv"_s);
        run(QStringList{u"export"_s, u"deal"_s, file} + columns);
        QCOMPARE(m_status, 0);
        QFile csv(file);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().contains("Tables;Omsk;Beta"));
        run({u"list"_s, u"deal"_s, u"--columns"_s, u"company.nothing"_s});
        QVERIFY(m_status != 0);
        run({u"list"_s, u"deal"_s, u"--sort"_s, u"client.phone"_s});
        QVERIFY(m_status != 0 && m_error.contains("client_contact.phone"));
    }
};

KARTOTEKA_TEST(tst_cli, TestCli)
#include "tst_cli.moc"
