// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"
#include "core/transfer/calendar_export.h"

#include <QObject>

namespace Kartoteka {

/// Whether and where this computer keeps a calendar file of an open file for the person at work, and what is in it; in QSettings.
class PublishedChoice final : public QObject
{
    Q_OBJECT
public:
    /// That of an open file; it lives as long as the store.
    static PublishedChoice &of(Store &store);

    /// Of the person at work. An empty path: none is kept.
    PublishedCalendar calendar() const;
    /// Keeps one in a folder, under a name of the file and the person that is free or its own; an empty folder: none.
    void chooseFolder(const QString &folder);
    void chooseContent(PublishedContent content);

signals:
    void changed();

private:
    explicit PublishedChoice(Store &store);
    QString key(const QString &name) const;
    QString freePath(const QString &folder) const;

    Store &m_store;
};

} // namespace Kartoteka
