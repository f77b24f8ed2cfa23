// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/type_dialog.h"

#include "core/definitions/stage_switch.h"
#include "core/schema/builtin_names.h"
#include "views/settings/type_form.h"
#include "views/theme/theme.h"
#include "views/widgets/choice_button.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/elided_label.h"
#include "views/widgets/unsaved_question.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace Kartoteka {

TypeDialog::TypeDialog(Store &store, qint64 typeId, QWidget *parent) : WalkedDialog(parent), m_store(store), m_typeId(typeId)
{
    setObjectName(u"typeDialog"_s);
    const SchemaPtr schema = store.schema();
    const EntityType type = *schema->type(typeId);
    setWindowTitle(tr("Type “%1”").arg(pluralName(type)));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new ElidedLabel(windowTitle(), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    m_form = new TypeForm(settingsOf(type), this);
    m_form->setUsualPlural(pluralName(type));
    layout->addWidget(m_form);
    const auto add = [&](const QString &name, const QString &text, bool on, bool canChange) {
        auto *box = new QCheckBox(text, this);
        box->setObjectName(name);
        box->setChecked(on);
        box->setEnabled(canChange);
        layout->addWidget(box);
        return box;
    };
    const bool isOwn = !isOfProgram(type);
    m_stages = add(u"typeStages"_s, tr("Stages and a board"), type.hasStages, isOwn);
    m_pipelines = add(u"typePipelines"_s, tr("Several pipelines"), type.hasPipelines, isOwn && type.hasStages);
    connect(m_stages, &QCheckBox::toggled, m_pipelines, &QWidget::setEnabled);
    m_client = add(u"typeClient"_s, tr("Client: a contact and a company"), type.hasClient, isOwn);
    m_products = add(u"typeProducts"_s, tr("Products: their total is the amount"), type.hasProducts, isOwn);
    m_listed = add(u"typeListed"_s, tr("Has its section in the sidebar"), type.listed, type.isItem);
    addTargets(*schema, type, layout);
    auto *note = new QLabel(tr("What is switched off is hidden; its values stay."), this);
    note->setProperty("muted", true);
    note->setFont(Theme::small(font()));
    layout->addWidget(note);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"typeProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    QPushButton *save = addDialogButtons(this, layout, tr("Save"), u"typeAccept"_s);
    connect(m_form, &TypeForm::changed, save, [this, save] {
        const bool isMissing = m_form->name().isEmpty();
        save->setEnabled(!isMissing);
        save->setToolTip(isMissing ? missingText() : QString());
        m_problem->hide(); // it is said of what stood there before
    });
    setMinimumWidth(scaled(520, fontMetrics()));
    m_form->focusFirst();
}

/// What can be made of one that comes to its end.
void TypeDialog::addTargets(const Schema &schema, const EntityType &type, QVBoxLayout *layout)
{
    m_targets = new ChoiceButton(this);
    m_targets->setObjectName(u"typeTargets"_s);
    m_targets->setAccessibleName(tr("Converts to"));
    m_targets->setToolTip(tr("Its success stage is then reached by conversion"));
    QList<ChoiceButton::Choice> choices;
    for (const EntityType &other : schema.types()) {
        if (other.isItem && other.id != type.id)
            choices.append({other.code, pluralName(other)});
    }
    m_targets->setChoices(choices);
    m_targets->setValues(type.convertsTo);
    m_targets->setEnabled(type.isItem && type.hasStages);
    connect(m_stages, &QCheckBox::toggled, m_targets, &QWidget::setEnabled);
    auto *line = new QHBoxLayout;
    line->setSpacing(Space::m);
    auto *label = new QLabel(tr("Converts to"), this);
    label->setBuddy(m_targets);
    line->addWidget(label);
    line->addWidget(m_targets, 1);
    layout->addLayout(line);
}

void TypeDialog::refuse(const QString &why)
{
    m_problem->setText(why);
    m_problem->show();
    resize(width(), sizeHint().height());
}

TypeSettings TypeDialog::typed(const EntityType &type) const
{
    TypeSettings settings = settingsOf(type);
    m_form->take(settings);
    settings.hasStages = m_stages->isChecked();
    settings.hasPipelines = m_pipelines->isChecked() && settings.hasStages;
    settings.hasClient = m_client->isChecked();
    settings.hasProducts = m_products->isChecked();
    settings.isListed = m_listed->isChecked();
    settings.convertsTo = settings.hasStages ? m_targets->values() : QStringList();
    return settings;
}

void TypeDialog::reject()
{
    if (m_pending.isRunning())
        return; // it comes to be, whoever turns away now
    const SchemaPtr schema = m_store.schema();
    const EntityType *type = schema->type(m_typeId);
    const auto changes = type && isVisible() ? planEditType(*schema, *type, typed(*type), m_store.clock().now())
                                             : Result<ChangeSet>(ChangeSet());
    if (changes && changes->isEmpty()) {
        QDialog::reject();
        return;
    }
    switch (askAboutTyped(type ? pluralName(*type) : windowTitle(), this)) {
    case UnsavedAnswer::Save: accept(); break;
    case UnsavedAnswer::Discard: QDialog::reject(); break;
    case UnsavedAnswer::Stay: break;
    }
}

void TypeDialog::accept()
{
    if (m_pending.isRunning())
        return;
    const SchemaPtr schema = m_store.schema();
    const EntityType *type = schema->type(m_typeId);
    if (!type) {
        QDialog::reject(); // deleted meanwhile
        return;
    }
    const TypeSettings settings = typed(*type);
    auto changes = planEditType(*schema, *type, settings, m_store.clock().now());
    if (!changes) {
        refuse(changes.error().message);
        return;
    }
    if (changes->isEmpty()) {
        QDialog::accept();
        return;
    }
    if (bringsStages(*type, settings)) {
        emit stagesWanted(m_typeId, settings); // which takes a while where there are many items
        QDialog::accept();
        return;
    }
    m_pending.begin(this, m_store.commit(*changes), [this, name = settings.name](const Result<Receipt> &receipt) {
        if (!receipt) {
            refuse(receipt.error().message);
            return false;
        }
        emit done(tr("Type changed: %1").arg(name.simplified()));
        QDialog::accept();
        return true;
    });
}

} // namespace Kartoteka
