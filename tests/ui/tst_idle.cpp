// SPDX-License-Identifier: GPL-3.0-or-later
// A window that nobody works with does nothing: no page lays itself out or paints itself over and over.
#include "tests/support/ui_test.h"
#include "tests/support/window_test.h"
#include "views/card/card_panel.h"
#include "views/settings/settings_window.h"
#include "views/shell/welcome_page.h"

#include <QApplication>

using namespace Kartoteka;

class TestIdle final : public WindowTest
{
    Q_OBJECT

    /// Counts what is laid out and painted anew.
    class Unrest final : public QObject
    {
    public:
        int seen = 0;

        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::UpdateRequest)
                ++seen;
            return false;
        }
    };

    /// Whether it comes to rest: nothing happens in a while but that a text cursor blinks.
    static bool isCalm()
    {
        const auto rests = [] {
            Unrest unrest;
            qApp->installEventFilter(&unrest);
            QTest::qWait(500);
            return unrest.seen <= 2;
        };
        return QTest::qWaitFor(rests, patienceMs);
    }

    void everyViewIsCalm()
    {
        for (const Qt::Key view : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4}) {
            person().shortcut(view, Qt::ControlModifier);
            QVERIFY2(isCalm(), qPrintable(u"%1, view %2"_s.arg(page().objectName()).arg(view - Qt::Key_0)));
        }
    }

private slots:
    void initTestCase() { setLook(); }
    void cleanup() { clear(); }

    void withoutAFile()
    {
        makeOffice();
        m_office->close();
        MainWindow window;
        window.show();
        QVERIFY(window.welcome()->isVisible());
        QVERIFY(isCalm());
    }

    void pages_data()
    {
        QTest::addColumn<bool>("isEmpty");
        QTest::newRow("of an empty office") << true;
        QTest::newRow("with an item") << false;
    }
    void pages()
    {
        QFETCH(bool, isEmpty);
        makeOffice();
        if (!isEmpty)
            m_office->create(u"lead"_s, {{u"title"_s, u"Vector"_s}});
        openWindow();
        const SchemaPtr schema = store().schema();
        const QStringList empty{u"lead"_s, u"contact"_s, u"product"_s, u"activity"_s};
        for (const EntityType &type : schema->types()) {
            if (isEmpty ? !empty.contains(type.code) : type.code != u"lead")
                continue;
            QVERIFY2(office().showSection(type.id), qPrintable(type.code));
            everyViewIsCalm();
        }
        person().shortcut(Qt::Key_D, Qt::ControlModifier); // the day
        QVERIFY(isCalm());
        person().shortcut(Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(m_window->findChild<SettingsWindow *>());
        QVERIFY(isCalm());
    }

    void aCard()
    {
        makeOffice();
        const qint64 lead = m_office->create(u"lead"_s, {{u"title"_s, u"Vector"_s}});
        openWindow();
        office().openItem({typeId(u"lead"_s), lead, {}});
        QTRY_VERIFY(office().card()->isVisible());
        for (int tab = 0; tab < 6; ++tab) {
            QVERIFY2(isCalm(), qPrintable(u"tab %1"_s.arg(tab)));
            person().shortcut(Qt::Key_PageDown, Qt::ControlModifier);
        }
    }
};

KARTOTEKA_UI_TEST(tst_idle, TestIdle)

#include "tst_idle.moc"
