// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/publish/published_choice.h"

#include "views/widgets/file_chooser.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace Kartoteka {

using namespace Qt::StringLiterals;

PublishedChoice &PublishedChoice::of(Store &store)
{
    if (auto *known = store.findChild<PublishedChoice *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new PublishedChoice(store);
}

PublishedChoice::PublishedChoice(Store &store) : QObject(&store), m_store(store)
{
    connect(&store, &Store::userChanged, this, &PublishedChoice::changed);
}

QString PublishedChoice::key(const QString &name) const
{
    const QByteArray path = QFileInfo(m_store.path()).absoluteFilePath().toUtf8();
    const QString file = QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha1).toHex());
    return u"published/%1/%2/%3"_s.arg(file, QString::number(m_store.user()), name);
}

PublishedCalendar PublishedChoice::calendar() const
{
    const QSettings settings;
    return {m_store.user(), publishedContentOf(settings.value(key(u"holds"_s)).toString()).value_or(PublishedContent::Own),
            settings.value(key(u"path"_s)).toString()};
}

void PublishedChoice::chooseFolder(const QString &folder)
{
    QSettings settings;
    if (folder.isEmpty()) {
        settings.remove(key(u"path"_s));
    } else {
        // Two people, or two files, may keep theirs in one folder.
        const User *person = m_store.schema()->user(m_store.user());
        const QString name = QFileInfo(m_store.path()).completeBaseName() + u" - "_s
            + (person ? person->name : QString::number(m_store.user()));
        settings.setValue(key(u"path"_s), QDir(folder).filePath(plainFileName(name) + u".ics"_s));
    }
    emit changed();
}

void PublishedChoice::chooseContent(PublishedContent content)
{
    QSettings().setValue(key(u"holds"_s), publishedContentCode(content));
    emit changed();
}

} // namespace Kartoteka
