// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/reminders/autostart.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

namespace Kartoteka {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Kartoteka::Autostart)
};

const QString hidden = u"--background"_s;

#ifdef Q_OS_WIN

const QString runKey = u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"_s;
const QString runName = u"Kartoteka"_s;

#elif defined(Q_OS_MACOS)

QString entryPath(const QString &home)
{
    return (home.isEmpty() ? QDir::homePath() : home) + u"/Library/LaunchAgents/org.kartoteka.Kartoteka.plist"_s;
}

QByteArray entryText(const QString &program)
{
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
           "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\"><dict><key>Label</key>"
           "<string>org.kartoteka.Kartoteka</string><key>ProgramArguments</key><array><string>%1</string><string>%2</string>"
           "</array><key>RunAtLoad</key><true/></dict></plist>\n"_s.arg(program.toHtmlEscaped(), hidden)
               .toUtf8();
}

#else

QString entryPath(const QString &home)
{
    const QString folder = home.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) : home;
    return folder + u"/autostart/kartoteka.desktop"_s;
}

/// As the Desktop Entry Specification wants it: in quotes, with backslashes before what means something.
QString quotedProgram(const QString &program)
{
    QString quoted;
    for (const QChar sign : program) {
        if (u"\"`$\\"_s.contains(sign))
            quoted += u"\\\\"_s; // the file takes one of the two
        quoted += sign == u'%' ? u"%%"_s : sign == u'\\' ? u"\\\\"_s : QString(sign);
    }
    return u'"' + quoted + u'"';
}

QByteArray entryText(const QString &program)
{
    return u"[Desktop Entry]\nType=Application\nName=Kartoteka\nExec=%1 %2\nIcon=kartoteka\nTerminal=false\n"
           "X-GNOME-Autostart-enabled=true\n"_s.arg(quotedProgram(program), hidden)
               .toUtf8();
}

#endif

} // namespace

Autostart::Autostart(const QString &program, const QString &home) : m_program(program), m_home(home)
{}

#ifdef Q_OS_WIN

bool Autostart::isOn() const
{
    return QSettings(runKey, QSettings::NativeFormat).contains(runName);
}

Result<void> Autostart::set(bool on) const
{
    QSettings run(runKey, QSettings::NativeFormat);
    if (on)
        run.setValue(runName, u"\"%1\" %2"_s.arg(QDir::toNativeSeparators(m_program), hidden));
    else
        run.remove(runName);
    run.sync();
    return run.status() == QSettings::NoError
        ? Result<void>()
        : Result<void>(Error{ErrorCode::File, Tr::tr("The system does not let the program start by itself."), {}, {}});
}

#else

bool Autostart::isOn() const
{
    return QFile::exists(entryPath(m_home));
}

Result<void> Autostart::set(bool on) const
{
    const QString path = entryPath(m_home);
    if (!on) {
        QFile entry(path);
        return !entry.exists() || entry.remove() ? Result<void>()
                                                 : Result<void>(Error{ErrorCode::File, entry.errorString(), path, {}});
    }
    QDir().mkpath(path.section(u'/', 0, -2));
    QSaveFile entry(path);
    if (!entry.open(QIODevice::WriteOnly) || entry.write(entryText(m_program)) < 0 || !entry.commit())
        return Error{ErrorCode::File, entry.errorString(), path, {}};
    return {};
}

#endif

} // namespace Kartoteka
