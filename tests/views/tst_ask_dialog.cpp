// SPDX-License-Identifier: GPL-3.0-or-later
// Questions: what Enter and Esc answer, what may be typed, and that no name breaks them.
#include "tests/support/patience.h"
#include "tests/support/ui_test.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/colour_grid.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace Kartoteka;

class TestAskDialog : public QObject
{
    Q_OBJECT

    /// Does something to the next question that is asked.
    static void then(const std::function<void(AskDialog *)> &act)
    {
        auto *timer = new QTimer(qApp);
        connect(timer, &QTimer::timeout, timer, [timer, act] {
            auto *dialog = qobject_cast<AskDialog *>(QApplication::activeModalWidget());
            if (!dialog || !dialog->isVisible())
                return;
            timer->deleteLater();
            timer->stop();
            act(dialog);
        });
        timer->start(20);
    }
    static void press(QWidget *widget, Qt::Key key) { QTest::keyClick(widget, key); }

private slots:
    void initTestCase() { applyAppearance(*qApp, Appearance::Light); }

    void enterGivesTheAnswerAndEscNone_data()
    {
        QTest::addColumn<AskDialog::Kind>("kind");
        QTest::addColumn<bool>("byEnter");
        QTest::addRow("usual") << AskDialog::Kind::Primary << true;
        QTest::addRow("can be taken back") << AskDialog::Kind::Destructive << true;
        QTest::addRow("for good") << AskDialog::Kind::ForGood << false;
    }
    void enterGivesTheAnswerAndEscNone()
    {
        QFETCH(AskDialog::Kind, kind);
        QFETCH(bool, byEnter);
        const auto ask = [kind] {
            return AskDialog::confirm(nullptr, u"Delete “Pipes”?"_s, u"It can be restored."_s, u"Delete"_s, u"yes"_s, kind);
        };
        then([](AskDialog *dialog) { press(dialog, Qt::Key_Return); });
        QCOMPARE(ask(), byEnter);
        then([](AskDialog *dialog) { press(dialog, Qt::Key_Escape); });
        QVERIFY(!ask());
        then([](AskDialog *dialog) { dialog->findChild<QPushButton *>(u"yes"_s)->click(); });
        QVERIFY(ask());
    }

    void aColourIsChosenFromTheGridOrTyped()
    {
        const QColor before(u"#123456"_s);
        QCOMPARE(colourName(QColor(u"#2fa36b"_s)), u"Green"_s);
        QCOMPARE(colourName(QColor(u"#2fa36b"_s).darker(160)), u"Green, dark"_s);
        QCOMPARE(colourName(QColor(u"#123456"_s)), u"#123456"_s);
        const auto ask = [&] { return askColour(nullptr, u"Which colour?"_s, before); };
        then([](AskDialog *dialog) { press(dialog, Qt::Key_Escape); });
        QVERIFY(!ask());
        then([](AskDialog *dialog) { press(dialog, Qt::Key_Return); });
        QCOMPARE(ask(), before);
        then([](AskDialog *dialog) {
            auto *green = dialog->findChild<QAbstractButton *>(u"colour_2fa36b"_s);
            QVERIFY(!green->accessibleName().isEmpty());
            press(green, Qt::Key_Space);
            QVERIFY(green->isChecked());
            press(dialog, Qt::Key_Return);
        });
        QCOMPARE(ask(), QColor(u"#2fa36b"_s));
        then([](AskDialog *dialog) {
            auto *line = dialog->findChild<QLineEdit *>(u"askLine"_s);
            line->clear();
            QTest::keyClicks(line, u"#c241"_s);
            QVERIFY(!dialog->findChild<QPushButton *>(u"colourSet"_s)->isEnabled()); // not a colour yet
            QTest::keyClicks(line, u"8f"_s);
            QVERIFY(dialog->findChild<QAbstractButton *>(u"colour_c2418f"_s)->isChecked());
            press(line, Qt::Key_Return);
        });
        QCOMPARE(ask(), QColor(u"#c2418f"_s));
    }

    void severalAnswersTellWhichWasGiven()
    {
        for (const QString &name : {u"moved"_s, u"copied"_s}) {
            AskDialog dialog(nullptr, u"A copy?"_s);
            dialog.addAnswer(u"It was moved"_s, u"moved"_s, AskDialog::Kind::Other);
            dialog.addAnswer(u"It is a copy"_s, u"copied"_s);
            then([name](AskDialog *shown) { shown->findChild<QPushButton *>(name)->click(); });
            QCOMPARE(dialog.ask(), name);
        }
    }

    void aLineWaitsForWords()
    {
        then([](AskDialog *dialog) {
            auto *line = dialog->findChild<QLineEdit *>();
            QCOMPARE(QApplication::focusWidget() == line || dialog->focusWidget() == line, true);
            auto *verb = dialog->findChild<QPushButton *>(u"askAccept"_s);
            QVERIFY(!verb->isEnabled());
            line->setText(u"   "_s);
            QVERIFY(!verb->isEnabled());
            QVERIFY(!verb->toolTip().isEmpty()); // why
            press(line, Qt::Key_Return);         // which those who only type are told too
            auto *problem = dialog->findChild<QLabel *>(u"askProblem"_s);
            QVERIFY(problem && problem->isVisible());
            QCOMPARE(problem->text(), verb->toolTip());
            line->setText(u"  Offer "_s);
            QVERIFY(verb->isEnabled() && verb->toolTip().isEmpty());
            QVERIFY(!problem->isVisible());
            press(line, Qt::Key_Return);
        });
        QCOMPARE(AskDialog::line(nullptr, u"New stage"_s, u"Name"_s, u"Add"_s), u"Offer"_s);
        then([](AskDialog *dialog) { press(dialog, Qt::Key_Escape); });
        QVERIFY(!AskDialog::line(nullptr, u"New stage"_s, u"Name"_s, u"Add"_s, u"Offer"_s));
    }

    void aPassphraseIsTakenAsItStands()
    {
        then([](AskDialog *dialog) {
            auto *line = dialog->findChild<QLineEdit *>();
            QCOMPARE(line->echoMode(), QLineEdit::Password);
            line->setText(u" a b "_s);
            press(line, Qt::Key_Return);
        });
        QCOMPARE(AskDialog::passphrase(nullptr, u"Encrypted"_s, {}, u"Open"_s), u" a b "_s);
    }

    void namesOfAnyLengthKeepTheQuestion()
    {
        AskDialog dialog(nullptr, u"Delete “%1” for good?"_s.arg(QString(5'000, u'w')), u"It can be restored."_s);
        dialog.addAnswer(u"Delete"_s, u"yes"_s, AskDialog::Kind::ForGood);
        dialog.addCancel();
        dialog.show();
        QVERIFY(dialog.height() < 900);
        const auto *question = dialog.findChild<QLabel *>(u"askQuestion"_s);
        QVERIFY(question->text().endsWith(u"for good?"));
        QTRY_VERIFY(question->heightForWidth(question->width()) <= question->height());
        QCOMPARE(question->textFormat(), Qt::PlainText); // a name is no mark-up
    }

    void detailsAreCopied()
    {
        then([](AskDialog *dialog) {
            const QString shown = dialog->findChild<QPlainTextEdit *>(u"askDetails"_s)->toPlainText();
            QVERIFY(shown.contains(u"line 7") && shown.contains(u"damaged"));
            dialog->findChild<QPushButton *>(u"askCopy"_s)->click();
            QCOMPARE(QGuiApplication::clipboard()->text(), shown);
            press(dialog, Qt::Key_Return);
        });
        AskDialog::tell(nullptr, u"“a.csv” was not read"_s, Error{ErrorCode::Damaged, u"It is broken."_s, {}, u"line 7"_s});
        then([](AskDialog *dialog) {
            QVERIFY(!dialog->findChild<QPlainTextEdit *>());
            press(dialog, Qt::Key_Escape);
        });
        AskDialog::tell(nullptr, u"“a.csv” was not read"_s, Error{ErrorCode::File, u"It is not there."_s, {}, {}});
    }

    void readersHearTheQuestion()
    {
        AskDialog dialog(nullptr, u"Delete “Pipes”?"_s, u"It can be restored."_s);
        dialog.addChoice(u"Where to"_s, {u"A"_s, u"B"_s});
        dialog.addAnswer(u"Delete"_s, u"yes"_s);
        dialog.addCancel();
        const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&dialog);
        QCOMPARE(spoken->text(QAccessible::Name), u"Delete “Pipes”?"_s);
        QCOMPARE(spoken->text(QAccessible::Description), u"It can be restored."_s);
        QCOMPARE(dialog.findChild<QComboBox *>()->accessibleName(), u"Where to"_s);
    }

    void nobodyMakesItLowerThanItsText()
    {
        AskDialog dialog(nullptr, u"Book it at another time?"_s, u"Room 2 is taken on Monday. "_s.repeated(6));
        dialog.addField(u"Free nearby:"_s, new QPushButton(u"Monday, 13:00"_s));
        dialog.addCancel();
        dialog.show();
        QCoreApplication::sendPostedEvents();
        dialog.resize(dialog.width(), 1); // a window manager asks no more than for the least height
        QVERIFY(dialog.height() >= dialog.layout()->totalHeightForWidth(dialog.width()));
    }

    void aWordLongerThanALineIsReadWhole()
    {
        AskDialog dialog(nullptr, QString(60, u'W') + u" переименовывающимися?"_s);
        dialog.addCancel();
        dialog.show();
        const auto *heading = dialog.findChild<QLabel *>(u"askQuestion"_s);
        const QString shown = heading->text();
        for (const QString &part : shown.split(QChar(0x200b)))
            QVERIFY2(heading->fontMetrics().horizontalAdvance(part) <= heading->width(), qPrintable(part));
        QVERIFY(shown.endsWith(u"переименовывающимися?"_s)); // what has room in a line is not broken
    }

    void theFocusStartsInWhatIsAskedFirst()
    {
        AskDialog dialog(nullptr, u"Which day?"_s);
        const QLineEdit *day = dialog.addLine(u"Day"_s);
        QComboBox *kind = dialog.addChoice(u"Kind"_s, {u"Holiday"_s, u"Working day"_s});
        dialog.addAnswer(u"Add"_s, u"add"_s);
        dialog.addCancel();
        dialog.show();
        QVERIFY(day->hasFocus() || dialog.focusWidget() == day);
        press(dialog.focusWidget(), Qt::Key_Tab);
        QCOMPARE(dialog.focusWidget(), kind);
    }

    void theVerbStandsLast()
    {
        AskDialog dialog(nullptr, u"Save?"_s);
        dialog.addAnswer(u"Save"_s, u"save"_s);
        dialog.addAnswer(u"Do not save"_s, u"drop"_s, AskDialog::Kind::Other);
        dialog.addCancel();
        dialog.show();
        const auto x = [&dialog](const QString &name) { return dialog.findChild<QPushButton *>(name)->x(); };
        QVERIFY(x(u"drop"_s) < x(u"askCancel"_s) && x(u"askCancel"_s) < x(u"save"_s));
    }
};

KARTOTEKA_UI_TEST(tst_ask_dialog, TestAskDialog)
#include "tst_ask_dialog.moc"
