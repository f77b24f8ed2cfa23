// SPDX-License-Identifier: GPL-3.0-or-later
// What may know what: every #include of ours is held against a table (docs/architecture.md has the picture).
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLayers : public QObject
{
    Q_OBJECT

    struct Include
    {
        QString file; ///< from the source folder
        int line = 0;
        QString name;
        bool ours = false;
    };

    /// Folder of a file as the table names it: "core/store", "models", "views/card".
    static QString partOf(const QString &path)
    {
        const QStringList parts = path.split(u'/');
        const bool isFile = parts.size() <= 2;
        return isFile ? parts[0] : parts[0] + u'/' + parts[1];
    }

    static QList<Include> includesUnder(const QString &folder)
    {
        static const QRegularExpression pattern(u"^#include ([<\"])([^>\"]+)[>\"]"_s);
        QList<Include> found;
        const QDir root(QStringLiteral(KARTOTEKA_SOURCES));
        QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            int number = 0;
            while (!file.atEnd()) {
                ++number;
                const auto match = pattern.match(QString::fromUtf8(file.readLine()));
                if (match.hasMatch())
                    found.append(
                        {root.relativeFilePath(file.fileName()), number, match.captured(2), match.captured(1) == u"\""});
            }
        }
        return found;
    }

    static QString place(const Include &include)
    {
        return u"%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.name);
    }

private slots:
    void layersPointOneWay()
    {
        const QHash<QString, QStringList> known{{u"core"_s, {u"core"_s}},
                                                {u"models"_s, {u"core"_s, u"models"_s}},
                                                {u"views"_s, {u"core"_s, u"models"_s, u"views"_s}},
                                                {u"app/cli"_s, {u"core"_s, u"app"_s}},
                                                {u"app/desktop"_s, {u"core"_s, u"models"_s, u"views"_s, u"app"_s}}};
        QStringList wrong;
        int seen = 0;
        for (auto layer = known.cbegin(); layer != known.cend(); ++layer) {
            for (const Include &include : includesUnder(layer.key())) {
                if (!include.ours)
                    continue;
                ++seen;
                if (!layer.value().contains(include.name.section(u'/', 0, 0)))
                    wrong << place(include);
            }
        }
        QVERIFY2(seen > 300, "the sources were not found");
        QCOMPARE(wrong, QStringList());
    }

    void featuresOfTheCoreKnowTheFoundationOnly()
    {
        const QStringList foundation{u"core/base"_s, u"core/schema"_s, u"core/store"_s};
        const QStringList feature = foundation + QStringList{u"core/items"_s, u"core/query"_s};
        const QHash<QString, QStringList> known{{u"core/base"_s, {}},
                                                {u"core/schema"_s, {u"core/base"_s}},
                                                {u"core/store"_s, {u"core/base"_s, u"core/schema"_s}},
                                                {u"core/items"_s, foundation},
                                                {u"core/query"_s, foundation + QStringList{u"core/items"_s}},
                                                {u"core/activities"_s, feature},
                                                {u"core/pipeline"_s, feature},
                                                {u"core/leads"_s, feature},
                                                {u"core/timeline"_s, feature},
                                                {u"core/transfer"_s, feature}};
        // The small named functions by which features meet.
        const QStringList meetings{u"core/pipeline includes core/activities/counters.h"_s,  // a card shows its lights
                                   u"core/leads includes core/activities/activity.h"_s,     // what is planned goes along
                                   u"core/transfer includes core/pipeline/stage_acts.h"_s,  // stages of a file are made
                                   u"core/timeline includes core/activities/activity.h"_s}; // planned stands on top
        QStringList wrong;
        for (auto part = known.cbegin(); part != known.cend(); ++part) {
            const QList<Include> includes = includesUnder(part.key());
            QVERIFY2(!includes.isEmpty(), qUtf8Printable(part.key() + u" was not found"_s));
            for (const Include &include : includes) {
                const QString target = partOf(include.name);
                const bool allowed = !include.ours || target == part.key() || part.value().contains(target)
                    || meetings.contains(part.key() + u" includes "_s + include.name);
                if (!allowed)
                    wrong << place(include);
            }
        }
        QCOMPARE(wrong, QStringList());
    }

    void coreAndModelsNeedNoWindow()
    {
        static const QRegularExpression window(
            u"^(QtGui|QtWidgets|QWidget|QApplication|QGuiApplication|QPainter|QColor|QPixmap|"
            "QFont|QIcon|QPalette|QImage|QAction|QDialog|QMessageBox)"_s);
        QStringList wrong;
        for (const QString &folder : {u"core"_s, u"models"_s, u"app/cli"_s}) {
            for (const Include &include : includesUnder(folder)) {
                if (!include.ours && window.match(include.name).hasMatch())
                    wrong << place(include);
            }
        }
        QCOMPARE(wrong, QStringList());
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
