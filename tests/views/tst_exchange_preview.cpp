// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_office.h"
#include "tests/support/ui_test.h"
#include "views/exchange/preview_dialog.h"

#include <QPushButton>
#include <QTest>

using namespace Kartoteka;

/// What is asked before an exchange file is read.
class TestExchangePreview final : public QObject
{
    Q_OBJECT

private slots:
    void enterReadsOnlyWhatIsTrusted_data()
    {
        QTest::addColumn<SenderTrust>("trust");
        QTest::addColumn<bool>("forMe");
        QTest::addColumn<bool>("reads");
        QTest::addRow("a seat, for this one") << SenderTrust::Known << true << true;
        QTest::addRow("for another seat") << SenderTrust::Known << false << false;
        QTest::addRow("a stranger") << SenderTrust::Stranger << true << false;
        QTest::addRow("a seat that is no more") << SenderTrust::Retired << true << false;
    }
    void enterReadsOnlyWhatIsTrusted()
    {
        QFETCH(SenderTrust, trust);
        QFETCH(bool, forMe);
        QFETCH(bool, reads);
        TestOffice office;
        ExchangeRead read;
        read.sender = u"Laptop"_s;
        read.trust = trust;
        read.forMe = forMe;
        QWidget window;
        PreviewDialog dialog(office.schema(), read, PreviewDialog::Moment::Before, &window);
        dialog.show();
        QTest::keyClick(&dialog, Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(dialog.result() == QDialog::Accepted, reads);
    }
};

KARTOTEKA_UI_TEST(tst_exchange_preview, TestExchangePreview)
#include "tst_exchange_preview.moc"
