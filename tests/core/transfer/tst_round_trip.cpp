// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/schema/builtin_names.h"
#include "core/transfer/exporter.h"
#include "core/transfer/importer.h"
#include "core/transfer/table_text.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Kartoteka;

/// What is exported comes back equal: every type, every kind of field, both languages, any text.
class TestRoundTrip : public QObject
{
    Q_OBJECT

    QRandomGenerator m_random{11};

    QString text(int longest)
    {
        static const QString signs = u"abЯж09 ;,|\"'=+-@:\\/.()«»\n\tёї"_s;
        QString out = u"x"_s;
        for (int i = m_random.bounded(longest); i > 0; --i)
            out += signs[m_random.bounded(int(signs.size()))];
        // The first sign counts most.
        if (m_random.bounded(2) == 0)
            out[0] = u"=+-@'x"_s[m_random.bounded(6)];
        return out + u'z';
    }
    /// Fields of the kinds that no type has from the start.
    static void addOwnFields(TestOffice &office, const QString &type)
    {
        ChangeSet changes;
        changes.kind = u"schema"_s;
        for (const FieldType kind : {FieldType::Number, FieldType::Boolean, FieldType::DateTime, FieldType::List}) {
            const QUuid field = changes.create(u"field"_s,
                                               {{u"entity_type"_s, office.typeId(type)},
                                                {u"code"_s, u"own_"_s + fieldTypeName(kind)},
                                                {u"name"_s, u"Own "_s + fieldTypeName(kind)},
                                                {u"type"_s, fieldTypeName(kind)},
                                                {u"editable"_s, true},
                                                {u"position"_s, qint64(100)}});
            for (const QString &name : {u"First; or so"_s, u"второе"_s}) {
                if (kind == FieldType::List)
                    changes.create(u"list_value"_s,
                                   {{u"field"_s, QVariant::fromValue(field)}, {u"code"_s, name}, {u"name"_s, name}});
            }
        }
        auto made = office.store().commitAndWait(changes);
        QVERIFY2(made, made ? "" : qPrintable(made.error().message + made.error().detail));
        QCoreApplication::sendPostedEvents(&office.store());
    }
    QString line(int longest) { return text(longest).replace(u'\n', u' ').simplified(); }

    Value value(TestOffice &office, const Field &field)
    {
        const auto any = [this](const auto &list) { return list[m_random.bounded(int(list.size()))].id; };
        switch (field.type) {
        case FieldType::String: return line(12);
        case FieldType::Text: return text(20);
        case FieldType::Address: return line(20);
        case FieldType::Integer: return qint64(m_random.bounded(101));
        case FieldType::Money:
            return toValue(
                Money{qint64(m_random.bounded(2'000'000'000)) - 1'000'000'000, m_random.bounded(2) ? u"RUB"_s : u"KWD"_s});
        case FieldType::Number: return (m_random.bounded(2'000'001) - 1'000'000) / 1000.0;
        case FieldType::Boolean: return bool(m_random.bounded(2));
        case FieldType::DateTime: return qint64(1'000'000'000'000 + qint64(m_random.bounded(20'000'000)) * 60'000);
        case FieldType::Date: return QDate(1950, 1, 1).addDays(m_random.bounded(30'000));
        case FieldType::List: return any(office.schema().listValues(field.id));
        case FieldType::User: return field.multiple ? Value() : Value(any(office.schema().users()));
        case FieldType::Phone:
            return toValue(Members{{.text = u"8 916 555-01-%1"_s.arg(m_random.bounded(100), 2, 10, QChar(u'0')),
                                    .label = u"work"_s,
                                    .ref = {},
                                    .key = {}},
                                   {.text = u"+7 495 555-01-02, доб. 7"_s, .label = {}, .ref = {}, .key = {}}});
        case FieldType::Email: return textMembers({u"a%1@x.example"_s.arg(m_random.bounded(1000)), u"b@y"_s});
        case FieldType::Url: return textMembers({u"https://x.example/?a=1,2;b="_s + line(6).remove(u' '), u"home:8080"_s});
        case FieldType::Tags: return textMembers({line(6), u"a|b\\"_s, u"c, d"_s});
        default: return {};
        }
    }

    static QStringList rows(TestOffice &office, const QString &type)
    {
        const ReadContext reader = office.store().reader();
        ItemQuery query;
        query.typeId = office.typeId(type);
        const QList<Item> items = *readItems(reader, query.typeId, *queryIds(reader, query));
        QStringList out;
        for (const Item &item : items) {
            QStringList row;
            for (const Field &field : office.schema().fields(item.typeId)) {
                row << field.code + u'='
                        + valueForFile(office.schema(), field, item.value(field.code),
                                       [&reader](const ItemRef &ref) { return itemTitle(reader, ref); });
            }
            out << row.join(u" ¦ "_s);
        }
        out.sort();
        return out;
    }

private slots:
    void cleanup() { setNameLanguage(u"en"_s); }

    void everythingComesBackEqual_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("language");
        for (const char *type : {"lead", "deal", "contact", "company"}) {
            for (const char *language : {"en", "ru"})
                QTest::addRow("%s, %s", type, language) << QString::fromLatin1(type) << QString::fromLatin1(language);
        }
    }
    void everythingComesBackEqual()
    {
        QFETCH(QString, type);
        QFETCH(QString, language);
        setNameLanguage(language);
        TestOffice office;
        addOwnFields(office, type);
        const qint64 company = office.create(u"company"_s, {{u"title"_s, u"ООО «Лютик; и | Ко»"_s}});
        const qint64 person = office.create(u"contact"_s, {{u"last_name"_s, u"Лис"_s}, {u"first_name"_s, u"Ольга"_s}});
        for (int i = 0; i < 40; ++i) {
            QHash<QString, Value> values;
            for (const Field &field : office.schema().fields(office.typeId(type))) {
                if (field.editable && (field.code == u"title" || field.code == u"last_name" || m_random.bounded(3) > 0)) {
                    if (const Value one = value(office, field); one.isValid())
                        values.insert(field.code, one);
                }
            }
            if (office.schema().field(office.typeId(type), u"client_company"_s)) {
                values.insert(u"client_company"_s, company);
                values.insert(u"client_contact"_s, person);
            }
            const qint64 id = office.create(type, values);
            if (type == u"deal" && i % 3 == 0)
                office.move(type, id, u"won"_s);
            office.clock().advance(1000 * (1 + m_random.bounded(100'000)));
        }
        const QString path = office.folder() + u"/out.csv"_s;
        ItemQuery all;
        all.typeId = office.typeId(type);
        QVERIFY(exportCsv(office.store().reader(), all, path));

        TestOffice other;
        addOwnFields(other, type);
        ImportOptions options;
        options.typeId = other.typeId(type);
        auto preview = previewImport(other.schema(), options.typeId, path);
        QVERIFY2(preview, preview ? "" : qPrintable(preview.error().message));
        QVERIFY(preview->isOwn);
        options.preview = *preview;
        auto report = importFile(other.store(), options);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QVERIFY2(report->rejected.isEmpty(), report->rejected.isEmpty() ? "" : qPrintable(report->rejected.first().reason));
        const QStringList before = rows(office, type);
        const QStringList after = rows(other, type);
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < before.size(); ++i)
            QCOMPARE(after[i], before[i]);
    }
    void whatIsCopiedAsATableRunsNowhere()
    {
        TestOffice office;
        const qint64 id = office.create(u"deal"_s, {{u"title"_s, u"=HYPERLINK(1)"_s}, {u"comment"_s, u" ＠a\r\nb"_s}});
        const auto table = tableText(office.store().reader(), office.typeId(u"deal"_s), {id}, {u"title"_s, u"comment"_s});
        QVERIFY(table);
        QCOMPARE(table->tsv.section(u'\n', 1, 1), u"'=HYPERLINK(1)\t' ＠a  b"_s);
        QVERIFY(table->html.contains(u"<td>'=HYPERLINK(1)</td>"_s)
                || table->html.contains(u"<td>&#39;=HYPERLINK(1)</td>"_s));
    }
};

KARTOTEKA_TEST(tst_round_trip, TestRoundTrip)
#include "tst_round_trip.moc"
