// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/shell/recent_files.h"

#include "core/base/texts.h"

#include <QFileInfo>
#include <QLocale>
#include <QSettings>

#include <mutex>
#include <thread>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFiles = 8;
const QString listKey = u"recentFiles"_s;
const QString earlierKey = u"recent"_s; ///< paths alone

} // namespace

/// Where a look leaves what it found: nobody waits for a look, so it may outlive the list, and the program too.
struct RecentFiles::Mailbox
{
    std::mutex mutex;
    RecentFiles *owner = nullptr; ///< null: it is gone
};

QString openedText(const RecentFile &file)
{
    if (file.isMissing)
        return Texts::tr("no longer there");
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

RecentFiles::RecentFiles(QObject *parent) : QObject(parent), m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->owner = this;
    read();
}

RecentFiles::~RecentFiles()
{
    const std::lock_guard lock(m_mailbox->mutex);
    m_mailbox->owner = nullptr;
}

void RecentFiles::read()
{
    const QStringList missing = missingFiles();
    QSettings settings;
    m_files.clear();
    const int count = settings.beginReadArray(listKey);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        m_files << RecentFile{settings.value(u"path"_s).toString(), settings.value(u"openedAt"_s).toDateTime()};
    }
    settings.endArray();
    if (m_files.isEmpty()) {
        for (const QString &path : settings.value(earlierKey).toStringList())
            m_files << RecentFile{path, {}};
    }
    markMissing(missing); // as far as is known
}

QStringList RecentFiles::missingFiles() const
{
    QStringList paths;
    for (const RecentFile &file : m_files) {
        if (file.isMissing)
            paths << file.path;
    }
    return paths;
}

void RecentFiles::markMissing(const QStringList &paths)
{
    for (RecentFile &file : m_files)
        file.isMissing = paths.contains(file.path);
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
    m_files.prepend({path, QDateTime::currentDateTime()}); // it is there: it was opened
    m_files = m_files.first(qMin(mostFiles, m_files.size()));
    write();
    emit changed();
}

void RecentFiles::forget(const QStringList &paths)
{
    read();
    m_files.removeIf([&paths](const RecentFile &file) { return paths.contains(file.path); });
    write();
    emit changed();
}

void RecentFiles::look()
{
    const QList<RecentFile> before = m_files;
    read();
    if (m_files != before)
        emit changed();
    if (std::exchange(m_isLooking, true)) {
        m_looksAgain = true;
        return;
    }
    QStringList paths;
    for (const RecentFile &file : std::as_const(m_files))
        paths << file.path;
    std::thread([mailbox = m_mailbox, paths] {
        QStringList missing = paths;
        missing.removeIf([](const QString &path) { return QFileInfo::exists(path); });
        const std::lock_guard lock(mailbox->mutex);
        if (RecentFiles *owner = mailbox->owner)
            QMetaObject::invokeMethod(
                owner, [owner, paths, missing] { owner->take(paths, missing); }, Qt::QueuedConnection);
    }).detach();
}

void RecentFiles::take(const QStringList &looked, const QStringList &missing)
{
    const QList<RecentFile> before = m_files;
    QStringList all = missingFiles();
    all.removeIf([&looked](const QString &path) { return looked.contains(path); });
    markMissing(all + missing);
    if (m_files != before)
        emit changed();
    m_isLooking = false;
    if (std::exchange(m_looksAgain, false))
        look();
}

} // namespace Kartoteka
