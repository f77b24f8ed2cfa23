// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "views/section/created_words.h"

#include "tests/support/test_office.h"

#include <QTest>

using namespace Kartoteka;

/// Whoever makes an item under a filter is not left to wonder where it is.
class TestCreatedWords : public QObject
{
    Q_OBJECT

    static QString said(TestOffice &office, const QString &filter, const QString &type = u"lead"_s)
    {
        ItemQuery query;
        query.typeId = office.typeId(u"lead"_s);
        const auto conditions = parseConditions(filter);
        if (!conditions)
            return conditions.error().message;
        query.conditions = *conditions;
        return createdWords(office.store(), query, office.item(type, office.create(type, {{u"title"_s, u"Blue door"_s}})));
    }

private slots:
    void anItemThatIsShownIsNamed()
    {
        TestOffice office;
        QCOMPARE(said(office, {}), u"Created: Blue door"_s);
        QCOMPARE(said(office, u"title ~ blue and stage = new and created_at = today"_s), u"Created: Blue door"_s);
    }

    void anItemThatTheFilterHidesIsSaidToBeHidden()
    {
        TestOffice office;
        QCOMPARE(said(office, u"amount > 1000"_s), u"Created: Blue door. The filter does not show it."_s);
        QCOMPARE(said(office, u"stage = \"group won\""_s), u"Created: Blue door. The filter does not show it."_s);
    }

    void whatTheValuesDoNotTellIsNotSaid()
    {
        TestOffice office;
        QCOMPARE(said(office, u"activity = overdue"_s), u"Created: Blue door"_s);
        QCOMPARE(said(office, u"amount > 1000"_s, u"company"_s), u"Created: Blue door"_s); // the section shows other things
    }
};

KARTOTEKA_TEST(tst_created_words, TestCreatedWords)
#include "tst_created_words.moc"
