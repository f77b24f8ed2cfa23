// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/setting_options.h"
#include "tests/support/test_program.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestSettingOptions : public QObject
{
    Q_OBJECT

    static QStringList valuesOf(const QString &code)
    {
        QStringList values;
        const QList<SettingOption> options = settingOptions(*findSetting(code));
        for (const SettingOption &option : options)
            values << option.value;
        return values;
    }

private slots:
    /// Whatever is offered can be set, and is kept as it was offered.
    void everyOptionCanBeSet()
    {
        for (const SettingDef &setting : settingDefs()) {
            const QList<SettingOption> options = settingOptions(setting);
            if (options.isEmpty()) { // it is written: as people read it, it can be written again
                const auto kept = parseSetting(setting, settingText(setting, setting.fallback));
                QVERIFY2(kept && *kept == setting.fallback, qPrintable(setting.code));
                continue;
            }
            QVERIFY2(options.size() > 1, qPrintable(setting.code));
            QSet<QString> seen;
            for (const SettingOption &option : options) {
                const auto kept = parseSetting(setting, option.value);
                QVERIFY2(kept && *kept == option.value, qPrintable(setting.code + u": "_s + option.value));
                QVERIFY2(!option.text.isEmpty() && !seen.contains(option.value), qPrintable(option.value));
                seen.insert(option.value);
            }
            QVERIFY2(seen.contains(setting.fallback), qPrintable(setting.code));
        }
    }

    void whatPeopleLookForIsThere()
    {
        for (const QString &currency : {u"RUB"_s, u"USD"_s, u"EUR"_s, u"KZT"_s, u"JPY"_s})
            QVERIFY2(valuesOf(u"currency"_s).contains(currency), qPrintable(currency));
        for (const QString &country : {u"RU"_s, u"US"_s, u"KZ"_s, u"DE"_s})
            QVERIFY2(valuesOf(u"phone_region"_s).contains(country), qPrintable(country));
        const QList<SettingOption> regions = settingOptions(*findSetting(u"phone_region"_s));
        QCOMPARE(std::ranges::find(regions, u"US"_s, &SettingOption::value)->text, u"US — United States"_s);
        QCOMPARE(valuesOf(u"week_start"_s),
                 (QStringList{QString(), u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s}));
    }
};

KARTOTEKA_TEST(tst_setting_options, TestSettingOptions)
#include "tst_setting_options.moc"
