// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/column_chooser.h"

#include "core/items/field_path.h"
#include "core/schema/builtin_names.h"
#include "models/list/list_columns.h"
#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

namespace Kartoteka {

namespace {

constexpr int codeRole = Qt::UserRole; ///< of a column; a branch has none

void addCaptioned(QWidget *list, const QString &text, QBoxLayout *above)
{
    auto *caption = new QLabel(text, list->parentWidget());
    caption->setFont(Theme::strong(caption->font()));
    caption->setBuddy(list);
    list->setAccessibleName(text);
    above->addWidget(caption);
    above->addWidget(list, 1);
}

} // namespace

ColumnChooser::ColumnChooser(Store &store, qint64 typeId, const QStringList &shown, QWidget *parent)
    : WalkedDialog(parent), m_store(store), m_typeId(typeId), m_fields(new QTreeWidget(this)), m_shown(new QListWidget(this))
{
    setWindowTitle(tr("Columns"));
    resize(dialogSize(*parent->window(), {680, 560}));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::xl, Space::l, Space::xl, Space::l);
    layout->setSpacing(Space::m);
    auto *title = new QLabel(tr("List columns"), this);
    title->setFont(Theme::title(font()));
    layout->addWidget(title);
    auto *search = new QLineEdit(this);
    search->setObjectName(u"columnSearch"_s);
    search->setPlaceholderText(tr("Search"));
    search->setClearButtonEnabled(true);
    layout->addWidget(search);
    auto *both = new QHBoxLayout;
    both->setSpacing(Space::l);
    layout->addLayout(both, 1);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    both->addLayout(left, 1);
    both->addLayout(right, 1);
    m_fields->setObjectName(u"columnList"_s);
    m_fields->header()->hide();
    m_fields->setUniformRowHeights(true);
    addCaptioned(m_fields, tr("All fields"), left);
    m_shown->setObjectName(u"columnsShown"_s);
    m_shown->setDragDropMode(QAbstractItemView::InternalMove);
    m_shown->installEventFilter(this);
    addCaptioned(m_shown, tr("Shown, from left to right"), right);
    auto *hint = new QLabel(tr("Drag to reorder, or press Alt+Up and Alt+Down; Delete removes."), this);
    hint->setProperty("muted", true);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    auto *usual = new QPushButton(tr("Reset to default"), this);
    usual->setObjectName(u"columnsUsual"_s);
    usual->setAutoDefault(false);
    layout->addWidget(usual, 0, Qt::AlignLeft);
    connect(usual, &QPushButton::clicked, this, [this] {
        const SchemaPtr schema = m_store.schema();
        setShown(ListColumn::usual(*schema, *schema->type(m_typeId)));
    });
    fill();
    setShown(shown);
    connect(m_fields, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item) { takeTick(*item); });
    addDialogButtons(this, layout, tr("Show"), u"columnAccept"_s);
    connect(search, &QLineEdit::textChanged, this, &ColumnChooser::find);
    search->setFocus();
}

void ColumnChooser::fill()
{
    const SchemaPtr schema = m_store.schema();
    const Field *link = nullptr;
    QTreeWidgetItem *branch = m_fields->invisibleRootItem();
    for (const QString &code : ListColumn::all(*schema, *schema->type(m_typeId))) {
        const FieldPath path = pathOf(*schema, m_typeId, code);
        const bool isLinked = path && !path.isOwn();
        if (isLinked && link != path.links.constFirst()) {
            link = path.links.constFirst();
            branch = new QTreeWidgetItem(m_fields, {displayName(*link)});
            branch->setFont(0, Theme::strong(font()));
            branch->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        }
        const QString name = isLinked ? displayName(*path.field) : ListColumn::name(*schema, m_typeId, code);
        auto *item = new QTreeWidgetItem(branch, {name});
        item->setData(0, codeRole, code);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    }
}

/// Shows these and no others.
void ColumnChooser::setShown(const QStringList &codes)
{
    m_shown->clear();
    for (const QString &code : codes)
        append(code);
    m_shown->setCurrentRow(0);
    const QSignalBlocker quiet(m_fields);
    for (QTreeWidgetItemIterator it(m_fields); *it; ++it) {
        if (const QString code = (*it)->data(0, codeRole).toString(); !code.isEmpty())
            (*it)->setCheckState(0, codes.contains(code) ? Qt::Checked : Qt::Unchecked);
        if ((*it)->checkState(0) == Qt::Checked && (*it)->parent())
            (*it)->parent()->setExpanded(true);
    }
    m_fields->setCurrentItem(m_fields->topLevelItem(0));
}

void ColumnChooser::append(const QString &code)
{
    auto *item = new QListWidgetItem(ListColumn::name(*m_store.schema(), m_typeId, code), m_shown);
    item->setData(codeRole, code);
    item->setToolTip(item->text());
}

void ColumnChooser::takeTick(const QTreeWidgetItem &field)
{
    const QString code = field.data(0, codeRole).toString();
    const qsizetype row = columns().indexOf(code);
    if (field.checkState(0) == Qt::Checked && row < 0) {
        append(code);
        m_shown->scrollToBottom();
    } else if (field.checkState(0) == Qt::Unchecked && row >= 0) {
        delete m_shown->takeItem(int(row));
    }
}

/// Takes what is shown in a row out: the tick goes, and the row with it.
void ColumnChooser::remove(int row)
{
    const QString code = columns().value(row);
    for (QTreeWidgetItemIterator it(m_fields, QTreeWidgetItemIterator::Checked); *it; ++it) {
        if ((*it)->data(0, codeRole).toString() == code) {
            (*it)->setCheckState(0, Qt::Unchecked);
            return;
        }
    }
}

/// A branch stands as long as anything in it is found, or its own name is: then with all of it.
void ColumnChooser::find(const QString &text)
{
    const QString typed = text.trimmed();
    for (int i = 0; i < m_fields->topLevelItemCount(); ++i) {
        QTreeWidgetItem *top = m_fields->topLevelItem(i);
        const bool isNamed = top->text(0).contains(typed, Qt::CaseInsensitive);
        bool isAny = isNamed;
        for (int k = 0; k < top->childCount(); ++k) {
            const bool isFound = isNamed || top->child(k)->text(0).contains(typed, Qt::CaseInsensitive);
            top->child(k)->setHidden(!isFound);
            isAny = isAny || isFound;
        }
        top->setHidden(!isAny);
        if (top->childCount() > 0 && !typed.isEmpty())
            top->setExpanded(isAny);
    }
}

/// Orders what is shown, and takes it out, without a mouse.
bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_shown && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int row = m_shown->currentRow();
        const int step = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
        if (step != 0 && key->modifiers() & Qt::AltModifier) {
            if (row >= 0 && row + step >= 0 && row + step < m_shown->count()) {
                m_shown->insertItem(row + step, m_shown->takeItem(row));
                m_shown->setCurrentRow(row + step);
            }
            return true;
        }
        if (key->key() == Qt::Key_Delete && row >= 0) {
            remove(row);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

QStringList ColumnChooser::columns() const
{
    QStringList codes;
    for (int i = 0; i < m_shown->count(); ++i)
        codes << m_shown->item(i)->data(codeRole).toString();
    return codes;
}

} // namespace Kartoteka
