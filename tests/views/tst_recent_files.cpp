// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/recent_files.h"

#include <QFile>
#include <QSettings>
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
        QCOMPARE(recent.files()[0].openedAt.date(), QDate::currentDate());
        QVERIFY(!openedText(recent.files()[0]).isEmpty());
        for (int i = 0; i < 20; ++i)
            recent.note(file(u"many%1"_s.arg(i)));
        QVERIFY(recent.files().size() <= 8);
        QCOMPARE(paths(RecentFiles()), paths(recent)); // it is remembered
    }

    void missingOnesAreMarkedAndTakenOff()
    {
        RecentFiles recent;
        recent.note(file(u"gone"_s, false));
        recent.note(file(u"here"_s));
        recent.look();
        QTRY_VERIFY(recent.files()[1].isMissing);
        QVERIFY(!recent.files()[0].isMissing);
        recent.forget(recent.files()[1].path);
        QCOMPARE(paths(recent), QStringList{file(u"here"_s)});
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

QTEST_GUILESS_MAIN(TestRecentFiles)
#include "tst_recent_files.moc"
