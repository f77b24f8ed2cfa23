// SPDX-License-Identifier: GPL-3.0-or-later
// How long files are: short enough to be read whole.
#include <QDirIterator>
#include <QFile>
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
        QCOMPARE(tooLong, QStringList());
    }

    void mostFilesAreShort()
    {
        const auto sizes = linesOf({u"core"_s, u"models"_s, u"views"_s, u"app"_s});
        QVERIFY(sizes[sizes.size() / 2].first <= 80);
        QVERIFY(sizes[sizes.size() * 9 / 10].first <= 280);
    }
};

QTEST_GUILESS_MAIN(TestSizes)
#include "tst_sizes.moc"
