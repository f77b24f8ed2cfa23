// SPDX-License-Identifier: GPL-3.0-or-later
// The office and a laptop, each in a window of its own: a seat is made, both work, files go to and fro.
#include "core/base/sealed_file.h"
#include "core/exchange/conflicts.h"
#include "core/items/attachments.h"
#include "core/items/item_acts.h"
#include "core/items/item_queries.h"
#include "core/schema/language.h"
#include "core/store/upkeep/database_file.h"
#include "tests/support/person.h"
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/board/board_view.h"
#include "views/card/card_files.h"
#include "views/card/card_panel.h"
#include "views/card/timeline_view.h"
#include "views/dialogs/merge_dialog.h"
#include "views/exchange/conflicts_dialog.h"
#include "views/exchange/exchange_desk.h"
#include "views/exchange/preview_dialog.h"
#include "views/exchange/seats_dialog.h"
#include "views/exchange/write_dialog.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/section_page.h"
#include "views/theme/theme.h"
#include "views/widgets/toast.h"

#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QTest>

using namespace Kartoteka;

class TestExchangeWindow final : public QObject
{
    Q_OBJECT

    static constexpr int longWaitMs = 60'000;

    std::unique_ptr<TestOffice> m_files;
    std::unique_ptr<MainWindow> m_office;
    std::unique_ptr<MainWindow> m_laptop;
    qint64 m_lead = 0;

    QString path(const QString &name) const { return m_files->folder() + u'/' + name; }

    static Store &storeOf(MainWindow &window) { return window.office()->store(); }
    static qint64 leads(MainWindow &window) { return storeOf(window).schema()->type(u"lead"_s)->id; }
    QString titleAt(MainWindow &window) const { return itemTitle(storeOf(window).reader(), {leads(window), m_lead, {}}); }

    void rename(MainWindow &window, const QString &title) const
    {
        ChangeSet changes;
        changes.kind = u"edit"_s;
        changes.update(u"lead"_s, m_lead, {{u"title"_s, title}});
        QVERIFY(storeOf(window).commitAndWait(changes));
    }

    /// For looking at: KARTOTEKA_PICTURES names a folder.
    static void picture(QWidget *widget, const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("KARTOTEKA_PICTURES"); !folder.isEmpty()) {
            Person::settle(200);
            widget->grab().save(folder + u'/' + name + u".png"_s);
        }
    }

    static void answerMessage()
    {
        Person::whenOffered(u"askClose"_s, [](QWidget *box) {
            picture(box, u"message"_s);
            Person::click(box->findChild<QWidget *>(u"askClose"_s));
        });
    }

    /// By the menu: File, New seat for a laptop.
    bool makeSeat()
    {
        Person::chooseFile(path(u"laptop.kartoteka"_s));
        Person::whenOffered(u"askLine"_s, [](QWidget *asked) {
            Person::type(asked->findChild<QLineEdit *>(), u"Мария Иванова"_s);
            Person::press(asked, Qt::Key_Return);
        });
        answerMessage();
        m_office->action(u"newSeat"_s)->trigger();
        return Person::waitUntil([this] { return QFileInfo::exists(path(u"laptop.kartoteka"_s)); }, longWaitMs);
    }

    bool write(MainWindow &window, const QString &file, const QString &passphrase = {})
    {
        Person::chooseFile(path(file));
        Person::whenShown<WriteDialog>([passphrase](WriteDialog *dialog) {
            picture(dialog, u"write"_s);
            if (!passphrase.isEmpty()) {
                Person::type(dialog->findChild<QWidget *>(u"exchangePassphrase"_s), passphrase);
                QVERIFY(!dialog->findChild<QPushButton *>(u"exchangeWrite"_s)->isEnabled());
                QVERIFY(!dialog->findChild<QLabel *>(u"exchangeWriteProblem"_s)->text().isEmpty()); // and it says why
                Person::type(dialog->findChild<QWidget *>(u"exchangePassphraseAgain"_s), passphrase);
            }
            Person::click(dialog->findChild<QWidget *>(u"exchangeWrite"_s));
        });
        window.action(u"exchangeWrite"_s)->trigger();
        return Person::waitUntil([&] { return QFileInfo::exists(path(file)); }, longWaitMs);
    }

    /// By dropping the file on the window.
    static void drop(MainWindow &window, const QString &file)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &enter);
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window, &event);
    }

    void accept(const std::function<void(PreviewDialog *)> &look = {})
    {
        Person::whenShown<PreviewDialog>([look](PreviewDialog *dialog) {
            picture(dialog, u"preview"_s);
            if (look)
                look(dialog);
            Person::click(dialog->findChild<QWidget *>(u"exchangeAccept"_s));
        });
    }

private slots:
    void initTestCase()
    {
        installLanguage(qEnvironmentVariable("KARTOTEKA_LANGUAGE", u"en"_s));
        const bool dark = qEnvironmentVariableIsSet("KARTOTEKA_DARK");
        applyAppearance(*qobject_cast<QApplication *>(QCoreApplication::instance()),
                        dark ? Appearance::Dark : Appearance::Light);
    }

    void init()
    {
        m_files = std::make_unique<TestOffice>();
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_files->folder());
        QSettings().clear();
        m_lead = m_files->create(u"lead"_s, {{u"title"_s, u"Поставка труб"_s}});
        m_files->close();
        m_office = std::make_unique<MainWindow>();
        m_office->show();
        QVERIFY(m_office->openFile(m_files->path()));
        QVERIFY(makeSeat());
        m_laptop = std::make_unique<MainWindow>();
        m_laptop->show();
        QVERIFY(Person::waitUntil([this] { return m_laptop->openFile(path(u"laptop.kartoteka"_s)); }));
    }

    void cleanup()
    {
        m_laptop.reset();
        m_office.reset();
        m_files.reset();
    }

    void theSeatWorksAsItsPerson()
    {
        const Store &store = storeOf(*m_laptop);
        QCOMPARE(store.schema()->user(store.user())->name, u"Мария Иванова"_s);
    }

    void aDroppedFileIsShownThenReadThenUndone()
    {
        const EntityType lead = *storeOf(*m_laptop).schema()->type(u"lead"_s);
        QVERIFY(storeOf(*m_laptop).commitAndWait(
            planCreate(*storeOf(*m_laptop).schema(), lead, {{u"title"_s, u"From the road"_s}})));
        rename(*m_laptop, u"Pipes"_s);
        QVERIFY(write(*m_laptop, u"a.kartoteka-exchange"_s));
        accept([](PreviewDialog *dialog) {
            const auto *table = dialog->findChild<QTableWidget *>(u"exchangeCounts"_s);
            QCOMPARE(table->rowCount(), 1);
            QCOMPARE(table->item(0, 1)->text(), u"1"_s);
            QCOMPARE(table->item(0, 2)->text(), u"1"_s);
        });
        drop(*m_office, path(u"a.kartoteka-exchange"_s));
        QVERIFY(Person::waitUntil([this] { return titleAt(*m_office) == u"Pipes"; }, longWaitMs));
        QVERIFY(findByNumber(storeOf(*m_office).reader(), leads(*m_office), u"S2-1"_s));
        Person::settle();
        picture(m_office.get(), u"read"_s);
        Person(*m_office).shortcut(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(Person::waitUntil([this] { return titleAt(*m_office) == u"Поставка труб"; }));
        QVERIFY(!findByNumber(storeOf(*m_office).reader(), leads(*m_office), u"S2-1"_s));
    }

    void aConflictIsSettledInTheTimeline()
    {
        rename(*m_laptop, u"At the laptop"_s);
        QTest::qWait(5); // the office is the later one
        rename(*m_office, u"At the office"_s);
        QVERIFY(write(*m_laptop, u"a.kartoteka-exchange"_s));
        accept();
        // The report tells of the conflict.
        drop(*m_office, path(u"a.kartoteka-exchange"_s));
        const auto open = [this] { return *countOpenConflicts(storeOf(*m_office).reader().connection); };
        QVERIFY(Person::waitUntil([&] { return open() == 1; }, longWaitMs));
        Person::settle();
        auto *report = m_office->findChild<PreviewDialog *>();
        QVERIFY(report);
        picture(report, u"report"_s);
        Person::click(report->findChild<QWidget *>(u"exchangeConflicts"_s));
        QVERIFY(Person::waitUntil([this] { return m_office->findChild<ConflictsDialog *>() != nullptr; }));
        auto *overview = m_office->findChild<ConflictsDialog *>();
        picture(overview, u"conflicts"_s);
        Person::click(overview->findChild<QWidget *>(u"conflictOpen"_s));
        QVERIFY(Person::waitUntil([this] { return m_office->office()->card()->isVisible(); }));
        Person::settle(600);
        picture(m_office.get(), u"timeline"_s);
        auto *timeline = m_office->findChild<TimelineView *>(u"timeline"_s);
        QVERIFY(timeline);
        int row = 0;
        while (row < timeline->model()->rowCount() && timeline->conflictButton(row, true).isNull())
            ++row;
        QVERIFY(row < timeline->model()->rowCount());
        Person::click(timeline->viewport(), timeline->conflictButton(row, true).center());
        QVERIFY(Person::waitUntil([this] { return titleAt(*m_office) == u"At the laptop"; }));
        QCOMPARE(open(), 0);
        Person::settle(400);
        picture(m_office.get(), u"settled"_s);
    }

    void aPassphraseIsAskedFor()
    {
        rename(*m_laptop, u"Secret"_s);
        QVERIFY(write(*m_laptop, u"a.kartoteka-exchange"_s, u"correct horse"_s));
        Person::whenOffered(u"askLine"_s, [this](QWidget *asked) {
            picture(asked, u"passphrase"_s);
            Person::type(asked->findChild<QLineEdit *>(), u"correct horse"_s);
            accept();
            Person::press(asked, Qt::Key_Return);
        });
        drop(*m_office, path(u"a.kartoteka-exchange"_s));
        QVERIFY(Person::waitUntil([this] { return titleAt(*m_office) == u"Secret"; }, longWaitMs));
    }

    void theStatusTellsWhoHasWhat()
    {
        rename(*m_laptop, u"First"_s);
        QVERIFY(write(*m_laptop, u"a.kartoteka-exchange"_s));
        accept();
        drop(*m_office, path(u"a.kartoteka-exchange"_s));
        QVERIFY(Person::waitUntil([this] { return titleAt(*m_office) == u"First"; }, longWaitMs));
        auto *status = new SeatsDialog(storeOf(*m_office), {}, m_office.get());
        status->show();
        Person::settle();
        picture(status, u"status"_s);
        const auto *table = status->findChild<QTableWidget *>(u"seats"_s);
        QCOMPARE(table->rowCount(), 2);
        delete status;
    }

    void theSameClientAddedTwiceIsMergedFromTheReport()
    {
        const auto add = [](MainWindow &window, const QString &name, const QString &position) {
            const EntityType type = *storeOf(window).schema()->type(u"contact"_s);
            QVERIFY(storeOf(window).commitAndWait(planCreate(
                *storeOf(window).schema(), type,
                {{u"last_name"_s, name}, {u"position"_s, position}, {u"phone"_s, textMembers({u"+7 916 123-45-67"_s})}})));
        };
        add(*m_office, u"Щукина"_s, u"Director"_s);
        add(*m_laptop, u"Щукина Анна"_s, u"Accountant"_s);
        QVERIFY(write(*m_laptop, u"a.kartoteka-exchange"_s));
        accept();
        drop(*m_office, path(u"a.kartoteka-exchange"_s));
        QVERIFY(Person::waitUntil([this] { return m_office->findChild<PreviewDialog *>() != nullptr; }, longWaitMs));
        Person::settle();
        auto *report = m_office->findChild<PreviewDialog *>();
        picture(report, u"duplicates"_s);
        auto *line = report->findChild<QLabel *>(u"duplicate"_s);
        QVERIFY(line);
        Person::whenShown<MergeDialog>([](MergeDialog *dialog) {
            picture(dialog, u"merge"_s);
            auto *position = dialog->findChild<QComboBox *>(u"merge_position"_s);
            QVERIFY(position);
            Person::press(position, Qt::Key_Down);
            Person::click(dialog->findChild<QWidget *>(u"mergeAccept"_s));
        });
        emit line->linkActivated(u"merge"_s);
        Store &store = storeOf(*m_office);
        const qint64 contacts = store.schema()->type(u"contact"_s)->id;
        const auto known = [&] {
            auto ids = findByKey(store.reader(), contacts, u"+79161234567"_s);
            return ids ? *ids : QList<qint64>();
        };
        QVERIFY(Person::waitUntil([&] { return known().size() == 1; }));
        auto kept = readItem(store.reader(), {contacts, known().constFirst(), {}});
        QVERIFY(kept);
        QCOMPARE(kept->text(u"position"_s), u"Accountant"_s);
    }

    void aFileDroppedOnTheCardTravels()
    {
        QFile offer(path(u"Коммерческое предложение.txt"_s));
        QVERIFY(offer.open(QIODevice::WriteOnly));
        offer.write("120 metres");
        offer.close();
        m_laptop->office()->openItem({leads(*m_laptop), m_lead, {}});
        Person::settle(600);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(offer.fileName())});
        QWidget *card = m_laptop->office()->card();
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(card, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(card, &event);
        const auto filesAt = [this](MainWindow &window) {
            auto files = readAttachments(storeOf(window).reader(), {leads(window), m_lead, {}});
            return files ? *files : QList<Attachment>();
        };
        QVERIFY(Person::waitUntil([&] { return filesAt(*m_laptop).size() == 1; }));
        Person::settle(400);
        picture(m_laptop.get(), u"attached"_s);
        QVERIFY(write(*m_laptop, u"a.kartoteka-exchange"_s));
        accept();
        drop(*m_office, path(u"a.kartoteka-exchange"_s));
        QVERIFY(Person::waitUntil([&] { return filesAt(*m_office).size() == 1; }, longWaitMs));
        m_office->office()->card()->files()->saveTo(filesAt(*m_office).constFirst().id, path(u"saved.txt"_s));
        QVERIFY(Person::waitUntil([this] { return QFileInfo::exists(path(u"saved.txt"_s)); }));
        QFile saved(path(u"saved.txt"_s));
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), QByteArray("120 metres"));
    }

    void aFolderKeepsBothInStep()
    {
        QVERIFY(QDir().mkpath(path(u"cloud"_s)));
        m_office->office()->exchange()->setFolder({path(u"cloud"_s), {}});
        rename(*m_laptop, u"Through the folder"_s);
        m_laptop->office()->exchange()->setFolder({path(u"cloud"_s), {}});
        QVERIFY(Person::waitUntil([this] { return titleAt(*m_office) == u"Through the folder"; }, longWaitMs));
    }

    void aFolderIsEncryptedOnceItHasAPassphrase()
    {
        QVERIFY(QDir().mkpath(path(u"cloud"_s)));
        ExchangeDesk &office = *m_office->office()->exchange();
        const auto fileOfOffice = [this] {
            const QDir cloud(path(u"cloud"_s));
            const QStringList files = cloud.entryList({u"office-to-*.kartoteka-exchange"_s}, QDir::Files);
            return files.isEmpty() ? QString() : cloud.filePath(files.constFirst());
        };
        office.setFolder({path(u"cloud"_s), {}});
        QVERIFY(Person::waitUntil([&] { return !fileOfOffice().isEmpty(); }, longWaitMs));
        QVERIFY(!isSealed(fileOfOffice()));

        // The person says so on the status page.
        office.showStatus();
        auto *dialog = m_office->findChild<SeatsDialog *>();
        QVERIFY(dialog && Person::waitUntil([&] { return dialog->isVisible(); }));
        auto *state = dialog->findChild<QLabel *>(u"exchangeFolderState"_s);
        picture(dialog, u"folder"_s);
        Person::whenOffered(u"askLine"_s, [](QWidget *asked) {
            picture(asked, u"folder-passphrase"_s);
            Person::type(asked->findChild<QLineEdit *>(), u"correct horse"_s);
            Person::press(asked, Qt::Key_Return);
        });
        emit state->linkActivated(u"passphrase"_s);
        QCOMPARE(office.folder().passphrase, u"correct horse"_s);
        QVERIFY(!state->text().contains(u"not encrypted"));
        dialog->close();
        QVERIFY(Person::waitUntil([&] { return isSealed(fileOfOffice()); }, longWaitMs));

        rename(*m_laptop, u"In secret"_s);
        m_laptop->office()->exchange()->setFolder({path(u"cloud"_s), u"wrong"_s});
        QVERIFY(
            Person::waitUntil([this] { return m_laptop->office()->toast()->text().contains(u"passphrase"); }, longWaitMs));
        m_laptop->office()->exchange()->setFolder({path(u"cloud"_s), u"correct horse"_s});
        QVERIFY(Person::waitUntil([this] { return titleAt(*m_office) == u"In secret"; }, longWaitMs));
    }
};

KARTOTEKA_UI_TEST(tst_exchange_window, TestExchangeWindow)
#include "tst_exchange_window.moc"
