// SPDX-License-Identifier: GPL-3.0-or-later
// A field becomes one of another kind: what fits goes over, and what would not is known before.
#include "core/definitions/field_acts.h"
#include "core/definitions/field_conversion.h"
#include "core/definitions/list_acts.h"
#include "core/pipeline/stage_acts.h"
#include "core/query/item_query.h"
#include "tests/support/deal_fields.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace Kartoteka;

class TestFieldConversion final : public QObject, DealFields
{
    Q_OBJECT

    Error add(const QString &code, FieldType type, const QStringList &values = {})
    {
        NewField wanted;
        wanted.code = code;
        wanted.name = u"My "_s + code;
        wanted.type = type;
        wanted.listValues = values;
        return commit(planAddField(m_office->schema(), deals(), wanted));
    }

private slots:
    void init() { m_office = std::make_unique<TestOffice>(); }
    void cleanup()
    {
        QCOMPARE(m_office->problems(), QStringList());
        m_office.reset();
    }

    void aFieldBecomesOneOfAnotherKind()
    {
        QCOMPARE(add(u"price"_s, FieldType::String).message, QString());
        QList<qint64> deals_;
        for (const QString &text : {u"10"_s, u"1 200,50"_s, u"ask"_s, QString()})
            deals_ << m_office->create(u"deal"_s, {{u"title"_s, u"D"_s}, {u"price"_s, textValue(text)}});
        const auto outlook = conversionOutlook(m_office->store().reader(), field(u"price"_s),
                                               {.type = FieldType::Number, .target = {}});
        QVERIFY(outlook);
        QCOMPARE(outlook->values, 3);
        QCOMPARE(outlook->lost, 1);
        QCOMPARE(outlook->examples, QStringList{u"ask"_s});
        auto report = convertField(m_office->store(), field(u"price"_s), {.type = FieldType::Number});
        QCoreApplication::processEvents();
        QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
        QCOMPARE(report->done, 2);
        QCOMPARE(report->skippedInAll, 1);
        QVERIFY(report->skipped[0].why.message.contains(u"ask"_s));
        QCOMPARE(field(u"price"_s).type, FieldType::Number);
        QCOMPARE(m_office->item(u"deal"_s, deals_[1]).value(u"price"_s).toDouble(), 1200.5);
        QCOMPARE(ask(u"price > 11"_s), QList<qint64>{deals_[1]});
        undo();
        QCOMPARE(field(u"price"_s).type, FieldType::String);
        QCOMPARE(m_office->item(u"deal"_s, deals_[2]).value(u"price"_s).toString(), u"ask"_s);
    }

    void aListHoldsSeveralOfItsValues()
    {
        QCOMPARE(add(u"ways"_s, FieldType::List, {u"Rail"_s, u"Road"_s}).message, QString());
        const QList<ListValue> ways = m_office->schema().listValues(field(u"ways"_s).id);
        QCOMPARE(commit(planEditListValue(m_office->schema(), ways[1], u"Road"_s, u"#8a4fbe"_s)).message, QString());
        const Stage first = *m_office->schema().firstStage(m_office->schema().defaultPipeline(deals().id)->id);
        const qint64 ofOld = field(u"ways"_s).id;
        commit(Result<ChangeSet>(planRequireField(m_office->schema(), ofOld, first.id, true, 0)));
        const qint64 deal = m_office->create(u"deal"_s, {{u"title"_s, u"D"_s}, {u"ways"_s, ways[1].id}});
        const FieldConversion several{.type = FieldType::List, .target = {}, .multiple = true};
        const auto outlook = conversionOutlook(m_office->store().reader(), field(u"ways"_s), several);
        QVERIFY(outlook && outlook->lost == 0 && outlook->values == 1);
        auto report = convertField(m_office->store(), field(u"ways"_s), several);
        QCoreApplication::processEvents();
        QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
        QVERIFY(field(u"ways"_s).multiple);
        const QList<ListValue> now = m_office->schema().listValues(field(u"ways"_s).id);
        QCOMPARE(now.size(), 2);
        QCOMPARE(now[1].code, ways[1].code);
        QCOMPARE(now[1].colour, u"#8a4fbe"_s);
        QCOMPARE(ask(u"ways = Road"_s), QList<qint64>{deal});
        QCOMPARE(requiredFrom(m_office->schema(), field(u"ways"_s).id, first.pipeline), first.id);
        undo();
        QCOMPARE(field(u"ways"_s).id, ofOld);
        QCOMPARE(requiredFrom(m_office->schema(), ofOld, first.pipeline), first.id);
    }

    void textsBecomeAList()
    {
        QCOMPARE(add(u"colour"_s, FieldType::String).message, QString());
        for (const QString &text : {u"Red"_s, u"Blue"_s, u"Red"_s})
            m_office->create(u"deal"_s, {{u"title"_s, u"D"_s}, {u"colour"_s, text}});
        auto report = convertField(m_office->store(), field(u"colour"_s), {.type = FieldType::List});
        QCoreApplication::processEvents();
        QVERIFY2(report, report ? "" : qPrintable(report.error().message + report.error().detail));
        QCOMPARE(m_office->schema().listValues(field(u"colour"_s).id).size(), 2);
        QCOMPARE(ask(u"colour = Red"_s).size(), 2);
        QVERIFY(!convertField(m_office->store(), field(u"title"_s), {.type = FieldType::Text}));
    }
};

KARTOTEKA_TEST(tst_field_conversion, TestFieldConversion)
#include "tst_field_conversion.moc"
