// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/single_instance.h"
#include "app/desktop/windows.h"
#include "core/store/file/output_file.h"

#include <QApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

using namespace Kartoteka;
using namespace Qt::StringLiterals;

namespace {

/// Tells a person's running program from those of others on the machine.
QString instanceName()
{
    const QByteArray person = QCryptographicHash::hash(QDir::homePath().toUtf8(), QCryptographicHash::Sha1).toHex();
    return u"kartoteka-"_s + QString::fromLatin1(person.left(12));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"Kartoteka"_s);
    QApplication::setOrganizationName(u"Kartoteka"_s);
    QApplication::setApplicationVersion(QStringLiteral(KARTOTEKA_VERSION));

    removeLeftovers();
    // What is remembered of files and seats concerns nobody else on this computer.
    QFile::setPermissions(QSettings().fileName(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QStringList paths;
    for (const QString &argument : QApplication::arguments().mid(1))
        paths << QFileInfo(argument).absoluteFilePath();
    SingleInstance instance(instanceName());
    if (instance.handOver(paths))
        return 0;
    Windows windows;
    QObject::connect(&instance, &SingleInstance::startedAgain, &windows, &Windows::openPaths);
    const QString last = QSettings().value(u"last"_s).toString();
    const bool database = std::any_of(paths.begin(), paths.end(),
                                      [](const QString &path) { return !path.endsWith(u".kartoteka-exchange"_s); });
    windows.open(!database && QFileInfo::exists(last) ? last : QString());
    if (!paths.isEmpty())
        windows.openPaths(paths);
    return QApplication::exec();
}
