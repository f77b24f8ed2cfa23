// SPDX-License-Identifier: GPL-3.0-or-later
// The tour: the program, offscreen, walks a salesperson's first path and writes a picture of each step.
// With --gallery it takes every screen instead.
// usage: kartoteka-tour PICTURES SAMPLE.csv [--language ru|en] [--appearance light|dark] [--size WxH] [--points N] [--density usual|compact|roomy] [--prefix P] [--gallery LEADS]
#include "app/tour/gallery.h"
#include "app/tour/tour.h"

#include "core/demo/demo_data.h"
#include "core/office.h"
#include "core/schema/builtin_names.h"
#include "core/schema/language.h"
#include "core/store/upkeep/database_file.h"
#include "views/shell/main_window.h"
#include "views/shell/recent_files.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFontDatabase>
#include <QSettings>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTextStream>

using namespace Kartoteka;

namespace {

Result<void> makeOffice(const QString &path, int leads)
{
    const bool russian = nameLanguage() == u"ru";
    auto made = createDatabase(path,
                               {.language = nameLanguage(),
                                .userName = russian ? u"Анна Кузнецова"_s : u"Anna Smith"_s,
                                .login = systemLogin(),
                                .currency = russian ? u"RUB"_s : u"USD"_s,
                                .phoneRegion = russian ? u"RU"_s : u"US"_s},
                               systemClock());
    if (!made || leads == 0)
        return made;
    auto store = openOffice(path);
    if (!store)
        return store.error();
    DemoOptions options;
    options.leads = leads;
    options.language = nameLanguage();
    return fillDemo(**store, options);
}

/// A screen with room around the window: popups are kept on it, and the platform's own has 800 x 800 pixels.
void makeScreen(QTemporaryFile &described)
{
    if (qgetenv("QT_QPA_PLATFORM") != "offscreen" || !described.open())
        return;
    const double scale = qMax(1.0, qEnvironmentVariable("QT_SCALE_FACTOR").toDouble());
    described.write(u"{\"screens\": [{\"name\": \"tour\", \"x\": 0, \"y\": 0, \"width\": %1, \"height\": %2, "
                    "\"logicalDpi\": 96, \"logicalBaseDpi\": 96, \"dpr\": 1}]}"_s.arg(int(1920 * scale))
                        .arg(int(1200 * scale))
                        .toUtf8());
    described.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + described.fileName().toUtf8());
}

} // namespace

int main(int argc, char **argv)
{
    QTemporaryFile screen;
    makeScreen(screen);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"KartotekaTour"_s);
    QApplication::setOrganizationName(u"KartotekaTour"_s);
    QApplication::setApplicationVersion(u"tour"_s);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QCommandLineParser parser;
    parser.addPositionalArgument(u"pictures"_s, u"folder for the pictures"_s);
    parser.addPositionalArgument(u"sample"_s, u"CSV file of leads to import"_s);
    parser.addOption({u"language"_s, u"ru or en"_s, u"code"_s, u"en"_s});
    parser.addOption({u"appearance"_s, u"light, dark, starkLight or starkDark"_s, u"name"_s, u"light"_s});
    parser.addOption({u"size"_s, u"of the window"_s, u"WxH"_s, u"1360x860"_s});
    parser.addOption({u"points"_s, u"size of the font"_s, u"number"_s, u"10"_s});
    parser.addOption({u"density"_s, u"usual, compact or roomy"_s, u"name"_s, u"usual"_s});
    parser.addOption({u"gallery"_s, u"every screen of an office with so many leads instead of the walk"_s, u"number"_s});
    parser.addOption({u"prefix"_s, u"of the pictures' names"_s, u"text"_s});
    parser.process(application);
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() < 2)
        parser.showHelp(2);

    QTemporaryDir work;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, work.path());
    if (QFontDatabase::families().contains(u"Noto Sans"_s))
        QApplication::setFont(QFont(u"Noto Sans"_s, parser.value(u"points"_s).toInt()));
    installLanguage(parser.value(u"language"_s));
    applyAppearance(application, appearanceOf(parser.value(u"appearance"_s)), densityOf(parser.value(u"density"_s)));

    const QDir pictures(arguments[0]);
    QDir().mkpath(pictures.path());
    const QString sample = QFileInfo(arguments[1]).absoluteFilePath();
    MainWindow window;
    const QStringList size = parser.value(u"size"_s).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    Camera camera(window, pictures, parser.value(u"prefix"_s));
    if (parser.isSet(u"gallery"_s)) {
        const QString file = work.filePath(u"office.kartoteka"_s);
        if (auto made = makeOffice(file, parser.value(u"gallery"_s).toInt()); !made) {
            QTextStream(stderr) << made.error().message << '\n';
            return 1;
        }
        RecentFiles().note(work.filePath(u"gone.kartoteka"_s));
        window.openFile(file);
        Gallery gallery(window, camera, sample);
        gallery.office();
        window.action(u"close"_s)->trigger();
        gallery.startPage();
        return 0;
    }
    Tour tour(window, camera, {QDir(work.path()), sample});
    const bool whole = tour.walk();
    QTextStream(stdout) << (whole ? "The tour is done. Pictures: " : "The tour was cut short. Pictures: ")
                        << pictures.absolutePath() << '\n';
    return whole ? 0 : 1;
}
