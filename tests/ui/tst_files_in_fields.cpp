// SPDX-License-Identifier: GPL-3.0-or-later
// Fields that hold files, on the card of the real window.
#include "core/items/attachments.h"
#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/card/card_panel.h"
#include "views/card/field_row.h"
#include "views/card/timeline_view.h"
#include "views/fields/file_picture.h"
#include "views/widgets/ask_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>

using namespace Kartoteka;

class TestFilesInFields final : public WindowTest
{
    Q_OBJECT

    ItemRef m_maria;

    QString portrait(const QString &name, Qt::GlobalColor colour) const
    {
        QImage image(600, 800, QImage::Format_RGB32);
        image.fill(colour);
        const QString path = m_office->folder() + u'/' + name;
        if (!image.save(path))
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    FieldRow *row() { return person().find<FieldRow>(u"field_photo"_s); }
    QString held()
    {
        const auto item = readItem(store().reader(), m_maria);
        return item ? itemTitle(store().reader(), {attachedFile, item->value(u"photo"_s).toLongLong(), {}}) : QString();
    }
    static QMimeData *filesOf(const QStringList &paths)
    {
        auto *data = new QMimeData;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        data->setUrls(urls);
        return data;
    }
    /// Holds files over a part of the card and lets go of them there. @return whether they were taken.
    bool drop(QWidget *over, const QStringList &paths)
    {
        CardPanel *card = office().card();
        const std::unique_ptr<QMimeData> data(filesOf(paths));
        const QPoint at = over->mapTo(card, over->rect().center());
        const Qt::DropActions offered = Qt::CopyAction | Qt::MoveAction;
        QDragEnterEvent enter(at, offered, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(card, &enter);
        QWidget *shown = card->findChild<QWidget *>(u"cardDrop"_s);
        if (!enter.isAccepted())
            return shown->isVisible(); // nothing says that it would take them
        picture(m_window.get(), u"drop-over-"_s + over->objectName());
        QDropEvent event(at, offered, data.get(), Qt::LeftButton, Qt::NoModifier);
        event.setDropAction(Qt::MoveAction); // what some programs begin with
        QApplication::sendEvent(card, &event);
        return event.isAccepted() && event.dropAction() == Qt::CopyAction && !shown->isVisible();
    }
    qsizetype attached()
    {
        const auto found = readAttachments(store().reader(), m_maria);
        return found ? found->size() : -1;
    }
    /// Chooses an act of the menu that Enter on the field opens.
    void choose(const QString &act)
    {
        Person::whenShown<QMenu>([act](QMenu *menu) {
            for (QAction *action : menu->actions()) {
                if (action->text() == act) {
                    menu->setActiveAction(action);
                    QTest::keyClick(menu, Qt::Key_Return);
                    return;
                }
            }
            menu->close();
            QFAIL(qPrintable(u"no "_s + act));
        });
        Person::press(row(), Qt::Key_Return);
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_maria = {m_office->typeId(u"contact"_s), m_office->create(u"contact"_s, {{u"title"_s, u"Maria"_s}}), {}};
        openWindow();
        office().openItem(m_maria);
        QTRY_VERIFY(office().card() && office().card()->findChild<QToolButton *>(u"moreFields"_s));
        Person::settle();
        Person::click(office().card()->findChild<QToolButton *>(u"moreFields"_s));
        QTRY_VERIFY(row()->isVisible());
    }
    void cleanup() { clear(); }

    void aPhotoIsChosenShownReplacedAndRemoved()
    {
        auto *shown = row()->findChild<FilePicture *>();
        QVERIFY(!shown->isVisible());
        Person::chooseFile(portrait(u"maria.png"_s, Qt::darkCyan));
        Person::press(row(), Qt::Key_Return); // nothing there yet: no menu
        QTRY_VERIFY(shown->isVisible());
        QCOMPARE(held(), u"maria.png"_s);
        QVERIFY(row()->accessibleName().contains(u"maria.png"_s));
        const QSize size = shown->pixmap().deviceIndependentSize().toSize();
        QVERIFY2(size.width() <= 160 && size.height() == 120, qPrintable(u"%1x%2"_s.arg(size.width()).arg(size.height())));
        picture(m_window.get(), u"photo"_s);

        Person::chooseFile(portrait(u"new.png"_s, Qt::darkYellow));
        choose(u"Replace…"_s);
        QTRY_COMPARE(held(), u"new.png"_s);
        choose(u"Remove"_s);
        QTRY_COMPARE(held(), QString());
        QTRY_VERIFY(!shown->isVisible());
        QVERIFY(store().undo().result());
        QTRY_VERIFY(shown->isVisible());
        QCOMPARE(held(), u"new.png"_s);
    }

    void whatIsDroppedGoesWhereItIsHeld()
    {
        const QString one = portrait(u"one.png"_s, Qt::darkCyan);
        const QString other = portrait(u"other.png"_s, Qt::darkYellow);
        QVERIFY(drop(row(), {one}));
        QTRY_COMPARE(held(), u"one.png"_s);
        QCOMPARE(attached(), 0);
        QVERIFY(drop(office().card()->timeline(), {other}));
        QTRY_COMPARE(attached(), 1);
        QVERIFY(drop(row(), {one, other})); // there is room for one
        QTRY_COMPARE(attached(), 3);
        QCOMPARE(held(), u"one.png"_s);
        bool isTold = false;
        Person::whenShown<AskDialog>([&isTold](AskDialog *dialog) {
            isTold = true;
            dialog->reject();
        });
        QVERIFY(drop(row(), {m_office->folder()})); // no file: the window says so
        QTRY_VERIFY(isTold);
        QVERIFY(!drop(row(), {}));
        QCOMPARE(attached(), 3);
        QVERIFY(QFile::exists(one) && QFile::exists(other));
    }

    void whatIsPastedGoesWhereTheFocusIs()
    {
        QApplication::clipboard()->setMimeData(filesOf({portrait(u"one.png"_s, Qt::darkCyan)}));
        row()->setFocus();
        Person::press(row(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(held(), u"one.png"_s);
        office().card()->timeline()->setFocus();
        Person::press(office().card()->timeline(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(attached(), 1);
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QApplication::clipboard()->setImage(picture);
        row()->setFocus();
        Person::press(row(), Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY2(held().endsWith(u".png"_s) && held() != u"one.png"_s, qPrintable(held()));
        QApplication::clipboard()->setText(u"words"_s);
        Person::press(row(), Qt::Key_V, Qt::ControlModifier);
        Person::settle();
        QCOMPARE(attached(), 1);
    }

    void whatIsNoPictureShowsItsName()
    {
        const QString path = m_office->folder() + u"/photo.png"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no picture at all") > 0);
        file.close();
        Person::chooseFile(path);
        Person::press(row(), Qt::Key_Return);
        QTRY_COMPARE(held(), u"photo.png"_s);
        Person::settle();
        QVERIFY(!row()->findChild<FilePicture *>()->isVisible());
        const QList<QLabel *> labels = row()->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(),
                            [](const QLabel *label) { return label->text().contains(u"photo.png"_s); }));
    }
};

KARTOTEKA_UI_TEST(tst_files_in_fields, TestFilesInFields)
#include "tst_files_in_fields.moc"
