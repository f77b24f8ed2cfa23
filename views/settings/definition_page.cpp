// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/definition_page.h"

#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Kartoteka {

DefinitionPage::DefinitionPage(Store &store, const QString &code, const QString &title, const QString &icon, QWidget *parent)
    : SettingsPage(code, title, icon, parent), m_store(store)
{}

void DefinitionPage::commit(const Result<ChangeSet> &changes, const QString &what,
                            const std::function<void(const Receipt &)> &after)
{
    if (!changes) {
        emit failed(changes.error());
        return;
    }
    if (changes->isEmpty())
        return;
    m_store.commit(*changes).then(this, [this, what, after](const Result<Receipt> &receipt) {
        if (!receipt) {
            emit failed(receipt.error());
            return;
        }
        emit done(what);
        if (after)
            after(*receipt);
    });
}

void DefinitionPage::addActs(const QList<QPushButton *> &buttons)
{
    auto *acts = new QHBoxLayout;
    acts->setContentsMargins(Space::s, Space::xs, Space::s, 0);
    acts->setSpacing(Space::s);
    for (QPushButton *button : buttons)
        acts->addWidget(button);
    acts->addStretch(1);
    body()->addLayout(acts);
}

QPushButton *DefinitionPage::makeAct(const QString &name, const QString &text, const QString &icon)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false);
    if (!icon.isEmpty())
        button->setIcon(Theme::of(palette()).icon(icon));
    return button;
}

void DefinitionPage::addNote(const QString &text)
{
    auto *note = new QLabel(text, this);
    note->setProperty("muted", true);
    note->setFont(Theme::small(font()));
    note->setWordWrap(true);
    note->setContentsMargins(Space::s, Space::s, Space::s, 0);
    body()->addWidget(note);
}

} // namespace Kartoteka
