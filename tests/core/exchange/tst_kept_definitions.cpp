// SPDX-License-Identifier: GPL-3.0-or-later
// What one seat did away with and another still needs comes back, and both hold the same afterwards.
#include "core/definitions/field_acts.h"
#include "core/definitions/list_acts.h"
#include "core/definitions/stage_switch.h"
#include "core/exchange/exchange_reader.h"
#include "core/exchange/exchange_writer.h"
#include "core/exchange/seats.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/people/user_acts.h"
#include "core/pipeline/stage_acts.h"
#include "core/query/item_query.h"
#include "core/schema/codes.h"
#include "core/store/upkeep/database_file.h"
#include "tests/support/copies.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

using namespace Kartoteka;

class TestKeptDefinitions final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<Store> m_laptop;
    QString m_seat;

    QString path(const QString &name) const { return m_office->folder() + u'/' + name; }
    Store &office() { return m_office->store(); }
    Store &laptop() { return *m_laptop; }

    void makeLaptop()
    {
        const auto made = makeSeat(office(), path(u"laptop.kartoteka"_s), u"Maria"_s);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message));
        m_seat = made->code;
        QCoreApplication::sendPostedEvents(&office());
        m_laptop = openCopy(*m_office, u"laptop.kartoteka"_s, u"another computer"_s);
        QVERIFY(m_laptop);
    }
    void send(Store &from, Store &to, const QString &seat)
    {
        m_office->clock().advance(1000);
        const QString letter = path(u"letter.kartoteka-exchange"_s);
        ExchangeWriteOptions write;
        write.path = letter;
        write.seat = seat;
        QVERIFY(writeExchange(from, write));
        ExchangeReadOptions read;
        read.path = letter;
        const auto result = readExchange(to, read);
        QVERIFY2(result, result ? "" : qPrintable(result.error().message));
        QCoreApplication::sendPostedEvents(&to);
    }
    /// Both tell each other, until neither has anything new.
    void exchange()
    {
        for (int turn = 0; turn < 2; ++turn) {
            send(office(), laptop(), m_seat);
            send(laptop(), office(), u"office"_s);
        }
        for (Store *store : {&office(), &laptop()})
            QCOMPARE(store->maintain<QStringList>(checkDatabase).result()->join(u"; "_s), QString());
    }
    static void commit(Store &store, const Result<ChangeSet> &changes)
    {
        QVERIFY2(changes, changes ? "" : qPrintable(changes.error().message));
        QVERIFY(store.commitAndWait(*changes));
        QCoreApplication::sendPostedEvents(&store);
    }
    static const EntityType &type(Store &store, const QString &code) { return *store.schema()->type(code); }
    static const Field &source(Store &store) { return *store.schema()->field(type(store, u"lead"_s).id, Codes::source); }
    /// Values of lists are called by their places here, which are the same in both files until something is changed.
    static ListValue value(Store &store, const QString &code)
    {
        for (const ListValue &one : store.schema()->listValues(source(store).id)) {
            if (one.code == code)
                return one;
        }
        return {};
    }
    static QStringList values(Store &store)
    {
        QStringList codes;
        for (const ListValue &one : store.schema()->listValues(source(store).id))
            codes << one.code;
        return codes;
    }
    /// A value, a stage and a field of the seat's own, each behind those that stand there.
    static void addOwn(Store &store, const QString &name)
    {
        commit(store, planAddListValue(*store.schema(), source(store), name));
        const Pipeline &sales = *store.schema()->defaultPipeline(type(store, u"lead"_s).id);
        NewStage stage{name, u"#2d69fe"_s};
        for (const Stage &one : store.schema()->stages(sales.id)) {
            if (one.group == StageGroup::InProgress)
                stage.after = one.id;
        }
        commit(store, planAddStage(*store.schema(), sales.id, stage));
        NewField field;
        field.name = name;
        field.code = name.toLower().replace(u' ', u'_');
        commit(store, planAddField(*store.schema(), type(store, u"lead"_s), field));
    }
    /// All that has a place, in its order.
    static QStringList inOrder(Store &store)
    {
        const Schema &schema = *store.schema();
        QStringList lines = values(store);
        for (const EntityType &one : schema.types()) {
            lines << one.code;
            for (const Field &field : schema.fields(one.id))
                lines << one.code + u'.' + field.code;
            for (const Pipeline &pipeline : schema.pipelines(one.id)) {
                for (const Stage &stage : schema.stages(pipeline.id))
                    lines << pipeline.code + u'/' + stage.code + u' ' + stage.name;
            }
        }
        for (const User &user : schema.users())
            lines << user.name;
        return lines;
    }
    static int leadsFrom(Store &store, const QString &code)
    {
        ItemQuery query;
        query.typeId = type(store, u"lead"_s).id;
        query.conditions = {*parseCondition(u"source = "_s + code)};
        const auto count = queryCount(store.reader(), query);
        return count ? int(*count) : -1;
    }
    static void addLead(Store &store, const QString &title, const QString &from)
    {
        commit(store,
               planCreate(*store.schema(), type(store, u"lead"_s),
                          {{u"title"_s, title}, {Codes::source, value(store, from).id}}));
    }
    static QStringList active(Store &store)
    {
        QStringList names;
        for (const User &user : store.schema()->users()) {
            if (user.active)
                names << user.name;
        }
        names.sort();
        return names;
    }
    /// Another than who works with the file switches a person off.
    static void switchOff(Store &store, const QString &name)
    {
        const QList<User> &users = store.schema()->users();
        const auto user = std::ranges::find(users, name, &User::name);
        QVERIFY(user != users.end());
        commit(store, planUser(*store.schema(), user->id, {{u"active"_s, u"no"_s}}, store.user()));
    }

private slots:
    void equalPlacesAreOrderedAlike()
    {
        for (const QString &name : {u"One"_s, u"Two"_s}) {
            addOwn(office(), u"Office "_s + name);
            addOwn(laptop(), u"Laptop "_s + name);
        }
        exchange();
        const QStringList lines = inOrder(office());
        QCOMPARE(inOrder(laptop()), lines);
        QCOMPARE(lines.filter(u"laptop"_s, Qt::CaseInsensitive).size(), 6); // two of each
    }

    void init()
    {
        m_office = std::make_unique<TestOffice>();
        makeLaptop();
    }
    void cleanup()
    {
        m_laptop.reset();
        m_office.reset();
    }

    void aValueThatIsStillChosenComesBack()
    {
        const QStringList before = values(office());
        QVERIFY(before.size() > 2);
        const QString gone = before[1];
        commit(office(), planDeleteListValue(*office().schema(), value(office(), gone), m_office->clock().now()));
        addLead(laptop(), u"Chosen on the road"_s, gone);
        exchange();
        QCOMPARE(values(office()), before);
        QCOMPARE(values(laptop()), before);
        QCOMPARE(leadsFrom(office(), gone), 1);
    }

    void aValueThatNobodyHasStaysAway()
    {
        const QStringList before = values(office());
        commit(office(), planDeleteListValue(*office().schema(), value(office(), before[1]), m_office->clock().now()));
        addLead(laptop(), u"Of another"_s, before[0]);
        exchange();
        QVERIFY(!values(office()).contains(before[1]));
        QCOMPARE(values(laptop()), values(office()));
    }

    void whatWasMergedIntoADeletedOneBringsThatBack()
    {
        const QStringList before = values(office());
        addLead(laptop(), u"Merged on the road"_s, before[0]);
        commit(laptop(), planMergeListValues(*laptop().schema(), value(laptop(), before[0]), value(laptop(), before[1])));
        commit(office(), planDeleteListValue(*office().schema(), value(office(), before[1]), m_office->clock().now()));
        exchange();
        QVERIFY(values(office()).contains(before[1]));
        QVERIFY(!values(office()).contains(before[0]));
        QCOMPARE(values(laptop()), values(office()));
        QCOMPARE(leadsFrom(office(), before[1]), 1);
        QCOMPARE(leadsFrom(laptop(), before[1]), 1);
    }

    void twoWhoSwitchEachOtherOffLeaveSomebodyActive()
    {
        const QStringList all = active(office());
        QCOMPARE(all.size(), 2);
        const QString here = office().schema()->user(office().user())->name;
        switchOff(office(), u"Maria"_s);
        switchOff(laptop(), here);
        exchange();
        QCOMPARE(active(office()).size(), 1);
        QCOMPARE(active(laptop()), active(office()));
    }

    void itemsMadeWithoutStagesComeToTheFirstOne()
    {
        NewType contract;
        contract.code = u"contract"_s;
        contract.name = u"Contract"_s;
        contract.hasStages = false;
        commit(office(), planAddType(*office().schema(), contract));
        commit(office(), planCreate(*office().schema(), type(office(), u"contract"_s), {{u"title"_s, u"Here"_s}}));
        exchange();
        TypeSettings settings = settingsOf(type(office(), u"contract"_s));
        settings.hasStages = true;
        const auto report = bringStages(office(), type(office(), u"contract"_s), settings);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->done, 1);
        QCoreApplication::sendPostedEvents(&office());
        commit(laptop(), planCreate(*laptop().schema(), type(laptop(), u"contract"_s), {{u"title"_s, u"There"_s}}));
        // The laptop brings stages too, without knowing: both sets are one.
        settings = settingsOf(type(laptop(), u"contract"_s));
        settings.hasStages = true;
        QVERIFY(bringStages(laptop(), type(laptop(), u"contract"_s), settings));
        QCoreApplication::sendPostedEvents(&laptop());
        exchange();
        for (Store *store : {&office(), &laptop()}) {
            const EntityType &made = type(*store, u"contract"_s);
            QVERIFY(made.hasStages);
            QCOMPARE(store->schema()->pipelines(made.id).size(), 1);
            QCOMPARE(store->schema()->stages(store->schema()->defaultPipeline(made.id)->id).size(), 4);
            ItemQuery query;
            query.typeId = made.id;
            query.conditions = {*parseCondition(u"stage = new"_s)};
            QCOMPARE(*queryCount(store->reader(), query), 2);
        }
    }

    void anItemFromBeforeTheStagesComesToTheFirstOne()
    {
        NewType contract;
        contract.code = u"contract"_s;
        contract.name = u"Contract"_s;
        contract.hasStages = false;
        commit(office(), planAddType(*office().schema(), contract));
        exchange();
        commit(laptop(), planCreate(*laptop().schema(), type(laptop(), u"contract"_s), {{u"title"_s, u"There"_s}}));
        TypeSettings settings = settingsOf(type(office(), u"contract"_s));
        settings.hasStages = true;
        QVERIFY(bringStages(office(), type(office(), u"contract"_s), settings));
        QCoreApplication::sendPostedEvents(&office());
        exchange();
        ItemQuery query;
        query.typeId = type(laptop(), u"contract"_s).id;
        query.conditions = {*parseCondition(u"stage = new"_s)};
        QCOMPARE(*queryCount(laptop().reader(), query), 1);
    }

    /// Fields of leads that a test made, with their codes.
    static QStringList codes(Store &store)
    {
        QStringList found;
        for (const Field &field : store.schema()->fields(type(store, u"lead"_s).id)) {
            if (!field.system)
                found << field.name + u' ' + field.code;
        }
        found.sort();
        return found;
    }
    void addField(Store &store, const QString &name, const QString &code)
    {
        m_office->clock().advance(1000);
        NewField field;
        field.name = name;
        field.code = code;
        commit(store, planAddField(*store.schema(), type(store, u"lead"_s), field));
    }
    static void callField(Store &store, const QString &code, const QString &otherwise)
    {
        ChangeSet rename;
        rename.kind = u"test"_s;
        rename.update(u"field"_s, store.schema()->field(type(store, u"lead"_s).id, code)->id, {{u"code"_s, otherwise}});
        commit(store, rename);
    }
    static void undo(Store &store)
    {
        QVERIFY(store.undo().result());
        QCoreApplication::sendPostedEvents(&store);
    }

    /// Whoever hears of two fields of one code only after one of them had it no more never gave the other a suffix.
    void aCodeThatBecameFreeIsGivenBack()
    {
        addField(office(), u"Ours"_s, u"extra"_s);
        addField(laptop(), u"Theirs"_s, u"extra"_s);
        exchange();
        QCOMPARE(codes(office()), codes(laptop()));
        QCOMPARE(codes(office()).constFirst(), u"Ours extra"_s);
        QVERIFY(codes(office()).constLast().startsWith(u"Theirs extra_"));

        callField(office(), u"extra"_s, u"other"_s);
        QCOMPARE(codes(office()), (QStringList{u"Ours other"_s, u"Theirs extra"_s}));
        exchange();
        QCOMPARE(codes(laptop()), codes(office()));

        undo(office());
        exchange();
        QCOMPARE(codes(office()).constFirst(), u"Ours extra"_s);
        QVERIFY(codes(office()).constLast().startsWith(u"Theirs extra_"));
        QCOMPARE(codes(laptop()), codes(office()));
    }

    /// One seat hears of the third before the second, the other after it.
    void whoHasACodeDoesNotDependOnWhoIsHeardOfFirst()
    {
        addField(office(), u"A"_s, u"extra"_s);
        addField(laptop(), u"B"_s, u"extra"_s);
        callField(office(), u"extra"_s, u"other"_s);
        addField(office(), u"C"_s, u"extra"_s);
        exchange();
        QCOMPARE(codes(office()).at(0), u"A other"_s);
        QCOMPARE(codes(office()).at(1), u"B extra"_s);
        QVERIFY(codes(office()).at(2).startsWith(u"C extra_"));
        QCOMPARE(codes(laptop()), codes(office()));
    }

    void whatIsDeletedTakesNoCodeFromWhatStands()
    {
        addField(office(), u"First"_s, u"extra"_s);
        const Field first = *office().schema()->field(type(office(), u"lead"_s).id, u"extra"_s);
        commit(office(), planDeleteField(*office().schema(), first, m_office->clock().now()));
        addField(office(), u"Second"_s, u"extra"_s);
        QCOMPARE(codes(office()), QStringList{u"Second extra"_s});
        undo(office());
        QVERIFY(office().redo().result());
        QCoreApplication::sendPostedEvents(&office());
        QCOMPARE(codes(office()), QStringList{u"Second extra"_s});
        exchange();
        QCOMPARE(codes(laptop()), codes(office()));
    }
};

KARTOTEKA_TEST(tst_kept_definitions, TestKeptDefinitions)
#include "tst_kept_definitions.moc"
