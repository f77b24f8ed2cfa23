// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/patience.h"
#include "tests/support/ui_test.h"
#include "views/widgets/wait_dialog.h"

#include <QApplication>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSemaphore>
#include <QTest>
#include <QTimer>

using namespace Kartoteka;

/// Waiting for work that the window cannot go on without.
class TestWaitDialog : public QObject
{
    Q_OBJECT

    static WaitDialog *dialog() { return qobject_cast<WaitDialog *>(QApplication::activeModalWidget()); }
    static bool says(const QString &text)
    {
        const auto labels = dialog() ? dialog()->findChildren<QLabel *>() : QList<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->text() == text; });
    }

private slots:
    void shortWorkShowsNothing()
    {
        bool shown = false;
        QTimer::singleShot(0, this, [&] { shown = dialog(); });
        const auto done = WaitDialog::run(nullptr, u"Title"_s, u"Text"_s,
                                          [](const WaitDialog::Say &, const CancelToken &) { return Result<void>(); });
        QVERIFY(done);
        QCoreApplication::processEvents();
        QVERIFY(!shown);
    }

    void longWorkSaysHowFarItIs()
    {
        QSemaphore seen;
        QString problem = u"the dialog never showed"_s;
        QTimer::singleShot(0, this, [&] {
            problem = !QTest::qWaitFor([] { return says(u"Step two"_s); }, patienceMs) ? u"no step"_s
                : !says(u"Why it takes long"_s)                                        ? u"no reason"_s
                                                                                       : QString();
            seen.release();
        });
        const auto done = WaitDialog::run(nullptr, u"Title"_s, u"Why it takes long"_s,
                                          [&](const WaitDialog::Say &say, const CancelToken &) -> Result<void> {
                                              say(u"Step one"_s);
                                              say(u"Step two"_s);
                                              seen.acquire();
                                              return Error{ErrorCode::File, u"The disk is gone"_s, {}, {}};
                                          });
        QCOMPARE(problem, QString());
        QVERIFY(!done);
        QCOMPARE(done.error().message, u"The disk is gone"_s);
    }

    void workThatIsCountedShowsHowMuchIsDone()
    {
        QSemaphore seen;
        int value = -1;
        QTimer::singleShot(0, this, [&] {
            (void)QTest::qWaitFor(
                [&] {
                    const auto *bar = dialog() ? dialog()->findChild<QProgressBar *>() : nullptr;
                    value = bar && bar->maximum() == 300 ? bar->value() : -1;
                    return value == 120;
                },
                patienceMs);
            seen.release();
        });
        const auto done = WaitDialog::run(nullptr, u"Title"_s, u"Text"_s,
                                          [&](const WaitDialog::Say &say, const CancelToken &) -> Result<void> {
                                              say.progress(120, 300);
                                              seen.acquire();
                                              return {};
                                          });
        QVERIFY(done);
        QCOMPARE(value, 120);
    }

    /// By the button and by Escape: the work is asked to stop, and the dialog stays until it has.
    void cancelStopsTheWork_data()
    {
        QTest::addColumn<bool>("byKey");
        QTest::newRow("button") << false;
        QTest::newRow("escape") << true;
    }
    void cancelStopsTheWork()
    {
        QFETCH(const bool, byKey);
        QSemaphore finish;
        bool stayed = false;
        QTimer::singleShot(0, this, [&] {
            if (QTest::qWaitFor([] { return dialog() != nullptr; }, patienceMs)) {
                auto *button = dialog()->findChild<QPushButton *>(u"waitCancel"_s);
                if (byKey)
                    QTest::keyClick(dialog(), Qt::Key_Escape);
                else
                    QTest::mouseClick(button, Qt::LeftButton);
                QCoreApplication::processEvents();
                stayed = dialog() && !button->isEnabled();
            }
            finish.release();
        });
        const auto done = WaitDialog::run(
            nullptr, u"Title"_s, u"Text"_s, [&](const WaitDialog::Say &, const CancelToken &cancel) -> Result<void> {
                finish.acquire();
                return cancel.isCancelled() ? Result<void>(Error{ErrorCode::Cancelled, u"Stopped"_s, {}, {}})
                                            : Result<void>();
            });
        QVERIFY(stayed);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
        QVERIFY(!dialog());
    }
};

KARTOTEKA_UI_TEST(tst_wait_dialog, TestWaitDialog)
#include "tests/support/patience.h"
#include "tst_wait_dialog.moc"
