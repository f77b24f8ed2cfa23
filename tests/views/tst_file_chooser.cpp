// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file/file_stamp.h"
#include "tests/support/test_office.h"
#include "views/theme/theme.h"
#include "views/widgets/file_chooser.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QTimer>
#include <QWidget>

using namespace Kartoteka;

/// The one test of the real dialog: it shows the folder of an open database and leaves its locks alone.
class TestFileChooser : public QObject
{
    Q_OBJECT

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
};

QTEST_MAIN(TestFileChooser)
#include "tst_file_chooser.moc"
