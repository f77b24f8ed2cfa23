// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/support/ui_test.h"
#include "views/shell/recent_files.h"
#include "views/shell/recent_menu.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

class TestRecentFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString file(const QString &name, bool exists = true)
    {
        const QString path = m_folder->filePath(name);
        if (exists) {
            QFile made(path);
            (void)made.open(QIODevice::WriteOnly);
        }
        return path;
    }
    static QStringList paths(const RecentFiles &recent)
    {
        QStringList all;
        for (const RecentFile &one : recent.files())
            all << one.path;
        return all;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder->path());
        QSettings().clear();
    }

    void theLastOneStandsFirst()
    {
        RecentFiles recent;
        for (const QString &name : {u"a"_s, u"b"_s, u"a"_s})
            recent.note(file(name));
        QCOMPARE(paths(recent), (QStringList{file(u"a"_s), file(u"b"_s)}));
        QVERIFY(recent.files()[0].openedAt.isValid());
        QVERIFY(!openedText(recent.files()[0]).isEmpty());
        QCOMPARE(paths(RecentFiles()), paths(recent)); // it is remembered
    }

    void theEightLastOnesAreKept()
    {
        RecentFiles recent;
        QStringList wanted;
        for (int i = 0; i < 20; ++i) {
            recent.note(file(u"many%1"_s.arg(i)));
            wanted.prepend(file(u"many%1"_s.arg(i)));
        }
        QCOMPARE(paths(recent), wanted.first(8));
        QCOMPARE(paths(RecentFiles()), wanted.first(8));
    }

    void missingOnesAreMarkedAndTakenOff()
    {
        RecentFiles recent;
        recent.note(file(u"gone"_s, false));
        recent.note(file(u"lost"_s, false));
        recent.note(file(u"here"_s));
        recent.look();
        QTRY_COMPARE(recent.missingFiles(), (QStringList{file(u"lost"_s, false), file(u"gone"_s, false)}));
        QVERIFY(openedText(recent.files()[1]) != openedText(recent.files()[0]));
        recent.note(file(u"new"_s)); // what is known stays known
        QCOMPARE(recent.missingFiles().size(), 2);
        recent.forget(recent.missingFiles());
        QCOMPARE(paths(recent), (QStringList{file(u"new"_s), file(u"here"_s)}));
    }

    void oneThatIsThereAgainIsNotMissing()
    {
        RecentFiles recent;
        recent.note(file(u"stick"_s, false));
        recent.look();
        QTRY_VERIFY(recent.files()[0].isMissing);
        file(u"stick"_s);
        QSignalSpy changed(&recent, &RecentFiles::changed);
        recent.look();
        recent.look(); // while the first one is under way
        QTRY_VERIFY(!recent.files()[0].isMissing);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(recent.files()[0].path, file(u"stick"_s));
    }

    void aLookOutlivesTheList()
    {
        for (int i = 0; i < 50; ++i) {
            RecentFiles recent;
            recent.note(file(u"a"_s));
            recent.look();
        }
        QCoreApplication::processEvents();
    }

    void theMenuShowsNamesAsTheyAre()
    {
        RecentFiles recent;
        RecentMenu menu(recent, nullptr);
        QVERIFY(!menu.menuAction()->isEnabled());
        recent.note(file(u"a & b\tc.kartoteka"_s, false));
        QVERIFY(menu.menuAction()->isEnabled());
        QAction *line = menu.actions().constFirst();
        QVERIFY2(line->text().startsWith(u"a && b c — "), qPrintable(line->text()));
        QCOMPARE(line->text().count(u'\t'), 1); // before the time
        emit menu.aboutToShow();                // looks, and says so in the same line
        QTRY_VERIFY2(line->text().endsWith(u"no longer there"), qPrintable(line->text()));
        QVERIFY(line->isEnabled()); // opening it says what is wrong
        QSignalSpy chosen(&menu, &RecentMenu::chosen);
        line->trigger();
        QTRY_COMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toString(), file(u"a & b\tc.kartoteka"_s, false));
        QVERIFY(menu.actions().constLast()->isVisible());
        menu.actions().constLast()->trigger();
        QTRY_VERIFY(recent.files().isEmpty());
        QVERIFY(!menu.menuAction()->isEnabled());
    }

    void theListOfAnEarlierProgramIsTakenOver()
    {
        QSettings().setValue(u"recent"_s, QStringList{file(u"old"_s)});
        RecentFiles recent;
        QCOMPARE(paths(recent), QStringList{file(u"old"_s)});
        QVERIFY(openedText(recent.files()[0]).isEmpty()); // nobody knows when
        recent.note(file(u"new"_s));
        QCOMPARE(paths(recent), (QStringList{file(u"new"_s), file(u"old"_s)}));
    }
};

KARTOTEKA_UI_TEST(tst_recent_files, TestRecentFiles)
#include "tst_recent_files.moc"
