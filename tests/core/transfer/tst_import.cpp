// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_queries.h"
#include "core/transfer/exporter.h"
#include "core/transfer/importer.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTest>

using namespace Kartoteka;

class TestImport : public QObject
{
    Q_OBJECT

    static QString sample(const QString &name) { return QStringLiteral(KARTOTEKA_SOURCES "/resources/samples/") + name; }
    static ImportOptions options(TestOffice &office, const QString &type, const QString &path)
    {
        ImportOptions out;
        out.typeId = office.typeId(type);
        auto preview = previewImport(office.schema(), out.typeId, path);
        if (!preview)
            qFatal("%s", qPrintable(preview.error().message));
        out.preview = *preview;
        return out;
    }
    static Result<ImportReport> import(TestOffice &office, const ImportOptions &asked)
    {
        auto report = importFile(office.store(), asked);
        QCoreApplication::processEvents(); // new users and list values reach the store's schema by an event
        return report;
    }
    static QList<Item> items(TestOffice &office, const QString &type, const QStringList &where = {})
    {
        ItemQuery query;
        query.typeId = office.typeId(type);
        for (const QString &text : where)
            query.conditions << *parseCondition(text);
        auto ids = queryIds(office.store().reader(), query);
        if (!ids)
            qFatal("%s", qPrintable(ids.error().message));
        return *readItems(office.store().reader(), query.typeId, *ids);
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private slots:
    void leadsOfBitrix24()
    {
        TestOffice office;
        const QStringList before = office.contents();
        ImportOptions asked = options(office, u"lead"_s, sample(u"leads-bitrix24.csv"_s));
        asked.createUsers = true;
        auto report = import(office, asked);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->imported, 60);
        QCOMPARE(report->rejected.size(), 0);
        QCOMPARE(items(office, u"lead"_s).size(), 60);
        const Item first = items(office, u"lead"_s, {u"title = \"Звонок 1\""_s}).value(0);
        QCOMPARE(first.text(u"last_name"_s), u"Щукин"_s);
        QCOMPARE(first.text(u"first_name"_s), u"Олег"_s);
        QCOMPARE(first.text(u"position"_s), u"директор"_s);
        QCOMPARE(first.text(u"comment"_s), u"Say \"hello\" first"_s);
        QCOMPARE(first.reference(u"stage"_s), office.stageId(u"lead"_s, u"junk"_s));
        QCOMPARE(first.members(u"phone"_s).first().label, u"work"_s);
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(first.value(u"created_at"_s).toLongLong()),
                 QDateTime(QDate(2024, 12, 9), QTime(18, 6, 57)));
        QCOMPARE(office.schema().user(first.reference(u"responsible"_s))->name, u"Emma Stone"_s);
        const Item second = items(office, u"lead"_s, {u"title = \"CRM-форма «Заказ» 2\""_s}).value(0);
        QCOMPARE(second.value(u"amount"_s).value<Money>(), (Money{250'000'50, u"RUB"_s}));
        QCOMPARE(second.text(u"company_title"_s), u"ООО «Техно; Сервис»"_s);
        QCOMPARE(office.problems(), QStringList());

        QVERIFY(office.store().undo().result());
        QCOMPARE(office.contents(), before);
        QCOMPARE(office.problems(), QStringList());
    }

    void dealsOfAmoInWindows1251()
    {
        TestOffice office;
        auto report = import(office, options(office, u"deal"_s, sample(u"deals-amocrm-cp1251.csv"_s)));
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->imported, 60);
        const Item deal = items(office, u"deal"_s, {u"title = \"Сделка 3\""_s}).value(0);
        QCOMPARE(deal.value(u"amount"_s).value<Money>(), (Money{68'659'00, u"RUB"_s}));
        QCOMPARE(deal.members(u"tags"_s).size(), 2);
        QVERIFY(deal.reference(u"client_company"_s) != 0);
    }

    void contactsOfGoogleAndOutlook()
    {
        TestOffice office;
        auto google = import(office, options(office, u"contact"_s, sample(u"contacts-google.csv"_s)));
        QVERIFY2(google, google ? "" : qPrintable(google.error().message));
        QCOMPARE(google->imported, 60);
        const Item contact = items(office, u"contact"_s, {u"email = zakaz1@mail.example.org"_s}).value(0);
        QCOMPARE(contact.text(u"first_name"_s), u"Müge"_s);
        QCOMPARE(contact.members(u"phone"_s).first().label, u"mobile"_s);
        auto outlook = import(office, options(office, u"contact"_s, sample(u"contacts-outlook-utf16.csv"_s)));
        QVERIFY2(outlook, outlook ? "" : qPrintable(outlook.error().message));
        QCOMPARE(outlook->imported, 60);
    }

    void brokenRowsAreReportedAndTheRestComesIn()
    {
        TestOffice office;
        auto report = import(office, options(office, u"lead"_s, QStringLiteral(KARTOTEKA_SOURCES "/tests/data/broken.csv")));
        QVERIFY(report);
        QCOMPARE(report->imported, 2);
        QCOMPARE(report->warnings.size(), 1);
        QCOMPARE(report->warnings.first().row, 3);
        QList<qint64> rows;
        for (const ImportProblem &problem : std::as_const(report->rejected)) {
            rows << problem.row;
            QVERIFY(!problem.reason.isEmpty());
            QVERIFY2(!problem.column.isEmpty(), qPrintable(problem.reason));
        }
        QCOMPARE(rows, QList<qint64>({4, 5, 6, 7, 8}));
        const QString errors = office.folder() + u"/errors.csv"_s;
        QVERIFY(writeProblems(errors, *report));
        QFile file(errors);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 7);
    }

    void aDryRunChangesNothing()
    {
        TestOffice office;
        const QStringList before = office.contents();
        ImportOptions dry = options(office, u"lead"_s, sample(u"leads-bitrix24.csv"_s));
        dry.dryRun = true;
        auto report = import(office, dry);
        QVERIFY(report);
        QCOMPARE(report->imported, 60);
        QCOMPARE(office.contents(), before);
    }

    void knownClientsAreSkippedOrCompleted_data()
    {
        QTest::addColumn<DuplicatePolicy>("policy");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("position");
        QTest::addRow("create") << DuplicatePolicy::Create << 3 << QString();
        QTest::addRow("skip") << DuplicatePolicy::Skip << 2 << QString();
        QTest::addRow("merge") << DuplicatePolicy::Merge << 2 << u"Buyer"_s;
    }
    void knownClientsAreSkippedOrCompleted()
    {
        QFETCH(DuplicatePolicy, policy);
        QFETCH(int, count);
        QFETCH(QString, position);
        TestOffice office;
        const qint64 known = office.create(
            u"contact"_s, {{u"last_name"_s, u"Щукина"_s}, {u"phone"_s, textMembers({u"8 916 123-45-67"_s})}});
        const QString path = office.folder() + u"/in.csv"_s;
        write(path, "Last Name,Job Title,Mobile Phone\nOther,Buyer,+79161234567\nNew,CEO,+79160000001\n");
        ImportOptions asked = options(office, u"contact"_s, path);
        asked.duplicates = policy;
        auto report = import(office, asked);
        QVERIFY(report);
        QCOMPARE(items(office, u"contact"_s).size(), count);
        QCOMPARE(office.item(u"contact"_s, known).text(u"position"_s), position);
        QCOMPARE(office.item(u"contact"_s, known).text(u"last_name"_s), u"Щукина"_s); // what is there stays
    }

    void whatIsExportedComesBackTheSame()
    {
        TestOffice office;
        ImportOptions first = options(office, u"lead"_s, sample(u"leads-bitrix24.csv"_s));
        first.createUsers = true;
        QVERIFY(import(office, first));
        const QString path = office.folder() + u"/out.csv"_s;
        ItemQuery all;
        all.typeId = office.typeId(u"lead"_s);
        auto exported = exportCsv(office.store().reader(), all, path);
        QVERIFY(exported);
        QCOMPARE(*exported, 60);
        TestOffice other;
        ImportOptions asked = options(other, u"lead"_s, path);
        asked.createUsers = true;
        asked.createValues = true;
        auto report = import(other, asked);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QVERIFY2(report->rejected.isEmpty(), report->rejected.isEmpty() ? "" : qPrintable(report->rejected.first().reason));
        const auto texts = [](TestOffice &o) {
            QStringList out;
            for (const Item &item : items(o, u"lead"_s)) {
                QStringList row{item.text(u"title"_s),
                                item.text(u"last_name"_s),
                                item.text(u"comment"_s),
                                item.text(u"company_title"_s),
                                item.value(u"amount"_s).isValid()
                                    ? QString::number(item.value(u"amount"_s).value<Money>().minor)
                                    : QString(),
                                o.schema().stage(item.reference(u"stage"_s))->code,
                                o.schema().user(item.reference(u"responsible"_s))->name};
                for (const Member &phone : item.members(u"phone"_s))
                    row << phone.label + u':' + phone.text;
                out << row.join(u'|');
            }
            out.sort();
            return out;
        };
        QCOMPARE(texts(other), texts(office));
    }

    void aCancelledImportIsOneActToTakeBack()
    {
        TestOffice office;
        const QString path = office.folder() + u"/in.csv"_s;
        QByteArray bytes("Название;Сумма\n");
        for (int i = 0; i < 20'000; ++i)
            bytes += "Лид " + QByteArray::number(i) + ";100\n";
        write(path, bytes);
        const QStringList before = office.contents();
        ImportOptions asked = options(office, u"lead"_s, path);
        asked.progress = [&asked](qint64, qint64 rows) {
            if (rows >= 2000)
                asked.cancel.cancel();
        };
        auto report = import(office, asked);
        QVERIFY(report);
        QVERIFY(report->cancelled);
        QVERIFY(report->imported > 0 && report->imported < 20'000);
        QVERIFY(office.store().undo().result());
        QCOMPARE(office.contents(), before);
    }

    /// Each is made while rows of the ones before are on their way.
    void everyNewStageGetsItsRows()
    {
        TestOffice office;
        const QString path = office.folder() + u"/in.csv"_s;
        QByteArray bytes("Название;Стадия\n");
        for (int i = 0; i < 60; ++i)
            bytes += "Лид " + QByteArray::number(i) + ";Ступень " + QByteArray::number(i % 12) + '\n';
        write(path, bytes);
        ImportOptions asked = options(office, u"lead"_s, path);
        asked.createStages = true;
        const auto report = import(office, asked);
        QVERIFY(report);
        QCOMPARE(report->imported, 60);
        for (int i = 0; i < 12; ++i)
            QCOMPARE(items(office, u"lead"_s, {u"stage = \"Ступень %1\""_s.arg(i)}).size(), 5);
    }

    void filesThatCannotBeRead()
    {
        TestOffice office;
        QVERIFY(!previewImport(office.schema(), office.typeId(u"lead"_s), office.folder() + u"/none.csv"_s));
        const QString empty = office.folder() + u"/empty.csv"_s;
        write(empty, {});
        auto preview = previewImport(office.schema(), office.typeId(u"lead"_s), empty);
        QVERIFY(!preview);
        QVERIFY(!preview.error().message.isEmpty());
    }
};

KARTOTEKA_TEST(tst_import, TestImport)
#include "tst_import.moc"
