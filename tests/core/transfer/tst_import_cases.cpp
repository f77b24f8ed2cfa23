// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/transfer/importer.h"
#include "tests/support/test_office.h"
#include "tests/support/test_program.h"

#include <QFile>
#include <QStringEncoder>
#include <QTest>

using namespace Kartoteka;

namespace {

/// What an import of one small file must come to.
struct Case
{
    QString type = u"contact"_s;
    QByteArray bytes;
    int items = -1;                     ///< how many there are afterwards; -1: the file is refused
    QHash<QString, QString> first = {}; ///< values of the first item as files carry them
    qsizetype rejected = 0;
    QString told = {}; ///< part of a warning or rejection; "-": nothing is told
    DuplicatePolicy duplicates = DuplicatePolicy::Create;
};

QByteArray utf16(const QString &text)
{
    QStringEncoder encoder(QStringEncoder::Utf16LE, QStringConverter::Flag::Stateless);
    return encoder(text);
}

} // namespace
Q_DECLARE_METATYPE(Case)

/// Files of the kinds that other programs and people make.
class TestImportCases : public QObject
{
    Q_OBJECT

    static void add(const char *name, const Case &one) { QTest::addRow("%s", name) << one; }

    static QString text(TestOffice &office, const Item &item, const QString &field)
    {
        const ReadContext reader = office.store().reader();
        return valueForFile(office.schema(), *office.schema().field(item.typeId, field), item.value(field),
                            [&reader](const ItemRef &ref) { return itemTitle(reader, ref); });
    }

private slots:
    void filesAsPeopleHaveThem_data()
    {
        QTest::addColumn<Case>("one");
        add("title and empty line above the header",
            {.bytes = "Клиенты отдела;;\n;;\nИмя;Фамилия;Телефон\nОльга;Лис;+7 916 555-01-02\n",
             .items = 1,
             .first = {{u"first_name"_s, u"Ольга"_s}},
             .told = u"above the header"_s});
        add("a delimiter named by Excel",
            {.type = u"lead"_s,
             .bytes = "sep=;\r\nНазвание лида;Сумма\r\nКран;10,5\r\n",
             .items = 1,
             .first = {{u"title"_s, u"Кран"_s}, {u"amount"_s, u"10.50 RUB"_s}},
             .told = u"-"_s});
        add("foreign names", {.bytes = "Prénom;Nom de famille\nLuc;Petit\n"});
        add("rows of delimiters", {.bytes = "Имя;Фамилия\n;\n ; \nОльга;Лис\n;\n", .items = 1});
        add("the header once more",
            {.bytes = "Имя;Телефон\nА;+79165550101\nИмя;Телефон\nБ;+79165550102\n",
             .items = 2,
             .rejected = 1,
             .told = u"repeats the header"_s});
        add("a second header by code",
            {.bytes = "Имя;Телефон\nfirst_name;phone\nБ;+79165550102\n", .items = 1, .rejected = 1});
        add("another table below",
            {.bytes = "Имя;Телефон\nА;+79165550101\n\nНазвание компании;ИНН\nЛютик;7701\n",
             .items = 1,
             .rejected = 2,
             .told = u"another table"_s});
        add("a line of totals",
            {.type = u"deal"_s,
             .bytes = "Название сделки;Сумма;Комментарий\nа;100;\nИтого;100;\n",
             .items = 1,
             .rejected = 1,
             .told = u"row of totals"_s});
        add("vCard", {.bytes = "BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nEND:VCARD\n"});
        add("picture", {.bytes = QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)});
        add("archive", {.bytes = QByteArray("PK\x03\x04\x14\0\0\0\x08\0name,phone\n", 21)});
        add("web page", {.bytes = "<html><table><tr><td>Имя</td></tr></table></html>"});
        add("western letters",
            {.bytes = "first name;last name\nFran\xe7ois;L\xe9ger\nJos\xe9;Mu\xf1oz\n",
             .items = 2,
             .first = {{u"first_name"_s, u"François"_s}}});
        add("DOS letters",
            {.bytes = "\x88\xac\xef;\x94\xa0\xac\xa8\xab\xa8\xef\n\x8e\xab\xec\xa3\xa0;\x8b\xa8\xe1\n",
             .items = 1,
             .first = {{u"first_name"_s, u"Ольга"_s}, {u"last_name"_s, u"Лис"_s}}});
        add("KOI8",
            {.bytes = "\xe9\xcd\xd1;\xe6\xc1\xcd\xc9\xcc\xc9\xd1\n\xef\xcc\xd8\xc7\xc1;\xec\xc9\xd3\n",
             .items = 1,
             .first = {{u"first_name"_s, u"Ольга"_s}, {u"last_name"_s, u"Лис"_s}}});
        add("UTF-16 without a mark",
            {.bytes = utf16(u"Имя;Фамилия\r\nОльга;Лис\r\nПавел;Жук\r\n"_s),
             .items = 2,
             .first = {{u"last_name"_s, u"Лис"_s}}});
        add("line ends of old Macs", {.bytes = "Имя;Фамилия\rОльга;Лис\rПавел;Жук\r", .items = 2});
        add("a zero byte",
            {.bytes = QByteArray("Имя;Фамилия\nОль\0га;Лис\n", 34),
             .items = 1,
             .first = {{u"first_name"_s, u"Ольга"_s}},
             .told = u"not text were skipped"_s});
        add("columns that only begin like an address",
            {.bytes = "First Name,Email,Email Type,Email Opt Out,Phone Verified\nA,a@x.example,SMTP,true,yes\n"
                      "B,b@x.example,SMTP,true,yes\n",
             .items = 2,
             .first = {{u"email"_s, u"a@x.example"_s}, {u"phone"_s, {}}},
             .told = u"is not imported"_s,
             .duplicates = DuplicatePolicy::Skip});
        add("job titles under Title",
            {.bytes = "First Name,Last Name,Title\nAnn,Bell,Head of sales\n",
             .items = 1,
             .first = {{u"position"_s, u"Head of sales"_s}, {u"honorific"_s, {}}}});
        add("no phones",
            {.bytes = "Имя;Телефон\nА;-\nБ;-\nВ;н/д\nГ;н/д\nД;000-00-00\nЕ;000-00-00\nЖ;+7 (111) 111-11-11\n"
                      "З;+7 (111) 111-11-11\n",
             .items = 8,
             .duplicates = DuplicatePolicy::Skip});
        add("phones that a spreadsheet has rounded",
            {.bytes = "Имя;Телефон\nА;7,9165E+10\nБ;79165550102\n",
             .items = 2,
             .first = {{u"phone"_s, {}}},
             .told = u"rounded by a spreadsheet"_s});
        add("an extension behind a comma",
            {.bytes = "Имя\tТелефон\nА\t+7 (495) 555-01-02, доб. 7; +7 916 555-01-02\n",
             .items = 1,
             .first = {{u"phone"_s, u"+7 (495) 555-01-02, доб. 7|+7 916 555-01-02"_s}},
             .told = u"-"_s});
        add("a mailbox with a name",
            {.bytes = "Имя\tEmail\nА\t\"\"\"Лис, Ольга\"\" <o@x.example>\"\n",
             .items = 1,
             .first = {{u"email"_s, u"o@x.example"_s}}});
        QByteArray late("first name,birth date\n");
        for (int i = 0; i < 100; ++i)
            late += "p,0" + QByteArray::number(i % 9 + 1) + "/07/1991\n";
        add("the month is told by the last row",
            {.bytes = late + "z,11/30/1991\n", .items = 101, .first = {{u"birth_date"_s, u"1991-01-07"_s}}, .told = u"-"_s});
        add("dates of both orders",
            {.bytes = "first name,birth date\na,30/11/1991\nb,11/30/1991\nc,05/06/1991\n",
             .items = 2,
             .rejected = 1,
             .told = u"both orders"_s});
        add("no date",
            {.bytes = "Имя;Дата рождения\nА;00.00.0000\nБ;01.01.0001 0:00:00\nВ;30.12.1899\nГ;—\n",
             .items = 4,
             .first = {{u"birth_date"_s, {}}},
             .told = u"-"_s});
        add("dates in words",
            {.bytes = "Имя;Дата рождения\nА;5 марта 1980 г.\n", .items = 1, .first = {{u"birth_date"_s, u"1980-03-05"_s}}});
        add("a rejected row makes no company",
            {.bytes = "Имя;Компания;Дата рождения\nА;Лютик;вчера\n", .items = 0, .rejected = 1});
        add("a full name",
            {.bytes = "ФИО;Телефон\nЛис Ольга Ивановна;+79165550102\n",
             .items = 1,
             .first = {{u"last_name"_s, u"Лис"_s}, {u"first_name"_s, u"Ольга"_s}, {u"middle_name"_s, u"Ивановна"_s}}});
        add("two comments",
            {.bytes = "Имя;Комментарий;Комментарий\nА;раз;два\n",
             .items = 1,
             .first = {{u"comment"_s, u"раз\nдва"_s}},
             .told = u"-"_s});
        add("an address in parts",
            {.bytes = "First Name,Home Street,Home City,Home Postal Code\nA,1 Elm St,Boise,83701\n",
             .items = 1,
             .first = {{u"address"_s, u"1 Elm St, Boise, 83701"_s}}});
        add("one person in two rows is completed",
            {.bytes = "Имя;Телефон;Рабочий телефон;Должность\nА;+79165550102;;\nА;8 916 555 01 02;+74955550102;юрист\n",
             .items = 1,
             .first = {{u"position"_s, u"юрист"_s}, {u"phone"_s, u"+79165550102|work:+74955550102"_s}},
             .duplicates = DuplicatePolicy::Merge});
        add("a skipped row is named",
            {.bytes = "Имя;Телефон\nА;+79165550102\nБ;+79165550102\n",
             .items = 1,
             .told = u"Skipped: row 2"_s,
             .duplicates = DuplicatePolicy::Skip});
        add("empty values beyond the header", {.bytes = "Имя;Фамилия\nА;Б;;;\n", .items = 1, .told = u"-"_s});
        add("a space before a quote",
            {.bytes = "first name, comment\nA, \"b, c\"\n", .items = 1, .first = {{u"comment"_s, u"b, c"_s}}});
        add("points that group",
            {.type = u"deal"_s,
             .bytes = "Название;Сумма\nа;2.500\nб;1.250,00\n",
             .items = 2,
             .first = {{u"amount"_s, u"2500.00 RUB"_s}}});
        add("points that nobody can tell",
            {.type = u"deal"_s, .bytes = "Название;Сумма\nа;2.500\n", .items = 0, .rejected = 1});
        add("roubles",
            {.type = u"deal"_s,
             .bytes = "Название;Сумма\nа;(1 500) руб.\n",
             .items = 1,
             .first = {{u"amount"_s, u"-1500.00 RUB"_s}}});
        add("an unknown currency",
            {.type = u"deal"_s, .bytes = "Название;Сумма\nа;100 XYZ\nб;5\n", .items = 1, .rejected = 1});
        add("an amount beyond all bounds",
            {.type = u"deal"_s, .bytes = "Название;Сумма\nа;90000000000000000\nб;5\n", .items = 1, .rejected = 1});
        add("percent",
            {.type = u"deal"_s,
             .bytes = "Название;Вероятность, %\nа;40 %\nб;140\n",
             .items = 1,
             .first = {{u"probability"_s, u"40"_s}},
             .rejected = 1});
        add("a stage of amoCRM",
            {.type = u"deal"_s,
             .bytes = "Название сделки;Этап сделки\nа;Успешно реализовано\n",
             .items = 1,
             .first = {{u"stage"_s, u"Won"_s}},
             .told = u"read as the stage"_s});
        add("a stage that is not there",
            {.type = u"deal"_s,
             .bytes = "Название сделки;Этап сделки\nа;Замер\n",
             .items = 1,
             .first = {{u"stage"_s, u"New"_s}},
             .told = u"There is no stage"_s});
        add("a value of more than a megabyte",
            {.bytes = "Имя;Комментарий\nА;\"" + QByteArray(1'300'000, 'x') + "\"\nБ;y\n",
             .items = 1,
             .rejected = 1,
             .told = u"megabyte"_s});
        add("a quote that is never closed",
            {.bytes = "Имя;Комментарий\nА;\"open\nБ;\"y\"\nВ;z\n", .items = 2, .rejected = 1});
    }
    void filesAsPeopleHaveThem()
    {
        QFETCH(Case, one);
        TestOffice office;
        const QString path = office.folder() + u"/in.csv"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(one.bytes) == one.bytes.size());
        file.close();
        ImportOptions options;
        options.typeId = office.typeId(one.type);
        options.duplicates = one.duplicates;
        auto preview = previewImport(office.schema(), options.typeId, path);
        if (preview)
            options.preview = *preview;
        auto report = preview ? importFile(office.store(), options) : Result<ImportReport>(preview.error());
        if (one.items < 0) {
            QVERIFY(!report);
            QVERIFY(report.error().message.size() > path.size());
        } else {
            QVERIFY2(report, report ? "" : qPrintable(report.error().message));
            QCOMPARE(report->rejected.size(), one.rejected);
            QStringList told;
            for (const ImportProblem &problem : report->rejected + report->warnings)
                told << problem.column + u": "_s + problem.reason;
            if (one.told == u"-")
                QVERIFY2(told.isEmpty(), qPrintable(told.join(u'\n')));
            else if (!one.told.isEmpty())
                QVERIFY2(told.join(u'\n').contains(one.told), qPrintable(told.join(u'\n')));
        }
        ItemQuery query;
        query.typeId = options.typeId;
        auto ids = queryIds(office.store().reader(), query);
        QVERIFY(ids);
        QCOMPARE(ids->size(), qMax(0, one.items));
        std::sort(ids->begin(), ids->end());
        for (auto it = one.first.cbegin(); it != one.first.cend(); ++it)
            QCOMPARE(text(office, office.item(one.type, ids->first()), it.key()), it.value());
        // What a rejected row refers to is not made either.
        if (one.items == 0) {
            ItemQuery companies;
            companies.typeId = office.typeId(u"company"_s);
            QCOMPARE(queryIds(office.store().reader(), companies)->size(), 0);
        }
        QCOMPARE(office.problems(), QStringList());
    }

    /// A number where an item is to be named means the one that has it; of one that nothing has nothing is made.
    void numbersNameItems()
    {
        TestOffice office;
        const qint64 acme = office.create(u"company"_s, {{u"title"_s, u"Acme"_s}});
        const qint64 year = office.create(u"company"_s, {{u"title"_s, u"2000"_s}});
        const QString number = office.item(u"company"_s, acme).number;
        const QString path = office.folder() + u"/in.csv"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(u"Название сделки;Компания\nа;%1\nб;№ %1\nв;2000\nг;4711\n"_s.arg(number).toUtf8());
        file.close();
        ImportOptions options;
        options.typeId = office.typeId(u"deal"_s);
        auto preview = previewImport(office.schema(), options.typeId, path);
        QVERIFY(preview);
        options.preview = *preview;
        auto report = importFile(office.store(), options);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message));
        QCOMPARE(report->imported, 4);
        QCOMPARE(report->warnings.size(), 1);
        QCOMPARE(report->warnings.first().row, 5);
        QVERIFY2(report->warnings.first().reason.contains(u"4711"_s), qPrintable(report->warnings.first().reason));
        ItemQuery query;
        query.typeId = options.typeId;
        auto ids = queryIds(office.store().reader(), query);
        QVERIFY(ids);
        std::sort(ids->begin(), ids->end());
        QList<qint64> companies;
        for (const qint64 id : std::as_const(*ids))
            companies << office.item(u"deal"_s, id).reference(u"client_company"_s);
        QCOMPARE(companies, (QList<qint64>{acme, acme, year, 0}));
        query.typeId = office.typeId(u"company"_s);
        QCOMPARE(queryIds(office.store().reader(), query)->size(), 2);
    }
};

KARTOTEKA_TEST(tst_import_cases, TestImportCases)
#include "tst_import_cases.moc"
