// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/publish/published_choice.h"

#include "views/widgets/file_chooser.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>

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

/// Two people, or two files, may keep theirs in one folder; a file of somebody else that bears the name stays as it is.
QString PublishedChoice::freePath(const QString &folder) const
{
    const SchemaPtr schema = m_store.schema();
    const User *person = schema->user(m_store.user());
    QString name = QFileInfo(m_store.path()).completeBaseName() + u" - "_s
        + (person ? person->name : QString::number(m_store.user()));
    const QList<User> &people = schema->users();
    const bool isOnly = std::ranges::count(people, person ? person->name : QString(), &User::name) <= 1;
    if (!isOnly)
        name += u" - "_s + (person->login.isEmpty() ? QString::number(person->id) : person->login);
    name = plainFileName(name);
    const QSettings settings;
    const QStringList own{settings.value(key(u"path"_s)).toString(), settings.value(key(u"last"_s)).toString()};
    QString path = QDir(folder).filePath(name + u".ics"_s);
    for (int number = 2; QFileInfo::exists(path) && !own.contains(path); ++number)
        path = QDir(folder).filePath(u"%1 %2.ics"_s.arg(name).arg(number));
    return path;
}

void PublishedChoice::chooseFolder(const QString &folder)
{
    QSettings settings;
    if (folder.isEmpty()) {
        settings.remove(key(u"path"_s));
    } else {
        const QString path = freePath(folder);
        settings.setValue(key(u"path"_s), path);
        settings.setValue(key(u"last"_s), path);
    }
    emit changed();
}

void PublishedChoice::chooseContent(PublishedContent content)
{
    QSettings().setValue(key(u"holds"_s), publishedContentCode(content));
    emit changed();
}

} // namespace Kartoteka
