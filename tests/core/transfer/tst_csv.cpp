// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/cell_text.h"
#include "core/transfer/csv_reader.h"
#include "core/transfer/csv_writer.h"
#include "tests/support/test_program.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QStringConverter>
#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestCsv : public QObject
{
    Q_OBJECT

    static QList<CsvRecord> read(const QByteArray &bytes, std::optional<CsvDialect> dialect = {})
    {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        CsvReader reader(buffer, dialect.value_or(detectDialect(buffer)));
        QList<CsvRecord> records;
        CsvRecord record;
        while (reader.next(record))
            records << record;
        return records;
    }
    static CsvDialect dialect(const QByteArray &bytes)
    {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        return detectDialect(buffer);
    }

private slots:
    void recognisesDialects_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QChar>("delimiter");
        QTest::addColumn<TextEncoding>("encoding");
        QTest::addRow("comma") << QByteArray("a,b,c\n1,2,3\n") << QChar(u',') << TextEncoding::Utf8;
        QTest::addRow("semicolon with commas inside")
            << QByteArray("a;b\n\"1,5\";\"2,5\"\n") << QChar(u';') << TextEncoding::Utf8;
        QTest::addRow("tab") << QByteArray("a\tb\n1\t2\n") << QChar(u'\t') << TextEncoding::Utf8;
        QTest::addRow("windows-1251") << QByteArray("\xc8\xec\xff;\xd4\xe0\xec\xe8\xeb\xe8\xff\n\xdf;\xd2\xfb\n")
                                      << QChar(u';') << TextEncoding::Windows1251;
        QStringEncoder utf16(QStringEncoder::Utf16LE, QStringConverter::Flag::WriteBom);
        QTest::addRow("utf-16") << QByteArray(utf16(u"Имя\tФамилия\nА\tБ\n"_s)) << QChar(u'\t')
                                << TextEncoding::Utf16LittleEndian;
        QTest::addRow("one broken line") << QByteArray("Имя;Город\nАнна;Москва\n\xff\xfe\xff;Пермь\nОлег;Омск\n")
                                         << QChar(u';') << TextEncoding::Utf8;
    }
    void recognisesDialects()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QChar, delimiter);
        QFETCH(TextEncoding, encoding);
        QCOMPARE(dialect(bytes).delimiter, delimiter);
        QVERIFY(dialect(bytes).encoding == encoding);
    }

    void quotesHoldLineEndsDelimitersAndQuotes()
    {
        const auto records = read("a;b\r\n\"one\r\ntwo\";\"say \"\"hi\"\"; ok\"\r\n");
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[1].fields, QStringList({u"one\r\ntwo"_s, u"say \"hi\"; ok"_s}));
        QCOMPARE(records[1].row, 2);
    }
    void aQuoteThatIsNeverClosedSpoilsOnlyItsLine()
    {
        const auto records = read("a;b\n\"open;1\nsound;2\n");
        QCOMPARE(records.size(), 3);
        QVERIFY(!records[1].error.isEmpty());
        QCOMPARE(records[2].fields, QStringList({u"sound"_s, u"2"_s}));
    }
    void emptyLinesArePassedOverAndTheLastNeedsNoEnd()
    {
        const auto records = read("a,b\n\n1,2");
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[1].fields, QStringList({u"1"_s, u"2"_s}));
    }

    void whatIsWrittenReadsBack()
    {
        QRandomGenerator random(7);
        const QString letters = u"abя;,\"\n\r\t'=+-@ 1ё"_s;
        for (int round = 0; round < 200; ++round) {
            QList<QStringList> rows;
            for (int r = 0; r < 4; ++r) {
                QStringList row{u"k%1"_s.arg(r)};
                for (int c = 0; c < 3; ++c) {
                    QString cell;
                    for (int i = random.bounded(8); i > 0; --i)
                        cell += letters[random.bounded(int(letters.size()))];
                    row << u'x' + cell; // the writer guards a cell that a spreadsheet would run
                }
                rows << row;
            }
            QBuffer buffer;
            buffer.open(QIODevice::ReadWrite);
            CsvWriter writer(buffer);
            for (const QStringList &row : std::as_const(rows))
                QVERIFY(writer.write(row));
            const auto records = read(buffer.data(), CsvDialect{u';', TextEncoding::Utf8});
            QCOMPARE(records.size(), rows.size());
            for (qsizetype r = 0; r < rows.size(); ++r)
                QCOMPARE(records[r].fields, rows[r]);
        }
    }
    void formulasAreNeutralised()
    {
        QBuffer buffer;
        buffer.open(QIODevice::ReadWrite);
        CsvWriter writer(buffer);
        QVERIFY(writer.write({u"=HYPERLINK(1)"_s, u"+7 916 123-45-67"_s, u"-5.5"_s, u"@x"_s}));
        const auto records = read(buffer.data(), CsvDialect{u';', TextEncoding::Utf8});
        QCOMPARE(records.first().fields, QStringList({u"'=HYPERLINK(1)"_s, u"+7 916 123-45-67"_s, u"-5.5"_s, u"'@x"_s}));
    }
    void whatStandsBeforeASignDoesNotHideIt()
    {
        const QStringList run{u" =1+1"_s, u"\n=1+1"_s, u"\u00a0@x"_s, u"\ufeff=1"_s, u"\t=1"_s,
                              u"\rx"_s,   u"＝1+1"_s,  u"＠x"_s,      u" ＋a"_s};
        for (const QString &text : run)
            QCOMPARE(guarded(text), u'\'' + text);
        const QStringList plain{
            u"+7 916 123-45-67"_s, u" +7 (916) 1"_s, u"-5.5"_s, u"a=b"_s, u" x"_s, u"'"_s, u"o'clock"_s, u""_s};
        for (const QString &text : plain)
            QCOMPARE(guarded(text), text);
    }
    void whatIsGuardedReadsBack()
    {
        QRandomGenerator random(3);
        const QString signs = u"'=+-@＝ \n\t\r\u00a0x5"_s;
        for (int round = 0; round < 2000; ++round) {
            QString text;
            for (int i = random.bounded(6); i > 0; --i)
                text += signs[random.bounded(int(signs.size()))];
            QCOMPARE(withoutGuard(guarded(text)), text);
        }
    }
};

KARTOTEKA_TEST(tst_csv, TestCsv)
#include "tst_csv.moc"
