// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QObject>

namespace Kartoteka {

/// What has a section of its own in the window, in the usual order: one's activities, then the listed types.
QList<EntityType> sectionsOf(const Schema &schema);

/// A row of the sidebar: a section, or a caption over those that follow.
struct SidebarEntry
{
    QString section = {}; ///< code of its type; empty for a caption
    QString caption = {};
    bool hidden = false; ///< a section that stands behind "More"

    bool operator==(const SidebarEntry &) const = default;
};

/// What somebody chose, as it is kept: a row each, a caption behind "#", what is hidden behind "-".
QString sidebarText(const QList<SidebarEntry> &entries);
/// The same as rows. Sections that are gone are left out, new ones stand at the end; without a choice all stand as usual.
QList<SidebarEntry> sidebarEntries(const QString &text, const Schema &schema);

/// How the person at work has the sidebar: true after every commit and for every person.
class SidebarModel final : public QObject
{
    Q_OBJECT
public:
    explicit SidebarModel(Store &store, QObject *parent = nullptr);

    const QList<SidebarEntry> &entries() const { return m_entries; }
    /// Shows them at once and remembers them, on whatever computer.
    void setEntries(const QList<SidebarEntry> &entries);
    /// Forgets what was chosen.
    void reset();

signals:
    void changed();
    void failed(const Kartoteka::Error &error);

private:
    void read();
    void remember(const QString &text);

    Store &m_store;
    QList<SidebarEntry> m_entries;
};

} // namespace Kartoteka
