// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/kind_menu.h"

#include "core/definitions/field_acts.h"
#include "core/schema/builtin_names.h"
#include "views/settings/field_words.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/menu_text.h"

#include <QLocale>
#include <QMenu>

namespace Kartoteka {

using namespace Qt::StringLiterals;

KindMenu::KindMenu(Store &store, QWidget *page) : QObject(page), m_store(store), m_page(page)
{}

void KindMenu::addTo(QMenu &menu, const Field &field)
{
    QMenu *kinds = menu.addMenu(Theme::of(m_page->palette()).icon(u"convert"_s), tr("Change kind"));
    kinds->setObjectName(u"fieldKinds"_s);
    if (canBeMultiple(field.type))
        add(*kinds, field.multiple ? tr("One value") : tr("Several values"), u"kindMultiple"_s, field,
            {.type = field.type, .target = field.target, .multiple = !field.multiple});
    for (const FieldType type : ownFieldTypes()) {
        if (type != FieldType::Link) {
            add(*kinds, fieldKindName(type), u"kind_"_s + fieldTypeName(type), field, {.type = type});
            continue;
        }
        QMenu *targets = kinds->addMenu(fieldKindName(type));
        targets->setObjectName(u"kindTargets"_s);
        for (const EntityType &to : m_store.schema()->types()) {
            if (to.isItem)
                add(*targets, pluralName(to), u"kindLink_"_s + to.code, field, {.type = type, .target = to.code});
        }
        targets->menuAction()->setVisible(!targets->isEmpty());
    }
    kinds->setEnabled(!kinds->isEmpty() && !field.system);
}

void KindMenu::add(QMenu &menu, const QString &text, const QString &name, const Field &field,
                   const FieldConversion &conversion)
{
    if (!canConvert(field, conversion))
        return;
    menu.addAction(menuText(text), this, [this, field, conversion, text] { look(field, conversion, text); })
        ->setObjectName(name);
}

void KindMenu::look(const Field &field, const FieldConversion &conversion, const QString &kind)
{
    m_store
        .read<ConversionOutlook>(
            {}, [field, conversion](const ReadContext &context) { return conversionOutlook(context, field, conversion); })
        .then(this, [this, field, conversion, kind](const Result<ConversionOutlook> &outlook) {
            if (outlook)
                ask(field, conversion, kind, *outlook);
            else
                emit failed(outlook.error());
        });
}

void KindMenu::ask(const Field &field, const FieldConversion &conversion, const QString &kind,
                   const ConversionOutlook &outlook)
{
    QStringList said{
        tr("A new field takes its place, with the values converted. The old one is deleted, and stays in the list of "
           "deleted fields with all its values. One undo reverts everything.")};
    if (outlook.values == 0) {
        said.prepend(tr("No card has a value in it."));
    } else if (outlook.lost == 0) {
        said.prepend(outlook.judged < outlook.values ? tr("Of the first %n value(s) all fit.", nullptr, int(outlook.judged))
                                                     : tr("%n value(s), and all fit.", nullptr, int(outlook.values)));
    } else {
        QStringList examples;
        for (const QString &example : outlook.examples)
            examples << tr("“%1”").arg(example);
        const QString which = examples.join(u", "_s) + (outlook.lost > examples.size() ? u"…"_s : u"."_s);
        said.prepend(tr("Not converted, of %1 looked at: %n value(s): %2", nullptr, int(outlook.lost))
                         .arg(QLocale().toString(outlook.judged), which));
    }
    if (AskDialog::confirm(m_page->window(),
                           tr("Change “%1” to “%2”?", "a field, and a kind of fields").arg(displayName(field), kind),
                           said.join(u"\n\n"_s), tr("Change"), u"fieldConvertAccept"_s))
        emit conversionWanted(field.id, conversion);
}

} // namespace Kartoteka
