// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_office.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Kartoteka;

/// What LOOK asks of text: a contrast of 4.5 (WCAG 2.1, 1.4.3) in both appearances.
class TestTheme : public QObject
{
    Q_OBJECT

    static constexpr double enough = 4.5;

private slots:
    void textReads_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addRow("light") << false;
        QTest::addRow("dark") << true;
    }
    void textReads()
    {
        QFETCH(bool, dark);
        const Theme &theme = dark ? Theme::dark() : Theme::light();
        for (const ColourRole on : {ColourRole::Window, ColourRole::Surface, ColourRole::Raised}) {
            for (const ColourRole text : {ColourRole::Text, ColourRole::Muted})
                QVERIFY2(contrast(theme.colour(text), theme.colour(on)) >= enough,
                         qUtf8Printable(u"role %1 on %2: %3"_s.arg(int(text)).arg(int(on)).arg(
                             contrast(theme.colour(text), theme.colour(on)))));
        }
        for (const ColourRole signal : {ColourRole::Accent, ColourRole::Danger, ColourRole::Success, ColourRole::Warning}) {
            QVERIFY(contrast(theme.readable(theme.colour(signal)), theme.colour(ColourRole::Surface)) >= enough);
            QVERIFY(contrast(theme.readable(theme.colour(signal)), theme.tint(theme.colour(signal))) >= enough);
        }
        QVERIFY(contrast(Qt::white, theme.accentFill()) >= enough);
        QVERIFY(contrast(theme.colour(ColourRole::Text), theme.hover()) >= enough);
    }

    void stagesReadInBoth()
    {
        TestOffice office;
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            for (const EntityType &type : office.schema().types()) {
                for (const Pipeline &pipeline : office.schema().pipelines(type.id)) {
                    for (const Stage &stage : office.schema().stages(pipeline.id)) {
                        const QColor colour(stage.colour);
                        QVERIFY(colour.isValid());
                        QVERIFY2(contrast(theme->readable(colour), theme->tint(colour)) >= enough,
                                 qUtf8Printable(stage.colour));
                    }
                }
            }
        }
    }

    void theStyleSheetHasNoPlaceholderLeft()
    {
        for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
            QString sheet = theme->styleSheet(QApplication::font());
            sheet.remove(QRegularExpression(u"/\\*.*?\\*/"_s, QRegularExpression::DotMatchesEverythingOption));
            QVERIFY(!sheet.isEmpty());
            const QRegularExpressionMatch left = QRegularExpression(u"@[a-zA-Z]+"_s).match(sheet);
            QVERIFY2(!left.hasMatch(), qUtf8Printable(left.captured()));
        }
    }

    void everyIconIsThere()
    {
        // Names as the sources use them.
        static const QRegularExpression use(u"icon\\(u\"([a-z-]+)\"_s"_s);
        const QDir root(QStringLiteral(KARTOTEKA_SOURCES));
        QDirIterator files(root.filePath(u"views"_s), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            for (auto matches = use.globalMatch(source); matches.hasNext(); ++seen) {
                const QString name = matches.next().captured(1);
                QVERIFY2(!Theme::light().icon(name).isNull(), qUtf8Printable(name));
            }
        }
        QVERIFY(seen > 5);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
