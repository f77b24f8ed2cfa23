// SPDX-License-Identifier: GPL-3.0-or-later
// People of the office and their departments.
#include "core/people/departments.h"
#include "core/people/offered_name.h"
#include "core/people/user_acts.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

using namespace Kartoteka;

class TestPeople : public QObject
{
    Q_OBJECT

    using Words = QList<QPair<QString, QString>>;

    std::unique_ptr<TestOffice> m_office;

    const Schema &schema() { return m_office->schema(); }
    qint64 commit(Result<ChangeSet> changes)
    {
        if (!changes) {
            qWarning("%s", qPrintable(changes.error().message));
            return -1;
        }
        const QUuid uid = changes->changes.constFirst().uid;
        auto receipt = m_office->store().commitAndWait(std::move(*changes));
        return receipt ? receipt->created.value(uid, 0) : -1;
    }
    qint64 addPerson(const Words &values) { return commit(planUser(schema(), 0, values, m_office->store().user())); }
    qint64 addDepartment(const QString &name, qint64 parent = 0)
    {
        return commit(planDepartment(schema(), 0, {name, parent, std::nullopt}));
    }
    QString refusal(const Result<ChangeSet> &changes) { return changes ? QString() : changes.error().message; }

    /// Waits until it is taken back, and the schema of the window's thread has followed.
    static bool taken(TestOffice &office, const Answer<Receipt> &answer)
    {
        const bool isDone = bool(answer.result());
        QCoreApplication::sendPostedEvents(&office.store());
        return isDone;
    }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    void aPersonIsWrittenDownAndChanged()
    {
        const qint64 sales = addDepartment(u"Sales"_s);
        const qint64 id = addPerson({{u"name"_s, u" Anna  Berg "_s},
                                     {u"login"_s, u"anna"_s},
                                     {u"department"_s, u"sales"_s},
                                     {u"job"_s, u"Manager"_s},
                                     {u"email"_s, u"anna@example.com"_s},
                                     {u"absent_from"_s, u"01.03.2026"_s},
                                     {u"absent_until"_s, u"2026-03-05"_s}});
        QVERIFY(id > 0);
        const User anna = *schema().user(id);
        QCOMPARE(anna.name, u"Anna Berg"_s);
        QCOMPARE(anna.department, sales);
        QVERIFY(anna.active);
        QVERIFY(isAbsent(anna, QDate(2026, 3, 5)) && !isAbsent(anna, QDate(2026, 3, 6))
                && !isAbsent(anna, QDate(2026, 2, 28)));
        QVERIFY(planUser(schema(), id, {{u"job"_s, u"Manager"_s}}, 0)->isEmpty()); // nothing differs
        QCOMPARE(commit(planUser(schema(), id, {{u"department"_s, QString()}, {u"absent_from"_s, QString()}}, 0)), 0);
        QCOMPARE(schema().user(id)->department, 0);
        QVERIFY(isAbsent(*schema().user(id), QDate(2026, 1, 1)));
        QVERIFY(taken(*m_office, m_office->store().undo()));
        QCOMPARE(*schema().user(id), anna);
    }
    void whoIsAwayIsOfferedWithThat()
    {
        User anna;
        anna.name = u"Anna"_s;
        QCOMPARE(offeredName(anna, QDate(2026, 3, 2)), u"Anna"_s);
        anna.absentUntil = QDate(2026, 3, 5);
        QVERIFY(offeredName(anna, QDate(2026, 3, 5)).startsWith(u"Anna (away until "));
        QCOMPARE(offeredName(anna, QDate(2026, 3, 6)), u"Anna"_s);
        anna.absentUntil = {};
        anna.absentFrom = QDate(2026, 3, 5);
        QCOMPARE(offeredName(anna, QDate(2026, 3, 6)), u"Anna (away)"_s);
    }
    void whatMakesNoSenseIsRefused()
    {
        const qint64 self = m_office->store().user();
        const qint64 id = addPerson({{u"name"_s, u"Anna"_s}, {u"login"_s, u"anna"_s}});
        const auto refused = [&](qint64 who, const Words &values) {
            return !refusal(planUser(schema(), who, values, self)).isEmpty();
        };
        QVERIFY(refused(0, {}));
        QVERIFY(refused(0, {{u"name"_s, u"Otto"_s}, {u"login"_s, u"ANNA"_s}}));
        QVERIFY(refused(id, {{u"name"_s, u"  "_s}}));
        QVERIFY(refused(id, {{u"name"_s, QString(300, u'x')}}));
        QVERIFY(refused(id, {{u"login"_s, u"a b"_s}}));
        QVERIFY(refused(id, {{u"email"_s, u"nobody"_s}}));
        QVERIFY(refused(id, {{u"department"_s, u"Nowhere"_s}}));
        QVERIFY(refused(id, {{u"active"_s, u"perhaps"_s}}));
        QVERIFY(refused(id, {{u"absent_from"_s, u"31.02.2026"_s}}));
        QVERIFY(refused(id, {{u"absent_from"_s, u"2026-03-05"_s}, {u"absent_until"_s, u"2026-03-04"_s}}));
        QVERIFY(refused(id, {{u"salary"_s, u"1"_s}}));
        QVERIFY(refused(12345, {{u"name"_s, u"x"_s}}));
    }
    void namesTellPeopleApart()
    {
        const qint64 self = m_office->store().user();
        const qint64 ivan = addPerson({{u"name"_s, u"Ivan Petrov"_s}});
        const qint64 anna = addPerson({{u"name"_s, u"Anna"_s}});
        QVERIFY(!refusal(planUser(schema(), 0, {{u"name"_s, u"ivan petrov"_s}}, self)).isEmpty());
        QVERIFY(!refusal(planUser(schema(), anna, {{u"name"_s, u"Ivan Petrov"_s}}, self)).isEmpty());
        QCOMPARE(refusal(planUser(schema(), ivan, {{u"name"_s, u"Ivan PETROV"_s}}, self)), QString());
        // What two seats write down under one name is one; who was renamed keeps what they are.
        TestOffice other;
        QVERIFY(other.store().commitAndWait(*planUser(other.schema(), 0, {{u"name"_s, u"Ivan petrov"_s}}, 0)));
        QCOMPARE(std::ranges::count(other.schema().users(), schema().user(ivan)->uid, &User::uid), 1);
        QVERIFY(commit(planUser(schema(), ivan, {{u"name"_s, u"Ivan Ivanov"_s}}, self)) >= 0);
        const qint64 next = addPerson({{u"name"_s, u"Ivan Petrov"_s}});
        QVERIFY(next != ivan && next != 0);
        QCOMPARE(schema().user(ivan)->name, u"Ivan Ivanov"_s);
    }
    void oneselfAndTheLastOneStay()
    {
        const qint64 self = m_office->store().user();
        const qint64 anna = addPerson({{u"name"_s, u"Anna"_s}});
        QVERIFY(!refusal(planUser(schema(), self, {{u"active"_s, u"no"_s}}, self)).isEmpty());
        QCOMPARE(commit(planUser(schema(), anna, {{u"active"_s, u"no"_s}}, self)), 0);
        QVERIFY(!schema().user(anna)->active);
        // By another name than one's own: still the last one.
        QVERIFY(!refusal(planUser(schema(), self, {{u"active"_s, u"no"_s}}, anna)).isEmpty());
    }

    void departmentsAreATree()
    {
        const qint64 office = addDepartment(u"Office"_s);
        const qint64 sales = addDepartment(u"Sales"_s, office);
        const qint64 north = addDepartment(u"North"_s, sales);
        addDepartment(u"Store"_s);
        QVERIFY(!refusal(planDepartment(schema(), 0, {u"SALES"_s, office, std::nullopt})).isEmpty());
        QVERIFY(!refusal(planDepartment(schema(), office, {std::nullopt, north, std::nullopt})).isEmpty()); // a circle
        QVERIFY(!refusal(planDepartment(schema(), office, {std::nullopt, office, std::nullopt})).isEmpty());
        QVERIFY(!refusal(planDepartment(schema(), 0, {QString(), std::nullopt, std::nullopt})).isEmpty());
        QStringList shown;
        for (const DepartmentPlace &place : departmentTree(schema()))
            shown << QString(place.depth, u'-') + place.department.name;
        QCOMPARE(shown, (QStringList{u"Office"_s, u"-Sales"_s, u"--North"_s, u"Store"_s}));
        QCOMPARE(commit(planDepartment(schema(), sales, {u"Trade"_s, 0, m_office->store().user()})), 0);
        QCOMPARE(findDepartment(schema(), u"trade"_s)->head, m_office->store().user());
        QCOMPARE(findDepartment(schema(), sales)->parent, 0);
    }
    void aDepartmentWithPeopleStays()
    {
        const qint64 office = addDepartment(u"Office"_s);
        const qint64 sales = addDepartment(u"Sales"_s, office);
        const qint64 anna = addPerson({{u"name"_s, u"Anna"_s}, {u"department"_s, u"Sales"_s}});
        QVERIFY(refusal(planDeleteDepartment(schema(), sales, 1)).contains(u"Sales"));
        QVERIFY(!refusal(planDeleteDepartment(schema(), office, 1)).isEmpty());
        QCOMPARE(commit(planUser(schema(), anna, {{u"department"_s, QString()}}, 0)), 0);
        QCOMPARE(commit(planDeleteDepartment(schema(), sales, 1)), 0);
        QCOMPARE(commit(planDeleteDepartment(schema(), office, 1)), 0);
        QVERIFY(schema().departments().isEmpty());
        QVERIFY(taken(*m_office, m_office->store().undo()));
        QCOMPARE(schema().departments().size(), 1);
    }
    void aCircleOfTwoSeatsIsShownOnce()
    {
        Schema::Content content;
        content.departments = {{1, makeUid(1), u"A"_s, 2}, {2, makeUid(2), u"B"_s, 1}, {3, makeUid(3), u"C"_s, 1}};
        QStringList shown;
        for (const DepartmentPlace &place : departmentTree(Schema(content)))
            shown << QString(place.depth, u'-') + place.department.name;
        shown.sort();
        QCOMPARE(shown, (QStringList{u"-B"_s, u"-C"_s, u"A"_s}));
    }
};

KARTOTEKA_TEST(tst_people, TestPeople)
#include "tst_people.moc"
