// SPDX-License-Identifier: GPL-3.0-or-later
// How long files and classes are: short enough to be read whole.
#include "tests/support/test_program.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

class TestSizes : public QObject
{
    Q_OBJECT

    static QList<std::pair<qsizetype, QString>> linesOf(const QStringList &folders)
    {
        const QDir root(QStringLiteral(KARTOTEKA_SOURCES));
        QList<std::pair<qsizetype, QString>> sizes;
        for (const QString &folder : folders) {
            QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (file.open(QIODevice::ReadOnly))
                    sizes.append({file.readAll().count('\n'), root.relativeFilePath(file.fileName())});
            }
        }
        std::sort(sizes.begin(), sizes.end());
        return sizes;
    }

    /// Lines of the functions of each class, over all sources.
    static QHash<QString, qsizetype> linesOfClasses()
    {
        static const QRegularExpression defined(u"^(?:[A-Za-z_].*?[\\s*&])?((?:\\w+::)+)(?:~?\\w+|operator\\S+)\\("_s);
        const QDir root(QStringLiteral(KARTOTEKA_SOURCES));
        QHash<QString, qsizetype> sizes;
        for (const QString &folder : {u"core"_s, u"models"_s, u"views"_s, u"app"_s}) {
            QDirIterator files(root.filePath(folder), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                QString within; // the class whose function is being read
                for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
                    const auto match = within.isEmpty() && !line.endsWith(u';') ? defined.match(line)
                                                                                : QRegularExpressionMatch();
                    if (match.hasMatch())
                        within = match.captured(1).section(u"::"_s, 0, 0);
                    if (!within.isEmpty())
                        ++sizes[within];
                    if (line == u"}" || line == u"{}" || (match.hasMatch() && line.endsWith(u'}')))
                        within.clear();
                }
            }
        }
        return sizes;
    }

private slots:
    void noFileIsTooLong()
    {
        constexpr qsizetype most = 500;
        QStringList tooLong;
        const auto sizes = linesOf({u"core"_s, u"models"_s, u"views"_s, u"app"_s, u"tests"_s});
        QVERIFY2(sizes.size() > 300, "the sources were not found");
        for (const auto &[lines, file] : sizes) {
            if (lines > most)
                tooLong << u"%1: %2 lines"_s.arg(file).arg(lines);
        }
        QCOMPARE(tooLong.join(u'\n'), QString());
    }

    /// A class that is cut over files is no shorter for it.
    void noClassIsTooLong()
    {
        constexpr qsizetype most = 500;
        const QHash<QString, qsizetype> sizes = linesOfClasses();
        QVERIFY2(sizes.size() > 150, "the sources were not found");
        QStringList tooLong;
        for (auto it = sizes.cbegin(); it != sizes.cend(); ++it) {
            if (it.value() > most)
                tooLong << u"%1: %2 lines"_s.arg(it.key()).arg(it.value());
        }
        QCOMPARE(tooLong.join(u'\n'), QString());
    }

    void mostFilesAreShort()
    {
        const auto sizes = linesOf({u"core"_s, u"models"_s, u"views"_s, u"app"_s});
        QVERIFY(sizes[sizes.size() / 2].first <= 80);
        QVERIFY(sizes[sizes.size() * 9 / 10].first <= 280);
    }
};

KARTOTEKA_TEST(tst_sizes, TestSizes)
#include "tst_sizes.moc"
