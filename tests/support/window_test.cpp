// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/window_test.h"

#include "core/schema/language.h"
#include "models/board/board_model.h"
#include "views/section/board_section.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTest>

namespace Kartoteka {

void WindowTest::setLook()
{
    installLanguage(qEnvironmentVariable("KARTOTEKA_LANGUAGE", u"en"_s));
    applyAppearance(*qApp, qEnvironmentVariableIsSet("KARTOTEKA_DARK") ? Appearance::Dark : Appearance::Light);
}

void WindowTest::makeOffice()
{
    m_office = std::make_unique<TestOffice>();
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_office->folder());
    QSettings().clear();
}

void WindowTest::openWindow()
{
    m_office->close();
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1360, 860);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    QVERIFY(m_window->openFile(m_office->path()));
    QApplication::setActiveWindow(m_window.get()); // a slow disk is waited for in a window of its own
    QTRY_VERIFY(page().part<BoardSection>()->model()->columnCount() > 0);
    Person::settle();
}

void WindowTest::clear()
{
    m_window.reset();
    m_office.reset();
}

void WindowTest::picture(QWidget *widget, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("KARTOTEKA_PICTURES"); !folder.isEmpty()) {
        Person::settle(200);
        widget->grab().save(folder + u'/' + name + u".png"_s);
    }
}

} // namespace Kartoteka
