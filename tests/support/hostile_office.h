// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/office.h"
#include "core/store/upkeep/database_file.h"
#include "tests/support/forged_file.h"
#include "tests/support/test_office.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <functional>

namespace Kartoteka {

/// What tests of letters that are forged have in common: an office, a seat of it whose letters these are, and the office as it
/// was before, for each letter anew.
class HostileOffice : public QObject
{
protected:
    FixedClock m_clock;
    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    std::unique_ptr<Store> open(const QString &file, const QString &on) const
    {
        auto store = openOffice(path(file), m_clock, std::make_shared<const Installation>(path(on)));
        if (!store)
            qFatal("%s", qUtf8Printable(store.error().message + store.error().detail));
        return std::move(*store);
    }
    /// The office as it stands before each letter.
    std::unique_ptr<Store> office(const QString &on = u"office"_s) const { return open(u"w.kartoteka"_s, on); }

    /// Makes the office, has it filled by @p fill, and then the seat with its whole letter.
    void make(const std::function<void(Store &)> &fill)
    {
        QVERIFY(createDatabase(
            path(u"w.kartoteka"_s),
            {.language = u"en"_s, .userName = u"Ann"_s, .login = u"ann"_s, .currency = u"RUB"_s, .phoneRegion = u"RU"_s},
            m_clock));
        {
            const auto made = office();
            fill(*made);
            QVERIFY(makeSeat(*made, path(u"seat.kartoteka"_s), u"Bob"_s));
        }
        QVERIFY(QFile::rename(path(u"w.kartoteka"_s), path(u"base.keep"_s)));
        const auto seat = open(u"seat.kartoteka"_s, u"laptop"_s);
        ExchangeWriteOptions options;
        options.path = path(u"whole"_s);
        QVERIFY(writeExchange(*seat, options));
    }
    /// The office is again as it was made, for the computer @p on too.
    void makeFresh(const QString &on = u"office"_s) const
    {
        QDir(path(on + u"/replicas"_s)).removeRecursively();
        for (const char *end : {"", "-wal", "-shm"})
            QFile::remove(path(u"w.kartoteka"_s) + QLatin1StringView(end));
        if (!QFile::copy(path(u"base.keep"_s), path(u"w.kartoteka"_s)))
            qFatal("no copy");
    }
    /// The whole letter of the seat, to be forged.
    ForgedFile letter() const
    {
        const auto seat = open(u"seat.kartoteka"_s, u"laptop"_s);
        return ForgedFile::of(path(u"whole"_s), *seat);
    }
};

} // namespace Kartoteka
