// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/office_settings_page.h"

#include "core/base/texts.h"
#include "core/items/setting_acts.h"
#include "core/schema/setting_options.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/file_chooser.h"

#include <QFile>
#include <QLineEdit>

#include <algorithm>

namespace Kartoteka {

OfficeSettingsPage::OfficeSettingsPage(Store &store, const QString &code, const QString &title, const QString &icon,
                                       QWidget *parent)
    : SettingsPage(code, title, icon, parent), m_store(store)
{
    holdFor(SettingRow::Scope::Everybody);
    connect(&store, &Store::schemaChanged, this, &OfficeSettingsPage::showValues);
}

void OfficeSettingsPage::addSettings()
{
    for (const SettingDef &setting : settingDefs()) {
        if (setting.page != code())
            continue;
        QWidget *editor = makeEditor(setting);
        m_editors.insert(setting.code, editor);
        addRow(setting.code, Texts::tr(setting.title), Texts::tr(setting.help), SettingRow::Scope::Everybody, editor);
    }
    showValues();
}

QWidget *OfficeSettingsPage::makeEditor(const SettingDef &setting)
{
    const QList<SettingOption> options = settingOptions(setting);
    if (options.isEmpty()) {
        auto *line = new QLineEdit(this);
        connect(line, &QLineEdit::editingFinished, this, [this, line, setting] {
            if (line->isModified())
                set(setting, line->text());
        });
        return line;
    }
    auto *button = new ChoiceButton(this);
    QList<ChoiceButton::Choice> choices;
    for (const SettingOption &option : options)
        choices.append({option.value, option.text});
    button->setSingle(true);
    button->setChoices(choices);
    connect(button, &ChoiceButton::changed, this, [this, button, setting] {
        if (button->values().isEmpty())
            showValues(); // the one that holds was chosen
        else
            set(setting, button->values().constFirst());
    });
    return button;
}

void OfficeSettingsPage::showValues()
{
    for (auto it = m_editors.cbegin(); it != m_editors.cend(); ++it) {
        const QString value = m_store.schema()->setting(it.key());
        if (auto *button = qobject_cast<ChoiceButton *>(*it)) {
            button->setValues({value});
        } else if (auto *line = qobject_cast<QLineEdit *>(*it)) {
            line->setText(settingText(*findSetting(it.key()), value));
            line->setModified(false);
        }
    }
}

void OfficeSettingsPage::set(const SettingDef &setting, const QString &value)
{
    const auto chosen = std::find_if(setting.choices.cbegin(), setting.choices.cend(),
                                     [&value](const SettingChoice &choice) { return choice.code == value; });
    // Codes of choices are for the command line.
    const QString text = chosen != setting.choices.cend() ? Texts::tr(chosen->title) : settingText(setting, value);
    commit(planSettings({{setting.code, value}}), u"%1: %2"_s.arg(Texts::tr(setting.title), text), [this] { showValues(); });
}

void OfficeSettingsPage::commit(const Result<ChangeSet> &changes, const QString &said, const std::function<void()> &refused)
{
    const auto fail = [this, refused](const Error &error) {
        if (refused)
            refused();
        emit failed(error);
    };
    if (!changes) {
        fail(changes.error());
        return;
    }
    if (changes->isEmpty())
        return;
    m_store.commit(*changes).then(this, [this, said, fail](const Result<Receipt> &receipt) {
        if (receipt)
            emit done(said);
        else
            fail(receipt.error());
    });
}

std::optional<QByteArray> OfficeSettingsPage::askForBytes(const QString &title, const QString &filter, qint64 largest)
{
    const QString path = askForFile(this, {.kind = FileQuestion::Kind::Open, .title = title, .filter = filter});
    if (path.isEmpty())
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        emit failed(Error{ErrorCode::File, tr("Cannot read “%1”: %2").arg(path, file.errorString()), {}, {}});
        return std::nullopt;
    }
    return file.read(largest + 1);
}

} // namespace Kartoteka
