// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/conversion_dialog.h"

#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/leads/client_matches.h"
#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int typeRole = Qt::UserRole;
constexpr int fieldRole = Qt::UserRole + 1;

} // namespace

ConversionDialog::ConversionDialog(Store &store, const ItemRef &source, QWidget *parent)
    : QDialog(parent), m_store(store), m_source(source), m_plan(ConversionPlan{})
{
    const SchemaPtr schema = store.schema();
    auto item = readItem(store.reader(), source);
    setWindowTitle(tr("Convert: %1").arg(item ? item->text(u"title"_s) : QString()));
    resize(dialogSize(*parent, {760, 560}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("What comes of it?"), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    QHash<QString, QList<qint64>> known;
    if (item) {
        if (auto found = clientMatches(store.reader(), *item)) {
            for (auto it = found->cbegin(); it != found->cend(); ++it) {
                for (const ClientMatch &match : *it)
                    known[it.key()] << match.id;
            }
        }
    }
    auto *choices = new QVBoxLayout;
    choices->setSpacing(Space::s);
    for (const QString &code : schema->type(source.type)->convertsTo) {
        if (const EntityType *type = schema->type(code))
            addChoice(*type, known.value(code), choices);
    }
    layout->addLayout(choices);
    auto *caption = new QLabel(tr("Which value goes where (a double click changes a text):"), this);
    caption->setProperty("muted", true);
    layout->addWidget(caption);
    m_tree = new QTreeWidget(this);
    m_tree->setObjectName(u"conversionMapping"_s);
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Field"), tr("Value")});
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Which value goes where"));
    m_tree->header()->resizeSection(0, 240);
    layout->addWidget(m_tree, 1);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"conversionProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    m_convert = addDialogButtons(this, layout, tr("Convert"), u"conversionAccept"_s);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *changed) {
        if (m_filling)
            return;
        m_edited[changed->data(0, typeRole).toString()][changed->data(0, fieldRole).toString()] = textValue(
            changed->text(1).trimmed());
        replan();
    });
    replan();
}

void ConversionDialog::addChoice(const EntityType &type, const QList<qint64> &known, QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::m);
    Choice choice{type.code, new QCheckBox(displayName(type), this), nullptr};
    choice.wanted->setObjectName(u"convertTo_"_s + type.code);
    choice.wanted->setChecked(true);
    choice.wanted->setMinimumWidth(scaled(140, fontMetrics()));
    row->addWidget(choice.wanted);
    if (!type.hasStages) {
        choice.client = new QComboBox(this);
        choice.client->setObjectName(u"convertExisting_"_s + type.code);
        choice.client->setAccessibleName(displayName(type));
        choice.client->addItem(tr("make a new one"), qint64(0));
        for (const qint64 id : known)
            choice.client->addItem(tr("known: %1").arg(itemTitle(m_store.reader(), {type.id, id, {}})), id);
        // A client with the same phone or e-mail is offered instead of a new one.
        if (!known.isEmpty())
            choice.client->setCurrentIndex(1);
        row->addWidget(choice.client, 1);
        connect(choice.client, &QComboBox::activated, this, &ConversionDialog::replan);
    } else {
        row->addStretch(1);
    }
    connect(choice.wanted, &QCheckBox::toggled, this, &ConversionDialog::replan);
    m_choices.append(choice);
    layout->addLayout(row);
}

ConversionRequest ConversionDialog::request() const
{
    ConversionRequest request{.source = m_source, .targets = {}, .existing = {}, .edited = m_edited, .pipeline = 0};
    for (const Choice &choice : m_choices) {
        if (!choice.wanted->isChecked())
            continue;
        request.targets << choice.type;
        if (choice.client && choice.client->currentData().toLongLong() != 0)
            request.existing.insert(choice.type, choice.client->currentData().toLongLong());
    }
    return request;
}

void ConversionDialog::replan()
{
    for (const Choice &choice : std::as_const(m_choices)) {
        if (choice.client)
            choice.client->setEnabled(choice.wanted->isChecked());
    }
    m_plan = planConversion(m_store.reader(), request());
    m_problem->setText(m_plan ? QString() : m_plan.error().message);
    m_convert->setEnabled(bool(m_plan));
    m_convert->setToolTip(m_plan ? QString() : m_plan.error().message);
    if (m_plan)
        showPlan();
}

void ConversionDialog::showPlan()
{
    m_filling = true;
    m_tree->clear();
    const SchemaPtr schema = m_store.schema();
    const ReadContext reader = m_store.reader();
    const TitleSource titles = [&reader](const ItemRef &ref) { return itemTitle(reader, ref); };
    for (const ConversionTarget &target : m_plan->targets) {
        const EntityType &type = *schema->type(target.type);
        auto *head = new QTreeWidgetItem(
            m_tree,
            {displayName(type), target.existing != 0 ? itemTitle(reader, {type.id, target.existing, {}}) : tr("new")});
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        head->setFont(0, strong);
        head->setFlags(Qt::ItemIsEnabled);
        for (const Field &field : schema->fields(type.id)) {
            const Value value = target.values.value(field.code);
            // What links the new items to each other is not there yet to be shown.
            if (!value.isValid() || field.type == FieldType::Link)
                continue;
            auto *line = new QTreeWidgetItem(head, {displayName(field), valueText(*schema, field, value, titles)});
            line->setData(0, typeRole, target.type);
            line->setData(0, fieldRole, field.code);
            line->setToolTip(1, line->text(1));
            const bool isText = field.type == FieldType::String && target.existing == 0;
            line->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | (isText ? Qt::ItemIsEditable : Qt::NoItemFlags));
        }
    }
    m_tree->expandAll();
    m_filling = false;
}

} // namespace Kartoteka
