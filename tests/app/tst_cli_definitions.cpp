// SPDX-License-Identifier: GPL-3.0-or-later
// What an office defines, by the command line.
#include "tests/support/command_line.h"
#include "tests/support/test_program.h"

class TestCliDefinitions : public QObject, protected CommandLine
{
    Q_OBJECT

private slots:
    void init() { makeOffice(); }

    void typesFieldsAndValuesAreMade()
    {
        const QJsonDocument type = json({u"type"_s, u"add"_s, u"dogovor"_s, u"--name"_s, u"Договор"_s, u"--stages"_s,
                                         u"approval"_s, u"--with"_s, u"client"_s});
        QCOMPARE(type[u"code"_s].toString(), u"dogovor"_s);
        QVERIFY(!type[u"uid"_s].toString().isEmpty() && !type[u"id"_s].toString().isEmpty());
        const QJsonDocument field = json({u"field"_s, u"add"_s, u"dogovor"_s, u"kind"_s, u"--type"_s, u"list"_s, u"--name"_s,
                                          u"Вид"_s, u"--values"_s, u"Аренда,Прокат,Подряд"_s});
        QVERIFY(!field[u"uid"_s].toString().isEmpty());
        run({u"create"_s, u"dogovor"_s, u"title=Склад"_s, u"kind=Прокат"_s});
        QCOMPARE(m_status, 0);
        // What had the one has the other, and undo gives it back.
        run({u"list-value"_s, u"merge"_s, u"dogovor"_s, u"kind"_s, u"Прокат"_s, u"Аренда"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(count({u"dogovor"_s, u"--where"_s, u"kind = Аренда"_s}), 1);
        run({u"undo"_s});
        QCOMPARE(count({u"dogovor"_s, u"--where"_s, u"kind = Аренда"_s}), 0);
        QCOMPARE(count({u"dogovor"_s, u"--where"_s, u"kind = Прокат"_s}), 1);
        // Conditions go on using the code that a field had.
        run({u"field"_s, u"set"_s, u"dogovor"_s, u"kind"_s, u"code=sort"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(count({u"dogovor"_s, u"--where"_s, u"kind = Прокат"_s}), 1);
        QCOMPARE(count({u"dogovor"_s, u"--where"_s, u"sort = Прокат"_s}), 1);
        run({u"type"_s, u"delete"_s, u"dogovor"_s});
        QCOMPARE(m_status, 0);
        run({u"list"_s, u"dogovor"_s});
        QVERIFY(m_status != 0);
        run({u"type"_s, u"restore"_s, u"dogovor"_s});
        QCOMPARE(count({u"dogovor"_s}), 1);
        run({u"check"_s});
        QCOMPARE(m_status, 0);
    }

    void whatIsMadeIsToldByCodeAndIdentity()
    {
        const auto isTold = [this](const QStringList &line) {
            const QJsonDocument told = json(line);
            return m_status == 0 && !told[u"code"_s].toString().isEmpty() && !told[u"uid"_s].toString().isEmpty()
                && told[u"id"_s].toString().toLongLong() > 0;
        };
        QVERIFY(isTold({u"field"_s, u"add"_s, u"deal"_s, u"size"_s, u"--type"_s, u"list"_s, u"--values"_s, u"S,M"_s,
                        u"--required"_s, u"no"_s}));
        QVERIFY(isTold({u"field"_s, u"set"_s, u"deal"_s, u"size"_s, u"name=Size"_s}));
        QVERIFY(isTold({u"list-value"_s, u"add"_s, u"deal"_s, u"size"_s, u"L"_s}));
        QVERIFY(isTold({u"list-value"_s, u"set"_s, u"deal"_s, u"size"_s, u"L"_s, u"--name"_s, u"XL"_s}));
        QVERIFY(isTold({u"list-value"_s, u"merge"_s, u"deal"_s, u"size"_s, u"XL"_s, u"M"_s}));
        QVERIFY(isTold({u"department"_s, u"add"_s, u"Sales"_s}));
        QVERIFY(isTold({u"user"_s, u"add"_s, u"Anna"_s, u"login=anna"_s}));
        QVERIFY(isTold({u"stage"_s, u"add"_s, u"deal"_s, u"Check"_s}));
        QVERIFY(isTold({u"stage"_s, u"delete"_s, u"deal"_s, u"Check"_s}));
        run({u"stage"_s, u"add"_s, u"deal"_s, QString(300, u'x')});
        QCOMPARE(m_status, 2);
        run({u"settings"_s, u"week_start=2"_s});
        QCOMPARE(json({u"settings"_s, u"week_start"_s}).object(), (QJsonObject{{u"week_start"_s, u"2"_s}}));
        run({u"settings"_s, u"no_such"_s});
        QCOMPARE(m_status, 2);
    }

    void listsAreToldAndOrdered()
    {
        run({u"field"_s, u"add"_s, u"deal"_s, u"size"_s, u"--type"_s, u"list"_s, u"--values"_s, u"S,M,L"_s});
        run({u"create"_s, u"deal"_s, u"title=T"_s, u"size=M"_s});
        const auto names = [this] {
            QStringList told;
            for (const QJsonValue &one : json({u"list-value"_s, u"list"_s, u"deal"_s, u"size"_s}).array())
                told << one[u"name"_s].toString() + QString::number(one[u"items"_s].toInt());
            return told.join(u' ');
        };
        QCOMPARE(names(), u"S0 M1 L0"_s);
        run({u"list-value"_s, u"set"_s, u"deal"_s, u"size"_s, u"L"_s, u"--first"_s});
        QCOMPARE(names(), u"L0 S0 M1"_s);
        run({u"list-value"_s, u"set"_s, u"deal"_s, u"size"_s, u"L"_s, u"--name"_s, u"XL"_s, u"--after"_s, u"M"_s});
        QCOMPARE(names(), u"S0 M1 XL0"_s);
        run({u"undo"_s});
        QCOMPARE(names(), u"L0 S0 M1"_s);
        run({u"list-value"_s, u"set"_s, u"deal"_s, u"size"_s, u"M"_s, u"--after"_s, u"M"_s});
        QCOMPARE(m_status, 2); // behind itself
        QCOMPARE(names(), u"L0 S0 M1"_s);
        run({u"list-value"_s, u"list"_s, u"deal"_s, u"title"_s});
        QCOMPARE(m_status, 2);
        const QJsonDocument told = json({u"list-value"_s, u"delete"_s, u"deal"_s, u"size"_s, u"M"_s, u"--into"_s, u"S"_s});
        QCOMPARE(m_status, 0);
        QVERIFY(told[u"uses"_s].isArray());
        QCOMPARE(names(), u"L0 S1"_s);
    }

    /// An option means what the command that takes it says: --default has a value of one, and none of another.
    void onePipelineBecomesTheDefaultOne()
    {
        run({u"pipeline"_s, u"add"_s, u"deal"_s, u"Retail"_s});
        run({u"pipeline"_s, u"set"_s, u"deal"_s, u"Retail"_s, u"--default"_s});
        QCOMPARE(m_status, 0);
        run({u"create"_s, u"deal"_s, u"title=A"_s});
        QCOMPARE(count({u"deal"_s, u"--where"_s, u"pipeline = Retail"_s}), 1);
        run({u"field"_s, u"add"_s, u"deal"_s, u"due"_s, u"--type"_s, u"date"_s, u"--default"_s, u"today"_s});
        QCOMPARE(m_status, 0);
    }

    /// A contract takes over from its deal what its fields say, and the deal tells of it.
    void whatBelongsToADealTakesOverFromIt()
    {
        run({u"type"_s, u"add"_s, u"contract"_s, u"--with"_s, u"client"_s, u"--belongs-to"_s, u"deal"_s});
        run({u"field"_s, u"set"_s, u"contract"_s, u"client_company"_s, u"default=from deal.company"_s});
        QCOMPARE(m_status, 0);
        for (const QJsonValue &field : json({u"fields"_s, u"contract"_s}).array()) {
            if (field[u"code"_s].toString() == u"client_company")
                QCOMPARE(field[u"default"_s].toString(), u"from deal.client_company"_s);
        }
        run({u"field"_s, u"set"_s, u"contract"_s, u"client_company"_s, u"default=from deal.amount"_s});
        QCOMPARE(m_status, 2);
        run({u"create"_s, u"company"_s, u"title=Oak"_s});
        run({u"create"_s, u"deal"_s, u"title=Tables"_s, u"client_company=Oak"_s});
        const QString deal = json({u"list"_s, u"deal"_s})[0][u"id"_s].toString();
        run({u"create"_s, u"contract"_s, u"title=C"_s, u"deal="_s + deal});
        QCOMPARE(count({u"contract"_s, u"--where"_s, u"client_company = Oak"_s}), 1);
        run({u"create"_s, u"contract"_s, u"title=D"_s, u"deal="_s + deal, u"client_company="_s});
        QCOMPARE(count({u"contract"_s, u"--where"_s, u"client_company is empty"_s}), 1);
        const QJsonArray links = json({u"show"_s, u"deal"_s, deal})[u"links"_s].toArray();
        QCOMPARE(links.size(), 2);
        QCOMPARE(links[0][u"type"_s].toString(), u"contract"_s);
        QCOMPARE(json({u"field"_s, u"uses"_s, u"deal"_s, u"client_company"_s}).array().size(), 1);
        run({u"field"_s, u"add"_s, u"contract"_s, u"sum"_s, u"--name"_s, u"TITLE"_s, u"--lang"_s, u"en"_s});
        QCOMPARE(m_status, 1); // there is one
        run({u"check"_s});
        QCOMPARE(m_status, 0);
    }

    void whatIsDeletedIsListed()
    {
        run({u"type"_s, u"add"_s, u"contract"_s});
        run({u"field"_s, u"add"_s, u"contract"_s, u"size"_s});
        run({u"field"_s, u"delete"_s, u"contract"_s, u"size"_s});
        QCOMPARE(json({u"fields"_s, u"contract"_s, u"--deleted"_s})[0][u"code"_s].toString(), u"size"_s);
        run({u"type"_s, u"delete"_s, u"contract"_s});
        QCOMPARE(json({u"types"_s, u"--deleted"_s})[0][u"code"_s].toString(), u"contract"_s);
    }

    void sumsAreToldInTheBaseCurrency()
    {
        run({u"settings"_s, u"currency=RUB"_s});
        run({u"create"_s, u"deal"_s, u"title=A"_s, u"amount=100"_s});
        run({u"create"_s, u"deal"_s, u"title=B"_s, u"amount=2 KZT"_s});
        QVERIFY(run({u"count"_s, u"deal"_s, u"--lang"_s, u"en"_s}).contains("no rate for KZT"));
        QJsonValue sum = json({u"count"_s, u"deal"_s})[u"in_base"_s][u"amount"_s];
        QVERIFY(sum[u"amount"_s].isNull());
        QCOMPARE(sum[u"missing"_s].toArray(), QJsonArray{u"KZT"_s});
        const QJsonDocument written = json({u"rate"_s, u"kzt"_s, u"2020-01-01"_s, u"0,25"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(written[u"rate"_s].toString(), u"0.25"_s);
        QVERIFY(!written[u"uid"_s].toString().isEmpty());
        sum = json({u"count"_s, u"deal"_s})[u"in_base"_s][u"amount"_s];
        QCOMPARE(sum[u"amount"_s].toString(), u"100.50"_s);
        QCOMPARE(json({u"rate"_s, u"list"_s, u"KZT"_s}).array().size(), 1);
        run({u"currency"_s, u"delete"_s, u"KZT"_s});
        QCOMPARE(m_status, 1); // a deal has an amount in it
        run({u"undo"_s});
        QCOMPARE(json({u"rate"_s, u"list"_s}).array().size(), 0);
        for (const QStringList &wrong : {QStringList{u"XQX"_s, u"2020-01-01"_s, u"1"_s},
                                         {u"USD"_s, u"soon"_s, u"1"_s},
                                         {u"USD"_s, u"2020-01-01"_s, u"zero"_s}}) {
            run(QStringList{u"rate"_s} + wrong);
            QCOMPARE(m_status, 2);
        }
    }

    void workingTimeIsCounted()
    {
        const QStringList june{u"day"_s, u"count"_s, u"2026-06-01"_s, u"2026-06-30"_s};
        QCOMPARE(json(june)[u"days"_s].toInt(), 22);
        run({u"day"_s, u"2026-06-12"_s, u"off"_s, u"Day"_s, u"of"_s, u"Russia"_s});
        QCOMPARE(json(june)[u"days"_s].toInt(), 21);
        QCOMPARE(json({u"day"_s, u"list"_s})[0][u"name"_s].toString(), u"Day of Russia"_s);
        run({u"settings"_s, u"work_hours_1=9-13,14-18"_s, u"work_hours_6=10-12"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(json(june)[u"days"_s].toInt(), 25);
        QCOMPARE(json(june)[u"minutes"_s].toInt(), 16 * 540 + 5 * 480 + 4 * 120);
        run({u"settings"_s, u"work_hours_1=18-9"_s});
        QCOMPARE(m_status, 2);
        run({u"undo"_s, u"2"_s});
        QCOMPARE(json(june)[u"days"_s].toInt(), 22);
    }

    void peopleAndDepartments()
    {
        run({u"department"_s, u"add"_s, u"Sales"_s});
        run({u"department"_s, u"add"_s, u"North"_s, u"parent=Sales"_s});
        QCOMPARE(m_status, 0);
        const QJsonDocument anna = json(
            {u"user"_s, u"add"_s, u"Anna"_s, u"login=anna"_s, u"department=North"_s, u"job=Manager"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(anna[u"department"_s].toString(), u"North"_s);
        run({u"department"_s, u"delete"_s, u"North"_s});
        QCOMPARE(m_status, 1);
        QCOMPARE(json({u"department"_s, u"set"_s, u"North"_s, u"head=anna"_s})[u"head"_s].toString(), u"Anna"_s);
        QCOMPARE(json({u"department"_s, u"list"_s}).array().size(), 2);
        QCOMPARE(json({u"user"_s, u"set"_s, u"anna"_s, u"active=no"_s})[u"active"_s].toBool(true), false);
        run({u"undo"_s});
        QCOMPARE(json({u"user"_s, u"list"_s})[1][u"active"_s].toBool(false), true);
        run({u"user"_s, u"set"_s, u"nobody"_s, u"job=x"_s});
        QCOMPARE(m_status, 1);
        run({u"user"_s, u"add"_s, u"Otto"_s, u"salary=1"_s});
        QCOMPARE(m_status, 2);
    }

    void stagesAndPipelinesAreEdited()
    {
        const auto stages = [this] {
            QStringList names;
            for (const QJsonValue &stage : json({u"stages"_s, u"deal"_s}).array())
                names << stage[u"pipeline"_s].toString() + u'/' + stage[u"name"_s].toString();
            return names;
        };
        const QStringList before = stages();
        const QString first = before.constFirst().section(u'/', 1);
        const QJsonDocument added = json({u"stage"_s, u"add"_s, u"deal"_s, u"Проверка"_s, u"--after"_s, first,
                                          u"--probability"_s, u"40"_s, u"--colour"_s, u"#112233"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(added[u"probability"_s].toInt(), 40);
        QCOMPARE(stages()[1].section(u'/', 1), u"Проверка"_s);
        const QJsonDocument set = json({u"stage"_s, u"set"_s, u"deal"_s, u"Проверка"_s, u"--name"_s, u"Осмотр"_s,
                                        u"--first"_s, u"--idle-days"_s, u"3"_s, u"--require"_s, u"amount,comment"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(set[u"idle_days"_s].toInt(), 3);
        QCOMPARE(set[u"requires"_s].toArray().size(), 2);
        QCOMPARE(stages().constFirst().section(u'/', 1), u"Осмотр"_s);
        run({u"undo"_s});
        QCOMPARE(stages()[1].section(u'/', 1), u"Проверка"_s); // one act

        const QString deal = json({u"create"_s, u"deal"_s, u"title=Трубы"_s})[u"id"_s].toString();
        QCOMPARE(json({u"move"_s, u"deal"_s, deal, u"Проверка"_s})[u"probability"_s].toInt(), 40);
        run({u"stage"_s, u"delete"_s, u"deal"_s, u"Проверка"_s});
        QCOMPARE(m_status, 1); // items stand in it
        QCOMPARE(json({u"stage"_s, u"delete"_s, u"deal"_s, u"Проверка"_s, u"--move-to"_s, first})[u"moved"_s].toInt(), 1);
        QCOMPARE(stages(), before);

        const QString copy = json({u"pipeline"_s, u"copy"_s, u"deal"_s, before.constFirst().section(u'/', 0, 0),
                                   u"Сервис"_s})[u"code"_s]
                                 .toString();
        QCOMPARE(m_status, 0);
        QCOMPARE(stages().size(), 2 * before.size());
        QVERIFY(json({u"pipeline"_s, u"set"_s, u"deal"_s, copy, u"--default"_s})[u"default"_s].toBool());
        run({u"pipeline"_s, u"delete"_s, u"deal"_s, copy});
        QCOMPARE(m_status, 1); // the default one
        run({u"undo"_s});
        run({u"pipeline"_s, u"delete"_s, u"deal"_s, copy});
        QCOMPARE(m_status, 0);
        QCOMPARE(stages(), before);
        run({u"pipeline"_s, u"add"_s, u"lead"_s, u"Вторая"_s});
        QCOMPARE(m_status, 1); // leads have one
        run({u"stage"_s, u"add"_s, u"deal"_s, u"Цвет"_s, u"--colour"_s, u"red"_s});
        QCOMPARE(m_status, 2);
        run({u"stage"_s, u"set"_s, u"deal"_s, first, u"--probability"_s, u"200"_s});
        QCOMPARE(m_status, 1);
    }

    void tunnelsAreMadeAndRun()
    {
        const QString service = json({u"pipeline"_s, u"add"_s, u"deal"_s, u"Сервис"_s})[u"code"_s].toString();
        const QJsonDocument made = json({u"tunnel"_s, u"add"_s, u"deal"_s, u"won"_s, u"deal"_s, u"--pipeline"_s, service});
        QCOMPARE(m_status, 0);
        QCOMPARE(made[u"to_pipeline"_s].toString(), service);
        QCOMPARE(json({u"tunnel"_s, u"list"_s}).array().size(), 1);
        const QString deal = json({u"create"_s, u"deal"_s, u"title=Трубы"_s})[u"id"_s].toString();
        run({u"move"_s, u"deal"_s, deal, u"won"_s});
        QCOMPARE(m_status, 0);
        QCOMPARE(count({u"deal"_s, u"--where"_s, u"pipeline = Сервис"_s}), 1);
        run({u"undo"_s});
        QCOMPARE(count({u"deal"_s}), 1);
        run({u"pipeline"_s, u"delete"_s, u"deal"_s, service});
        QCOMPARE(m_status, 1);
        QVERIFY2(QString::fromUtf8(m_error).contains(u"Сервис"), m_error.constData());
        run({u"tunnel"_s, u"delete"_s, u"deal"_s, u"won"_s, u"deal"_s, u"--pipeline"_s, service});
        QCOMPARE(m_status, 0);
        QCOMPARE(json({u"tunnel"_s, u"list"_s}).array().size(), 0);
        run({u"undo"_s});
        QCOMPARE(json({u"tunnel"_s, u"list"_s}).array().size(), 1);
        run({u"tunnel"_s, u"add"_s, u"deal"_s, u"won"_s, u"deal"_s});
        QCOMPARE(m_status, 1); // into its own pipeline

        // An import runs them when it is told to.
        QFile table(m_dir.filePath(u"deals.csv"_s));
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("Title,Stage\nOne,won\nTwo,won\nThree,new\n");
        table.close();
        QCOMPARE(json({u"import"_s, u"deal"_s, table.fileName()})[u"tunnelled"_s].toInt(), 0);
        QCOMPARE(count({u"deal"_s, u"--where"_s, u"pipeline = Сервис"_s}), 0);
        run({u"undo"_s});
        QCOMPARE(json({u"import"_s, u"deal"_s, table.fileName(), u"--run-tunnels"_s})[u"tunnelled"_s].toInt(), 2);
        QCOMPARE(count({u"deal"_s, u"--where"_s, u"pipeline = Сервис"_s}), 2);
        run({u"undo"_s}); // all of it
        QCOMPARE(count({u"deal"_s}), 1);
    }
};

KARTOTEKA_TEST(tst_cli_definitions, TestCliDefinitions)
#include "tst_cli_definitions.moc"
