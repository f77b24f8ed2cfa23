// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file/file_stamp.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/file_chooser.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <QWidget>
#include <utility>

using namespace Kartoteka;

/// The one test of the real dialog: it shows the folder of an open database and leaves its locks alone.
class TestFileChooser : public QObject
{
    Q_OBJECT

    const QString filterOfOurs = u"Kartoteka files (*.kartoteka)"_s;

    static int locksOn(const QString &path)
    {
        QFile table(u"/proc/locks"_s);
        if (!table.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray inode = ":" + QByteArray::number(stampOf(path).identity.number) + " ";
        int count = 0;
        for (const QByteArray &line : table.readAll().split('\n'))
            count += line.contains(inode);
        return count;
    }

    /// Runs @p answer on the dialog once it shows the file.
    static void whenItShows(const QString &name, const std::function<void(QFileDialog *)> &answer)
    {
        auto *timer = new QTimer(qApp);
        QObject::connect(timer, &QTimer::timeout, timer, [timer, name, answer] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            auto *list = dialog ? dialog->findChild<QListView *>(u"listView"_s) : nullptr;
            if (!list
                || list->model()->match(list->model()->index(0, 0, list->rootIndex()), Qt::DisplayRole, name).isEmpty())
                return;
            timer->stop();
            timer->deleteLater();
            answer(dialog);
        });
        timer->start(50);
    }

    /// Answers the dialogs that come, one after the other.
    static std::unique_ptr<QTimer> answering(const std::function<void(QFileDialog *)> &choose,
                                             const std::function<void(AskDialog *)> &answer)
    {
        auto timer = std::make_unique<QTimer>();
        connect(timer.get(), &QTimer::timeout, timer.get(), [choose, answer] {
            QWidget *active = QApplication::activeModalWidget();
            if (auto *dialog = qobject_cast<QFileDialog *>(active))
                choose(dialog);
            else if (auto *question = qobject_cast<AskDialog *>(active); question && answer)
                answer(question);
        });
        timer->start(20);
        return timer;
    }

    static void typeInto(QFileDialog *dialog, const QString &name)
    {
        auto *edit = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        edit->setText(name);
        QTest::keyClick(edit, Qt::Key_Return);
    }

private slots:
    void showingTheDatabaseKeepsItsLocks_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("open") << int(FileQuestion::Kind::Open);
        QTest::newRow("save") << int(FileQuestion::Kind::Save);
    }

    void showingTheDatabaseKeepsItsLocks()
    {
        QFETCH(int, kind);
        TestOffice office;
        office.create(u"lead"_s, {{u"title"_s, u"One"_s}});
        const int locks = locksOn(office.path());
        QVERIFY(locks > 0);
        QWidget window;
        window.show();
        const QString name = QFileInfo(office.path()).fileName();
        whenItShows(name, [](QFileDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
        QCOMPARE(askForFile(&window, {FileQuestion::Kind(kind), u"Choose"_s, {}, office.folder()}), QString());
        QTest::qWait(200); // its thread may still be looking around
        QCOMPARE(locksOn(office.path()), locks);
    }

    void withoutAFolderForDocumentsItBeginsAtHome()
    {
        const QTemporaryDir home;
        const QByteArray before = qgetenv("HOME");
        qputenv("HOME", home.path().toUtf8());
        QSettings().remove(u"folders"_s);
        QWidget window;
        window.show();
        QString folder;
        const auto look = answering(
            [&folder](QFileDialog *dialog) {
                folder = dialog->directory().absolutePath();
                typeInto(dialog, u"leads"_s);
            },
            {});
        const QString chosen = askForFile(&window, {FileQuestion::Kind::Save, u"Export"_s, u"CSV (*.csv)"_s, u"x.csv"_s});
        qputenv("HOME", before);
        QCOMPARE(folder, home.path());
        QCOMPARE(chosen, home.filePath(u"leads.csv"_s));
    }

    void eachKindOfFileHasItsFolder()
    {
        const QTemporaryDir one;
        const QTemporaryDir ofOffice;
        QSettings().remove(u"folders"_s);
        QWidget window;
        window.setWindowFilePath(ofOffice.filePath(u"office.kartoteka"_s));
        QWidget inside(&window);
        window.show();
        QStringList begun;
        const auto asks = [&](const FileQuestion &question, const QString &typed) {
            const auto look = answering(
                [&begun, typed](QFileDialog *dialog) {
                    begun << dialog->directory().absolutePath();
                    typed.isEmpty() ? QTest::keyClick(dialog, Qt::Key_Escape) : typeInto(dialog, typed);
                },
                {});
            askForFile(&inside, question);
        };
        const QString table = u"CSV (*.csv)"_s;
        asks({FileQuestion::Kind::Save, u"Export"_s, table, u"x.csv"_s}, one.filePath(u"leads.csv"_s));
        asks({FileQuestion::Kind::Open, u"Import"_s, table}, {});
        asks({FileQuestion::Kind::Open, u"Open"_s, filterOfOurs}, {});
        QCOMPARE(begun, (QStringList{ofOffice.path(), one.path(), ofOffice.path()}));
    }

    void whatIsTypedIsTheAnswer()
    {
        TestOffice office;
        QWidget window;
        window.show();
        const QString name = QFileInfo(office.path()).fileName();
        whenItShows(name, [name](QFileDialog *dialog) {
            auto *edit = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
            edit->setText(name);
            QTest::keyClick(edit, Qt::Key_Return);
        });
        QCOMPARE(askForFile(&window, {FileQuestion::Kind::Open, u"Choose"_s, {}, office.folder()}), office.path());
    }

    /// The list of what would complete the name is open meanwhile, and Enter goes to it first.
    void aWholePathIsTypedByHand_data()
    {
        QTest::addColumn<bool>("isWhole");
        QTest::addRow("the name") << false;
        QTest::addRow("the path") << true;
    }
    void aWholePathIsTypedByHand()
    {
        QFETCH(bool, isWhole);
        TestOffice office;
        QWidget window;
        window.show();
        const QString name = QFileInfo(office.path()).fileName();
        const QString typed = isWhole ? office.path() : name;
        whenItShows(name, [typed](QFileDialog *dialog) {
            auto *edit = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
            edit->setFocus();
            edit->selectAll();
            for (const QChar c : typed) {
                QTest::keyClick(edit, c.toLatin1());
                QTest::qWait(10);
            }
            QTRY_VERIFY(QApplication::activePopupWidget());
            QWidget *popup = QApplication::activePopupWidget();
            QTest::keyClick(popup ? popup : edit, Qt::Key_Return);
            if (auto *stays = QApplication::activeModalWidget())
                QTest::keyClick(stays, Qt::Key_Escape);
        });
        QCOMPARE(askForFile(&window, {FileQuestion::Kind::Open, u"Choose"_s, {}, office.folder()}), office.path());
    }

    void whatIsMissingIsSaidInOurWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        QTest::newRow("a file") << u"nowhere.csv"_s << int(FileQuestion::Kind::Open);
        QTest::newRow("in a folder that is not there") << u"/no/such/place/x.csv"_s << int(FileQuestion::Kind::OpenMany);
        QTest::newRow("a folder") << u"/no/such/place"_s << int(FileQuestion::Kind::Folder);
        QTest::newRow("a name that no disk takes") << QString(300, u'x') << int(FileQuestion::Kind::Save);
    }

    void whatIsMissingIsSaidInOurWords()
    {
        QFETCH(QString, typed);
        QFETCH(int, kind);
        TestOffice office;
        QWidget window;
        window.show();
        int told = 0;
        bool isTyped = false;
        const auto answers = answering(
            [&](QFileDialog *dialog) {
                if (told > 0)
                    dialog->reject();
                else if (!std::exchange(isTyped, true)) // the message comes while the key is pressed, and this timer waits
                    QTimer::singleShot(0, dialog, [dialog, typed] { typeInto(dialog, typed); });
            },
            [&](AskDialog *message) {
                ++told;
                message->reject();
            });
        QCOMPARE(askForFile(&window, {FileQuestion::Kind(kind), u"Choose"_s, {}, office.folder()}), QString());
        QCOMPARE(told, 1);
    }

    void noFileIsDeletedFromTheList()
    {
        TestOffice office;
        QWidget window;
        window.show();
        const QString name = QFileInfo(office.path()).fileName();
        whenItShows(name, [name](QFileDialog *dialog) {
            auto *list = dialog->findChild<QListView *>(u"listView"_s);
            list->setCurrentIndex(
                list->model()->match(list->model()->index(0, 0, list->rootIndex()), Qt::DisplayRole, name).constFirst());
            list->setFocus();
            QTest::keyClick(list, Qt::Key_Delete); // asks nothing
            QCOMPARE(QApplication::activeModalWidget(), dialog);
            dialog->reject();
        });
        QCOMPARE(askForFile(&window, {FileQuestion::Kind::Open, u"Choose"_s, {}, office.folder()}), QString());
        QVERIFY(QFile::exists(office.path()));
    }

    void whatIsSavedHasItsEnding_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("name");
        QTest::newRow("a plain name") << u"sales"_s << filterOfOurs << u"sales.kartoteka"_s;
        QTest::newRow("a name with a dot") << u"sales.2026"_s << filterOfOurs << u"sales.2026.kartoteka"_s;
        QTest::newRow("its own ending") << u"sales.kartoteka"_s << filterOfOurs << u"sales.kartoteka"_s;
        QTest::newRow("in capitals") << u"SALES.KARTOTEKA"_s << filterOfOurs << u"SALES.KARTOTEKA"_s;
        QTest::newRow("any ending will do") << u"a.txt"_s << u"All files (*)"_s << u"a.txt"_s;
        QTest::newRow("one of several") << u"a.b"_s << filterOfOurs + u";;All files (*)"_s << u"a.b"_s;
    }

    void whatIsSavedHasItsEnding()
    {
        QFETCH(QString, typed);
        QFETCH(QString, filter);
        QFETCH(QString, name);
        TestOffice office;
        QWidget window;
        window.show();
        const auto answers = answering([typed](QFileDialog *dialog) { typeInto(dialog, typed); }, {});
        QCOMPARE(askForFile(&window, {FileQuestion::Kind::Save, u"Choose"_s, filter, office.folder()}),
                 QDir(office.folder()).filePath(name));
    }

    void whatIsThereIsReplacedOnAWordOnly_data()
    {
        QTest::addColumn<bool>("isReplaced");
        QTest::newRow("yes") << true;
        QTest::newRow("no") << false;
    }

    void whatIsThereIsReplacedOnAWordOnly()
    {
        QFETCH(bool, isReplaced);
        TestOffice office;
        QFile there(QDir(office.folder()).filePath(u"a.b.kartoteka"_s));
        QVERIFY(there.open(QIODevice::WriteOnly));
        QWidget window;
        window.show();
        int asked = 0;
        const auto answers = answering(
            [&](QFileDialog *dialog) { asked > 0 ? dialog->reject() : typeInto(dialog, u"a.b"_s); }, // a no leads back
            [&](AskDialog *question) {
                ++asked;
                auto *replace = question->findChild<QPushButton *>(u"fileReplace"_s);
                QVERIFY(!replace->isDefault()); // Enter alone must not do it
                isReplaced ? replace->click() : question->reject();
            });
        const QString chosen = askForFile(&window, {FileQuestion::Kind::Save, u"Choose"_s, filterOfOurs, office.folder()});
        QCOMPARE(asked, 1);
        QCOMPARE(chosen, isReplaced ? there.fileName() : QString());
    }

    void aFolderIsNotReplaced()
    {
        TestOffice office;
        QVERIFY(QDir(office.folder()).mkdir(u"a.b.kartoteka"_s));
        QWidget window;
        window.show();
        int told = 0;
        const auto answers = answering(
            [&](QFileDialog *dialog) { told > 0 ? dialog->reject() : typeInto(dialog, u"a.b"_s); },
            [&](AskDialog *message) {
                ++told;
                message->reject();
            });
        QCOMPARE(askForFile(&window, {FileQuestion::Kind::Save, u"Choose"_s, filterOfOurs, office.folder()}), QString());
        QCOMPARE(told, 1);
    }
};

KARTOTEKA_UI_TEST(tst_file_chooser, TestFileChooser)
#include "tst_file_chooser.moc"
