// SPDX-License-Identifier: GPL-3.0-or-later
// People, rooms and values that stand beside one another in a calendar are told apart.
#include "core/people/user_acts.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"
#include "views/calendar/calendar_colours.h"
#include "views/theme/theme.h"
#include "views/widgets/distinct_colours.h"
#include "views/widgets/people_colours.h"

#include <QTest>

#include <algorithm>

using namespace Kartoteka;

class TestCalendarColours final : public QObject
{
    Q_OBJECT

    static QSet<QRgb> different(const QHash<qint64, QColor> &colours)
    {
        QSet<QRgb> all;
        for (const QColor &colour : colours)
            all.insert(colour.rgb());
        return all;
    }

private slots:
    void theFirstDozenDiffer()
    {
        const QColor wanted = Theme::personColour(QUuid());
        QList<ColourWish> wishes;
        for (qint64 id = 1; id <= distinctColourCount; ++id)
            wishes << ColourWish{id, wanted}; // all of them the same
        const QHash<qint64, QColor> colours = distinctColours(wishes);
        QCOMPARE(colours.value(1), wanted);
        QCOMPARE(different(colours).size(), distinctColourCount);
        for (const QColor &colour : colours) {
            QVERIFY2(contrast(Qt::white, colour) >= 4.5, qUtf8Printable(colour.name()));
            for (const Theme *theme : {&Theme::light(), &Theme::dark()})
                QVERIFY(contrast(theme->readable(colour), theme->tint(colour)) >= 4.5);
        }
    }

    void nobodysColourChangesWhenAnotherOneComes()
    {
        QList<ColourWish> wishes;
        for (qint64 id = 1; id <= 30; ++id) {
            const QHash<qint64, QColor> before = distinctColours(wishes);
            wishes << ColourWish{id, Theme::personColour(QUuid::createUuid())};
            const QHash<qint64, QColor> after = distinctColours(wishes);
            for (auto one = before.cbegin(); one != before.cend(); ++one)
                QCOMPARE(after.value(one.key()), one.value());
            QVERIFY(after.value(id).isValid());
        }
    }

    void whatHasAColourKeepsIt()
    {
        const QColor red(u"#ff0000"_s);
        const auto colours = distinctColours({{1, red, true}, {2, {}}, {3, red, true}, {4, red}});
        QCOMPARE(colours.value(1), red);
        QCOMPARE(colours.value(3), red);
        QVERIFY(colours.value(2) != red && colours.value(4) != red && colours.value(2) != colours.value(4));
    }

    void peopleOneAfterAnotherDiffer()
    {
        TestOffice office;
        for (int i = 0; i < 2 * distinctColourCount; ++i) {
            const auto hired = planUser(office.schema(), 0, {{u"name"_s, u"Anna %1"_s.arg(i)}}, office.store().user());
            QVERIFY(hired);
            QVERIFY(office.store().commitAndWait(*hired));
        }
        const QHash<qint64, QColor> colours = peopleColours(office.schema());
        QList<User> people = office.schema().users();
        std::ranges::sort(people, {}, &User::uid);
        for (qsizetype first = 0; first < people.size(); first += distinctColourCount) {
            const QList<User> dozen = people.mid(first, distinctColourCount);
            QHash<qint64, QColor> theirs;
            for (const User &one : dozen)
                theirs.insert(one.id, colours.value(one.id));
            QCOMPARE(different(theirs).size(), dozen.size());
        }
        // On a card and in a calendar one has the same.
        notePeople(office.schema());
        for (const CalendarLane &lane : peopleLanes(office.schema()))
            QCOMPARE(personColour(*office.schema().user(lane.id)), lane.colour);
    }

    void valuesOfAListColourItsItems()
    {
        TestOffice office;
        const Field *source = office.schema().field(office.typeId(u"lead"_s), u"source"_s);
        QVERIFY(source);
        const QList<ListValue> values = office.schema().listValues(source->id);
        QVERIFY(values.size() > 2);
        const CalendarColours colours(office.store().schema(), CalendarColour::Choice);
        QList<CalendarEntry> entries;
        for (const qint64 id : {values[2].id, values[0].id, qint64(0)}) {
            entries << CalendarEntry();
            entries.last().choice = id;
        }
        const QList<CalendarLane> legend = colours.legend(entries);
        QCOMPARE(legend.size(), 2);           // what has none is not told of
        QCOMPARE(legend[0].id, values[0].id); // in the order of the list
        QVERIFY(legend[0].colour != legend[1].colour);
        QCOMPARE(colours.of(entries[0]), legend[1].colour);
    }

    void peopleOfTheOfficeHaveTheirs()
    {
        TestOffice office;
        const QList<CalendarLane> lanes = peopleLanes(office.schema());
        QCOMPARE(lanes.size(), office.schema().users().size());
        const CalendarColours colours(office.store().schema(), CalendarColour::Person);
        for (const CalendarLane &lane : lanes)
            QCOMPARE(colours.ofPerson(lane.id), lane.colour);
    }
};

KARTOTEKA_TEST(tst_calendar_colours, TestCalendarColours)
#include "tst_calendar_colours.moc"
