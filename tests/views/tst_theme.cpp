// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/theme/fade.h"
#include "views/theme/motion.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/searched_combo.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolTip>
#include <QUuid>
#include <QWheelEvent>

using namespace Kartoteka;

/// What LOOK asks of text: a contrast of 4.5 (WCAG 2.1, 1.4.3) in both appearances.
class TestTheme : public QObject
{
    Q_OBJECT

    static constexpr double enough = 4.5;
    static constexpr double seen = 3; // WCAG 2.1, 1.4.11

    /// What stands on what, by the name of the place.
    static QList<QPair<QString, QPair<QColor, QColor>>> pairsOfText(const Theme &theme)
    {
        using enum ColourRole;
        QList<QPair<QString, QPair<QColor, QColor>>> pairs;
        const auto add = [&](const QString &name, const QColor &text, const QColor &on) {
            pairs.append({name, {text, on}});
        };
        const auto addAll = [&](const QString &name, ColourRole text, std::initializer_list<ColourRole> grounds) {
            for (const ColourRole on : grounds)
                add(u"%1 on ground %2"_s.arg(name).arg(int(on)), theme.colour(text), theme.colour(on));
        };
        addAll(u"text"_s, Text, {Window, Lane, Surface, Raised, Hover, Tint});
        for (const ColourRole text : {Text, Accent, Danger, Success})
            add(u"pressed button %1"_s.arg(int(text)), theme.colour(text), theme.pressed());
        addAll(u"muted text"_s, Muted, {Window, Lane, Surface, Raised, Hover, Tint});
        addAll(u"placeholder of a field"_s, Placeholder, {Surface, Window, Raised});
        addAll(u"link, chip, checked button, section"_s, Accent, {Window, Lane, Surface, Raised, Hover, Tint});
        for (const ColourRole signal : {Danger, Success})
            addAll(u"next act %1"_s.arg(int(signal)), signal, {Window, Surface, Raised, Hover, Tint});
        addAll(u"nothing planned"_s, Warning, {Surface, Raised, Hover, Tint});
        add(u"primary button"_s, Qt::white, theme.accentFill());
        add(u"destructive button, red counter"_s, Qt::white, theme.dangerFill());
        addAll(u"disabled primary"_s, Muted, {Lane});
        const QPalette palette = theme.palette();
        add(u"selected text"_s, palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight));
        add(u"tool tip"_s, palette.color(QPalette::ToolTipText), palette.color(QPalette::ToolTipBase));
        add(u"palette's placeholder"_s, palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base));
        add(u"toast"_s, theme.colour(Surface), theme.colour(Text));
        add(u"act in a toast"_s, (theme.isDark() ? Theme::light() : Theme::dark()).colour(Accent), theme.colour(Text));
        return pairs;
    }

private slots:
    /// The ring of what has the focus is thicker than its edge: nothing below moves.
    void theFocusLeavesTheHeight()
    {
        applyAppearance(*qApp, Appearance::Light);
        QWidget window;
        auto *combo = new QComboBox(&window);
        combo->addItem(u"Minutes"_s);
        auto *choice = new ChoiceButton(&window);
        choice->move(0, 100);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (QWidget *one : {static_cast<QWidget *>(combo), static_cast<QWidget *>(choice)}) {
            (one == combo ? static_cast<QWidget *>(choice) : combo)->setFocus();
            const int height = one->sizeHint().height();
            one->setFocus();
            QVERIFY(one->hasFocus());
            QCOMPARE(one->sizeHint().height(), height);
        }
    }

    /// A name that looks like markup is shown as it was typed, in labels and in tool tips.
    void labelsShowWhatWasTyped()
    {
        applyAppearance(*qApp, Appearance::Light);
        QLabel label(u"<b>Smith</b>"_s);
        QLabel marked(u"<b>bold</b>"_s);
        marked.setTextFormat(Qt::RichText);
        for (QLabel *one : {&label, &marked})
            one->show();
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(marked.textFormat(), Qt::RichText);
        QToolTip::showText(label.mapToGlobal(QPoint(1, 1)), u"<b>Smith</b>"_s, &label);
        const QWidgetList windows = QApplication::topLevelWidgets();
        const auto tip = std::find_if(windows.begin(), windows.end(),
                                      [](const QWidget *window) { return window->inherits("QTipLabel"); });
        QVERIFY(tip != windows.end());
        QCOMPARE(static_cast<QLabel *>(*tip)->textFormat(), Qt::PlainText);
        QCOMPARE(QToolTip::text(), u"<b>Smith</b>"_s);
        QToolTip::hideText();
    }

    void textReads_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("stark");
        QTest::addRow("light") << false << false;
        QTest::addRow("dark") << true << false;
        QTest::addRow("high contrast, light") << false << true;
        QTest::addRow("high contrast, dark") << true << true;
    }
    void textReads()
    {
        QFETCH(bool, dark);
        QFETCH(bool, stark);
        const Theme &theme = Theme::get(dark, stark);
        QCOMPARE(&Theme::of(theme.palette()), &theme);
        using enum ColourRole;
        // Text on what it really stands on.
        const QList<QPair<QString, QPair<QColor, QColor>>> pairs = pairsOfText(theme);
        for (const auto &[name, pair] : pairs) {
            const double is = contrast(pair.first, pair.second);
            QVERIFY2(is >= enough, qUtf8Printable(u"%1: %2"_s.arg(name).arg(is)));
        }
        if (stark) { // WCAG 2.1, 1.4.6
            for (const auto &[name, pair] : pairs) {
                const bool isFilled = name.contains(u"button"_s) || name == u"selected text" || name.contains(u"toast"_s);
                const double is = contrast(pair.first, pair.second);
                QVERIFY2(isFilled || is >= 7, qUtf8Printable(u"%1: %2"_s.arg(name).arg(is)));
            }
        }
        // Edges of what must be found.
        for (const ColourRole on : {Window, Lane, Surface, Raised, Hover, Tint}) {
            for (const ColourRole edge : {Edge, Accent}) {
                const double is = contrast(theme.colour(edge), theme.colour(on));
                QVERIFY2(is >= seen, qUtf8Printable(u"edge %1 on %2: %3"_s.arg(int(edge)).arg(int(on)).arg(is)));
            }
        }
    }

    void marksAreSeenOnAnyGround()
    {
        for (const bool dark : {false, true}) {
            for (const bool stark : {false, true}) {
                const Theme &theme = Theme::get(dark, stark);
                for (const ColourRole ground : {ColourRole::Surface, ColourRole::Lane, ColourRole::Raised}) {
                    QVERIFY(contrast(theme.mark(theme.colour(ground), ground), theme.colour(ground)) >= (stark ? 3 : 1.8));
                    const QColor blue = theme.accentFill();
                    QVERIFY(stark || theme.mark(blue, ground) == blue); // what is seen stays as it was chosen
                }
            }
        }
        QVERIFY(!Theme::light().mark(QColor()).isValid()); // none
    }

    void initialsRead()
    {
        QSet<QRgb> colours;
        for (int i = 0; i < 200; ++i) {
            const QUuid person = QUuid::createUuid();
            const QColor colour = Theme::personColour(person);
            QVERIFY2(contrast(Qt::white, colour) >= enough, qUtf8Printable(colour.name()));
            QCOMPARE(Theme::personColour(person), colour);
            colours.insert(colour.rgb());
        }
        QVERIFY(colours.size() > 3);
    }

    void stagesReadInBoth()
    {
        TestOffice office;
        for (const Theme *theme : {&Theme::light(), &Theme::dark(), &Theme::get(false, true), &Theme::get(true, true)}) {
            for (const EntityType &type : office.schema().types()) {
                for (const Pipeline &pipeline : office.schema().pipelines(type.id)) {
                    for (const Stage &stage : office.schema().stages(pipeline.id)) {
                        const QColor colour(stage.colour);
                        QVERIFY(colour.isValid());
                        QVERIFY2(contrast(theme->readable(colour), theme->tint(colour)) >= enough,
                                 qUtf8Printable(stage.colour));
                        QVERIFY2(contrast(Qt::white, Theme::underWhite(colour)) >= enough, qUtf8Printable(stage.colour));
                    }
                }
            }
        }
    }

    void theStyleSheetHasNoPlaceholderLeft()
    {
        for (const Theme *theme : {&Theme::light(), &Theme::dark(), &Theme::get(false, true), &Theme::get(true, true)}) {
            QString sheet = theme->styleSheet(QApplication::font());
            sheet.remove(QRegularExpression(u"/\\*.*?\\*/"_s, QRegularExpression::DotMatchesEverythingOption));
            QVERIFY(!sheet.isEmpty());
            const QRegularExpressionMatch left = QRegularExpression(u"@[a-zA-Z]+"_s).match(sheet);
            QVERIFY2(!left.hasMatch(), qUtf8Printable(left.captured()));
        }
    }

    /// The page is scrolled over what holds values; none of them changes on the way.
    void aWheelChangesNoValue()
    {
        applyAppearance(*qApp, Appearance::Light);
        QComboBox combo;
        combo.addItems({u"one"_s, u"two"_s, u"three"_s});
        QSpinBox number;
        QDateEdit day(QDate(2026, 3, 2));
        for (QWidget *one : QList<QWidget *>{&combo, &number, &day}) {
            one->show();
            const QPointF at = QRectF(one->rect()).center();
            QWheelEvent wheel(at, one->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                              false);
            QApplication::sendEvent(one, &wheel);
            QVERIFY(!wheel.isAccepted());
        }
        QCOMPARE(combo.currentIndex(), 0);
        QCOMPARE(number.value(), 0);
        QCOMPARE(day.date(), QDate(2026, 3, 2));
    }

    void aLongListOfAComboIsSearched()
    {
        QWidget window;
        SearchedCombo combo(&window);
        for (int i = 0; i < 200; ++i)
            combo.addItem(u"Anna & A%1"_s.arg(i), i);
        QSignalSpy chosen(&combo, &QComboBox::activated);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        combo.showPopup();
        auto *menu = combo.findChild<QMenu *>(u"comboMenu"_s);
        QTRY_VERIFY(menu && menu->isVisible());
        QVERIFY(menu->sizeHint().height() < 600);
        auto *search = menu->findChild<QLineEdit *>(u"menuSearch"_s);
        QTest::keyClicks(search, u"a173"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(combo.currentData().toInt(), 173);
        QCOMPARE(chosen.size(), 1);
    }

    void whatFadesIsAtItsEndWhereNothingIsToMove()
    {
        QWidget painted;
        Fade fade(painted, 120);
        QCOMPARE(fade.value(), 1.0);
        setMotionWanted(false);
        fade.begin();
        QCOMPARE(fade.value(), 1.0);
        setMotionWanted(true);
        fade.begin();
        QTRY_COMPARE(fade.value(), 1.0);
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

KARTOTEKA_UI_TEST(tst_theme, TestTheme)
#include "tst_theme.moc"
