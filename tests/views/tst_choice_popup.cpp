// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ui_test.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/choice_popup.h"

#include <QListWidget>
#include <QScreen>
#include <QTest>

using namespace Kartoteka;

class TestChoicePopup : public QObject
{
    Q_OBJECT

private slots:
    /// What people call things may be long: the list stays on the screen, and the tip says the rest.
    void aLongNameStaysOnTheScreen()
    {
        const QString name = u"A name of many words "_s.repeated(12);
        QWidget window;
        ChoiceButton button(&window);
        button.setChoices({{u"a"_s, u"Short"_s}, {u"b"_s, name}});
        button.setFixedSize(120, 32);
        window.resize(120, 32);
        const QRect room = window.screen()->availableGeometry();
        window.move(room.right() - 120, room.top());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::mouseClick(&button, Qt::LeftButton);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        QVERIFY2(room.contains(popup->geometry()),
                 qPrintable(u"%1, %2; %3 x %4"_s.arg(popup->x()).arg(popup->y()).arg(popup->width()).arg(popup->height())));
        const auto *list = popup->findChild<QListWidget *>();
        QVERIFY(list && !list->item(1)->toolTip().isEmpty() && list->item(0)->toolTip().isEmpty());
        QTest::keyClick(popup->findChild<QListWidget *>(), Qt::Key_Escape);
    }
};

KARTOTEKA_UI_TEST(tst_choice_popup, TestChoicePopup)
#include "tst_choice_popup.moc"
