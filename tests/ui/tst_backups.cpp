// SPDX-License-Identifier: GPL-3.0-or-later
// The Backups dialog by mouse and keys: one made, one encrypted, one put back, how many are kept, and a damaged file.
#include "core/base/sealed_file.h"
#include "core/items/item_acts.h"
#include "core/store/upkeep/backup.h"
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/backup/backup_dialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

using namespace Kartoteka;

class TestBackups final : public WindowTest
{
    Q_OBJECT

    static constexpr int waitMs = 20'000;

    qint64 leads() { return store().reader().connection.scalar(u"SELECT count(*) FROM lead"_s)->toLongLong(); }
    void addLead(const QString &title)
    {
        QVERIFY(
            store().commitAndWait(planCreate(*store().schema(), *store().schema()->type(u"lead"_s), {{u"title"_s, title}})));
    }
    /// File, Backups… The dialog runs until @p acts has closed it.
    void withBackups(const std::function<void(BackupDialog *)> &acts)
    {
        Person::whenShown<BackupDialog>(acts);
        m_window->action(u"backups"_s)->trigger();
    }
    static QPushButton *button(QWidget *dialog, const QString &name) { return dialog->findChild<QPushButton *>(name); }
    /// "Back up now", sealed by @p passphrase unless that is empty; waits until it is in the list.
    static void backUp(BackupDialog *dialog, const QString &passphrase = {})
    {
        auto *list = dialog->findChild<QTableWidget *>(u"backupList"_s);
        const int before = list->rowCount();
        Person::whenNamed(u"backupQuestion"_s, [passphrase](QWidget *asked) {
            picture(asked, u"backup-question"_s);
            if (!passphrase.isEmpty()) {
                auto *words = asked->findChild<QLineEdit *>(u"backupPassphrase"_s);
                QVERIFY(!words->isEnabled());
                asked->findChild<QCheckBox *>(u"backupSealed"_s)->click();
                Person::type(words, passphrase.left(7));
                QVERIFY(!button(asked, u"backupMake"_s)->isEnabled()); // too short
                Person::type(words, passphrase.mid(7));
            }
            Person::click(button(asked, u"backupMake"_s));
        });
        Person::click(button(dialog, u"backupNow"_s));
        QTRY_COMPARE_WITH_TIMEOUT(list->rowCount(), before + 1, waitMs);
    }
    static int rowOf(BackupDialog *dialog, const QString &how)
    {
        auto *list = dialog->findChild<QTableWidget *>(u"backupList"_s);
        for (int row = 0; row < list->rowCount(); ++row) {
            if (list->item(row, 1)->text() == how)
                return row;
        }
        return -1;
    }
    static void confirmRestore()
    {
        Person::whenOffered(u"restoreConfirm"_s, [](QWidget *box) {
            picture(box, u"restore-question"_s);
            Person::click(box->findChild<QWidget *>(u"restoreConfirm"_s));
        });
    }

private slots:
    void initTestCase() { setLook(); }
    void init()
    {
        makeOffice();
        m_office->create(u"lead"_s, {{u"title"_s, u"Kept"_s}});
        openWindow();
    }
    void cleanup() { clear(); }

    void oneIsMadeAndPutBack()
    {
        withBackups([](BackupDialog *dialog) {
            backUp(dialog);
            picture(dialog, u"backups"_s);
            Person::press(dialog, Qt::Key_Escape);
        });
        addLead(u"Made after it"_s);
        QCOMPARE(leads(), 2);
        withBackups([this](BackupDialog *dialog) {
            QVERIFY(!button(dialog, u"backupRestore"_s)->isEnabled()); // nothing is chosen
            auto *list = dialog->findChild<QTableWidget *>(u"backupList"_s);
            list->setFocus();
            const int row = rowOf(dialog, BackupDialog::tr("manually"));
            QVERIFY(row >= 0);
            list->setCurrentCell(row, 0);
            confirmRestore();
            Person::click(button(dialog, u"backupRestore"_s));
        });
        QTRY_VERIFY_WITH_TIMEOUT(m_window->office(), waitMs);
        QTRY_COMPARE_WITH_TIMEOUT(leads(), 1, waitMs);
        // What stood there can be put back the same way.
        withBackups([](BackupDialog *dialog) {
            auto *list = dialog->findChild<QTableWidget *>(u"backupList"_s);
            const int row = rowOf(dialog, BackupDialog::tr("before restoring a backup"));
            QVERIFY(row >= 0);
            list->setCurrentCell(row, 0);
            confirmRestore();
            Person::press(list, Qt::Key_Return);
        });
        QTRY_VERIFY_WITH_TIMEOUT(m_window->office(), waitMs);
        QTRY_COMPARE_WITH_TIMEOUT(leads(), 2, waitMs);
    }

    void anEncryptedOneAsksForItsPassphrase()
    {
        const QString passphrase = u"three blind mice"_s;
        withBackups([passphrase](BackupDialog *dialog) {
            backUp(dialog, passphrase);
            Person::press(dialog, Qt::Key_Escape);
        });
        const QList<BackupFile> backups = backupsOf(m_office->path());
        const auto sealed = std::find_if(backups.begin(), backups.end(), [](const BackupFile &b) { return b.isSealed; });
        QVERIFY(sealed != backups.end());
        QVERIFY(isSealed(sealed->path));
        addLead(u"Made after it"_s);
        const auto putBack = [this](const QString &words) {
            withBackups([words](BackupDialog *dialog) {
                const int row = rowOf(dialog, BackupDialog::tr("manually") + u", "_s + BackupDialog::tr("encrypted"));
                QVERIFY(row >= 0);
                dialog->findChild<QTableWidget *>(u"backupList"_s)->setCurrentCell(row, 0);
                confirmRestore();
                Person::whenOffered(u"askLine"_s, [words](QWidget *asked) {
                    Person::type(asked->findChild<QLineEdit *>(), words);
                    Person::press(asked, Qt::Key_Return);
                });
                Person::click(button(dialog, u"backupRestore"_s));
            });
        };
        putBack(u"three blind cats"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->office(), waitMs);
        QCOMPARE(leads(), 2); // a wrong one changes nothing
        putBack(passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->office(), waitMs);
        QTRY_COMPARE_WITH_TIMEOUT(leads(), 1, waitMs);
    }

    void howManyAreKeptIsAskedAndShown()
    {
        withBackups([](BackupDialog *dialog) {
            Person::whenNamed(u"backupPlan"_s, [](QWidget *asked) {
                picture(asked, u"backup-plan"_s);
                asked->findChild<QSpinBox *>(u"planDays"_s)->setValue(30);
                Person::click(button(asked, u"planSave"_s));
            });
            for (QLabel *label : dialog->findChildren<QLabel *>()) {
                if (label->text().contains(u"href=\"plan\""))
                    emit label->linkActivated(u"plan"_s);
            }
            const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
            QVERIFY(std::any_of(labels.begin(), labels.end(), [](QLabel *label) {
                return label->text().contains(BackupDialog::tr("%n day(s)", nullptr, 30));
            }));
            Person::press(dialog, Qt::Key_Escape);
        });
        QCOMPARE(chosenBackupPlan().days, 30);
        QCOMPARE(chosenBackupPlan().weeks, BackupPlan().weeks);
    }

    void aDamagedFileOffersItsBackups()
    {
        withBackups([](BackupDialog *dialog) {
            backUp(dialog);
            Person::press(dialog, Qt::Key_Escape);
        });
        m_window->action(u"close"_s)->trigger();
        QVERIFY(!m_window->office());
        QFile file(m_office->path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(100);
        file.write(QByteArray(8000, 'x'));
        file.close();
        QVERIFY(!m_window->openFile(m_office->path()));
        auto *offer = m_window->findChild<QPushButton *>(u"welcomeBackups"_s);
        QVERIFY(offer && offer->isVisible());
        picture(m_window.get(), u"damaged"_s);
        Person::whenShown<BackupDialog>([](BackupDialog *dialog) {
            QVERIFY(!button(dialog, u"backupNow"_s)->isEnabled());
            dialog->findChild<QTableWidget *>(u"backupList"_s)->setCurrentCell(0, 0);
            confirmRestore();
            Person::click(button(dialog, u"backupRestore"_s));
        });
        Person::click(offer);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->office(), waitMs);
        QTRY_COMPARE_WITH_TIMEOUT(leads(), 1, waitMs);
    }
};

KARTOTEKA_UI_TEST(tst_backups, TestBackups)
#include "tst_backups.moc"
