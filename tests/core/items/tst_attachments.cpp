// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/attachments.h"
#include "core/leads/conversion.h"
#include "core/store/record/contents.h"
#include "core/timeline/timeline.h"
#include "tests/support/test_office.h"

#include <QTest>

using namespace Kartoteka;

class TestAttachments : public QObject
{
    Q_OBJECT

    static QString makeFile(const TestOffice &office, const QString &name, const QByteArray &bytes)
    {
        const QString path = office.folder() + u'/' + name;
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static ItemRef makeLead(TestOffice &office)
    {
        return {office.typeId(u"lead"_s), office.create(u"lead"_s, {{u"title"_s, u"Pipes"_s}}), {}};
    }
    static void attach(TestOffice &office, const ItemRef &item, const QString &path)
    {
        auto changes = planAttach(item, path);
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        auto receipt = office.store().commitAndWait(*changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    }
    static QList<Attachment> filesOf(TestOffice &office, const ItemRef &item)
    {
        auto files = readAttachments(office.store().reader(), item);
        return files ? *files : QList<Attachment>();
    }
    static qint64 contents(TestOffice &office)
    {
        auto count = office.store().reader().connection.scalar(u"SELECT count(*) FROM content"_s);
        return count ? count->toLongLong() : -1;
    }

private slots:
    void whatWasAttachedComesBackByteForByte_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("Offer");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("with zeros") << QByteArray("a\0b\0", 4);
        QTest::newRow("large") << QByteArray(3'000'000, 'x');
    }
    void whatWasAttachedComesBackByteForByte()
    {
        QFETCH(QByteArray, bytes);
        TestOffice office;
        const ItemRef lead = makeLead(office);
        attach(office, lead, makeFile(office, u"Счёт №1.pdf"_s, bytes));
        const QList<Attachment> files = filesOf(office, lead);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files[0].name, u"Счёт №1.pdf"_s);
        QCOMPARE(files[0].size, bytes.size());
        QCOMPARE(files[0].author, office.store().user());
        const QString copy = office.folder() + u"/copy"_s;
        QVERIFY(saveAttachment(office.store().reader(), files[0], copy));
        QCOMPARE(bytesOf(copy), bytes);
        QCOMPARE(office.problems(), QStringList());
    }

    void theSameBytesAreKeptOnce()
    {
        TestOffice office;
        const QString path = makeFile(office, u"price.txt"_s, "10 per metre");
        attach(office, makeLead(office), path);
        attach(office, makeLead(office), path);
        QCOMPARE(contents(office), 1);
    }

    void undoTakesItOffAndRedoPutsItBack()
    {
        TestOffice office;
        const ItemRef lead = makeLead(office);
        attach(office, lead, makeFile(office, u"a.txt"_s, "a"));
        QVERIFY(office.store().undo().result());
        QVERIFY(filesOf(office, lead).isEmpty());
        QVERIFY(office.store().redo().result());
        QCOMPARE(filesOf(office, lead).size(), 1);
        QCOMPARE(office.problems(), QStringList());
    }

    void removedIsGoneFromTheTimelineUntilUndo()
    {
        TestOffice office;
        const ItemRef lead = makeLead(office);
        attach(office, lead, makeFile(office, u"a.txt"_s, "a"));
        const auto isTold = [&] {
            auto page = readTimeline(office.store().reader(), lead, {}, 50);
            return page && std::any_of(page->entries.begin(), page->entries.end(), [](const TimelineEntry &e) {
                       return e.kind == EntryKind::File && e.text == u"a.txt";
                   });
        };
        QVERIFY(isTold());
        QVERIFY(office.store().commitAndWait(planDetach(filesOf(office, lead).constFirst(), office.clock().now())));
        QVERIFY(!isTold());
        QVERIFY(office.store().undo().result());
        QVERIFY(isTold());
    }

    void aFileThatCannotBeReadIsRefusedByName()
    {
        TestOffice office;
        const auto missing = planAttach(makeLead(office), office.folder() + u"/nothing.pdf"_s);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::File);
        QVERIFY(missing.error().message.contains(u"nothing.pdf"_s));
        const auto folder = planAttach(makeLead(office), office.folder());
        QVERIFY(!folder);
    }

    void tooLargeIsRefusedBeforeItIsRead()
    {
        TestOffice office;
        const QString path = office.folder() + u"/huge.bin"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(largestContent + 1)); // sparse: takes no room
        const auto refused = planAttach(makeLead(office), path);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Refused);
        QVERIFY(refused.error().message.contains(u"huge.bin"_s));
    }

    void conversionCarriesFilesToTheDeal()
    {
        TestOffice office;
        const ItemRef lead = makeLead(office);
        attach(office, lead, makeFile(office, u"a.txt"_s, "a"));
        ConversionRequest request;
        request.source = lead;
        request.targets = {u"deal"_s, u"contact"_s};
        request.edited[u"contact"_s][u"last_name"_s] = u"Petrov"_s;
        auto plan = planConversion(office.store().reader(), request);
        QVERIFY2(plan, plan ? "" : qPrintable(plan.error().message));
        auto receipt = office.store().commitAndWait(plan->changes);
        QVERIFY(receipt);
        const ItemRef deal{office.typeId(u"deal"_s), receipt->created.value(plan->made.value(u"deal"_s)), {}};
        QCOMPARE(filesOf(office, deal).size(), 1);
        QCOMPARE(filesOf(office, lead).size(), 1);
        QCOMPARE(contents(office), 1);
    }
};

QTEST_GUILESS_MAIN(TestAttachments)
#include "tst_attachments.moc"
