// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/office_page.h"

#include "core/definitions/settings_file.h"
#include "core/store/file/output_file.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/file_chooser.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

namespace Kartoteka {

namespace {
constexpr int shortest = 5; ///< lines of what would change, before they are scrolled
constexpr int longest = 16;
} // namespace

OfficePage::OfficePage(Store &store, QWidget *parent)
    : OfficeSettingsPage(store, u"office"_s, tr("General"), u"sliders"_s, parent)
{
    setKeywords(tr("import and export of settings, load, save, transfer, migration"));
    addSettings();
    addHeading(tr("Moving the settings"));
    auto *copy = new QWidget(this);
    auto *line = new QHBoxLayout(copy);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::s);
    QPushButton *write = makeButton(u"settingsWrite"_s, tr("Save to a file…"), [this] { writeCopy(); });
    copy->setFocusProxy(write);
    line->addWidget(write);
    line->addWidget(makeButton(u"settingsRead"_s, tr("Load from a file…"), [this] { readCopy(); }));
    line->addStretch(1);
    addRow(u"copy"_s, tr("Copy of the settings"),
           tr("for another file: types, fields, lists, stages, currencies, days and settings; no cards and no people"),
           SettingRow::Scope::Nobody, copy);
}

void OfficePage::writeCopy()
{
    const QString path = askForFile(this,
                                    {.kind = FileQuestion::Kind::Save,
                                     .title = tr("Save the settings to a file"),
                                     .filter = tr("Settings (*.json)"),
                                     .proposed = tr("settings") + u".json"_s});
    if (path.isEmpty())
        return;
    store()
        .read<QString>({},
                       [path](const ReadContext &context) -> Result<QString> {
                           auto bytes = writeSettings(context);
                           if (!bytes)
                               return bytes.error();
                           auto file = OutputFile::open(path, {.kind = OutputKind::SameName, .ending = u"json"_s});
                           if (!file)
                               return file.error();
                           (*file)->device().write(*bytes);
                           auto written = (*file)->commit();
                           return written ? Result<QString>(QFileInfo(path).fileName()) : written.error();
                       })
        .then(this, [this](const Result<QString> &name) {
            if (name)
                emit said(tr("Written: %1").arg(*name));
            else
                emit failed(name.error());
        });
}

void OfficePage::readCopy()
{
    const auto bytes = askForBytes(tr("Load the settings of another office"), tr("Settings (*.json);;All files (*)"),
                                   largestSettingsFile);
    if (!bytes)
        return;
    store()
        .read<SettingsDiff>({}, [bytes = *bytes](const ReadContext &context) { return readSettings(context, bytes); })
        .then(this, [this](const Result<SettingsDiff> &diff) {
            if (diff)
                askToLoad(*diff);
            else
                AskDialog::tell(this, tr("The settings were not loaded"), diff.error());
        });
}

void OfficePage::askToLoad(const SettingsDiff &diff)
{
    const QString aside = diff.aside.isEmpty()
        ? QString()
        : tr("%n thing(s) in the file are not known here and are left out.", nullptr, int(diff.aside.size()));
    if (diff.changes.isEmpty()) {
        AskDialog::tell(this, tr("Nothing would change"),
                        QStringList{tr("All that is in the file is here already. What is only here stays as it is."), aside}
                            .join(u' ')
                            .trimmed(),
                        diff.aside.join(u'\n'));
        return;
    }
    const QString changed = tr("%n record(s) will be added or changed for everyone; nothing is deleted.", nullptr,
                               int(diff.lines.size()));
    const QString renamed = diff.renamed == 0
        ? QString()
        : tr("%n type(s) or field(s) get another code, because theirs is taken here.", nullptr, diff.renamed);
    AskDialog dialog(this,
                     diff.company.isEmpty() ? tr("Load these settings?") : tr("Load the settings of %1?").arg(diff.company),
                     QStringList{changed, renamed, aside}.join(u' ').simplified());
    dialog.setDetails(diff.words().join(u'\n'));
    if (auto *details = dialog.findChild<QWidget *>(u"askDetails"_s))
        details->setFixedHeight(fontMetrics().lineSpacing() * qBound(shortest, int(diff.lines.size()), longest));
    dialog.addAnswer(tr("Load"), u"takeOver"_s);
    dialog.addCancel();
    if (dialog.ask() == u"takeOver")
        commit(diff.changes, tr("Settings loaded"));
}

} // namespace Kartoteka
