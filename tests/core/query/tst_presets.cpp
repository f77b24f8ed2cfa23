// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/item_query.h"
#include "core/query/presets.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestPresets : public QObject
{
    Q_OBJECT

    static QList<Preset> presets(TestOffice &office, qint64 user)
    {
        auto list = readPresets(office.store().reader(), *office.schema().type(u"lead"_s), user);
        if (!list)
            qFatal("%s", qPrintable(list.error().message + list.error().detail));
        return *list;
    }
    static QList<Preset> saved(TestOffice &office, qint64 user)
    {
        QList<Preset> list = presets(office, user);
        list.removeIf([](const Preset &preset) { return preset.isBuiltIn(); });
        return list;
    }
    static void save(TestOffice &office, const QString &name, const QString &where, qint64 person)
    {
        Preset preset;
        preset.name = name;
        preset.conditions = *parseConditions(where);
        preset.person = person;
        QVERIFY(office.store().commitAndWait(
            planSavePreset(*office.schema().type(u"lead"_s), preset, saved(office, person).size() + 1)));
    }

private slots:
    void everyBuiltInOneIsAQueryThatRuns()
    {
        TestOffice office;
        for (const EntityType &type : office.schema().types()) {
            if (!type.isItem)
                continue;
            for (const Preset &preset : builtInPresets(type)) {
                ItemQuery query;
                query.typeId = type.id;
                query.conditions = preset.conditions;
                query.user = office.store().user();
                auto ids = queryIds(office.store().reader(), query);
                QVERIFY2(ids, ids ? "" : qPrintable(preset.name + ids.error().message + ids.error().detail));
            }
        }
    }

    void isThereAgainAsItWasSaved()
    {
        TestOffice office;
        const qint64 me = office.store().user();
        save(office, u"Hot"_s, u"amount > 100 and (stage = new or tags = vip)"_s, me);
        QCOMPARE(saved(office, me).size(), 1);
        QCOMPARE(conditionsText(saved(office, me)[0].conditions), u"amount > 100 and (stage = new or tags = vip)"_s);
        QVERIFY(office.store().undo().result());
        QCOMPARE(saved(office, me).size(), 0);
    }

    void oneOfAnotherPersonIsNotSeenUntilShared()
    {
        TestOffice office;
        const qint64 me = office.store().user();
        save(office, u"Mine alone"_s, u"amount > 100"_s, me);
        QCOMPARE(saved(office, me + 1).size(), 0);
        QVERIFY(office.store().commitAndWait(planSharePreset(saved(office, me)[0], true, me)));
        QCOMPARE(saved(office, me + 1).size(), 1);
        QVERIFY(office.store().commitAndWait(planSharePreset(saved(office, me)[0], false, me)));
        QCOMPARE(saved(office, me + 1).size(), 0);
    }

    void renameReorderDelete()
    {
        TestOffice office;
        const qint64 me = office.store().user();
        save(office, u"A"_s, u"amount > 1"_s, me);
        save(office, u"B"_s, u"amount > 2"_s, me);
        QVERIFY(office.store().commitAndWait(planRenamePreset(saved(office, me)[0], u"C"_s)));
        QList<Preset> list = saved(office, me);
        list.swapItemsAt(0, 1);
        QVERIFY(office.store().commitAndWait(planOrderPresets(list)));
        QCOMPARE(saved(office, me)[0].name, u"B"_s);
        QCOMPARE(saved(office, me)[1].name, u"C"_s);
        QVERIFY(office.store().commitAndWait(planDeletePreset(saved(office, me)[0], office.clock().now())));
        QCOMPARE(saved(office, me).size(), 1);
    }
};

KARTOTEKA_TEST(tst_presets, TestPresets)
#include "tst_presets.moc"
