// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/card/card_views_dialog.h"

#include "core/items/card_layout_plan.h"
#include "core/items/card_view_acts.h"
#include "core/schema/builtin_names.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/definition_list.h"
#include "views/widgets/menu_text.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Kartoteka {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize viewsExtent(520, 420);
constexpr int whomHeight = 220;

/// By what a row is known. A view that is not a named one has no number of its own until something is changed in it.
qint64 rowOf(const CardView &view)
{
    return view.kind == CardView::Kind::Named ? view.id : -1 - qint64(view.kind);
}

QString noteOf(const Schema &schema, const CardView &view)
{
    QStringList notes{viewAudience(schema, view)};
    if (const Pipeline *pipeline = schema.pipeline(view.pipeline))
        notes << displayName(*pipeline);
    if (view.isForced)
        notes << CardViewsDialog::tr("fixed");
    return notes.join(u" · "_s);
}

} // namespace

CardViewsDialog::CardViewsDialog(CardLayoutModel &layouts, QWidget *parent)
    : WalkedDialog(parent), m_layouts(layouts), m_list(new DefinitionList(this))
{
    const SchemaPtr schema = layouts.store().schema();
    const EntityType *type = schema->type(layouts.layout().typeId);
    setObjectName(u"cardViews"_s);
    setWindowTitle(tr("Card views"));
    resize(dialogSize(*parent, viewsExtent));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    column->setSpacing(Space::m);
    auto *title = new QLabel(type ? tr("Card views: %1").arg(pluralName(*type)) : windowTitle(), this);
    title->setFont(Theme::title(font()));
    title->setWordWrap(true);
    column->addWidget(title);
    m_list->setObjectName(u"cardViewList"_s);
    m_list->setAccessibleName(windowTitle());
    auto *area = new QScrollArea(this);
    area->setWidget(m_list);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    column->addWidget(area, 1);
    auto *note = new QLabel(tr("People see the first view here that is meant for them until they choose another. Enter "
                               "or ⋯ opens the menu, F2 renames, Alt+Up and Alt+Down move."),
                            this);
    note->setWordWrap(true);
    note->setFont(Theme::small(font()));
    note->setProperty("muted", true);
    column->addWidget(note);
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *add = buttons->addButton(tr("New view…"), QDialogButtonBox::ActionRole);
    add->setObjectName(u"cardViewAdd"_s);
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::AcceptRole);
    close->setObjectName(u"cardViewsClose"_s);
    makePrimary(close);
    column->addWidget(buttons);
    connect(add, &QPushButton::clicked, this, &CardViewsDialog::addView);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_list, &DefinitionList::renamed, this, [this](qint64 row, const QString &name) {
        if (const CardView *view = viewOf(row))
            m_layouts.commit(planRenameView(*view, name));
    });
    connect(m_list, &DefinitionList::ordered, this, [this](const QList<qint64> &rows) {
        QList<CardView> named;
        for (const qint64 row : rows) {
            const CardView *view = viewOf(row);
            if (view && view->kind == CardView::Kind::Named)
                named << *view;
        }
        m_layouts.commit(planOrderViews(named));
    });
    connect(m_list, &DefinitionList::menuWanted, this, &CardViewsDialog::showMenu);
    connect(m_list, &DefinitionList::opened, this,
            [this](qint64 row) { showMenu(row, m_list->mapToGlobal(m_list->visualRect(m_list->currentIndex()).center())); });
    connect(&m_layouts, &CardLayoutModel::changed, this, &CardViewsDialog::fill);
    fill();
    m_list->setFocus();
}

void CardViewsDialog::fill()
{
    auto named = namedViews(m_layouts.store().reader(), m_layouts.layout().typeId);
    if (!named) {
        emit m_layouts.failed(named.error());
        return;
    }
    const SchemaPtr schema = m_layouts.store().schema();
    m_views.clear();
    for (const CardView &view : m_layouts.layout().views) {
        if (view.kind != CardView::Kind::Named)
            m_views << view;
    }
    m_views += *named;
    QList<Definition> rows;
    for (const CardView &view : std::as_const(m_views)) {
        const bool isNamed = view.kind == CardView::Kind::Named;
        rows.append({.id = rowOf(view),
                     .name = viewName(view),
                     .note = noteOf(*schema, view),
                     .group = isNamed ? 1 : 0,
                     .canMove = isNamed,
                     .canRename = isNamed});
    }
    m_list->setDefinitions(rows);
}

const CardView *CardViewsDialog::viewOf(qint64 row) const
{
    const auto it = std::ranges::find(m_views, row, [](const CardView &view) { return rowOf(view); });
    return it == m_views.cend() ? nullptr : &*it;
}

void CardViewsDialog::addView()
{
    const auto name = AskDialog::line(this, tr("New view of the card"), tr("What is it called?"), tr("Add"));
    if (name)
        m_layouts.commit(planAddView(*m_layouts.store().schema(), m_layouts.layout(), *name));
}

void CardViewsDialog::showMenu(qint64 row, const QPoint &at)
{
    const CardView *known = viewOf(row);
    if (!known)
        return;
    const CardView view = *known;
    QMenu menu(this);
    menu.setObjectName(u"cardViewMenu"_s);
    if (view.kind == CardView::Kind::Named) {
        menu.addAction(tr("Rename"), this, [this, row] { m_list->editName(row); });
        addNamedActs(menu, view);
    }
    if (view.kind != CardView::Kind::Mine) {
        QAction *forced = menu.addAction(tr("Fix it: no other view can be chosen"));
        forced->setObjectName(u"viewForced"_s);
        forced->setCheckable(true);
        forced->setChecked(view.isForced);
        connect(forced, &QAction::triggered, this, [this, view](bool on) {
            m_layouts.commit(planForceView(*m_layouts.store().schema(), m_layouts.layout().typeId, view, on));
        });
    }
    menu.addSeparator();
    QAction *back = menu.addAction(tr("Reset to the defaults of the type"), this, [this, view] { reset(view); });
    back->setObjectName(u"viewReset"_s);
    back->setEnabled(view.id != 0);
    if (view.kind == CardView::Kind::Named) {
        menu.addAction(Theme::of(palette()).icon(u"trash"_s, ColourRole::Danger), tr("Delete"), this,
                       [this, view] {
                           m_layouts.commit(planDeleteView(view, m_layouts.store().clock().now()),
                                            tr("View deleted: %1").arg(view.name));
                       })
            ->setObjectName(u"viewDelete"_s);
    }
    menu.exec(at);
}

void CardViewsDialog::addNamedActs(QMenu &menu, const CardView &view)
{
    menu.addAction(tr("For whom…"), this, [this, view] { askWhom(view); })->setObjectName(u"viewWhom"_s);
    const SchemaPtr schema = m_layouts.store().schema();
    const QList<Pipeline> pipelines = schema->pipelines(m_layouts.layout().typeId);
    if (pipelines.size() < 2)
        return;
    QMenu *which = menu.addMenu(tr("In the pipeline"));
    const auto add = [&](const QString &name, qint64 pipeline) {
        QAction *action = which->addAction(name, this,
                                           [this, view, pipeline] { m_layouts.commit(planViewPipeline(view, pipeline)); });
        action->setCheckable(true);
        action->setChecked(view.pipeline == pipeline);
    };
    add(tr("In all pipelines"), 0);
    for (const Pipeline &pipeline : pipelines)
        add(menuText(displayName(pipeline)), pipeline.id);
}

void CardViewsDialog::askWhom(const CardView &view)
{
    const SchemaPtr schema = m_layouts.store().schema();
    AskDialog ask(this, tr("Who is “%1” for?").arg(view.name),
                  tr("A department includes its subdepartments. If nobody is ticked, anyone can choose the view."));
    auto *list = new QListWidget(&ask);
    list->setObjectName(u"viewWhomList"_s);
    list->setMinimumHeight(scaled(whomHeight, fontMetrics()));
    const auto add = [&](const QString &name, int role, qint64 id, bool is) {
        auto *item = new QListWidgetItem(name, list);
        item->setData(role, id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(is ? Qt::Checked : Qt::Unchecked);
    };
    constexpr int departmentRole = Qt::UserRole;
    constexpr int personRole = Qt::UserRole + 1;
    for (const Department &department : schema->departments())
        add(department.name, departmentRole, department.id, view.departments().contains(department.id));
    for (const User &user : schema->users()) {
        if (user.active || view.people().contains(user.id))
            add(user.name, personRole, user.id, view.people().contains(user.id));
    }
    ask.addField(tr("Departments and people"), list);
    ask.addAnswer(tr("Save"), u"viewWhomAccept"_s);
    ask.addCancel();
    list->setCurrentRow(0);
    list->setFocus(); // Space ticks, and does not save
    if (ask.ask().isEmpty())
        return;
    QList<qint64> people;
    QList<qint64> departments;
    for (int row = 0; row < list->count(); ++row) {
        const QListWidgetItem *item = list->item(row);
        if (item->checkState() != Qt::Checked)
            continue;
        if (const qint64 person = item->data(personRole).toLongLong())
            people << person;
        if (const qint64 department = item->data(departmentRole).toLongLong())
            departments << department;
    }
    m_layouts.commit(planAssignView(*schema, view, people, departments, m_layouts.store().clock().now()));
}

void CardViewsDialog::reset(const CardView &view)
{
    const CardLayout &shown = m_layouts.layout();
    auto layout = cardLayout(m_layouts.store().reader(), view, shown.typeId, shown.pipeline, shown.person);
    m_layouts.commit(
        layout ? Result<ChangeSet>(planResetLayout(*m_layouts.store().schema(), *layout, m_layouts.store().clock().now()))
               : Result<ChangeSet>(layout.error()),
        tr("Reset: %1").arg(viewName(view)));
}

} // namespace Kartoteka
