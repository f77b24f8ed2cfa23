// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/single_instance.h"
#include "app/desktop/windows.h"
#include "core/base/texts.h"
#include "core/items/item_link.h"
#include "core/schema/language.h"
#include "core/store/file/output_file.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QTextStream>
#include <QUrl>

#include <optional>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

namespace {

/// Starts without a window, to remind of what is due.
const QString background = u"--background"_s;

/// Tells a running program from those of others on the machine, and from those that the same person runs with other settings:
/// programs that share their settings are one.
QString instanceName()
{
    const QString place = QDir::homePath() + u'\n'
        + QSettings().fileName(); // where those are in a registry all have one name
    const QByteArray digest = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha1).toHex();
    return u"kartoteka-"_s + QString::fromLatin1(digest.left(12));
}

bool asksAboutItself(int argc, char **argv)
{
    return std::any_of(argv + qMin(argc, 1), argv + argc, [](const char *argument) {
        return QByteArrayView(argument) == "--help" || QByteArrayView(argument) == "-h"
            || QByteArrayView(argument) == "--version";
    });
}

/// --help and --version, which open no window; an option that there is not is refused. @return the exit status; none when a window is wanted.
std::optional<int> answerAboutItself(const QStringList &arguments)
{
    for (const QString &argument : arguments) {
        if (!argument.startsWith(u'-') || argument == background)
            continue;
        installLanguage(QSettings().value(u"language"_s).toString());
        QTextStream out(stdout);
        if (argument == u"--version") {
            out << "Kartoteka " << QCoreApplication::applicationVersion() << Qt::endl;
            return 0;
        }
        if (argument == u"--help" || argument == u"-h") {
            out << Texts::tr(
                "Usage: kartoteka [--background] [FILE…|LINK]\nOpens files of Kartoteka, reads exchange files into the open one, "
                "or follows a link to an item in it.\n"
                "--background: reminds from the tray, without a window.\nThe command line is kartoteka-cli.")
                << Qt::endl;
            return 0;
        }
        QTextStream(stderr) << Texts::tr("There is no option %1.").arg(argument) << Qt::endl;
        return 2;
    }
    return std::nullopt;
}

/// What is to be opened, as the desktop or a shell names it: a link to an item as it is, a file by its path.
QString placeOf(const QString &argument)
{
    if (isItemLink(argument))
        return argument;
    const QUrl address(argument);
    return QFileInfo(address.isLocalFile() ? address.toLocalFile() : argument).absoluteFilePath();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(u"Kartoteka"_s);
    QCoreApplication::setOrganizationName(u"Kartoteka"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(KARTOTEKA_VERSION));
    if (asksAboutItself(argc, argv)) {
        const QCoreApplication plain(argc, argv); // there may be no display
        return *answerAboutItself(QCoreApplication::arguments().mid(1));
    }
    QApplication application(argc, argv);

    if (const auto answered = answerAboutItself(QApplication::arguments().mid(1)))
        return *answered;
    removeLeftovers();
    // What is remembered of files and seats concerns nobody else on this computer.
    QFile::setPermissions(QSettings().fileName(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QStringList paths;
    QStringList arguments = QApplication::arguments().mid(1);
    const bool isHidden = arguments.removeAll(background) > 0;
    for (const QString &argument : std::as_const(arguments))
        paths << placeOf(argument);
    SingleInstance instance(instanceName());
    if (instance.handOver(isHidden ? QStringList{background} : paths))
        return 0;
    Windows windows;
    QObject::connect(&instance, &SingleInstance::startedAgain, &windows, [&windows](const QStringList &wanted) {
        if (wanted != QStringList{background}) // it runs already
            windows.openPaths(wanted);
    });
    const QString last = QSettings().value(u"last"_s).toString();
    if (isHidden && windows.openHidden(paths.isEmpty() ? last : paths.constFirst()))
        return QApplication::exec();
    if (isHidden && paths.isEmpty() && !last.isEmpty())
        paths << last; // a window says why it cannot be opened
    const bool database = std::any_of(paths.begin(), paths.end(), [](const QString &path) {
        return !path.endsWith(u".kartoteka-exchange"_s) && !isItemLink(path);
    });
    windows.open(!database && QFileInfo::exists(last) ? last : QString());
    if (!paths.isEmpty())
        windows.openPaths(paths);
    return QApplication::exec();
}
