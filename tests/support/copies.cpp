// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/copies.h"

#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/items/item_acts.h"
#include "core/office.h"

#include <QTest>

namespace Kartoteka {

std::unique_ptr<Store> openCopy(TestOffice &office, const QString &file, const QString &computer)
{
    auto store = openOffice(office.folder() + u'/' + file, office.clock(),
                            std::make_shared<const Installation>(office.folder() + u'/' + computer));
    if (!store)
        qFatal("%s", qUtf8Printable(store.error().message));
    return std::move(*store);
}

void sendChanges(TestOffice &office, Store &from, Store &to, const QString &seat)
{
    office.clock().advance(1000);
    ExchangeWriteOptions write;
    write.path = office.folder() + u"/letter.kartoteka-exchange"_s;
    write.seat = seat;
    const auto written = writeExchange(from, write);
    QVERIFY2(written, qPrintable(written ? QString() : written.error().message));
    ExchangeReadOptions read;
    read.path = write.path;
    const auto taken = readExchange(to, read);
    QVERIFY2(taken, qPrintable(taken ? QString() : taken.error().message + taken.error().detail));
    QCOMPARE(taken->merged.aside, 0);
    QCoreApplication::sendPostedEvents(&to);
}

void createLead(Store &store, const QString &title)
{
    const EntityType lead = *store.schema()->type(u"lead"_s);
    QVERIFY(store.commitAndWait(planCreate(*store.schema(), lead, {{u"title"_s, title}})));
}

QStringList leadTitles(Store &store)
{
    QStringList found;
    auto c = store.reader().connection.query(u"SELECT title FROM lead ORDER BY title"_s);
    while (c && c->next())
        found << c->text(0);
    return found;
}

} // namespace Kartoteka
