// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/list/column_chooser.h"

#include "models/list_columns.h"
#include "views/theme/theme.h"
#include "views/widgets/dialog_buttons.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace Kartoteka {

ColumnChooser::ColumnChooser(Store &store, qint64 typeId, const QStringList &shown, QWidget *parent)
    : QDialog(parent), m_store(store), m_typeId(typeId)
{
    setWindowTitle(tr("Columns"));
    resize(dialogSize(*parent->window(), {420, 560}));
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
    m_fields = new QListWidget(this);
    m_fields->setObjectName(u"columnList"_s);
    m_fields->setDragDropMode(QAbstractItemView::InternalMove);
    m_fields->setAccessibleName(title->text());
    fill(shown);
    layout->addWidget(m_fields, 1);
    auto *hint = new QLabel(tr("Ticked ones are shown in this order: drag them, or press Alt+Up and Alt+Down."), this);
    hint->setProperty("muted", true);
    hint->setWordWrap(true);
    layout->addWidget(hint);
    auto *usual = new QPushButton(tr("Reset to default"), this);
    usual->setObjectName(u"columnsUsual"_s);
    usual->setAutoDefault(false);
    layout->addWidget(usual, 0, Qt::AlignLeft);
    connect(usual, &QPushButton::clicked, this, [this] {
        const SchemaPtr schema = m_store.schema();
        fill(ListColumn::usual(*schema, *schema->type(m_typeId)));
    });
    m_fields->installEventFilter(this);
    addDialogButtons(this, layout, tr("Show"), u"columnAccept"_s);
    connect(search, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (int i = 0; i < m_fields->count(); ++i)
            m_fields->item(i)->setHidden(!m_fields->item(i)->text().contains(text, Qt::CaseInsensitive));
    });
    search->setFocus();
}

void ColumnChooser::fill(const QStringList &shown)
{
    const SchemaPtr schema = m_store.schema();
    m_fields->clear();
    QStringList codes = shown;
    for (const QString &code : ListColumn::all(*schema, *schema->type(m_typeId))) {
        if (!codes.contains(code))
            codes << code;
    }
    for (const QString &code : std::as_const(codes)) {
        auto *item = new QListWidgetItem(ListColumn::name(*schema, m_typeId, code), m_fields);
        item->setData(Qt::UserRole, code);
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(shown.contains(code) ? Qt::Checked : Qt::Unchecked);
    }
    m_fields->setCurrentRow(0);
}

/// Moves the current column without a mouse.
bool ColumnChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_fields && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Up ? -1 : key->key() == Qt::Key_Down ? 1 : 0;
        if (step != 0 && key->modifiers() & Qt::AltModifier) {
            const int row = m_fields->currentRow();
            if (row >= 0 && row + step >= 0 && row + step < m_fields->count()) {
                m_fields->insertItem(row + step, m_fields->takeItem(row));
                m_fields->setCurrentRow(row + step);
            }
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

QStringList ColumnChooser::columns() const
{
    QStringList codes;
    for (int i = 0; i < m_fields->count(); ++i) {
        if (m_fields->item(i)->checkState() == Qt::Checked)
            codes << m_fields->item(i)->data(Qt::UserRole).toString();
    }
    return codes;
}

} // namespace Kartoteka
