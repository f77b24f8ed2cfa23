// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filter/filter_panel.h"

#include "core/query/condition_words.h"
#include "core/schema/builtin_names.h"
#include "views/filter/condition_row.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QWidgetAction>

namespace Kartoteka {

namespace {

constexpr int pauseMs = 120;
constexpr int codeRole = Qt::UserRole;

/// Fields that a filter has no use for.
bool isUseless(const Field &field)
{
    return field.type == FieldType::File || field.hidden;
}

} // namespace

FilterPanel::FilterPanel(FilterModel &model, QWidget *parent) : QFrame(parent, Qt::Popup), m_model(model)
{
    setObjectName(u"filterPanel"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makePresets());
    layout->addWidget(makeForm(), 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    connect(&m_soon, &QTimer::timeout, this, &FilterPanel::apply);
    connect(&model, &FilterModel::presetsChanged, this, &FilterPanel::fillPresets);
    for (const QString &usual : {u"stage"_s, u"responsible"_s, u"amount"_s, u"created_at"_s, u"source"_s, u"activity"_s}) {
        const EntityType type = *model.store().schema()->type(model.typeId());
        if (model.store().schema()->field(type.id, usual) || (usual == u"activity" && type.hasActivities))
            m_usual << usual;
    }
}

QWidget *FilterPanel::makePresets()
{
    auto *side = new QWidget(this);
    side->setObjectName(u"filterPresets"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    side->setFixedWidth(scaled(220, fontMetrics()));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(Space::s, Space::m, Space::s, Space::m);
    layout->setSpacing(Space::s);
    auto *title = new QLabel(tr("Saved filters"), side);
    title->setFont(Theme::caption(font()));
    title->setProperty("muted", true);
    title->setContentsMargins(Space::s, 0, 0, 0);
    m_presets = new QListWidget(side);
    m_presets->setObjectName(u"presets"_s);
    m_presets->setAccessibleName(tr("Saved filters"));
    m_presets->setContextMenuPolicy(Qt::CustomContextMenu);
    m_presets->setFrameShape(QFrame::NoFrame);
    m_presets->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    auto *save = new QPushButton(tr("Save this filter…"), side);
    save->setObjectName(u"presetSave"_s);
    layout->addWidget(title);
    layout->addWidget(m_presets, 1);
    layout->addWidget(save);
    const auto use = [this](const QListWidgetItem *item) {
        if (const Preset *preset = item ? m_model.preset(item->data(codeRole).toString()) : nullptr) {
            m_model.use(*preset);
            fillForm();
        }
    };
    connect(m_presets, &QListWidget::itemClicked, this, use);
    connect(m_presets, &QListWidget::itemActivated, this, use);
    connect(m_presets, &QWidget::customContextMenuRequested, this, &FilterPanel::showPresetMenu);
    connect(save, &QPushButton::clicked, this, &FilterPanel::askSave);
    return side;
}

QWidget *FilterPanel::makeForm()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(Space::l, Space::m, Space::l, Space::m);
    layout->setSpacing(Space::s);
    auto *scroll = new QScrollArea(form);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->viewport()->setAutoFillBackground(false);
    auto *rows = new QWidget(scroll);
    m_rowLayout = new QVBoxLayout(rows);
    m_rowLayout->setContentsMargins(0, 0, Space::s, 0);
    m_rowLayout->setSpacing(Space::s);
    m_rowLayout->addStretch(1);
    scroll->setWidget(rows);
    rows->setAutoFillBackground(false);
    layout->addWidget(scroll, 1);
    m_keptLabel = new QLabel(form);
    m_keptLabel->setWordWrap(true);
    m_keptLabel->setProperty("muted", true);
    layout->addWidget(m_keptLabel);
    auto *buttons = new QHBoxLayout;
    auto *add = new QPushButton(Theme::of(palette()).icon(u"plus"_s, ColourRole::Muted), tr("Add a field"), form);
    add->setObjectName(u"filterAdd"_s);
    auto *reset = new QPushButton(tr("Reset"), form);
    reset->setObjectName(u"filterReset"_s);
    buttons->addWidget(add);
    buttons->addStretch(1);
    buttons->addWidget(reset);
    layout->addLayout(buttons);
    m_text = new QLineEdit(form);
    m_text->setObjectName(u"filterText"_s);
    m_text->setPlaceholderText(tr("As text: amount > 1000 and (stage = new or tags = vip)"));
    m_text->setAccessibleName(tr("The filter as text"));
    m_text->setToolTip(
        tr("The whole filter as text, with and, or, not and brackets; Enter applies it. The command line takes "
           "the same."));
    m_problem = new QLabel(form);
    m_problem->setObjectName(u"filterProblem"_s);
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    connect(add, &QPushButton::clicked, this, &FilterPanel::showAddMenu);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_model.clear();
        fill();
    });
    connect(m_text, &QLineEdit::returnPressed, this, &FilterPanel::applyText);
    return form;
}

void FilterPanel::fill()
{
    fillPresets();
    fillForm();
}

void FilterPanel::setPinned(const QString &code)
{
    m_pinned = code;
    fillPresets();
}

void FilterPanel::fillPresets()
{
    m_presets->clear();
    const Preset *current = m_model.current();
    for (const Preset &preset : m_model.presets()) {
        auto *item = new QListWidgetItem(preset.name, m_presets);
        item->setData(codeRole, preset.code);
        const bool shared = !preset.isBuiltIn() && preset.person == 0;
        QStringList notes{conditionsText(preset.conditions)};
        item->setIcon(Theme::of(palette()).icon(u"filter"_s, ColourRole::Muted));
        if (preset.code == m_pinned) {
            item->setIcon(Theme::of(palette()).icon(u"pin"_s, ColourRole::Accent));
            notes << tr("The section starts with it.");
        } else if (shared) {
            item->setIcon(Theme::of(palette()).icon(u"share"_s, ColourRole::Muted));
            notes << tr("Everybody has it.");
        }
        item->setToolTip(notes.join(u'\n'));
        if (current && current->code == preset.code)
            m_presets->setCurrentItem(item);
    }
}

QStringList FilterPanel::shownFields() const
{
    return m_usual;
}

ConditionRow *FilterPanel::addRow(const QString &path)
{
    auto *row = new ConditionRow(m_model.store().schema(), m_model.typeId(), path, this);
    m_rowLayout->insertWidget(int(m_rows.size()), row);
    m_rows.append(row);
    connect(row, &ConditionRow::changed, this, [this] {
        if (!m_filling)
            m_soon.start();
    });
    connect(row, &ConditionRow::removed, this, [this, row] {
        m_usual.removeAll(row->path());
        m_rows.removeAll(row);
        row->deleteLater();
        m_soon.start();
    });
    return row;
}

void FilterPanel::fillForm()
{
    m_filling = true;
    qDeleteAll(m_rows);
    m_rows.clear();
    m_kept.clear();
    QStringList shown;
    QStringList words;
    for (const Condition &condition : m_model.conditions()) {
        ConditionRow *row = condition.isGroup() ? nullptr : addRow(condition.field);
        if (row && row->setCondition(condition)) {
            shown << row->path();
            continue;
        }
        if (row) {
            m_rows.removeAll(row);
            delete row;
        }
        m_kept.append(condition);
        words << conditionWords(*m_model.store().schema(), m_model.typeId(), condition);
    }
    for (const QString &path : std::as_const(m_usual)) {
        if (!shown.contains(path))
            addRow(path);
    }
    m_keptLabel->setText(tr("And also: %1").arg(words.join(u"; "_s)));
    m_keptLabel->setVisible(!m_kept.isEmpty());
    m_text->setText(m_model.text());
    m_problem->hide();
    m_filling = false;
}

void FilterPanel::apply()
{
    QList<Condition> conditions;
    for (const ConditionRow *row : std::as_const(m_rows)) {
        if (const auto condition = row->condition())
            conditions.append(*condition);
    }
    // A half-typed number is no reason to lose the list: it is applied when it makes sense.
    const auto applied = m_model.setText(conditionsText(conditions + m_kept));
    m_problem->setText(applied ? QString() : applied.error().message);
    m_problem->setVisible(!applied);
    if (applied)
        m_text->setText(m_model.text());
    fillPresets();
}

void FilterPanel::applyText()
{
    const auto applied = m_model.setText(m_text->text());
    if (applied) {
        fill();
        return;
    }
    m_problem->setText(applied.error().message);
    m_problem->show();
    bool isColumn = false;
    const int column = applied.error().where.toInt(&isColumn);
    if (isColumn)
        m_text->setCursorPosition(column - 1);
}

void FilterPanel::addFieldActions(QMenu *menu, qint64 typeId, const QString &prefix)
{
    for (const Field &field : m_model.store().schema()->fields(typeId)) {
        if (isUseless(field) || (!prefix.isEmpty() && field.type == FieldType::Link))
            continue;
        const QString path = prefix + field.code;
        QAction *action = menu->addAction(displayName(field));
        action->setObjectName(u"add_"_s + path);
        connect(action, &QAction::triggered, this, [this, path] {
            if (!m_usual.contains(path))
                m_usual << path;
            addRow(path)->focusValue();
        });
    }
}

void FilterPanel::showAddMenu()
{
    const SchemaPtr schema = m_model.store().schema();
    const EntityType &type = *schema->type(m_model.typeId());
    QMenu menu(this);
    menu.setObjectName(u"filterAddMenu"_s);
    auto *search = new QLineEdit;
    search->setPlaceholderText(tr("Search"));
    search->setObjectName(u"filterAddSearch"_s);
    auto *searchAction = new QWidgetAction(&menu);
    searchAction->setDefaultWidget(search);
    menu.addAction(searchAction);
    addFieldActions(&menu, type.id, {});
    const QList<QAction *> own = menu.actions().mid(1);
    connect(search, &QLineEdit::textChanged, &menu, [own](const QString &text) {
        for (QAction *action : own)
            action->setVisible(action->text().contains(text, Qt::CaseInsensitive));
    });
    connect(search, &QLineEdit::returnPressed, &menu, [&menu, own] {
        for (QAction *action : own) {
            if (action->isVisible()) {
                menu.close();
                action->trigger();
                return;
            }
        }
    });
    menu.addSeparator();
    if (type.hasActivities) {
        QMenu *activities = menu.addMenu(pluralName(*schema->type(u"activity"_s)));
        connect(activities->addAction(tr("What is planned")), &QAction::triggered, this,
                [this] { addRow(u"activity"_s)->focusValue(); });
        addFieldActions(activities, schema->type(u"activity"_s)->id, u"activity."_s);
    }
    for (const Field &field : schema->fields(type.id)) {
        const EntityType *target = field.type == FieldType::Link ? schema->type(field.target) : nullptr;
        if (target && target->isItem)
            addFieldActions(menu.addMenu(displayName(field)), target->id, field.code + u'.');
    }
    search->setFocus();
    auto *button = findChild<QPushButton *>(u"filterAdd"_s);
    menu.exec(button->mapToGlobal(QPoint(0, button->height())));
}

void FilterPanel::showPresetMenu(const QPoint &at)
{
    const QListWidgetItem *item = m_presets->itemAt(at);
    const Preset *chosen = item ? m_model.preset(item->data(codeRole).toString()) : nullptr;
    if (!chosen)
        return;
    const Preset preset = *chosen;
    const Theme &theme = Theme::of(palette());
    QMenu menu(this);
    const bool pinned = preset.code == m_pinned;
    menu.addAction(theme.icon(u"pin"_s), pinned ? tr("Do not start with it") : tr("Start the section with it"), this,
                   [this, preset, pinned] {
                       setPinned(pinned ? QString() : preset.code);
                       emit pinnedChanged(m_pinned);
                   });
    if (!preset.isBuiltIn()) {
        menu.addSeparator();
        menu.addAction(theme.icon(u"edit"_s), tr("Rename…"), this, [this, preset] {
            if (const auto name = AskDialog::line(parentWidget(), tr("Rename the filter"), tr("Name"), tr("Rename"),
                                                  preset.name))
                m_model.commit(planRenamePreset(preset, *name));
        });
        menu.addAction(tr("Save these conditions under it"), this, [this, preset] {
            Preset changed = preset;
            changed.conditions = m_model.conditions();
            changed.search = m_model.search();
            m_model.commit(planChangePreset(changed));
        });
        menu.addAction(
            theme.icon(u"share"_s), preset.person == 0 ? tr("For me alone") : tr("For everybody"), this,
            [this, preset] { m_model.commit(planSharePreset(preset, preset.person != 0, m_model.store().user())); });
        menu.addAction(theme.icon(u"chevron-up"_s), tr("Up"), this, [this, preset] { movePreset(preset, -1); });
        menu.addAction(theme.icon(u"chevron-down"_s), tr("Down"), this, [this, preset] { movePreset(preset, 1); });
        menu.addSeparator();
        menu.addAction(theme.icon(u"trash"_s, ColourRole::Danger), tr("Delete"), this,
                       [this, preset] { m_model.commit(planDeletePreset(preset, m_model.store().clock().now())); });
    }
    menu.exec(m_presets->mapToGlobal(at));
}

void FilterPanel::movePreset(const Preset &preset, int step)
{
    QList<Preset> saved = m_model.presets();
    saved.removeIf([](const Preset &p) { return p.isBuiltIn(); });
    const auto at = saved.indexOf(preset);
    if (at >= 0 && at + step >= 0 && at + step < saved.size()) {
        saved.move(at, at + step);
        m_model.commit(planOrderPresets(saved));
    }
}

void FilterPanel::askSave()
{
    if (const auto name = AskDialog::line(parentWidget(), tr("Save the filter"), tr("What is it called?"), tr("Save")))
        m_model.savePreset(*name, false);
}

void FilterPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace Kartoteka
