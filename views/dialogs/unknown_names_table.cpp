// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/unknown_names_table.h"

#include "core/schema/builtin_names.h"
#include "core/schema/codes.h"
#include "views/theme/theme.h"
#include "views/widgets/cell_field.h"
#include "views/widgets/plain_table.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLocale>

#include <algorithm>

namespace Kartoteka {

namespace {

constexpr int choiceColumn = 3;
constexpr qint64 undecidedYet = -2;
constexpr qint64 makeIt = -1;
constexpr qint64 leaveOut = 0;

/// What a name may be taken for: row and how people call it.
QList<std::pair<qint64, QString>> candidates(const Schema &schema, const Field &field)
{
    QList<std::pair<qint64, QString>> list;
    switch (field.type) {
    case FieldType::User:
        for (const User &user : schema.users())
            list.append({user.id, user.name});
        break;
    case FieldType::List:
        for (const ListValue &value : schema.listValues(field.id))
            list.append({value.id, displayName(schema, value)});
        break;
    case FieldType::Pipeline:
        for (const Pipeline &pipeline : schema.pipelines(field.typeId))
            list.append({pipeline.id, displayName(pipeline)});
        break;
    case FieldType::Stage:
        for (const Pipeline &pipeline : schema.pipelines(field.typeId)) {
            for (const Stage &stage : schema.stages(pipeline.id))
                list.append({stage.id, displayName(schema, stage)});
        }
        break;
    default: break;
    }
    return list;
}

bool shapesTheWork(const Field &field)
{
    return field.type == FieldType::Stage || field.type == FieldType::Pipeline;
}

/// The stage that a name of another program means: won or lost; 0 where it means neither.
qint64 meantStage(const Schema &schema, const Field &field, const QString &text)
{
    const auto outcome = field.type == FieldType::Stage ? outcomeMeant(text) : std::nullopt;
    const Pipeline *pipeline = outcome ? schema.defaultPipeline(field.typeId) : nullptr;
    for (const Stage &stage : pipeline ? schema.stages(pipeline->id) : QList<Stage>()) {
        if (stage.group == *outcome)
            return stage.id;
    }
    return 0;
}

constexpr int mostNames = 4; ///< seen at once: the columns of the file above need the room

} // namespace

UnknownNamesTable::UnknownNamesTable(QWidget *parent) : QTableWidget(parent)
{
    setColumnCount(choiceColumn + 1);
    setHorizontalHeaderLabels({tr("Field"), tr("In the file"), tr("Rows"), tr("Becomes")});
    makePlain(*this);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Space::xl);
    horizontalHeader()->setSectionResizeMode(choiceColumn, QHeaderView::Stretch);
    setAccessibleName(tr("Names unknown here"));
}

void UnknownNamesTable::show(const Schema &schema, qint64 typeId, const QList<UnknownName> &names)
{
    const QHash<QString, NameChoice> before = choices();
    m_names = names;
    setRowCount(0);
    setRowCount(int(names.size()));
    for (int row = 0; row < names.size(); ++row) {
        const Field *field = schema.field(typeId, names[row].field);
        setItem(row, 0, new QTableWidgetItem(field ? displayName(*field) : names[row].field));
        setItem(row, 1, new QTableWidgetItem(names[row].text));
        setItem(row, 2, new QTableWidgetItem(QLocale().toString(names[row].rows)));
        auto *choice = new QComboBox(this);
        choice->setObjectName(u"becomes_%1"_s.arg(row));
        choice->setAccessibleName(names[row].text);
        const qint64 usual = field ? usualChoice(schema, *field, names[row].text) : makeIt;
        if (usual == undecidedYet)
            choice->addItem(tr("— choose —"), undecidedYet);
        choice->addItem(field && field->type == FieldType::User ? tr("a new employee") : tr("create"), makeIt);
        const bool isResponsible = field && field->code == Codes::responsible;
        choice->addItem(isResponsible ? tr("me: I import it") : tr("— skip —"), leaveOut);
        if (field) {
            for (const auto &[id, name] : candidates(schema, *field))
                choice->addItem(name, id);
            qint64 wanted = usual;
            if (const auto old = before.constFind(nameKey(names[row].field, names[row].text)); old != before.cend())
                wanted = old->act == NameChoice::Act::Use ? old->id : old->act == NameChoice::Act::Make ? makeIt : leaveOut;
            choice->setCurrentIndex(qMax(0, choice->findData(wanted)));
        }
        connect(choice, &QComboBox::currentIndexChanged, this, &UnknownNamesTable::chosen);
        setCellField(*this, row, choiceColumn, choice);
    }
    resizeColumnsToContents();
    alignRight(*this, 2);
    fitToRows(*this, mostNames);
    setVisible(!names.isEmpty());
}

qint64 UnknownNamesTable::usualChoice(const Schema &schema, const Field &field, const QString &text) const
{
    if (field.type == FieldType::User)
        return leaveOut; // whoever works here is decided by people, not by a file
    const qint64 meant = meantStage(schema, field, text);
    return meant != 0 ? meant : shapesTheWork(field) ? undecidedYet : makeIt;
}

QList<QComboBox *> UnknownNamesTable::boxes() const
{
    QList<QComboBox *> found;
    for (int row = 0; row < m_names.size(); ++row)
        found << cellWidget(row, choiceColumn)->findChild<QComboBox *>();
    return found;
}

int UnknownNamesTable::undecided() const
{
    const QList<QComboBox *> all = boxes();
    return int(std::ranges::count(all, undecidedYet, [](const QComboBox *box) { return box->currentData().toLongLong(); }));
}

void UnknownNamesTable::makeUndecided()
{
    for (QComboBox *box : boxes()) {
        if (box->currentData().toLongLong() == undecidedYet)
            box->setCurrentIndex(box->findData(makeIt));
    }
}

QHash<QString, NameChoice> UnknownNamesTable::choices() const
{
    QHash<QString, NameChoice> chosen;
    const QList<QComboBox *> all = boxes();
    for (qsizetype row = 0; row < all.size(); ++row) {
        const qint64 id = all[row]->currentData().toLongLong();
        if (id == undecidedYet)
            continue;
        const NameChoice::Act act = id == makeIt ? NameChoice::Act::Make
            : id == leaveOut                     ? NameChoice::Act::LeaveOut
                                                 : NameChoice::Act::Use;
        chosen.insert(nameKey(m_names[row].field, m_names[row].text), {act, act == NameChoice::Act::Use ? id : 0});
    }
    return chosen;
}

} // namespace Kartoteka
