// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/change/change_set.h"
#include "core/store/store.h"
#include "views/settings/settings_page.h"

#include <optional>

namespace Kartoteka {

struct SettingDef;

/// A page with settings of the office, as core/schema/settings lists them, and whatever else belongs to its subject.
class OfficeSettingsPage : public SettingsPage
{
    Q_OBJECT
public:
    OfficeSettingsPage(Store &store, const QString &code, const QString &title, const QString &icon, QWidget *parent);

protected:
    /// A row for each setting that names this page.
    void addSettings();
    Store &store() const { return m_store; }
    /// Commits what was planned, and says what was done or why not. @p refused: puts back what the person sees.
    void commit(const Result<ChangeSet> &changes, const QString &said, const std::function<void()> &refused = {});
    /// Asks for a file and reads it, at most one byte more than @p largest. Nothing where there is none: that is said.
    std::optional<QByteArray> askForBytes(const QString &title, const QString &filter, qint64 largest);

private:
    QWidget *makeEditor(const SettingDef &setting);
    void set(const SettingDef &setting, const QString &value);
    void showValues();

    Store &m_store;
    QHash<QString, QWidget *> m_editors; ///< by the code of the setting
};

} // namespace Kartoteka
