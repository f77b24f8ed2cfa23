// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/language.h"
#include "views/shell/main_window.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>

#include <functional>
#include <memory>

using namespace Kartoteka;

namespace {

Appearance chosenAppearance()
{
    const QString name = QSettings().value(u"appearance"_s).toString();
    return name == u"light" ? Appearance::Light : name == u"dark" ? Appearance::Dark : Appearance::System;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Kartoteka"_s);
    QApplication::setOrganizationName(u"Kartoteka"_s);
    QApplication::setApplicationVersion(QStringLiteral(KARTOTEKA_VERSION));

    std::unique_ptr<MainWindow> window;
    bool rebuilding = false;
    // Language and appearance take effect in a new window.
    std::function<void()> build = [&] {
        const QString path = QSettings().value(u"last"_s).toString();
        rebuilding = true;
        if (window)
            window->close();
        window.reset();
        installLanguage(QSettings().value(u"language"_s).toString());
        applyAppearance(application, chosenAppearance());
        window = std::make_unique<MainWindow>();
        QObject::connect(window.get(), &MainWindow::rebuildWanted, &application, [&build] { QTimer::singleShot(0, build); });
        window->show();
        rebuilding = false;
        if (!path.isEmpty())
            window->openLastFile();
    };
    QApplication::setQuitOnLastWindowClosed(false);
    QObject::connect(&application, &QApplication::lastWindowClosed, &application, [&rebuilding] {
        if (!rebuilding)
            QCoreApplication::quit();
    });
    build();
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() > 1)
        window->openAny(arguments[1]);
    const int status = QApplication::exec();
    window.reset();
    return status;
}
