// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/settings/people_page.h"

#include "core/items/date_parse.h"
#include "core/people/departments.h"
#include "core/people/user_acts.h"
#include "views/theme/theme.h"
#include "views/widgets/ask_dialog.h"
#include "views/widgets/definition_list.h"
#include "views/widgets/initials.h"
#include "views/widgets/searched_combo.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

/// What is worth a word: who is away, who works here no more.
QString stateText(const User &user, const QDate &today)
{
    if (!user.active)
        return PeoplePage::tr("deactivated");
    if (!isAbsent(user, today))
        return {};
    return user.absentUntil.isValid()
        ? PeoplePage::tr("away until %1").arg(QLocale().toString(user.absentUntil, QLocale::ShortFormat))
        : PeoplePage::tr("away");
}

/// Departments as a choice, the tree shown by blanks.
QComboBox *departmentChoice(const Schema &schema, qint64 current, qint64 besides, const QString &none, QWidget *parent)
{
    auto *choice = new QComboBox(parent);
    choice->addItem(none, 0);
    for (const DepartmentPlace &place : departmentTree(schema)) {
        if (place.department.id != besides)
            choice->addItem(QString(3 * place.depth, QChar(0x00a0)) + place.department.name, place.department.id);
    }
    choice->setCurrentIndex(qMax(0, choice->findData(current)));
    return choice;
}

/// Fields side by side, each below its name: one below another they would be as high as a window.
class PairedFields
{
public:
    explicit PairedFields(AskDialog &dialog) : m_fields(new QWidget(&dialog)), m_grid(new QGridLayout(m_fields))
    {
        m_grid->setContentsMargins(0, 0, 0, 0);
        m_grid->setHorizontalSpacing(Space::m);
        m_grid->setVerticalSpacing(Space::xs);
        for (int column = 0; column < columns; ++column)
            m_grid->setColumnStretch(column, 1);
        dialog.addField({}, m_fields);
    }

    void add(const QString &name, QWidget &input)
    {
        const int row = rowsOfPair * (m_count / columns);
        const int column = m_count++ % columns;
        auto *label = new QLabel(name, m_fields);
        label->setBuddy(&input);
        input.setAccessibleName(name);
        m_grid->addWidget(label, row, column);
        m_grid->addWidget(&input, row + 1, column);
        if (row > 0)
            m_grid->setRowMinimumHeight(row - 1, Space::xs);
    }

private:
    static constexpr int columns = 2;
    static constexpr int rowsOfPair = 3; ///< names, fields, and a gap
    QWidget *m_fields;
    QGridLayout *m_grid;
    int m_count = 0;
};

} // namespace

PeoplePage::PeoplePage(Store &store, QWidget *parent)
    : OfficeSettingsPage(store, u"people"_s, tr("Users and departments"), u"user"_s, parent)
    , m_people(new DefinitionList(this))
    , m_departments(new DefinitionList(this))
{
    setKeywords(tr("employees, staff, team, company structure"));
    const auto button = [this](const QString &name, const QString &text, void (PeoplePage::*ask)(qint64)) {
        QPushButton *made = makeButton(name, text, u"plus"_s);
        connect(made, &QPushButton::clicked, this, [this, ask] { (this->*ask)(0); });
        addButtons({made});
    };
    m_people->setObjectName(u"people"_s);
    m_people->setAccessibleName(tr("People"));
    body()->addWidget(m_people);
    button(u"personAdd"_s, tr("Add a user…"), &PeoplePage::editPerson);
    addHeading(tr("Departments"));
    m_departments->setObjectName(u"departments"_s);
    m_departments->setAccessibleName(tr("Departments"));
    body()->addWidget(m_departments);
    button(u"departmentAdd"_s, tr("Add a department…"), &PeoplePage::editDepartment);
    m_departments->setEmptyText(tr("Departments and their heads will be here"));
    addNote(tr("F2 renames. Deactivated users are no longer offered; their cards and activities stay. "
               "Every change can be undone."));
    connect(m_people, &DefinitionList::opened, this, &PeoplePage::editPerson);
    connect(m_people, &DefinitionList::menuWanted, this, &PeoplePage::openPersonMenu);
    connect(m_people, &DefinitionList::renamed, this, [this](qint64 id, const QString &name) {
        setPerson(id, {{u"name"_s, name}});
    });
    connect(m_departments, &DefinitionList::opened, this, &PeoplePage::editDepartment);
    connect(m_departments, &DefinitionList::menuWanted, this, &PeoplePage::openDepartmentMenu);
    connect(m_departments, &DefinitionList::renamed, this, [this](qint64 id, const QString &name) {
        commit(planDepartment(*this->store().schema(), id, {name, std::nullopt, std::nullopt}), tr("Renamed: %1").arg(name),
               [this] { fill(); });
    });
    connect(&store, &Store::schemaChanged, this, &PeoplePage::fill);
    fill();
}

void PeoplePage::fill()
{
    fillPeople();
    fillDepartments();
}

void PeoplePage::fillPeople()
{
    const SchemaPtr schema = store().schema();
    const QDate today = store().clock().localNow().date();
    QList<Definition> rows;
    for (const User &user : schema->users()) {
        QStringList said{user.job, userText(*schema, user, u"department"_s), stateText(user, today)};
        said.removeAll(QString());
        rows.append({.id = user.id,
                     .name = user.name,
                     .note = said.join(u" · "_s),
                     .picture = initialsIcon(user, *m_people),
                     .canMove = false,
                     .isQuiet = !user.active});
    }
    m_people->setDefinitions(rows);
}

void PeoplePage::fillDepartments()
{
    const SchemaPtr schema = store().schema();
    QList<Definition> rows;
    for (const auto &[department, depth, people] : departmentTree(*schema)) {
        const User *head = schema->user(department.head);
        QStringList said{head ? tr("head: %1").arg(head->name) : QString(),
                         people == 0 ? QString() : tr("%n person(s)", nullptr, people)};
        said.removeAll(QString());
        rows.append(
            {.id = department.id, .name = department.name, .note = said.join(u" · "_s), .canMove = false, .depth = depth});
    }
    m_departments->setDefinitions(rows);
}

void PeoplePage::openPersonMenu(qint64 id, const QPoint &at)
{
    const SchemaPtr schema = store().schema();
    const User *person = schema->user(id);
    if (!person)
        return;
    QMenu menu(this);
    menu.setObjectName(u"personMenu"_s);
    menu.addAction(tr("Edit…"), this, [this, id] { editPerson(id); })->setObjectName(u"personEdit"_s);
    menu.addAction(tr("Rename"), this, [this, id] { m_people->editName(id); })->setObjectName(u"personRename"_s);
    menu.addSeparator();
    menu.addAction(person->active ? tr("Deactivate") : tr("Activate"), this, [this, id] { switchPerson(id); })
        ->setObjectName(u"personSwitch"_s);
    menu.exec(at);
}

void PeoplePage::openDepartmentMenu(qint64 id, const QPoint &at)
{
    QMenu menu(this);
    menu.setObjectName(u"departmentMenu"_s);
    menu.addAction(tr("Edit…"), this, [this, id] { editDepartment(id); })->setObjectName(u"departmentEdit"_s);
    menu.addAction(tr("Rename"), this, [this, id] { m_departments->editName(id); })->setObjectName(u"departmentRename"_s);
    menu.addSeparator();
    menu.addAction(Theme::of(palette()).icon(u"trash"_s, ColourRole::Danger), tr("Delete"), this,
                   [this, id] { removeDepartment(id); })
        ->setObjectName(u"departmentRemove"_s);
    menu.exec(at);
}

void PeoplePage::editPerson(qint64 id)
{
    const SchemaPtr schema = store().schema();
    const User *known = schema->user(id);
    const User user = known ? *known : User();
    AskDialog dialog(this, known ? tr("%1: details").arg(user.name) : tr("New user"));
    QHash<QString, QLineEdit *> lines;
    QComboBox *department = nullptr;
    PairedFields pairs(dialog);
    for (const QString &field : userFields()) {
        if (field == u"active")
            continue;
        if (field == u"department") {
            department = departmentChoice(*schema, user.department, 0, tr("none"), &dialog);
            department->setObjectName(u"person_department"_s);
            department->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a name may be longer than its half
            pairs.add(userFieldName(field), *department);
            continue;
        }
        const bool isDay = field.startsWith(u"absent_");
        const QDate day = field == u"absent_from" ? user.absentFrom : user.absentUntil;
        const QString text = !isDay ? userText(*schema, user, field) : day.isValid() ? typedDay(day) : QString();
        auto *line = new QLineEdit(text, &dialog);
        pairs.add(userFieldName(field), *line);
        if (isDay)
            line->setPlaceholderText(typedDayExample());
        line->setObjectName(u"person_"_s + field);
        lines.insert(field, line);
    }
    lines.value(u"name"_s)->selectAll();
    dialog.waitFor(lines.value(u"name"_s));
    const auto typed = [&] {
        QList<QPair<QString, QString>> values;
        for (const QString &field : userFields()) {
            if (!lines.contains(field))
                continue;
            const QString text = lines.value(field)->text();
            const auto day = field.startsWith(u"absent_") ? parseDate(text, typedReading()) : std::nullopt;
            values.append({field, day ? day->toString(Qt::ISODate) : text});
        }
        const Department *chosen = findDepartment(*store().schema(), department->currentData().toLongLong());
        values.append({u"department"_s, chosen ? QString::number(chosen->id) : QString()});
        return values;
    };
    dialog.setCheck([&] {
        const auto changes = planUser(*store().schema(), id, typed(), store().user());
        return changes ? QString() : changes.error().message;
    });
    dialog.addAnswer(known ? tr("Save") : tr("Add"), u"add"_s);
    dialog.addCancel();
    if (dialog.ask() == u"add")
        setPerson(id, typed());
}

void PeoplePage::switchPerson(qint64 id)
{
    const SchemaPtr schema = store().schema();
    if (const User *person = schema->user(id))
        setPerson(person->id, {{u"active"_s, person->active ? u"no"_s : u"yes"_s}});
}

void PeoplePage::setPerson(qint64 id, const QList<QPair<QString, QString>> &values)
{
    const auto changes = planUser(*store().schema(), id, values, store().user());
    const QString name = changes ? changes->subject : QString();
    commit(changes, id == 0 ? tr("Added: %1").arg(name) : tr("Changed: %1").arg(name), [this] { fill(); });
}

void PeoplePage::editDepartment(qint64 id)
{
    const SchemaPtr schema = store().schema();
    const Department *known = findDepartment(*schema, id);
    AskDialog dialog(this, known ? tr("Department “%1”").arg(known->name) : tr("What is the department called?"));
    QLineEdit *name = dialog.addLine(tr("Name"), known ? known->name : QString());
    name->setObjectName(u"department_name"_s);
    QComboBox *parent = departmentChoice(*schema, known ? known->parent : m_departments->current(), id, tr("top level"),
                                         &dialog);
    parent->setObjectName(u"department_parent"_s);
    dialog.addField(tr("Part of"), parent);
    auto *head = new SearchedCombo(&dialog);
    head->setObjectName(u"department_head"_s);
    head->addItem(tr("nobody"), 0);
    for (const User &user : schema->users()) {
        if (user.active || (known && known->head == user.id))
            head->addItem(initialsIcon(user, dialog), user.name, user.id);
    }
    head->setCurrentIndex(qMax(0, head->findData(known ? known->head : 0)));
    dialog.addField(tr("Head"), head);
    const auto planned = [&] {
        return planDepartment(
            *store().schema(), id,
            {.name = name->text(), .parent = parent->currentData().toLongLong(), .head = head->currentData().toLongLong()});
    };
    dialog.setCheck([&] {
        const auto changes = planned();
        return changes ? QString() : changes.error().message;
    });
    dialog.addAnswer(known ? tr("Save") : tr("Add"), u"add"_s);
    dialog.addCancel();
    if (dialog.ask() != u"add")
        return;
    commit(planned(), known ? tr("Changed: %1").arg(name->text()) : tr("Added: %1").arg(name->text()));
}

void PeoplePage::removeDepartment(qint64 id)
{
    const auto changes = planDeleteDepartment(*store().schema(), id, store().clock().now());
    commit(changes, tr("Deleted: %1").arg(changes ? changes->subject : QString()));
}

QList<SettingEntry> PeoplePage::entries() const
{
    QList<SettingEntry> found;
    const SchemaPtr schema = store().schema();
    for (const User &user : schema->users())
        found.append({u"user%1"_s.arg(user.id), user.name, tr("People")});
    for (const Department &department : schema->departments())
        found.append({u"department%1"_s.arg(department.id), department.name, tr("Departments")});
    return found;
}

void PeoplePage::reveal(const QString &entry)
{
    const bool isDepartment = entry.startsWith(u"department");
    DefinitionList *list = isDepartment ? m_departments : m_people;
    list->setCurrent(entry.mid(isDepartment ? 10 : 4).toLongLong());
    list->setFocus(Qt::ShortcutFocusReason);
}

} // namespace Kartoteka
