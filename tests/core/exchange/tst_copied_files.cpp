// SPDX-License-Identifier: GPL-3.0-or-later
// Files that were copied or moved to another computer: who they are from then on.
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_texts.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/office.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QTest>

using namespace Kartoteka;

class TestCopiedFiles final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;

    QString path(const QString &name) const { return m_office->folder() + u'/' + name; }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup() { m_office.reset(); }

    void aFileCopiedToAnotherComputerGoesOnAsASeatOfItsOwn()
    {
        const QString copied = path(u"copied.kartoteka"_s);
        m_office->create(u"lead"_s, {{u"title"_s, u"The file says where it is written"_s}});
        m_office->close();
        QVERIFY(QFile::copy(m_office->path(), copied));
        m_office->reopen();
        const auto elsewhere = std::make_shared<const Installation>(path(u"another computer"_s));
        auto copy = openOffice(copied, m_office->clock(), elsewhere);
        QVERIFY(copy);
        const EntityType lead = *(*copy)->schema()->type(u"lead"_s);
        QVERIFY((*copy)->commitAndWait(planCreate(*(*copy)->schema(), lead, {{u"title"_s, u"From the copy"_s}})));
        QVERIFY(m_office->create(u"lead"_s, {{u"title"_s, u"At the office"_s}}) != 0);
        QVERIFY(readSeats((*copy)->reader().connection)->constFirst().code.startsWith(u'C'));

        ExchangeWriteOptions options;
        options.path = path(u"from the copy"_s);
        options.seat = u"office"_s;
        QVERIFY(writeExchange(**copy, options));
        ExchangeReadOptions incoming;
        incoming.path = options.path;
        const auto result = readExchange(m_office->store(), incoming);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
        QCOMPARE(result->merged.taken, 1);
        QVERIFY(m_office->problems().isEmpty());
    }

    void aFileThatWasMovedToAnotherComputerGoesOnAsItWas()
    {
        m_office->close();
        {
            auto store = openOffice(m_office->path(), m_office->clock(),
                                    std::make_shared<const Installation>(path(u"the first computer"_s)));
            QVERIFY(store);
            const EntityType lead = *(*store)->schema()->type(u"lead"_s);
            QVERIFY(
                (*store)->commitAndWait(planCreate(*(*store)->schema(), lead, {{u"title"_s, u"It says where it is"_s}})));
        }
        const QString place = path(u"moved.kartoteka"_s);
        QVERIFY(QFile::rename(m_office->path(), place));
        const auto elsewhere = std::make_shared<const Installation>(path(u"another computer"_s));
        auto moved = openOffice(place, m_office->clock(), elsewhere);
        QVERIFY(moved);
        QVERIFY((*moved)->wasElsewhere());
        QVERIFY((*moved)->takeOver().result());
        const EntityType lead = *(*moved)->schema()->type(u"lead"_s);
        QVERIFY((*moved)->commitAndWait(planCreate(*(*moved)->schema(), lead, {{u"title"_s, u"Here now"_s}})));
        QCOMPARE(readSeats((*moved)->reader().connection)->constFirst().code, QString());
        moved->reset();
        auto again = openOffice(place, m_office->clock(), elsewhere);
        QVERIFY(again);
        QVERIFY(!(*again)->wasElsewhere());
        again->reset();
        QVERIFY(QFile::rename(place, m_office->path()));
        m_office->reopen();
    }

    void whoeverOpensItWhereItLiesHasNeitherMovedNorCopiedIt()
    {
        m_office->close();
        QString seat;
        {
            auto store = openOffice(m_office->path(), m_office->clock(),
                                    std::make_shared<const Installation>(path(u"one person"_s)));
            QVERIFY(store);
            const EntityType lead = *(*store)->schema()->type(u"lead"_s);
            QVERIFY(
                (*store)->commitAndWait(planCreate(*(*store)->schema(), lead, {{u"title"_s, u"It says where it is"_s}})));
            seat = readSeats((*store)->reader().connection)->constFirst().code;
        }
        const auto colleague = std::make_shared<const Installation>(path(u"another person of this computer"_s));
        {
            auto store = openOffice(m_office->path(), m_office->clock(), colleague);
            QVERIFY(store);
            QVERIFY(!(*store)->wasElsewhere());
            const EntityType lead = *(*store)->schema()->type(u"lead"_s);
            QVERIFY((*store)->commitAndWait(planCreate(*(*store)->schema(), lead, {{u"title"_s, u"Hers"_s}})));
            QCOMPARE(readSeats((*store)->reader().connection)->constFirst().code, seat);
        }
        m_office->reopen();
        QVERIFY(!m_office->store().wasElsewhere());
    }

    void aFileThatIsRefusedLeavesACopyAsItWas()
    {
        TestOffice other;
        ExchangeWriteOptions writing;
        writing.path = path(u"of another office"_s);
        QVERIFY(makeSeat(other.store(), path(u"other seat.kartoteka"_s), u"Bob"_s));
        QVERIFY(writeExchange(other.store(), writing));
        const QString copied = path(u"copied.kartoteka"_s);
        m_office->create(u"lead"_s, {{u"title"_s, u"It says where it is"_s}});
        m_office->close();
        QVERIFY(QFile::copy(m_office->path(), copied));
        m_office->reopen();
        auto copy = openOffice(copied, m_office->clock(), std::make_shared<const Installation>(path(u"another computer"_s)));
        QVERIFY(copy);
        const auto self = [&copy] { return readSeats((*copy)->reader().connection)->constFirst().uid; };
        const QUuid before = self();
        ExchangeReadOptions reading;
        reading.path = writing.path;
        QVERIFY(!readExchange(**copy, reading));
        QCOMPARE(self(), before);
    }

    void aCopySaysWhatItIsNow()
    {
        const QString copied = path(u"copied.kartoteka"_s);
        m_office->close();
        QVERIFY(QFile::copy(m_office->path(), copied));
        m_office->reopen();
        const auto elsewhere = std::make_shared<const Installation>(path(u"another computer"_s));
        auto copy = openOffice(copied, m_office->clock(), elsewhere);
        QVERIFY(copy);
        QString said;
        QObject::connect(copy->get(), &Store::committed, copy->get(), [&said](const CommitNotice &notice) {
            if (notice.newIdentity)
                said = newIdentityText(notice);
        });
        QVERIFY((*copy)->settleIdentity().result());
        QCoreApplication::sendPostedEvents(copy->get());
        const QString code = readSeats((*copy)->reader().connection)->constFirst().code;
        QVERIFY2(said.contains(code), qPrintable(said));
    }
};

KARTOTEKA_TEST(tst_copied_files, TestCopiedFiles)
#include "tst_copied_files.moc"
