// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/recent_files.h"

#include "core/base/texts.h"

#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QSettings>
#include <QThreadPool>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFiles = 8;
const QString listKey = u"recentFiles"_s;
const QString earlierKey = u"recent"_s; ///< paths alone

} // namespace

QString openedText(const RecentFile &file)
{
    if (!file.openedAt.isValid())
        return {};
    const QLocale locale;
    const QString time = locale.toString(file.openedAt.time(), QLocale::ShortFormat);
    const QDate day = file.openedAt.date();
    const QDate today = QDate::currentDate();
    return day == today            ? Texts::tr("today %1").arg(time)
        : day == today.addDays(-1) ? Texts::tr("yesterday %1").arg(time)
                                   : locale.toString(day, QLocale::ShortFormat);
}

RecentFiles::RecentFiles(QObject *parent) : QObject(parent)
{
    read();
}

void RecentFiles::read()
{
    QSettings settings;
    m_files.clear();
    const int count = settings.beginReadArray(listKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        m_files << RecentFile{settings.value(u"path"_s).toString(), settings.value(u"openedAt"_s).toDateTime()};
    }
    settings.endArray();
    if (!m_files.isEmpty())
        return;
    for (const QString &path : settings.value(earlierKey).toStringList())
        m_files << RecentFile{path, {}};
}

void RecentFiles::write() const
{
    QSettings settings;
    settings.remove(listKey);
    settings.remove(earlierKey);
    settings.beginWriteArray(listKey, int(m_files.size()));
    for (int i = 0; i < m_files.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(u"path"_s, m_files[i].path);
        settings.setValue(u"openedAt"_s, m_files[i].openedAt);
    }
    settings.endArray();
}

void RecentFiles::note(const QString &path)
{
    read();
    m_files.removeIf([&path](const RecentFile &file) { return file.path == path; });
    m_files.prepend({path, QDateTime::currentDateTime()});
    m_files = m_files.first(qMin(mostFiles, m_files.size()));
    write();
    emit changed();
}

void RecentFiles::forget(const QString &path)
{
    read();
    m_files.removeIf([&path](const RecentFile &file) { return file.path == path; });
    write();
    look();
}

void RecentFiles::look()
{
    read();
    emit changed();
    QStringList paths;
    for (const RecentFile &file : std::as_const(m_files))
        paths << file.path;
    QThreadPool::globalInstance()->start([self = QPointer(this), paths] {
        QStringList missing = paths;
        missing.removeIf([](const QString &path) { return QFileInfo::exists(path); });
        // The application lives longer than the pool's threads; the list may be gone by then.
        QMetaObject::invokeMethod(
            qApp,
            [self, missing] {
                if (!self)
                    return;
                const QList<RecentFile> before = self->m_files;
                for (RecentFile &file : self->m_files)
                    file.isMissing = missing.contains(file.path);
                if (self->m_files != before)
                    emit self->changed();
            },
            Qt::QueuedConnection);
    });
}

} // namespace Kartoteka
