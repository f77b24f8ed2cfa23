// SPDX-License-Identifier: GPL-3.0-or-later
// Names that people gave go into menus through menuText(): else "R&D" loses its sign, and one of 5,000 letters its menu.
#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestMenuTexts : public QObject
{
    Q_OBJECT

    /// What a call that begins at @p from is given, up to the object that gets the act or to its end.
    static QString argumentsFrom(const QString &text, qsizetype from)
    {
        int depth = 0;
        for (qsizetype at = from; at < text.size(); ++at) {
            if (text[at] == u'(')
                ++depth;
            else if (text[at] == u')' && --depth == 0)
                return text.mid(from, at - from);
            else if (depth == 1 && QStringView(text).mid(at).startsWith(u", this"))
                return text.mid(from, at - from);
        }
        return {};
    }

private slots:
    void namesInMenusAreMadeForThem()
    {
        static const QRegularExpression call(u"(->|\\.)(addAction|addMenu)\\("_s);
        static const QRegularExpression name(u"\\b(displayName|pluralName)\\(|(\\.|->)(name|title)\\b"_s);
        const QDir root(QStringLiteral(KARTOTEKA_SOURCES));
        QDirIterator files(root.filePath(u"views"_s), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        QStringList wrong;
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            for (auto calls = call.globalMatch(text); calls.hasNext();) {
                const QString given = argumentsFrom(text, calls.next().capturedEnd() - 1);
                ++seen;
                if (given.contains(name) && !given.contains(u"menuText("))
                    wrong << u"%1: %2"_s.arg(root.relativeFilePath(file.fileName()), given.simplified());
            }
        }
        QVERIFY2(seen > 50, "the sources were not found");
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

KARTOTEKA_TEST(tst_menu_texts, TestMenuTexts)
#include "tst_menu_texts.moc"
