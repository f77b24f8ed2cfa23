// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/person.h"
#include "tests/support/test_office.h"
#include "views/shell/main_window.h"
#include "views/shell/office_widget.h"
#include "views/shell/section_page.h"

#include <QObject>

namespace Kartoteka {

/// What tests of the window have in common: an office of their own, a real window over it, and settings that are nobody's.
/// KARTOTEKA_LANGUAGE and KARTOTEKA_DARK choose how it looks, KARTOTEKA_PICTURES names a folder for pictures to look at.
class WindowTest : public QObject
{
    Q_OBJECT

protected:
    std::unique_ptr<TestOffice> m_office;
    std::unique_ptr<MainWindow> m_window;

    /// For initTestCase(), init() and cleanup().
    static void setLook();
    void makeOffice();
    void clear();
    /// Closes the office that was filled and opens it in a window.
    void openWindow();

    OfficeWidget &office() { return *m_window->office(); }
    Store &store() { return office().store(); }
    SectionPage &page() { return *office().section(); }
    Person person() { return Person(*m_window); }
    qint64 typeId(const QString &code) { return store().schema()->type(code)->id; }

    static void picture(QWidget *widget, const QString &name);
};

} // namespace Kartoteka
