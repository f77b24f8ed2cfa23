// SPDX-License-Identifier: GPL-3.0-or-later
// Names that stand in data get into SQL by sqlName() only: in the text of every statement that is put together in core.
#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSqlNames : public QObject
{
    Q_OBJECT

    /// The text between the bracket at @p open and the one that closes it.
    static QString inBrackets(const QString &text, qsizetype open)
    {
        int depth = 0;
        for (qsizetype i = open; i < text.size(); ++i) {
            depth += text[i] == u'(' ? 1 : text[i] == u')' ? -1 : 0;
            if (depth == 0)
                return text.sliced(open + 1, i - open - 1);
        }
        return {};
    }

    /// Places in @p text where a member that is a name is put into a statement as it is.
    static QStringList bareNames(const QString &text)
    {
        static const QRegularExpression statement(
            u"\"[^\"]*\\b(SELECT|FROM|JOIN|INTO|UPDATE|DELETE|WHERE|ALTER TABLE|CREATE|IS NULL|IN \\()[^\"]*\"_s"_s);
        static const QRegularExpression name(u"(\\.|->)(table|column|name|entity|code)\\b(?![(.]|->)"_s);
        static const QRegularExpression safe(u"sqlName\\([^()]*(\\([^()]*\\)[^()]*)*\\)"_s);
        QStringList found;
        auto matches = statement.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            qsizetype at = match.capturedEnd();
            QString put;
            while (text.sliced(at).startsWith(u".arg(")) {
                const QString arguments = inBrackets(text, at + 4);
                put += arguments + u' ';
                at += 4 + arguments.size() + 2;
            }
            if (const auto plus = text.sliced(at, qMin<qsizetype>(60, text.size() - at)); plus.startsWith(u" + "))
                put += plus.section(u'\n', 0, 0).section(u" + "_s, 1, 1);
            put.remove(safe);
            put.remove(QRegularExpression(
                u"\\b(filledExpression|cardColumns|orderKey|shownValue)\\([^()]*(\\([^()]*\\)[^()]*)*\\)"_s));
            if (name.match(put).hasMatch())
                found << match.captured().left(60) + u" … "_s + put.left(80);
        }
        return found;
    }

private slots:
    void aBareNameIsFound()
    {
        QCOMPARE(bareNames(u"u\"SELECT id FROM %1 WHERE id = ?\"_s.arg(table->name)"_s).size(), 1);
        QCOMPARE(bareNames(u"u\"UPDATE \"_s + table.name + u\" SET \"_s"_s).size(), 1);
        QCOMPARE(bareNames(u"u\"SELECT id FROM %1 t WHERE %2\"_s.arg(sqlName(table->name), where)"_s).size(), 0);
        QCOMPARE(bareNames(u"u\"SELECT %1 FROM %2\"_s.arg(columns, sqlName(type.table, u\"_search\"))"_s).size(), 0);
    }

    void namesGetIntoStatementsQuoted()
    {
        const QDir root(QStringLiteral(KARTOTEKA_SOURCES));
        QDirIterator files(root.filePath(u"core"_s), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        QStringList wrong;
        int statements = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QString text = QString::fromUtf8(file.readAll());
            statements += int(text.count(u"sqlName("_s));
            // Literals that follow each other are one.
            text.replace(QRegularExpression(u"\"\\s*\\n\\s*u?\""_s), QString());
            for (const QString &place : bareNames(text))
                wrong << root.relativeFilePath(file.fileName()) + u": "_s + place;
        }
        QVERIFY2(statements > 50, "the sources were not found");
        QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong.join(u'\n')));
    }
};

KARTOTEKA_TEST(tst_sql_names, TestSqlNames)
#include "tst_sql_names.moc"
