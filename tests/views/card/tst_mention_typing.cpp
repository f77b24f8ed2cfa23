// SPDX-License-Identifier: GPL-3.0-or-later
// Comments that name people or hold pictures, written by keys.
#include "core/base/uid.h"
#include "core/items/attachments.h"
#include "core/items/item_acts.h"
#include "core/notices/notice_queries.h"
#include "core/people/user_acts.h"
#include "core/schema/mentions.h"
#include "core/schema/text_pictures.h"
#include "core/store/record/contents.h"
#include "core/timeline/timeline.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/card/comment_edit.h"
#include "views/card/comment_page.h"

#include <QClipboard>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Kartoteka;

class TestMentionTyping final : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<QWidget> m_window;
    CommentPage *m_page = nullptr;
    ItemRef m_lead;

    Store &store() { return m_office->store(); }
    void addPerson(const QString &name, bool active = true)
    {
        QList<QPair<QString, QString>> values{{u"name"_s, name}};
        if (!active)
            values.append({u"active"_s, u"no"_s});
        const auto plan = planUser(m_office->schema(), 0, values, store().user());
        QVERIFY(plan && store().commitAndWait(*plan));
    }
    User person(const QString &name)
    {
        for (const User &user : m_office->schema().users()) {
            if (user.name == name)
                return user;
        }
        return {};
    }
    QString mention(const QString &name) { return mentionText(name, person(name).uid); }
    CommentEdit &text() { return *m_page->findChild<CommentEdit *>(u"commentText"_s); }
    QListWidget *people() { return m_window->findChild<QListWidget *>(u"mentionPeople"_s); }
    QStringList offered()
    {
        QStringList names;
        for (int row = 0; people() && people()->isVisible() && row < people()->count(); ++row)
            names << people()->item(row)->text();
        return names;
    }
    /// Keys of whatever layout: QTest knows those of ASCII.
    void type(const QString &keys)
    {
        for (const QChar key : keys)
            QTest::sendKeyEvent(QTest::Click, &text(), Qt::Key_unknown, QString(key), Qt::NoModifier);
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&text(), Qt::Key(key), modifiers); }
    QString last()
    {
        auto found = store().reader().connection.scalar(
            u"SELECT text FROM comment WHERE deleted_at IS NULL ORDER BY id DESC"_s, {});
        return found ? found->toString() : QString();
    }

private slots:
    void init()
    {
        m_office = std::make_unique<TestOffice>();
        m_lead = {m_office->typeId(u"lead"_s), m_office->create(u"lead"_s, {{u"title"_s, u"One"_s}}), {}};
        addPerson(u"Анна Орлова"_s);
        addPerson(u"Антон Белов"_s);
        addPerson(u"Maria [IT]"_s);
        addPerson(u"Антонина Бывшая"_s, false);
        m_window = std::make_unique<QWidget>();
        m_window->resize(600, 600);
        m_page = new CommentPage(store(), m_window.get());
        m_page->resize(600, 200);
        m_page->setItem(m_lead);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_page->takeFocus();
        QTRY_VERIFY(text().hasFocus());
    }
    void cleanup()
    {
        m_window.reset();
        m_office.reset();
    }

    void whoWorksHereIsOfferedAndNamed()
    {
        type(u"Ask @ан"_s);
        QCOMPARE(offered(), QStringList({u"Анна Орлова"_s, u"Антон Белов"_s}));
        press(Qt::Key_Down);
        press(Qt::Key_Return);
        QCOMPARE(offered(), QStringList());
        type(u"please"_s);
        QCOMPARE(text().toPlainText(), u"Ask @Антон Белов please"_s);
        QCOMPARE(text().markdown(), u"Ask %1 please"_s.arg(mention(u"Антон Белов"_s)));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(last(), u"Ask %1 please"_s.arg(mention(u"Антон Белов"_s)));
        QTRY_VERIFY(text().toPlainText().isEmpty());
        QCOMPARE(*countUnread(store().reader(), person(u"Антон Белов"_s).id), 1);
    }

    void aNameIsFoundByItsPartsInEitherLayout()
    {
        type(u"@jhk"_s); // "орл" on the other layout
        QCOMPARE(offered(), QStringList(u"Анна Орлова"_s));
        press(Qt::Key_Tab);
        QVERIFY(text().hasFocus());
        type(u"@ант бел"_s);
        QCOMPARE(offered(), QStringList(u"Антон Белов"_s));
        QTest::mouseClick(people()->viewport(), Qt::LeftButton, {}, people()->visualItemRect(people()->item(0)).center());
        type(u"@it"_s);
        press(Qt::Key_Enter);
        QCOMPARE(text().toPlainText(), u"@Анна Орлова @Антон Белов @Maria [IT] "_s);
        QCOMPARE(mentionsIn(text().markdown()).size(), 3);
    }

    void nothingIsOfferedWhereNobodyIsMeant()
    {
        type(u"mail@ан"_s);
        QCOMPARE(offered(), QStringList());
        type(u" @нет такого"_s);
        QCOMPARE(offered(), QStringList());
        type(u" @а"_s);
        QVERIFY(!offered().isEmpty());
        press(Qt::Key_Escape);
        QCOMPARE(offered(), QStringList());
        type(u"н"_s); // it stays shut for this one
        QCOMPARE(offered(), QStringList());
        type(u" @а"_s);
        QVERIFY(!offered().isEmpty());
        press(Qt::Key_Left);
        press(Qt::Key_Left);
        QCOMPARE(offered(), QStringList());
        press(Qt::Key_Right); // passes it
        QCOMPARE(offered(), QStringList());
        press(Qt::Key_Return, Qt::ControlModifier); // saves what stands there
        QTRY_COMPARE(last(), u"mail@ан @нет такого @ан @а"_s);
    }

    void theButtonStandsForTheSign()
    {
        type(u"Hello"_s);
        QTest::mouseClick(m_page->findChild<QToolButton *>(u"commentMention"_s), Qt::LeftButton);
        QCOMPARE(text().toPlainText(), u"Hello @"_s);
        QTRY_COMPARE(offered().size(), 3); // but who writes
        type(u"mar"_s);
        press(Qt::Key_Return);
        QCOMPARE(text().markdown(), u"Hello %1 "_s.arg(mention(u"Maria [IT]"_s)));
    }

    /// A layout may have the sign nowhere.
    void keysStandForTheSign()
    {
        type(u"Ask"_s);
        press(Qt::Key_M, Qt::ControlModifier);
        QCOMPARE(text().toPlainText(), u"Ask @"_s);
        QTRY_VERIFY(offered().contains(u"Антон Белов"_s));
    }

    void aMentionThatIsBrokenIsText()
    {
        type(u"@анна"_s);
        press(Qt::Key_Return);
        press(Qt::Key_Backspace); // the space
        type(u", hello"_s);
        QCOMPARE(text().markdown(), mention(u"Анна Орлова"_s) + u", hello"_s);
        press(Qt::Key_Home);
        press(Qt::Key_Right);
        press(Qt::Key_Right);
        type(u"x"_s);
        QCOMPARE(text().markdown(), u"@Аxнна Орлова, hello"_s);
        press(Qt::Key_Backspace);
        QCOMPARE(text().markdown(), mention(u"Анна Орлова"_s) + u", hello"_s);
        press(Qt::Key_Delete);
        QCOMPARE(text().markdown(), u"@Ана Орлова, hello"_s);
        text().undo();
        QCOMPARE(text().markdown(), mention(u"Анна Орлова"_s) + u", hello"_s);
        // Two side by side are two.
        press(Qt::Key_Home);
        type(u"@анна"_s);
        press(Qt::Key_Return);
        press(Qt::Key_Backspace);
        QCOMPARE(text().markdown(), mention(u"Анна Орлова"_s) + mention(u"Анна Орлова"_s) + u", hello"_s);
    }

    void aCommentThatIsThereIsEditedAsItIsSeen()
    {
        const QString stored = u"First line\n%1 and %2"_s.arg(mentionText(u"Аня"_s, person(u"Анна Орлова"_s).uid),
                                                              mentionText(u"Gone"_s, makeUid()));
        QVERIFY(store().commitAndWait(planComment(m_lead, stored)));
        auto id = store().reader().connection.scalar(u"SELECT max(id) FROM comment"_s, {});
        m_page->edit(id->toLongLong(), stored);
        QCOMPARE(text().toPlainText(), u"First line\n@Анна Орлова and @Gone"_s); // she is called so now
        QVERIFY(!m_page->hasUnsaved());
        type(u"!"_s);
        QVERIFY(m_page->hasUnsaved());
        QVERIFY(m_page->saveNow());
        QCOMPARE(last(), QString(stored).replace(u"Аня"_s, u"Анна Орлова"_s) + u'!');
    }

    void aPastedPictureStandsInTheComment()
    {
        QImage picture(40, 20, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QGuiApplication::clipboard()->setImage(picture);
        type(u"See"_s);
        press(Qt::Key_Space);
        press(Qt::Key_V, Qt::ControlModifier);
        type(u"please"_s);
        const QList<TextPicture> written = picturesIn(text().markdown());
        QCOMPARE(written.size(), 1);
        QCOMPARE(text().toPlainText(), u"See [%1] please"_s.arg(written[0].name));
        press(Qt::Key_Return, Qt::ControlModifier); // though it may still be read
        QTRY_VERIFY(!last().isEmpty());
        const QList<TextPicture> stored = picturesIn(last());
        QCOMPARE(stored.size(), 1);
        QCOMPARE(last(), u"See %1 please"_s.arg(pictureText(written[0].name, stored[0].digest)));
        const auto bytes = readContent(store().reader().connection, stored[0].digest);
        QVERIFY(bytes);
        QCOMPARE(QImage::fromData(*bytes).pixelColor(5, 5), QColor(Qt::red));
        const auto file = readAttachment(store().reader(), stored[0].digest);
        QVERIFY(file && file->owner == m_lead);
        QCOMPARE(readAttachments(store().reader(), m_lead)->size(), 0); // it is the comment's
        QTRY_VERIFY(text().toPlainText().isEmpty());
        QCOMPARE(readTimeline(store().reader(), m_lead, {}, 10)->entries.size(), 2); // with how it began
        const auto id = store().reader().connection.scalar(u"SELECT max(id) FROM comment"_s, {});
        m_page->edit(id->toLongLong(), last());
        QVERIFY(!m_page->hasUnsaved());
        type(u"!"_s);
        QVERIFY(m_page->saveNow());
        QCOMPARE(picturesIn(last()), stored);
    }

    void aFileThatIsNoPictureIsToldAndOneThatCannotBeReadIsLetGo()
    {
        QTemporaryDir folder;
        const QString notes = folder.filePath(u"notes.txt"_s);
        QVERIFY(QFile(notes).open(QIODevice::WriteOnly));
        const QString shot = folder.filePath(u"shot.png"_s);
        QVERIFY(QFile(shot).open(QIODevice::WriteOnly));
        const auto paste = [](const QStringList &paths) {
            auto *data = new QMimeData;
            QList<QUrl> urls;
            for (const QString &path : paths)
                urls << QUrl::fromLocalFile(path);
            data->setUrls(urls);
            QGuiApplication::clipboard()->setMimeData(data);
        };
        QSignalSpy given(m_page, &CommentPage::filesGiven);
        QSignalSpy failed(m_page, &CommentPage::failed);
        type(u"Here: "_s);
        paste({notes, shot});
        press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given[0][0].toStringList(), QStringList(notes));
        QCOMPARE(text().toPlainText(), u"Here: [shot.png] "_s);
        const QString large = folder.filePath(u"large.png"_s);
        QVERIFY(QFile(large).open(QIODevice::WriteOnly) && QFile::resize(large, largestContent + 1));
        paste({large});
        press(Qt::Key_V, Qt::ControlModifier);
        press(Qt::Key_Return, Qt::ControlModifier); // is not saved without it
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(picturesIn(text().markdown()).size(), 1);
        QCOMPARE(last(), QString());
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(picturesIn(last()).size(), 1);
    }

    void whatIsRefusedStaysAsTyped()
    {
        QSignalSpy failed(m_page, &CommentPage::failed);
        QVERIFY(store()
                    .maintain<bool>([](Connection &connection) -> Result<bool> {
                        auto done = connection.run(u"CREATE TRIGGER refused BEFORE INSERT ON comment "
                                                   "BEGIN SELECT RAISE(ABORT, 'no'); END"_s);
                        return done ? Result<bool>(true) : Result<bool>(done.error());
                    })
                    .result());
        type(u"A long thought about @анна"_s);
        press(Qt::Key_Return);
        const QString typed = text().markdown();
        QTest::mouseClick(m_page->findChild<QPushButton *>(u"commentSave"_s), Qt::LeftButton);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(text().markdown(), typed);
        QVERIFY(!text().isReadOnly());
        QVERIFY(m_page->findChild<QPushButton *>(u"commentSave"_s)->isEnabled());
        QVERIFY(m_page->hasUnsaved());
        QVERIFY(!m_page->saveNow());
        QCOMPARE(text().markdown(), typed);
        // Whoever leaves while it is being saved waits for that: what was refused stands here.
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_page->isSaving());
        QVERIFY(!m_page->settle());
        QVERIFY(!m_page->isSaving() && m_page->hasUnsaved());
        QCOMPARE(text().markdown(), typed);
    }
};

KARTOTEKA_UI_TEST(tst_mention_typing, TestMentionTyping)
#include "tst_mention_typing.moc"
