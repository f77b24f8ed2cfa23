// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are dropped on the window: what is done with each, one after the other, and what is said of the others.
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/calendar/calendar_import_dialog.h"
#include "views/shell/dropped_files.h"
#include "views/shell/welcome_page.h"

#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QUrl>

using namespace Kartoteka;

class TestDroppedFiles final : public WindowTest
{
    Q_OBJECT

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_office->folder() + u'/' + name;
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return path;
    }
    QString writeEvent(const QString &name, const QByteArray &title)
    {
        return write(
            name,
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//EN\r\nBEGIN:VEVENT\r\nUID:" + title
                + "@example\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260301T140000Z\r\nDTEND:20260301T150000Z\r\nSUMMARY:"
                + title + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    }
    static void put(QMimeData &data, const QStringList &paths)
    {
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        data.setUrls(urls);
    }
    static void drop(MainWindow &window, const QStringList &paths)
    {
        QMimeData data;
        put(data, paths);
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &event);
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        openWindow();
    }
    void cleanup() { clear(); }

    void eachHasItsKind()
    {
        QMimeData data;
        put(data,
            {u"/a/b.KARTOTEKA"_s, u"/a/c.kartoteka-exchange"_s, u"/a/d.ICS"_s, u"/a/e.csv"_s, u"/a/f.eml"_s, u"/tmp"_s});
        QCOMPARE(droppedFiles(data),
                 (DroppedFiles{{u"/a/b.KARTOTEKA"_s},
                               {u"/a/c.kartoteka-exchange"_s},
                               {u"/a/d.ICS"_s, u"/a/e.csv"_s},
                               {u"/a/f.eml"_s, u"/tmp"_s}}));
    }

    void severalCalendarsAreAskedAboutOneAfterTheOther()
    {
        const QString one = writeEvent(u"one.ics"_s, "Fair");
        const QString two = writeEvent(u"two.ics"_s, "Dinner");
        QStringList shown;
        const auto takeNext = [&shown](CalendarImportDialog *dialog) {
            for (const QLabel *label : dialog->findChildren<QLabel *>()) {
                if (label->text().endsWith(u".ics"_s))
                    shown << label->text();
            }
            // The other one waits until this is answered.
            int open = 0;
            for (const QWidget *window : QApplication::topLevelWidgets())
                open += window->isVisible() && qobject_cast<const CalendarImportDialog *>(window) ? 1 : 0;
            QCOMPARE(open, 1);
            dialog->accept();
        };
        Person::whenShown<CalendarImportDialog>([&](CalendarImportDialog *dialog) {
            Person::whenShown<CalendarImportDialog>(takeNext);
            takeNext(dialog);
        });
        drop(*m_window, {one, two});
        QTRY_COMPARE_WITH_TIMEOUT(shown, QStringList({u"one.ics"_s, u"two.ics"_s}), 20'000);
    }

    void whatIsNotReadIsSaid()
    {
        const QStringList paths{write(u"people.vcf"_s, "BEGIN:VCARD\nVERSION:3.0\nFN:Anna\nEND:VCARD\n"),
                                write(u"letter.eml"_s, "From: a@example\n\nHello\n"), write(u"x.bin"_s, "abc")};
        QString said;
        Person::whenOffered(u"askClose"_s, [&said](QWidget *box) {
            said = box->findChild<QLabel *>(u"askExplanation"_s)->text().remove(QChar(0x200b));
            picture(box, u"dropped-not-read"_s);
            Person::click(box->findChild<QWidget *>(u"askClose"_s));
        });
        drop(*m_window, paths);
        QTRY_VERIFY(!said.isEmpty());
        QVERIFY2(said.contains(u"vCard"_s) && said.contains(u"letter.eml"_s) && said.contains(u"x.bin"_s), qPrintable(said));
    }

    void withoutAnOpenFileItIsSaid()
    {
        MainWindow empty;
        empty.show();
        drop(empty, {writeEvent(u"one.ics"_s, "Fair")});
        QTRY_VERIFY(std::ranges::any_of(empty.welcome()->findChildren<QLabel *>(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"one.ics"_s);
        }));
    }
};

KARTOTEKA_UI_TEST(tst_dropped_files, TestDroppedFiles)
#include "tst_dropped_files.moc"
