// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/written_pictures.h"

#include "core/base/uid.h"
#include "core/schema/text_pictures.h"
#include "views/widgets/background.h"

#include <QBuffer>
#include <QEventLoop>
#include <QImage>

namespace Kartoteka {

using namespace Qt::StringLiterals;

QString WrittenPictures::begin(const std::function<Result<FileContents>()> &read)
{
    const QString key = uidText(makeUid()) + uidText(makeUid()); // as long as a digest
    ++m_reading;
    runInBackground(this, read, [this, key](const Result<FileContents> &contents) {
        --m_reading;
        if (contents)
            m_ready.insert(key, *contents);
        else
            emit failed(key, contents.error());
        if (m_reading == 0)
            emit settled();
    });
    return key;
}

QString WrittenPictures::add(const QString &name, const QImage &picture)
{
    return begin([name, picture]() -> Result<FileContents> {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (!picture.save(&buffer, "PNG"))
            return Error{ErrorCode::File, tr("The picture could not be saved."), {}, {}};
        return contentsOf(name, bytes);
    });
}

QString WrittenPictures::add(const QString &path)
{
    return begin([path] { return readFile(path); });
}

void WrittenPictures::wait()
{
    if (!isReading())
        return;
    QEventLoop loop;
    connect(this, &WrittenPictures::settled, &loop, &QEventLoop::quit);
    loop.exec(QEventLoop::ExcludeUserInputEvents);
}

QString WrittenPictures::attachTo(ChangeSet &changes, const ItemRef &item, QString text) const
{
    for (const TextPicture &picture : picturesIn(text)) {
        const auto ready = m_ready.constFind(picture.digest);
        if (ready == m_ready.cend())
            continue; // it stood there before
        if (!changes.contents.contains(ready->digest))
            attachPicture(changes, *ready, item);
        text.replace(contentScheme + picture.digest, contentScheme + ready->digest);
    }
    return text;
}

void WrittenPictures::clear()
{
    m_ready.clear();
}

} // namespace Kartoteka
