// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/attachments.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/items/reference_acts.h"
#include "core/items/row_queries.h"
#include "core/items/value_parse.h"
#include "core/leads/conversion.h"
#include "core/leads/merge.h"
#include "core/query/item_query.h"
#include "core/store/record/contents.h"
#include "core/timeline/timeline.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

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

    static void hold(TestOffice &office, const ItemRef &item, const QString &field, const QString &path)
    {
        const auto read = readItem(office.store().reader(), item);
        const auto changes = planHold(office.schema(), *read, *office.schema().field(item.type, field), path,
                                      office.clock().now());
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        const auto receipt = office.store().commitAndWait(*changes);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
    }
    /// What a list shows in the column of a field.
    static QString shown(TestOffice &office, const ItemRef &item, const QString &field)
    {
        const auto rows = readRows(office.store().reader(), item.type, {item.id}, {field});
        return rows && !rows->isEmpty()
            ? rowText(office.schema(), *office.schema().field(item.type, field), rows->constFirst(), 0)
            : u"(not there)"_s;
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

    void aFieldHoldsAFile()
    {
        TestOffice office;
        const ItemRef maria{office.typeId(u"contact"_s), office.create(u"contact"_s, {{u"title"_s, u"Maria"_s}}), {}};
        hold(office, maria, u"photo"_s, makeFile(office, u"maria.png"_s, "first"));
        QCOMPARE(shown(office, maria, u"photo"_s), u"maria.png"_s);
        QVERIFY(filesOf(office, maria).isEmpty()); // it is no attached file beside
        const qint64 first = office.item(u"contact"_s, maria.id).value(u"photo"_s).toLongLong();
        const auto file = readAttachment(office.store().reader(), first);
        QVERIFY(file && saveAttachment(office.store().reader(), *file, office.folder() + u"/copy"_s));
        QCOMPARE(bytesOf(office.folder() + u"/copy"_s), QByteArray("first"));
        hold(office, maria, u"photo"_s, makeFile(office, u"new.png"_s, "second"));
        QCOMPARE(shown(office, maria, u"photo"_s), u"new.png"_s);
        QVERIFY(office.store().undo().result());
        QCOMPARE(shown(office, maria, u"photo"_s), u"maria.png"_s);
        QVERIFY(office.store().commitAndWait(planLetGo(office.schema(), office.item(u"contact"_s, maria.id),
                                                       *office.schema().field(maria.type, u"photo"_s), *file, 1)));
        QCOMPARE(shown(office, maria, u"photo"_s), QString());
        QVERIFY(office.store().undo().result());
        QCOMPARE(shown(office, maria, u"photo"_s), u"maria.png"_s);
        QCOMPARE(office.problems(), QStringList());
    }

    void whatAFieldHoldsIsFoundSortedAndTyped()
    {
        TestOffice office;
        const qint64 type = office.typeId(u"company"_s);
        const ItemRef with{type, office.create(u"company"_s, {{u"title"_s, u"With"_s}}), {}};
        const qint64 without = office.create(u"company"_s, {{u"title"_s, u"Without"_s}});
        hold(office, with, u"logo"_s, makeFile(office, u"logo.svg"_s, "<svg/>"));
        const auto found = [&](const QString &conditions) {
            ItemQuery query;
            query.typeId = type;
            const auto parsed = parseConditions(conditions);
            query.conditions = parsed ? *parsed : QList<Condition>();
            query.sort = {{u"logo"_s, false}};
            const auto ids = queryIds(office.store().reader(), query, 10);
            return ids ? *ids : QList<qint64>();
        };
        QCOMPARE(found(u"logo is not empty"_s), QList{with.id});
        QCOMPARE(found(u"logo is empty"_s), QList{without});
        QCOMPARE(found(QString()).size(), 2);
        const ParseContext context{.schema = office.schema(), .currency = {}, .findItem = {}};
        const auto typed = parseValue(context, *office.schema().field(type, u"logo"_s), u"/etc/passwd"_s);
        QVERIFY(!typed);
        QVERIFY2(typed.error().message.contains(u"attached"_s), qPrintable(typed.error().message));
    }

    /// Also what came to it from another by merging, which still names it.
    void aPurgedItemTakesItsFilesAlong()
    {
        TestOffice office;
        const EntityType contact = *office.schema().type(u"contact"_s);
        const ItemRef maria{contact.id, office.create(u"contact"_s, {{u"title"_s, u"Maria"_s}}), {}};
        const ItemRef twin{contact.id, office.create(u"contact"_s, {{u"title"_s, u"Maria S."_s}}), {}};
        hold(office, twin, u"photo"_s, makeFile(office, u"maria.png"_s, "photo"));
        const MergeRequest request{.keep = maria, .others = {twin.id}, .choice = {}};
        auto merge = planMerge(office.store().reader(), request, office.clock().now());
        QVERIFY2(merge, merge ? "" : qPrintable(merge.error().message));
        QVERIFY(office.store().commitAndWait(merge->changes));
        QCOMPARE(shown(office, maria, u"photo"_s), u"maria.png"_s);
        QVERIFY(office.store().commitAndWait(planDelete(contact, {maria.id}, {}, office.clock().now())));
        const QStringList before = office.contents();
        auto purge = planPurge(office.store().reader(), contact, {twin.id, maria.id});
        QVERIFY2(purge, purge ? "" : qPrintable(purge.error().message));
        const auto purged = office.store().commitAndWait(*purge);
        QVERIFY2(purged, purged ? "" : qPrintable(purged.error().message));
        const auto left = office.store().reader().connection.scalar(u"SELECT count(*) FROM attachment"_s);
        QCOMPARE(left->toInt(), 0);
        QCOMPARE(office.problems(), QStringList());
        QVERIFY(office.store().undo().result());
        QCOMPARE(office.contents(), before);
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

KARTOTEKA_TEST(tst_attachments, TestAttachments)
#include "tst_attachments.moc"
