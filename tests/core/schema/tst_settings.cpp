// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/setting_acts.h"
#include "core/query/item_query.h"
#include "core/schema/counted_names.h"
#include "core/schema/language.h"
#include "core/schema/settings.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Kartoteka;

class TestSettings : public QObject
{
    Q_OBJECT
private slots:
    void everyCodeOfTheProgramIsKnown()
    {
        static const QRegularExpression asked(u"[.>(\\s]setting\\((?:u|QStringLiteral\\()\"(\\w+)\""_s);
        const QDir root(QStringLiteral(KARTOTEKA_SOURCES));
        QStringList unknown;
        int seen = 0;
        for (const QString &folder : {u"core"_s, u"models"_s, u"views"_s, u"app"_s}) {
            QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                auto matches = asked.globalMatch(QString::fromUtf8(file.readAll()));
                while (matches.hasNext()) {
                    const QString code = matches.next().captured(1);
                    ++seen;
                    if (!findSetting(code))
                        unknown << file.fileName() + u": "_s + code;
                }
            }
        }
        QVERIFY2(seen >= 3, "the sources were not found");
        QCOMPARE(unknown, QStringList());
    }

    void valuesAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept"); // "-": refused
        QTest::newRow("currency by sign") << u"currency"_s << u"€"_s << u"EUR"_s;
        QTest::newRow("currency in small letters") << u"currency"_s << u"usd"_s << u"USD"_s;
        QTest::newRow("no currency") << u"currency"_s << u"XYZ"_s << u"-"_s;
        QTest::newRow("currency cannot be nothing") << u"currency"_s << u""_s << u"-"_s;
        QTest::newRow("country") << u"phone_region"_s << u"kz"_s << u"KZ"_s;
        QTest::newRow("no country") << u"phone_region"_s << u"XX"_s << u"-"_s;
        QTest::newRow("day by number") << u"week_start"_s << u"7"_s << u"7"_s;
        QTest::newRow("day by name") << u"week_start"_s << u"sunday"_s << u"7"_s;
        QTest::newRow("day as in the country") << u"week_start"_s << u""_s << u""_s;
        QTest::newRow("no day") << u"week_start"_s << u"8"_s << u"-"_s;
        QTest::newRow("language") << u"language"_s << u"ru"_s << u"ru"_s;
        QTest::newRow("counters by activity") << u"counter_mode"_s << u"activity"_s << u"activity"_s;
        QTest::newRow("no way to count") << u"counter_mode"_s << u"both"_s << u"-"_s;
        QTest::newRow("no language") << u"language"_s << u"../x"_s << u"-"_s;
    }
    void valuesAreReadAsPeopleWriteThem()
    {
        QFETCH(QString, code);
        QFETCH(QString, text);
        QFETCH(QString, kept);
        const auto value = parseSetting(*findSetting(code), text);
        QCOMPARE(value ? *value : u"-"_s, kept);
    }

    void whatIsWrongIsNamedAsPeopleKnowIt()
    {
        const QString said = parseSetting(*findSetting(u"quiet_hours"_s), u"all day"_s).error().message;
        QVERIFY2(said.contains(u"Quiet hours"_s) && !said.contains(u"quiet_hours"_s), qPrintable(said));
    }

    void oneThatStandsIsChangedAndTakenBack()
    {
        TestOffice office;
        QCOMPARE(office.schema().baseCurrency(), u"RUB"_s);
        auto changes = planSettings({{u"currency"_s, u"eur"_s}, {u"week_start"_s, u"7"_s}});
        QVERIFY(changes);
        QVERIFY(office.store().commitAndWait(*changes));
        QCOMPARE(office.schema().baseCurrency(), u"EUR"_s);
        QCOMPARE(firstDayOfWeek(office.schema()), Qt::Sunday);
        QVERIFY(office.store().undo().result());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(office.schema().baseCurrency(), u"RUB"_s);
        QCOMPARE(office.schema().setting(u"week_start"_s), QString());
        QCOMPARE(office.problems(), QStringList());
    }

    void unknownAndDoubledOnesAreRefused()
    {
        QCOMPARE(planSettings({{u"nonsense"_s, u"1"_s}}).error().code, ErrorCode::Usage);
        QCOMPARE(planSettings({{u"currency"_s, u"USD"_s}, {u"currency"_s, u"EUR"_s}}).error().code, ErrorCode::Usage);
    }

    void typesAreCountedAndBegunByTheirOwnNames()
    {
        TestOffice office;
        EntityType lead = *office.schema().type(u"lead"_s);
        const EntityType company = *office.schema().type(u"company"_s);
        installLanguage(u"en"_s);
        QCOMPARE(countedName(lead, 1), u"1 lead"_s);
        QCOMPARE(countedName(company, 3), u"3 companies"_s);
        QCOMPARE(newName(lead), u"New lead"_s);
        installLanguage(u"ru"_s);
        QCOMPARE(countedName(lead, 21), u"21 лид"_s);
        QCOMPARE(countedName(lead, 3), u"3 лида"_s);
        QCOMPARE(countedName(company, 5), u"5 компаний"_s);
        QCOMPARE(newName(company), u"Новая компания"_s);
        // One that the office has named: nobody knows how that is declined.
        lead.name = u"Договор"_s;
        lead.plural = u"Договоры"_s;
        QCOMPARE(countedName(lead, 3), u"Договоры (3)"_s);
        QCOMPARE(newName(lead), u"Создание: Договор"_s);
        installLanguage(u"en"_s);
    }
};

KARTOTEKA_TEST(tst_settings, TestSettings)
#include "tst_settings.moc"
