// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/conversion_dialog.h"

#include "core/items/item_queries.h"
#include "core/items/value_text.h"
#include "core/leads/client_matches.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "core/schema/counted_names.h"
#include "views/fields/field_editor.h"
#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"
#include "views/widgets/menu_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int typeRole = Qt::UserRole;
constexpr int fieldRole = Qt::UserRole + 1;

/// Which client, and how it is known; %1 stands for its title.
QString matchText(const ClientMatch &match)
{
    switch (match.by) {
    case MatchedBy::Client: return ConversionDialog::tr("the client: %1");
    case MatchedBy::Phone: return ConversionDialog::tr("matched by phone: %1");
    case MatchedBy::Email: return ConversionDialog::tr("matched by e-mail: %1");
    case MatchedBy::Title: return ConversionDialog::tr("matched by name: %1");
    }
    return {};
}

} // namespace

ConversionDialog::ConversionDialog(Store &store, const ItemRef &source, QWidget *parent)
    : WalkedDialog(parent), m_store(store), m_source(source), m_plan(ConversionPlan{})
{
    const SchemaPtr schema = store.schema();
    auto item = readItem(store.reader(), source);
    const QString name = item ? item->text(Codes::title) : QString();
    setWindowTitle(tr("Convert: %1").arg(name));
    resize(dialogSize(*parent, {760, 560}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("What should be created from “%1”?").arg(name), this);
    title->setObjectName(u"conversionTitle"_s);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    QHash<QString, QList<ClientMatch>> known;
    if (item) {
        if (auto found = clientMatches(store.reader(), *item))
            known = *found;
    }
    auto *choices = new QVBoxLayout;
    choices->setSpacing(Space::s);
    for (const QString &code : schema->type(source.type)->convertsTo) {
        if (const EntityType *type = schema->type(code))
            addChoice(*type, known.value(code), choices);
    }
    layout->addLayout(choices);
    if (item)
        tickUsual(*item);
    m_askedBox = new QWidget(this);
    m_askedBox->setObjectName(u"conversionAsked"_s);
    m_askedRows = new QVBoxLayout(m_askedBox);
    m_askedRows->setContentsMargins(0, 0, 0, 0);
    m_askedRows->setSpacing(Space::xs);
    layout->addWidget(m_askedBox);
    layout->addWidget(makeTree(), 1);
    m_problem = new QLabel(this);
    m_problem->setObjectName(u"conversionProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    m_convert = addDialogButtons(this, layout, tr("Convert"), u"conversionAccept"_s);
    replan();
}

QWidget *ConversionDialog::makeTree()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    auto *caption = new QLabel(tr("Where each value goes (double-click or F2 to edit):"), box);
    caption->setProperty("muted", true);
    layout->addWidget(caption);
    m_tree = new QTreeWidget(box);
    m_tree->setObjectName(u"conversionMapping"_s);
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Field"), tr("Value")});
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAccessibleName(tr("Where each value goes"));
    m_tree->header()->resizeSection(0, 240);
    layout->addWidget(m_tree, 1);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *changed) {
        if (m_filling)
            return;
        m_edited[changed->data(0, typeRole).toString()][changed->data(0, fieldRole).toString()] = textValue(
            changed->text(1).trimmed());
        replan();
    });
    return box;
}

QComboBox *ConversionDialog::makeClients(const EntityType &type, const QList<ClientMatch> &known)
{
    auto *clients = new QComboBox(this);
    clients->setObjectName(u"convertExisting_"_s + type.code);
    clients->setAccessibleName(displayName(type));
    clients->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    clients->addItem(newName(type), qint64(0));
    for (const ClientMatch &match : known) {
        const QString title = itemTitle(m_store.reader(), {type.id, match.id, {}});
        clients->addItem(matchText(match).arg(title), match.id);
    }
    // What is known by its phone or e-mail, or by its name alone, is offered instead of a new one. Of several companies of one
    // name the person chooses.
    const bool sure = !known.isEmpty() && (known.constFirst().by != MatchedBy::Title || known.size() == 1);
    clients->setCurrentIndex(sure ? 1 : 0);
    connect(clients, &QComboBox::activated, this, &ConversionDialog::replan);
    return clients;
}

QComboBox *ConversionDialog::makePipelines(const EntityType &type)
{
    const SchemaPtr schema = m_store.schema();
    auto *pipelines = new QComboBox(this);
    pipelines->setObjectName(u"convertPipeline_"_s + type.code);
    pipelines->setAccessibleName(tr("Pipeline"));
    for (const Pipeline &pipeline : schema->pipelines(type.id))
        pipelines->addItem(tr("Pipeline: %1").arg(displayName(pipeline)), pipeline.id);
    if (const Pipeline *usual = schema->defaultPipeline(type.id))
        pipelines->setCurrentIndex(pipelines->findData(usual->id));
    connect(pipelines, &QComboBox::activated, this, &ConversionDialog::replan);
    return pipelines;
}

void ConversionDialog::addChoice(const EntityType &type, const QList<ClientMatch> &known, QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::m);
    Choice choice{type.code, new QCheckBox(menuText(displayName(type)), this), nullptr, nullptr};
    choice.wanted->setObjectName(u"convertTo_"_s + type.code);
    choice.wanted->setChecked(true);
    choice.wanted->setMinimumWidth(scaled(140, fontMetrics()));
    row->addWidget(choice.wanted);
    if (!type.hasStages) {
        choice.client = makeClients(type, known);
        row->addWidget(choice.client, 1);
    } else if (type.hasPipelines) {
        choice.pipeline = makePipelines(type);
        row->addWidget(choice.pipeline, 1);
    } else {
        row->addStretch(1);
    }
    connect(choice.wanted, &QCheckBox::toggled, this, &ConversionDialog::replan);
    m_choices.append(choice);
    layout->addLayout(row);
}

/// What is not made unless the person wants it begins without a tick.
void ConversionDialog::tickUsual(const Item &item)
{
    QStringList offered;
    QStringList known;
    for (const Choice &choice : std::as_const(m_choices)) {
        offered << choice.type;
        if (choice.client && choice.client->currentData().toLongLong() != 0)
            known << choice.type;
    }
    const QStringList usual = usualTargets(*m_store.schema(), item, offered, known);
    for (const Choice &choice : std::as_const(m_choices)) {
        const QSignalBlocker quiet(choice.wanted);
        choice.wanted->setChecked(usual.contains(choice.type));
    }
}

ConversionRequest ConversionDialog::request() const
{
    ConversionRequest request{
        .source = m_source, .targets = {}, .existing = {}, .edited = m_edited, .pipelines = {}, .user = m_store.user()};
    for (const Choice &choice : m_choices) {
        if (!choice.wanted->isChecked())
            continue;
        request.targets << choice.type;
        if (choice.client && choice.client->currentData().toLongLong() != 0)
            request.existing.insert(choice.type, choice.client->currentData().toLongLong());
        if (choice.pipeline)
            request.pipelines.insert(choice.type, choice.pipeline->currentData().toLongLong());
    }
    return request;
}

/// Shows an input for each field that the targets require and that nothing of the source fills.
void ConversionDialog::askMissing()
{
    const auto found = missingInConversion(m_store.reader(), request());
    const QList<MissingField> missing = found ? *found : QList<MissingField>();
    const bool same = std::equal(
        missing.begin(), missing.end(), m_asked.begin(), m_asked.end(),
        [](const MissingField &a, const Asked &b) { return a.type == b.type && a.field.id == b.field.id; });
    if (same)
        return;
    m_asked.clear();
    while (QLayoutItem *item = m_askedRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const MissingField &one : missing) {
        auto *label = new QLabel(tr("%1: %2 is required", "type and field")
                                     .arg(displayName(*m_store.schema()->type(one.type)), displayName(one.field)),
                                 m_askedBox);
        label->setTextFormat(Qt::PlainText);
        label->setFont(Theme::small(font()));
        FieldEditor *editor = makeFieldEditor(m_store, one.field, m_askedBox);
        editor->setObjectName(u"asked_%1_%2"_s.arg(one.type, one.field.code));
        editor->setValue({});
        label->setBuddy(editor->input());
        connect(editor, &FieldEditor::finished, this, &ConversionDialog::replan);
        if (auto *line = qobject_cast<QLineEdit *>(editor->input()))
            connect(line, &QLineEdit::textEdited, this, &ConversionDialog::replan);
        if (auto *text = qobject_cast<QPlainTextEdit *>(editor->input()))
            connect(text, &QPlainTextEdit::textChanged, this, &ConversionDialog::replan);
        m_askedRows->addWidget(label);
        m_askedRows->addWidget(editor);
        m_asked.append({one.type, one.field, editor});
    }
    m_askedBox->setVisible(!m_asked.isEmpty());
}

Result<ConversionRequest> ConversionDialog::answered()
{
    ConversionRequest asked = request();
    for (const Asked &one : std::as_const(m_asked)) {
        auto value = one.editor->value();
        if (!value)
            return value.error();
        if (value->isValid())
            asked.edited[one.type].insert(one.field.code, *value);
    }
    return asked;
}

void ConversionDialog::replan()
{
    for (const Choice &choice : std::as_const(m_choices)) {
        for (QComboBox *box : {choice.client, choice.pipeline}) {
            if (box)
                box->setEnabled(choice.wanted->isChecked());
        }
    }
    askMissing();
    auto wanted = answered();
    m_plan = wanted ? planConversion(m_store.reader(), *wanted) : Result<ConversionPlan>(wanted.error());
    // What is still to be typed is asked for above: that is no problem yet.
    const bool mayGo = m_plan || !m_asked.isEmpty();
    m_problem->setText(mayGo ? QString() : m_plan.error().message);
    m_problem->setVisible(!mayGo);
    m_convert->setEnabled(mayGo);
    m_convert->setToolTip(mayGo ? QString() : m_plan.error().message);
    if (m_plan)
        showPlan();
}

void ConversionDialog::accept()
{
    replan();
    if (m_plan) {
        QDialog::accept();
        return;
    }
    m_problem->setText(m_plan.error().message);
    m_problem->show();
    for (const Asked &one : std::as_const(m_asked)) {
        const QString &where = m_plan.error().where;
        if (where == one.type + u'.' + one.field.code || where == one.field.code) {
            one.editor->input()->setFocus();
            return;
        }
    }
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
            {displayName(type), target.existing != 0 ? itemTitle(reader, {type.id, target.existing, {}}) : newName(type)});
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
