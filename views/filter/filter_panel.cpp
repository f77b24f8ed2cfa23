// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/filter/filter_panel.h"

#include "core/query/choice_counts.h"
#include "core/query/condition_words.h"
#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/filter/condition_row.h"
#include "views/theme/theme.h"
#include "views/widgets/menu_search.h"
#include "views/widgets/menu_text.h"
#include "views/widgets/spoken_role.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace Kartoteka {

namespace {

constexpr int pauseMs = 120;

} // namespace

FilterPanel::FilterPanel(FilterModel &model, QWidget *parent) : OverPanel(parent), m_model(model)
{
    setObjectName(u"filterPanel"_s);
    setAccessibleName(tr("Filter"));
    speakAs(*this, QAccessible::Grouping);
    setOpener(u"filterButton"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(shadow, shadow, shadow, shadow);
    layout->setSpacing(0);
    m_presets = new PresetList(model, this);
    layout->addWidget(m_presets);
    layout->addWidget(makeForm(), 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMs);
    connect(&m_soon, &QTimer::timeout, this, &FilterPanel::apply);
    connect(m_presets, &PresetList::used, this, &FilterPanel::fillForm);
    for (const QString &usual :
         {Codes::stage, Codes::responsible, Codes::amount, Codes::createdAt, Codes::source, u"activity"_s}) {
        const EntityType type = *model.store().schema()->type(model.typeId());
        if (model.store().schema()->field(type.id, usual) || (usual == u"activity" && type.hasActivities))
            m_usual << usual;
    }
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
    scroll->setFocusPolicy(Qt::NoFocus);
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
    auto *asText = new QToolButton(form);
    asText->setObjectName(u"filterAsText"_s);
    asText->setText(tr("As text"));
    asText->setAccessibleName(asText->text());
    asText->setToolTip(tr("The whole filter as one line that can be written, copied and given to the command line"));
    asText->setCheckable(true);
    buttons->addWidget(add);
    buttons->addWidget(asText);
    buttons->addStretch(1);
    buttons->addWidget(reset);
    layout->addLayout(buttons);
    m_text = new QLineEdit(form);
    m_text->setObjectName(u"filterText"_s);
    m_text->setPlaceholderText(tr("amount > 1000 and (stage = new or tags = vip)"));
    m_text->hide();
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
    connect(asText, &QToolButton::toggled, this, [this](bool on) {
        m_text->setVisible(on);
        if (on)
            m_text->setFocus();
        else
            m_problem->hide();
    });
    connect(add, &QPushButton::clicked, this, &FilterPanel::showAddMenu);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_model.clear();
        fill();
    });
    connect(m_text, &QLineEdit::returnPressed, this, &FilterPanel::applyText);
    // What is written there and not applied yet is what a person means to save.
    m_presets->setReady([this] { return m_text->isHidden() || m_text->text() == m_model.text() || applyText(); });
    return form;
}

void FilterPanel::fill()
{
    m_presets->fill();
    fillForm();
}

QStringList FilterPanel::shownFields() const
{
    return m_usual;
}

ConditionRow *FilterPanel::addRow(const QString &path)
{
    auto *row = new ConditionRow(m_model.store().schema(), m_model.store().clock(), m_model.typeId(), path, this);
    m_rowLayout->insertWidget(int(m_rows.size()), row);
    m_rows.append(row);
    connect(row, &ConditionRow::changed, this, [this] {
        if (!m_filling)
            m_soon.start();
    });
    connect(row, &ConditionRow::countsWanted, this, [this, row] { count(row); });
    connect(row, &ConditionRow::removed, this, [this, row] {
        m_usual.removeAll(row->path());
        const qsizetype at = m_rows.indexOf(row);
        m_rows.removeAt(at);
        if (row->isAncestorOf(focusWidget())) {
            // Whoever goes on by keys takes out the next one, and is not left without a place.
            const ConditionRow *next = m_rows.isEmpty() ? nullptr : m_rows[qMin(at, m_rows.size() - 1)];
            QWidget *place = next ? next->findChild<QWidget *>(u"conditionRemove"_s) : nullptr;
            (place ? place : static_cast<QWidget *>(m_presets))->setFocus(Qt::TabFocusReason);
        }
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

QList<Condition> FilterPanel::conditionsBut(const ConditionRow *row) const
{
    QList<Condition> conditions;
    for (const ConditionRow *other : m_rows) {
        if (const auto condition = other == row ? std::nullopt : other->condition())
            conditions.append(*condition);
    }
    return conditions + m_kept;
}

/// Among what the other fields leave: what a tick would find.
void FilterPanel::count(ConditionRow *row)
{
    m_counting.cancel();
    m_counting = CancelToken();
    if (!m_scope)
        return;
    ItemQuery query = m_scope();
    query.conditions = conditionsBut(row);
    m_model.store()
        .read<QHash<QString, qint64>>(
            m_counting,
            [query, path = row->path()](ReadContext &context) { return queryChoiceCounts(context, query, path); })
        .then(row, [row](const Result<QHash<QString, qint64>> &counts) {
            if (counts)
                row->setCounts(*counts);
        });
}

void FilterPanel::apply()
{
    // A half-typed number is no reason to lose the list: it is applied when it makes sense.
    const auto applied = m_model.setText(conditionsText(conditionsBut(nullptr)));
    m_problem->setText(applied ? QString() : applied.error().message);
    m_problem->setVisible(!applied);
    if (applied)
        m_text->setText(m_model.text());
    m_presets->fill();
}

/// @return whether the filter is what is written.
bool FilterPanel::applyText()
{
    const auto applied = m_model.setText(m_text->text());
    if (applied) {
        fill();
        return true;
    }
    m_problem->setText(applied.error().message);
    m_problem->show();
    bool isColumn = false;
    const int column = applied.error().where.toInt(&isColumn);
    if (isColumn)
        m_text->setCursorPosition(column - 1);
    return false;
}

void FilterPanel::addFieldActions(QMenu *menu, qint64 typeId, const QString &prefix)
{
    for (const Field &field : m_model.store().schema()->fields(typeId)) {
        if (!prefix.isEmpty() && field.type == FieldType::Link)
            continue;
        const QString path = prefix + field.code;
        QAction *action = menu->addAction(menuText(displayName(field)));
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
    addFieldActions(&menu, type.id, {});
    addMenuSearch(menu, int(menu.actions().size()));
    menu.addSeparator();
    if (type.hasActivities) {
        QMenu *activities = menu.addMenu(menuText(pluralName(*schema->type(u"activity"_s))));
        connect(activities->addAction(tr("What is planned")), &QAction::triggered, this,
                [this] { addRow(u"activity"_s)->focusValue(); });
        addFieldActions(activities, schema->type(u"activity"_s)->id, u"activity."_s);
    }
    for (const Field &field : schema->fields(type.id)) {
        const EntityType *target = field.type == FieldType::Link ? schema->type(field.target) : nullptr;
        if (target && target->isItem)
            addFieldActions(menu.addMenu(menuText(displayName(field))), target->id, field.code + u'.');
    }
    auto *button = findChild<QPushButton *>(u"filterAdd"_s);
    menu.exec(button->mapToGlobal(QPoint(0, button->height())));
}

void FilterPanel::openOver(const QRect &room)
{
    fill();
    showIn(room);
    if (!m_rows.isEmpty())
        m_rows.constFirst()->focusValue();
    else
        m_presets->setFocus();
}

void FilterPanel::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QWidget *focused = focusWidget();
    if (enter && focused != m_text && !qobject_cast<const QAbstractButton *>(focused)) {
        hide(); // what was chosen is applied already
        event->accept();
    } else {
        OverPanel::keyPressEvent(event);
    }
}

void FilterPanel::paintEvent(QPaintEvent *event)
{
    OverPanel::paintEvent(event);
    // Saved ones stand on the window's colour.
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int edge = m_presets->geometry().right();
    painter.setClipRect(QRect(box().left(), box().top(), edge + 1 - box().left(), box().height()));
    painter.setBrush(theme.colour(ColourRole::Window));
    painter.drawRoundedRect(box(), Space::cardRadius, Space::cardRadius);
    painter.fillRect(QRect(edge, box().top(), 1, box().height()), theme.colour(ColourRole::Line));
}

} // namespace Kartoteka
